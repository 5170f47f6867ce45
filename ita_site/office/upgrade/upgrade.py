"""An agency's repository taken to the version that is installed: planned, tried, then written."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ita_site import __version__
from ita_site.facts.git.command import git, root_of
from ita_site.facts.problems import DataError
from ita_site.facts.strict_yaml.shipped import read_shipped
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.init import lock, record
from ita_site.office.init.settings_files import settings_files
from ita_site.office.upgrade.file_changes import Fate, next_record, plan_changes
from ita_site.office.upgrade.lock_change import is_older, locked_version, move_lock
from ita_site.office.upgrade.trial import compare_builds, trial_copy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.office.upgrade.file_changes import FileChange
    from ita_site.site.finished.compare_sites import SiteDifference

SETTINGS: Final = "mkdocs.yml"
NEWS: Final = "news.yml"
MOST: Final = 8
"""So many files are named that are not committed."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade does: `changes` to the files that `init` wrote, and all that is written.

    `files` holds each file's new content, None for one that goes. `news` says in Thai what is
    new since `former`, the version of the lock.
    """

    folder: Path
    former: str
    changes: Sequence[FileChange]
    files: Mapping[str, bytes | None]
    news: Sequence[str]

    @property
    def is_of_another_version(self) -> bool:
        """Whether the lock moves, and not only files."""
        return self.former != __version__

    def compare(self, moment: int, *, with_former: bool) -> SiteDifference | None:
        """Build the site before and after, in a copy: see `compare_builds`."""
        build_former = with_former and self.is_of_another_version
        with trial_copy(self.folder) as copy:
            return compare_builds(copy, self.files, moment, with_former=build_former)

    def write(self) -> None:
        """Write all files, or none.

        Raises:
            OSError: when one cannot be written; all are as they were then.
        """
        old = {
            path: (self.folder / path).read_bytes() if (self.folder / path).exists() else None
            for path in self.files
        }
        try:
            _put_in_place(self.folder, self.files)
        except OSError:
            _put_in_place(self.folder, old)
            raise


def plan_upgrade(folder: Path) -> Upgrade:
    """Work out what becomes of each file; nothing is written yet.

    Raises:
        DataError: ITA714 for a folder that `init` did not make, ITA715 over changes that are
            not committed, and as of `move_lock`.
        GitError: when git will not read the repository.
    """
    noted, locked = _read_project(folder)
    _refuse_uncommitted(folder, [*noted.files, record.NAME, lock.NAME])
    new_lock = move_lock(locked).text
    new = settings_files(noted.answers)
    changes = plan_changes(folder, noted, new)
    after = next_record(noted, new, changes).as_json()
    whole: dict[str, bytes | None] = {
        change.path: change.content for change in changes if change.content is not None
    }
    whole |= {change.path: None for change in changes if change.fate is Fate.REMOVED}
    whole |= {lock.NAME: new_lock.encode()} if new_lock != locked else {}
    if after != record.with_plain_ends((folder / record.NAME).read_bytes()):
        whole[record.NAME] = after
    former = locked_version(locked)
    return Upgrade(folder, former, changes, whole, read_news(former))


def read_news(former: str) -> list[str]:
    """What is new for officers since a version, newest first."""
    by_version: dict[str, list[str]] = read_shipped(__package__, NEWS)
    return [
        line
        for version, lines in by_version.items()
        if is_older(former, version) and not is_older(__version__, version)
        for line in lines
    ]


def _read_project(folder: Path) -> tuple[record.Record, str]:
    """What `init` noted, and the text of the lock."""
    missing = [name for name in (SETTINGS, record.NAME, lock.NAME) if not (folder / name).is_file()]
    if missing:
        _refuse("ITA714", choices=", ".join(missing))
    locked = (folder / lock.NAME).read_text("utf-8")
    if not locked_version(locked):
        _refuse("ITA714", choices=f"{lock.NAME} ({lock.PROGRAM}==…)")
    try:
        return record.read_record((folder / record.NAME).read_bytes()), locked
    except ValueError:
        _refuse("ITA714", choices=record.NAME)
    raise AssertionError  # pragma: no cover


def _refuse_uncommitted(folder: Path, managed: Sequence[str]) -> None:
    """See that git could bring back whatever is changed; without git there is nothing to ask."""
    if not root_of(folder):
        return
    status = git(folder, "status", "--porcelain", "--untracked-files=all", "-z", "--", ".")
    prefix = git(folder, "rev-parse", "--show-prefix").strip()
    entries = [(entry[:2], entry[3:]) for entry in status.split("\0") if entry[2:3] == " "]
    open_ones = [
        path.removeprefix(prefix)
        for kind, path in entries
        if kind != "??" or path.removeprefix(prefix) in managed
    ]
    if open_ones:
        more = f" +{len(open_ones) - MOST}" if len(open_ones) > MOST else ""
        _refuse("ITA715", choices=", ".join(open_ones[:MOST]) + more)


def _put_in_place(folder: Path, contents: Mapping[str, bytes | None]) -> None:
    """Each file is whole before it takes its place."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".ita-site-upgrade-") as made:
        for number, content in enumerate(contents.values()):
            (Path(made) / str(number)).write_bytes(content or b"")
        for number, (path, content) in enumerate(contents.items()):
            target = folder / path
            if content is None:
                target.unlink(missing_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            (Path(made) / str(number)).replace(target)


def _refuse(code: str, **details: str) -> None:
    raise DataError([request_problem(code, "files", **details)])
