"""Two facts of one kind, field by field; of two lists, which entry became which."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from ita_site.facts.model.agency import Unit
from ita_site.facts.model.assessment import IndicatorScore, InstrumentScore, Point, Question
from ita_site.facts.model.base import Fact
from ita_site.facts.model.channels import Channel
from ita_site.facts.model.described import label_of
from ita_site.facts.model.edition import (
    Criterion,
    Indicator,
    Instrument,
    Level,
    OitItem,
    Period,
    Topic,
)
from ita_site.facts.model.edition import Question as EditionQuestion
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.model.measures import Measure, Responsible, Target
from ita_site.facts.model.oit import OitEntry
from ita_site.facts.model.progress import Evidence, Metric, Picture, Reached, Report
from ita_site.facts.model.year import Background, Memo
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.timeframe import Timeframe
from ita_site.rules.figures.changes.difference import Difference, Kind, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterator

WITHIN = " › "
ALIKE = 0.5
"""How much of two texts must agree for one to be the other reworded."""
MOST_TRIED = 2500
"""Pairs of texts; of more, none is looked for."""
BETWEEN = " · "


class _Place(NamedTuple):
    """Where two values stand, and what that is called in Thai."""

    steps: tuple[Step, ...]
    label: str

    def below(self, model: type[Fact], name: str, label: str) -> _Place:
        return _Place((*self.steps, (model, name)), label)


def differences(old: Fact, new: Fact, *skip: str) -> Iterator[Difference]:
    """Every difference between two facts of one kind, in the order of the model's fields."""
    model = type(new)
    for name in model.model_fields:
        if name not in skip:
            place = _Place(((model, name),), label_of(model, name))
            yield from _values(place, getattr(old, name), getattr(new, name))


def _values(place: _Place, old: Any, new: Any) -> Iterator[Difference]:  # noqa: ANN401
    if old == new:
        return
    if isinstance(old, Fact) and isinstance(new, Fact):
        yield from _groups(place, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple) and _is_listed(old or new):
        yield from _lists(place, old, new)
    elif as_text(old) != as_text(new):
        yield _difference(place, old, new)


def _is_listed(values: tuple[Any, ...]) -> bool:
    """Whether a list's entries are told one by one: numbers and codes are told together."""
    return not isinstance(values[0], int | Labelled)


def _groups(place: _Place, old: Fact, new: Fact) -> Iterator[Difference]:
    """A group's main field needs no name of its own; the others stand within it."""
    model = type(new)
    main = next(iter(model.model_fields)) if hasattr(model, "main_field") else ""
    for name in model.model_fields:
        label = place.label if name == main else f"{place.label}{WITHIN}{label_of(model, name)}"
        below = place.below(model, name, label)
        yield from _values(below, getattr(old, name), getattr(new, name))


def _lists(place: _Place, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Difference]:
    several = max(len(old), len(new)) > 1
    for before, after, number in pairs(old, new):
        one = place._replace(label=f"{place.label} ข้อ {number}" if several else place.label)
        if before is None or after is None:
            yield _difference(_of_entry(one, before or after), before, after)
        else:
            yield from _values(one, before, after)
    if is_reordered(old, new):
        yield Difference(place.steps, place.label, Kind.MOVED)


def _of_entry(place: _Place, entry: Any) -> _Place:  # noqa: ANN401 - an entry of any list
    return place.below(type(entry), "", place.label) if isinstance(entry, Fact) else place


def _difference(place: _Place, old: Any, new: Any) -> Difference:  # noqa: ANN401
    before, after = as_text(old), as_text(new)
    kind = Kind.CHANGED if before and after else Kind.ADDED if after else Kind.REMOVED
    return Difference(*place, kind, before, after, old, new)


