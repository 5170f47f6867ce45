"""Rules about days: none is still to come, and none is of an earlier year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.fiscal import quarter_months

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import AgencyScope, Scope


class Span(NamedTuple):
    """The days on which something can have happened; to this day where `last` is not given."""

    first: BEDate
    last: BEDate | None = None


def agency_day(scope: AgencyScope) -> Iterator[Problem]:
    """The agency's facts were not looked at in the future."""
    day = scope.agency.agency.updated_on
    if day and day > scope.today:
        details = {"value": day.short(), "today": scope.today.short()}
        yield scope.problem("ITA332", "agency.yml", ("updated_on",), **details)


def paper_days(scope: Scope) -> Iterator[Problem]:
    """The year's papers are not older than its result, and its memo is not of a later year."""
    info, first = scope.year.info, _last_quarter(scope.year.result_year)
    until_year_ends = Span(first, BEDate(scope.year.year, 12, 31))
    yield from _outside(scope, ("as_of",), info.as_of, Span(first))
    if info.memo:
        yield from _outside(scope, ("memo", "date"), info.memo.date, until_year_ends)
        yield from _outside(scope, ("memo", "approved_on"), info.memo.approved_on, until_year_ends)


def report_days(scope: Scope) -> Iterator[Problem]:
    """Reports and evidence are not older than the year in which the measures are carried out.

    Orders for a fiscal year are given in the last months of the year before it.
    """
    span = Span(_last_quarter(scope.year.implementation_year - 1))
    for at, report in enumerate(scope.year.progress.progress):
        place: Path = ("progress", at)
        yield from _outside(scope, (*place, "updated_on"), report.updated_on, span)
        for number, evidence in enumerate(report.evidence):
            yield from _outside(scope, (*place, "evidence", number, "date"), evidence.date, span)


def _last_quarter(fiscal_year: int) -> BEDate:
    """The first day of its last quarter, in which the year's result comes out."""
    return quarter_months(fiscal_year, 4)[0].first_day()


def _outside(scope: Scope, path: Path, day: BEDate | None, span: Span) -> Iterator[Problem]:
    last = min(span.last or scope.today, scope.today)
    if day is None or span.first <= day <= last or scope.declared(day.short()):
        return
    file = "progress.yml" if path[0] == "progress" else "year.yml"
    details = {"value": day.short(), "year": str(scope.year.year), "today": scope.today.short()}
    details |= {"first": span.first.short(), "last": max(span.first, last).short()}
    yield scope.problem("ITA332" if day > scope.today else "ITA333", file, path, **details)
