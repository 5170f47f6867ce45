"""Agencies as they were: each folder of the history read once, however many commits hold it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_site.facts.model.publication import AgencyFacts
from ita_site.facts.reading.folder import AGENCY_FILES, FolderReader, is_year

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.git.objects import Entry, Objects
    from ita_site.facts.model.agency import Agency
    from ita_site.facts.model.channels import Channels
    from ita_site.facts.model.publication import YearFacts

OWN = "agency.yml"


@dataclass(frozen=True, slots=True)
class Former:
    """An agency as it was, and the files of it that could not be read whole."""

    facts: AgencyFacts
    unread: frozenset[str]


@dataclass(slots=True)
class Trees:
    """Reads agencies out of a repository."""

    repository: Objects
    _agencies: dict[tuple[str, str], Former] = field(default_factory=dict)
    _years: dict[str, tuple[YearFacts, frozenset[str]]] = field(default_factory=dict)

    def folders(self, data: str | None) -> dict[str, str]:
        """The identity of each agency's folder in a data folder, by slug; of a single one by ''."""
        entries = self.repository.entries(data) if data else {}
        if OWN in entries and data:
            return {"": data}
        folders = {name: entry.identity for name, entry in entries.items() if entry.is_folder}
        return {
            name: folder
            for name, folder in folders.items()
            if OWN in self.repository.entries(folder)
        }

    def agency(self, slug: str, folder: str) -> Former:
        """An agency's facts as a folder of the repository holds them."""
        if (slug, folder) not in self._agencies:
            self._agencies[slug, folder] = self._read(slug, self.repository.entries(folder))
        return self._agencies[slug, folder]

    def _read(self, slug: str, entries: Mapping[str, Entry]) -> Former:
        prefix = f"{slug}/" if slug else ""
        agency, channels, torn = self._own(slug, entries)
        years = {
            int(name): self._year(int(name), entry.identity)
            for name, entry in sorted(entries.items())
            if entry.is_folder and is_year(name)
        }
        unread = [*torn, *(f"{year}/{file}" for year, (_, bad) in years.items() for file in bad)]
        facts = AgencyFacts(slug, slug, agency, channels, tuple(year for year, _ in years.values()))
        return Former(facts, frozenset(f"{prefix}{file}" for file in unread))

    def _own(
        self, slug: str, entries: Mapping[str, Entry]
    ) -> tuple[Agency, Channels, frozenset[str]]:
        with TemporaryDirectory(prefix="ita-") as temporary:
            for name in AGENCY_FILES:
                if entry := entries.get(name):
                    Path(temporary, name).write_bytes(self.repository.content(entry.identity))
            reader = FolderReader(Path(temporary), "", slug)
            agency, channels = reader.read_own()
        return agency, channels, frozenset(file.lstrip("/") for file in reader.unsound)

    def _year(self, year: int, folder: str) -> tuple[YearFacts, frozenset[str]]:
        if folder not in self._years:
            with TemporaryDirectory(prefix="ita-") as temporary:
                self.repository.write(folder, Path(temporary, str(year)))
                reader = FolderReader(Path(temporary), "", "")
                facts = reader.read_year(year)
            torn = frozenset(file.removeprefix(f"/{year}/") for file in reader.unsound)
            self._years[folder] = facts, torn
        return self._years[folder]
