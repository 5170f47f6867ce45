"""Rules about codes by which facts refer to each other and to the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.fields import suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ita_site.facts.model.assessment import Point
    from ita_site.facts.model.grouping import Grouped
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

ASSESSMENT, MEASURES = "assessment.yml", "measures.yml"
REFERRED = ("findings", "urgent_fixes", "improvements")
"""The lists whose points a measure can name."""
LISTS = ("summaries", "urgent_fixes", "improvements", "findings", "recommendations")


def unique_codes(scope: Scope) -> Iterator[Problem]:
    """What can be referred to has a code of its own."""
    assessment = scope.year.assessment or Assessment()
    questions = [(("questions", at), entry.key) for at, entry in enumerate(assessment.questions)]
    yield from _repeated(scope, questions, "questions", alike=str.lower)
    for name in REFERRED:
        points = enumerate(getattr(assessment.analysis, name))
        named = [(("analysis", name, at), point.id) for at, point in points if point.id]
        yield from _repeated(scope, named, name)


def _repeated(
    scope: Scope,
    named: Iterable[tuple[Path, str]],
    where: str,
    alike: Callable[[str], str] = str,
) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, key in named:
        if alike(key) in first:
            line = scope.line(ASSESSMENT, first[alike(key)])
            yield scope.problem("ITA306", ASSESSMENT, path, value=key, where=where, line=line)
        first.setdefault(alike(key), path)


def known_codes(scope: Scope) -> Iterator[Problem]:
    """What is referred to exists."""
    assessment = scope.year.assessment or Assessment()
    questions = [question.key for question in assessment.questions]
    for path, point in _points(scope):
        yield from _unknown(scope, ASSESSMENT, (*path, "questions"), point.questions, questions)
    for name in REFERRED:
        known = [point.id for point in getattr(assessment.analysis, name) if point.id]
        for index, measure in enumerate(scope.year.measures.measures):
            path = ("measures", index, name)
            yield from _unknown(scope, MEASURES, path, getattr(measure, name), known)


def _unknown(
    scope: Scope, file: str, path: Path, codes: Iterable[str], known: list[str]
) -> Iterator[Problem]:
    for at, code in enumerate(codes):
        if code not in known:
            details = {"value": code, "where": f"{path[-1]} ของ {ASSESSMENT}"}
            details |= {
                "choices": ", ".join(dict.fromkeys(known)) or "–",
                "suggestion": suggestion(code, known),
            }
            yield scope.problem("ITA305", file, (*path, at), **details)


def known_groups(scope: Scope) -> Iterator[Problem]:
    """Topics, indicators and instruments are those of the year's edition."""
    for index, measure in enumerate(scope.year.measures.measures):
        yield from _unknown_group(scope, MEASURES, ("measures", index), measure)
    for path, point in _points(scope):
        yield from _unknown_group(scope, ASSESSMENT, path, point)


def known_scores(scope: Scope) -> Iterator[Problem]:
    """A score belongs to an instrument or indicator of the year's edition."""
    assessment = scope.year.assessment or Assessment()
    for at, instrument in enumerate(assessment.instruments):
        path = ("instruments", at, "code")
        yield from _not_in_edition(scope, ASSESSMENT, path, "instrument", instrument.code)
    for at, indicator in enumerate(assessment.indicators):
        path = ("indicators", at, "no")
        yield from _not_in_edition(scope, ASSESSMENT, path, "indicator", str(indicator.no))
    for at, question in enumerate(assessment.questions):
        path, number = ("questions", at, "indicator"), question.indicator
        if number is not None:
            yield from _not_in_edition(scope, ASSESSMENT, path, "indicator", str(number))


def _unknown_group(scope: Scope, file: str, path: Path, fact: Grouped) -> Iterator[Problem]:
    if group := fact.group:
        kind = group.kind.value
        yield from _not_in_edition(scope, file, (*path, kind), kind, group.id)


def _not_in_edition(
    scope: Scope, file: str, path: Path, kind: str, identifier: str
) -> Iterator[Problem]:
    names = scope.edition.group_names[kind]
    if identifier not in names:
        labels = {"topic": "ประเด็น", "indicator": "ตัวชี้วัด", "instrument": "เครื่องมือ"}
        details = {"value": identifier, "kind": labels[kind], "kind_en": kind}
        choices = ", ".join(f"{known} ({name})" for known, name in names.items())
        details |= {"year": str(scope.edition.year), "choices": choices}
        details["suggestion"] = suggestion(identifier, list(names))
        yield scope.problem("ITA406", file, path, **details)


def _points(scope: Scope) -> Iterator[tuple[Path, Point]]:
    assessment = scope.year.assessment or Assessment()
    for name in LISTS:
        for at, point in enumerate(getattr(assessment.analysis, name)):
            yield ("analysis", name, at), point
