"""The timeline: months of measures, their rounds, and where today is."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate, YearMonth
from ita_site.rules.figures.status import measure_reports
from ita_site.rules.figures.timeline import timeline
from tests.unit.rules.figures.facts import report, year_facts


def timeline_of(*measures: str | dict[str, object], today=(2566, 4, 1), **facts: object):
    year = year_facts(*measures, **facts)
    return timeline(measure_reports(year), year, BEDate(*today))


def timed(*words: str, steps: tuple[str, ...] = ()) -> dict[str, object]:
    parts = [{"text": "ทำ", "timeframe": text} for text in steps]
    return {"id": "a", "timeframe": list(words), "steps": parts}


def spans(*words: str, steps: tuple[str, ...] = ()) -> list[str]:
    (course,) = timeline_of(timed(*words, steps=steps)).courses
    return [f"{span.first} {span.last}" for span in course.spans]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        (["ต.ค. 2565 - ก.ย. 2566"], ["2565-10 2566-09"]),
        (["ทุกไตรมาส"], ["2565-10 2566-09"]),
        (["ไตรมาส 1 และ 3"], ["2565-10 2565-12", "2566-04 2566-06"]),
        (["ต.ค. 2565 และ เม.ย. 2566"], ["2565-10 2565-10", "2566-04 2566-04"]),
        (["ต.ค. 2565 - ธ.ค. 2565", "ม.ค. 2566"], ["2565-10 2566-01"]),
        (["มี.ค. 2566", "ต.ค. 2565 - เม.ย. 2566"], ["2565-10 2566-04"]),
        (["ก.ย. 2565"], ["2565-09 2565-09"]),
    ],
)
def test_a_measure_runs_in_the_months_its_times_name(words, months):
    assert spans(*words) == months


def test_the_steps_tell_the_time_of_a_measure_without_one():
    shown = timeline_of(timed(steps=("ต.ค. 2565", "พ.ย. 2565")))
    assert shown.courses[0].by_steps
    assert spans(steps=("ต.ค. 2565", "พ.ย. 2565")) == ["2565-10 2565-11"]
    assert not timeline_of(timed("ธ.ค. 2565", steps=("ต.ค. 2565",))).courses[0].by_steps
    assert spans("ธ.ค. 2565", steps=("ต.ค. 2565",)) == ["2565-12 2565-12"]


def test_words_that_were_not_understood_are_no_time():
    assert timeline_of(timed("เมื่อพร้อม"), reporting_rounds=["6"]).courses[0].spans == ()
    assert timeline_of(timed("เมื่อพร้อม")) is None
    assert timeline_of() is None


def test_rounds_are_those_of_the_measure_as_of_today():
    shown = timeline_of(
        "a", today=(2566, 4, 1), reporting_rounds=["6", "12"], progress=[report(summary="ทำแล้ว")]
    )
    assert [round_.months for round_ in shown.courses[0].rounds] == [6, 12]


@pytest.mark.parametrize(
    ("day", "running", "passed"),
    [
        ((2565, 9, 30), False, None),
        ((2565, 10, 1), True, 1 / 31),
        ((2566, 4, 15), True, 6.5),
        ((2566, 9, 30), True, 12),
        ((2566, 10, 1), False, None),
    ],
)
def test_today_is_drawn_while_the_year_runs(day, running, passed):
    shown = timeline_of(timed("ทุกไตรมาส"), today=day)
    assert shown.is_running is running
    if running:
        assert shown.months_to_today == pytest.approx(passed)


def test_months_outside_the_year_are_at_its_ends():
    shown = timeline_of(timed("ทุกไตรมาส"))
    months = (YearMonth(2565, 9), YearMonth(2565, 10), YearMonth(2566, 9), YearMonth(2566, 12))
    assert [shown.months_to(month) for month in months] == [0, 0, 11, 12]
