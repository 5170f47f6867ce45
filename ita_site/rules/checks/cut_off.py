"""Rules about sentences that end before their end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.thai.text import normalise
from ita_site.rules.checks.texts import around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.texts import FileScope

LEADING_ON = (
    *("และ", "หรือ", "ที่", "ซึ่ง", "โดย", "เพื่อ", "อย่าง", "ของ", "ใน", "แก่", "กับ", "จาก", "แต่"),
    *("เช่น", "ระหว่าง", "สำหรับ", "รวมถึง", "รวมทั้ง", "ตลอดจน", "พร้อมทั้ง", "ตั้งแต่", " ณ"),
    *(",", " -", " –", " /"),
)
"""Words that lead on to others and end no sentence."""
LAST = re.compile(f"(?:{'|'.join(LEADING_ON)})$")
BEGINNINGS = {
    "ที่": "หน้า พื้น สถาน เนื้อ คง เต็ม เคลื่อน ท้อง แผน เจ้า ไล่ ว่า ถึง กับ เลข วัน หมู่ ลำดับ อันดับ นั่ง"
    " ทั่ว ถูก ผิด ทุก บาง หลาย",
    "อย่าง": "ตัว แบบ เยี่ยง เอา ทุก หลาย บาง ละ กี่ สอง สาม",
    "ของ": "สิ่ง ข้าว เจ้า ซื้อ ขาย ยืม คืน เก็บ ส่ง รับ วาง แจก ให้ ขน เชียง",
    "ใน": "ภาย ด้าน ข้าง ชั้น เขต วง ซับ ทาง ยาง เครื่อง หนอง หลับ",
    "แก่": "คน เก่า เฒ่า เถ้า ไม้ เห็น ได้",
    "กับ": "กำ",
    "จาก": "ใบ ต้น ป่า ตี พราก",
    "และ": "กอ",
    "หรือ": "ใช่ จริง",
}
WORDS_OF_THEIR_OWN = tuple(
    beginning + end for end, beginnings in BEGINNINGS.items() for beginning in beginnings.split()
)
"""Words that end like one of them and may well be the last."""
COUNTED_OR_NAMED = re.compile(
    r"(?:[0-9๐-๙ๆ]\s?(?:ที่|อย่าง)|(?:ตำบล|ต\.|บ้าน|ชุมชน|หมู่|วัด|ถนน|ซอย|คลอง|แขวง|เขต|อำเภอ)\S*(?:ใน|ของ|จาก))$"
)

OPENING = {"(": ")", "[": "]", "{": "}"}
BRACKETS = re.compile(r"[(\[{“\"]")
INCHES = re.compile(r'[0-9๐-๙]"')


def said_to_the_end(scope: FileScope) -> Iterator[Problem]:
    """A text does not end in a word that leads on, unless it is said to be cut in print."""
    for path, text, truncated in scope.sentences:
        if not text.rstrip().endswith(LEADING_ON) or truncated:
            continue
        last = LAST.search(text.rstrip())
        if last and not _ends_well(normalise(last.string)):
            details = {"value": around(last), "last": last[0].strip()}
            yield scope.problem("ITA365", path, **details)


def _ends_well(text: str) -> bool:
    return text.endswith(WORDS_OF_THEIR_OWN) or bool(COUNTED_OR_NAMED.search(text))


def closed(scope: FileScope) -> Iterator[Problem]:
    """Brackets and quotes that open are closed."""
    for path, text, truncated in scope.texts:
        if BRACKETS.search(text) and not truncated and (mark := _left_open(text)):
            *_, last = re.finditer(re.escape(mark), text)
            yield scope.problem("ITA366", path, value=around(last), mark=mark)


def _left_open(text: str) -> str:
    """The bracket or quote that nothing closes; inches and numbers such as `1)` do not count."""
    for mark, other in OPENING.items():
        if text.count(mark) > text.count(other):
            return mark
    if (text.count("“") + text.count("”")) % 2 and "“" in text:
        return "“"
    return '"' if text.count('"') % 2 and not INCHES.search(text) else ""
