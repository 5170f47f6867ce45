"""What a portal's own pages show of an agency, apart from all else that its facts tell.

Small and plain, so that thousands fit into one process, and so that an agency whose pages were
built elsewhere is there by these alone.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - read at run time, as all types here
from dataclasses import dataclass
from decimal import Decimal  # noqa: TC003
from typing import TYPE_CHECKING

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.agency import AgencyKind  # noqa: TC001
from ita_site.rules.figures.agency_state import AgencyState, states
from ita_site.rules.figures.comparison import Rule, rule_of
from ita_site.rules.figures.criteria import Outcome
from ita_site.rules.figures.doubts import Doubt, doubts
from ita_site.rules.figures.pictures import pictures_of
from ita_site.rules.figures.places import district_of, place_slug, province_of
from ita_site.rules.figures.status import Tally  # noqa: TC001
from ita_site.site.pages.change_places import key_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.rules.figures.criteria import Verdicts
    from ita_site.site.pages.view import AgencyView
    from ita_site.site.pages.year_view import YearView


@dataclass(frozen=True)
class Who:
    """Who an agency is and where: province and district in one spelling, empty where unknown."""

    name: str
    kind: AgencyKind
    district: str
    province: str

    @property
    def place(self) -> str:
        """What stands for the province in an address."""
        return place_slug(self.province)


@dataclass(frozen=True)
class Met:
    """How many of a year's criteria there are, are met, and have to be seen by a person."""

    criteria: int
    met: int
    by_hand: int


@dataclass(frozen=True)
class YearSummary:
    """One assessment year of an agency: its result, and how far its measures are.

    `address` is that of its page. `tally` counts the measures its results item speaks of,
    those of `covered_year`, and `own_tally` its own; `runs_on` tells that these are not the same.
    `own_doubts` are about what the agency's own edition says, beyond those about the shipped one.
    """

    who: Who
    year: int
    address: str
    result_year: int
    implementation_year: int
    covered_year: int
    rule: Rule | None
    total: Decimal | None
    rating: str | None
    tally: Tally
    own_tally: Tally
    runs_on: bool
    overdue_count: int
    met: Met | None
    own_doubts: tuple[Doubt, ...]

    @property
    def name(self) -> str:
        """Whose it is."""
        return self.who.name

    @property
    def slug(self) -> str:
        """Of the agency."""
        return self.address.split("/", maxsplit=1)[0]

    @property
    def states(self) -> tuple[AgencyState, ...]:
        """What holds of the agency, as this year tells."""
        return states((self.tally, self.own_tally), self.overdue_count)

    @property
    def all_met(self) -> bool:
        """Whether no criterion that can be judged is left unmet."""
        return self.met is None or self.met.criteria == self.met.met + self.met.by_hand


@dataclass(frozen=True)
class AgencySummary:
    """An agency with its years, newest first.

    For `withheld` a notice stands in place of its pages. `current_year` tells of measures,
    `scored_year` has the newest result; both are None where there is no year. `pictures` are the
    files beside the pages that its reports show; `places` where each change of the public log
    leads that leads anywhere, by the change's own place.
    """

    who: Who
    slug: str
    prefix: str
    folder: str
    has_address: bool
    withheld: bool
    sample: bool
    years: tuple[YearSummary, ...]
    current_year: int | None
    scored_year: int | None
    pictures: tuple[str, ...]
    places: Mapping[str, str]

    @property
    def current(self) -> YearSummary | None:
        """The newest year that tells of measures."""
        return self._year(self.current_year)

    @property
    def newest_result(self) -> YearSummary | None:
        """The year that gives the newest result."""
        return self._year(self.scored_year)

    @property
    def states(self) -> tuple[AgencyState, ...]:
        """What holds of it, as its newest year tells."""
        if self.withheld:
            return (AgencyState.WITHHELD,)
        return self.current.states if self.current else (AgencyState.EMPTY,)

    def _year(self, number: int | None) -> YearSummary | None:
        return next((year for year in self.years if year.year == number), None)


def summary_of(view: AgencyView, verdicts: Mapping[str, Verdicts]) -> AgencySummary:
    """The summary of an agency; `verdicts` are the criteria's by the address of each year."""
    facts, agency = view.facts, view.facts.agency
    who = Who(agency.name, agency.kind, district_of(agency), province_of(agency))
    return AgencySummary(
        who,
        facts.slug,
        facts.prefix,
        facts.folder,
        has_address=facts.has_address,
        withheld=view.withheld,
        sample=agency.sample,
        years=() if view.withheld else tuple(_years(view, who, verdicts)),
        current_year=view.current.year if view.current else None,
        scored_year=view.newest_result.year if view.newest_result else None,
        pictures=tuple(sorted(pictures_of([facts]))),
        places=dict(_places(view)),
    )


def _years(view: AgencyView, who: Who, verdicts: Mapping[str, Verdicts]) -> Iterator[YearSummary]:
    for year in view.years:
        facts, scores = year.facts, year.scores
        yield YearSummary(
            who,
            year.year,
            year.address,
            facts.result_year,
            facts.implementation_year,
            year.covered_year,
            rule_of(year.edition, facts.result_year),
            scores.total if scores else None,
            scores.rating if scores else None,
            year.tally,
            year.own_tally,
            runs_on=year.runs_on,
            overdue_count=year.overdue_count,
            met=_met(year, verdicts),
            own_doubts=tuple(_own_doubts(year)),
        )


def _own_doubts(year: YearView) -> Iterator[Doubt]:
    shipped = edition_for(year.year)
    if year.edition is not shipped:
        known = {*doubts(shipped, year.year, year.year - 1)}
        found = doubts(year.edition, year.year, year.facts.result_year)
        yield from (doubt for doubt in found if doubt not in known)


def _met(year: YearView, verdicts: Mapping[str, Verdicts]) -> Met | None:
    found = verdicts.get(year.address)
    if found is None:
        return None
    return Met(len(found.verdicts), found.count(Outcome.MET), found.count(Outcome.BY_HAND))


def _places(view: AgencyView) -> Iterator[tuple[str, str]]:
    for entry in view.log.entries if view.log and not view.withheld else ():
        for agency in entry.agencies:
            for change in agency.changes:
                if at := place_of(view, change):
                    yield key_of(change), at
