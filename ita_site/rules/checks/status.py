"""Rules about what a report's status says, held against the rest of what is reported."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.progress import Status, says_nothing
from ita_site.rules.figures.rounds import WHOLE_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.progress import Report
    from ita_site.facts.problems import Problem
    from ita_site.facts.thai.calendar import YearMonth
    from ita_site.rules.checks.scope import Scope

FILE = "progress.yml"
HOW_FAR: Final = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DONE)
MEANT: Final = {member.label: member for member in Status} | {
    words: Status.parse(code) for words, code in Status.synonyms().items()
}
"""The printed words whose meaning is certain."""


def never_falls_back(scope: Scope) -> Iterator[Problem]:
    """What was done in one round is not under way in a later one."""
    for reports in _by_measure(scope).values():
        for (_, earlier), (index, later) in itertools.pairwise(reports):
            if _when(later) > _when(earlier) and _how_far(later) < _how_far(earlier):
                details = {"value": _words(later.status), "earlier": _words(earlier.status)}
                details |= {"round": str(earlier.round), "measure": later.measure}
                yield scope.problem("ITA347", FILE, ("progress", index, "status"), **details)


def _by_measure(scope: Scope) -> dict[str, list[tuple[int, Report]]]:
    """The reports with a status, those of each measure by round."""
    found: dict[str, list[tuple[int, Report]]] = {}
    for index, report in enumerate(scope.year.progress.progress):
        if report.status:
            found.setdefault(report.measure, []).append((index, report))
    for reports in found.values():
        reports.sort(key=lambda entry: _when(entry[1]))
    return found


def _when(report: Report) -> int:
    """A report without a round speaks of the whole year, after all rounds."""
    return report.round or WHOLE_YEAR + 1


def _how_far(report: Report) -> int:
    return HOW_FAR.index(report.status) if report.status else 0


def _words(status: Status | None) -> str:
    return status.label if status else ""


def nothing_came_before_the_start(scope: Scope) -> Iterator[Problem]:
    """What is not started has neither results nor evidence."""
    for index, report in enumerate(scope.year.progress.progress):
        came = any(not says_nothing(outcome.text) for outcome in report.outcomes)
        if report.status is Status.NOT_STARTED and (came or report.evidence):
            field = "outcomes" if came else "evidence"
            path = ("progress", index, "status")
            yield scope.problem("ITA348", FILE, path, value=report.measure, key=field)


def done_once_begun(scope: Scope) -> Iterator[Problem]:
    """Nothing is done before the time it was planned for begins."""
    for index, report in enumerate(scope.year.progress.progress):
        measure = scope.year.measure_by_id.get(report.measure)
        done = report.status is Status.DONE and not report.is_empty
        start = _start(measure) if measure and done else None
        said_on = report.updated_on or scope.today
        if start and said_on < start.first_day():
            details = {"value": said_on.short(), "start": start.short(), "measure": report.measure}
            yield scope.problem("ITA349", FILE, ("progress", index, "status"), **details)


def _start(measure: Measure) -> YearMonth | None:
    """The first month of all its times; None when one of them does not tell."""
    times = [*measure.timeframes, *(when for step in measure.steps for when in step.timeframes)]
    starts = [when.start for when in times if when.start]
    return min(starts) if starts and len(starts) == len(times) else None


def as_printed(scope: Scope) -> Iterator[Problem]:
    """The status is the one that the agency's own words mean."""
    for index, report in enumerate(scope.year.progress.progress):
        meant = MEANT.get(report.status_as_printed or "")
        if meant and report.status and meant is not report.status:
            details = {"value": report.status.value, "printed": report.status_as_printed or ""}
            details["suggestion"] = meant.value
            yield scope.problem("ITA355", FILE, ("progress", index, "status"), **details)
