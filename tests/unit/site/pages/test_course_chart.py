"""Where on the drawing of a measure's year its months, rounds and today are."""

from __future__ import annotations

import re

from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.status import measure_reports
from ita_site.rules.figures.timeline import timeline
from ita_site.site.pages.course_chart import course
from tests.unit.rules.figures.facts import report, year_facts

SAID = {"summary": "ทำแล้ว"}


def drawn(timeframe: str, today: BEDate, **facts: object) -> dict[str, list[str]]:
    year = year_facts({"id": "a", "timeframe": timeframe}, **facts)
    found = timeline(measure_reports(year), year, today)
    svg = str(course(found.courses[0], found))
    parts: dict[str, list[str]] = {}
    for kind, path in re.findall(r'ita-course__(\w+)" d="([^"]+)"', svg):
        parts.setdefault(kind, []).append(path)
    del parts["grid"]
    return parts


def test_a_month_is_ten_wide_and_october_is_first():
    assert drawn("ต.ค. 2565 และ ม.ค. 2566", BEDate(2567, 1, 1)) == {
        "span": ["M0 10h10", "M30 10h10"],
    }


def test_rounds_are_at_the_end_of_their_month_and_a_missing_one_has_a_hole():
    parts = drawn(
        "ทุกไตรมาส",
        BEDate(2566, 4, 15),
        reporting_rounds=["6", "12"],
        progress=[report(round="6", **SAID)],
    )
    assert parts == {
        "span": ["M0 10h120"],
        "today": ["M65.0 0v20"],
        "reported": ["M60 10h0"],
        "missing": ["M120 10h0"],
        "hole": ["M120 10h0"],
    }


def test_months_before_and_after_the_year_are_not_drawn():
    assert drawn("ส.ค. 2565 - ธ.ค. 2565", BEDate(2567, 1, 1)) == {"span": ["M0 10h30"]}
    assert drawn("ก.ย. 2565", BEDate(2567, 1, 1)) == {}
