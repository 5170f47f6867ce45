"""The whole site as a project of any generator: pages and files, the look, and the settings.

mkdocs.yml   what MkDocs, ProperDocs and Zensical read
pages/       Markdown and files
look/        templates, styles, fonts and scripts
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

from ita_site.facts.content.pictures import published
from ita_site.facts.plain_files import read_plain, refuse_links
from ita_site.site.load import load_site
from ita_site.site.theme import LOOK, settings_without_plugin

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.log import Log
    from ita_site.site.load import Site
    from ita_site.site.outputs import Outputs

MARK = ".ita-site"
PAGES, LOOKS, SETTINGS = "pages", "look", "mkdocs.yml"


def stage_site(  # noqa: PLR0913 - what is staged, and how
    folder: Path,
    data: Path,
    content: Path,
    day: BEDate,
    *,
    own_look: Path | None = None,
    keep_going: bool = False,
    log: Log | None = None,
) -> tuple[int, Site]:
    """Write everything below `folder`, replacing what an earlier run wrote there.

    Returns the number of files and the site they are; for `keep_going` and `log` see `load_site`.
    `own_look` is a folder of what this project looks different in.

    Raises:
        DataError: when the data cannot be published; the folder is then as it was.
        FileExistsError: when the folder holds something that this did not write.
    """
    pages = content if content.is_dir() or content.is_symlink() else None
    site = load_site(data, pages, day, keep_going=keep_going, log=log)
    if own_look and own_look.is_dir():
        refuse_links(own_look)
    _make_room(folder)
    for artifact in site.outputs.artifacts:
        _write(folder / PAGES / artifact.path, artifact.content)
    for name in sorted(site.content):
        _stage_file(folder / PAGES / name, content / name, name, site.outputs)
    site.outputs.join_data(folder / PAGES)
    for look in (LOOK, own_look):
        if look and look.is_dir():
            shutil.copytree(look, folder / LOOKS, dirs_exist_ok=True)
    _write(folder / SETTINGS, _settings(site.outputs, sorted(site.content)).encode())
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != MARK]
    return len(files), site


def _settings(outputs: Outputs, written: list[str]) -> str:
    """What our plugin would tell MkDocs, said in a file; JSON is YAML."""
    frame = outputs.frame.as_meta("content")
    stated = {
        "site_name": outputs.frame.agency,
        "docs_dir": PAGES,
        "site_dir": "site",
        "nav": [*outputs.navigation, *(path for path in written if path.endswith(".md"))],
        "not_in_nav": "*",
        "extra": {"ita": frame},
        **({"site_url": f"{outputs.site_url.rstrip('/')}/"} if outputs.site_url else {}),
    }
    settings = settings_without_plugin(stated)
    settings["theme"]["custom_dir"] = LOOKS
    return json.dumps(settings, ensure_ascii=False, indent=1) + "\n"


def _make_room(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FileExistsError(folder)
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise FileExistsError(folder)
    shutil.rmtree(folder, ignore_errors=True)
    _write(folder / MARK, b"")


def _stage_file(target: Path, file: Path, name: str, outputs: Outputs) -> None:
    picture = outputs.pictures.get(name)
    data = published(picture).content if picture else read_plain(file)
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
