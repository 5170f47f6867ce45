"""Rules about when measures run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.rules.checks.measures import FILE, timeframes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import Scope


def within_the_year(scope: Scope) -> Iterator[Problem]:
    """A measure runs within the fiscal year in which it is carried out."""
    year = scope.year.implementation_year
    for path, timeframe in timeframes(scope):
        if timeframe.lies_outside(year) and not scope.declared(timeframe.raw):
            yield scope.problem("ITA337", FILE, path, value=timeframe.raw, year=str(year))


def forwards(scope: Scope) -> Iterator[Problem]:
    """A timeframe ends after it begins."""
    for path, timeframe in timeframes(scope):
        if timeframe.runs_backwards and not scope.declared(timeframe.raw):
            yield scope.problem("ITA338", FILE, path, value=timeframe.raw)
