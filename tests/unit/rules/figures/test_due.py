"""What is owed or near on a day, and whether the public's survey can be answered on it."""

from __future__ import annotations

import pytest

from ita_site.facts.model.year import Eit
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.due import Due, State, Window, due, window
from tests.unit.rules.figures.facts import agency_facts, year_facts

URL = "https://itas.nacc.go.th/go/eit/sample66"
FIRST, LAST = "1 ม.ค. 2566", "30 มิ.ย. 2566"


@pytest.mark.parametrize(
    ("fields", "day", "state"),
    [
        ({"opens_on": FIRST, "closes_on": LAST}, (2565, 12, 31), Window.NOT_YET),
        ({"opens_on": FIRST, "closes_on": LAST}, (2566, 1, 1), Window.OPEN),
        ({"opens_on": FIRST, "closes_on": LAST}, (2566, 6, 30), Window.OPEN),
        ({"opens_on": FIRST, "closes_on": LAST}, (2566, 7, 1), Window.CLOSED),
        ({"opens_on": FIRST}, (2565, 12, 31), Window.NOT_YET),
        ({"opens_on": FIRST}, (2599, 1, 1), Window.OPEN),
        ({"closes_on": LAST}, (2560, 1, 1), Window.OPEN),
        ({"closes_on": LAST}, (2566, 7, 1), Window.CLOSED),
        ({"opens_on": FIRST, "closes_on": FIRST}, (2566, 1, 1), Window.OPEN),
        ({}, (2566, 1, 1), Window.UNKNOWN),
    ],
)
def test_the_window_on_the_days_around_its_ends(fields, day, state):
    assert window(Eit.model_validate({"url": URL, **fields}), BEDate(*day)) is state


def test_without_a_link_there_is_nothing_to_answer_whatever_the_day():
    eit = Eit.model_validate({"opens_on": FIRST, "closes_on": LAST})
    assert window(eit, BEDate(2566, 3, 1)) is Window.NOT_GIVEN


@pytest.mark.parametrize(
    ("left", "state"),
    [(-1, State.OVERDUE), (0, State.DUE), (1, State.DUE), (30, State.DUE), (31, State.LATER)],
)
def test_a_day_is_late_when_it_has_passed_and_near_until_the_last_one_asked_for(left, state):
    entry = Due("update", "ปรับปรุงข้อมูล", BEDate(2566, 5, 15), left, "")
    assert entry.state(within=30) is state
    assert entry.is_overdue is (state is State.OVERDUE)


def test_what_ends_today_is_still_told_and_what_ended_yesterday_is_not():
    survey = {"url": URL, "opens_on": FIRST, "closes_on": LAST}
    agency = agency_facts(year_facts(year="2566", eit=survey))
    keys = {
        day: [entry.key for entry in due(agency, day) if "-eit-" in entry.key]
        for day in (BEDate(2566, 1, 1), BEDate(2566, 6, 30), BEDate(2566, 7, 1))
    }
    assert list(keys.values()) == [["2566-eit-opens", "2566-eit-closes"], ["2566-eit-closes"], []]


def test_a_period_of_the_calendar_keeps_its_key_by_its_place():
    keys = [entry.key for entry in due(agency_facts(year_facts(year="2567")), BEDate(2566, 12, 1))]
    assert keys[:2] == ["2567-period-1-opens", "2567-period-1-closes"]
