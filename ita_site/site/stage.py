"""The whole site as Markdown and files, for any generator."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

from ita_site.facts.plain_files import read_plain
from ita_site.site.load import load_site

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.load import Site
    from ita_site.site.outputs import Outputs

MARK = ".ita-site"


def stage_site(  # noqa: PLR0913 - what is staged, and how
    folder: Path,
    data: Path,
    content: Path,
    day: BEDate,
    *,
    keep_going: bool = False,
    log: Log | None = None,
) -> tuple[int, Site]:
    """Write everything below `folder`, replacing what an earlier run wrote there.

    Returns the number of files and the site they are; for `keep_going` and `log` see `load_site`.

    Raises:
        DataError: when the data cannot be published; the folder is then as it was.
        FileExistsError: when the folder holds something that this did not write.
    """
    pages = content if content.is_dir() or content.is_symlink() else None
    site = load_site(data, pages, day, keep_going=keep_going, log=log)
    _make_room(folder)
    for artifact in site.outputs.artifacts:
        _write(folder / artifact.path, artifact.content)
    for name in sorted(site.content):
        _stage_file(folder / name, content / name, name, site.outputs)
    return len(site.outputs.artifacts) + len(site.content), site


def _make_room(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(folder)
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise FileExistsError(folder)
    shutil.rmtree(folder, ignore_errors=True)
    _write(folder / MARK, b"")


def _stage_file(target: Path, file: Path, name: str, outputs: Outputs) -> None:
    data = read_plain(file)
    if file.suffix == ".md":
        here = re.sub(r"(index|README)?\.md$", "", name)
        here = here if not here or here.endswith("/") else f"{here}/"
        text = outputs.fill_blocks(data.decode("utf-8-sig"), here)
        data = _with_frame(text, outputs).encode()
    _write(target, data)


def _with_frame(text: str, outputs: Outputs) -> str:
    """A hand-written page with what the theme needs to know, in its front matter."""
    line = "ita: " + json.dumps(outputs.frame.as_meta("content"), ensure_ascii=False)
    if text.startswith("---\n"):
        return text.replace("---\n", f"---\n{line}\n", 1)
    return f"---\n{line}\n---\n\n{text}"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
