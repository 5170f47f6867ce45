"""Whether a line of Thai goes on in the next, as far as its words tell.

Thai has no spaces between words, so that nothing stands where a margin or a page has cut it.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from ita_site.facts.thai.words import phrases, words

_LONGEST: Final = 60
"""Letters of a line that are looked at: more than any word has."""
_FIRST: Final = re.compile(f"[ก-ฮะ-ฺเ-๎]{{1,{_LONGEST}}}")
_SHORT: Final = re.compile(r"(?:[ก-ฮ]{1,5}\.)+[0-9๐-๙]*")
"""What is written for short: no margin parts it from what follows."""
_LAST: Final = re.compile("[ก-ฮะ-ฺเ-๎]+$")
_OPEN: Final = ("-", "–", "—", "/", "(", ",")
_UNFINISHED: Final = frozenset(
    (
        *("การ", "ความ", "ผู้", "นัก", "หัวหน้า", "ทุก", "แต่ละ", "บาง", "หลาย", "ไม่", "จะ"),
        *("ต้อง", "ให้", "ที่", "ใน", "ของ", "และ", "หรือ", "กับ", "โดย", "เพื่อ", "จาก", "ตาม"),
        *("แก่", "ซึ่ง", "เมื่อ"),
    )
)
"""Words with which no text ends."""
_BEFORE_A_NUMBER: Final = re.compile(
    "(?:วันที่|ครั้งที่|ร้อยละ|จำนวน|กว่า|(?<=[ (])แบบ|มาตรา|ไม่เกิน|อย่างน้อย|พ\\.ศ\\.)$"
)
"""Behind these a number goes on, be it no label of a list."""
_NUMBER: Final = re.compile(r"[0-9๐-๙](?![0-9๐-๙]?[.)]+(?:\s|$))")
_JOINING: Final = frozenset(("และ", "หรือ", "กับ", "ของ", "ซึ่ง", "ตลอดจน", "รวมทั้ง", "รวมถึง"))
"""Words with which none begins."""


def is_unfinished(line: str, following: str) -> bool:
    """Whether a line ends, or the next begins, as no text does."""
    end = line[-_LONGEST:]
    last, first = _LAST.search(end), _FIRST.match(following)
    return (
        end.endswith(_OPEN)
        or end.rfind("(") > end.rfind(")")
        or bool(_NUMBER.match(following) and _BEFORE_A_NUMBER.search(end))
        or bool(last and words(last[0])[-1] in _UNFINISHED)
        or bool(first and words(first[0])[0] in _JOINING)
    )


def is_torn(line: str, following: str) -> bool:
    """Whether the end of a line and the beginning of the next are one word together."""
    last, first = _LAST.search(line[-_LONGEST:]), _FIRST.match(following)
    if not (last and first):
        return False
    return len(last[0]) not in accumulate(map(len, words(last[0] + first[0])))


def is_cut(line: str, following: str) -> bool:
    """Whether either says that a line goes on."""
    return is_unfinished(line, following) or is_torn(line, following)


def first_phrase(line: str) -> str:
    """What of a line few margins part: its first Thai words, else what stands before a space."""
    short = _SHORT.match(line)
    begun = short[0] if short else ""
    thai = _FIRST.match(line, len(begun))
    if thai:
        return begun + phrases(thai[0])[0]
    return begun or line[:_LONGEST].split(" ", maxsplit=1)[0]
