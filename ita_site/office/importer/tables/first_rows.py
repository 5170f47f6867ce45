"""A table's first row as headings nobody has listed: short words over cells of other kinds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import is_office
from ita_site.office.importer.words.looks import is_figure, is_time
from ita_site.office.importer.words.roots import KEPT, weigh_heading
from ita_site.office.importer.words.ticks import find_ticked_column, guess_status, is_tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.tables.rows import Rows

_NARROWEST: Final = 3
_SHORT: Final = 60
_SHORT_NAME: Final = 45
_SPOKEN: Final = 1.5
_LOOKED_AT: Final = 8
_MOSTLY: Final = 0.6
_LONGER: Final = 1.4
_ENTRY: Final = re.compile(r"\s*(?:[(]?[0-9๐-๙]+[.)]|[-–•●▪])\s*\S")


def stands_over_others(rows: Rows, at: int) -> bool:
    """Whether a row is headings by where it stands and by what stands below it.

    Args:
        rows: A table's cells.
        at: The row to look at; what stands above it is no row of entries.
    """
    words = [cell.text for cell in rows.words[at]]
    texts = [text for text in words if text]
    below = [[cell.text for cell in row] for row in rows.words[at + 1 : at + 1 + _LOOKED_AT]]
    if len(words) < _NARROWEST or not below or not _may_be_headings(texts):
        return False
    gaps = sum(not text and rows.covers[at][column] is None for column, text in enumerate(words))
    if gaps > 1 or len(texts) < _NARROWEST - 1:
        return False
    spoken = sum(_speaks(text) for text in texts)
    apart = sum(_stands_apart(text, _column(below, column)) for column, text in enumerate(words))
    return 2 * max(spoken, apart) >= len(texts) and apart > 0


def _may_be_headings(texts: Sequence[str]) -> bool:
    """Whether texts are short, differ, and none is what only a cell would say."""
    if len({*texts}) < len(texts) or any(len(text) > _SHORT for text in texts):
        return False
    return not any(_is_of_a_cell(text) or _ENTRY.match(text) for text in texts)


def _is_of_a_cell(text: str) -> bool:
    if find_ticked_column(text):
        return False
    return is_figure(text) or is_time(text)


def _speaks(text: str) -> bool:
    """Whether the words of a short text speak for what a column may hold."""
    weights = weigh_heading(text) if len(text) <= _SHORT_NAME else {}
    return max(weights.values(), default=0) >= _SPOKEN or KEPT in weights


def _column(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    return [row[column] for row in rows if column < len(row) and row[column]]


def _stands_apart(heading: str, cells: Sequence[str]) -> bool:
    """Whether a heading differs from the cells below it in kind or in length."""
    if not heading or not cells:
        return False
    if find_ticked_column(heading):
        return True
    kind = _kind(heading)
    others = sum(_kind(text) not in ("", kind) for text in cells)
    longer = sum(len(text) > _LONGER * len(heading) for text in cells)
    return max(others, longer) >= _MOSTLY * len(cells)


def _kind(text: str) -> str:
    """What a cell is, where that is plain to see; empty for words."""
    if is_figure(text) or is_tick(text):
        return "figure"
    if is_time(text):
        return "time"
    if guess_status(text):
        return "status"
    if _ENTRY.match(text) or "\n" in text:
        return "entries"
    return "office" if is_office(text) else ""
