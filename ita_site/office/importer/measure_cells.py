"""What the cells beside a measure say: who is responsible, when it runs, what came of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.progress import Status
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.timeframe import TimeframeKind, parse_timeframe
from ita_site.office.importer.draft import Note, Noted, Value, join, one_or_many
from ita_site.office.importer.entries import Entry
from ita_site.office.importer.headings import parse_status, round_column
from ita_site.office.importer.spans import split_items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.spans import Item, Span

_UNIT: Final = "(?:สำนัก|กอง|ฝ่าย|งาน|หน่วย|ศูนย์|ส่วน|คณะ|กลุ่ม|ปลัด|ผู้|โรงเรียน|สถาน)"
_SEVERAL: Final = re.compile(rf"\s*(?:/|,|และ)\s*(?={_UNIT})")
_ALL: Final = re.compile(r"ทุก|ทก(?=สำนัก|กอง|ส่วน|หน่วย)")
_ALL_LED: Final = re.compile(r"(?P<all>ทุก.+?)\s*โดย(?:มี)?(?P<lead>.+?)เป็น(?:ผู้รับผิดชอบ|หลัก)\S*")
_TORN: Final = re.compile(
    r"(?<=[ก-๎]) (?=ฯ)|(?<=^สำนัก) (?=[ก-๎])|(?<=[ก-๎]) (?=และ|ภูมิภาค|ประมาณ|ศาสตร์|ทั่วไป)"
)
"""A space where a narrow column broke a name."""


def read_units(lines: Iterable[Span]) -> list[Value]:
    """The units a cell names, each as a text or with its role and the words as printed."""
    return [unit for line in lines for unit in _units(line)]


def _units(line: Span) -> list[Value]:
    if led := _ALL_LED.fullmatch(line.own):
        return [
            {"name": line.within(led, "all"), "role": "all", "as_printed": line},
            {"name": line.within(led, "lead"), "role": "lead", "as_printed": line},
        ]
    if _ALL.search(line.text):
        return [_named(line, line, role="all")]
    parts = _split(line)
    if len(parts) == 1 or not all(re.match(_UNIT, part.text) for part in parts):
        return [_named(line, line)]
    return [_named(part, line) for part in parts]


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


def _split(line: Span) -> list[Span]:
    cuts = list(_SEVERAL.finditer(line.own))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), None]
    return [part for start, end in zip(starts, ends, strict=True) if (part := line.cut(start, end))]


def names_of_units(units: Iterable[Value]) -> list[Value]:
    """The names among them that are one unit's, for the agency's own list."""
    names: list[Value] = []
    for unit in units:
        if not isinstance(unit, dict):
            names.append(unit)
        elif unit.get("role") != "all":
            names.append(unit["name"])
    return names


_ROUND: Final = re.compile(
    r"(?:รอบ(?:ที่)?|(?<=เดือน)\s*(?:และ|,|กับ))\s*(?P<months>[0-9๐-๙]{1,2})\s*เดือน"
)
_SIGNS: Final = "-–—•* ,"


@dataclass(slots=True)
class Times:
    """What a cell says: timeframes, monitoring, and rounds with the words they were read from."""

    timeframes: list[Span] = field(default_factory=list)
    monitoring: list[Span] = field(default_factory=list)
    rounds: list[str] = field(default_factory=list)
    round_words: list[Span] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)
    outside: list[Span] = field(default_factory=list)


def read_timeframes(lines: Iterable[Span], year: int) -> Times:
    """A cell that says when: the whole of it where that is one timeframe, else line by line."""
    listed = list(lines)
    whole = join(listed) if listed else None
    understood = whole and parse_timeframe(whole.text, fiscal_year=year).understood
    times = Times([whole] if whole and understood else listed)
    for words in times.timeframes:
        frame = parse_timeframe(words.text, fiscal_year=year)
        if not frame.understood:
            times.unread.append(words)
        elif frame.lies_outside(year):
            times.outside.append(words)
    return times


def read_schedule(lines: Iterable[Span], year: int) -> Times:
    """A cell that says both when and how it is watched: reporting rounds, timeframes, the rest."""
    times = Times()
    for line in lines:
        rest = _without_rounds(line, times)
        for item in split_items([rest] if rest else []):
            if _is_time(item.words, year):
                times.timeframes.append(item.words)
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


def _is_time(words: Span, year: int) -> bool:
    frame = parse_timeframe(words.text, fiscal_year=year)
    return frame.understood and frame.kind is not TimeframeKind.ROUNDS


def _without_rounds(line: Span, times: Times) -> Span | None:
    """The words before a list of rounds; the line itself where rounds are part of a sentence."""
    rounds = list(_ROUND.finditer(line.own))
    if not rounds:
        return line
    months = {int(to_arabic(each["months"])) for each in rounds}
    times.rounds = [str(each) for each in sorted({*map(int, times.rounds), *months})]
    between = [_gap(line.own, one, other) for one, other in pairwise(rounds)]
    before, after = line.own[: rounds[0].start()], line.own[rounds[-1].end() :]
    if after.strip(_SIGNS) or any(between) or before[-1:].strip(_SIGNS):
        return line
    times.round_words.append(line.cut(rounds[0].start(), rounds[-1].end()))
    return line.cut(0, rounds[0].start()).stripped(_SIGNS) or None


def _gap(own: str, one: re.Match[str], other: re.Match[str]) -> str:
    return re.sub(r"และ", "", own[one.end() : other.start()]).strip(_SIGNS)


_STATUS_WORDS: Final = re.compile(
    r"(?P<done>(?:ได้)?ดำเนินการ(?:เสร็จ(?:สิ้น|เรียบร้อย)?|เรียบร้อย|แล้วเสร็จ)(?:แล้ว)?)"
    r"|(?P<in_progress>อยู่ระหว่าง(?:การ)?ดำเนิน(?:การ|งาน)|กำลังดำเนินการ)"
    r"|(?P<not_started>ยังไม่(?:ได้)?(?:เริ่ม)?ดำเนินการ)"
)
_FIGURE: Final = re.compile(r"[0-9๐-๙]+[.][0-9๐-๙]+|ร้อยละ|[0-9๐-๙]+\s*(?:คน|ราย|ครั้ง|เรื่อง)")


ROUNDS: Final = ("3", "6", "9", "12")


def read_reports(entry: Entry, measure: str, draft: Draft) -> list[Value]:
    """A report, or one for each round that has a column of its own.

    What the row says once, such as its status, belongs to the latest of them.
    """
    rounds = [months for months in ROUNDS if entry.lines(round_column(months))]
    if not rounds:
        return [_read_report(entry, measure, draft)]
    *earlier, latest = rounds
    cells = entry.cells | {"summary": [*entry.lines("summary"), *entry.lines(round_column(latest))]}
    return [
        *(
            _read_report(
                Entry({"summary": entry.lines(round_column(months))}), measure, draft, months
            )
            for months in earlier
        ),
        _read_report(Entry(cells), measure, draft, latest),
    ]


def _read_report(entry: Entry, measure: str, draft: Draft, months: str | None = None) -> Value:
    """A report on a measure as printed; its status only where the words begin with one."""
    fields: dict[str, Value] = {"measure": measure}
    notes: list[Note] = []
    if months or draft.round:
        fields["round"] = months or draft.round
    fields |= _status(entry, draft)
    if summary := split_items(entry.lines("summary")):
        fields["summary"] = one_or_many(_note_labels(summary, notes))
    if outcomes := split_items(entry.lines("outcome")):
        fields["outcomes"] = [*_note_labels(outcomes, notes)]
        for item in outcomes:
            if _FIGURE.search(item.words.text):
                draft.doubt(item.words, "ผลลัพธ์มีตัวเลข ถ้าต้องการแสดงก่อนและหลัง ให้แยกใส่ metrics")
    if obstacles := split_items(entry.lines("obstacles")):
        fields["obstacles"] = one_or_many(_note_labels(obstacles, notes))
    if evidence := split_items(entry.lines("evidence")):
        linked = [_evidence(item.words, draft) for item in evidence]
        fields |= {"evidence": shown} if (shown := [each for each in linked if each]) else {}
    return Noted(fields, tuple(notes))


def _note_labels(listed: tuple[Item, ...], notes: list[Note]) -> list[Span]:
    """The words of entries; their printed numbers go to the remarks."""
    notes += [Note("เลขข้อตามเอกสาร", item.label) for item in listed if item.label]
    return [item.words for item in listed]


def _status(entry: Entry, draft: Draft) -> dict[str, Value]:
    for words in entry.lines("status"):
        if status := parse_status(words.text):
            return {"status": status.value, "status_as_printed": words}
    for words in (*entry.lines("status"), *entry.lines("summary")[:1]):
        if match := _STATUS_WORDS.match(words.own):
            printed = words.within(match)
            status = Status.parse(str(match.lastgroup))
            draft.doubt(printed, f"สถานะ “{status.label}” อ่านจากคำว่า “{printed}” โปรดยืนยัน")
            return {"status": status.value, "status_as_printed": printed}
    if listed := entry.lines("status"):
        return {"status_as_printed": listed[0]}
    return {}


def _evidence(words: Span, draft: Draft) -> Value:
    if link := re.search(r"https?://\S+", words.own):
        title = words.cut(0, link.start()).stripped(" :-")
        return {"title": title or words, "url": words.within(link)}
    draft.note_reason("หลักฐานไม่มีลิงก์", words)
    draft.doubt(words, f"หลักฐาน “{words}” ไม่มีลิงก์ จึงเก็บไว้ใน import-rest.txt")
    return {}
