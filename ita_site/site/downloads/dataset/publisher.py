"""Who publishes open data, under which terms, and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.rules.figures.places import district_of, province_of
from ita_site.rules.figures.updates import last_updated
from ita_site.site.downloads.dataset.identity import agency_id

if TYPE_CHECKING:
    from ita_site.facts.model.agency import Contact
    from ita_site.facts.model.licence import Licence
    from ita_site.facts.model.portal import Portal
    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.thai.calendar import BEDate

TITLE = "มาตรการ ผลการดำเนินการ และคะแนน ITA"
TITLE_EN = "Integrity measures, their results and ITA scores"


@dataclass(frozen=True, slots=True)
class Publisher:
    """An agency, or who publishes for all of a portal.

    `id` stands for it in names, `home` is the address of its front page in full, empty where
    that is not known. `years` are the first and last year in which measures are carried out.
    """

    id: str
    name: str
    name_en: str | None
    home: str
    contact: Contact
    licence: Licence | None
    website: str | None = None
    place: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    updated: BEDate | None = None

    @property
    def title(self) -> str:
        """What its data are called."""
        return f"{TITLE} {self.name}"

    @property
    def title_en(self) -> str:
        """The same in English, as far as it has an English name."""
        return f"{TITLE_EN}: {self.name_en or self.name}"

    @classmethod
    def of_portal(cls, portal: Portal) -> Publisher:
        """Who publishes for all agencies of a portal."""
        home = f"{portal.site_url.rstrip('/')}/" if portal.site_url else ""
        return cls("all", portal.name, None, home, portal.contact, portal.licence)

    @classmethod
    def of_agency(cls, facts: AgencyFacts, home: str, today: BEDate) -> Publisher:
        """An agency; its front page is at `home`, or nobody says where."""
        agency = facts.agency
        places = (district_of(agency), province_of(agency))
        years = [year.implementation_year for year in facts.years]
        return cls(
            agency_id(facts),
            agency.name,
            agency.name_en,
            home,
            agency.contact,
            agency.licence,
            agency.website,
            place=tuple(filter(None, places)),
            years=(min(years), max(years)) if years else None,
            updated=last_updated(facts, today),
        )
