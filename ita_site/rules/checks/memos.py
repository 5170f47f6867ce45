"""Rules about the memos of a year: when what they put forward was approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.year import Purpose
from ita_site.facts.thai.fiscal import round_due, round_months
from ita_site.rules.figures.due import answers_end
from ita_site.rules.figures.rounds import WHOLE_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.model.year import Memo
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.checks.scope import Scope

FILE = "year.yml"


def approved_in_time(scope: Scope) -> Iterator[Problem]:
    """Measures are approved before work begins; of several ways to be late, the worst is told."""
    for path, memo in with_places(scope):
        day = memo.approved_on
        if memo.purpose is not Purpose.MEASURES or day is None or scope.is_declared(day.short()):
            continue
        if late := next(_too_late(scope.year, day), None):
            code, limit = late
            details = {"value": day.short(), "year": str(scope.year.year), "limit": limit.short()}
            yield scope.problem(code, FILE, (*path, "approved_on"), **details)


def _too_late(year: YearFacts, approved: BEDate) -> Iterator[tuple[str, BEDate]]:
    """Each way in which it is late, the worst first, with the last day on which it was not."""
    begun = [month for month in map(_begins, year.measures.measures) if month]
    limits = {
        "ITA386": round_due(year.implementation_year, WHOLE_YEAR),
        "ITA385": answers_end(year),
        "ITA384": min(begun) if begun else None,
    }
    yield from ((code, limit) for code, limit in limits.items() if limit and approved > limit)


def _begins(measure: Measure) -> BEDate | None:
    """The last day of the month in which work on a measure is known to begin."""
    starts = [when.start for when in measure.times if when.start]
    return min(starts).last_day() if starts else None


def not_before_its_end(scope: Scope) -> Iterator[Problem]:
    """A round is put forward when it ends: in its last month at the earliest."""
    for path, memo in with_places(scope):
        if memo.purpose is not Purpose.REPORT:
            continue
        months = memo.round or WHOLE_YEAR
        _, last_month = round_months(scope.year.implementation_year, months)
        for name in ("date", "approved_on"):
            day: BEDate | None = getattr(memo, name)
            if day and day < last_month.first_day() and not scope.is_declared(day.short()):
                details = {"value": day.short(), "round": str(months)}
                details["due"] = last_month.last_day().short()
                yield scope.problem("ITA387", FILE, (*path, name), **details)
                break


def with_places(scope: Scope) -> Iterator[tuple[Path, Memo]]:
    """Every memo of the year with where it stands in the file."""
    if scope.year.info.memo:
        yield ("memo",), scope.year.info.memo
    for at, memo in enumerate(scope.year.info.memos):
        yield ("memos", at), memo
