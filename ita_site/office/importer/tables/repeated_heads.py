"""Headings that a page repeats, and a row that a page tore in two above them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.labels import is_next_number
from ita_site.office.importer.document.spans import Span, parse_item
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.tables.head_rows import read_head
from ita_site.office.importer.words.roles import TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.head_rows import TableHead
    from ita_site.office.importer.tables.rows import Rows

    Part: TypeAlias = Span | Grid

_LIKE: Final = 0.75
CAPTION: Final = 200
_BETWEEN: Final = 2
_OPEN_END: Final = re.compile(r"\s[-–—]\s*$")
TORN: Final = "แถวนี้ต่อจากแถวสุดท้ายของตารางก่อนหน้า จึงรวมเป็นแถวเดียว โปรดตรวจ"


def torn_grid(parts: list[Part], rows: Rows) -> Grid | None:
    """The table whose last row goes on here below the same headings, whatever line is between.

    Such a row names no measure; its list counts on, or what stands above ends in a dash. One
    without these signs has no first cell of its own, and little else. Told.
    """
    grid, head = _near_grid(parts), read_head(rows, 0)
    if not (grid and grid.plain and head and len(head.rows) < len(rows)):
        return None
    if grid.form or len(grid.columns) != len(head.columns) or not is_again(head, grid):
        return None
    before, row, covers = grid.plain[-1], rows.words[len(head.rows)], rows.covers
    filled = [at for at, words in enumerate(row) if words]
    whole = len(filled) == len(row) or not all(before.words[at] for at in filled)
    if not filled or whole or any(covers[len(head.rows)]):
        return None
    named = any(head.columns[at].role in TITLES for at in filled)
    is_torn = not named and any(_tears(before.lines(at), row[at]) for at in filled)
    is_little = 2 * len(filled) <= len(row)
    begins = not row[0] or _counts_on(before.lines(filled[0]), row[filled[0]])
    if not (is_torn or (is_little and begins)):
        return None
    grid.doubts.append((row[filled[0]], TORN))
    return grid


def is_among(words: Span, wordings: frozenset[str]) -> bool:
    letters = letters_only(words.text)
    return letters in wordings or bool(get_close_matches(letters, wordings, 1, _LIKE))


def is_again(head: TableHead, grid: Grid) -> bool:
    """Whether headings are those a table has already: they hold the same, in like words."""
    if keys(grid.columns) != keys(head.columns):
        return False
    if any(column.key for column in head.columns):
        return True
    return all(is_among(words, grid.wordings) for words in head.words)


def keys(columns: Sequence[Column]) -> list[str | None]:
    return [column.key for column in columns]


def _near_grid(parts: list[Part]) -> Grid | None:
    """The table before, when only a few short lines stand between."""
    near = parts[-1 - _BETWEEN :]
    grids = [part for part in near if isinstance(part, Grid)]
    behind = near[near.index(grids[-1]) + 1 :] if grids else []
    is_short = all(isinstance(part, Span) and len(part.text) <= CAPTION for part in behind)
    return grids[-1] if grids and is_short else None


def _counts_on(before: Sequence[Span], words: Span) -> bool:
    """Whether a list begins with the number behind the last one of the lines before."""
    last = parse_item(before[-1]).number if before else ""
    return is_next_number(last, parse_item(words).number)


def _tears(before: Sequence[Span], words: Span) -> bool:
    """Whether a cell's last line goes on in another: a list counts on, a dash ends it."""
    return _counts_on(before, words) or bool(before and _OPEN_END.search(before[-1].own))
