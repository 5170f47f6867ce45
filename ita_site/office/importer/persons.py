"""What tells of a person in a text: a title, the position beside a name, a number."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.personal import (
    PersonalData,
    citizen_ids,
    mail_addresses,
    names_by_title,
    persons,
    telephones,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.office.importer.spans import Span

POSITION: Final = re.compile(
    r"(?:ตำแหน่ง|นายก|รองนายก|ปลัด|รองปลัด|ผู้อำนวยการ|ผอ\.|หัวหน้า|หน\.|นักวิเคราะห์|นักจัดการ"
    r"|นักวิชาการ|นักทรัพยากร|เจ้าพนักงาน|เจ้าหน้าที่|นิติกร|ผู้ว่าราชการ|รองผู้ว่า|นายอำเภอ|ประธาน|ผู้จัดทำ"
    r"|ผู้ตรวจ|ผู้รับรอง|ผู้รายงาน|นักบริหาร|รักษาราชการ|รก\.)"
)
A_NAME: Final = (
    r"(?!สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย|คณะ|ทุก|ผู้|ปลัด|หัวหน้า|นายก|นัก|เจ้า|นิติกร|ประธาน"
    r"|อำเภอ|ตำบล|จังหวัด|เทศบาล|องค์การ|โรงเรียน|มาตรการ|แผน|โครงการ|กิจกรรม|ตาม|ราย|รอบ|ข้อ|เรื่อง"
    r"|เรียน|ผล|ข้อมูล|เดือน|ปี|ระดับ|ชำนาญ|ปฏิบัติ|รักษา|หลัก|ร่วม|และ|หรือ|ประจำ|ตัวชี้วัด|ประเด็น|ค่า|ขอ"
    r"|จุด|แนว|วิธี|สถานะ|ขั้น|ดัง|จัด|สรุป|ด้วย|ร่าง|สำเนา|ฉบับ|หมายเหตุ|ต่อ|โดย|เสนอ|อนุมัติ|ทราบ|เห็น|ลงนาม|ลงชื่อ|การ|ความ|คะแนน)"
    r"[ก-ฮเ-ไ][ก-ฮะ-\u0e3aเ-\u0e45\u0e47-\u0e4e]{1,19}"
)
NAME: Final = rf"{A_NAME}[ \u00a0]{{1,3}}{A_NAME}"
"""A first name and a surname without a title: only where nothing else can stand."""
_BEFORE_A_NAME: Final = re.compile(rf"{POSITION.pattern}[^()]{{0,60}}\(\s*(?P<name>{NAME})\s*\)")
_BEHIND_A_NAME: Final = re.compile(rf"\(\s*(?P<name>{NAME})\s*\)\s*(?={POSITION.pattern})")
_COMPLAINANT: Final = re.compile(
    rf"(?:ผู้ร้อง|ผู้แจ้ง|ผู้เสียหาย|ผู้กล่าวหา)[^\n]{{0,60}}?ชื่อ(?:ว่า)?\s*(?P<name>{NAME})"
)
_CALLED: Final = re.compile(
    r"(?:โทร(?:แจ้ง|หา|ถาม)?|ติดต่อ|แจ้ง|สอบถาม)(?:ที่|กับ)?\s*"
    rf"(?P<name>{A_NAME}(?:[ \u00a0]{{1,3}}{A_NAME})?)\s*$"
)
"""A name right before a telephone number."""
_OPENS_A_LINE: Final = re.compile(rf"\s*(?P<name>{NAME})\s*\(\s*(?={POSITION.pattern})")


_ACCOUNT: Final = re.compile(
    r"(?:(?:ID|ไอดี)[\s:：.]*)?(?:(?<![A-Za-z])Line|ไลน์)\s*(?:ID|OA|ไอดี)?\s*"
    r"(?:[:：=]\s*[^\s,/()]+|@[^\s,/()]+|(?=[A-Za-z._-]*[0-9])[A-Za-z0-9._-]{3,})"
    r"|(?:(?:ID|ไอดี)[\s:：.]*(?:Line|ไลน์)|(?:Line|ไลน์)\s*(?:ID|ไอดี))\s*[:：]?\s*[A-Za-z0-9._-]{3,}"
    r"|(?<![A-Za-z])(?:Facebook|FB|เฟซบุ๊ก|เฟสบุ๊ค)\s*[:：=]\s*[^\s,/()]+"
    r"|(?:(?:E-?mail|อีเมล์?)\s*[:：]?\s*)?(?<![\w.])[A-Za-z0-9][\w.%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    re.IGNORECASE,
)
"""Where somebody is reached on the network."""


def names_by_position(text: str) -> Iterator[PersonalData]:
    """Names in brackets without a title, beside the position of whom they are."""
    first = _OPENS_A_LINE.match(text)
    beside = (*_BEFORE_A_NAME.finditer(text), *_BEHIND_A_NAME.finditer(text))
    for found in (*([first] if first else ()), *beside):
        start, end = found.span("name")
        yield PersonalData(start, end, found["name"], f"{found['name'][0]}…")


def find_places(text: str) -> list[tuple[int, int]]:
    """Where a text tells of a person or a number, be it one that should name an office."""
    listed = chain(persons(text), names_by_title(text), names_by_position(text), telephones(text))
    return merge_places((each.start, each.end) for each in listed)


def find_accounts(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody is reached on the network."""
    return (found.span() for found in _ACCOUNT.finditer(text))


def merge_places(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def find_named_persons(listed: Iterable[Span]) -> Iterator[Span]:
    """Persons with title or rank, first name and surname anywhere in the texts."""
    for words in listed:
        ranked = (each for each in names_by_title(words.own) if " " in each.value)
        for person in (*persons(words.own), *ranked):
            yield words.cut(person.start, person.end)


def find_numbers(listed: Iterable[Span]) -> Iterator[Span]:
    """Numbers of telephones and identity cards and mail addresses, with whose they are."""
    for words in listed:
        for number in telephones(words.own):
            called = _CALLED.search(words.own, 0, number.start)
            yield words.cut(called.start("name") if called else number.start, number.end)
        for each in (*citizen_ids(words.own), *mail_addresses(words.own)):
            yield words.cut(each.start, each.end)
        for complainant in _COMPLAINANT.finditer(words.own):
            yield words.within(complainant, "name")


def cut_out(line: Span, taken: Sequence[Span]) -> list[Span]:
    """What stands before, between and behind stretches of a line."""
    left: list[Span] = []
    at = 0
    for each in sorted(taken, key=lambda words: words.start):
        left.append(line.cut(at, max(at, each.start - line.start)))
        at = max(at, each.end - line.start)
    return [*left, line.cut(at)]
