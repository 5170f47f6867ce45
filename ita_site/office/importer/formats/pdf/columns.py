"""Columns that no lines rule: where words of many lines begin, with room before them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.formats.pdf.boxes import apart
from ita_site.office.importer.formats.pdf.letters import Line
from ita_site.office.importer.formats.pdf.wrapped import LABEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.formats.pdf.letters import Letter

AT: Final = 1.2
"""Points: words that begin no farther apart begin at one place."""
WIDE_GAP: Final = 1.3
"""Of a letter's height: words of one text stand no farther apart."""
FEWEST: Final = 3
"""Rows of a table, and lines that begin where a column does."""
_MOST: Final = 0.7
_HEAD_LINES: Final = 2
_BARE: Final = re.compile(r"[0-9๐-๙]{1,3}")


def words_of(line: Line) -> list[Line]:
    """A line cut at its blanks, and behind a number at the edge of its column."""
    words = [Line()]
    for letter in line.letters:
        begun = words[-1].letters
        if begun and (not letter.text.strip() or _is_edge(words[-1], letter)):
            words.append(Line())
        if letter.text.strip():
            words[-1].letters.append(letter)
    return [word for word in words if word.letters]


def _is_edge(word: Line, letter: Letter) -> bool:
    return letter.text.isalpha() and _BARE.fullmatch(word.raw) is not None


def find_columns(words: Sequence[Sequence[Line]]) -> tuple[list[float], int]:
    """Where columns begin, and behind the last line that leaves room before each of them.

    Several lines begin a word there, and none crosses the place: of the ways to choose, the one
    with the most columns over the most lines.
    """
    begun = sorted((word.left, at) for at, each in enumerate(words) for word in each)
    where: dict[float, set[int]] = {}
    for left, at in begun:
        if not where or left - next(reversed(where)) > AT:
            where[left] = set()
        where[next(reversed(where))].add(at)
    places = {
        left: end
        for left, lines in where.items()
        if len(lines) >= FEWEST
        and (end := _uncrossed(left, words)) >= sorted(lines)[FEWEST - 1]
        and _stands_off(left, words[:end])
    }
    if not places:
        return [], 0
    end = max({*places.values()}, key=lambda at: (at * _reach(places, at), at))
    kept = [left for left, each in places.items() if each >= end]
    table = words[:end]
    kept += [left for left in heads_of(table) if _uncrossed(left, table) == end]
    kept += [
        left
        for left, lines in where.items()
        if left < min(kept) and len(lines) >= FEWEST and _is_numbered(left, min(kept), table)
    ]
    first = min(word.left for each in table for word in each)
    return apart([first, *kept], AT), end


def heads_of(words: Sequence[Sequence[Line]]) -> list[float]:
    """Where headings begin: words of the first lines that stand apart from those before."""
    return [
        word.left
        for each in words[:_HEAD_LINES]
        for before, word in pairwise(each)
        if word.left - before.right > WIDE_GAP * word.size
    ]


def _reach(places: dict[float, int], end: int) -> int:
    return sum(each >= end for each in places.values())


def _begins(left: float, words: Sequence[Line]) -> bool:
    return any(abs(word.left - left) <= AT for word in words)


def _uncrossed(left: float, words: Sequence[Sequence[Line]]) -> int:
    """How many lines from the first have no word that stands on both sides of a place."""
    for at, each in enumerate(words):
        if any(word.left < left - AT and word.right > left + AT for word in each):
            return at
    return len(words)


def _stands_off(left: float, words: Sequence[Sequence[Line]]) -> bool:
    """Whether more room is left before a place than stands between words.

    In several lines; in one is enough, where nearly all lines go on just there.
    """
    far = both = begun = 0
    for each in words:
        before = [word for word in each if word.right <= left + AT and word.left < left - AT]
        if not before or len(before) == len(each) or _is_label(before):
            continue
        begins = _begins(left, each)
        room = left - max(word.right for word in before)
        far += begins and room > WIDE_GAP * before[-1].size
        both, begun = both + 1, begun + begins
    return far > 1 or (far == 1 and begun >= max(FEWEST, _MOST * both))


def _is_numbered(left: float, following: float, words: Sequence[Sequence[Line]]) -> bool:
    """Whether in rows nothing but a number of its own column stands before a place."""
    rows = [each for each in words[1:] if any(word.left >= following - AT for word in each)]
    before = [[word for word in each if word.left < left - AT] for each in rows]
    numbers = [each for each in before if each]
    return len(numbers) > 1 and all(
        len(each) == 1 and _BARE.fullmatch(each[0].text) for each in numbers
    )


def _is_label(words: Sequence[Line]) -> bool:
    return len(words) == 1 and LABEL.fullmatch(words[0].text) is not None
