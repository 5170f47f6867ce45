"""Persons and telephone numbers in the cells of tables, and the offices that stand beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import (
    BESIDE_OFFICE,
    OFFICE,
    OFFICE_LIKE,
    ONLY_OFFICES,
    POSTS,
    names_work,
)
from ita_site.facts.thai.named_people import people_in_office
from ita_site.office.importer.words.persons import (
    A_NAME,
    POSITION,
    cut_out,
    find_accounts,
    find_places,
    merge_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.office.importer.document.spans import Span

_OPEN: Final = re.compile(r"\([^()]*$")
_ONLY_POST: Final = re.compile(
    rf"(?:{POSTS})(?:อำนวยการ|ช่วย)?(?:\.?(?:สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย|โรงเรียน|สถาน|คณะ|แผนก"
    r"|เทศบาล|องค์การ|อบ[ตจ]|อำเภอ|จังหวัด|ตำบล|สภา)[^\s0-9๐-๙]*+)?"
)
"""A post and of what it is; a name may stand behind any other word."""
_ONLY_RANK: Final = re.compile(r"(?:รอง)?(?:ผอ|หน|ผช)\.?")
_HEAD_OF: Final = re.compile(r"(?:รอง)?(?:ผู้ช่วย)?(?:หัวหน้า|ผู้อำนวยการ|ผอ\.?|หน\.?)")
"""What is left of a head's post before the office that is named."""
_CLOSES: Final = re.compile(r"[^()]*\)")
_BRACKETS: Final = re.compile(r"\((?P<within>[^()]*[A-Za-zก-๎][^()]*)\)")
_NO_OFFICE: Final = rf"(?!{OFFICE_LIKE.pattern})"
_FULL_NAME: Final = rf"{_NO_OFFICE}{A_NAME}\s++{_NO_OFFICE}{A_NAME}"
_AGENCY: Final = r"(?:\s++(?:[ก-ฮ]{2,5}\.|เทศบาล|องค์การ)[^\s/,():]*+)?+"
_POST: Final = rf"(?<![ก-๎])(?:{POSTS})[^\s/,():]*+{_AGENCY}"
"""A post, with the agency it is of: ปลัด อบต.โคกมน."""
_BEHIND_OFFICE: Final = re.compile(
    rf"(?:(?:{OFFICE.pattern})\s*+[:\-–]\s*+(?P<name>{_NO_OFFICE}[^\s/,()]++(?:\s++{A_NAME})?)"
    rf"|(?:{OFFICE.pattern}|{_POST})\s++(?:(?:และ|กับ|โดย|คือ)\s*+)?(?P<bare>{_FULL_NAME}))"
    r"[^\S\n]*+(?=$|\()",
    re.MULTILINE,
)
"""A name without title and brackets, the last on a line behind an office or a post."""
_KINDS_ALONE: Final = (
    *("สำนัก", "สำนักงาน", "กอง", "ฝ่าย", "งาน", "ส่วน", "กลุ่ม", "หน่วย", "ศูนย์", "แผนก", "คณะ"),
    *("โรงเรียน", "โรงพยาบาล", "วิทยาลัย", "สภา", "นคร", "เมือง", "ตำบล", "อำเภอ", "จังหวัด"),
    *("ชุมชน", "หมู่บ้าน", "วิชาการ", "วิเคราะห์", "จัดการ", "บริหาร", "เจ้าพนักงาน", "ทรัพยากร"),
    *("อบต.", "อบจ.", "ทต.", "ทม.", "ทน.", "รพ.", "สต.", "รร.", "ร.ร.", "สภ.", "อ.", "ต.", "จ."),
)
"""What a post may end with whose own name goes on behind a blank: ปลัด อบต. โคกมน."""
_BEHIND_POST: Final = re.compile(
    rf"(?<![ก-๎])(?:{POSITION.pattern})(?<!ตำแหน่ง)[^\s/,():]*+{_AGENCY}"
    rf"{''.join(f'(?<!{re.escape(kind)})' for kind in _KINDS_ALONE)}"
    rf"[ \u00a0]++(?P<only>{_NO_OFFICE}{A_NAME})[^\S\n]*+(?=$|[(/,])",
    re.MULTILINE,
)
"""One word behind a post that one person holds, and nothing else: a name, known or not."""
_BEHIND_A_KIND: Final = re.compile(
    rf"(?:{OFFICE.pattern})[ \u00a0]++(?P<only>{_NO_OFFICE}{A_NAME})"
)
_BEFORE_POST: Final = re.compile(rf"^\s*+(?P<before>{_FULL_NAME})\s++(?={_POST})", re.MULTILINE)
"""A name without title that opens a line, a post behind it."""
_BELONGS: Final = re.compile(
    r"(?:[ \t\u00a0]+(?:[A-Z]{2,6}(?![A-Za-z.:@])"
    r"|(?:อบต|อบจ|ทต|ทม|ทน)\.(?!\s*[ก-๎])|เทศบาล(?![ก-๎])))?"
    rf"(?:[ \t\u00a0]*\(\s*(?:{ONLY_OFFICES.pattern})\s*\))?"
)
_FIELD: Final = re.compile(r"[ \t\u00a0]+(?P<field>[ก-๎]{4,40})(?=\s*(?:$|[\n(,/]))")
"""The rest of a name in which a blank stands: กองการศึกษา ศาสนาและวัฒนธรรม."""
_LETTERS: Final = re.compile(r"[A-Za-zก-ฮ]")
_FEW: Final = 3
_SIGNS: Final = "(),:-–/"
_BESIDE_NUMBERS: Final = re.compile(
    r"(?:ตำแหน่ง|ผู้ประสานงาน|ประสานงาน|ติดต่อ|เบอร์|มือถือ|โทร\S*+|ต่อ|ชื่อ|และ|หรือ|ที่|อีเมล์?|E-?mail|ID|[\s.:ๆ])*",
    re.IGNORECASE,
)
"""What is left where a person or a number was, and says nothing."""