def filled(fact: Fact, names: Collection[str]) -> str:
    """Some of a fact's fields, a line each with its name, for a fact that came or went whole."""
    named = ((label_of(type(fact), name), as_text(getattr(fact, name))) for name in names)
    return "\n".join(f"{name}: {text}" for name, text in named if text)


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
    Target: lambda target: target.id,
    Reached: lambda reached: reached.target,
    Picture: lambda picture: picture.file,
    Memo: lambda memo: (memo.purpose, memo.round) if memo.purpose else None,
    Background: lambda part: part.title,
    OitEntry: lambda entry: entry.code,
    Criterion: lambda criterion: criterion.id,
    OitItem: lambda item: item.code,
    Instrument: lambda instrument: instrument.code,
    Indicator: lambda indicator: indicator.no,
    Topic: lambda topic: topic.id,
    EditionQuestion: lambda question: question.code,
    Level: lambda level: level.name,
    Period: lambda period: period.name,
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


def is_reordered(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    """Whether the entries that stayed stand in another order."""
    partners = _partners(old, new)
    stayed = [partners[at] for at in sorted(partners)]
    return stayed != sorted(stayed)


def _partners(old: tuple[Any, ...], new: tuple[Any, ...]) -> dict[int, int]:
    """The place in the old list of each place in the new one that was there before."""
    free_old, free_new = dict(enumerate(old)), dict(enumerate(new))
    former = _former_ids(new, {entry.id for entry in old if isinstance(entry, Measure)})
    found: dict[int, int] = {}
    for same in (
        _identity,
        lambda entry: former.get(entry.id, entry.id) if isinstance(entry, Measure) else None,
        _without_id,
        lambda entry: entry,
    ):
        places: dict[Hashable, list[int]] = {}
        for at, entry in free_old.items():
            if (key := same(entry)) is not None:
                places.setdefault(key, []).append(at)
        for at, entry in list(free_new.items()):
            if (waiting := places.get(same(entry))) and same(entry) is not None:
                found[at] = waiting.pop(0)
                del free_new[at], free_old[found[at]]
    return found | _reworded(free_old, free_new)


def _former_ids(new: tuple[Any, ...], known: set[str]) -> dict[str, str]:
    """The id that each measure had, as it says itself."""
    return {
        entry.id: one
        for entry in new
        if isinstance(entry, Measure)
        for one in entry.formerly
        if one in known
    }


def _without_id(entry: Any) -> Hashable:  # noqa: ANN401 - an entry of any list
    """What a measure says, whatever it is called in addresses; nothing where it says nothing."""
    if not isinstance(entry, Measure) or not (entry.titles or entry.steps):
        return None
    return entry.model_copy(update={"id": "", "formerly": ()})


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
        if not _are_distinct(before, after)
    ]
    found: dict[int, int] = {}
    for ratio, _, b, a in sorted(ratios, reverse=True):
        if ratio >= ALIKE and a not in found and b not in found.values():
            found[a] = b
    return found


def _are_distinct(before: Any, after: Any) -> bool:  # noqa: ANN401 - entries of any list
    """Facts with a key that differs are two facts, however alike; titles may be reworded."""
    keys = _identity(before), _identity(after)
    titled = isinstance(before, Evidence | Channel | Metric | Point)
    return None not in keys and not titled


def _likeness(old: str, new: str) -> float:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def as_text(value: Any) -> str:  # noqa: ANN401 - one line a kind of value
    """Its words; empty for nothing. A group of fields is its fields' words, in their order."""
    if value is None or value == ():
        return ""
    if isinstance(value, Fact):
        return BETWEEN.join(_parts(value))
    if isinstance(value, tuple):
        return BETWEEN.join(text for text in map(as_text, value) if text)
    return _scalar(value)


def _scalar(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, BEDate):
        return value.short()
    return value.raw if isinstance(value, Timeframe) else str(value)


def _parts(fact: Fact) -> Iterator[str]:
    for name, field in type(fact).model_fields.items():
        value = getattr(fact, name)
        if value != field.default and (text := as_text(value)):
            yield label_of(type(fact), name) if value is True else text
