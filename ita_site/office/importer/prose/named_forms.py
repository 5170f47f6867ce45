"""Forms that name no measure, named by the line right above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.prose.prose_titles import title_at
from ita_site.office.importer.tables.columns import Column
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.tables.plain_row import PlainRow
from ita_site.office.importer.words.roles import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.office.importer.tables.tables import Part
    from ita_site.office.importer.words.labels import ProseMeasure


def name_forms(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts, with each form named by the line right above it where it names no measure."""
    read: list[Part] = []
    for part in parts:
        above = read[-1] if read and isinstance(read[-1], Span) else None
        if isinstance(part, Grid) and above and (title := _title_of_form(above, part)):
            read.pop()
            _name_form(part, title)
        read.append(part)
    return tuple(read)


def _title_of_form(above: Span, grid: Grid) -> ProseMeasure | None:
    """The measure that the line right above a form names, where the form itself names none."""
    if not grid.form or {*TITLES} & {*grid.keys}:
        return None
    title = title_at([above], 0)
    return title[0] if title else None


def _name_form(grid: Grid, told: ProseMeasure) -> None:
    grid.heads = (*told.heads, *grid.heads)
    grid.columns = (Column("measure"), *grid.columns)
    first, *others = grid.plain
    rows = [(told.title, first), *((None, row) for row in others)]
    grid.plain = [
        PlainRow.of_lines(
            [(title,) if title else (), *(row.lines(at) for at in range(len(row.words)))],
            (None, *row.above),
        )
        for title, row in rows
    ]
