"""Which of an agency's years a results item speaks of.

From 2567 on, the item reports the fiscal year before (the edition says so): its facts
stand in the folder of the year in which the measures were carried out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.facts.model.edition import Item
    from ita_site.facts.model.publication import AgencyFacts, YearFacts


def covered_year(year: YearFacts) -> int:
    """The fiscal year whose results the item asks for."""
    return year.year + year.edition.items.results.covers


def covered_facts(agency: AgencyFacts, year: YearFacts) -> YearFacts | None:
    """The year whose measures and reports the results page shows, or None when not given."""
    wanted = covered_year(year)
    candidates = (year, *reversed(agency.years))
    fitting = (facts for facts in candidates if facts.implementation_year == wanted)
    return next((facts for facts in fitting if facts.measures.measures), None)


def asked_by(agency: AgencyFacts, year: YearFacts) -> tuple[YearFacts, ...]:
    """The rounds whose results item reports on this year's measures, the first one first."""
    return tuple(round_ for round_ in agency.years if covered_facts(agency, round_) is year)


def reporting_item(agency: AgencyFacts, year: YearFacts) -> Item:
    """The item on whose page a year tells how far its own measures are."""
    items = year.edition.items
    return items.results if covered_facts(agency, year) is year else items.measures
