"""Projects to build, and the commands that build them."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.facts.thai.calendar import BEDate

if TYPE_CHECKING:
    from collections.abc import Mapping

REPOSITORY = Path(__file__).resolve().parents[2]
UDON_THANI = "tests/agencies/udon-thani"
PORTAL = "tests/agencies"

DAY = datetime.date(2026, 11, 18)
EPOCH = str(int(datetime.datetime(2026, 11, 18, 5, tzinfo=datetime.UTC).timestamp()))
TODAY = BEDate.from_date(DAY)


@dataclass(frozen=True)
class Run:
    """A finished command. `log` is everything it printed, in order."""

    code: int
    log: str

    def succeeded(self) -> Run:
        """Itself, when it did."""
        assert self.code == 0, self.log
        return self


def command(name: str) -> str:
    """An installed program of this environment."""
    return str(Path(sysconfig.get_path("scripts")) / name)


def environment(**more: str) -> dict[str, str]:
    """The environment of a build: a fixed day, no advertisement; PDF and log when asked for.

    What is given as empty is not there.
    """
    own = {
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "ITA_PDF": "off",
        "ITA_LOG": "off",
    }
    every = {**os.environ, **own, **more}
    return {name: value for name, value in every.items() if value or name not in more}


def run(project: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Run:
    """Run a program of this environment in a project's folder."""
    done = subprocess.run(
        [command(arguments[0]), *arguments[1:]],
        cwd=project,
        env=environment(**(env or {})),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout)


def mkdocs(project: Path, site: Path, *options: str, **env: str) -> Run:
    """Run `mkdocs build --strict` into a folder. `ITA_DATA=…` chooses the data."""
    return run(project, "mkdocs", "build", "--strict", "--site-dir", str(site), *options, env=env)


def copy_project(target: Path, data: str = "data") -> Path:
    """Copy what an officer's clone holds, with some data folder as its `data`."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", target)
    for folder in ("content", "overrides"):
        shutil.copytree(REPOSITORY / folder, target / folder)
    (target / "ita_site").symlink_to(REPOSITORY / "ita_site")
    shutil.copytree(REPOSITORY / data, target / "data")
    return target


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
