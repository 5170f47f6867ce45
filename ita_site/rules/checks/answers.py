"""Rules about what the measures answer: last year's weaknesses, and last year's measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.assessment import Analysis, Assessment
from ita_site.facts.model.progress import Status
from ita_site.rules.figures.rounds import WHOLE_YEAR, is_over, promised_rounds
from ita_site.rules.figures.status import measure_reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import Scope
    from ita_site.rules.figures.status import MeasureReports

ASSESSMENT, MEASURES = "assessment.yml", "measures.yml"
ANSWERED = ("urgent_fixes", "improvements", "findings")
"""The lists whose points a measure can name."""


def every_point_answered(scope: Scope) -> Iterator[Problem]:
    """Where measures name points of a list at all, each point of it is named by one."""
    analysis = (scope.year.assessment or Assessment()).analysis
    for name in ANSWERED:
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
    own = scope.year.measure_by_id
    if not own.keys() & before.measure_by_id.keys() or not is_over(before, scope.today):
        return
    entries = (entry for entry in measure_reports(before) if entry.measure.id not in own)
    if dropped := [entry.measure.id for entry in entries if _ended_unfinished(entry, before)]:
        details = {"choices": ", ".join(dropped), "year": str(before.year)}
        yield scope.problem("ITA354", MEASURES, ("measures",), **details)


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
