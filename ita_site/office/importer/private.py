"""Persons and telephone numbers in the cells of tables, and the offices that stand beside them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.agency import SHORT
from ita_site.facts.thai.personal import PersonalData, names_by_title, persons, telephones

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.office.importer.spans import Span

_KINDS: Final = r"(?:สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย)"
_NO_OFFICES: Final = ("ผอ", "ผช", "หน", "จนท", "รก", "นวก", "จพง", "ดร", "นส", "พศ", "คศ")
"""What is written for short before a dot and is a position, a title or a year."""
_AGENCIES: Final = tuple(short.rstrip(".") for short in SHORT.values())
SHORT_OFFICE: Final = (
    rf"(?<![ก-๎A-Za-z.])(?!(?:{'|'.join((*_NO_OFFICES, *_AGENCIES))})\.)[ก-ฮ]{{2,5}}\."
)
"""An office for short, such as สป. or กค."""
_OFFICE: Final = re.compile(rf"(?<![ก-ฮเ-ไ]){_KINDS}[^\s/,()]{{2,}}|{SHORT_OFFICE}")
_ONLY_OFFICES: Final = re.compile(
    rf"(?:{_OFFICE.pattern})(?:\s*(?:[/,]|และ)?\s*(?:{_OFFICE.pattern}))*"
)
POSITION: Final = re.compile(
    r"(?:ตำแหน่ง|นายก|รองนายก|ปลัด|รองปลัด|ผู้อำนวยการ|ผอ\.|หัวหน้า|หน\.|นักวิเคราะห์|นักจัดการ"
    r"|นักวิชาการ|นักทรัพยากร|เจ้าพนักงาน|เจ้าหน้าที่|นิติกร|ผู้ว่าราชการ|รองผู้ว่า|นายอำเภอ|ประธาน|ผู้จัดทำ"
    r"|ผู้ตรวจ|ผู้รับรอง|ผู้รายงาน|นักบริหาร|รักษาราชการ|รก\.)"
)
_NAME: Final = (
    r"(?!สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย|คณะ|ทุก|ผู้|ปลัด|หัวหน้า|นายก|นัก|เจ้า|นิติกร|ประธาน"
    r"|อำเภอ|ตำบล|จังหวัด|เทศบาล|องค์การ|โรงเรียน|มาตรการ|แผน|โครงการ|กิจกรรม|ตาม|ราย|รอบ|ข้อ|เรื่อง"
    r"|เรียน|ผล|ข้อมูล|เดือน|ปี|ระดับ|ชำนาญ|ปฏิบัติ|รักษา|หลัก|ร่วม|และ|หรือ|ประจำ|ตัวชี้วัด|ประเด็น|ค่า|ขอ"
    r"|จุด|แนว|วิธี|สถานะ|ขั้น|ดัง|จัด|สรุป|ด้วย|ร่าง|สำเนา|ฉบับ|หมายเหตุ|ต่อ|โดย|เสนอ|อนุมัติ|ทราบ|เห็น|ลงนาม|ลงชื่อ|การ|ความ|คะแนน)"
    r"[ก-ฮเ-ไ][ก-ฮะ-\u0e3aเ-\u0e45\u0e47-\u0e4e]{1,19}"
)
NAME: Final = rf"{_NAME}[ \u00a0]{{1,3}}{_NAME}"
"""A first name and a surname without a title: only where nothing else can stand."""
_BEFORE_A_NAME: Final = re.compile(rf"{POSITION.pattern}[^()]{{0,60}}\(\s*(?P<name>{NAME})\s*\)")
_BEHIND_A_NAME: Final = re.compile(rf"\(\s*(?P<name>{NAME})\s*\)\s*(?={POSITION.pattern})")
_OPENS_A_LINE: Final = re.compile(rf"\s*(?P<name>{NAME})\s*\(\s*(?={POSITION.pattern})")
_OPEN: Final = re.compile(r"\([^()]*$")
_SURNAME: Final = re.compile(rf"(?P<name>{_NAME})\s*(?=\)|โทร|[0๐])\)?")
"""What ends a name that a narrow column broke."""
_LETTERS: Final = re.compile(r"[A-Za-zก-ฮ]")
_FEW: Final = 3
_SIGNS: Final = "(),:-–/"
_BESIDE_NUMBERS: Final = re.compile(
    r"(?:ตำแหน่ง|ผู้ประสานงาน|ประสานงาน|ติดต่อ|เบอร์|มือถือ|โทร\S*|ต่อ|ชื่อ|และ|หรือ|ที่|[\s.:ๆ])*"
)
"""What is left where a person or a number was, and says nothing."""


def names_by_position(text: str) -> Iterator[PersonalData]:
    """Names in brackets without a title, beside the position of whom they are."""
    first = _OPENS_A_LINE.match(text)
    beside = (*_BEFORE_A_NAME.finditer(text), *_BEHIND_A_NAME.finditer(text))
    for found in (*([first] if first else ()), *beside):
        start, end = found.span("name")
        yield PersonalData(start, end, found["name"], f"{found['name'][0]}…")


def find_places(text: str) -> list[tuple[int, int]]:
    """Where a text tells of a person or a number, be it one that should name an office."""
    found: list[tuple[int, int]] = []
    listed = chain(persons(text), names_by_title(text), names_by_position(text), telephones(text))
    for start, end in sorted((each.start, each.end) for each in listed):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def read_offices(lines: Iterable[Span], private: list[Span]) -> Iterator[Span]:
    """The offices that a cell's lines name; see `_read_line` for what is added to `private`."""
    is_open = False
    for line in lines:
        surname = _SURNAME.match(line.own) if is_open else None
        if surname:
            private.append(line.within(surname, "name"))
        rest = line.cut(surname.end()) if surname else line
        before = len(private)
        yield from _read_line(rest, private)
        last = private[-1] if len(private) > before else None
        is_open = bool(last and last.end == line.end and _OPEN.search(line.own))


