"""Rules about the reports: their rounds, kept when due, and what their status says."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.fields import MOST_SCORE
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.model.progress import Status, says_nothing
from ita_site.facts.thai.fiscal import round_due, round_months
from ita_site.rules.figures.rounds import WHOLE_YEAR, owed_rounds, promised_rounds
from ita_site.rules.figures.status import measure_reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.progress import Report
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.facts.thai.calendar import YearMonth
    from ita_site.rules.checks.scope import Scope
    from ita_site.rules.figures.status import MeasureReports

FILE = "progress.yml"
MEASURES = "measures.yml"
MEANT: Final = {member.label: member for member in Status} | {
    words: Status.parse(code) for words, code in Status.synonyms().items()
}
"""The printed words whose meaning is certain."""


def known_measures(scope: Scope) -> Iterator[Problem]:
    """A report belongs to a measure of its year."""
    known = list(scope.year.measure_by_id)
    if scope.year.progress.progress and not known:
        yield scope.problem("ITA220", FILE, ("progress",), value=scope.file("measures.yml"))
        return
    for index, report in enumerate(scope.year.progress.progress):
        if report.measure not in known:
            details = {"value": report.measure, "year": str(scope.year.year)}
            details |= {
                "choices": ", ".join(known),
                "suggestion": suggestion(report.measure, known),
            }
            yield scope.problem("ITA302", FILE, ("progress", index, "measure"), **details)


def one_report_a_round(scope: Scope) -> Iterator[Problem]:
    """A measure has one report for a round."""
    first: dict[tuple[str, int | None], Path] = {}
    for index, report in enumerate(scope.year.progress.progress):
        key, path = (report.measure, report.round), ("progress", index)
        if key in first:
            details = {"value": report.measure, "round": str(report.round or "–")}
            line = scope.line(FILE, first[key])
            yield scope.problem("ITA303", FILE, path, line=line, **details)
        first.setdefault(key, path)


def done_says_what(scope: Scope) -> Iterator[Problem]:
    """A report of completion says what was done."""
    for index, report in enumerate(scope.year.progress.progress):
        if report.claims_too_much:
            yield scope.problem("ITA304", FILE, ("progress", index, "status"))


@dataclass(frozen=True, slots=True)
class Debt:
    """The overdue rounds of the measure that stands at an index."""

    index: int
    entry: MeasureReports
    owed: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all was said of the measure."""
        return not self.entry.kept and not self.entry.excused_rounds


def something_reported(scope: Scope) -> Iterator[Problem]:
    """When reports are due, not all of them are missing: that is told once."""
    debts = _debts(scope)
    if len(debts) > 1 and all(debt.is_whole for debt in debts) and _silent(scope):
        details = {"count": str(len(debts)), "due": _first_due(scope, debts)}
        yield scope.problem("ITA342", FILE, ("progress",), **details)


def each_measure_reported(scope: Scope) -> Iterator[Problem]:
    """When a report is due, a measure has one."""
    debts = _debts(scope)
    if len(debts) > 1 and _silent(scope):
        return
    for debt in debts:
        if debt.is_whole:
            details = {"value": debt.entry.measure.id, "due": _first_due(scope, [debt])}
            yield scope.problem("ITA343", MEASURES, ("measures", debt.index), **details)


def each_round_reported(scope: Scope) -> Iterator[Problem]:
    """A measure that is reported at all keeps each round it promised; a round is told once."""
    debts = [debt for debt in _debts(scope) if not debt.is_whole]
    for months in sorted({months for debt in debts for months in debt.owed}):
        late = [debt.entry.measure.id for debt in debts if months in debt.owed]
        details = {"round": str(months), "due": _due(scope, months)}
        details |= {"count": str(len(late)), "choices": ", ".join(late)}
        yield scope.problem("ITA344", FILE, ("progress",), **details)


def _debts(scope: Scope) -> list[Debt]:
    """What is owed; nothing where a report's misspelt measure (ITA302) may be the one missed."""
    year = scope.year
    if any(report.measure not in year.measure_by_id for report in year.progress.progress):
        return []
    entries = enumerate(measure_reports(year))
    found = (Debt(at, entry, _owed(scope, entry)) for at, entry in entries)
    return [debt for debt in found if debt.owed]


