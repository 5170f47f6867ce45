"""Rules about what makes a measure a plan: what to do, who, when, and how it is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.measures import Measure
from ita_site.rules.figures.rounds import promised_rounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import Scope

FILE = "measures.yml"
PARTS = ("steps", "units", "timeframes", "monitoring")


def parts_of_each(scope: Scope) -> Iterator[Problem]:
    """A measure has every part that the year's other measures have."""
    nowhere = _nowhere(scope.year)
    for index, measure in _measures(scope.year):
        if lacking := [part for part in _lacking(measure, scope.year) if part not in nowhere]:
            details = {"value": measure.id, "choices": _named(lacking)}
            yield scope.problem("ITA340", FILE, ("measures", index), **details)


def parts_of_all(scope: Scope) -> Iterator[Problem]:
    """A part that no measure of the year has was left out as a whole: that is told once."""
    if nowhere := _nowhere(scope.year):
        details = {"choices": _named(nowhere), "count": str(len(_measures(scope.year)))}
        yield scope.problem("ITA341", FILE, ("measures",), **details)


def _measures(year: YearFacts) -> list[tuple[int, Measure]]:
    """Those that say anything at all; of the others ITA312 tells enough."""
    measures = enumerate(year.measures.measures)
    return [(index, measure) for index, measure in measures if measure.titles or measure.steps]


def _nowhere(year: YearFacts) -> list[str]:
    found = [set(_lacking(measure, year)) for _, measure in _measures(year)]
    several = len(found) > 1
    return [part for part in PARTS if several and all(part in lacking for lacking in found)]


def _lacking(measure: Measure, year: YearFacts) -> list[str]:
    steps = measure.steps
    given = {
        "steps": steps,
        "units": measure.units or any(step.units for step in steps),
        "timeframes": measure.timeframes or any(step.timeframes for step in steps),
        "monitoring": measure.monitoring or promised_rounds(measure, year),
    }
    return [part for part in PARTS if not given[part]]


def _named(parts: Iterable[str]) -> str:
    """The parts as an officer writes them, with what they are."""
    fields = ((part, Measure.model_fields[part]) for part in parts)
    return ", ".join(f"{field.alias or part} ({field.description})" for part, field in fields)