def read_offices(lines: Iterable[Span], private: list[Span], doubted: list[Span]) -> Iterator[Span]:
    """The offices that a cell's lines name; see `_read_line` for what is added to the lists."""
    for line in _with_brackets(lines):
        yield from _read_line(line, private, doubted)


def _with_brackets(lines: Iterable[Span]) -> Iterator[Span]:
    """The lines, each with the next where that begins with brackets or ends those it opened."""
    before: Span | None = None
    for line in lines:
        goes_on = before and before.then is None and before.source == line.source
        if (
            before
            and goes_on
            and (line.own.startswith("(") or (_OPEN.search(before.own) and _CLOSES.match(line.own)))
        ):
            before = replace(line, start=before.start)
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _read_line(line: Span, private: list[Span], doubted: list[Span]) -> list[Span]:
    """The line, or of one that tells of a person the offices it names.

    The person, the number, and the position beside them are added to `private`; so is what stands
    beside an office and does not begin as offices do, which is added to `doubted` as well. Offices
    in the brackets of a person count where none stands outside.
    """
    sure, guessed = _find_people(line.own)
    goes_on = [*line.then.parts()] if line.then else []
    if not (sure or guessed or (goes_on and any(_find_people(line.text)))):
        return [line]
    line = replace(line, then=None)
    found = [line.cut(start, end) for start, end in merge_places([*sure, *guessed])]
    doubted.extend(line.cut(start, end) for start, end in guessed)
    outside, inside = _pieces(line, found)
    own = [each for each in outside if not _is_post_behind(each, found)]
    offices = (
        _offices(own)
        or _offices(outside)
        or _offices(inside)
        or _positions(outside)
        or _positions(inside)
    )
    offices = [_whole_name(line, each, found) for each in offices]
    named = {each.text for each in offices}
    beside = [piece for pieces in _pieces(line, [*found, *offices]) for piece in pieces]
    private.extend((*found, *(each for each in beside if _is_of_a_person(each, named))))
    if not _OPEN.search(line.own):
        offices += [part for part in goes_on if ONLY_OFFICES.fullmatch(part.own)]
    private.extend(part for part in goes_on if part not in offices)
    return offices


