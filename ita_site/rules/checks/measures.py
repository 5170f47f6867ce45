"""Rules about the measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.model.fields import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.measures import Responsible
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.facts.thai.timeframe import Timeframe
    from ita_site.rules.checks.scope import Scope

FILE = "measures.yml"
SEVERAL = re.compile(r"[,/\s]|และ")


def unique_ids(scope: Scope) -> Iterator[Problem]:
    """A link to a measure leads to one measure."""
    first: dict[str, Path] = {}
    for index, measure in enumerate(scope.year.measures.measures):
        path = ("measures", index, "id")
        if measure.id in first:
            line = scope.line(FILE, first[measure.id])
            yield scope.problem("ITA301", FILE, path, value=measure.id, line=line)
        first.setdefault(measure.id, path)


def something_to_show(scope: Scope) -> Iterator[Problem]:
    """A measure has a title or at least a step."""
    for index, measure in enumerate(scope.year.measures.measures):
        if not measure.titles and not measure.steps:
            yield scope.problem("ITA312", FILE, ("measures", index), value=measure.id)


def understood_timeframes(scope: Scope) -> Iterator[Problem]:
    """Times that cannot be read are shown as written, and said so."""
    for path, timeframe in timeframes(scope):
        if not (timeframe.understood or timeframe.runs_backwards or scope.declared(timeframe.raw)):
            yield scope.problem("ITA307", FILE, path, value=timeframe.raw)


def timeframes(scope: Scope) -> Iterator[tuple[Path, Timeframe]]:
    """Those of the measures and of their steps, each with its place."""
    for index, measure in enumerate(scope.year.measures.measures):
        for at, timeframe in enumerate(measure.timeframes):
            yield ("measures", index, "timeframe", at), timeframe
        for number, step in enumerate(measure.steps):
            for at, timeframe in enumerate(step.timeframes):
                yield ("measures", index, "steps", number, "timeframe", at), timeframe


def known_units(scope: Scope) -> Iterator[Problem]:
    """Where the agency lists its units, measures use those names."""
    units = scope.agency.agency.units
    known = [name for unit in units for name in (unit.name, unit.short) if name]
    for path, unit in _units(scope) if units else ():
        if unit.name in known or (unit.role is not None and unit.role.value == "all"):
            continue
        if SEVERAL.search(unit.name) and any(name in unit.name for name in known):
            yield scope.problem("ITA315", FILE, path, value=unit.name)
        else:
            near = suggestion(unit.name, known)
            yield scope.problem("ITA309", FILE, path, value=unit.name, suggestion=near)


def _units(scope: Scope) -> Iterator[tuple[Path, Responsible]]:
    for index, measure in enumerate(scope.year.measures.measures):
        for at, unit in enumerate(measure.units):
            yield ("measures", index, "units", at, "name"), unit
        for number, step in enumerate(measure.steps):
            for at, unit in enumerate(step.units):
                yield ("measures", index, "steps", number, "units", at, "name"), unit
