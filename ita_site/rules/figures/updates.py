"""When the facts were last touched, as far as the agency gave dates, and what was reported when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.status import measure_reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.progress import Report
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.rules.figures.status import MeasureReports


def last_updated(agency: AgencyFacts, today: BEDate) -> BEDate | None:
    """The newest day to which any of an agency's facts is dated; None where none is.

    A day still to come dates nothing.
    """
    return max((day for day in _dates(agency) if day <= today), default=None)


def _dates(agency: AgencyFacts) -> Iterator[BEDate]:
    given = [agency.agency.updated_on]
    for year in agency.years:
        given += [year.info.as_of, *(report.updated_on for report in year.progress.progress)]
        given += [entry.updated_on for entry in (year.oit.items if year.oit else ())]
    yield from (day for day in given if day)


def a_year_after(day: BEDate) -> BEDate:
    """The same day of the next year; 29 February becomes the 28th."""
    leap_day = (day.month, day.day) == (2, 29)
    return BEDate(day.year + 1, day.month, 28 if leap_day else day.day)


@dataclass(frozen=True, slots=True)
class Update:
    """A dated report on a measure. `again` counts the earlier ones of the same round."""

    day: BEDate
    year: YearFacts
    number: int
    entry: MeasureReports
    report: Report
    again: int


def updates(agency: AgencyFacts) -> tuple[Update, ...]:
    """Every report that is dated and says something, newest first."""
    found = [update for year in agency.years for update in _year_updates(year)]
    return tuple(sorted(found, key=lambda update: update.day, reverse=True))


def _year_updates(year: YearFacts) -> Iterator[Update]:
    for number, entry in enumerate(measure_reports(year), start=1):
        rounds: list[int | None] = []
        for report in entry.kept:
            if report.updated_on:
                again = rounds.count(report.round)
                yield Update(report.updated_on, year, number, entry, report, again)
            rounds.append(report.round)


def has_feed(agency: AgencyFacts) -> bool:
    """Whether its reports can be followed: they are dated, and its address is known."""
    return bool(agency.agency.site_url) and bool(updates(agency))
