"""What an agency owes on a day, and what begins or ends soon: rounds, the survey, the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import Labelled
from ita_site.facts.model.sourced import Certainty
from ita_site.rules.figures.covered import reporting_item
from ita_site.rules.figures.rounds import owed
from ita_site.rules.figures.status import measure_reports
from ita_site.rules.figures.updates import a_year_after, last_updated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.model.year import Eit
    from ita_site.facts.thai.calendar import BEDate


OIT, ANSWERS = "OIT", re.compile("เปิดเผยข้อมูล|ตอบ")
"""Words by which the calendar names the weeks in which the agency answers."""


class State(Labelled):
    """A day seen from today."""

    OVERDUE = "overdue", "เลยกำหนด"
    DUE = "due", "ใกล้ถึงกำหนด"
    LATER = "later", "ยังไม่ถึง"


@dataclass(frozen=True, slots=True)
class Due:
    """A day to keep in mind.

    `key` names it for good among the agency's; `day` is the last on which it can be done, or
    the one on which something begins. `left` counts the days until then, below 0 when it has
    passed. `page` is where it is told, below the site's root.
    """

    key: str
    name: str
    day: BEDate
    left: int
    page: str
    certainty: Certainty = Certainty.CERTAIN

    @property
    def is_overdue(self) -> bool:
        """Whether the agency is late with it."""
        return self.left < 0

    def state(self, within: int) -> State:
        """Late, or to come within so many days, or later."""
        if self.is_overdue:
            return State.OVERDUE
        return State.DUE if self.left <= within else State.LATER


def due(agency: AgencyFacts, today: BEDate) -> tuple[Due, ...]:
    """Every report still owed, and every beginning and end to come, by day."""
    found = [entry for year in agency.years for entry in _year_dues(agency, year, today)]
    found += _update(agency, today)
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.key)))


def _year_dues(agency: AgencyFacts, year: YearFacts, today: BEDate) -> Iterator[Due]:
    yield from _rounds(agency, year, today)
    for entry in (*survey_days(agency, year, today), *_calendar(agency, year, today)):
        if not entry.is_overdue:  # what has passed is nobody's debt
            yield entry


def _update(agency: AgencyFacts, today: BEDate) -> Iterator[Due]:
    """The day on which a year has passed without any dated fact."""
    if last := last_updated(agency, today):
        name = f"ปรับปรุงข้อมูล หรือยืนยันว่ายังถูกต้อง (ปรับปรุงล่าสุด {last.long()})"
        day = a_year_after(last)
        yield Due("update", name, day, _days(today, day), agency.prefix)


def _rounds(agency: AgencyFacts, year: YearFacts, today: BEDate) -> Iterator[Due]:
    page = f"{agency.prefix}{year.year}/{reporting_item(agency, year).slug}/"
    for round_ in owed(measure_reports(year), year, today):
        name = (
            f"รายงานความก้าวหน้ารอบ {round_.months} เดือน ปีงบประมาณ {round_.year} "
            f"ยังขาด {round_.measures} มาตรการ"
        )
        key = f"{year.year}-round-{round_.months}"
        yield Due(key, name, round_.due, _days(today, round_.due), page)


def survey_days(agency: AgencyFacts, year: YearFacts, today: BEDate) -> Iterator[Due]:
    """When a year's survey opens and closes, also where that has passed."""
    page, eit = f"{agency.prefix}eit/", year.info.eit
    for key, day, what in (
        ("opens", eit.opens_on, "เริ่มเปิดรับ"),
        ("closes", eit.closes_on, "วันสุดท้ายของ"),
    ):
        if day:
            name = f"{what}แบบวัด EIT ปี {year.year}"
            yield Due(f"{year.year}-eit-{key}", name, day, _days(today, day), page)


def _calendar(agency: AgencyFacts, year: YearFacts, today: BEDate) -> Iterator[Due]:
    """The edition's own days, where it is that of this very year."""
    periods = year.edition.calendar if year.edition.year == year.year else ()
    page = f"{agency.prefix}{year.year}/"
    for number, period in enumerate(periods, start=1):
        for key, day, what in (
            ("opens", period.opens_on, "เริ่มช่วง"),
            ("closes", period.closes_on, "วันสุดท้ายของช่วง"),
        ):
            if day:
                name = f"{what}“{period.name}” ปี {year.year}"
                key_of_day = f"{year.year}-period-{number}-{key}"
                yield Due(key_of_day, name, day, _days(today, day), page, period.certainty)


def answers_end(year: YearFacts) -> BEDate | None:
    """The last day on which the agency answers the OIT; None where that is not known."""
    periods = year.edition.calendar if year.edition.year == year.year else ()
    named = (period for period in periods if OIT in period.name)
    return next((it.closes_on for it in named if ANSWERS.search(it.name)), None)


def _days(today: BEDate, day: BEDate) -> int:
    return (day.to_date() - today.to_date()).days


class Window(Labelled):
    """The survey's window, seen from one day."""

    NOT_GIVEN = "not_given", "ยังไม่มีลิงก์"
    NOT_YET = "not_yet", "ยังไม่เปิดรับ"
    OPEN = "open", "เปิดรับอยู่"
    CLOSED = "closed", "ปิดรับแล้ว"
    UNKNOWN = "unknown", "ไม่ระบุช่วงเวลา"


def window(eit: Eit, today: BEDate) -> Window:
    """The window's state; both its days belong to it."""
    if not eit.url:
        return Window.NOT_GIVEN
    if eit.opens_on and today < eit.opens_on:
        return Window.NOT_YET
    if eit.closes_on and today > eit.closes_on:
        return Window.CLOSED
    return Window.OPEN if eit.opens_on or eit.closes_on else Window.UNKNOWN
