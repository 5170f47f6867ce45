"""Two columns whose headings differ by before and after alone: a figure's two sides."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.words.roles import RESULT_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.tables.columns import Column

_BEFORE, _AFTER = "ก่อน", "หลัง"
_FIGURE: Final = re.compile("[0-9๐-๙]")
PAIRED: Final = "หัวตารางสองช่องต่างกันที่คำว่าก่อนกับหลัง"


def pair_sides(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> list[Column]:
    """The columns, one pair of them read as before and after; of several pairs none."""
    roles = {column.role for column in columns}
    pairs = [
        (at, other)
        for at, column in enumerate(columns)
        for other, after in enumerate(columns)
        if _are_sides(column, after) and all(map(_FIGURE.search, (*cells[at], *cells[other])))
    ]
    if len(pairs) != 1 or not roles & {"measure", "project", *RESULT_ROLES} - {"before", "after"}:
        return [*columns]
    sides = dict(zip(pairs[0], ("before", "after"), strict=True))
    return [_as_side(each, sides[at]) if at in sides else each for at, each in enumerate(columns)]


def _as_side(column: Column, role: str) -> Column:
    return replace(column, role=role, second=column.role, months="", year=None, guess=PAIRED)


def _are_sides(column: Column, after: Column) -> bool:
    """Whether two headings that are no names are the same but for these words."""
    words, others = column.words, after.words
    is_free = not (column.tick or after.tick or (column.named and after.named))
    return is_free and words.count(_BEFORE) == 1 and words.replace(_BEFORE, _AFTER) == others
