"""How far a year's promises are kept, in one sentence: what is not yet done is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.rules.figures.status import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.progress import Metric, Outcome
    from ita_site.rules.figures.status import MeasureReports

NAMED: Final = 2
"""Measures named with what is not done; a longer list is no sentence."""
WORDS: Final = {
    Standing.DONE: "ทำแล้ว {count}",
    Standing.IN_PROGRESS: "กำลังทำ {count}",
    Standing.NOT_STARTED: "ยังไม่เริ่ม {count}",
    Standing.UNSTATED: "รายงานแล้วแต่ไม่ระบุสถานะ {count}",
    Standing.NOT_REPORTED: "ไม่มีรายงานในเว็บไซต์นี้ {count}",
}
LEFT: Final = {Standing.IN_PROGRESS: "เหลือ {count}", Standing.NOT_STARTED: "ยังไม่เริ่ม {count}"}
"""What is said of the only ones that are not done."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of the sentence: its words, the standing they tell, the measures they name.

    `named` are measures with their numbers in the year's order, `others` how many more there are.
    """

    words: str
    standing: Standing | None = None
    named: tuple[tuple[int, Measure], ...] = ()
    others: int = 0


def kept(reports: tuple[MeasureReports, ...], year: int) -> tuple[Phrase, ...]:
    """The sentence on the measures of a fiscal year; nothing where it has none."""
    return tuple(_phrases(reports, year)) if reports else ()


def _phrases(reports: tuple[MeasureReports, ...], year: int) -> Iterator[Phrase]:
    yield Phrase(f"ปี {year} สัญญาไว้ {len(reports)} เรื่อง")
    by_standing: dict[Standing, list[tuple[int, Measure]]] = {each: [] for each in Standing}
    for number, entry in enumerate(reports, 1):
        by_standing[entry.standing].append((number, entry.measure))
    present = [standing for standing, found in by_standing.items() if found]
    if present == [Standing.DONE]:
        yield Phrase("ทำแล้วครบทุกเรื่อง", Standing.DONE)
    elif present == [Standing.NOT_REPORTED]:
        yield Phrase("เว็บไซต์นี้ไม่มีรายงานผล", Standing.NOT_REPORTED)
    else:
        words = WORDS | LEFT if present[:-1] == [Standing.DONE] else WORDS
        for standing in present:
            yield _phrase(standing, by_standing[standing], words[standing])


def _phrase(standing: Standing, found: list[tuple[int, Measure]], words: str) -> Phrase:
    named = () if standing is Standing.DONE else tuple(found[:NAMED])
    said = words.format(count=len(found))
    return Phrase(said, standing, named, len(found) - len(named) if named else 0)


def in_words(phrases: tuple[Phrase, ...], name: Callable[[int, Measure], str]) -> str:
    """The sentence as plain text; `name` is what a measure with its number is called."""
    return " ".join(_in_words(phrase, name) for phrase in phrases)


def _in_words(phrase: Phrase, name: Callable[[int, Measure], str]) -> str:
    if not phrase.named:
        return phrase.words
    names = ", ".join(name(number, measure) for number, measure in phrase.named)
    return f"{phrase.words}: {names}" + (f" และอีก {phrase.others} เรื่อง" if phrase.others else "")


def moved(entry: MeasureReports) -> Metric | None:
    """The figure that tells most of what came of a measure: the first before and after reported."""
    metrics = [metric for outcome in _outcomes(entry) for metric in outcome.metrics if metric.after]
    both = (metric for metric in metrics if metric.before)
    return next(both, next(iter(metrics), None))


def _outcomes(entry: MeasureReports) -> tuple[Outcome, ...]:
    return entry.latest.outcomes if entry.latest else ()
