"""Scores over the years: gaps, moves, rules that change, folders that tell of the same year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_site.facts.model.edition import Edition
from ita_site.rules.figures.trend import Direction, trend
from tests.unit.rules.figures.facts import agency_facts, result_facts, year_facts

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts


def trend_of(*years: YearFacts):
    return trend(agency_facts(*years))


def first_line(*years: YearFacts):
    """The line of indicator 1."""
    return trend_of(*years).indicators[0]


def shown(line):
    return [(point.year, str(point.score) if point.score else None) for point in line.points]


def drawn(line):
    return [[point.year for point in stretch] for stretch in line.stretches]


def test_a_line_has_a_point_for_every_year_and_none_for_the_missing_ones():
    years = trend_of(result_facts(2566, "80"), result_facts(2568, "81"), result_facts(2569, "82"))
    assert shown(years.indicators[0]) == [
        (2565, "80"),
        (2566, None),
        (2567, "81"),
        (2568, "82"),
    ]
    assert list(years.years) == [2565, 2566, 2567, 2568]
    assert years.missing == (2566,)


def test_nothing_is_drawn_across_a_gap():
    line = first_line(
        *(result_facts(year, "90") for year in (2562, 2564, 2565)),
        result_facts(2568, "90"),
        result_facts(2569, None, "90"),
        result_facts(2570, "90"),
    )
    assert drawn(line) == [[2561], [2563, 2564], [2567], [2569]]


def test_nothing_is_told_across_other_questions():
    years = trend_of(*(result_facts(year, str(year - 2490)) for year in (2565, 2566, 2567, 2568)))
    line = years.indicators[0]
    assert drawn(line) == [[2564, 2565, 2566], [2567]]
    assert (line.overall, line.latest, years.fallen) == (None, None, ())
    assert [(before.year, after.year) for before, after in years.apart] == [(2566, 2567)]


def test_what_was_before_other_questions_is_no_part_of_the_whole_way():
    line = first_line(*(result_facts(*year) for year in ((2566, "99"), (2568, "80"), (2569, "90"))))
    assert (line.overall.before.year, line.overall.after.year) == (2567, 2568)
    assert line.overall.direction is Direction.UP


def test_a_year_in_which_only_this_indicator_has_no_score_is_a_gap_of_its_line_alone():
    years = trend_of(
        result_facts(2566, "80", "90"), result_facts(2567, None, "91"), result_facts(2568, "82")
    )
    assert shown(years.indicators[0])[1] == (2566, None)
    assert shown(years.indicators[1]) == [(2565, "90"), (2566, "91"), (2567, None)]
    assert years.missing == ()


def test_of_two_folders_that_give_the_same_result_the_newer_holds():
    older = result_facts(2566, "80", "90")
    newer = result_facts(2567, "81", result_year="2565")
    years = trend_of(older, newer)
    assert [(result.year, result.folder) for result in years.results] == [(2565, 2567)]
    assert [shown(line) for line in years.indicators] == [[(2565, "81")]]


def test_a_newer_folder_without_scores_takes_nothing_away():
    years = trend_of(result_facts(2566, "80"), result_facts(2567, result_year="2565"))
    assert [(result.year, result.folder) for result in years.results] == [(2565, 2566)]


def test_results_stand_in_the_order_of_their_years_not_of_their_folders():
    years = trend_of(result_facts(2567, "80"), result_facts(2568, "81", result_year="2564"))
    assert [result.year for result in years.results] == [2564, 2566]


@pytest.mark.parametrize("years", [[], [year_facts("a")], [result_facts(2566, source="ITAS")]])
def test_without_scores_there_is_nothing_to_follow(years):
    empty = trend_of(*years)
    assert (empty.results, list(empty.years), empty.missing) == ((), [], ())
    assert (empty.total.points, empty.indicators, empty.fallen) == ((), (), ())
    assert (empty.total.overall, empty.total.latest) == (None, None)
    assert empty.lowest == 100


@pytest.mark.parametrize(
    ("before", "after", "direction", "amount"),
    [
        ("80.00", "80.01", Direction.UP, "0.01"),
        ("80.01", "80.00", Direction.DOWN, "0.01"),
        ("80", "80.00", Direction.SAME, "0.00"),
        ("89.63", "95.17", Direction.UP, "5.54"),
        ("0.00", "0.01", Direction.UP, "0.01"),
        ("0.01", "0.00", Direction.DOWN, "0.01"),
    ],
)
def test_a_move_is_told_exactly(before, after, direction, amount):
    move = first_line(result_facts(2568, before), result_facts(2569, after)).latest
    assert (move.direction, str(move.amount)) == (direction, amount)


def test_the_whole_way_and_the_last_step_are_two_things():
    line = first_line(
        result_facts(2568, "80.83"), result_facts(2570, "90.62"), result_facts(2571, "86.42")
    )
    assert (line.overall.direction, line.overall.amount) == (Direction.UP, Decimal("5.59"))
    assert (line.latest.direction, line.latest.amount) == (Direction.DOWN, Decimal("4.20"))
    assert (line.latest.before.year, line.latest.after.year) == (2569, 2570)


def test_what_has_no_score_in_the_newest_year_has_no_latest_step():
    years = trend_of(
        result_facts(2568, "90", "80"), result_facts(2569, "80", "70"), result_facts(2570, "79")
    )
    assert years.indicators[1].latest is None
    assert years.indicators[1].overall.direction is Direction.DOWN
    assert [line.code for line in years.fallen] == ["1"]


def test_one_score_alone_moves_nowhere():
    line = first_line(result_facts(2566, None, "90"), result_facts(2567, "80", "90"))
    assert (line.overall, line.latest) == (None, None)


@pytest.mark.parametrize(("score", "weak"), [("84.99", [2566]), ("85.00", []), ("0.00", [2566])])
def test_the_target_of_the_year_itself_decides_what_is_weak(score, weak):
    line = first_line(result_facts(2567, score), result_facts(2568, "90"))
    assert [point.year for point in line.weak] == weak


def test_a_year_that_rated_only_the_total_has_no_target_for_its_parts():
    parts = {"total": {"score": "80"}, "instruments": [{"code": "EIT", "score": "70"}]}
    years = trend_of(result_facts(2566, "70", **parts), result_facts(2567, "90"))
    assert [point.year for point in years.total.weak] == [2565]
    assert years.instruments[0].weak == years.indicators[0].weak == ()
    assert years.results[0].scores.target == 85
    assert not any(entry.weak for entry in years.results[0].scores.instruments)


def test_a_year_without_a_known_rule_has_no_target_and_nothing_weak():
    years = trend_of(result_facts(2558, "10"), result_facts(2566, "90"))
    assert years.targets[0] is None
    assert years.indicators[0].weak == ()


def test_the_total_and_the_instruments_have_lines_of_their_own():
    scores = {"total": {"score": "80.00"}, "instruments": [{"code": "EIT", "score": "70.5"}]}
    years = trend_of(result_facts(2566, **scores), result_facts(2567, "90"))
    assert shown(years.total) == [(2565, "80.00"), (2566, None)]
    assert [(line.code, shown(line)) for line in years.instruments] == [
        ("EIT", [(2565, "70.5"), (2566, None)])
    ]
    assert years.lowest == Decimal("70.5")


@pytest.mark.parametrize(
    ("folders", "changes"),
    [
        ((2565, 2566), []),
        ((2566, 2567), [(2566, True)]),
        ((2566, 2568), [(2566, True)]),
        ((2565, 2570), [(2566, True)]),
        ((2567, 2570), []),
        ((2566, 2567, 2568, 2569, 2570), [(2566, True)]),
        ((2558, 2566), []),
    ],
)
def test_a_change_of_levels_is_told_with_the_year_it_began(folders, changes):
    years = trend_of(*(result_facts(folder, "90") for folder in folders))
    assert [(change.year, change.each) for change in years.changes] == changes


def own_edition(facts, **changed: object):
    """The same year, with an edition of the agency's own."""
    data = facts.edition.model_copy(update=changed)
    assert isinstance(data, Edition)
    return replace(facts, edition=data)


