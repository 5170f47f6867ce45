"""An agency over the years: weaknesses that come back, measures taken up again or left undone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.rules.figures.recurring import can_show_weakness, weaknesses
from ita_site.rules.figures.rounds import is_over
from ita_site.rules.figures.status import Standing, measure_reports, tally
from ita_site.rules.figures.trend import trend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.recurring import Weakness
    from ita_site.rules.figures.status import MeasureReports, Tally
    from ita_site.rules.figures.trend import Trend

AT_LEAST = 2
UNFINISHED = frozenset({Standing.IN_PROGRESS, Standing.NOT_STARTED, Standing.NOT_REPORTED})
"""Standings of what was not done, or of which nobody says that it was."""


@dataclass(frozen=True, slots=True)
class History:
    """What several years tell together; result years and fiscal years each oldest first.

    `analysed` are the result years of which the agency gave scores or an analysis, `looked_at`
    those among them in which a weakness could be seen.
    """

    trend: Trend
    analysed: tuple[int, ...]
    looked_at: tuple[int, ...]
    weaknesses: tuple[Weakness, ...]
    measure_years: tuple[MeasureYear, ...]
    carried: tuple[CarriedMeasure, ...]
    unfinished: tuple[Unfinished, ...]

    @property
    def below_again(self) -> tuple[Weakness, ...]:
        """The indicators that missed the target in two years or more."""
        return tuple(weakness for weakness in self.weaknesses if weakness.below_again)

    @property
    def taken_up(self) -> tuple[Unfinished, ...]:
        """The unfinished measures that stand in the following year as well."""
        return tuple(entry for entry in self.unfinished if entry.taken_up)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The standings that occur in any year, in the order in which they are counted."""
        found = {standing for year in self.measure_years for standing, _ in year.tally.present}
        return tuple(standing for standing in Standing if standing in found)

    @property
    def span(self) -> range:
        """Every fiscal year from the first with measures to the last."""
        years = self.measure_years
        return range(years[0].year, years[-1].year + 1) if years else range(0)

    def measure_year(self, year: int) -> MeasureYear | None:
        """The measures of a fiscal year, None when they are not known."""
        return next((entry for entry in self.measure_years if entry.year == year), None)

    @property
    def unknown_years(self) -> tuple[int, ...]:
        """The fiscal years in between whose measures are not known."""
        return tuple(year for year in self.span if self.measure_year(year) is None)


def history(agency: AgencyFacts, today: BEDate) -> History | None:
    """What the years tell together; None until there are two years of results or of measures."""
    if len(agency.years) < AT_LEAST:
        return None
    scored, years = trend(agency), measure_years(agency, today)
    if max(len(scored.results), len(years)) < AT_LEAST:
        return None
    return History(
        scored,
        _result_years(facts for facts in agency.years if facts.assessment),
        _result_years(filter(can_show_weakness, agency.years)),
        weaknesses(scored, agency),
        years,
        carried(years),
        tuple(unfinished(years)),
    )


def _result_years(years: Iterable[YearFacts]) -> tuple[int, ...]:
    return tuple(sorted({facts.result_year for facts in years}))


@dataclass(frozen=True, slots=True)
class MeasureYear:
    """The measures of one fiscal year; `over` tells whether that year has passed."""

    year: int
    facts: YearFacts
    reports: tuple[MeasureReports, ...]
    over: bool

    @property
    def tally(self) -> Tally:
        """How many measures have each standing."""
        return tally(self.reports)

    def find(self, measure_id: str) -> MeasureReports | None:
        """The measure that has or had that id, None when this year has none."""
        found = (entry for entry in self.reports if measure_id in entry.measure.ids)
        return next(found, None)

    def number(self, measure_id: str) -> int:
        """The place of a measure in its year, from 1."""
        return 1 + [measure_id in entry.measure.ids for entry in self.reports].index(True)


@dataclass(frozen=True, slots=True)
class CarriedMeasure:
    """A measure that stands in two years or more, with each of these years, oldest first."""

    id: str
    years: tuple[MeasureYear, ...]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A measure that was not finished, and the next year of which measures are known."""

    id: str
    year: MeasureYear
    following: MeasureYear

    @property
    def taken_up(self) -> MeasureReports | None:
        """What it became in the following year; None when it does not stand there."""
        return self.following.find(self.id)

    @property
    def between(self) -> tuple[int, ...]:
        """The years in between of which nothing is known; it may have been finished there."""
        return tuple(range(self.year.year + 1, self.following.year))


def measure_years(agency: AgencyFacts, today: BEDate) -> tuple[MeasureYear, ...]:
    """The fiscal years with measures, oldest first. Of two folders for one the newer holds."""
    newest = {facts.implementation_year: facts for facts in agency.years if facts.measures.measures}
    return tuple(
        MeasureYear(
            year,
            newest[year],
            measure_reports(newest[year]),
            over=is_over(newest[year], today),
        )
        for year in sorted(newest)
    )


def carried(years: tuple[MeasureYear, ...]) -> tuple[CarriedMeasure, ...]:
    """The measures that stand in two years or more, in the order they first appeared.

    They are the same by their id, or by one that they say they had.
    """
    found: dict[str, list[MeasureYear]] = {}
    for year in years:
        for entry in year.reports:
            ids = entry.measure.ids
            known = next((one for one in ids if one in found), entry.measure.id)
            found.setdefault(known, []).append(year)
    return tuple(
        CarriedMeasure(measure_id, tuple(places))
        for measure_id, places in found.items()
        if len(places) > 1
    )


def unfinished(years: tuple[MeasureYear, ...]) -> Iterator[Unfinished]:
    """What each year that has passed left unfinished, where a later year is known, in order."""
    for year, following in pairwise(years):
        left = (entry for entry in year.reports if entry.standing in UNFINISHED)
        yield from (Unfinished(entry.measure.id, year, following) for entry in left if year.over)
