"""A moment inside a timeframe: a month or a day, its year often left to the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import (
    MONTH_NUMBERS,
    MONTH_PATTERN,
    YEAR_PATTERN,
    BEDate,
    YearMonth,
    full_year,
    parse_date,
    parse_month,
)
from ita_site.facts.thai.fiscal import fiscal_months

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPOKEN: Final = re.compile(f"(?:(?:วันที่)?(?P<day>[0-9]{{1,2}}))?{MONTH_PATTERN}(?:{YEAR_PATTERN})?")
_DAY_ALONE: Final = re.compile("(?:วันที่)?(?P<day>[0-9]{1,2})")


@dataclass(frozen=True, slots=True)
class Moment:
    """A month or a day as written; what was not written is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def before(self, later: Moment) -> Moment:
        """Return this moment with what it lacks taken from the one written after it."""
        if self.month is None:
            return replace(later, day=self.day)
        if self.year is not None or later.year is None or later.month is None:
            return self
        return replace(self, year=later.year - (self.month > later.month))

    def after(self, earlier: Moment) -> Moment:
        """Return this moment with the year it lacks taken from the one written before it."""
        if self.year is not None or earlier.year is None:
            return self
        if self.month is None or earlier.month is None:
            return self
        return replace(self, year=earlier.year + (self.month < earlier.month))

    def within(self, fiscal_year: int | None) -> Moment:
        """Return this moment with the year it lacks taken from a fiscal year."""
        if self.year is not None or self.month is None or fiscal_year is None:
            return self
        first, _ = fiscal_months(fiscal_year)
        return replace(self, year=first.year + (self.month < first.month))

    def first_day(self) -> BEDate:
        """Return the day, or the first day of the month.

        Raises:
            ValueError: Month or year are unknown, or there is no such day.
        """
        return BEDate(*self._year_and_month(), 1 if self.day is None else self.day)

    def last_day(self) -> BEDate:
        """Return the day, or the last day of the month.

        Raises:
            ValueError: Month or year are unknown, or there is no such day.
        """
        return self.first_day() if self.day else YearMonth(*self._year_and_month()).last_day()

    def _year_and_month(self) -> tuple[int, int]:
        if self.year is None or self.month is None:
            message = f"no year and month: {self}"
            raise ValueError(message)
        return self.year, self.month


def read_moments(parts: Sequence[str], fiscal_year: int | None) -> list[Moment]:
    """Read moments written one after the other, each lending its year to its neighbours.

    Args:
        parts: Compact texts such as "ตค", "ธค2565", "1ตค65", "1/10/2565" or a day alone.
        fiscal_year: The one (Buddhist era) to place months in when none of them has a year.

    Returns:
        The moments; a year nobody could lend is still None.

    Raises:
        ValueError: A part names no moment.
    """
    moments = [_read_moment(part) for part in parts]
    for index in range(len(moments) - 2, -1, -1):
        moments[index] = moments[index].before(moments[index + 1])
    for index in range(1, len(moments)):
        moments[index] = moments[index].after(moments[index - 1])
    return [moment.within(fiscal_year) for moment in moments]


def _read_moment(part: str) -> Moment:
    if match := _SPOKEN.fullmatch(part):
        year, day = match["year"], match["day"]
        month = MONTH_NUMBERS[match["month"]]
        return Moment(full_year(year) if year else None, month, int(day) if day else None)
    if match := _DAY_ALONE.fullmatch(part):
        return Moment(day=int(match["day"]))
    return _read_numeric(part)


def _read_numeric(part: str) -> Moment:
    if part.count("-") == 1:
        month = parse_month(part)
        return Moment(month.year, month.month)
    date = parse_date(part)
    return Moment(date.year, date.month, date.day)
