"""Rounds still owed: late or to come, and none that was explained or is no longer owed."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.rounds import owed
from ita_site.rules.figures.status import measure_reports
from tests.unit.rules.figures.facts import report, year_facts


def found(year, day):
    return [
        (entry.months, str(entry.due), entry.measures, entry.late)
        for entry in owed(measure_reports(year), year, day)
    ]


@pytest.mark.parametrize(
    ("day", "late"),
    [
        (BEDate(2565, 11, 1), (False, False)),
        (BEDate(2566, 3, 31), (False, False)),
        (BEDate(2566, 4, 1), (True, False)),
        (BEDate(2566, 9, 30), (True, False)),
        (BEDate(2566, 10, 1), (True, True)),
        (BEDate(2569, 1, 1), (True, True)),
    ],
)
def test_a_round_is_late_after_its_last_day_and_told_of_before(day, late):
    year = year_facts("a", "b", reporting_rounds=["6", "12"])
    rows = [(6, "2566-03-31", 2), (12, "2566-09-30", 2)]
    assert found(year, day) == [(*row, is_late) for row, is_late in zip(rows, late, strict=True)]


def test_what_is_reported_explained_or_done_is_not_owed():
    reports = [
        report("a", round="6", status="done", summary="ก"),
        report("b", round="6", status="in_progress", summary="ข"),
        report("c", round="6", obstacles="น้ำท่วม"),
    ]
    year = year_facts("a", "b", "c", reporting_rounds=["6", "12"], progress=reports)
    assert found(year, BEDate(2566, 10, 1)) == [(12, "2566-09-30", 2, True)]


def test_a_measure_without_promise_owes_its_year_when_that_is_over():
    assert found(year_facts("a"), BEDate(2566, 5, 1)) == [(12, "2566-09-30", 1, False)]
    assert found(year_facts(), BEDate(2569, 1, 1)) == []
