"""The fiscal year: October to September, named after the year it ends in."""

from __future__ import annotations

from typing import Final

from ita_site.facts.thai.calendar import BEDate, YearMonth

_OCTOBER: Final = 10
_QUARTERS: Final = range(1, 5)
_ROUNDS: Final = range(1, 13)


def fiscal_year_of(when: YearMonth | BEDate) -> int:
    """Return the fiscal year, Buddhist era, that a month or a day belongs to."""
    return when.year + (when.month >= _OCTOBER)


def fiscal_months(year: int) -> tuple[YearMonth, YearMonth]:
    """Return the first and the last month of a fiscal year."""
    return round_months(year, 12)


def quarter_months(year: int, quarter: int) -> tuple[YearMonth, YearMonth]:
    """Return the first and the last month of a quarter.

    Args:
        year: The fiscal year, Buddhist era.
        quarter: 1 (October to December) to 4 (July to September).

    Returns:
        Its first and its last month.

    Raises:
        ValueError: There is no such quarter.
    """
    if quarter not in _QUARTERS:
        message = f"not a quarter: {quarter}"
        raise ValueError(message)
    start = _first_month(year).plus(3 * (quarter - 1))
    return start, start.plus(2)


def round_months(year: int, months: int) -> tuple[YearMonth, YearMonth]:
    """Return the period a reporting round covers.

    Args:
        year: The fiscal year, Buddhist era.
        months: How many months of it, 1 to 12.

    Returns:
        Its first and its last month.

    Raises:
        ValueError: A round of so many months does not fit a year.
    """
    if months not in _ROUNDS:
        message = f"not a reporting round: {months} months"
        raise ValueError(message)
    start = _first_month(year)
    return start, start.plus(months - 1)


def round_due(year: int, months: int) -> BEDate:
    """Return the last day of the period a reporting round covers.

    Args:
        year: The fiscal year, Buddhist era.
        months: How many months of it, 1 to 12.

    Returns:
        The day the round closes.

    Raises:
        ValueError: A round of so many months does not fit a year.
    """
    return round_months(year, months)[1].last_day()


def _first_month(year: int) -> YearMonth:
    return YearMonth(year - 1, _OCTOBER)
