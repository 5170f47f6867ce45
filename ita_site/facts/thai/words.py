"""Thai texts, which have no spaces between words, cut into words and into what is read at once.

Of all ways to cut a text the likeliest is taken: each word costs the more the rarer it is, and
letters that are no word cost much more. No cut parts a letter from its vowels and marks.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

THAI: Final = re.compile("[ก-ฮะ-ฺเ-๎]+")
"""Letters, vowels and marks, without digits and signs."""
_FOLLOWS: Final = frozenset("ะาำๅๆัิีึืฺุู็่้๊๋์ํ๎")
_LEADS: Final = frozenset("เแโใไ")
_MARKS: Final = re.compile("[ัิ-ฺ็-๎]")
_EACH, _OF_THE_FIELD, _UNKNOWN = 2.5, 6.0, 14.0
"""What a word costs besides its rank; a term of the field; each letter that is in no word."""
_HEAD: Final = 20
"""The first words differ less than their ranks."""
_FIRST: Final = 3
"""By so many letters it is known how long a word can be that begins here."""
_SHORT, _TOGETHER = 9, 12
"""How wide is what nobody would part, and what fits into any column."""

_WITH_NEXT: Final = frozenset(
    (
        *("การ", "ความ", "ผู้", "นัก", "ข้อ", "ค่า", "ชาว", "ทุก", "แต่ละ"),
        *("บาง", "หลาย", "ไม่", "จะ", "ต้อง", "ยัง", "ให้", "ที่", "ใน"),
        *("ของ", "และ", "หรือ", "กับ", "โดย", "เพื่อ", "จาก", "ตาม", "ต่อ"),
        *("เป็น", "มี", "แก่", "ถึง", "ว่า", "ซึ่ง", "อัน", "ได้", "กอง"),
        *("งาน", "ด้าน", "เมื่อ", "ก็", "อย่าง", "ทั้ง", "ทาง", "จึง", "ถูก"),
        *("รับ", "ขอ", "ดู"),
    )
)
_WITH_PREVIOUS: Final = frozenset(
    (
        *("แล้ว", "ด้วย", "นี้", "นั้น", "เดียว", "เอง", "ขึ้น", "ลง", "ไว้"),
        *("อยู่", "กัน", "มา", "ไป", "ได้", "ๆ", "ใด", "ใคร", "ไหม"),
        *("ต่าง", "ใหม่", "บ้าง"),
    )
)


@lru_cache(maxsize=1 << 16)
def words(text: str, own: str = "") -> tuple[str, ...]:
    """The words of a text of Thai letters alone; `own` is one more that counts as a word."""
    length = len(text)
    costs = [0.0] + [math.inf] * length
    starts = [0] * (length + 1)
    parts = [letter not in _FOLLOWS for letter in text] + [True]
    for start in range(length):
        if (before := costs[start]) == math.inf:
            continue
        for stop, cost in _from(text, start, own, parts):
            if before + cost < costs[stop]:
                costs[stop], starts[stop] = before + cost, start
    return tuple(reversed([*_pieces(text, starts)]))


def _from(text: str, start: int, own: str, parts: list[bool]) -> list[tuple[int, float]]:
    """Where a word that begins here may end, and what it costs; `parts` says where a text may."""
    known, length = _known(), len(text)
    longest = _longest().get(text[start : start + _FIRST], _FIRST)
    found = [
        (stop, known[text[start:stop]])
        for stop in range(start + 1, min(length, start + longest) + 1)
        if parts[stop] and text[start:stop] in known
    ]
    stop = start + 1
    while not parts[stop] or (stop < length and text[stop - 1] in _LEADS):
        stop += 1
    found.append((stop, _EACH + _UNKNOWN * (stop - start)))
    if own and text.startswith(own, start):
        found.append((start + len(own), _OF_THE_FIELD))
    return found


def _pieces(text: str, starts: list[int]) -> Iterator[str]:
    stop = len(text)
    while stop:
        yield text[starts[stop] : stop]
        stop = starts[stop]


@cache
def _known() -> dict[str, float]:
    """What each word costs."""
    lines = Path(__file__).with_name("words.txt").read_text("utf-8").split("\n")
    listed = (line for line in lines if line and line[0] != "#")
    costs = {word: _EACH + math.log(rank + _HEAD) for rank, word in enumerate(listed)}
    costs |= dict.fromkeys(TERMS, _OF_THE_FIELD)
    return costs


@cache
def _longest() -> dict[str, int]:
    """How long the longest word is that begins with these letters."""
    longest: dict[str, int] = {}
    for word in sorted(_known(), key=len):
        longest[word[:_FIRST]] = len(word)
    return longest


@lru_cache(maxsize=1 << 16)
def phrases(text: str, own: str = "") -> tuple[str, ...]:
    """The same words in groups that a line should not part: `ไม่ได้`, `การประเมิน`, `ทำแล้ว`."""
    groups: list[str] = []
    before = ""
    for word in words(text, own):
        if groups and _belong(before, word, own, groups[-1] + word):
            groups[-1] += word
        else:
            groups.append(word)
        before = word
    return tuple(groups)


def _belong(before: str, word: str, own: str, together: str) -> bool:
    """Whether two words stay together; letters that are no word are a part of one."""
    known = _known()
    if not all(one in known or one == own for one in (before, word)):
        return True
    if before in _WITH_NEXT or word in _WITH_PREVIOUS:
        return fits(together)
    return word not in _WITH_NEXT and width(together) <= _SHORT


def fits(text: str) -> bool:
    """Whether a text is so short that it fits into any column."""
    return width(text) <= _TOGETHER


def width(text: str) -> int:
    """In letters: the marks above and below take no room."""
    return len(_MARKS.sub("", text))
