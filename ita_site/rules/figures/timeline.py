"""When each measure of a year runs and reports, along the twelve months of the fiscal year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import BEDate, YearMonth
from ita_site.facts.thai.fiscal import fiscal_months, fiscal_year_of
from ita_site.facts.thai.timeframe import Timeframe, TimeframeKind
from ita_site.rules.figures.rounds import rounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.publication import YearFacts
    from ita_site.rules.figures.rounds import Round
    from ita_site.rules.figures.status import MeasureReports

MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring months, the last included."""

    first: YearMonth
    last: YearMonth

    @property
    def is_one_month(self) -> bool:
        """Whether it begins and ends in one month."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Course:
    """How a measure goes through the year.

    `spans` are the months it runs in, also those outside the fiscal year, in order; none
    where the agency gives no time that was understood. `by_steps` tells that they are those
    of its steps.
    """

    entry: MeasureReports
    spans: tuple[Span, ...]
    rounds: tuple[Round, ...]
    by_steps: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A fiscal year with its measures, seen on a day. `year` is in the Buddhist era."""

    year: int
    today: BEDate
    courses: tuple[Course, ...]

    @property
    def first(self) -> YearMonth:
        """Its first month, October."""
        return fiscal_months(self.year)[0]

    @property
    def last(self) -> YearMonth:
        """Its last month."""
        return fiscal_months(self.year)[1]

    @property
    def is_running(self) -> bool:
        """Whether today lies in it."""
        return fiscal_year_of(self.today) == self.year

    def months_to(self, month: YearMonth) -> int:
        """How many months of the year have passed when a month begins, 0 to 12."""
        return min(max(_number(month) - _number(self.first), 0), MONTHS)

    @property
    def months_to_today(self) -> float:
        """How many have passed today, with the part of this month."""
        month = YearMonth(self.today.year, self.today.month)
        return self.months_to(month) + self.today.day / month.last_day().day


def timeline(
    reports: tuple[MeasureReports, ...], year: YearFacts, today: BEDate
) -> Timeline | None:
    """The timeline of a year's own measures; None where there is nothing to draw."""
    courses = tuple(_course(entry, year, today) for entry in reports)
    if not any(course.spans or course.rounds for course in courses):
        return None
    return Timeline(year.implementation_year, today, courses)


def _course(entry: MeasureReports, year: YearFacts, today: BEDate) -> Course:
    measure = entry.measure
    own = tuple(_joined(measure.timeframes))
    of_steps = (timeframe for step in measure.steps for timeframe in step.timeframes)
    spans = own or tuple(_joined(of_steps))
    return Course(entry, spans, rounds(entry, year, today), by_steps=bool(spans) and not own)


def _joined(timeframes: Iterable[Timeframe]) -> Iterator[Span]:
    """The months of all of them, neighbours as one span."""
    months = {month for timeframe in timeframes for month in _months(timeframe)}
    firsts = sorted(month for month in months if month.plus(-1) not in months)
    lasts = sorted(month for month in months if month.plus(1) not in months)
    return map(Span, firsts, lasts)


def _months(timeframe: Timeframe) -> Iterator[YearMonth]:
    for first, last in _stretches(timeframe):
        for at in range(_number(last) - _number(first) + 1):
            yield first.plus(at)


def _stretches(timeframe: Timeframe) -> Iterator[tuple[YearMonth, YearMonth]]:
    if timeframe.points:
        yield from ((point, point) for point in timeframe.points)
    elif timeframe.kind is TimeframeKind.QUARTERS and timeframe.start:
        first = fiscal_months(fiscal_year_of(timeframe.start))[0]
        for quarter in timeframe.quarters:
            yield first.plus(3 * quarter - 3), first.plus(3 * quarter - 1)
    elif timeframe.start and timeframe.end:
        yield timeframe.start, timeframe.end


def _number(month: YearMonth) -> int:
    return month.year * MONTHS + month.month
