"""Reporting rounds: promised, reported, owed, overdue."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.rounds import owed, owed_rounds, rounds
from ita_site.rules.figures.status import measure_reports
from tests.unit.rules.figures.facts import report, year_facts

SUMMARY = {"summary": "ทำแล้ว"}


def rounds_of(facts, today=(2566, 4, 1)):
    (entry,) = measure_reports(facts)
    return [
        (found.months, found.reported, found.overdue)
        for found in rounds(entry, facts, BEDate(*today))
    ]


def promising(*months: int):
    return {"id": "a", "reporting_rounds": [str(number) for number in months]}


@pytest.mark.parametrize(
    ("today", "overdue"),
    [
        ((2565, 12, 31), []),
        ((2566, 1, 1), [3]),
        ((2566, 3, 31), [3]),
        ((2566, 4, 1), [3, 6]),
        ((2566, 9, 30), [3, 6, 9]),
        ((2566, 10, 1), [3, 6, 9, 12]),
    ],
)
def test_a_round_is_overdue_the_day_after_its_last_day(today, overdue):
    found = rounds_of(year_facts(promising(3, 6, 9, 12)), today)
    assert [months for months, _, late in found if late] == overdue


def test_what_was_reported_is_not_overdue():
    facts = year_facts(promising(3, 6, 12), progress=[report(round="3", **SUMMARY)])
    assert rounds_of(facts) == [(3, True, False), (6, False, True), (12, False, False)]


def test_an_empty_report_does_not_keep_the_promise():
    facts = year_facts(promising(6), progress=[report(round="6", status="done")])
    assert rounds_of(facts) == [(6, False, True)]


def test_a_report_for_a_round_nobody_promised_is_shown_in_its_place():
    facts = year_facts(promising(12), progress=[report(round="6", **SUMMARY)])
    assert rounds_of(facts) == [(6, True, False), (12, False, False)]


@pytest.mark.parametrize(
    ("own", "of_the_year", "expected"),
    [([], ["6", "12"], [6, 12]), (["3"], ["6", "12"], [3]), ([], [], [])],
)
def test_a_measure_that_names_no_rounds_has_those_of_its_year(own, of_the_year, expected):
    facts = year_facts(promising(*own), reporting_rounds=of_the_year)
    assert [months for months, *_ in rounds_of(facts)] == expected


def test_rounds_count_from_the_year_in_which_the_measures_are_carried_out():
    facts = year_facts(promising(6), year="2569", implementation_year="2568")
    (entry,) = measure_reports(facts)
    (only,) = rounds(entry, facts, BEDate(2568, 4, 1))
    assert (only.due, only.overdue) == (BEDate(2568, 3, 31), True)


def test_a_report_on_the_whole_year_keeps_the_promise_of_its_last_round():
    facts = year_facts(promising(12), progress=[report(**SUMMARY)])
    assert rounds_of(facts, (2566, 11, 1)) == [(12, True, False)]


def test_what_is_done_owes_no_later_round():
    done = report(round="6", status="done", **SUMMARY)
    assert rounds_of(year_facts(promising(3, 6, 12), progress=[done])) == [
        (3, False, True),
        (6, True, False),
    ]


def test_done_without_a_word_owes_what_it_owed():
    done = report(round="3", status="done")
    assert rounds_of(year_facts(promising(3, 6), progress=[done])) == [
        (3, False, True),
        (6, False, True),
    ]


def test_a_later_report_of_what_was_done_is_still_shown():
    reports = [report(round=months, status="done", **SUMMARY) for months in ("3", "12")]
    facts = year_facts(promising(3, 6, 12), progress=reports)
    assert rounds_of(facts) == [(3, True, False), (12, True, False)]


def test_that_nothing_was_begun_is_a_report():
    facts = year_facts(promising(6), progress=[report(round="6", status="not_started")])
    assert rounds_of(facts) == [(6, True, False)]


def test_a_reason_is_no_report_but_nothing_more_is_owed():
    facts = year_facts(promising(3, 6), progress=[report(round="6", obstacles="ผู้รับผิดชอบย้าย")])
    (entry,) = measure_reports(facts)
    assert rounds_of(facts) == [(3, False, True), (6, False, True)]
    assert owed_rounds(entry, facts, BEDate(2566, 4, 1)) == (3,)


def owed_on(year, day):
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
    assert owed_on(year, day) == [(*row, is_late) for row, is_late in zip(rows, late, strict=True)]


def test_what_is_reported_explained_or_done_is_not_owed():
    reports = [
        report("a", round="6", status="done", summary="ก"),
        report("b", round="6", status="in_progress", summary="ข"),
        report("c", round="6", obstacles="น้ำท่วม"),
    ]
    year = year_facts("a", "b", "c", reporting_rounds=["6", "12"], progress=reports)
    assert owed_on(year, BEDate(2566, 10, 1)) == [(12, "2566-09-30", 2, True)]


def test_a_measure_without_promise_owes_its_year_when_that_is_over():
    assert owed_on(year_facts("a"), BEDate(2566, 5, 1)) == [(12, "2566-09-30", 1, False)]
    assert owed_on(year_facts(), BEDate(2569, 1, 1)) == []


@pytest.mark.parametrize(
    ("reports", "day", "months"),
    [
        ([], (2566, 9, 30), ()),
        ([], (2566, 10, 1), (12,)),
        ([report("a", **SUMMARY)], (2566, 10, 1), ()),
        ([report("a", round="6", **SUMMARY)], (2566, 10, 1), ()),
        ([report("a", round="6", obstacles="น้ำท่วม")], (2566, 10, 1), ()),
        ([report("a", round="6", status="done")], (2566, 10, 1), (12,)),
    ],
)
def test_without_promise_one_word_in_the_year_is_enough(reports, day, months):
    facts = year_facts("a", progress=reports)
    (entry,) = measure_reports(facts)
    assert owed_rounds(entry, facts, BEDate(*day)) == months