def _find_people(own: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where a cell tells of persons and numbers, and what may be a name beside an office."""
    people = ((each.start, each.end) for each in people_in_office(own))
    sure = merge_places([*find_places(own), *people, *find_accounts(own)])
    beside = (
        *_BEHIND_OFFICE.finditer(own),
        *_BEHIND_POST.finditer(own),
        *_BEFORE_POST.finditer(own),
    )
    names = (
        found.span(str(found.lastgroup))
        for found in beside
        if not names_work(found[str(found.lastgroup)])
    )
    brackets = (
        found.span("within")
        for found in _BRACKETS.finditer(own)
        if not (BESIDE_OFFICE.match(found["within"]) or names_work(found["within"]))
    )
    guessed = [
        (start, end)
        for start, end in (*names, *brackets)
        if not any(start < other_end and other < end for other, other_end in sure)
    ]
    return sure, guessed


def _pieces(line: Span, taken: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """What stands beside stretches of a line: outside of brackets, and within them."""
    sides: tuple[list[Span], list[Span]] = ([], [])
    depth = 0
    for each in cut_out(line, taken):
        for piece in re.finditer(r"[()]|[^()]+", each.own):
            if piece[0] in "()":
                depth = 1 if piece[0] == "(" else 0
            elif words := each.within(piece).stripped(_SIGNS):
                sides[depth].append(words)
    return sides


def _offices(pieces: list[Span]) -> list[Span]:
    """The offices that pieces name, each once; a piece that names nothing else as a whole."""
    named = [
        office
        for each in pieces
        for office in ([each] if ONLY_OFFICES.fullmatch(each.own) else _find_offices(each))
    ]
    return [*{each.text: each for each in reversed(named)}.values()][::-1]


def _whole_name(line: Span, office: Span, people: Sequence[Span]) -> Span:
    """An office with what belongs to its name behind it: ITA, its field, what it is part of.

    Not where a person stands there.
    """
    end = office.end - line.start
    field = _FIELD.match(line.own, end)
    belongs = field if field and names_work(field["field"]) else _BELONGS.match(line.own, end)
    if not belongs or not belongs[0]:
        return office
    stop = belongs.end() + line.start
    is_free = not any(each.start < stop and office.start < each.end for each in people)
    return line.cut(office.start - line.start, belongs.end()) if is_free else office


def _is_post_behind(words: Span, people: Sequence[Span]) -> bool:
    """Whether words behind a person are that person's post, as the head of one office."""
    is_behind = any(each.end <= words.start for each in people)
    return is_behind and bool(_HEAD_OF.match(words.own)) and len(_find_offices(words)) <= 1


def _positions(pieces: list[Span]) -> list[Span]:
    named = (each for each in pieces if _says(each) or POSITION.match(each.own))
    return [
        each for each in named if OFFICE_LIKE.match(each.own) and not _ONLY_RANK.fullmatch(each.own)
    ]


def _find_offices(words: Span) -> list[Span]:
    return [words.within(match) for match in OFFICE.finditer(words.own)]


def _is_of_a_person(beside: Span, named: set[str]) -> bool:
    """Whether words beside a person name no office, or only one that is named already."""
    is_named = any(name in beside.text for name in named) or _HEAD_OF.fullmatch(beside.own)
    return not _says(beside) or bool(is_named) or not OFFICE_LIKE.match(beside.own)


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
        return not OFFICE.search(rest)
    return len(_LETTERS.findall(rest)) <= _FEW and not OFFICE.search(rest)


def is_post(cell: str) -> bool:
    """Whether a cell is no more than a post, of whoever holds it: หัวหน้าฝ่ายคลัง."""
    return bool(_ONLY_POST.fullmatch(cell.strip())) and not any(_find_people(cell))


def may_name_one(unit: str) -> bool:
    """Whether one word stands behind an office that may be whoever works there: กองช่าง บุญมี."""
    found = _BEHIND_A_KIND.fullmatch(unit)
    return found is not None and not names_work(found["only"])
