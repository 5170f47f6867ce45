"""The fiscal year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.thai.calendar import BEDate, YearMonth
from ita_site.facts.thai.fiscal import (
    fiscal_months,
    fiscal_year_of,
    quarter_months,
    round_due,
    round_months,
)

YEARS = st.integers(2400, 2699)


@pytest.mark.parametrize(
    ("when", "year"),
    [
        (YearMonth(2565, 9), 2565),
        (YearMonth(2565, 10), 2566),
        (YearMonth(2565, 12), 2566),
        (YearMonth(2566, 1), 2566),
        (BEDate(2566, 9, 30), 2566),
        (BEDate(2566, 10, 1), 2567),
    ],
)
def test_the_fiscal_year_turns_in_october(when, year):
    result = fiscal_year_of(when)
    assert result == year
    assert type(result) is int


def test_a_fiscal_year_is_october_to_september():
    assert fiscal_months(2566) == (YearMonth(2565, 10), YearMonth(2566, 9))


@pytest.mark.parametrize(
    ("quarter", "start", "end"),
    [
        (1, (2565, 10), (2565, 12)),
        (2, (2566, 1), (2566, 3)),
        (3, (2566, 4), (2566, 6)),
        (4, (2566, 7), (2566, 9)),
    ],
)
def test_quarters(quarter, start, end):
    assert quarter_months(2566, quarter) == (YearMonth(*start), YearMonth(*end))


@pytest.mark.parametrize("quarter", [0, 5, -1])
def test_there_are_four_quarters(quarter):
    with pytest.raises(ValueError, match="quarter"):
        quarter_months(2566, quarter)


@pytest.mark.parametrize(
    ("months", "end", "due"),
    [
        (1, (2566, 10), (2566, 10, 31)),
        (3, (2566, 12), (2566, 12, 31)),
        (5, (2567, 2), (2567, 2, 29)),
        (6, (2567, 3), (2567, 3, 31)),
        (9, (2567, 6), (2567, 6, 30)),
        (12, (2567, 9), (2567, 9, 30)),
    ],
)
def test_a_round_covers_the_first_months_of_the_year(months, end, due):
    assert round_months(2567, months) == (YearMonth(2566, 10), YearMonth(*end))
    assert round_due(2567, months) == BEDate(*due)


@pytest.mark.parametrize("months", [0, 13, -6])
def test_a_round_fits_the_year(months):
    with pytest.raises(ValueError, match="round"):
        round_months(2567, months)
    with pytest.raises(ValueError, match="round"):
        round_due(2567, months)


@given(YEARS)
def test_the_quarters_fill_the_year_without_gap(year):
    spans = [quarter_months(year, quarter) for quarter in (1, 2, 3, 4)]
    assert (spans[0][0], spans[-1][1]) == fiscal_months(year)
    assert all(end.plus(1) == spans[i + 1][0] for i, (_, end) in enumerate(spans[:-1]))


@given(YEARS, st.integers(0, 11))
def test_every_month_of_a_fiscal_year_belongs_to_it(year, months):
    start, _ = fiscal_months(year)
    month = start.plus(months)
    assert fiscal_year_of(month) == fiscal_year_of(month.last_day()) == year
    assert fiscal_year_of(month.plus(12)) == year + 1
