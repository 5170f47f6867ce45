"""When there is a history to tell, and what it spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.history import history
from ita_site.rules.figures.status import Standing
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts

DAY = BEDate(2569, 11, 20)


def told(*years: YearFacts):
    return history(agency_facts(*years), DAY)


@pytest.mark.parametrize(
    "years",
    [
        [],
        [result_facts(2566, "80")],
        [year_facts("a")],
        [year_facts(), year_facts(year="2567")],
        [result_facts(2566, "80"), year_facts("a", year="2567")],
        [result_facts(2566, "80"), result_facts(2567, "80", result_year="2565")],
        [year_facts("a"), year_facts("a", year="2567", implementation_year="2566")],
    ],
)
def test_without_two_years_of_results_or_of_measures_there_is_no_history(years):
    assert told(*years) is None


@pytest.mark.parametrize(
    "years",
    [
        [result_facts(2566, "80"), result_facts(2567, "80")],
        [year_facts("a"), year_facts("b", year="2567")],
        [result_facts(2560, "80"), result_facts(2569, "80")],
    ],
)
def test_two_years_of_results_or_of_measures_make_one(years):
    assert told(*years) is not None


def test_the_years_without_measures_in_between_are_named():
    found = told(year_facts("a", year="2565"), year_facts("a", year="2568"))
    assert list(found.span) == [2565, 2566, 2567, 2568]
    assert found.unknown_years == (2566, 2567)
    assert found.measure_year(2566) is None
    assert found.measure_year(2568).facts.year == 2568


def test_without_measures_nothing_is_spanned():
    found = told(result_facts(2566, "80"), result_facts(2567, "80"))
    assert (list(found.span), found.unknown_years, found.standings) == ([], (), ())
    assert found.analysed == (2565, 2566)
    assert [weakness.subject.id for weakness in found.below_again] == ["1"]


def test_the_standings_of_any_year_stand_in_their_order():
    done = report("a", status="done", summary="ทำแล้ว")
    found = told(year_facts("a", "b", progress=[done]), year_facts("a", year="2567"))
    assert found.standings == (Standing.DONE, Standing.NOT_REPORTED)


def test_what_was_taken_up_is_a_part_of_what_was_unfinished():
    found = told(year_facts("a", "b"), year_facts("b", year="2567"))
    assert [entry.id for entry in found.unfinished] == ["a", "b"]
    assert [entry.id for entry in found.taken_up] == ["b"]
