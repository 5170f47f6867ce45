"""From the commits of the data folder to the public log."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_site.facts.git.command import root_of
from ita_site.facts.git.commits import folder_commits, head, is_shallow
from ita_site.facts.git.objects import objects
from ita_site.history.changelog.trees import Trees
from ita_site.rules.figures.changes.compare import compare_agencies, share_unread_parts
from ita_site.rules.figures.changes.log import Entry, Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_site.facts.git.commits import Commit
    from ita_site.facts.git.objects import Objects
    from ita_site.rules.figures.changes.compare import AgencyChanges

MOST = 200
"""Changes that are told; the newest."""
MOST_COMMITS = 2000
"""Commits that are looked at for them."""


def read_log(data: Path, link: Callable[[str], str] = lambda _: "") -> Log | None:
    """What changed when; None where the data is not in a repository, or not in a commit yet.

    `link` gives the address of a commit on the code host.

    Raises:
        GitError: when there is a repository that git will not read.
    """
    root = root_of(data)
    if root is None or (commit := head(root)) is None:
        return None
    path = data.resolve().relative_to(root.resolve()).as_posix()
    found = _read(root, commit, "" if path == "." else path)
    if found is None:
        return None
    entries = (dataclasses.replace(entry, url=link(entry.commit)) for entry in found.entries)
    return dataclasses.replace(found, entries=tuple(entries))


@lru_cache(maxsize=4)
def _read(root: Path, commit: str, path: str) -> Log | None:
    """The log as of a commit; kept, for a preview builds the same again and again."""
    with objects(root) as repository:
        if repository.folder_at(commit, path) is None:
            return None
        return _log(repository, list(folder_commits(root, commit, path)), shallow=is_shallow(root))


def _log(repository: Objects, commits: list[Commit], *, shallow: bool) -> Log:
    trees, entries, room = Trees(repository), list[Entry](), MOST
    for at, commit in enumerate(commits):
        if room <= 0 or at >= MOST_COMMITS:
            return Log(tuple(entries), more=True, shallow=shallow)
        if shallow and not commit.before:
            continue
        entry = _entry(trees, commit)
        if entry.agencies or entry.unread:
            entries.append(_cut(entry, room))
            room -= entries[-1].count
    return Log(tuple(entries), shallow=shallow)


def _entry(trees: Trees, commit: Commit) -> Entry:
    """What a commit changed. Only the agencies whose folder it changed are read."""
    repository = trees.repository
    former = repository.folder_at(commit.before, commit.path_before) if commit.before else None
    old = trees.folders(former)
    new = trees.folders(repository.folder_at(commit.identity, commit.path))
    same = {slug for slug, folder in new.items() if old.get(slug) == folder}
    before = [trees.agency(slug, folder) for slug, folder in old.items() if slug not in same]
    after = [trees.agency(slug, folder) for slug, folder in new.items() if slug not in same]
    unread = frozenset(file for agency in (*before, *after) for file in agency.unread)
    facts = [agency.facts for agency in after]
    lent = share_unread_parts([agency.facts for agency in before], facts, unread)
    changes = compare_agencies(lent, facts)
    return Entry(commit.epoch, commit.identity, changes, unread=tuple(sorted(unread)))


def _cut(entry: Entry, room: int) -> Entry:
    """As much of it as there is room for."""
    if entry.count <= room:
        return entry
    kept = tuple(_first(entry.agencies, room))
    cut = dataclasses.replace(entry, agencies=kept)
    return dataclasses.replace(cut, left=entry.count - cut.count)


def _first(agencies: tuple[AgencyChanges, ...], room: int) -> Iterator[AgencyChanges]:
    for agency in agencies:
        if room > 0:
            yield dataclasses.replace(agency, changes=agency.changes[:room])
        room -= len(agency.changes)
