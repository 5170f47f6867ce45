"""How a PDF page is laid out: ruled tables, tables without lines, and the lines between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.blocks import Block, Cell, Paragraph, Table
from ita_site.office.importer.formats.pdf.boxes import NEAR, bare, covers, within, within_any
from ita_site.office.importer.formats.pdf.letters import Line, doubt_of, gather_lines
from ita_site.office.importer.formats.pdf.paragraphs import Setting
from ita_site.office.importer.formats.pdf.wrapped import (
    LABEL,
    LINES_OF_A_WORD,
    Margins,
    counted_titles,
    goes_on,
    is_marked,
    join_wrapped,
    margins_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.office.importer.formats.pdf.boxes import Box
    from ita_site.office.importer.formats.pdf.letters import Letter

_CUT: Final = " แถวนี้ขาดข้ามหน้า จึงต่อให้เป็นแถวเดียว"
_WIDE_GAP: Final = 1.3
_FEWEST_ROWS: Final = 3
_LOOKED_AT: Final = 40
_MORE: Final = 1.15
"""Times the least room between lines: rows stand farther apart than the lines of a cell."""


@dataclass(slots=True)
class PageLayout:
    """One page: its letters, the boxes of ruled tables' cells, and its coloured boxes."""

    number: int
    letters: list[Letter]
    tables: list[list[Box]]
    colours: list[tuple[Box, str]] = field(default_factory=list)
    seams: list[float] = field(default_factory=list)
    """How far down rows are put together that the page's end had cut."""
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
        count = 0
        for _, each in sorted(placed, key=lambda one: one[0]):
            if isinstance(each, Line):
                run.append(each)
                continue
            for block in self._free_text(run, count):
                count += isinstance(block, Table)
                yield block
            run = []
            count += 1
            yield self._ruled(each, count)
        yield from self._free_text(run, count)

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
        lefts = _edges([box[0] for box in boxes])
        tops = _edges([box[1] for box in boxes])
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
        is_cut = any(box[1] < seam < box[3] for seam in self.seams)
        return doubt_of(line.raw for line in lines) + (_CUT if is_cut else "")

    def _colour(self, box: Box) -> str:
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        behind = [
            (area[2] - area[0], colour) for area, colour in self.colours if covers(area, middle)
        ]
        return min(behind)[1] if behind else ""

    def _free_text(self, lines: list[Line], number: int) -> Iterator[Block]:
        """Paragraphs, and tables that only their columns make."""
        at = 0
        margins = self.margins or self.reach
        titles, setting = counted_titles(lines), Setting.of(lines, margins)
        while at < len(lines):
            rows = _unruled_rows(lines[at:])
            if rows:
                number += 1
                yield _as_table(rows, f"{self._name} ตาราง {number}")
                at += sum(len(row.lines) for row in rows)
            else:
                end = at + 1
                while end < len(lines):
                    below = lines[end : end + LINES_OF_A_WORD]
                    begins = below[0].text in titles or setting.begins(lines[end - 1], below[0])
                    if begins or not goes_on(lines[end - 1], below, margins):
                        break
                    end += 1
                own = lines[at:end]
                text = "".join(join_wrapped(own, margins))
                doubt = doubt_of(line.raw for line in own)
                yield Paragraph(text, f"{self._name} บรรทัด {at + 1}", doubt)
                at = end


def _place(title: str, row: int, column: int) -> str:
    return f"{title} แถว {row + 1} ช่อง {column + 1}"


def _edges(values: Iterable[float]) -> list[float]:
    """Places that stand apart, from the least."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > NEAR:
            edges.append(value)
    return edges


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


@dataclass(slots=True)
class _UnruledRow:
    """A row of a table without lines: the segments of its lines by column."""

    lines: list[Line]
    cells: dict[int, list[Line]]


def _segments(line: Line) -> list[Line]:
    """A line cut where there is more room than between words."""
    parts = [Line()]
    for letter in line.letters:
        inked = parts[-1].inked
        room = letter.left - inked[-1].right if letter.text.strip() and inked else 0.0
        if room > _WIDE_GAP * line.size and not LABEL.fullmatch(parts[-1].text):
            parts.append(Line())
        parts[-1].letters.append(letter)
    return [part for part in parts if part.inked]


def _unruled_rows(lines: list[Line]) -> list[_UnruledRow]:
    """The rows of the table that begins with the first line; none where none does."""
    split = [_segments(line) for line in lines]
    columns = _columns(split)
    if len(columns) < 2:  # noqa: PLR2004 - a table has two
        return []
    rows: list[_UnruledRow] = []
    spaces = sorted(below.middle - above.middle for above, below in pairwise(lines[:_LOOKED_AT]))
    least = 0.0 if not spaces or spaces[-1] < _MORE * spaces[0] else _MORE * spaces[0]
    for at, (line, segments) in enumerate(zip(lines, split, strict=True)):
        if at and line.middle - lines[at - 1].middle > 3.5 * line.size:
            break
        places = [_at(columns, segment.left) for segment in segments]
        fits = all(
            abs(columns[place] - segment.left) < 2 * NEAR
            for place, segment in zip(places, segments, strict=True)
        )
        if not fits:
            break
        stands_off = not at or line.middle - lines[at - 1].middle >= least
        begins = 0 in places and stands_off and (len(segments) > 1 or not rows)
        if begins:
            rows.append(_UnruledRow([], {}))
        elif not rows or (0 in places and is_marked(line.text)):
            break
        rows[-1].lines.append(line)
        for place, segment in zip(places, segments, strict=True):
            rows[-1].cells.setdefault(place, []).append(segment)
    return rows if len(rows) >= _FEWEST_ROWS else []


def _columns(split: list[list[Line]]) -> list[float]:
    """Where columns begin: as the first line has them, when further lines begin there too."""
    if not split or len(split[0]) < 2:  # noqa: PLR2004
        return []
    columns = [segment.left for segment in split[0]]
    alike = sum(
        1
        for segments in split[1:]
        if len(segments) > 1
        and all(min(abs(left - each.left) for left in columns) < 2 * NEAR for each in segments)
    )
    return columns if alike >= _FEWEST_ROWS - 1 else []


def _as_table(rows: list[_UnruledRow], title: str) -> Table:
    columns = max(max(row.cells) for row in rows) + 1
    starts = [
        min((line.left for row in rows for line in row.cells.get(at, ())), default=0.0)
        for at in range(columns)
    ]
    rights = [
        *(follows - NEAR for _, follows in pairwise(starts)),
        max(line.right for row in rows for lines in row.cells.values() for line in lines),
    ]
    margins = [Margins(*sides) for sides in zip(starts, rights, strict=True)]
    return Table(
        tuple(
            tuple(
                _unruled_cell(row.cells.get(column, []), margins[column], _place(title, at, column))
                for column in range(columns)
            )
            for at, row in enumerate(rows)
        ),
        title,
    )


def _unruled_cell(lines: list[Line], margins: Margins, place: str) -> Cell:
    text = "\n".join(join_wrapped(lines, margins))
    doubt = f"{doubt_of(line.raw for line in lines)} ตารางไม่มีเส้น" if text else ""
    return Cell(text, place, None, "", doubt)