def _owed(scope: Scope, entry: MeasureReports) -> tuple[int, ...]:
    """The overdue rounds but those reported as done without a word, which ITA304 tells."""
    empty = {report.round for report in entry.reports if report.claims_too_much}
    owed = owed_rounds(entry, scope.year, scope.today)
    return () if None in empty else tuple(months for months in owed if months not in empty)


def _silent(scope: Scope) -> bool:
    return not any(report.is_kept or report.is_excused for report in scope.year.progress.progress)


def _first_due(scope: Scope, debts: list[Debt]) -> str:
    return _due(scope, min(debt.owed[0] for debt in debts))


def _due(scope: Scope, months: int) -> str:
    return round_due(scope.year.implementation_year, months).short()


def only_promised(scope: Scope) -> Iterator[Problem]:
    """A report is for a round that was promised, where rounds were promised."""
    known = scope.year.measure_by_id
    for index, report in enumerate(scope.year.progress.progress):
        measure = known.get(report.measure)
        promised = promised_rounds(measure, scope.year) if measure else ()
        if promised and report.round and report.round not in promised:
            details = {"value": report.measure, "round": str(report.round)}
            details["choices"] = ", ".join(str(months) for months in promised)
            yield scope.problem("ITA345", FILE, ("progress", index, "round"), **details)


def not_before_its_end(scope: Scope) -> Iterator[Problem]:
    """A round is reported when it ends: in its last month at the earliest."""
    for index, report in enumerate(scope.year.progress.progress):
        if report.round is None or report.updated_on is None:
            continue
        _, last_month = round_months(scope.year.implementation_year, report.round)
        if report.updated_on < last_month.first_day():
            details = {"round": str(report.round), "due": _due(scope, report.round)}
            details["value"] = report.updated_on.short()
            path = ("progress", index, "updated_on")
            yield scope.problem("ITA346", FILE, path, **details)


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
    return report.status.how_far if report.status else 0


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
        reported_on = report.updated_on or scope.today
        if start and reported_on < start.first_day():
            details = {
                "value": reported_on.short(),
                "start": start.short(),
                "measure": report.measure,
            }
            yield scope.problem("ITA349", FILE, ("progress", index, "status"), **details)


def _start(measure: Measure) -> YearMonth | None:
    """The first month of all its times; None when one of them does not tell."""
    starts = [when.start for when in measure.times if when.start]
    return min(starts) if starts and len(starts) == len(measure.times) else None


def status_as_printed(scope: Scope) -> Iterator[Problem]:
    """The status is the one that the agency's own words mean."""
    for index, report in enumerate(scope.year.progress.progress):
        meant = MEANT.get(report.status_as_printed or "")
        if meant and report.status and meant is not report.status:
            details = {"value": report.status.value, "printed": report.status_as_printed or ""}
            details["suggestion"] = meant.value
            yield scope.problem("ITA355", FILE, ("progress", index, "status"), **details)


def known_targets(scope: Scope) -> Iterator[Problem]:
    """What a report says was reached is a target of its measure."""
    for index, report in enumerate(scope.year.progress.progress):
        measure = scope.year.measure_by_id.get(report.measure)
        if measure is None:
            continue
        known = [target.keys[0] for target in measure.targets]
        for at, entry in enumerate(report.reached):
            if not any(entry.target in target.keys for target in measure.targets):
                details = {"value": entry.target, "measure": report.measure}
                details["choices"] = ", ".join(known) or "-"
                details["suggestion"] = suggestion(entry.target, known)
                path = ("progress", index, "reached", at, "target")
                yield scope.problem("ITA388", FILE, path, **details)


def percent_as_status(scope: Scope) -> Iterator[Problem]:
    """All of it is done where the measure is done, and nothing before it is started."""
    for index, report in enumerate(scope.year.progress.progress):
        percent, status = report.percent_done, report.status
        if percent is None or status is None:
            continue
        is_all = percent == MOST_SCORE
        if is_all != (status is Status.DONE) or (status is Status.NOT_STARTED and percent):
            details = {"value": str(percent), "status": status.label, "measure": report.measure}
            yield scope.problem("ITA389", FILE, ("progress", index, "percent_done"), **details)
