"""When a measure runs and when it is reported, from the words in a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.timeframe import TimeframeKind, parse_timeframe
from ita_site.office.importer.cells import items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.office.importer.spans import Words

_ROUND: Final = re.compile(
    r"(?:รอบ(?:ที่)?|(?<=เดือน)\s*(?:และ|,|กับ))\s*(?P<months>[0-9๐-๙]{1,2})\s*เดือน"
)
_SIGNS: Final = "-–—•* ,"


@dataclass(slots=True)
class Times:
    """What a cell says: timeframes, monitoring, and rounds with the words they were read from."""

    timeframes: list[Words] = field(default_factory=list)
    monitoring: list[Words] = field(default_factory=list)
    rounds: list[str] = field(default_factory=list)
    round_words: list[Words] = field(default_factory=list)
    unread: list[Words] = field(default_factory=list)
    outside: list[Words] = field(default_factory=list)


def timeframes(lines: Iterable[Words], year: int) -> Times:
    """A cell that says when: the whole of it where that is one timeframe, else line by line."""
    listed = list(lines)
    whole = _as_one(listed)
    understood = whole and parse_timeframe(whole.text, fiscal_year=year).understood
    found = Times([whole] if whole and understood else listed)
    for words in found.timeframes:
        frame = parse_timeframe(words.text, fiscal_year=year)
        if not frame.understood:
            found.unread.append(words)
        elif frame.lies_outside(year):
            found.outside.append(words)
    return found


def schedule(lines: Iterable[Words], year: int) -> Times:
    """A cell that says both when and how it is watched: reporting rounds, timeframes, the rest."""
    found = Times()
    for line in lines:
        rest = _without_rounds(line, found)
        for item in items([rest] if rest else []):
            if _is_time(item.words, year):
                found.timeframes.append(item.words)
            else:
                found.monitoring.append(item.words)
    return found


def monitoring(lines: Iterable[Words]) -> Times:
    """A cell that says how a measure is watched, with the rounds it names."""
    found = Times()
    for item in items(lines):
        rest = _without_rounds(item.words, found)
        if rest:
            found.monitoring.append(rest)
    return found


def _as_one(lines: list[Words]) -> Words | None:
    if not lines:
        return None
    first, *others = lines
    for other in others:
        first = first.followed_by(other, spaced=True)
    return first


def _is_time(words: Words, year: int) -> bool:
    frame = parse_timeframe(words.text, fiscal_year=year)
    return frame.understood and frame.kind is not TimeframeKind.ROUNDS


def _without_rounds(line: Words, found: Times) -> Words | None:
    """The words before a list of rounds; the line itself where rounds are part of a sentence."""
    rounds = list(_ROUND.finditer(line.own))
    if not rounds:
        return line
    months = {int(to_arabic(each["months"])) for each in rounds}
    found.rounds = [str(each) for each in sorted({*map(int, found.rounds), *months})]
    between = [_gap(line.own, one, other) for one, other in pairwise(rounds)]
    before, after = line.own[: rounds[0].start()], line.own[rounds[-1].end() :]
    if after.strip(_SIGNS) or any(between) or before[-1:].strip(_SIGNS):
        return line
    found.round_words.append(line.cut(rounds[0].start(), rounds[-1].end()))
    return line.cut(0, rounds[0].start()).stripped(_SIGNS) or None


def _gap(own: str, one: re.Match[str], other: re.Match[str]) -> str:
    return re.sub(r"และ", "", own[one.end() : other.start()]).strip(_SIGNS)
