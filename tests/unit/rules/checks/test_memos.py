"""When a memo is too late or too early, to the day."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from tests.unit.rules.checks.data_folders import coded_in

DAY = BEDate(2566, 12, 1)
MEASURES = "measures: [{id: a, title: ก, timeframe: ต.ค. 2564 - ก.ย. 2565}]"
EDITION_WITHOUT_CALENDAR = 2566


def found(data, memo: str, *, year=2565, measures=MEASURES):
    folder = data({f"{year}/year.yml": f"memos: [{{{memo}}}]", f"{year}/measures.yml": measures})
    return [(code, field) for code, field in coded_in(folder, DAY) if code.startswith("ITA38")]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("31 ต.ค. 2564", None),
        ("1 พ.ย. 2564", "ITA384"),
        ("30 เม.ย. 2565", "ITA384"),
        ("1 พ.ค. 2565", "ITA385"),
        ("30 ก.ย. 2565", "ITA385"),
        ("1 ต.ค. 2565", "ITA386"),
    ],
)
def test_measures_approved_late_are_told_by_the_worst_of_it(data, day, code):
    expected = [(code, "memos[0].approved_on")] if code else []
    assert found(data, f"for: measures, approved_on: {day}") == expected


def test_work_whose_time_nobody_knows_is_not_said_to_have_begun(data):
    memo = "for: measures, approved_on: 1 มี.ค. 2566"
    measures = "measures: [{id: a, title: ก, timeframe: เมื่อได้รับงบประมาณ}]"
    assert found(data, memo, year=EDITION_WITHOUT_CALENDAR, measures=measures) == []


@pytest.mark.parametrize("memo", ["approved_on: 1 ต.ค. 2565", "for: report, date: 1 ต.ค. 2565"])
def test_only_what_puts_forward_measures_is_late_for_them(data, memo):
    assert found(data, memo) == []


@pytest.mark.parametrize(
    ("memo", "field"),
    [
        ("round: 6, date: 28 ก.พ. 2565", "date"),
        ("round: 6, date: 1 มี.ค. 2565", ""),
        ("round: 6, date: 1 มี.ค. 2565, approved_on: 28 ก.พ. 2565", "approved_on"),
        ("date: 31 ส.ค. 2565", "date"),
        ("date: 1 ก.ย. 2565", ""),
    ],
)
def test_a_report_put_forward_before_its_round_ends_is_told_once(data, memo, field):
    expected = [("ITA387", f"memos[0].{field}")] if field else []
    assert found(data, f"for: report, {memo}") == expected


def test_a_day_that_the_document_prints_so_is_not_told(data):
    files = {
        "2565/year.yml": "memos: [{for: measures, approved_on: 1 ต.ค. 2565}]",
        "2565/measures.yml": MEASURES,
        "2565/assessment.yml": "conflicts: [{field: วันที่, values: [1 ต.ค. 2565], reason: other}]",
    }
    assert not [code for code, _ in coded_in(data(files), DAY) if code.startswith("ITA38")]
