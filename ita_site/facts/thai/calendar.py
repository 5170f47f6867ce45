"""The Thai calendar: Buddhist years, Thai month names, dates and months as written."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final, Self

from ita_site.facts.thai.text import compact

MONTHS: Final = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
ABBREVIATIONS: Final = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)
MONTH_NUMBERS: Final = {
    compact(name): number
    for names in (MONTHS, ABBREVIATIONS)
    for number, name in enumerate(names, 1)
}
"""The month, 1 to 12, of every name and abbreviation in compact writing ("ตค")."""

MONTH_PATTERN: Final = f"(?:เดือน)?(?P<month>{'|'.join(MONTH_NUMBERS)})"
YEAR_PATTERN: Final = "(?:ปี)?(?:พศ)?(?P<year>[0-9]{4}|[0-9]{2})"

THAILAND: Final = dt.timezone(dt.timedelta(hours=7))
BUDDHIST_ERA: Final = 543
"""Years that it is ahead of the common era."""
_CENTURY: Final = 2500
_FULL_LENGTH: Final = 4
_PLAUSIBLE: Final = range(2400, 2700)
_COMMON_ERA: Final = range(1900, 2101)
_YEAR: Final = re.compile("(?:ประจำ)?(?:ปีงบประมาณ)?" + YEAR_PATTERN)
_MONTH: Final = re.compile(MONTH_PATTERN + YEAR_PATTERN)
_DATE: Final = re.compile(f"(?:วันที่)?(?P<day>[0-9]{{1,2}}){MONTH_PATTERN}{YEAR_PATTERN}")
_ISO: Final = re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_SLASHED: Final = re.compile("(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_ISO_MONTH: Final = re.compile("(?P<year>[0-9]{4})-(?P<month>[0-9]{2})")


@dataclass(frozen=True, slots=True, order=True)
class BEDate:
    """A day, with its year in the Buddhist era.

    Raises:
        ValueError: There is no such day.
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        try:
            self.to_date()
        except OverflowError as error:
            raise ValueError(str(error)) from error

    @classmethod
    def from_date(cls, date: dt.date) -> Self:
        """Return the day of a Common Era date."""
        return cls(date.year + BUDDHIST_ERA, date.month, date.day)

    def to_date(self) -> dt.date:
        """Return the day as a Common Era date."""
        return dt.date(self.year - BUDDHIST_ERA, self.month, self.day)

    def short(self) -> str:
        """Return the day as "29 ก.พ. 2567"."""
        return f"{self.day} {ABBREVIATIONS[self.month - 1]} {self.year}"

    def long(self) -> str:
        """Return the day as "29 กุมภาพันธ์ 2567"."""
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A month, with its year in the Buddhist era.

    Raises:
        ValueError: There is no such month.
    """

    year: int
    month: int

    def __post_init__(self) -> None:
        self.first_day()

    def plus(self, months: int) -> YearMonth:
        """Return the month so many months later, or earlier when negative."""
        years, month = divmod(self.month - 1 + months, 12)
        return YearMonth(self.year + years, month + 1)

    def first_day(self) -> BEDate:
        """Return the first day of the month."""
        return BEDate(self.year, self.month, 1)

    def last_day(self) -> BEDate:
        """Return the last day of the month."""
        _, days = monthrange(self.year - BUDDHIST_ERA, self.month)
        return BEDate(self.year, self.month, days)

    def short(self) -> str:
        """Return the month as "ต.ค. 2565"."""
        return f"{ABBREVIATIONS[self.month - 1]} {self.year}"

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


def parse_year(text: str) -> int:
    """Read a Buddhist year.

    Args:
        text: Two or four digits, Thai or Arabic, after "พ.ศ.", "ปี", "ปีงบประมาณ" or nothing.

    Returns:
        The year in full: "๖๕" is 2565.

    Raises:
        ValueError: Not a year, or outside 2400-2699, as every Common Era year is.
    """
    return full_year(_matched(_YEAR, text)["year"])


def full_year(digits: str) -> int:
    """Return the Buddhist year of two or four Arabic digits, as `parse_year` does."""
    century = 0 if len(digits) == _FULL_LENGTH else _CENTURY
    return _plausible(century + int(digits))


def parse_date(text: str) -> BEDate:
    """Read a day.

    Args:
        text: "2566-10-01", "1/10/2566" (a year in 1900-2100 is Common Era there) or a day
            with a Thai month, as in "๑ ต.ค. ๖๖" or "วันที่ 1 ตุลาคม พ.ศ. 2566".

    Returns:
        The day.

    Raises:
        ValueError: Not a day in one of these writings, or no such day.
    """
    written = compact(text)
    if numeric := _ISO.fullmatch(written) or _SLASHED.fullmatch(written):
        return BEDate(_era_year(numeric["year"]), int(numeric["month"]), int(numeric["day"]))
    match = _matched(_DATE, text)
    return BEDate(full_year(match["year"]), MONTH_NUMBERS[match["month"]], int(match["day"]))


def parse_month(text: str) -> YearMonth:
    """Read a month.

    Args:
        text: A Thai month and its year, as in "ต.ค.๖๕" or "ตุลาคม 2565", or "2565-10" (a
            year in 1900-2100 is Common Era there).

    Returns:
        The month.

    Raises:
        ValueError: Not a month in one of these writings.
    """
    if numeric := _ISO_MONTH.fullmatch(compact(text)):
        return YearMonth(_era_year(numeric["year"]), int(numeric["month"]))
    match = _matched(_MONTH, text)
    return YearMonth(full_year(match["year"]), MONTH_NUMBERS[match["month"]])


def _matched(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    if match := pattern.fullmatch(compact(text)):
        return match
    message = f"not understood: {text!r}"
    raise ValueError(message)


def _era_year(digits: str) -> int:
    year = int(digits)
    return year + BUDDHIST_ERA if year in _COMMON_ERA else _plausible(year)


def _plausible(year: int) -> int:
    if year in _PLAUSIBLE:
        return year
    message = f"not a Buddhist year: {year}"
    raise ValueError(message)
