"""What the cells beside a measure say: who is responsible, when it runs, how it is watched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import OFFICE_LIKE, names_work
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.timeframe import TimeframeKind
from ita_site.facts.thai.timeframe_words import parse_timeframe
from ita_site.office.importer.document.spans import split_items
from ita_site.office.importer.document.values import Note, Noted, Rewritten, Value, join
from ita_site.office.importer.words.dates import has_christian_year, in_thai, span_of_days
from ita_site.office.importer.words.looks import is_sure_time
from ita_site.office.importer.words.private import read_offices
from ita_site.office.importer.words.rounds import REPORTED
from ita_site.office.importer.words.unit_lists import (
    are_apart,
    is_of_one_kind,
    join_kinds,
    may_be_unit,
    split_units,
    without_joints,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ita_site.office.importer.document.spans import Span

_MAY_BE_NAME: Final = re.compile(r"[A-Za-zก-๎.]{1,25}(?:\s+[A-Za-zก-๎.]{1,25})?")
"""One or two words of letters alone, as short as names are."""
_ALL: Final = re.compile(r"ทุก(?!ข)|ทก(?=สำนัก|กอง|ส่วน|หน่วย)")
_ALL_LED: Final = re.compile(r"(?P<all>ทุก(?!ข).+?)\s*โดย(?:มี)?(?P<lead>.+?)เป็น(?:ผู้รับผิดชอบ|หลัก)\S*")
_TORN: Final = re.compile(
    r"(?<=[ก-๎]) (?=ฯ)|(?<=^สำนัก) (?=[ก-๎])|(?<=[ก-๎]) (?=และ|ภูมิภาค|ประมาณ|ศาสตร์|ทั่วไป)"
)
"""A space where a narrow column broke a name."""
_FIGURE: Final = re.compile(
    r"\s(?:[^()]*\s)?(?:[^()\s]*ไตรมาส|[^()\s]*ร้อยละ|[0-9๐-๙][0-9๐-๙,.]*\s*(?:บาท|เดือน|วัน|ครั้ง|ปี|%))"
)
"""Figures outside of brackets that no unit has in its name."""
_BLANK: Final = re.compile(r"(?<=\S)\s+(?![()])")
_PART: Final = re.compile(
    r"\s*[(\[]\s*(?:หน่วยงาน|ผู้รับผิดชอบ|รับผิดชอบ|เจ้าภาพ)?(?P<part>หลัก|เจ้าภาพ|ร่วม|สนับสนุน)\s*[)\]]\s*$"
)


@dataclass(slots=True)
class Units:
    """The units a cell names, each as a text or with its role and the words as printed.

    `private` are persons' names, telephone numbers and what may be a name: they are no units.
    `unknown` are words that do not begin as names of offices do.
    """

    units: list[Value] = field(default_factory=list)
    private: list[Span] = field(default_factory=list)
    unknown: list[Span] = field(default_factory=list)


def read_units(lines: Iterable[Span], alone: Collection[str] = ()) -> Units:
    """The units a cell names; only what begins as names of offices do.

    `alone` are units that have a cell of their own elsewhere.
    """
    found = Units()
    for line in read_offices(lines, found.private, found.unknown):
        office, more = _without_sentence(line)
        found.unknown += [more] if more else []
        parts = list(_between_signs(office))
        unknown = _unknown(parts)
        found.unknown += unknown
        found.private += [each for each in unknown if _may_be_person(each)]
        known = [part for part in parts if part not in unknown] if unknown else [office]
        found.units += [unit for part in known for unit in _units(part, alone)]
    return found


def _without_sentence(line: Span) -> tuple[Span, Span | None]:
    """The unit a sentence begins with, and what else that tells: of money, of times, how often."""
    is_sentence = not line.then and _FIGURE.search(line.own) and OFFICE_LIKE.match(line.own)
    blank = _BLANK.search(line.own) if is_sentence else None
    return (line.cut(0, blank.start()), line.cut(blank.end())) if blank else (line, None)


def _unknown(parts: list[Span]) -> list[Span]:
    """What may be no office: beside one that is, only what does not tell of work either."""
    unknown = [part for part in parts if not OFFICE_LIKE.match(part.own) or is_sure_time(part.text)]
    if len(unknown) == len(parts):
        return unknown
    return [part for part in unknown if not names_work(part.own)]


def _may_be_person(words: Span) -> bool:
    text = words.text.strip()
    return bool(_MAY_BE_NAME.fullmatch(text)) and not (names_work(text) or is_sure_time(text))


def _between_signs(line: Span) -> Iterator[Span]:
    """What stands between the signs of a list."""
    for found in re.finditer(r"(?:[^/,(]|(?<=[0-9๐-๙]),(?=[0-9๐-๙])|\([^()]*\)?)+", line.own):
        if part := line.within(found):
            yield part


def _units(line: Span, alone: Collection[str]) -> list[Value]:
    parts = split_units(line, alone)
    if any(_PART.search(part.own) for part in parts):
        return [_with_part(part, line) for part in parts]
    if led := _ALL_LED.fullmatch(line.own):
        return [
            {"name": line.within(led, "all"), "role": "all", "as_printed": line},
            {"name": line.within(led, "lead"), "role": "lead", "as_printed": line},
        ]
    if _ALL.search(line.text) and are_apart(apart := join_kinds(parts)):
        parts = apart
    elif _is_all(line.text):
        return [_named(without_joints(line), line, role="all")]
    if len(parts) == 1:
        return [_named(parts[0], line)]
    if not all(map(may_be_unit, parts)):
        return [_named(line, line)]
    return [_named(part, line, "all" if _is_all(part.text) else "") for part in parts]


def _is_all(text: str) -> bool:
    """Whether words are of all units; not so the offices of one kind: ศูนย์เด็กเล็กบ้านดงทุกแห่ง."""
    return _ALL.search(text) is not None and not is_of_one_kind(text)


def _with_part(part: Span, line: Span) -> Value:
    """A unit with the part it plays, as `(หลัก)` or `(ร่วม)` behind its name says."""
    played = _PART.search(part.own)
    if played is None:
        return _named(part, line)
    role = "lead" if played["part"] in ("หลัก", "เจ้าภาพ") else "support"
    return _named(part.cut(0, played.start()), line, role)


def _named(part: Span, line: Span, role: str = "") -> Value:
    """A unit: its name mended where a column's edge tore it, the words kept beside it."""
    mended = _TORN.sub("", part.text)
    name: Value = part if mended == part.text else mended
    unit: dict[str, Value] = {"name": name}
    if role:
        unit["role"] = role
    if mended != line.text:
        unit["as_printed"] = line
    return unit if len(unit) > 1 else name


