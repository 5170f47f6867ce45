"""The order in which Thai words are looked up: that of the Royal Institute's dictionary."""

from __future__ import annotations

import re
from typing import Final

from ita_site.facts.thai.text import fold

_VOWEL_WRITTEN_FIRST: Final = re.compile("([เ-ไ])([ก-ฮ])")
_MARKS: Final = re.compile("[\u0e47-\u0e4e]")
_NUMBER: Final = re.compile(r"\d+")


def sort_key(text: str) -> tuple[str, str]:
    """Return what to sort a text by.

    Args:
        text: Any text; digits and spellings that look alike count as the same.

    Returns:
        The letters first, a vowel written before its consonant counted after it and a number
        by its size; tone and other marks only where the letters are equal.
    """
    spoken = _VOWEL_WRITTEN_FIRST.sub(r"\2\1", fold(text))
    spoken = _NUMBER.sub(lambda digits: digits[0].zfill(9), spoken)
    return _MARKS.sub("", spoken), spoken
