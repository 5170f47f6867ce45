"""From a number to its answer: which measure answers which part of the result, and back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.grouping import GroupKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.model.assessment import Point
    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import YearFacts

K = TypeVar("K")

ANSWERED: Final = ("urgent_fixes", "improvements", "findings")
"""The lists of the analysis whose points a measure can name."""

Numbered = tuple[int, "Measure"]
"""A measure with its number in the year's order."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A point of the analysis that a measure answers: `number` is its place in the list `kind`."""

    kind: str
    number: int
    point: Point


@dataclass(frozen=True, slots=True)
class Answers:
    """Both ways.

    `indicators` and `points` tell the measures that answer an indicator, by its number, and a
    point, by its list and its number there; `causes` and `weak` what a measure answers, by its id.
    """

    indicators: Mapping[int, tuple[Numbered, ...]]
    points: Mapping[tuple[str, int], tuple[Numbered, ...]]
    causes: Mapping[str, tuple[Cause, ...]]
    weak: Mapping[str, tuple[int, ...]]


def answers(year: YearFacts) -> Answers:
    """What the agency itself brought together: by naming it, or under one indicator or topic."""
    assessment = year.assessment or Assessment()
    indicators: defaultdict[int, list[Numbered]] = defaultdict(list)
    points: defaultdict[tuple[str, int], list[Numbered]] = defaultdict(list)
    causes: dict[str, tuple[Cause, ...]] = {}
    weak: dict[str, tuple[int, ...]] = {}
    for number, measure in enumerate(year.measures.measures, 1):
        causes[measure.id] = named = tuple(_named(measure, assessment))
        weak[measure.id] = tuple(dict.fromkeys(_indicators(measure, named, assessment)))
        for cause in (*named, *_beside(measure, named, assessment)):
            points[cause.kind, cause.number].append((number, measure))
        for indicator in weak[measure.id]:
            indicators[indicator].append((number, measure))
    return Answers(_fixed(indicators), _fixed(points), causes, weak)


def _fixed(found: Mapping[K, list[Numbered]]) -> dict[K, tuple[Numbered, ...]]:
    return {key: tuple(entries) for key, entries in found.items()}


def _causes(assessment: Assessment) -> Iterator[Cause]:
    for name in ANSWERED:
        for number, point in enumerate(getattr(assessment.analysis, name), 1):
            yield Cause(name, number, point)


def _named(measure: Measure, assessment: Assessment) -> Iterator[Cause]:
    """The points that the measure names itself."""
    for cause in _causes(assessment):
        if cause.point.id and cause.point.id in getattr(measure, cause.kind):
            yield cause


def _beside(measure: Measure, named: tuple[Cause, ...], assessment: Assessment) -> Iterator[Cause]:
    """The points under the same indicator or topic as the measure, of lists it names nothing of."""
    group = measure.group
    if group is None or group.kind is GroupKind.INSTRUMENT:
        return
    told = {cause.kind for cause in named}
    for cause in _causes(assessment):
        if cause.kind not in told and cause.point.group == group:
            yield cause


def _indicators(
    measure: Measure, named: tuple[Cause, ...], assessment: Assessment
) -> Iterator[int]:
    """The indicator it stands under, and those of what it names."""
    if measure.indicator is not None:
        yield measure.indicator
    for cause in named:
        if cause.point.indicator is not None:
            yield cause.point.indicator
        for key in cause.point.questions:
            question = assessment.question_by_key.get(key)
            if question and question.indicator is not None:
                yield question.indicator