def names_of_units(units: Iterable[Value]) -> list[Value]:
    """The names among them that are one unit's, for the agency's own list."""
    names: list[Value] = []
    for unit in units:
        if not isinstance(unit, dict):
            names.append(unit)
        elif unit.get("role") != "all" and not _is_all(str(unit["name"])):
            names.append(unit["name"])
    return names


_ROUND: Final = re.compile(
    r"(?:รอบ(?:ที่)?|(?<=เดือน)\s*(?:และ|,|กับ))\s*(?P<months>[0-9๐-๙]{1,2})\s*เดือน"
)
_BULLETS: Final = "-–—•*"
_SIGNS: Final = f"{_BULLETS} ,"


@dataclass(slots=True)
class Times:
    """What a cell says: timeframes, monitoring, and rounds with the words they were read from.

    `converted` are timeframes of another calendar, each with what it became.
    """

    timeframes: list[Value] = field(default_factory=list)
    monitoring: list[Span] = field(default_factory=list)
    rounds: list[str] = field(default_factory=list)
    round_words: list[Span] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)
    outside: list[Span] = field(default_factory=list)
    converted: list[tuple[Span, str]] = field(default_factory=list)


def read_timeframes(lines: Iterable[Span], year: int) -> Times:
    """A cell that says when: the whole of it where that is one timeframe, else line by line."""
    listed = list(lines)
    whole = join(listed) if listed else None
    understood = whole and parse_timeframe(in_thai(whole.text), fiscal_year=year).understood
    times = Times()
    for run in _runs([whole] if whole and understood else listed, year):
        first, last = (in_thai(words.text) for words in (run[0], run[-1]))
        text = f"{first} - {last}" if len(run) > 1 else first
        _add_time(run[0], text, tuple(run), year, times)
    return times


