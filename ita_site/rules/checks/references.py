"""Rules about codes by which facts refer to each other, and about printed numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ita_site.facts.model.labelled import suggestion
from ita_site.facts.thai.numerals import to_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ita_site.facts.model.assessment import Limitation, Point
    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.grouping import Group, Grouped
    from ita_site.facts.model.measures import Guideline, Measure
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

    Entry: TypeAlias = Point | Limitation | Measure | Guideline

ASSESSMENT, MEASURES = "assessment.yml", "measures.yml"
REFERRED = ("findings", "urgent_fixes", "improvements")
"""The lists whose points a measure can name."""
LISTS = ("summaries", "urgent_fixes", "improvements", "findings", "recommendations")
NUMBER = re.compile(r"\W*(?:ข้อ|มาตรการ)?(?:ที่)?\W*(?P<number>\d+(?:\.\d+)*)\W*")


def unique_codes(scope: Scope) -> Iterator[Problem]:
    """What can be referred to has a code of its own."""
    assessment = scope.assessment
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
    assessment = scope.assessment
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
    assessment = scope.assessment
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
    assessment = scope.assessment
    for name in LISTS:
        for at, point in enumerate(getattr(assessment.analysis, name)):
            yield ("analysis", name, at), point


class Label(NamedTuple):
    """A number as printed: `(๗.๒)` is 2 within 7."""

    raw: str
    within: tuple[int, ...]
    number: int


def points_in_order(scope: Scope) -> Iterator[Problem]:
    """The numbers of findings, weaknesses and limitations go up one by one."""
    analysis, limitations = scope.assessment.analysis, scope.assessment.limitations
    for name in LISTS:
        yield from _in_order(scope, ASSESSMENT, ("analysis", name), getattr(analysis, name))
    yield from _in_order(scope, ASSESSMENT, ("limitations", "items"), limitations.items)


def measures_in_order(scope: Scope) -> Iterator[Problem]:
    """The numbers of measures, and of each one's guidelines and steps, go up one by one."""
    measures = scope.year.measures.measures
    yield from _in_order(scope, MEASURES, ("measures",), measures)
    for at, measure in enumerate(measures):
        yield from _in_order(scope, MEASURES, ("measures", at, "guidelines"), measure.guidelines)
        yield from _in_order(scope, MEASURES, ("measures", at, "steps"), measure.steps)


def _in_order(scope: Scope, file: str, path: Path, entries: Iterable[Entry]) -> Iterator[Problem]:
    """The first number of a list that does not follow the one before it.

    A list may begin with any number and again with 1; where an entry has no number, or begins
    another group, anything may follow. A number declared counts as the one expected.
    """
    before: dict[tuple[int, ...], int] = {}
    group = None
    for at, entry in enumerate(entries):
        label, own = _label(entry.label_as_printed), getattr(entry, "group", None)
        if label is None or own != group or _is_of_group(label, own, scope.edition):
            before, group = {}, own
        if label is None:
            continue
        expected = before.get(label.within, label.number - 1) + 1
        follows = label.number in (1, expected)
        if not follows and not scope.is_declared(label.raw):
            before_it = ".".join(map(str, (*label.within, expected - 1)))
            details = {"value": label.raw, "before": before_it}
            yield scope.problem("ITA339", file, (*path, at, "label_as_printed"), **details)
            return
        before[label.within] = label.number if follows else expected


def _label(printed: str | None) -> Label | None:
    match = NUMBER.fullmatch(to_arabic(printed or ""))
    if not printed or not match:
        return None
    *within, number = map(int, match["number"].split("."))
    return Label(printed, tuple(within), number)


def _is_of_group(label: Label, group: Group | None, edition: Edition) -> bool:
    """Whether it is the number of the entry's topic or indicator rather than its own."""
    numbers = {topic.id: topic.no for topic in edition.topics}
    numbers |= {str(indicator.no): indicator.no for indicator in edition.indicators}
    return group is not None and not label.within and numbers.get(group.id) == label.number
