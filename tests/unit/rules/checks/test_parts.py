"""A measure tells what, who, when, and how it is watched."""

from __future__ import annotations

import pytest

from tests.unit.rules.checks.told import measure, problems, told, year

PARTS = ["steps", "units", "timeframe", "monitoring"]


def test_a_whole_measure_lacks_nothing(data):
    assert told(data, year([measure()])) == []


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_others_have_is_missed_where_it_is_not(data, part):
    (problem,) = problems(data, year([measure("a"), measure("b", **{part: None})]))
    assert (problem.code, problem.field, problem.level) == ("ITA340", "measures[1]", "warning")
    assert f"{part} (" in problem.what()
    assert not [other for other in PARTS if other != part and f"{other} (" in problem.what()]


def test_all_that_one_measure_lacks_is_told_in_one_message(data):
    bare = measure("b", **dict.fromkeys(PARTS))
    (problem,) = problems(data, year([measure("a"), bare]))
    assert all(f"{part} (" in problem.what() for part in PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_no_measure_has_is_told_once(data, part):
    measures = [measure(name, **{part: None}) for name in ("a", "b", "c")]
    (problem,) = problems(data, year(measures))
    assert (problem.code, problem.field) == ("ITA341", "measures")
    assert f"{part} (" in problem.what()
    assert "3" in problem.what()


def test_a_part_that_none_has_is_not_told_again_of_each(data):
    measures = [measure("a", monitoring=None), measure("b", monitoring=None, units=None)]
    found = problems(data, year(measures))
    assert [problem.code for problem in found] == ["ITA341", "ITA340"]
    assert "monitoring" not in found[1].what()


def test_the_only_measure_of_a_year_is_told_of_by_its_name(data):
    assert told(data, year([measure(units=None)])) == [("ITA340", "measures[0]")]


@pytest.mark.parametrize("part", ["units", "timeframe"])
def test_what_a_single_step_has_is_not_missing(data, part):
    steps = ["ประชุม", {"text": "รายงาน", part: "ต.ค. 65"}]
    assert told(data, year([measure("a"), measure("b", steps=steps, **{part: None})])) == []


def test_reporting_rounds_are_a_way_of_watching(data):
    own = measure("b", monitoring=None, reporting_rounds=12)
    assert told(data, year([measure("a"), own])) == []
    common = year([measure("a"), measure("b", monitoring=None)])
    assert told(data, common | {"2566/year.yml": "reporting_rounds: 12"}) == []


def test_a_measure_with_neither_title_nor_steps_is_told_of_as_empty_alone(data):
    assert told(data, year([measure("a"), {"id": "b"}])) == [("ITA312", "measures[1]")]


def test_a_value_set_aside_is_not_missing(data):
    wrong = year([measure("a"), measure("b", units={"nam": "กองคลัง"})])
    assert {code for code, _ in told(data, wrong)} & {"ITA340", "ITA341"} == set()
