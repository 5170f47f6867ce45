"""Small built sites, the command that publishes them, and what stands on the server then."""

from __future__ import annotations

import os
import random
import re
import subprocess
from typing import TYPE_CHECKING

from click.testing import CliRunner

from ita_site.cli import main
from ita_site.delivery.publish.target import Build
from ita_site.site.manifest import NAME, Identity, hash_folder, manifest_of
from ita_site.site.write_manifest import About, write_manifest
from tests.site.project import Run, command

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAGES = 12
HEAVY = 100_000
"""Bytes of each page's attachment, which no compression makes less."""
WHOLE = PAGES * HEAVY


def site(
    folder: Path, version: int, *, name: str = "เทศบาลทดสอบ", seed: int = 0, **about: object
) -> Build:
    """A site of which every page tells its version; attachments stay, but for another seed."""
    for page in range(PAGES):
        at = folder / f"หน้า {page}"
        at.mkdir(parents=True, exist_ok=True)
        (at / "index.html").write_text(f"version {version} page {page}\n", "utf-8")
        (at / "แนบ.bin").write_bytes(random.Random(seed + page).randbytes(HEAVY))
    (folder / "index.html").write_text(f"version {version}\n", "utf-8")
    (folder / ".htaccess").write_text("# same\n", "utf-8")
    write_manifest(folder, About(Identity(name), epoch=version, **about))
    return Build(folder, manifest_of(folder))


def ita_site(*arguments: str, env: Mapping[str, str]) -> Run:
    """Run the command line, within this process. These sites are of no project."""
    as_built = ("--as-built",) if arguments[0] == "publish" else ()
    done = CliRunner(env=env).invoke(main, [*arguments, *as_built])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Run(done.exit_code, _without_remark(done.output))


def ita_site_alone(*arguments: str, env: Mapping[str, str]) -> Run:
    """Run it as a process of its own, as a person would. These sites are of no project."""
    as_built = ("--as-built",) if arguments[0] == "publish" else ()
    done = subprocess.run(
        [command("ita-site"), *arguments, *as_built],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, _without_remark(done.stdout))


def _without_remark(log: str) -> str:
    """That it is published as it was built is the same every time, and tried in tests/site."""
    return re.sub(r"^warning ITA818: .*\n", "", log, count=1)


def shows(target: Path, build: Build) -> bool:
    """Whether readers of the folder see this site: every file, no other, byte for byte."""
    current = target / "current"
    same = (current / NAME).read_bytes() == build.manifest.as_json()
    return same and hash_folder(current.resolve()) == build.manifest.files


def releases(target: Path) -> list[str]:
    return sorted(path.name for path in (target / "releases").iterdir())
