"""A data folder to a publication: one agency, or a folder of such folders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.model.fields import suggestion
from ita_site.model.publication import AgencyFacts, Publication
from ita_site.problems import Problem
from ita_site.reading.folder import FolderReader
from ita_site.reading.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, where it stands, and what was wrong with it.

    `unsound` names the files that could not be read whole.
    """

    publication: Publication
    sources: Sources
    problems: tuple[Problem, ...]
    unsound: frozenset[str]


def read_publication(data_dir: Path) -> Reading:
    """Read everything; never raises for what the files hold."""
    name = data_dir.as_posix()
    if (data_dir / "agency.yml").is_file():
        return _gather([FolderReader(data_dir, name, "")], ())
    folders = _agency_folders(data_dir)
    strangers = tuple(_strangers(data_dir, name)) if data_dir.is_dir() else ()
    if not folders:
        files = (problem for problem in strangers if problem.code == "ITA221")
        problem = Problem(name, 1, 1, "ITA222", "", {"value": name})
        return Reading(Publication(()), Sources(), (problem, *files), frozenset())
    readers = [FolderReader(folder, f"{name}/{folder.name}", folder.name) for folder in folders]
    return _gather(readers, strangers)


def _strangers(data_dir: Path, name: str) -> Iterator[Problem]:
    """What lies beside the agencies of a portal and is none."""
    for entry in sorted(data_dir.iterdir()):
        file = f"{name}/{entry.name}"
        if entry.name.startswith((".", "_")):
            continue
        if entry.is_dir() and not (entry / "agency.yml").is_file():
            yield Problem(file, 1, 1, "ITA220", "", {"value": f"{file}/agency.yml"})
        elif entry.suffix.lower() in (".yml", ".yaml"):
            details = {"value": entry.name, "choices": "agency.yml"}
            details["suggestion"] = suggestion(entry.name, ["agency.yml"])
            yield Problem(file, 1, 1, "ITA221", "", details)


def _agency_folders(data_dir: Path) -> list[Path]:
    if not data_dir.is_dir():
        return []
    found = sorted(path for path in data_dir.iterdir() if path.is_dir())
    return [path for path in found if (path / "agency.yml").is_file()]


def _gather(readers: list[FolderReader], strangers: tuple[Problem, ...]) -> Reading:
    agencies: list[AgencyFacts] = []
    sources, problems = Sources(), list(strangers)
    unsound: set[str] = set()
    for reader in readers:
        agencies.append(reader.read())
        sources.documents.update(reader.sources.documents)
        problems.extend(reader.problems)
        unsound |= reader.unsound
        if reader.slug and not SLUG.fullmatch(reader.slug):
            details = {"value": reader.slug}
            problems.append(Problem(reader.name, 1, 1, "ITA224", "", details))
    return Reading(Publication(tuple(agencies)), sources, tuple(problems), frozenset(unsound))
