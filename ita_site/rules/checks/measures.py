"""Rules about the measures: what makes each a plan, when it runs, and what it answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.model.assessment import Analysis
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.model.measures import Measure
from ita_site.facts.model.progress import Status
from ita_site.facts.thai.likeness import title_likeness
from ita_site.rules.checks.references import REFERRED
from ita_site.rules.figures.rounds import WHOLE_YEAR, is_over, promised_rounds
from ita_site.rules.figures.status import measure_reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.measures import Responsible
    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.facts.thai.timeframe import Timeframe
    from ita_site.rules.checks.scope import Scope
    from ita_site.rules.figures.status import MeasureReports

FILE = "measures.yml"
SEVERAL = re.compile(r"[,/\s]|และ")
EVERY = "ทุก"
"""How a name begins that is of all units of a kind: ทุกกอง."""
UNLIKE = 0.5
"""How alike titles are, from 0 to 1, of what can hardly be one measure."""
TELLING = 8
"""Letters that a title needs to say what the measure is."""
PARTS = ("steps", "units", "timeframes", "monitoring")
ASSESSMENT = "assessment.yml"


def unique_ids(scope: Scope) -> Iterator[Problem]:
    """A link to a measure leads to one measure."""
    first: dict[str, Path] = {}
    for index, measure in enumerate(scope.year.measures.measures):
        path = ("measures", index, "id")
        if measure.id in first:
            line = scope.line(FILE, first[measure.id])
            yield scope.problem("ITA301", FILE, path, value=measure.id, line=line)
        first.setdefault(measure.id, path)


def former_ids_are_free(scope: Scope) -> Iterator[Problem]:
    """A former id leads to the measure that had it, and to no other."""
    owners: dict[str, Path] = {
        measure.id: ("measures", index, "id")
        for index, measure in enumerate(scope.year.measures.measures)
    }
    for index, measure in enumerate(scope.year.measures.measures):
        for at, former in enumerate(measure.formerly):
            path = ("measures", index, "formerly", at)
            if former in owners:
                line = scope.line(FILE, owners[former])
                yield scope.problem("ITA394", FILE, path, value=former, line=line)
            owners.setdefault(former, path)


def ids_of_one_measure(scope: Scope) -> Iterator[Problem]:
    """An id that an earlier year has, too, is of the same measure: history says that it goes on."""
    earlier = {
        measure.id: (year.year, measure)
        for year in scope.agency.years
        if year.year < scope.year.year
        for measure in year.measures.measures
    }
    for index, measure in enumerate(scope.year.measures.measures):
        year, before = earlier.get(measure.id, (0, measure))
        mine, other = " ".join(measure.titles), " ".join(before.titles)
        told = min(len(mine), len(other)) >= TELLING
        if told and title_likeness(mine, other) < UNLIKE:
            details = {"value": measure.id, "year": str(year), "title": other, "own": mine}
            yield scope.problem("ITA397", FILE, ("measures", index, "id"), **details)


def something_to_show(scope: Scope) -> Iterator[Problem]:
    """A measure has a title or at least a step."""
    for index, measure in enumerate(scope.year.measures.measures):
        if not measure.titles and not measure.steps:
            yield scope.problem("ITA312", FILE, ("measures", index), value=measure.id)


def timeframes_understood(scope: Scope) -> Iterator[Problem]:
    """Times that cannot be read are shown as written, and said so."""
    for path, timeframe in timeframes(scope):
        explained = timeframe.runs_backwards or scope.is_declared(timeframe.raw)
        if not timeframe.understood and not explained:
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
        is_all = unit.name.startswith(EVERY) or (unit.role and unit.role.value == "all")
        if unit.name in known or is_all:
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


def timeframes_within_year(scope: Scope) -> Iterator[Problem]:
    """A measure runs within the fiscal year in which it is carried out."""
    year = scope.year.implementation_year
    for path, timeframe in timeframes(scope):
        if timeframe.lies_outside(year) and not scope.is_declared(timeframe.raw):
            yield scope.problem("ITA337", FILE, path, value=timeframe.raw, year=str(year))


def timeframes_forwards(scope: Scope) -> Iterator[Problem]:
    """A timeframe ends after it begins."""
    for path, timeframe in timeframes(scope):
        if timeframe.runs_backwards and not scope.is_declared(timeframe.raw):
            yield scope.problem("ITA338", FILE, path, value=timeframe.raw)


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


def every_point_answered(scope: Scope) -> Iterator[Problem]:
    """Where measures name points of a list at all, each point of it is named by one."""
    analysis = scope.assessment.analysis
    for name in REFERRED:
        points = getattr(analysis, name)
        named = {code for entry in scope.year.measures.measures for code in getattr(entry, name)}
        if not named or named - {point.id for point in points}:  # misspelt ones: ITA305
            continue
        label = Analysis.model_fields[name].description or name
        for at, point in enumerate(points):
            if point.id not in named:
                details = {"value": point.id or point.text, "key": name, "label": label}
                yield scope.problem("ITA353", ASSESSMENT, ("analysis", name, at), **details)


def unfinished_carried_on(scope: Scope) -> Iterator[Problem]:
    """Where last year's measures are carried on under their ids, no unfinished one is dropped.

    Only of the newest year: for an older one it is too late.
    """
    before = _year_before(scope)
    if before is None or scope.year is not scope.agency.current:
        return
    own = {one for measure in scope.year.measures.measures for one in measure.ids}
    if not own & before.measure_by_id.keys() or not is_over(before, scope.today):
        return
    entries = (entry for entry in measure_reports(before) if entry.measure.id not in own)
    if dropped := [entry.measure.id for entry in entries if _ended_unfinished(entry, before)]:
        details = {"choices": ", ".join(dropped), "year": str(before.year)}
        yield scope.problem("ITA354", FILE, ("measures",), **details)


def _year_before(scope: Scope) -> YearFacts | None:
    wanted = scope.year.implementation_year - 1
    years = (facts for facts in scope.agency.years if facts.implementation_year == wanted)
    return next(years, None)


def _ended_unfinished(entry: MeasureReports, year: YearFacts) -> bool:
    """Whether the year's last report is there, and says that it was not done."""
    if not entry.kept:
        return False
    last = entry.kept[-1]
    ends = {None, WHOLE_YEAR, max(promised_rounds(entry.measure, year), default=None)}
    return last.round in ends and last.status in (Status.IN_PROGRESS, Status.NOT_STARTED)
