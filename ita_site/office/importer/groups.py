"""Which topic, indicator or instrument a label means, however it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.headings import bare, likeness
from ita_site.office.importer.spans import first_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.edition import Edition, Indicator
    from ita_site.office.importer.spans import Words

SURE: Final = 0.9
KNOWN: Final = 0.8
LIKELY: Final = 0.72
_LONGEST: Final = 160
_CODE: Final = r"(?<![A-Za-z]){}(?![A-Za-z])"
_LEADING: Final = re.compile(
    r"^(?:มาตรการ/แนวทาง|แนวทาง/มาตรการ|มาตรการ|แนวทาง)?\s*(?:เกี่ยวกับ|ด้าน)?\s*"
)
_INDICATOR_NUMBER: Final = re.compile(r"ตัวชี้วัด(?:ที่)?\s*([0-9๐-๙]{1,2})\s*[.:]?\s*")


@dataclass(frozen=True, slots=True)
class Guess:
    """A group by kind and identifier, and whether its label said so clearly."""

    kind: str
    id: str
    sure: bool


@dataclass(frozen=True, slots=True)
class IndicatorGuess:
    """An indicator as labelled: by its name, and the number printed before it, if any."""

    indicator: Indicator
    printed_number: int | None
    likeness: float


def topic_of(words: Words, edition: Edition) -> Guess | None:
    """The topic a label names, by its words and helped by its number."""
    item = first_mark(words)
    if len(item.words.text) > _LONGEST:
        return None
    ranked = sorted(((likeness(item.words.text, t.name), t) for t in edition.topics), key=_first)
    if not ranked:
        return None
    alike, topic = ranked[-1]
    numbered = next((t for t in edition.topics if str(t.no) == item.number), None)
    if alike >= SURE or (alike >= LIKELY and numbered in (None, topic)):
        return Guess("topic", topic.id, alike >= SURE and numbered in (None, topic))
    near = likeness(item.words.text, numbered.name) if numbered else 0
    return Guess("topic", numbered.id, sure=False) if numbered and near >= LIKELY - 0.2 else None


def indicator_of(text: str, edition: Edition) -> IndicatorGuess | None:
    """The indicator a label names, and how like the official name it is."""
    number = _INDICATOR_NUMBER.match(text) or re.match(r"\s*([0-9๐-๙]{1,2})\s*[.)]\s*", text)
    name = text[number.end() :] if number else text
    name = name if number else _LEADING.sub("", name)
    alike, indicator = max(
        ((_nearest(name, entry), entry) for entry in edition.indicators),
        key=_first,
        default=(0, None),
    )
    if indicator is None:
        return None
    return IndicatorGuess(indicator, int(to_arabic(number[1])) if number else None, alike)


def indicator_group(words: Words, edition: Edition) -> Guess | None:
    """The indicator a measure is about, told by the measure's title."""
    name = _LEADING.sub("", first_mark(words).words.text)
    guess = indicator_of(name, edition)
    if guess is None or guess.likeness < KNOWN:
        return None
    return Guess("indicator", str(guess.indicator.no), guess.likeness >= SURE)


def instrument_of(text: str, edition: Edition) -> str | None:
    """The code of the one instrument a text names."""
    codes = [
        entry.code
        for entry in edition.instruments
        if re.search(_CODE.format(entry.code), text) or bare(entry.name) in bare(text)
    ]
    return codes[0] if len(codes) == 1 else None


def caption_of(words: Words, edition: Edition) -> Guess | None:
    """What a line above a table says the table is about."""
    if topic := topic_of(words, edition):
        return topic
    named = _INDICATOR_NUMBER.match(first_mark(words).words.text)
    guess = indicator_of(first_mark(words).words.text, edition) if named else None
    if guess and guess.likeness >= SURE:
        return Guess("indicator", str(guess.indicator.no), sure=True)
    code = instrument_of(words.text, edition)
    return Guess("instrument", code, sure=True) if code else None


def _nearest(name: str, indicator: Indicator) -> float:
    return max(likeness(name, known) for known in _names(indicator))


def _names(indicator: Indicator) -> Iterator[str]:
    yield indicator.name
    yield from indicator.also


def _first(pair: tuple[float, object]) -> float:
    return pair[0]
