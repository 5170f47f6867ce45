"""Where a name ends that other words are written on to: Thai has no spaces between words."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from ita_site.facts.thai.provinces import SLUGS
from ita_site.facts.thai.words import words

_WORDS: Final = frozenset(("ทั้ง", "ทั้งนี้", "ได้", "มี", "จึง", "ที่", "เป็น", "ของ"))
"""Of which no name has one as a word of its own; พื้นที่ and มีชัย are others."""
_PHRASES: Final = ("ประจำปี", "ปีงบประมาณ", "ในการ")
_PLACES: Final = ("ตำบล", "อำเภอ", "จังหวัด")
"""Of what a place is a part."""
PROVINCE: Final = "จังหวัด"


def end_of_name(text: str, begun: int, *, of_place: bool = False) -> int:
    """Where a name ends, of which the first letters are sure to be of it.

    What a place is part of is none of its name: เทศบาลตำบลดอนตาล|อำเภอดอนตาล.
    """
    if province := _province(text):
        return province
    ends = (*_PHRASES, *(_PLACES if of_place else ()))
    pieces = [*words(text)]
    for at, word in zip(accumulate(map(len, pieces), initial=0), pieces, strict=False):
        if at >= begun and (word in _WORDS or text.startswith(ends, at)):
            return at
    return len(text)


def _province(text: str) -> int:
    """Where the name of a known province ends that a text begins with; 0 for none."""
    if not text.startswith(PROVINCE):
        return 0
    known = (f"{PROVINCE}{name}" for name in SLUGS)
    return max((len(name) for name in known if text.startswith(name)), default=0)
