"""The proof that nothing is lost: every letter of a text in the data or in the rest."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ita_site.facts.thai.text import normalise

if TYPE_CHECKING:
    from ita_site.office.importer.import_result import ImportResult

SOME_LENGTH = 6


def arrived(made: ImportResult) -> str:
    """All that an import wrote."""
    return "\n".join([*made.files.values(), made.rest])


def squeezed(text: str) -> str:
    """Its letters, vowels, tone marks and digits in order; stray tags, space and signs aside."""
    plain = normalise(re.sub(r"<[^<>]*>", " ", text))
    return "".join(sign for sign in plain if sign.isalnum() or "\u0e31" <= sign <= "\u0e4e")


def letters_missing(text: str, made: ImportResult) -> Counter[str]:
    """Letters the text has more often than what was written."""
    return Counter(squeezed(text)) - Counter(squeezed(arrived(made)))


def cells_and_paragraphs(text: str) -> list[tuple[str, str]]:
    """A text cut at line ends, tabs and tags, by this proof's own means."""
    return [
        (f"{number}" + (f" ช่อง {column}" if "\t" in line else ""), part)
        for number, line in enumerate(text.split("\n"), 1)
        for column, cell in enumerate(line.split("\t"), 1)
        for part in re.split("<[^<>]*>", cell)
    ]


def places_missing(text: str, made: ImportResult) -> list[tuple[str, str]]:
    """Where something stands that was written nowhere, and how it begins."""
    written = squeezed(arrived(made))
    return [
        (place, piece)
        for place, part in cells_and_paragraphs(text)
        for piece in _pieces_missing(squeezed(part), written)
    ]


def _pieces_missing(text: str, written: str) -> list[str]:
    """What of a text stands nowhere, going through it with the longest piece that does.

    The number or code before an entry, or the word between two, may stand by itself; any
    other piece has some length or is the text's end, for a few letters stand everywhere.
    """
    missing, at = [], 0
    while at < len(text):
        longest = _longest_prefix(text[at:], written)
        number = re.match(r"และ|[A-Za-z]?[0-9๐-๙]+", text[at:])
        if number and longest < SOME_LENGTH:
            longest = number.end()
        elif longest < SOME_LENGTH and at + longest < len(text):
            missing.append(text[at : at + 20])
        at += max(longest, 1)
    return missing


def _longest_prefix(text: str, written: str) -> int:
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if text[:middle] in written else (least, middle - 1)
    return least
