"""The measures answer what the analysis found, and carry on what was left unfinished."""

from __future__ import annotations

import json

import pytest

from tests.unit.rules.checks.told import SAID, measure, problems, report, told, year

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
    assert told(data, year([measure()]) | analysed(name, point("x"), point("y"))) == []


def test_one_list_does_not_ask_for_another(data):
    files = year([measure(findings="x")])
    lists = {"findings": [point("x")], "urgent_fixes": [point("u")]}
    files["2566/assessment.yml"] = json.dumps({"analysis": lists})
    assert told(data, files) == []


def test_several_measures_answer_together(data):
    measures = [measure("a", findings="x"), measure("b", findings=["x", "y"])]
    assert told(data, year(measures) | analysed("findings", point("x"), point("y"))) == []


def test_a_point_that_cannot_be_named_is_told_by_its_words(data):
    files = year([measure(findings="x")]) | analysed("findings", point("x"), "ไม่มีรหัส")
    (problem,) = problems(data, files)
    assert "“ไม่มีรหัส”" in problem.what()


def test_a_misspelt_code_is_told_alone(data):
    files = year([measure(findings=["x", "yy"])]) | analysed("findings", point("x"), point("y"))
    assert told(data, files) == [("ITA305", "measures[0].findings[1]")]


BEGUN = report("b", round=12, status="in_progress", **SAID)
ROUNDS = {"reporting_rounds": [6, 12]}


def two_years(*reports: object, newer=("a",), older=("a", "b"), name="2565") -> dict[str, str]:
    """Last year's measures with these reports of the second, and this year's by their ids."""
    done = [report(other, round=6, status="done", **SAID) for other in older if other != "b"]
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
    assert carried(data, two_years(report("b", round=12, status=status, **SAID)))


@pytest.mark.parametrize(
    "reports",
    [
        [],
        [report("b", round=12, status="done", **SAID)],
        [report("b", round=12, **SAID)],
        [report("b", round=9, status="in_progress", **SAID)],
        [report("b", round=12, status="in_progress")],
    ],
    ids=["never reported", "done", "no status", "last report missing", "empty report"],
)
def test_what_may_be_done_is_not_asked_for(data, reports):
    assert carried(data, two_years(*reports)) == []


def test_a_report_on_the_whole_year_is_a_last_report(data):
    assert carried(data, two_years(report("b", status="in_progress", **SAID)))


def test_where_no_id_is_carried_on_nothing_is_asked(data):
    assert carried(data, two_years(BEGUN, newer=("c",))) == []


def test_only_the_year_right_before_counts(data):
    assert carried(data, two_years(BEGUN, name="2564")) == []


def test_while_last_year_still_runs_nothing_is_asked(data):
    assert carried(data, two_years(BEGUN), (2565, 9, 30)) == []
    assert carried(data, two_years(BEGUN), (2565, 10, 1))


def test_of_an_older_year_it_is_too_late_to_ask(data):
    assert carried(data, two_years(BEGUN) | year([measure("z")], name="2567")) == []
