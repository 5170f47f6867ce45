"""A data folder to a publication: one agency, or a folder of such folders."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.content.folder import HEADINGS, PLAN, REST, read_file
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.model.portal import UNNAMED
from ita_site.facts.model.publication import AgencyFacts, Publication
from ita_site.facts.plain_files import (
    Entry,
    Kind,
    entry_problems,
    is_linked,
    is_plain_folder,
    readable,
    walk,
)
from ita_site.facts.problems import Problem
from ita_site.facts.reading.folder import PORTAL_FILE, FolderReader
from ita_site.facts.reading.locked import (
    altered,
    lock_problems,
    locked_agencies,
    portal_of,
)
from ita_site.facts.reading.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from ita_site.facts.content.folder import ContentFile
    from ita_site.facts.reading.locked import LockedAgency

OWN_FILE = "agency.yml"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, where it stands, and what was wrong with it.

    `unsound` names the files that could not be read whole.
    """

    publication: Publication
    sources: Sources
    problems: tuple[Problem, ...]
    unsound: frozenset[str]


def read_publication(data_dir: Path, only: Collection[str] | None = None) -> Reading:
    """Read everything, no link followed; never raises for what the folder holds.

    `only` names the folders of a portal's agencies that are read; by default it is every one.
    """
    name = data_dir.as_posix()
    if is_linked(data_dir):
        problems = tuple(entry_problems(Entry(data_dir, name, Kind.LINK), name))
        return Reading(Publication(()), Sources(), problems, frozenset())
    reading = _read_folder(data_dir, name, only)
    linked = tuple(_not_plain(data_dir, name, only))
    reading.sources.leftovers.extend(_leftovers(data_dir, reading.publication))
    return dataclasses.replace(
        reading,
        problems=(*linked, *reading.problems),
        unsound=reading.unsound | {problem.file for problem in linked if problem.is_error},
    )


def _not_plain(data_dir: Path, name: str, only: Collection[str] | None) -> Iterator[Problem]:
    """Links, and whatever else is neither a file nor a folder."""
    if not data_dir.is_dir():
        return
    apart = set() if only is None else {it.name for it in agency_folders(data_dir)} - set(only)
    yield from _strange_entries(data_dir, name, apart)
    for agency in locked_agencies(data_dir):
        if agency.slug not in apart:
            yield from _strange_entries(agency.folder, agency.name, ())


def _strange_entries(folder: Path, name: str, apart: Collection[str]) -> Iterator[Problem]:
    for entry in walk(folder, apart):
        if not entry.path.name.startswith((".", "_")):
            yield from entry_problems(entry, readable(f"{name}/{entry.name}"))


def _leftovers(data_dir: Path, publication: Publication) -> Iterator[ContentFile]:
    slugs = [agency.slug for agency in publication.agencies if agency.slug]
    for folder in (data_dir.parent, data_dir, *(data_dir / slug for slug in slugs)):
        for path in (folder / REST, *sorted(folder.glob(f"*{PLAN}"))):
            if file := read_file(path):
                yield file


def _read_folder(data_dir: Path, name: str, only: Collection[str] | None) -> Reading:
    if (data_dir / OWN_FILE).is_file():
        return _gather([FolderReader(data_dir, name, "")], ())
    folders = agency_folders(data_dir)
    strangers = tuple(_strangers(data_dir, name)) if data_dir.is_dir() else ()
    if not folders and not portal_of(data_dir).agencies:
        files = (problem for problem in strangers if problem.code == "ITA221")
        problem = Problem(name, 1, 1, "ITA222", "", {"value": name})
        return Reading(Publication(()), Sources(), (problem, *files), frozenset())
    locked = {agency.slug: agency for agency in locked_agencies(data_dir)}
    read = [folder for folder in folders if only is None or folder.name in only]
    readers = [_reader(it, name, locked.get(it.name)) for it in read]
    changed = [found for it in read if it.name in locked for found in altered(locked[it.name])]
    gathered = _gather(readers, (*strangers, *changed))
    return _as_portal(FolderReader(data_dir, name, ""), gathered, only)


def _reader(folder: Path, name: str, locked: LockedAgency | None) -> FolderReader:
    """One of a repository of its own is called by that in messages."""
    called = locked.name if locked else f"{name}/{folder.name}"
    return FolderReader(folder, called, folder.name, is_elsewhere=locked is not None)


def _as_portal(own: FolderReader, reading: Reading, only: Collection[str] | None) -> Reading:
    """The agencies' reading, with what the portal says of itself and whom it lacks."""
    portal = own.read_portal() or UNNAMED
    readers = (
        FolderReader(folder, f"{own.name}/{folder.name}", folder.name)
        for folder in nameless_folders(own.folder)
        if only is None or folder.name in only
    )
    withheld = tuple(reader.nameless() for reader in readers)
    reading.sources.documents.update(own.sources.documents)
    unlocked = () if own.unsound else lock_problems(own, portal)
    return dataclasses.replace(
        reading,
        publication=Publication(reading.publication.agencies, portal, withheld),
        problems=(*reading.problems, *own.problems, *unlocked),
    )


def _strangers(data_dir: Path, name: str) -> Iterator[Problem]:
    """What lies beside the agencies of a portal and is none."""
    for entry in sorted(data_dir.iterdir()):
        file = f"{name}/{entry.name}"
        if entry.name.startswith((".", "_")) or entry.name in (PORTAL_FILE, HEADINGS):
            continue
        if is_linked(entry):
            continue
        if entry.is_dir() and not (entry / OWN_FILE).is_file():
            yield Problem(file, 1, 1, "ITA220", "", {"value": f"{file}/{OWN_FILE}"})
        elif entry.suffix.lower() in (".yml", ".yaml"):
            known = [PORTAL_FILE, OWN_FILE]
            details = {"value": entry.name, "choices": ", ".join(known)}
            details["suggestion"] = suggestion(entry.name, known)
            yield Problem(file, 1, 1, "ITA221", "", details)


def agency_folders(data_dir: Path) -> list[Path]:
    """The agencies of a portal, by their folders; none where one agency stands alone.

    Those of repositories of their own lie elsewhere, in folders that are called by their slug.
    """
    if not data_dir.is_dir():
        return []
    found = (path for path in data_dir.iterdir() if is_plain_folder(path))
    own = [path for path in found if (path / OWN_FILE).is_file()]
    locked = [agency.folder for agency in locked_agencies(data_dir)]
    return sorted([*own, *locked], key=lambda path: path.name)


def nameless_folders(data_dir: Path) -> list[Path]:
    """Those in which facts lie but nothing says whose they are."""
    entries = (path for path in data_dir.iterdir() if not path.name.startswith((".", "_")))
    folders = sorted(path for path in entries if is_plain_folder(path))
    without = (folder for folder in folders if not (folder / OWN_FILE).is_file())
    return [folder for folder in without if any(folder.rglob("*.y*ml"))]


def _gather(readers: list[FolderReader], strangers: tuple[Problem, ...]) -> Reading:
    agencies: list[AgencyFacts] = []
    sources, problems = Sources(), list(strangers)
    unsound: set[str] = set()
    for reader in readers:
        agencies.append(reader.read())
        sources.documents.update(reader.sources.documents)
        problems.extend(reader.problems)
        unsound |= reader.unsound
        if not agencies[-1].has_address:
            details = {"value": reader.slug}
            problems.append(Problem(reader.name, 1, 1, "ITA224", "", details))
    return Reading(Publication(tuple(agencies)), sources, tuple(problems), frozenset(unsound))
