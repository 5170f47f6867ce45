"""The agency's site built twice: as it was by the version before, as it will be by this one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ita_site.facts.git.command import environment, git, root_of
from ita_site.facts.problems import DataError
from ita_site.facts.reading.locked import lend_cache
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.init import lock
from ita_site.office.init.pip import INSTALL, PIP, last_error, run_pip
from ita_site.site.finished.compare_sites import SiteDifference, compare_sites

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MADE: Final = (".git", ".venv", ".cache", "site")
"""What a copy of a folder without git does without."""
DATA: Final = "data"


@contextmanager
def trial_copy(folder: Path) -> Iterator[Path]:
    """A copy of the agency's folder, with its history; it goes when one is through."""
    with TemporaryDirectory(prefix="ita-site-", ignore_cleanup_errors=True) as made:
        target = Path(made) / "copy"
        if root := root_of(folder):
            git(root, "clone", "--quiet", "--shared", str(root), str(target))
            project = target / folder.resolve().relative_to(root.resolve())
            lend_cache(folder / DATA, project / DATA)
            yield project
        else:
            shutil.copytree(folder, target, ignore=shutil.ignore_patterns(*MADE))
            lend_cache(folder / DATA, target / DATA)
            yield target


def compare_builds(
    copy: Path, files: Mapping[str, bytes | None], moment: int, *, with_former: bool
) -> SiteDifference | None:
    """Build a copy of the folder before and after it gets its new files (None takes one away).

    `moment` is what both take for now, in seconds since 1970. Gives None where nothing was
    built with the version before.

    Raises:
        DataError: ITA718 when the version before cannot be had or builds no site, ITA719 when
            this one builds none.
    """
    before, after = copy.parent / "before", copy.parent / "after"
    if with_former:
        former = _install(copy / lock.NAME, copy.parent / "former")
        _build(former, copy, before, moment, "ITA718")
    put_files(copy, files)
    _build(sys.executable, copy, after, moment, "ITA719")
    return compare_sites(before, after) if with_former else None


def put_files(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Write files, and take away those that are None."""
    for path, content in files.items():
        if content is None:
            (folder / path).unlink()
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _install(locked: Path, home: Path) -> str:
    """Python with what a lock names, apart from all that is installed here."""
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    error = run_pip(sys.executable, "-m", "venv", "--without-pip", str(home))
    error = error or run_pip(*PIP, "--python", str(home), *INSTALL, "-r", str(locked))
    if error:
        _refuse("ITA718", last_error(error))
    return str(scripts / "python")


def _build(python: str, project: Path, site: Path, moment: int, code: str) -> None:
    command = (python, "-m", "ita_site", "build", "--site-dir", str(site))
    own = {"SOURCE_DATE_EPOCH": str(moment), "ITA_PDF": "off", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command,
        cwd=project,
        env={**environment(), **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        _refuse(code, last_error(done.stdout.decode("utf-8", "replace")))


def _refuse(code: str, reason: str) -> None:
    raise DataError([request_problem(code, "version", reason=reason)])