def _runs(listed: Iterable[Span], year: int) -> list[list[Span]]:
    """Times from one cell after another: months without a gap between them go together."""
    runs: list[list[Span]] = []
    for words in listed:
        before = runs[-1][-1] if runs else None
        if before and words.source.at != before.source.at and _is_next(before, words, year):
            runs[-1].append(words)
        else:
            runs.append([words])
    return runs


def _is_next(words: Span, other: Span, year: int) -> bool:
    one, after = (parse_timeframe(in_thai(each.text), fiscal_year=year) for each in (words, other))
    months = {one.kind, after.kind} == {TimeframeKind.MONTH}
    return months and one.end is not None and after.start == one.end.plus(1)


def read_days(start: Iterable[Span], end: Iterable[Span], year: int) -> Times:
    """Two cells that say from when until when, as one timeframe."""
    times = Times()
    first, last = list(start), list(end)
    if not (first or last):
        return times
    words = [*first, *last]
    text = span_of_days(" ".join(map(str, first)), " ".join(map(str, last)))
    _add_time(words[0], text, tuple(words), year, times)
    return times


def _add_time(words: Span, text: str, read: tuple[Span, ...], year: int, times: Times) -> None:
    """A timeframe as printed, or in Thai where the print has another calendar."""
    if len(read) == 1 and text == words.text:
        times.timeframes.append(words)
    elif text == " - ".join(dict.fromkeys(each.text for each in (read[0], read[-1]))):
        times.timeframes.append(Rewritten(text, read))
    else:
        notes = tuple(Note("ตามเอกสาร", each) for each in read)
        times.timeframes.append(Noted(Rewritten(text, read), notes))
    if any(has_christian_year(each.text) for each in read):
        times.converted.append((join(list(read)), text))
    frame = parse_timeframe(text, fiscal_year=year)
    if not frame.understood:
        times.unread.append(words)
    elif frame.lies_outside(year):
        times.outside.append(words)


def read_schedule(lines: Iterable[Span], year: int) -> Times:
    """A cell that says both when and how it is watched: reporting rounds, timeframes, the rest."""
    times = Times()
    for line in lines:
        rest = _without_rounds(line, times)
        for item in split_items([rest] if rest else []):
            text = in_thai(item.words.text)
            if _is_time(text, year):
                _add_time(item.words, text, (item.words,), year, times)
            else:
                times.monitoring.append(item.words)
    return times


def read_monitoring(lines: Iterable[Span]) -> Times:
    """A cell that says how a measure is watched, with the rounds it names."""
    times = Times()
    for item in split_items(lines):
        rest = _without_rounds(item.words, times)
        if rest:
            times.monitoring.append(rest)
    return times


def _is_time(text: str, year: int) -> bool:
    frame = parse_timeframe(text, fiscal_year=year)
    return frame.understood and frame.kind is not TimeframeKind.ROUNDS


def _without_rounds(line: Span, times: Times) -> Span | None:
    """The words before a list of rounds; the line itself where rounds are part of a sentence.

    Every 4 months or so is no round of a report, and stays where it stands.
    """
    rounds = list(_ROUND.finditer(line.own))
    months = {int(to_arabic(each["months"])) for each in rounds}
    if not months or not months <= {*REPORTED}:
        return line
    times.rounds = [str(each) for each in sorted({*map(int, times.rounds), *months})]
    between = [_gap(line.own, one, other) for one, other in pairwise(rounds)]
    before, after = line.own[: rounds[0].start()], line.own[rounds[-1].end() :]
    is_listed = not before.strip() or before.rstrip()[-1:] in _BULLETS
    if after.strip(_SIGNS) or any(between) or not is_listed:
        return line
    times.round_words.append(line.cut(rounds[0].start(), rounds[-1].end()))
    return line.cut(0, rounds[0].start()).stripped(_SIGNS) or None


def _gap(own: str, one: re.Match[str], other: re.Match[str]) -> str:
    return re.sub(r"และ", "", own[one.end() : other.start()]).strip(_SIGNS)
