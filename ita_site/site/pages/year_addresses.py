"""The addresses of a year's pages, and of the files beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.publication import AgencyFacts, YearFacts


@dataclass(frozen=True)
class YearAddresses:
    """Where what belongs to one year of an agency stands, below the site's root."""

    agency: AgencyFacts
    facts: YearFacts

    @property
    def year(self) -> int:
        """The assessment year."""
        return self.facts.year

    @property
    def edition(self) -> Edition:
        """What that year asks."""
        return self.facts.edition

    @property
    def address(self) -> str:
        """Of the year's own page."""
        return f"{self.agency.prefix}{self.year}/"

    @property
    def measures_address(self) -> str:
        """Of the measures item."""
        return f"{self.address}{self.edition.items.measures.slug}/"

    @property
    def results_address(self) -> str:
        """Of the results item."""
        return f"{self.address}{self.edition.items.results.slug}/"

    @property
    def measures_document(self) -> str:
        """Where the measures item is as a PDF."""
        return f"{self.measures_address.removesuffix('/')}.pdf"

    @property
    def results_document(self) -> str:
        """Where the results item is as a PDF."""
        return f"{self.results_address.removesuffix('/')}.pdf"

    @property
    def picture(self) -> str:
        """Of the year's picture, for messengers."""
        return f"{self.address}share.png"

    def shared_address(self, measure_id: str) -> str:
        """By which one of its own measures is passed on; it leads to where that is told of."""
        return f"{self.address}measures/{measure_id}/"

    def measure_picture(self, measure_id: str) -> str:
        """Of one of its own measures, for messengers."""
        return f"{self.shared_address(measure_id)}share.png"

    @property
    def checklist_address(self) -> str:
        """Of the page that shows each criterion's place."""
        return f"{self.address}checklist/"

    @property
    def oit_address(self) -> str:
        """Of the index of all OIT items, where the agency gives one."""
        return f"{self.address}oit/"

    @property
    def progress_address(self) -> str:
        """Of how far its own measures are, where its results item speaks of another year's."""
        return f"{self.address}progress/"
