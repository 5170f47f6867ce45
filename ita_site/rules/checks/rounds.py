"""Rules about the reporting rounds: kept when due, and only those promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.thai.fiscal import round_due, round_months
from ita_site.rules.figures.rounds import owed_rounds, promised_rounds
from ita_site.rules.figures.status import measure_reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import Scope
    from ita_site.rules.figures.status import MeasureReports

MEASURES, PROGRESS = "measures.yml", "progress.yml"


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
        yield scope.problem("ITA342", PROGRESS, ("progress",), **details)


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
        yield scope.problem("ITA344", PROGRESS, ("progress",), **details)


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
            yield scope.problem("ITA345", PROGRESS, ("progress", index, "round"), **details)


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
            yield scope.problem("ITA346", PROGRESS, path, **details)
