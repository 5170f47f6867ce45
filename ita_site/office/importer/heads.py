"""A table's headings: which rows they are, on one to three levels, and what each column holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.headings import Heading, heading
from ita_site.office.importer.ticks import ticked_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.spans import Words

_LONG: Final = 100
_FEWEST: Final = 2
_LEVELS: Final = 3
_ENTRY: Final = re.compile(r"\s*[(]?[0-9๐-๙]+[.)]")


@dataclass(frozen=True, slots=True)
class Head:
    """Headings: the columns they name, the rows they take, and those that were guessed.

    `ticked` holds, for each column, the heading a tick below stands for.
    """

    columns: tuple[str | None, ...]
    rows: tuple[tuple[Words, ...], ...]
    guessed: tuple[Words, ...]
    ticked: tuple[Words | None, ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """All of it that says something."""
        return tuple(words for row in self.rows for words in row if words)


def head_at(rows: Sequence[Sequence[Words]], at: int) -> Head | None:
    """The headings that begin in a row; None where it holds something else.

    Args:
        rows: A table's cells.
        at: The row to look at.

    Returns:
        The headings of this row, and of up to two below that have further levels under a
        heading that spans several columns.
    """
    if not _is_head(rows[at]):
        return None
    last = next(below for below in range(at, at + _LEVELS) if not _goes_on(rows, at, below + 1))
    taken = tuple(tuple(row) for row in rows[at : last + 1])
    lowest = [_lowest(column) for column in zip(*taken, strict=True)]
    guessed = tuple(words for row in taken for words in row if _is_guess(words))
    ticked = tuple(words if _ticks(words) else None for words in lowest)
    return Head(tuple(_columns([_read(words) for words in lowest])), taken, guessed, ticked)


def _lowest(column: tuple[Words, ...]) -> Words:
    """The heading right above a column's cells."""
    return next((words for words in reversed(column) if words), column[0])


def _ticks(words: Words) -> str | None:
    return ticked_column(words.text) if words else None


def _read(words: Words) -> Heading | None:
    column = _ticks(words)
    return Heading(column, sure=True) if column else heading(words.text)


def _columns(found: Sequence[Heading | None]) -> Iterator[str | None]:
    """What the columns hold; of scores of several years only the newest are this result's."""
    newest = max((entry.year for entry in found if entry and entry.year), default=None)
    planned = any(entry and entry.column in ("measure", "steps") for entry in found)
    for entry in found:
        if planned and entry and entry.column == "score" and entry.year:
            yield None
            continue
        older = entry is not None and entry.year is not None and entry.year != newest
        yield None if entry is None or older else entry.column


def _is_guess(words: Words) -> bool:
    found = _read(words)
    return found is not None and not found.sure


def _is_head(row: Sequence[Words]) -> bool:
    filled = [words for words in row if words and not _ticks(words)]
    found = [heading(words.text) for words in filled]
    if any(len(words.text) > _LONG or _ENTRY.match(words.own) for words in filled):
        return False
    named = {entry.column for entry in found if entry}
    return len(named) >= _FEWEST and 2 * sum(map(bool, found)) > len(filled)


def _goes_on(rows: Sequence[Sequence[Words]], at: int, below: int) -> bool:
    """Whether a row holds headings that stand under a gap, as a spanning heading leaves it."""
    if below >= min(len(rows), at + _LEVELS) or len(rows[below]) != len(rows[at]):
        return False
    filled = [words for words in rows[below] if words]
    pairs = zip(rows[below], rows[at], strict=True)
    under_gap = any(words and not above for words, above in pairs)
    return under_gap and len(filled) < len(rows[at]) and all(map(_read, filled))
