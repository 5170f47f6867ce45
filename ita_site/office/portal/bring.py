"""One state of an agency's facts from its repository into the folder where they are kept."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ita_site.facts.git.command import GitError
from ita_site.facts.git.objects import Bounds, objects
from ita_site.facts.git.remote import day_of, fetched
from ita_site.facts.model.repository import LockedFacts
from ita_site.facts.reading.locked import cache_of, digest_of, kept_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.repository import Repository

MOST: Final = Bounds(files=20_000, bytes=50_000_000)
"""Of an agency's whole data folder, years of it."""
_DATA: Final = (".yml", ".yaml")


class AlteredError(GitError):
    """A commit does not hold what was locked of it."""


@contextmanager
def work_folder(data: Path) -> Iterator[Path]:
    """Where what is brought lies until it is known to be good; git leaves it alone."""
    cache = cache_of(data)
    cache.mkdir(parents=True, exist_ok=True)
    (cache / ".gitignore").write_text("*\n", "ascii")
    with TemporaryDirectory(prefix=".work-", dir=cache) as folder:
        yield Path(folder)


def bring(one: Repository, commit: str, work: Path, transports: tuple[str, ...]) -> LockedFacts:
    """Lay out an agency's facts at a commit under its slug in a folder; gives what to lock.

    Of its repository only the data files are taken, and of links that there is one.

    Raises:
        GitError: when they do not come, are too much, or there is no such folder.
    """
    folder = work / one.slug
    with (
        fetched(one.git, commit, transports) as root,
        objects(root, MOST) as repository,
    ):
        path = "" if one.path == "." else one.path
        tree = repository.folder_at(commit, path)
        if tree is None:
            message = f"ไม่มีโฟลเดอร์ {one.path} ใน commit {commit[:12]}"
            raise GitError(message)
        repository.write(tree, folder, _is_data)
        day = day_of(root, commit)
    return LockedFacts(**one.model_dump(), commit=commit, committed=day, digest=digest_of(folder))


def _is_data(path: str) -> bool:
    """Whether somebody reads it; nothing is read of what begins with a dot."""
    hidden = any(step.startswith(".") for step in path.split("/"))
    return path.lower().endswith(_DATA) and not hidden


def keep(data: Path, work: Path, entry: LockedFacts) -> None:
    """Let what was brought be what is kept of the agency."""
    folder = kept_folder(data, entry)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(exist_ok=True)
    (work / entry.slug).rename(folder)


def bring_locked(data: Path, entry: LockedFacts, transports: tuple[str, ...]) -> None:
    """Bring what is locked of an agency, and nothing else.

    Raises:
        GitError: when it does not come.
        AlteredError: when the commit holds something else.
    """
    with work_folder(data) as work:
        made = bring(entry.repository, entry.commit, work, transports)
        if made.digest != entry.digest:
            message = f"commit {entry.commit[:12]} ไม่มีข้อมูลอย่างที่ portal.lock บันทึกไว้"
            raise AlteredError(message)
        keep(data, work, entry)


def forget_others(data: Path, *locks: dict[str, LockedFacts]) -> None:
    """Remove what none of some locks names."""
    named = {entry.digest for lock in locks for entry in lock.values()}
    for folder in cache_of(data).iterdir():
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in named:
            shutil.rmtree(folder, ignore_errors=True)
