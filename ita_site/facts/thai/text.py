"""Thai text: the one right spelling of what looks the same, and forms for comparing."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ita_site.facts.thai.numerals import to_arabic

_NIKHAHIT: Final = "\u0e4d"
_SARA_AM: Final = "\u0e33"
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad"))
_OLD_FONT_LETTERS: Final = (
    "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ"
    "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a"
)
_OLD_FONT: Final = dict(zip(range(0xF700, 0xF71B), _OLD_FONT_LETTERS, strict=True))
"""The glyphs that Windows' Thai fonts kept at U+F700 to U+F71A; the table is HarfBuzz's."""
_REPLACED: Final = _INVISIBLE | {0xA0: " "} | _OLD_FONT
_SUSPECT: Final = re.compile("[\u00a0\u00ad\u200b\ufeff\u0e4d\uf700-\uf71a]")
_SPLIT_SARA_AM: Final = re.compile(f"{_NIKHAHIT}([\u0e48-\u0e4b]?)\u0e32")
_LOOSE: Final = re.compile(r"(?<![0-9.\s])[.\s]++|[.\s]++(?![0-9])")
_VOWEL_WRITTEN_FIRST: Final = re.compile("([เ-ไ])([ก-ฮ])")
_MARKS: Final = re.compile("[\u0e47-\u0e4e]")
_NUMBER: Final = re.compile(r"\d+")


def normalise(text: str) -> str:
    """Return the text as it should have been typed, looking the same as before.

    Args:
        text: Any text, as an officer, a PDF or a word processor left it.

    Returns:
        NFC text in which ำ is one character after its tone mark, glyphs of old Thai fonts
        are the letters they show, no-break spaces are spaces, and zero-width spaces, byte
        order marks and soft hyphens are gone. Clean text comes back as the same object.
    """
    if text.isascii():
        return text
    if _SUSPECT.search(text):
        text = _SPLIT_SARA_AM.sub(rf"\1{_SARA_AM}", text.translate(_REPLACED))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return a form equal for texts a reader takes for the same; for comparing only.

    Args:
        text: Any text.

    Returns:
        Normalised text with Arabic digits, in lower case, with เเ read as แ, single spaces
        and none at either end.
    """
    folded = to_arabic(normalise(text.casefold())).replace("เเ", "แ")
    return " ".join(folded.split())


def compact(text: str) -> str:
    """Return folded text without spaces and dots, for matching; "1 ต.ค. ๖๕" → "1ตค65".

    Args:
        text: Any text.

    Returns:
        The folded text; spaces and dots between two digits stay, so that no two numbers
        become one.
    """
    return _LOOSE.sub("", fold(text))


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
