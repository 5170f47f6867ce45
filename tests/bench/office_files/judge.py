"""Each value of a key against what an import left: right, doubted, rest, wrong, lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.bench.office_files.found import Found, Held, Value, bare
from tests.bench.office_files.key import Fate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.bench.office_files.key import Fact

LONG = 10
"""From so many letters on a text is itself wherever it stands."""
ONE_OF_EACH = frozenset({"timeframe", "status", "percent_done", "budget", "indicator"})
DOUBT = re.compile("โปรด|ไม่แน่ใจ|สงสัย|ไม่ชัด")


class Verdict(StrEnum):
    """What became of one value of a document."""

    RIGHT = "right"
    DOUBTED = "doubted"
    REST = "rest"
    TOLD = "wrong, told"
    SILENT = "wrong, silent"
    LOST = "lost"
    REFUSED = "refused"
    LEAKED = "leaked"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact with its verdict."""

    fact: Fact
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """A whole file: each fact, whether its measures are those of the document, what is beside.

    `beside` are values of the data at a place where the document says no such thing.
    """

    judged: tuple[Judged, ...]
    measures_right: bool
    beside: tuple[Value, ...]

    @property
    def counts(self) -> Counter[Verdict]:
        """How many of each."""
        return Counter(each.verdict for each in self.judged)


def judge(facts: Sequence[Fact], titles: Iterable[str], found: Found) -> Score:
    """Hold the key against what was found."""
    held = {title: _held(title, facts, found) for title in {fact.measure for fact in facts}}
    judged = tuple(Judged(fact, _verdict(fact, held[fact.measure], found)) for fact in facts)
    expected = Counter(_called(frozenset({bare(title)})) for title in titles)
    right = expected == Counter(_called(each.titles) for each in found.measures)
    return Score(judged, right, tuple(_beside(facts, held, found)))


def _called(titles: frozenset[str]) -> frozenset[str]:
    """A measure's titles; whether the word for measure belongs to one, offices do not say."""
    return frozenset(title.removeprefix("มาตรการ") for title in titles)


def _held(title: str | None, facts: Sequence[Fact], found: Found) -> Held | None:
    """The measure of the data that is meant: by its title, else by most of what it says."""
    if title is None:
        return None
    named = [each for each in found.measures if bare(title) in each.titles]
    if named:
        return named[0]
    values = {bare(fact.value) for fact in facts if fact.measure == title}
    values -= {value for value in values if len(value) < LONG}
    alike = [(len(values & _forms(each)), n) for n, each in enumerate(found.measures)]
    most, at = max(alike, default=(0, 0), key=lambda pair: (pair[0], -pair[1]))
    return found.measures[at] if most else None


def _forms(held: Held) -> set[str]:
    return {form for value in held.values for form in value.forms}


def _verdict(fact: Fact, held: Held | None, found: Found) -> Verdict:
    if fact.fate is Fate.OUT:
        kept = bare(fact.value) in bare(found.data) or bare(fact.value) in found.rest_bare
        return Verdict.LEAKED if kept else Verdict.LEFT_OUT
    places = _places(fact, held, found)
    if any(_is_right(fact, value) for value in places):
        return Verdict.DOUBTED if _is_told(fact, found) else Verdict.RIGHT
    if _is_in_rest(fact, found):
        return Verdict.REST
    if (
        fact.fate is Fate.REST
        and _is_told(fact, found)
        and bare(fact.value) not in bare(found.data)
    ):
        return Verdict.REST
    if _is_elsewhere(fact, places, found):
        return Verdict.TOLD if _is_told(fact, found) else Verdict.SILENT
    return Verdict.REFUSED if found.code and not found.measures else Verdict.LOST


def _places(fact: Fact, held: Held | None, found: Found) -> tuple[Value, ...]:
    if fact.measure is None:
        return found.agency
    return held.values if held else ()


def _is_right(fact: Fact, value: Value) -> bool:
    """Whether the value stands where it belongs; what belongs into no field never does."""
    if value.field not in fact.fields or not _round_fits(fact, value):
        return False
    accepted = {bare(text) for text in (fact.value, *fact.also)}
    if fact.fields == ("budget",):
        accepted |= {text.replace(",", "") for text in accepted}
    return bool(accepted & value.forms) or (fact.months is not None and fact.months == value.months)


def _round_fits(fact: Fact, value: Value) -> bool:
    return fact.rounds is None or value.round in fact.rounds


def _is_in_rest(fact: Fact, found: Found) -> bool:
    if not fact.printed:
        return bool(fact.heading) and bare(fact.heading) in found.rest_bare
    if not fact.printed[-1].isdigit():
        return bare(fact.printed) in found.rest_bare
    text = re.escape(fact.printed).replace(",", ",?")
    return bool(re.search(rf"(?<![\d.,]){text}(?![\d.,])", found.rest))


def _is_elsewhere(fact: Fact, places: tuple[Value, ...], found: Found) -> bool:
    """Whether it stands at another place, or another value at its own."""
    same = [value for value in places if value.field in fact.fields and _round_fits(fact, value)]
    if same and ONE_OF_EACH & set(fact.fields):
        return True
    if not fact.printed:
        return False
    every = (*found.agency, *(value for each in found.measures for value in each.values))
    texts = {bare(fact.printed), bare(fact.value)}
    if fact.measure is not None and len(bare(fact.printed)) < LONG:
        return any(texts & value.forms for value in places)
    return any(text in form for value in every for form in value.forms for text in texts)


def _is_told(fact: Fact, found: Found) -> bool:
    """Whether the officer was asked to look: by a message that names the value or its heading."""
    names = [bare(text) for text in (fact.heading, fact.printed[:40]) if len(bare(text)) > 2]
    if any(name in found.said_bare for name in names):
        return True
    return bool(fact.printed) and _is_doubted_above(fact.printed, found.data)


def _is_doubted_above(printed: str, data: str) -> bool:
    """Whether a comment directly above the value in the data says to look."""
    lines = data.split("\n")
    wanted = bare(printed)[:40]
    for at, line in enumerate(lines):
        if not line.lstrip().startswith("#") and wanted in bare(line):
            above = at - 1
            while above >= 0 and lines[above].lstrip().startswith("#"):
                if DOUBT.search(lines[above]):
                    return True
                above -= 1
    return False


def _beside(
    facts: Sequence[Fact], held: dict[str | None, Held | None], found: Found
) -> Iterator[Value]:
    """Values that no fact of the key puts where they stand."""
    for measure in found.measures:
        mine = [fact for fact in facts if fact.measure and held[fact.measure] is measure]
        for value in measure.values:
            if not any(_is_right(fact, value) for fact in mine):
                yield value
