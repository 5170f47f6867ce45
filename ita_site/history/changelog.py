"""From the commits of the data folder to the public log.

Each folder of the history is read once, however many commits hold it.
"""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_site.facts.git.command import root_of
from ita_site.facts.git.commits import folder_commits, head, is_shallow
from ita_site.facts.git.objects import objects
from ita_site.facts.model.publication import AgencyFacts
from ita_site.facts.reading.folder import AGENCY_FILES, FolderReader, is_year
from ita_site.facts.thai.calendar import THAILAND, BEDate
from ita_site.rules.figures.changes.compare import compare_agencies, share_unread_parts
from ita_site.rules.figures.changes.log import Entry, Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ita_site.facts.git.commits import Commit
    from ita_site.facts.git.objects import Entry as TreeEntry
    from ita_site.facts.git.objects import Objects
    from ita_site.facts.model.agency import Agency
    from ita_site.facts.model.channels import Channels
    from ita_site.facts.model.publication import YearFacts
    from ita_site.rules.figures.changes.compare import AgencyChanges

AGENCY_FILE = "agency.yml"
MOST = 200
"""Changes that the log holds; the newest."""
MOST_COMMITS = 2000
"""Commits that are read for them."""


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
    log = _read_log_at(root, commit, "" if path == "." else path)
    if log is None:
        return None
    entries = (dataclasses.replace(entry, url=link(entry.commit)) for entry in log.entries)
    return dataclasses.replace(log, entries=tuple(entries))


@lru_cache(maxsize=4)
def _read_log_at(root: Path, commit: str, path: str) -> Log | None:
    """The log as of a commit; kept, for a preview builds the same again and again."""
    with objects(root) as repository:
        if repository.folder_at(commit, path) is None:
            return None
        return _build_log(
            repository, list(folder_commits(root, commit, path)), shallow=is_shallow(root)
        )


def _build_log(repository: Objects, commits: list[Commit], *, shallow: bool) -> Log:
    agencies, entries, room = AgencyReader(repository), list[Entry](), MOST
    for at, commit in enumerate(commits):
        if room <= 0 or at >= MOST_COMMITS:
            return Log(tuple(entries), more=True, shallow=shallow)
        if shallow and not commit.before:
            continue
        entry = _entry(agencies, commit)
        if entry.agencies or entry.unread:
            entries.append(_cut_to(entry, room))
            room -= entries[-1].count
    return Log(tuple(entries), shallow=shallow)


def _entry(agencies: AgencyReader, commit: Commit) -> Entry:
    """What a commit changed. Only the agencies whose folder it changed are read."""
    repository = agencies.repository
    former = repository.folder_at(commit.before, commit.path_before) if commit.before else None
    old = agencies.folders(former)
    new = agencies.folders(repository.folder_at(commit.identity, commit.path))
    same = {slug for slug, folder in new.items() if old.get(slug) == folder}
    before = [agencies.agency(slug, folder) for slug, folder in old.items() if slug not in same]
    after = [agencies.agency(slug, folder) for slug, folder in new.items() if slug not in same]
    unread = frozenset(file for agency in (*before, *after) for file in agency.unread)
    facts = [agency.facts for agency in after]
    lent = share_unread_parts([agency.facts for agency in before], facts, unread)
    changes = compare_agencies(lent, facts, _day(commit.epoch))
    return Entry(commit.epoch, commit.identity, changes, unread=tuple(sorted(unread)))


def _day(epoch: int) -> BEDate:
    return BEDate.from_date(datetime.datetime.fromtimestamp(epoch, THAILAND).date())


def _cut_to(entry: Entry, room: int) -> Entry:
    """As much of it as there is room for."""
    if entry.count <= room:
        return entry
    kept = tuple(_first_changes(entry.agencies, room))
    cut = dataclasses.replace(entry, agencies=kept)
    return dataclasses.replace(cut, left=entry.count - cut.count)


def _first_changes(agencies: tuple[AgencyChanges, ...], room: int) -> Iterator[AgencyChanges]:
    for agency in agencies:
        if room > 0:
            yield dataclasses.replace(agency, changes=agency.changes[:room])
        room -= len(agency.changes)


@dataclass(frozen=True, slots=True)
class PastAgency:
    """An agency as it was, and the files of it that could not be read whole."""

    facts: AgencyFacts
    unread: frozenset[str]


@dataclass(slots=True)
class AgencyReader:
    """Reads agencies out of a repository."""

    repository: Objects
    _agencies: dict[tuple[str, str], PastAgency] = field(default_factory=dict)
    _years: dict[str, tuple[YearFacts, frozenset[str]]] = field(default_factory=dict)

    def folders(self, data: str | None) -> dict[str, str]:
        """The identity of each agency's folder in a data folder, by slug; of a single one by ''."""
        entries = self.repository.entries(data) if data else {}
        if AGENCY_FILE in entries and data:
            return {"": data}
        folders = {name: entry.identity for name, entry in entries.items() if entry.is_folder}
        return {
            name: folder
            for name, folder in folders.items()
            if AGENCY_FILE in self.repository.entries(folder)
        }

    def agency(self, slug: str, folder: str) -> PastAgency:
        """An agency's facts as a folder of the repository holds them."""
        if (slug, folder) not in self._agencies:
            self._agencies[slug, folder] = self._read_agency(slug, self.repository.entries(folder))
        return self._agencies[slug, folder]

    def _read_agency(self, slug: str, entries: Mapping[str, TreeEntry]) -> PastAgency:
        prefix = f"{slug}/" if slug else ""
        agency, channels, torn = self._read_own_files(slug, entries)
        years = {
            int(name): self._read_year(int(name), entry.identity)
            for name, entry in sorted(entries.items())
            if entry.is_folder and is_year(name)
        }
        unread = [*torn, *(f"{year}/{file}" for year, (_, bad) in years.items() for file in bad)]
        facts = AgencyFacts(slug, slug, agency, channels, tuple(year for year, _ in years.values()))
        return PastAgency(facts, frozenset(f"{prefix}{file}" for file in unread))

    def _read_own_files(
        self, slug: str, entries: Mapping[str, TreeEntry]
    ) -> tuple[Agency, Channels, frozenset[str]]:
        with TemporaryDirectory(prefix="ita-") as temporary:
            for name in AGENCY_FILES:
                if entry := entries.get(name):
                    Path(temporary, name).write_bytes(self.repository.content(entry.identity))
            reader = FolderReader(Path(temporary), "", slug)
            agency, channels = reader.read_own()
        return agency, channels, frozenset(file.lstrip("/") for file in reader.unsound)

    def _read_year(self, year: int, folder: str) -> tuple[YearFacts, frozenset[str]]:
        if folder not in self._years:
            with TemporaryDirectory(prefix="ita-") as temporary:
                self.repository.write(folder, Path(temporary, str(year)))
                reader = FolderReader(Path(temporary), "", "")
                facts = reader.read_year(year)
            torn = frozenset(file.removeprefix(f"/{year}/") for file in reader.unsound)
            self._years[folder] = facts, torn
        return self._years[folder]
