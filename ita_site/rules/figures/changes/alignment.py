"""Two lists side by side: which entry became which."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from ita_site.facts.model.agency import Unit
from ita_site.facts.model.assessment import IndicatorScore, InstrumentScore, Point, Question
from ita_site.facts.model.channels import Channel
from ita_site.facts.model.measures import Measure, Responsible
from ita_site.facts.model.oit import OitEntry
from ita_site.facts.model.progress import Evidence, Metric, Report
from ita_site.rules.figures.changes.values import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

ALIKE = 0.5
"""How much of two texts must agree for one to be the other reworded."""
MOST_TRIED = 2500
"""Pairs of texts; of more, none is looked for."""

IDENTITY: dict[type, Callable[[Any], Hashable]] = {
    Unit: lambda unit: unit.name,
    Responsible: lambda unit: unit.name,
    InstrumentScore: lambda score: score.code,
    IndicatorScore: lambda score: score.no,
    Question: lambda question: question.key,
    Point: lambda point: point.id,
    Channel: lambda channel: (channel.kind, channel.label),
    Measure: lambda measure: measure.id,
    Report: lambda report: (report.measure, report.round),
    Evidence: lambda evidence: evidence.title,
    Metric: lambda metric: metric.name,
    OitEntry: lambda entry: entry.code,
}
"""By what an entry is the same as before, whatever else of it changes; None for nothing."""


class Pair(NamedTuple):
    """An entry before and after, each with its number from 1; None where it is not there."""

    old: Any
    new: Any
    number: int


def pairs(old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Pair]:
    """Every entry of either list once, in the order of the new one; removed ones last.

    Entries are the same by their identity, else when they are equal, else when they read
    alike and no other is left between them and what they are equal to.
    """
    partners = _partners(old, new)
    for at, entry in enumerate(new):
        before = partners.get(at)
        yield Pair(None if before is None else old[before], entry, at + 1)
    left = set(range(len(old))) - set(partners.values())
    yield from (Pair(old[at], None, at + 1) for at in sorted(left))


def reordered(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    """Whether the entries that stayed stand in another order."""
    partners = _partners(old, new)
    stayed = [partners[at] for at in sorted(partners)]
    return stayed != sorted(stayed)


def _partners(old: tuple[Any, ...], new: tuple[Any, ...]) -> dict[int, int]:
    """The place in the old list of each place in the new one that was there before."""
    free_old, free_new = dict(enumerate(old)), dict(enumerate(new))
    found: dict[int, int] = {}
    for same in (_identity, lambda entry: entry):
        places: dict[Hashable, list[int]] = {}
        for at, entry in free_old.items():
            if (key := same(entry)) is not None:
                places.setdefault(key, []).append(at)
        for at, entry in list(free_new.items()):
            if (waiting := places.get(same(entry))) and same(entry) is not None:
                found[at] = waiting.pop(0)
                del free_new[at], free_old[found[at]]
    return found | _reworded(free_old, free_new)


def _identity(entry: Any) -> Hashable:  # noqa: ANN401 - an entry of any list
    key = IDENTITY.get(type(entry))
    return key(entry) if key else None


def _reworded(old: dict[int, Any], new: dict[int, Any]) -> dict[int, int]:
    """Of what is left, the pairs that read most alike, best first; of very many none."""
    if len(old) * len(new) > MOST_TRIED:
        return {}
    ratios = [
        (_likeness(as_text(before), as_text(after)), -abs(a - b), b, a)
        for b, before in old.items()
        for a, after in new.items()
        if not _told_apart(before, after)
    ]
    found: dict[int, int] = {}
    for ratio, _, b, a in sorted(ratios, reverse=True):
        if ratio >= ALIKE and a not in found and b not in found.values():
            found[a] = b
    return found


def _told_apart(before: Any, after: Any) -> bool:  # noqa: ANN401 - entries of any list
    """Facts with a key that differs are two facts, however alike; titles may be reworded."""
    keys = _identity(before), _identity(after)
    titled = isinstance(before, Evidence | Channel | Metric | Point)
    return None not in keys and not titled


def _likeness(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
