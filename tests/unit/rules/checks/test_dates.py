"""Days against the day of the build and against the years of their folder."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from tests.unit.rules.checks.rules import told

YEAR = "2566/year.yml"
MEASURES = {"2566/measures.yml": "measures: [{id: a, title: ก}]"}
LATE = BEDate(2570, 1, 1)


@pytest.mark.parametrize(
    ("day", "problems"),
    [
        ("30 มิ.ย. 2565", ["ITA333"]),
        ("1 ก.ค. 2565", []),
        ("31 ธ.ค. 2566", []),
        ("1 ม.ค. 2567", ["ITA333"]),
        ("1 ม.ค. 2570", ["ITA333"]),
        ("2 ม.ค. 2570", ["ITA332"]),
    ],
)
@pytest.mark.parametrize("field", ["date", "approved_on"])
def test_a_memo_is_of_the_year_after_the_result_came_out(data, field, day, problems):
    folder = data({YEAR: f"memo: {{{field}: {day}}}"})
    assert told(folder, LATE) == [(code, f"memo.{field}") for code in problems]


def test_a_memo_of_an_older_result_may_be_older(data):
    folder = data({YEAR: "result_year: 2564\nmemo: {date: 1 ก.ค. 2564}"})
    assert told(folder) == [("ITA330", "result_year")]


@pytest.mark.parametrize(
    ("day", "problems"),
    [("30 มิ.ย. 2565", ["ITA333"]), ("1 ก.ค. 2565", []), ("1 ม.ค. 2570", [])],
)
def test_facts_may_be_looked_at_again_in_later_years(data, day, problems):
    folder = data({YEAR: f"as_of: {day}"})
    assert told(folder, LATE) == [(code, "as_of") for code in problems]


@pytest.mark.parametrize(
    ("implementation_year", "day", "problems"),
    [
        (2569, "30 มิ.ย. 2568", ["ITA333"]),
        (2569, "1 ก.ค. 2568", []),
        (2568, "30 มิ.ย. 2568", []),
        (2568, "30 มิ.ย. 2567", ["ITA333"]),
        (2569, "20 พ.ย. 2569", []),
        (2569, "21 พ.ย. 2569", ["ITA332"]),
    ],
)
def test_a_report_and_its_evidence_are_of_the_year_of_implementation(
    data, implementation_year, day, problems
):
    report = (
        f"progress: [{{measure: a, summary: ก, updated_on: {day},"
        f" evidence: [{{title: ข, url: 'https://a.b/c', date: {day}}}]}}]"
    )
    files = {
        "2569/year.yml": f"implementation_year: {implementation_year}",
        "2569/measures.yml": MEASURES["2566/measures.yml"],
        "2569/progress.yml": report,
    }
    fields = ["progress[0].updated_on", "progress[0].evidence[0].date"]
    assert told(data(files)) == [(code, field) for code in problems for field in fields]


def test_today_is_not_the_future(data):
    day = BEDate(2566, 5, 15)
    folder = data({YEAR: "as_of: 15 พ.ค. 2566"})
    assert told(folder, day) == []
    assert told(folder, BEDate(2566, 5, 14)) == [("ITA332", "as_of")]


def test_a_window_still_to_come_is_what_a_window_is_for(data):
    eit = "eit: {opens_on: 1 มิ.ย. 2566, closes_on: 30 มิ.ย. 2566}"
    assert told(data({YEAR: eit}), BEDate(2566, 5, 15)) == []
