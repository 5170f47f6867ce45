"""What a portal's own files say of its agencies' repositories, sound before any is asked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar

from ita_site.facts.git.command import GitError, git, root_of
from ita_site.facts.git.commits import resolve
from ita_site.facts.git.tree_changes import file_at
from ita_site.facts.problems import DataError, Problem
from ita_site.facts.reading.folder import PORTAL_FILE, FolderReader
from ita_site.facts.reading.locked import (
    LOCK_FILE,
    LockError,
    cache_of,
    list_problems,
    parse_lock,
    read_lock,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ita_site.facts.model.repository import LockedFacts, Repository
    from ita_site.office.portal.outcome import Outcome

AT_ONCE: Final = 8
"""Repositories that are asked at the same time."""
T = TypeVar("T")


def for_each(ask: Callable[[T], Outcome], every: Iterable[T]) -> list[Outcome]:
    """What comes of each, a few at a time."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(ask, every))


def named_repositories(data: Path) -> tuple[Repository, ...]:
    """The repositories that `portal.yml` names.

    Raises:
        DataError: when it names none, or there is anything wrong with it or with what is kept.
    """
    reader = FolderReader(data, data.as_posix(), "")
    portal = reader.read_portal()
    file = f"{data.as_posix()}/{PORTAL_FILE}"
    problems = [*reader.problems, *_committed(data)]
    if portal and portal.agencies:
        problems += list_problems(reader, portal)
    elif not problems:
        problems = [Problem(file, 1, 1, "ITA731", "", {"value": file})]
    if any(problem.is_error for problem in problems):
        raise DataError(problems)
    return portal.agencies if portal else ()


def _committed(data: Path) -> list[Problem]:
    """What is kept was brought from where it says: with a proposal, anything could come."""
    cache = cache_of(data)
    if root_of(data) and git(data, "ls-files", "--", str(cache.resolve())):
        name = cache.as_posix()
        return [Problem(name, 1, 1, "ITA732", "", {"value": name})]
    return []


def refuse_committed(data: Path) -> None:
    """Hold what is kept to what was brought here.

    Raises:
        DataError: ITA732.
    """
    if problems := _committed(data):
        raise DataError(problems)


def read_own_lock(data: Path) -> dict[str, LockedFacts]:
    """What is locked.

    Raises:
        DataError: ITA239.
    """
    try:
        return read_lock(data)
    except LockError as error:
        raise _unreadable((data / LOCK_FILE).as_posix(), error) from error


def read_former_lock(data: Path, revision: str) -> Mapping[str, LockedFacts]:
    """What a commit of the portal's repository has locked.

    Raises:
        GitError: when there is no such commit.
        DataError: ITA239.
    """
    if (root := root_of(data)) is None:
        message = f"{data.as_posix()} ไม่ได้อยู่ใน git"
        raise GitError(message)
    path = (data.resolve().relative_to(root.resolve()) / LOCK_FILE).as_posix()
    try:
        return parse_lock(file_at(root, resolve(root, revision), path))
    except LockError as error:
        raise _unreadable(path, error) from error


def _unreadable(file: str, error: LockError) -> DataError:
    return DataError([Problem(file, error.line, 1, "ITA239", "", {})])
