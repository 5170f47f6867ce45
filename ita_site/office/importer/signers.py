"""Names of persons who sign or are named: they are told and left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.personal import citizen_ids, names_by_title, persons, telephones
from ita_site.office.importer.leftovers import TakenSpans
from ita_site.office.importer.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.office.importer.grids import Grid

_TITLE: Final = (
    r"(?:นาย|นางสาว|นาง|น\.ส\.|ว่าที่|ดร\.|ด\.ต\.|จ่า|สิบ|[พรสจ]\.[ตอสทจ]\.|พัน|ร้อย|หม่อม"
    r"|ม\.[รล]\.|ผู้ลงนาม)"
)
_IN_BRACKETS: Final = re.compile(rf"\(\s*(?P<name>{_TITLE}[^()]{{1,60}})\)")
_ONLY_BRACKETS: Final = re.compile(r"\(\s*(?P<name>[^()0-9๐-๙]{4,60})\)")
_SIGNED: Final = re.compile(r"(?:ลงชื่อ|ลงนาม)[\s.…_]*(?P<name>[^\s.…_(][^().…_]{2,60})?")
_POSITION: Final = re.compile(
    r"(?:ตำแหน่ง|นายก|รองนายก|ปลัด|รองปลัด|ผู้อำนวยการ|หัวหน้า|นักวิเคราะห์|นักจัดการ|นักทรัพยากร|เจ้าพนักงาน"
    r"|เจ้าหน้าที่|นิติกร|ผู้ว่าราชการ|รองผู้ว่า|นายอำเภอ|ประธาน|ผู้จัดทำ|ผู้ตรวจ|ผู้รับรอง|ผู้รายงาน|นักบริหาร)"
)
_NO_NAMES: Final = re.compile(
    r"(?:รอบ|ตามเอกสาร|ต่อ|ร่าง|สำเนา|ฉบับ|ข้อมูล|หมายเหตุ|ถ้ามี|Integrity|Open|Ex|In)"
)


def find_signers(listed: list[Span]) -> Iterator[Span]:
    """The names of persons among paragraphs that stand one after another.

    Names in brackets with a title anywhere; a bracketed line above or below a position;
    what follows "ลงชื่อ"; a name with its title that makes a line of its own.
    """
    for at, words in enumerate(listed):
        if bracketed := [words.within(name, "name") for name in _IN_BRACKETS.finditer(words.own)]:
            yield from bracketed
        elif (only := _ONLY_BRACKETS.fullmatch(words.own)) and _beside_position(listed, at):
            if not _NO_NAMES.match(only["name"]):
                yield words.within(only, "name")
        elif (signed := _SIGNED.match(words.own)) and signed["name"]:
            yield words.within(signed, "name")
        elif _is_name(words):
            yield words


_SIGNING: Final = re.compile(r"\(?(?:ลงชื่อ|ลงนาม)\)?(?=[\s.…_(]|$)")
_RULED: Final = re.compile(r"[(\s]*[.…_]{5,}")
_FORMULA: Final = re.compile(
    r"จึง(?:ขอ|ให้|ได้|นำ|กราบ|ออก|จัดทำ|มี)*(?:ประกาศ|คำสั่ง|เรียน|แจ้ง|เสนอ|รายงาน|สั่ง)"
    r"|(?:ประกาศ|สั่ง|ให้ไว้|ออกให้|แถลง)\s*ณ\s|ขอแสดงความนับถือ|ด้วยความเคารพ"
    r"|ทั้งนี้\s*(?:ตั้งแต่|ให้มีผล|ให้ถือปฏิบัติ|ให้ใช้บังคับ)"
)
_SIGNS_AS: Final = re.compile(r"ผู้(?:รายงาน|จัดทำ|เสนอ|อนุมัติ|เห็นชอบ|ตรวจ|รับรอง|ลงนาม|ประกาศ)")


def begins_closing(listed: Sequence[Span], at: int) -> bool:
    """Whether a document's end begins in this paragraph: a closing formula, or a signature."""
    words = listed[at]
    return is_formula(words) or begins_signature(listed, at) or names_signer(words)


def is_formula(words: Span) -> bool:
    """Whether a paragraph begins as the last of an announcement or a letter does."""
    return _FORMULA.match(words.own) is not None


def begins_signature(listed: Sequence[Span], at: int) -> bool:
    """Whether somebody signs here: a line to sign on, or a name in brackets."""
    words = listed[at]
    if _SIGNING.match(words.own) or _RULED.match(words.own):
        return True
    only = _ONLY_BRACKETS.fullmatch(words.own)
    if only and not _NO_NAMES.match(only["name"]) and _beside_position(listed, at):
        return True
    return _IN_BRACKETS.fullmatch(words.own) is not None


def names_signer(words: Span) -> bool:
    """Whether a line is a person's name, or says who reports and the name."""
    return _is_name(words) or bool(_SIGNS_AS.match(words.own) and any(persons(words.own)))


def find_named_persons(listed: Iterable[Span]) -> Iterator[Span]:
    """Persons with title or rank, first name and surname anywhere in the texts."""
    for words in listed:
        ranked = (each for each in names_by_title(words.own) if " " in each.value)
        for person in (*persons(words.own), *ranked):
            yield words.cut(person.start, person.end)


def find_numbers(listed: Iterable[Span]) -> Iterator[Span]:
    """Telephone numbers and numbers of identity cards anywhere in the texts."""
    for words in listed:
        for number in (*telephones(words.own), *citizen_ids(words.own)):
            yield words.cut(number.start, number.end)


def _is_name(words: Span) -> bool:
    person = next(persons(words.own), None)
    return person is not None and person.start == 0 and person.end >= len(words.own) - 2


def _beside_position(listed: Sequence[Span], at: int) -> bool:
    near = (*listed[at + 1 : at + 2], *listed[max(0, at - 1) : at])
    return any(_POSITION.match(words.text) for words in near)


def find_persons(
    parts: tuple[Span | Grid, ...], in_data: list[Span], *, with_names: bool
) -> list[Span]:
    """What tells of persons and is in no fact: their numbers, and names if not wanted."""
    listed = [
        words for part in parts for words in ((part,) if isinstance(part, Span) else part.words())
    ]
    taken = TakenSpans.from_spans(in_data, ())
    names = [] if with_names else [*find_named_persons(listed), *find_signers(listed)]
    found = {(words.source.at, words.start): words for words in [*find_numbers(listed), *names]}
    return [words for _, words in sorted(found.items()) if not taken.holds(words)]
