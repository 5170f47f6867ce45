"""The rows of a Word table as a grid: what is merged keeps one text and says where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docx.oxml.ns import qn

from ita_site.office.importer.blocks import Cell
from ita_site.office.importer.word.names import W, number, val

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_site.office.importer.word.names import Element

_MERGES: Final = {None: "continue", "restart": "restart", "continue": "continue"}
_MOST_COLUMNS: Final = 200


@dataclass(slots=True)
class Rows:
    """Lays out one table. `text_of` reads a cell; `place` names it by row and column."""

    text_of: Callable[[Element], str]
    place: Callable[[int, int], str]
    grid: list[list[Cell]] = field(default_factory=list)
    covered: list[tuple[str, str]] = field(default_factory=list)

    def of(self, table: Element) -> tuple[tuple[Cell, ...], ...]:
        """The rows, all of one length; rows that were deleted with changes tracked are not."""
        for element in rows_of(table):
            self._row(element)
        width = max(map(len, self.grid), default=0)
        for at, row in enumerate(self.grid):
            row.extend(self._empty(at, column) for column in range(len(row), width))
        return tuple(map(tuple, self.grid))

    def _row(self, element: Element) -> None:
        at = len(self.grid)
        row: list[Cell] = []
        self.grid.append(row)
        for _ in range(_span(element, "w:trPr/w:gridBefore", 0)):
            row.append(self._empty(at, len(row)))
        for cell in cells_of(element):
            row.extend(self._cell(cell, at, len(row)))

    def _cell(self, cell: Element, at: int, column: int) -> Iterator[Cell]:
        width = _span(cell, "w:tcPr/w:gridSpan", 1)
        origin = self._merged_into(cell, at, column)
        text = self.text_of(cell)
        if origin and text:
            self.covered.append((self.place(at, column), text))
        yield Cell("" if origin else text, self.place(at, column), origin)
        first = origin or (at, column)
        for more in range(1, width):
            yield Cell("", self.place(at, column + more), first)

    def _merged_into(self, cell: Element, at: int, column: int) -> tuple[int, int] | None:
        if _merge(cell, "vMerge") == "continue" and at and column < len(self.grid[at - 1]):
            above = self.grid[at - 1][column]
            return above.origin or (at - 1, column)
        if _merge(cell, "hMerge") == "continue" and column:
            return self.grid[at][column - 1].origin or (at, column - 1)
        return None

    def _empty(self, at: int, column: int) -> Cell:
        return Cell("", self.place(at, column))


def rows_of(table: Element) -> Iterator[Element]:
    """A table's own rows, those in content controls too."""
    for row in _within(table, f"{W}tr"):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield row


def cells_of(row: Element) -> Iterator[Element]:
    """A row's own cells."""
    yield from _within(row, f"{W}tc")


def _within(element: Element, tag: str) -> Iterator[Element]:
    for child in element.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)


_WRAPPERS: Final = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
}


def _span(element: Element, path: str, least: int) -> int:
    return max(least, min(number(element, path, least), _MOST_COLUMNS))


def _merge(cell: Element, name: str) -> str | None:
    if cell.find(f"{qn('w:tcPr')}/{qn('w:' + name)}") is None:
        return None
    return _MERGES.get(val(cell, f"w:tcPr/w:{name}"), "continue")
