"""How alike two texts are, whatever their spaces, digits, punctuation and damage."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from ita_site.facts.thai.damage import mend
from ita_site.facts.thai.text import compact


@lru_cache(maxsize=8192)
def letters_only(text: str) -> str:
    """A text for comparing: only its letters, vowels, tone marks and digits."""
    return "".join(sign for sign in compact(mend(text)) if sign.isalnum() or _is_mark(sign))


def is_similar(one: str, other: str, least: float) -> bool:
    """Whether two texts are so much alike; most that are not are told by their length."""
    matcher = SequenceMatcher(None, letters_only(one), letters_only(other), autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= least for bound in bounds)


@lru_cache(maxsize=65536)
def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1, by their bare letters."""
    return SequenceMatcher(None, letters_only(one), letters_only(other), autojunk=False).ratio()


SAME_TITLE: Final = 0.9
NEAR_TITLE: Final = 0.72
_LED_BY: Final = re.compile(r"(?:มาตรการ|โครงการ|กิจกรรม|การ|ด้าน|เรื่อง|ในการ)+(?=[ก-ฮเ-ไ])")


def bare_title(title: str) -> str:
    """A title for comparing: without มาตรการ, การ and the like before it."""
    letters = letters_only(title)
    return _LED_BY.sub("", letters, count=1) if _LED_BY.match(letters) else letters


def title_likeness(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1; none is like a title that is not there."""
    mine, yours = bare_title(one), bare_title(other)
    return similarity(mine, yours) if mine and yours else 0


def _is_mark(sign: str) -> bool:
    return "\u0e31" <= sign <= "\u0e4e"


def is_one_off(one: str, other: str) -> bool:
    """Whether they are alike but for one letter, wrong or too few."""
    most = max(len(one), len(other)) - 1
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    behind = 0
    while behind < min(len(one), len(other)) - same and one[-1 - behind] == other[-1 - behind]:
        behind += 1
    return same + behind >= most


def count_different(words: str, name: str) -> int:
    """In how many letters they differ."""
    same = SequenceMatcher(None, words, name, autojunk=False).get_matching_blocks()
    return max(len(words), len(name)) - sum(block.size for block in same)
