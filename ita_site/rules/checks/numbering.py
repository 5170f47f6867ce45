"""Rules about the numbers an agency printed before its entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ita_site.facts.model.assessment import Assessment
from ita_site.facts.thai.numerals import to_arabic
from ita_site.rules.checks.references import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.assessment import Limitation, Point
    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.grouping import Group
    from ita_site.facts.model.measures import Guideline, Measure
    from ita_site.facts.problems import Problem
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import Scope

    Entry: TypeAlias = Point | Limitation | Measure | Guideline

NUMBER = re.compile(r"\W*(?:ข้อ|มาตรการ)?(?:ที่)?\W*(?P<number>\d+(?:\.\d+)*)\W*")


class Label(NamedTuple):
    """A number as printed: `(๗.๒)` is 2 within 7."""

    raw: str
    within: tuple[int, ...]
    number: int


def points_in_order(scope: Scope) -> Iterator[Problem]:
    """The numbers of findings, weaknesses and limitations go up one by one."""
    assessment = scope.year.assessment or Assessment()
    file = "assessment.yml"
    for name in LISTS:
        points = getattr(assessment.analysis, name)
        yield from _in_order(scope, file, ("analysis", name), points)
    yield from _in_order(scope, file, ("limitations", "items"), assessment.limitations.items)


def measures_in_order(scope: Scope) -> Iterator[Problem]:
    """The numbers of measures, and of each one's guidelines and steps, go up one by one."""
    file, measures = "measures.yml", scope.year.measures.measures
    yield from _in_order(scope, file, ("measures",), measures)
    for at, measure in enumerate(measures):
        yield from _in_order(scope, file, ("measures", at, "guidelines"), measure.guidelines)
        yield from _in_order(scope, file, ("measures", at, "steps"), measure.steps)


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
        if not follows and not scope.declared(label.raw):
            details = {"value": label.raw, "before": _written(label.within, expected - 1)}
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


def _written(within: tuple[int, ...], number: int) -> str:
    return ".".join(map(str, (*within, number)))