def _read_line(line: Span, private: list[Span]) -> list[Span]:
    """The line, or of one that tells of a person the offices it names.

    The person, the number, and the position beside them are added to `private`. Offices in the
    brackets of a person count where none stands outside.
    """
    found = [line.cut(start, end) for start, end in find_places(line.own)]
    if not found:
        return [line]
    outside, inside = _pieces(line, found)
    offices = _offices(outside) or _offices(inside) or _positions(outside) or _positions(inside)
    named = {each.text for each in offices}
    beside = [piece for pieces in _pieces(line, [*found, *offices]) for piece in pieces]
    private.extend((*found, *(each for each in beside if _is_of_a_person(each, named))))
    return offices


def _pieces(line: Span, taken: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """What stands beside stretches of a line: outside of brackets, and within them."""
    sides: tuple[list[Span], list[Span]] = ([], [])
    depth = 0
    for each in _cut_out(line, sorted(taken, key=lambda words: words.start)):
        for piece in re.finditer(r"[()]|[^()]+", each.own):
            if piece[0] in "()":
                depth = 1 if piece[0] == "(" else 0
            elif words := each.within(piece).stripped(_SIGNS):
                sides[depth].append(words)
    return sides


def _cut_out(line: Span, taken: Sequence[Span]) -> list[Span]:
    """What stands before, between and behind stretches of a line."""
    starts = [0, *(each.end - line.start for each in taken)]
    ends = [*(each.start - line.start for each in taken), None]
    return [line.cut(start, end) for start, end in zip(starts, ends, strict=True)]


def _offices(pieces: list[Span]) -> list[Span]:
    """The offices that pieces name, each once; a piece that names nothing else as a whole."""
    named = [
        office
        for each in pieces
        for office in ([each] if _ONLY_OFFICES.fullmatch(each.own) else _find_offices(each))
    ]
    return [*{each.text: each for each in reversed(named)}.values()][::-1]


def _positions(pieces: list[Span]) -> list[Span]:
    return [each for each in pieces if _says(each) or POSITION.match(each.own)]


def _find_offices(words: Span) -> list[Span]:
    return [words.within(match) for match in _OFFICE.finditer(words.own)]


def _is_of_a_person(beside: Span, named: set[str]) -> bool:
    """Whether words beside a person say nothing, or only once more which office it is."""
    return not _says(beside) or any(name in beside.text for name in named)


def _says(words: Span) -> bool:
    is_idle = _BESIDE_NUMBERS.fullmatch(words.own) is not None
    return not is_idle and len(_LETTERS.findall(words.own)) > _FEW


def is_private(cell: str, *, with_position: bool) -> bool:
    """Whether a cell tells of a person and of nothing else; of the position too, if so wanted."""
    places = find_places(cell)
    if not places:
        return False
    starts, ends = [0, *(end for _, end in places)], [*(start for start, _ in places), None]
    rest = " ".join(cell[start:end] for start, end in zip(starts, ends, strict=True))
    if with_position:
        return not _OFFICE.search(rest)
    return len(_LETTERS.findall(rest)) <= _FEW and not _OFFICE.search(rest)
