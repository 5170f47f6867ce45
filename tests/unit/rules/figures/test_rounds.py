"""Reporting rounds: promised, reported, overdue."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.rounds import owed_rounds, rounds
from ita_site.rules.figures.status import measure_reports
from tests.unit.rules.figures.facts import report, year_facts

SAID = {"summary": "ทำแล้ว"}


def seen(facts, today=(2566, 4, 1)):
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
    found = seen(year_facts(promising(3, 6, 9, 12)), today)
    assert [months for months, _, late in found if late] == overdue


def test_what_was_reported_is_not_overdue():
    facts = year_facts(promising(3, 6, 12), progress=[report(round="3", **SAID)])
    assert seen(facts) == [(3, True, False), (6, False, True), (12, False, False)]


def test_an_empty_report_does_not_keep_the_promise():
    facts = year_facts(promising(6), progress=[report(round="6", status="done")])
    assert seen(facts) == [(6, False, True)]


def test_a_report_for_a_round_nobody_promised_is_shown_in_its_place():
    facts = year_facts(promising(12), progress=[report(round="6", **SAID)])
    assert seen(facts) == [(6, True, False), (12, False, False)]


@pytest.mark.parametrize(
    ("own", "of_the_year", "expected"),
    [([], ["6", "12"], [6, 12]), (["3"], ["6", "12"], [3]), ([], [], [])],
)
def test_a_measure_that_names_no_rounds_has_those_of_its_year(own, of_the_year, expected):
    facts = year_facts(promising(*own), reporting_rounds=of_the_year)
    assert [months for months, *_ in seen(facts)] == expected


def test_rounds_count_from_the_year_in_which_the_measures_are_carried_out():
    facts = year_facts(promising(6), year="2569", implementation_year="2568")
    (entry,) = measure_reports(facts)
    (only,) = rounds(entry, facts, BEDate(2568, 4, 1))
    assert (only.due, only.overdue) == (BEDate(2568, 3, 31), True)


def test_a_report_on_the_whole_year_keeps_the_promise_of_its_last_round():
    facts = year_facts(promising(12), progress=[report(**SAID)])
    assert seen(facts, (2566, 11, 1)) == [(12, True, False)]


def test_what_is_done_owes_no_later_round():
    done = report(round="6", status="done", **SAID)
    assert seen(year_facts(promising(3, 6, 12), progress=[done])) == [
        (3, False, True),
        (6, True, False),
    ]


def test_done_without_a_word_owes_what_it_owed():
    done = report(round="3", status="done")
    assert seen(year_facts(promising(3, 6), progress=[done])) == [
        (3, False, True),
        (6, False, True),
    ]


def test_a_later_report_of_what_was_done_is_still_shown():
    reports = [report(round=months, status="done", **SAID) for months in ("3", "12")]
    facts = year_facts(promising(3, 6, 12), progress=reports)
    assert seen(facts) == [(3, True, False), (12, True, False)]


def test_that_nothing_was_begun_is_a_report():
    facts = year_facts(promising(6), progress=[report(round="6", status="not_started")])
    assert seen(facts) == [(6, True, False)]


def test_a_reason_is_no_report_but_nothing_more_is_owed():
    facts = year_facts(promising(3, 6), progress=[report(round="6", obstacles="ผู้รับผิดชอบย้าย")])
    (entry,) = measure_reports(facts)
    assert seen(facts) == [(3, False, True), (6, False, True)]
    assert owed_rounds(entry, facts, BEDate(2566, 4, 1)) == (3,)
