"""Measures over the years: which were taken up again, and what became of the unfinished ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.facts.thai.fiscal import round_due
from ita_site.rules.figures.status import Standing, measure_reports, tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.status import MeasureReports, Tally

UNFINISHED = frozenset({Standing.IN_PROGRESS, Standing.NOT_STARTED, Standing.NOT_REPORTED})
"""Standings of what was not done, or of which nobody says that it was."""
WHOLE_YEAR = 12


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
        """The measure of that id, None when this year has none."""
        found = (entry for entry in self.reports if entry.measure.id == measure_id)
        return next(found, None)

    def number(self, measure_id: str) -> int:
        """The place of a measure in its year, from 1."""
        return 1 + [entry.measure.id for entry in self.reports].index(measure_id)


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
            over=round_due(year, WHOLE_YEAR) < today,
        )
        for year in sorted(newest)
    )


def carried(years: tuple[MeasureYear, ...]) -> tuple[CarriedMeasure, ...]:
    """The measures that keep their id in two years or more, in the order they first appeared."""
    found: dict[str, list[MeasureYear]] = {}
    for year in years:
        for entry in year.reports:
            found.setdefault(entry.measure.id, []).append(year)
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
