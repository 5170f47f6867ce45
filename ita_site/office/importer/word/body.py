"""A Word document's body, from its beginning to its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.blocks import Block, Paragraph, Table
from ita_site.office.importer.word.elements import Found, Text
from ita_site.office.importer.word.names import W
from ita_site.office.importer.word.rows import Rows, cells_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.office.importer.word.names import Element
    from ita_site.office.importer.word.numbering import Numbering

_GONE: Final = {f"{W}{name}" for name in ("del", "moveFrom", "sectPr")}


@dataclass(slots=True)
class Body:
    """Reads the blocks of a part; `found` gathers what there is beside them."""

    numbering: Numbering
    links: Mapping[str, str]
    found: Found = field(default_factory=Found)
    paragraphs: int = 0
    tables: int = 0

    def blocks(self, element: Element) -> Iterator[Block]:
        """Every paragraph that holds something, and every table; a text box follows its anchor."""
        for child in element.iterchildren():
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag == f"{W}altChunk":
                self.found.foreign += 1
            elif isinstance(child.tag, str) and child.tag not in _GONE:
                yield from self.blocks(child)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        text, boxes = self._read(element)
        if text:
            self.paragraphs += 1
            yield Paragraph(text, f"ย่อหน้า {self.paragraphs}")
        for box in boxes:
            yield from self.blocks(box)

    def _read(self, element: Element) -> tuple[str, list[Element]]:
        """What a paragraph shows, its number before it, and the text boxes tied to it."""
        before = len(self.found.boxes)
        said = Text(self.links, self.found).of(element).strip()
        boxes = self.found.boxes[before:]
        del self.found.boxes[before:]
        if not said and _mark_is_deleted(element):
            return "", boxes
        label = self.numbering.label(element)
        return (label + said if said else ""), boxes

    def _table(self, element: Element) -> Iterator[Block]:
        if (only := _only_cell(element)) is not None and _is_layout(only):
            yield from self.blocks(only)
            return
        self.tables += 1
        name = f"ตาราง {self.tables}"
        rows = Rows(self.cell_text, lambda row, column: f"{name} แถว {row + 1} ช่อง {column + 1}")
        grid = rows.of(element)
        self.found.covered += len(rows.covered)
        if grid and grid[0]:
            yield Table(grid, name)

    def cell_text(self, cell: Element) -> str:
        """A cell's paragraphs, each a line; a table within it with a line for each row."""
        return "\n".join(self._lines(cell)).strip("\n")

    def _lines(self, element: Element) -> Iterator[str]:
        for child in element.iterchildren():
            if child.tag == f"{W}p":
                text, boxes = self._read(child)
                yield from [text] if text else []
                for box in boxes:
                    yield from self._lines(box)
            elif child.tag == f"{W}tbl":
                yield from self._inner_table(child)
            elif isinstance(child.tag, str) and child.tag not in _GONE:
                yield from self._lines(child)

    def _inner_table(self, element: Element) -> Iterator[str]:
        for row in rows_of(element):
            yield " ".join(text for cell in cells_of(row) if (text := self.cell_text(cell)))


def _only_cell(table: Element) -> Element | None:
    cells = [cell for row in rows_of(table) for cell in cells_of(row)]
    return cells[0] if len(cells) == 1 else None


def _is_layout(cell: Element) -> bool:
    return next(cell.iterchildren(f"{W}tbl"), None) is not None


def _mark_is_deleted(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
