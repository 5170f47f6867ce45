"""Rules about the measures: the parts of a plan, and what they answer."""

from __future__ import annotations

import json

import pytest

from tests.unit.rules.checks.data_folders import (
    SUMMARY,
    coded,
    measure,
    problems,
    report,
    year,
)

PARTS = ["steps", "units", "timeframe", "monitoring"]


def test_a_whole_measure_lacks_nothing(data):
    assert coded(data, year([measure()])) == []


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
    assert coded(data, year([measure(units=None)])) == [("ITA340", "measures[0]")]


@pytest.mark.parametrize("part", ["units", "timeframe"])
def test_what_a_single_step_has_is_not_missing(data, part):
    steps = ["ประชุม", {"text": "รายงาน", part: "ต.ค. 65"}]
    assert coded(data, year([measure("a"), measure("b", steps=steps, **{part: None})])) == []


def test_reporting_rounds_are_a_way_of_watching(data):
    own = measure("b", monitoring=None, reporting_rounds=12)
    assert coded(data, year([measure("a"), own])) == []
    common = year([measure("a"), measure("b", monitoring=None)])
    assert coded(data, common | {"2566/year.yml": "reporting_rounds: 12"}) == []


def test_a_measure_with_neither_title_nor_steps_is_told_of_as_empty_alone(data):
    assert coded(data, year([measure("a"), {"id": "b"}])) == [("ITA312", "measures[1]")]


def test_a_value_set_aside_is_not_missing(data):
    wrong = year([measure("a"), measure("b", units={"nam": "กองคลัง"})])
    assert {code for code, _ in coded(data, wrong)} & {"ITA340", "ITA341"} == set()


LISTS = ["urgent_fixes", "improvements", "findings"]


def analysed(name: str, *points: object) -> dict[str, str]:
    return {"2566/assessment.yml": json.dumps({"analysis": {name: list(points)}})}


def point(code: str) -> dict[str, str]:
    return {"id": code, "text": f"เรื่อง {code}"}


@pytest.mark.parametrize("name", LISTS)
def test_each_point_is_answered_where_any_is(data, name):
    files = year([measure(**{name: "x"})]) | analysed(name, point("x"), point("y"))
    (problem,) = problems(data, files)
    assert (problem.code, problem.field) == ("ITA353", f"analysis.{name}[1]")
    assert "“y”" in problem.what()


@pytest.mark.parametrize("name", LISTS)
def test_where_no_measure_names_any_nothing_is_asked(data, name):
    assert coded(data, year([measure()]) | analysed(name, point("x"), point("y"))) == []


def test_one_list_does_not_ask_for_another(data):
    files = year([measure(findings="x")])
    lists = {"findings": [point("x")], "urgent_fixes": [point("u")]}
    files["2566/assessment.yml"] = json.dumps({"analysis": lists})
    assert coded(data, files) == []


def test_several_measures_answer_together(data):
    measures = [measure("a", findings="x"), measure("b", findings=["x", "y"])]
    assert coded(data, year(measures) | analysed("findings", point("x"), point("y"))) == []


def test_a_point_that_cannot_be_named_is_told_by_its_words(data):
    files = year([measure(findings="x")]) | analysed("findings", point("x"), "ไม่มีรหัส")
    (problem,) = problems(data, files)
    assert "“ไม่มีรหัส”" in problem.what()


def test_a_misspelt_code_is_told_alone(data):
    files = year([measure(findings=["x", "yy"])]) | analysed("findings", point("x"), point("y"))
    assert coded(data, files) == [("ITA305", "measures[0].findings[1]")]


BEGUN = report("b", round=12, status="in_progress", **SUMMARY)
ROUNDS = {"reporting_rounds": [6, 12]}


def two_years(*reports: object, newer=("a",), older=("a", "b"), name="2565") -> dict[str, str]:
    """Last year's measures with these reports of the second, and this year's by their ids."""
    done = [report(other, round=6, status="done", **SUMMARY) for other in older if other != "b"]
    early = [report("b", round=6, status="not_started")] if reports else []
    before = year([measure(other, **ROUNDS) for other in older], [*done, *early, *reports], name)
    return before | year(measure(other) for other in newer)


def carried(data, files, day=(2566, 5, 15)):
    """What is told of the newer year."""
    return [problem for problem in problems(data, files, day) if problem.code == "ITA354"]


def test_what_was_left_unfinished_is_carried_on(data):
    (problem,) = carried(data, two_years(BEGUN))
    assert (problem.field, problem.details["choices"]) == ("measures", "b")
    assert problem.file.endswith("2566/measures.yml")
    assert carried(data, two_years(BEGUN, newer=("a", "b"))) == []


@pytest.mark.parametrize("status", ["not_started", "in_progress"])
def test_only_what_was_said_to_be_unfinished_counts(data, status):
    assert carried(data, two_years(report("b", round=12, status=status, **SUMMARY)))


@pytest.mark.parametrize(
    "reports",
    [
        [],
        [report("b", round=12, status="done", **SUMMARY)],
        [report("b", round=12, **SUMMARY)],
        [report("b", round=9, status="in_progress", **SUMMARY)],
        [report("b", round=12, status="in_progress")],
    ],
    ids=["never reported", "done", "no status", "last report missing", "empty report"],
)
def test_what_may_be_done_is_not_asked_for(data, reports):
    assert carried(data, two_years(*reports)) == []


def test_a_report_on_the_whole_year_is_a_last_report(data):
    assert carried(data, two_years(report("b", status="in_progress", **SUMMARY)))


def test_where_no_id_is_carried_on_nothing_is_asked(data):
    assert carried(data, two_years(BEGUN, newer=("c",))) == []


def test_only_the_year_right_before_counts(data):
    assert carried(data, two_years(BEGUN, name="2564")) == []


def test_while_last_year_still_runs_nothing_is_asked(data):
    assert carried(data, two_years(BEGUN), (2565, 9, 30)) == []
    assert carried(data, two_years(BEGUN), (2565, 10, 1))


def test_of_an_older_year_it_is_too_late_to_ask(data):
    assert carried(data, two_years(BEGUN) | year([measure("z")], name="2567")) == []


@pytest.mark.parametrize(("name", "is_told"), [("ทุกกอง", False), ("กองช่าง", True)])
def test_all_offices_of_a_kind_need_not_be_listed(data, name, is_told):
    units = [{"name": "กองคลัง", "role": "lead"}, {"name": name, "role": "support"}]
    agency = {"name": "เทศบาลตำบลทดสอบ", "kind": "other", "units": ["กองคลัง"]}
    files = year([measure(units=units)]) | {"agency.yml": json.dumps(agency)}
    assert ("ITA309" in [code for code, _ in coded(data, files)]) == is_told
