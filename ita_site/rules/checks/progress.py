"""Rules about the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.fields import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

FILE = "progress.yml"


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


def evidence_can_be_opened(scope: Scope) -> Iterator[Problem]:
    """Evidence has a link or a file."""
    for index, report in enumerate(scope.year.progress.progress):
        for number, evidence in enumerate(report.evidence):
            if not evidence.url and not evidence.file:
                path = ("progress", index, "evidence", number)
                yield scope.problem("ITA310", FILE, path, value=evidence.title)
