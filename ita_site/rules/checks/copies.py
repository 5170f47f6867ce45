"""Rules about results, steps and whole files that were copied instead of written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.model.progress import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.progress import Report
    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path, Value
    from ita_site.rules.checks.scope import Scope

MEASURES, PROGRESS = "measures.yml", "progress.yml"
LONG = 50
"""Characters from which on nobody writes the same text twice by chance."""


class _Part(NamedTuple):
    """The summary or the outcomes of a report."""

    report: Report
    path: Path
    texts: tuple[str, ...]

    @property
    def whole(self) -> str:
        return "\n".join(self.texts)


def results_of_their_own(scope: Scope) -> Iterator[Problem]:
    """What was done for one measure was not done for another in the same words."""
    first: dict[str, tuple[Report, Path]] = {}
    for part in _parts(scope.year):
        for at, text in enumerate(part.texts):
            if len(text) < LONG:
                continue
            path = (*part.path, at)
            report, there = first.setdefault(text, (part.report, path))
            if report.measure != part.report.measure:
                details = {"value": text, "measure": report.measure}
                details["line"] = scope.line(PROGRESS, there)
                yield scope.problem("ITA367", PROGRESS, path, **details)


def results_of_their_round(scope: Scope) -> Iterator[Problem]:
    """A report does not repeat that of another round, unless all was done by then."""
    first: dict[tuple[str, str], Report] = {}
    for part in _parts(scope.year):
        if len(part.whole) < LONG:
            continue
        other = first.setdefault((part.report.measure, part.whole), part.report)
        if other is not part.report and not (_is_done(other) and _is_done(part.report)):
            details = {"value": part.whole, "round": str(other.round or "–")}
            yield scope.problem("ITA368", PROGRESS, part.path, **details)


def results_of_their_year(scope: Scope) -> Iterator[Problem]:
    """A report does not repeat what was reported for the year before."""
    before = [year for year in scope.agency.years if year.year < scope.year.year]
    earlier = {part.whole: part.report for part in _parts(before[-1])} if before else {}
    for part in _parts(scope.year) if earlier else ():
        if part.whole in earlier and len(part.whole) >= LONG:
            details = {"value": part.whole, "measure": earlier[part.whole].measure}
            details["year"] = str(before[-1].year)
            yield scope.problem("ITA369", PROGRESS, part.path, **details)


def steps_of_their_own(scope: Scope) -> Iterator[Problem]:
    """Two measures are not carried out by the very same steps."""
    first: dict[tuple[str, ...], int] = {}
    for index, measure in enumerate(scope.year.measures.measures):
        steps = tuple(_squeezed(step.text) for step in measure.steps)
        there = first.setdefault(steps, index)
        if there != index and sum(map(len, steps)) >= LONG:
            details = {"value": scope.year.measures.measures[there].id}
            details["line"] = scope.line(MEASURES, ("measures", there))
            details["measure"] = measure.id
            yield scope.problem("ITA370", MEASURES, ("measures", index, "steps"), **details)


def _parts(year: YearFacts) -> Iterator[_Part]:
    for index, report in enumerate(year.progress.progress):
        yield _Part(report, ("progress", index, "summary"), tuple(map(_squeezed, report.summary)))
        outcomes = tuple(_squeezed(outcome.text) for outcome in report.outcomes)
        yield _Part(report, ("progress", index, "outcomes"), outcomes)


def _squeezed(text: str) -> str:
    """However its lines are broken."""
    return " ".join(text.split())


def _is_done(report: Report) -> bool:
    return report.status is Status.DONE


def no_copy(scope: Scope) -> Iterator[Problem]:
    """No file of a year holds word for word what an earlier year's holds."""
    for name in ("assessment.yml", "measures.yml", "progress.yml"):
        content = _content(scope, name)
        for earlier in scope.agency.years:
            before = replace(scope, year=earlier)
            if content and earlier.year < scope.year.year and _content(before, name) == content:
                yield scope.problem("ITA336", name, (), value=before.file(name))
                break


def _content(scope: Scope, name: str) -> Value:
    """What a file holds apart from remarks; nothing where it has no entries."""
    document = scope.sources.documents.get(scope.file(name))
    value = document.value if document else None
    parts = value.values() if isinstance(value, dict) else ()
    return value if any(part and not isinstance(part, str) for part in parts) else None
