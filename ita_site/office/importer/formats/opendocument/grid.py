"""A table of OpenDocument, text or sheet, as rows of cells: repeated, merged and hidden ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.blocks import Cell
from ita_site.office.importer.formats.opendocument.elements import name, read_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.office.importer.document.blocks import Row
    from ita_site.office.importer.formats.opendocument.elements import Element, Styles

MOST_CELLS: Final = 400_000
_MOST_REPEATED: Final = 200
"""More equal cells side by side are the empty rest of a sheet."""
ROW_GROUPS: Final = {
    name(f"table:{each}") for each in ("table-header-rows", "table-rows", "table-row-group")
}
_COLUMN_GROUPS: Final = {
    name(f"table:{each}")
    for each in ("table-header-columns", "table-columns", "table-column-group")
}
_CELLS: Final = (name("table:table-cell"), name("table:covered-table-cell"))
_COVERED: Final = _CELLS[1]
_ROW: Final = name("table:table-row")


class EndlessError(Exception):
    """A table that reaches much farther than any; `row` and `column` count from 0."""

    def __init__(self, row: int, column: int) -> None:
        self.row, self.column = row, column
        super().__init__(row, column)


@dataclass(slots=True)
class Grid:
    """Reads one table. `text_of` reads a cell, `place` names one by row and column from 0."""

    styles: Styles
    text_of: Callable[[Element], str]
    place: Callable[[int, int], str]
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    fills: dict[tuple[int, int], str] = field(default_factory=dict)
    origins: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    column_styles: dict[int, str | None] = field(default_factory=dict)
    height: int = 0
    covered: int = 0
    """Cells that hold text under a merged neighbour, which nobody sees."""

    def read(self, table: Element) -> list[Row]:
        """Its visible rows and columns, as far as something stands in them.

        Raises:
            EndlessError: when it has more cells than a table may.
        """
        self._read_columns(table)
        for row in iter_within(table, _ROW, ROW_GROUPS):
            self._read_row(row)
        rows = [at for at in range(self._end(0)) if at not in self.hidden_rows]
        columns = [at for at in range(self._end(1)) if at not in self.hidden_columns]
        row_at = {row: at for at, row in enumerate(rows)}
        column_at = {column: at for at, column in enumerate(columns)}
        return [
            tuple(self._cell(row, column, row_at, column_at) for column in columns) for row in rows
        ]

    def _end(self, axis: int) -> int:
        return max((place[axis] + 1 for place in self.texts), default=0)

    def _read_columns(self, table: Element) -> None:
        at = 0
        for column in iter_within(table, name("table:table-column"), _COLUMN_GROUPS):
            times = min(read_number(column, "table:number-columns-repeated"), MOST_CELLS)
            if column.get(name("table:visibility")) in ("collapse", "filter"):
                self.hidden_columns.update(range(at, at + times))
            style = column.get(name("table:default-cell-style-name"))
            self.column_styles.update(dict.fromkeys(range(at, at + min(times, 1000)), style))
            at += times

    def _read_row(self, row: Element) -> None:
        times, at = read_number(row, "table:number-rows-repeated"), self.height
        column, before = 0, len(self.texts)
        for cell in row.iterchildren(*_CELLS):
            column = self._read_cell(cell, row, at, column)
        held = {*islice(reversed(self.texts), len(self.texts) - before)}
        self.height += times
        if held and at + times > 1:
            self._repeat(at, times, held)
        if row.get(name("table:visibility")) in ("collapse", "filter"):
            self.hidden_rows.update(range(at, at + min(times, MOST_CELLS)))

    def _repeat(self, at: int, times: int, held: set[tuple[int, int]]) -> None:
        self._refuse_endless(at + times - 1, max(column for _, column in held))
        for further in range(at + 1, at + times):
            for _, column in held:
                self.texts[further, column] = self.texts[at, column]
                self.fills[further, column] = self.fills.get((at, column), "")

    def _read_cell(self, cell: Element, row: Element, at: int, column: int) -> int:
        times = read_number(cell, "table:number-columns-repeated")
        text = self.text_of(cell)
        if text and cell.tag == _COVERED:
            self.covered += 1
            text = ""
        if text:
            self._refuse_endless(at, column + times - 1)
        if text or times <= _MOST_REPEATED:
            for further in range(column, column + times):
                if fill := self.styles.fill(self._style(cell, row, further)):
                    self.fills[at, further] = fill
                if text:
                    self.texts[at, further] = text
        self._merge(cell, at, column)
        return column + times

    def _style(self, cell: Element, row: Element, column: int) -> str | None:
        own = cell.get(name("table:style-name"))
        whole = row.get(name("table:default-cell-style-name"))
        return own or whole or self.column_styles.get(column)

    def _merge(self, cell: Element, at: int, column: int) -> None:
        down = read_number(cell, "table:number-rows-spanned")
        across = read_number(cell, "table:number-columns-spanned")
        if down * across <= 1:
            return
        self._refuse_endless(down - 1, across - 1)
        if len(self.origins) + down * across > MOST_CELLS:
            raise EndlessError(at, column)
        for row in range(at, at + down):
            for further in range(column, column + across):
                if (row, further) != (at, column):
                    self.origins[row, further] = at, column

    def _refuse_endless(self, row: int, column: int) -> None:
        if (row + 1) * (column + 1) > MOST_CELLS:
            raise EndlessError(row, column)

    def _cell(
        self, row: int, column: int, row_at: dict[int, int], column_at: dict[int, int]
    ) -> Cell:
        place = self.place(row, column)
        fill = self.fills.get((row, column), "")
        text, origin = self.texts.get((row, column), ""), self.origins.get((row, column))
        if text or origin is None:
            return Cell(text, place, None, fill)
        if origin[0] in row_at and origin[1] in column_at:
            return Cell("", place, (row_at[origin[0]], column_at[origin[1]]), fill)
        return Cell("", place, None, fill)


def iter_within(element: Element, tag: str, groups: set[str]) -> Iterator[Element]:
    """Children of a tag, those within groups too."""
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in groups:
            yield from iter_within(child, tag, groups)
