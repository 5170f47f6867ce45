"""An agency over the years: what it tells together, and what became of each measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.history import carried, history, measure_years, unfinished
from ita_site.rules.figures.status import Standing
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts

DAY = BEDate(2569, 11, 20)


def history_of(*years: YearFacts):
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
    assert history_of(*years) is None


@pytest.mark.parametrize(
    "years",
    [
        [result_facts(2566, "80"), result_facts(2567, "80")],
        [year_facts("a"), year_facts("b", year="2567")],
        [result_facts(2560, "80"), result_facts(2569, "80")],
    ],
)
def test_two_years_of_results_or_of_measures_make_one(years):
    assert history_of(*years) is not None


def test_the_years_without_measures_in_between_are_named():
    found = history_of(year_facts("a", year="2565"), year_facts("a", year="2568"))
    assert list(found.span) == [2565, 2566, 2567, 2568]
    assert found.unknown_years == (2566, 2567)
    assert found.measure_year(2566) is None
    assert found.measure_year(2568).facts.year == 2568


def test_without_measures_nothing_is_spanned():
    found = history_of(result_facts(2567, "80"), result_facts(2568, "80"))
    assert (list(found.span), found.unknown_years, found.standings) == ([], (), ())
    assert found.analysed == (2566, 2567)
    assert [weakness.subject.id for weakness in found.below_again] == ["1"]


def test_the_standings_of_any_year_stand_in_their_order():
    done = report("a", status="done", summary="ทำแล้ว")
    found = history_of(year_facts("a", "b", progress=[done]), year_facts("a", year="2567"))
    assert found.standings == (Standing.DONE, Standing.NOT_REPORTED)


def test_what_was_taken_up_is_a_part_of_what_was_unfinished():
    found = history_of(year_facts("a", "b"), year_facts("b", year="2567"))
    assert [entry.id for entry in found.unfinished] == ["a", "b"]
    assert [entry.id for entry in found.taken_up] == ["b"]


LATER = BEDate(2575, 1, 1)


def years_of(*years: YearFacts, today=LATER):
    return measure_years(agency_facts(*years), today)


def again(*years: YearFacts):
    found = carried(years_of(*years))
    return {measure.id: [year.year for year in measure.years] for measure in found}


def left(*years: YearFacts, today=LATER):
    found = unfinished(years_of(*years, today=today))
    return [
        (entry.id, entry.year.year, entry.following.year, entry.taken_up is not None)
        for entry in found
    ]


def reported(measure, status, **fields: object):
    return report(measure, status=status, summary="ทำแล้ว", **fields)


def test_a_measure_with_the_same_id_in_two_years_is_carried_over():
    found = again(
        year_facts("a", "b", year="2566"),
        year_facts("c", "a", year="2568"),
        year_facts("b", "a", "d", year="2569"),
    )
    assert found == {"a": [2566, 2568, 2569], "b": [2566, 2569]}
    assert list(found) == ["a", "b"]


def test_the_same_title_under_another_id_is_another_measure():
    measure = {"title": "เรื่องเดียวกัน"}
    years = [
        year_facts({"id": name, **measure}, year=f"256{at}") for at, name in ((6, "a"), (7, "b"))
    ]
    assert again(*years) == {}


def test_of_two_folders_for_one_fiscal_year_the_newer_holds():
    years = years_of(
        year_facts("a", "b", year="2568"),
        year_facts("a", year="2569", implementation_year="2568"),
    )
    assert [(year.year, year.facts.year, len(year.reports)) for year in years] == [(2568, 2569, 1)]
    assert carried(years) == ()


def test_a_newer_folder_without_measures_takes_nothing_away():
    years = years_of(
        year_facts("a", year="2568"), year_facts(year="2569", implementation_year="2568")
    )
    assert [year.facts.year for year in years] == [2568]


@pytest.mark.parametrize(
    ("reports", "unfinished_one"),
    [
        ([], True),
        ([reported("a", "done")], False),
        ([reported("a", "in_progress")], True),
        ([report("a", status="not_started")], True),
        ([report("a", status="done")], True),
        ([report("a", summary="ทำแล้ว")], False),
        ([reported("a", "in_progress", round="6"), reported("a", "done", round="12")], False),
    ],
)
def test_unfinished_is_what_nobody_says_was_done(reports, unfinished_one):
    found = left(year_facts("a", progress=reports), year_facts("a", year="2567"))
    assert bool(found) == unfinished_one


def test_what_became_of_the_unfinished_is_looked_up_in_the_next_year_there_is():
    years = (year_facts("a", "b", year="2566"), year_facts("b", year="2568"))
    assert left(*years) == [("a", 2566, 2568, False), ("b", 2566, 2568, True)]
    (first, _) = unfinished(years_of(*years))
    assert first.between == (2567,)
    (only,) = unfinished(years_of(year_facts("a", year="2566"), year_facts("b", year="2567")))
    assert only.between == ()


def test_a_measure_that_comes_back_only_later_was_not_taken_up_at_once():
    found = left(
        year_facts("a", year="2566"), year_facts("b", year="2567"), year_facts("a", year="2568")
    )
    assert found == [("a", 2566, 2567, False), ("b", 2567, 2568, False)]


@pytest.mark.parametrize(
    ("today", "over"), [(BEDate(2566, 9, 30), False), (BEDate(2566, 10, 1), True)]
)
def test_a_year_is_over_after_its_last_day_and_only_then_leaves_something_unfinished(today, over):
    years = (year_facts("a", year="2566"), year_facts("a", year="2567"))
    assert [year.over for year in years_of(*years, today=today)] == [over, False]
    assert bool(left(*years, today=today)) == over


def test_the_newest_year_leaves_nothing_behind_yet():
    assert left(year_facts("a")) == []
    assert left() == []


def test_a_measure_is_found_with_its_number():
    (year,) = years_of(year_facts("a", "b", "c"))
    assert (year.number("a"), year.number("c")) == (1, 3)
    assert year.find("b").measure.id == "b"
    assert year.find("d") is None
    assert year.tally.total == 3
