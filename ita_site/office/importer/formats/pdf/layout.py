"""How a PDF page is laid out: ruled tables, tables without lines, and the lines between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.blocks import Block, Cell, Paragraph, Table
from ita_site.office.importer.formats.pdf.boxes import NEAR, apart, bare, covers, within, within_any
from ita_site.office.importer.formats.pdf.letters import (
    Line,
    doubt_of,
    gather_lines,
    is_overprinted,
)
from ita_site.office.importer.formats.pdf.paragraphs import Setting
from ita_site.office.importer.formats.pdf.unruled import find_unruled
from ita_site.office.importer.formats.pdf.wrapped import (
    LINES_OF_A_WORD,
    Margins,
    counted_titles,
    goes_on,
    join_paragraph,
    join_wrapped,
    margins_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.formats.pdf.boxes import Box
    from ita_site.office.importer.formats.pdf.letters import Letter
    from ita_site.office.importer.formats.pdf.unruled import UnruledTable

_CUT: Final = " ช่องนี้ขาดข้ามหน้า {} กับหน้าถัดไป จึงต่อให้เป็นช่องเดียว"
_UNRULED: Final = "ตารางไม่มีเส้น จึงแบ่งช่องตามที่คำเริ่ม ได้คอลัมน์ “{}”"


@dataclass(slots=True)
class PageLayout:
    """One page: its letters, the boxes of ruled tables' cells, and its coloured boxes."""

    number: int
    letters: list[Letter]
    tables: list[list[Box]]
    colours: list[tuple[Box, str]] = field(default_factory=list)
    seams: list[tuple[float, int]] = field(default_factory=list)
    """How far down rows are put together that a page's end had cut, and of which page."""
    follows: bool = False
    """Whether its first table has the columns of the one that ends the page before."""
    margins: Margins | None = None
    """From where to where the lines of all pages reach."""

    def blocks(self, unwanted: frozenset[str]) -> Iterator[Block]:
        """Its paragraphs and tables from top to bottom, without lines that are unwanted."""
        inside = [box for cells in self.tables for box in cells]
        free = [letter for letter in self.letters if not within_any(letter, inside)]
        lines = [line for line in gather_lines(free) if bare(line.text) not in unwanted]
        placed: list[tuple[float, list[Box] | Line]] = [(line.middle, line) for line in lines]
        placed += [(min(box[1] for box in cells), cells) for cells in self.tables]
        run: list[Line] = []
        count = said = 0
        for _, each in sorted(placed, key=lambda one: one[0]):
            if isinstance(each, Line):
                run.append(each)
                continue
            for block in self._free_text(run, count, said):
                count += isinstance(block, Table)
                yield block
            said, run = said + len(run), []
            count += 1
            yield self._ruled(each, count)
        yield from self._free_text(run, count, said)

    def take_out_overprinted(self) -> int:
        """Take out lines that other letters stand over, and say how many these were."""
        if not any(map(is_overprinted, gather_lines(self.letters))):
            return 0
        inside = [box for cells in self.tables for box in cells]
        free = [letter for letter in self.letters if not within_any(letter, inside)]
        cells = ([each for each in self.letters if within(each, box)] for box in inside)
        lines = [line for letters in (free, *cells) for line in gather_lines(letters)]
        bad = [line for line in lines if is_overprinted(line)]
        unreadable = {id(letter) for line in bad for letter in line.letters}
        self.letters = [letter for letter in self.letters if id(letter) not in unreadable]
        return len(bad)

    def edge_lines(self) -> list[str]:
        """Its first and last lines, which other pages may repeat."""
        inside = [box for cells in self.tables for box in cells]
        lines = gather_lines(each for each in self.letters if not within_any(each, inside))
        return [bare(line.text) for line in [*lines[:3], *lines[-3:]]]

    @property
    def reach(self) -> Margins:
        """From where to where its letters and tables reach."""
        boxes = [box for cells in self.tables for box in cells]
        lefts = [*(each.left for each in self.letters), *(box[0] for box in boxes)]
        rights = [*(each.right for each in self.letters), *(box[2] for box in boxes)]
        return Margins(min(lefts, default=0.0), max(rights, default=0.0))

    @property
    def _name(self) -> str:
        return f"หน้า {self.number}"

    def _ruled(self, boxes: list[Box], number: int) -> Table:
        """The cells of ruled lines: each box from one column's edge to another's."""
        lefts = apart((box[0] for box in boxes), NEAR)
        tops = apart((box[1] for box in boxes), NEAR)
        title = f"{self._name} ตาราง {number}"
        grid: dict[tuple[int, int], Cell] = {}
        for box in sorted(boxes, key=lambda each: (each[1], each[0])):
            row, column = _at(tops, box[1]), _at(lefts, box[0])
            below = sum(1 for top in tops[row + 1 :] if top < box[3] - NEAR)
            right = sum(1 for left in lefts[column + 1 :] if left < box[2] - NEAR)
            self._fill_in(grid, (row, column), (row + below, column + right), box, title)
        rows = tuple(
            tuple(
                grid.get((row, column)) or Cell("", _place(title, row, column))
                for column in range(len(lefts))
            )
            for row in range(len(tops))
        )
        return Table(rows, title, follows=self.follows and number == 1)

    def _fill_in(
        self,
        grid: dict[tuple[int, int], Cell],
        first: tuple[int, int],
        last: tuple[int, int],
        box: Box,
        title: str,
    ) -> None:
        lines = gather_lines(each for each in self.letters if within(each, box))
        colour = self._colour(box)
        for row in range(first[0], last[0] + 1):
            for column in range(first[1], last[1] + 1):
                place = _place(title, row, column)
                if (row, column) == first:
                    text = "\n".join(join_wrapped(lines, margins_of(lines, box[0], box[2])))
                    doubt = self._doubt(lines, box) if text else ""
                    grid[row, column] = Cell(text, place, None, colour, doubt)
                elif (row, column) not in grid:
                    grid[row, column] = Cell("", place, first, colour)

    def _doubt(self, lines: list[Line], box: Box) -> str:
        cut = (_CUT.format(page) for seam, page in self.seams if box[1] < seam < box[3])
        return doubt_of(line.raw for line in lines) + next(cut, "")

    def _colour(self, box: Box) -> str:
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        behind = [
            (area[2] - area[0], colour) for area, colour in self.colours if covers(area, middle)
        ]
        return min(behind)[1] if behind else ""

    def _free_text(self, lines: list[Line], number: int, said: int) -> Iterator[Block]:
        """Paragraphs, and tables that only their columns make, behind so many and so many lines."""
        at = 0
        margins = self.margins or self.reach
        titles, setting = counted_titles(lines), Setting.of_page(lines, margins)
        while at < len(lines):
            if found := find_unruled(lines[at:]):
                number += 1
                yield _as_table(found, f"{self._name} ตาราง {number}")
                at += found.lines
            else:
                end = at + 1
                while end < len(lines):
                    below = lines[end : end + LINES_OF_A_WORD]
                    begins = below[0].text in titles or setting.begins(lines[end - 1], below[0])
                    reach = setting.reach(lines[end - 1])
                    whole = not begins and goes_on(lines[end - 1], below, reach)
                    if not whole or find_unruled(lines[end:]):
                        break
                    end += 1
                own = lines[at:end]
                text = join_paragraph(own, margins)
                doubt = doubt_of(line.raw for line in own)
                yield Paragraph(text, f"{self._name} บรรทัด {said + at + 1}", doubt)
                at = end


def _place(title: str, row: int, column: int) -> str:
    return f"{title} แถว {row + 1} ช่อง {column + 1}"


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


def _as_table(found: UnruledTable, title: str) -> Table:
    first = (found.rows[0].cells.get(at, []) for at in range(len(found.margins)))
    heads = [" ".join(line.text for line in lines) for lines in first]
    guessed = _UNRULED.format("”, “".join(head for head in heads if head))
    return Table(
        tuple(
            tuple(
                _unruled_cell(
                    row.cells.get(column, []), margins, _place(title, at, column), guessed
                )
                for column, margins in enumerate(found.margins)
            )
            for at, row in enumerate(found.rows)
        ),
        title,
    )


def _unruled_cell(lines: list[Line], margins: Margins, place: str, guessed: str) -> Cell:
    text = "\n".join(join_wrapped(lines, margins))
    doubt = f"{doubt_of(line.raw for line in lines)} {guessed}" if text else ""
    return Cell(text, place, None, "", doubt)
