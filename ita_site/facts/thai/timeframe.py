"""A timeframe: when a measure runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ita_site.facts.thai.calendar import BEDate, YearMonth  # noqa: TC001 - pydantic asks for them
from ita_site.facts.thai.fiscal import fiscal_year_of


class TimeframeKind(StrEnum):
    """How a timeframe says when."""

    RANGE = "range"
    POINTS = "points"
    MONTH = "month"
    QUARTERS = "quarters"
    EVERY_QUARTER = "every_quarter"
    EVERY_N_MONTHS = "every_n_months"
    WHOLE_YEAR = "whole_year"
    ROUNDS = "rounds"
    UNPARSED = "unparsed"


@dataclass(frozen=True, slots=True)
class Timeframe:
    """When something happens.

    Attributes:
        raw: The words exactly as written.
        kind: How they say when; UNPARSED when they were not understood.
        start: The first month, where it follows from the words and the fiscal year.
        end: The last month, likewise.
        points: The months named one by one, in the order written (POINTS).
        named: The days and months the words name and nothing else, in the order written: both
            ends of a RANGE, each of POINTS, the one of MONTH. Empty where they say more.
        quarters: The quarters of the fiscal year, ascending (QUARTERS).
        interval_months: Months from one time to the next (EVERY_N_MONTHS).
        rounds: Reporting rounds in months from the start of the year, ascending (ROUNDS).
        fiscal_year: The Buddhist fiscal year the words count in, stated or assumed; None
            when they name their months themselves (RANGE, POINTS, MONTH).
        runs_backwards: Whether it is UNPARSED because it ends before it begins, by the
            months and years written in it.
    """

    raw: str
    kind: TimeframeKind
    start: YearMonth | None = None
    end: YearMonth | None = None
    points: tuple[YearMonth, ...] = ()
    named: tuple[BEDate | YearMonth, ...] = ()
    quarters: tuple[int, ...] = ()
    interval_months: int | None = None
    rounds: tuple[int, ...] = ()
    fiscal_year: int | None = None
    runs_backwards: bool = False

    @property
    def understood(self) -> bool:
        """Whether the words were understood."""
        return self.kind is not TimeframeKind.UNPARSED

    def lies_outside(self, fiscal_year: int) -> bool:
        """Return whether any month of it is outside this fiscal year (Buddhist era)."""
        months = (self.start, self.end, *self.points)
        return any(month and fiscal_year_of(month) != fiscal_year for month in months)
