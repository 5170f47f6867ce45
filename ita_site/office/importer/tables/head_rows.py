"""Which rows of a table are its headings, on how many levels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.tables.columns import Column, read_column
from ita_site.office.importer.tables.first_rows import stands_over_others
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.rounds import months_until
from ita_site.office.importer.words.ticks import find_ticked_column, is_tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.rows import Rows

_LONG: Final = 100
_FEWEST: Final = 2
_LEVELS: Final = 4
_PERIODS: Final = 3
_SHORT: Final = 60
_ENTRY: Final = re.compile(r"\s*[(]?[0-9๐-๙]+[.)]")
_NUMBERED: Final = re.compile(r"\s*[(\[]?\s*[0-9๐-๙]{1,2}\s*[)\].]?\s*")
_FIGURE: Final = re.compile(r"[0-9๐-๙][0-9๐-๙.,%]*")
_YEAR: Final = re.compile(r"(?:ปี|พ\.?ศ\.?)?\s*(?:25[0-9]{2}|๒๕[๐-๙]{2})")


@dataclass(frozen=True, slots=True)
class TableHead:
    """Headings: what the columns hold by them, and the rows they take.

    `known` tells whether their words say that they are headings, and not only their place.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Span, ...], ...]
    known: bool = True

    @property
    def words(self) -> tuple[Span, ...]:
        """All of it that says something."""
        return tuple(words for row in self.rows for words in row if words)


def read_head(rows: Rows, at: int) -> TableHead | None:
    """The headings that begin in a row; None where it holds something else.

    Args:
        rows: A table's cells.
        at: The row to look at.

    Returns:
        The headings of this row, and of those below that have further levels under a heading
        that spans several columns.
    """
    first = all(len({words.text for words in row if words}) <= 1 for row in rows.words[:at])
    known = _is_head(rows.words[at], first=at == 0)
    if not known and not (first and stands_over_others(rows, at)):
        return None
    last = at
    while last + 1 < min(len(rows), at + _LEVELS) and _continues_head(rows, at, last + 1):
        last += 1
    return replace(head_of_rows(rows, range(at, last + 1)), known=known)


def head_of_rows(rows: Rows, taken: range) -> TableHead:
    """The headings that stand in these rows."""
    width = len(rows.words[taken[0]])
    columns = tuple(_read_column(rows, taken, column) for column in range(width))
    return TableHead(columns, tuple(tuple(rows.words[row]) for row in taken))


def _read_column(rows: Rows, taken: range, column: int) -> Column:
    levels: list[Span] = []
    own = [bool(rows.words[row][column]) for row in taken]
    counting = {row for row in taken if _only_counts(rows, row)}
    for row in taken:
        words = rows.words[row][column]
        lower = any(own[row - taken[0] + 1 :])
        if not words and lower:
            words = _spanning(rows, row, column)
        if words and words not in levels and row not in counting:
            levels.append(words)
    if not levels and (spanning := _spanning(rows, taken[0], column)):
        read = read_column([spanning])
        return Column(heading=spanning, second=read.role)
    return read_column(levels)


def _only_counts(rows: Rows, row: int) -> bool:
    """Whether a row only numbers the columns; quarters under one heading are no such row."""
    filled = [column for column, words in enumerate(rows.words[row]) if words]
    numbered = all(_NUMBERED.fullmatch(rows.words[row][column].text) for column in filled)
    return numbered and not all(row and rows.spans(row - 1, column) for column in filled)


def _spanning(rows: Rows, row: int, column: int) -> Span:
    """The heading that reaches over this column: by a merged cell, else across a gap."""
    cover = rows.covers[row][column]
    if cover:
        return rows.words[cover[0]][cover[1]]
    words = rows.words[row]
    left = (words[at] for at in range(column - 1, -1, -1) if words[at])
    return next(left, words[column])


def _is_head(row: Sequence[Span], *, first: bool) -> bool:
    filled = [words for words in row if words]
    ticked = [words for words in filled if find_ticked_column(words.text)]
    others = [words for words in filled if words not in ticked]
    if any(len(words.text) > _LONG or _ENTRY.match(words.own) for words in others):
        return False
    spans = [bool(months_until(words.text)) for words in others]
    one_time = sum(spans) == 1
    meanings = [
        None if one_time and spans[at] else parse_heading(words.text)
        for at, words in enumerate(others)
    ]
    named = {entry.role for entry in meanings if entry}
    if (
        first
        and named
        and (
            len(ticked) >= _PERIODS
            or are_years([words.text for words in others if words.text.isdigit()])
        )
    ):
        return True
    if len(named) >= _FEWEST and 2 * sum(map(bool, meanings)) > len(others):
        return True
    return first and _looks_like_head(others, [bool(each and each.sure) for each in meanings])


def _looks_like_head(words: Sequence[Span], known: Sequence[bool]) -> bool:
    """Whether a table's first row has short and different words, some of them known for sure."""
    texts = [each.text for each in words]
    if len({*texts}) < len(texts) or any(_FIGURE.fullmatch(text) for text in texts):
        return False
    enough = sum(known) >= _FEWEST or (sum(known) == 1 and len(texts) > _FEWEST)
    return enough and all(len(text) <= _SHORT for text in texts)


def _continues_head(rows: Rows, at: int, below: int) -> bool:
    """Whether a row holds further levels of the headings, or only numbers the columns."""
    width = len(rows.words[at])
    if len(rows.words[below]) != width:
        return False
    filled = [column for column in range(width) if rows.words[below][column]]
    texts = [rows.words[below][column].text for column in filled]
    if are_years(texts):
        return all(any(rows.spans(row, each) for row in range(at, below)) for each in filled)
    if len(texts) >= _PERIODS and all(_NUMBERED.fullmatch(text) for text in texts):
        return _counts_up(texts)
    if not texts or any(
        len(text) > _SHORT or is_tick(text) or _FIGURE.fullmatch(text) for text in texts
    ):
        return False
    known = [bool(find_ticked_column(text) or parse_heading(text)) for text in texts]
    merged = any(_reaches_down(rows, at, below, column) for column in range(width))
    spanned = all(any(rows.spans(row, column) for row in range(at, below)) for column in filled)
    if spanned:
        return merged or any(known)
    under_gap = any(not rows.covering(below - 1, column) for column in filled)
    return all(known) and (merged or (under_gap and len(filled) < width))


def are_years(texts: Sequence[str]) -> bool:
    """Whether these are several years of the Buddhist calendar and nothing else."""
    return len({*texts}) == len(texts) >= _FEWEST and all(map(_YEAR.fullmatch, texts))


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = [int(re.sub(r"\D", "", to_arabic(text))) for text in texts]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _reaches_down(rows: Rows, at: int, below: int, column: int) -> bool:
    """Whether a heading above covers this cell."""
    cover = rows.covers[below][column]
    return cover is not None and at <= cover[0] < below