def test_a_target_that_changes_is_no_common_target():
    second = result_facts(2567, "87")
    rules = tuple(
        rule.model_copy(update={"target": Decimal(88)}) for rule in second.edition.ratings
    )
    years = trend_of(result_facts(2566, "87"), own_edition(second, ratings=rules))
    assert years.targets == (Decimal(85), Decimal(88))
    assert years.common_target is None
    assert [point.year for point in years.indicators[0].weak] == [2566]
    assert trend_of(result_facts(2566, "87"), result_facts(2568, "87")).common_target == 85


def test_a_number_that_means_something_else_is_another_line():
    second = result_facts(2567, "90")
    named = tuple(
        entry.model_copy(update={"name": "ตัวชี้วัดใหม่"}) if entry.no == 1 else entry
        for entry in second.edition.indicators
    )
    years = trend_of(result_facts(2566, "80"), own_edition(second, indicators=named))
    assert [(line.code, line.name) for line in years.indicators] == [
        ("1", "การปฏิบัติหน้าที่"),
        ("1", "ตัวชี้วัดใหม่"),
    ]
    assert [shown(line) for line in years.indicators] == [
        [(2565, "80"), (2566, None)],
        [(2565, None), (2566, "90")],
    ]


def test_indicators_stand_in_the_official_order():
    ten = ["90"] * 10
    years = trend_of(result_facts(2566, None, *ten[1:]), result_facts(2567, *ten))
    assert [line.code for line in years.indicators] == [str(number) for number in range(1, 11)]
