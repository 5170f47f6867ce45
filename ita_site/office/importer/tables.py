"""Tables as they were before pages broke them: one heading, its rows, what continues a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.office.importer.blocks import Blocks, Paragraph, Table
from ita_site.office.importer.headings import (
    TableHead,
    classify_table,
    is_tick,
    letters_only,
    read_form_columns,
    read_head,
)
from ita_site.office.importer.spans import Source, Span, says_something

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.office.importer.blocks import Cell

_HEAD_ROWS: Final = 8
_PAGE_NUMBER: Final = re.compile(r"[-–\s]*(?:หน้า(?:ที่)?)?\s*[0-9๐-๙]{1,3}[-–\s]*")
_COUNTERS: Final = ("number", "rank")


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row by what its columns hold.

    `cells` are the lines of each cell of its own, `covered` those of a cell merged from above,
    `strays` what stands under no known heading. `tops_page` tells a page may begin here.
    """

    cells: dict[str, tuple[Span, ...]]
    covered: dict[str, tuple[Span, ...]]
    strays: tuple[Span, ...]
    tops_page: bool

    def __contains__(self, column: str) -> bool:
        return column in self.cells

    def lines(self, column: str) -> tuple[Span, ...]:
        """The lines of a cell, of one merged from above when it has none of its own."""
        return self.cells.get(column) or self.covered.get(column, ())

    def words(self) -> tuple[Span, ...]:
        """Every line of its own."""
        return (*(line for lines in self.cells.values() for line in lines), *self.strays)


@dataclass(slots=True)
class Grid:
    """A table over all its pages. `heads` are its headings, `repeats` those of further pages.

    `ticked` is the heading that a tick in each column stands for, `ticks` those that stood so.
    """

    kind: str | None
    columns: tuple[str | None, ...]
    place: str
    heads: tuple[Span, ...] = ()
    guessed: tuple[Span, ...] = ()
    rows: list[Row] = field(default_factory=list)
    repeats: list[Span] = field(default_factory=list)
    ticked: tuple[Span | None, ...] = ()
    ticks: list[Span] = field(default_factory=list)

    @property
    def first_column(self) -> str | None:
        """What the leftmost known column holds, numbers aside."""
        known = (name for name in self.columns if name and name not in _COUNTERS)
        return next(known, None)

    @property
    def wordings(self) -> frozenset[str]:
        """Its headings as they are compared."""
        return frozenset(letters_only(words.text) for words in self.heads)

    def words(self) -> Iterator[Span]:
        """Every word of it."""
        yield from self.heads
        for row in self.rows:
            yield from row.words()


Part: TypeAlias = Span | Grid


def read_parts(blocks: Blocks) -> tuple[Part, ...]:
    """The document as paragraphs and whole tables, in order."""
    parts: list[Part] = []
    numbers = count()
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.extend(Span.whole(Source(next(numbers), block.text, block.place)).lines())
        else:
            rows = [[_make_span(cell, numbers) for cell in row] for row in block.rows]
            if columns := read_form_columns(rows):
                parts.append(_read_form(block, rows, columns))
            else:
                _TableReader(block, rows, parts).read()
    return tuple(parts)


def _read_form(table: Table, rows: list[list[Span]], columns: tuple[str, ...]) -> Grid:
    """A form as a table with a row for each measure."""
    heads = tuple(name for name, _ in rows)
    grid = Grid("measures", tuple(dict.fromkeys(columns)), table.place, heads)
    for column, (_, held) in zip(columns, rows, strict=True):
        if column == columns[0]:
            grid.rows.append(Row({}, {}, (), tops_page=False))
        cells = grid.rows[-1].cells
        if held:
            cells[column] = (*cells.get(column, ()), *held.lines())
    return grid


def _make_span(cell: Cell, numbers: Iterator[int]) -> Span:
    words = Span.whole(Source(next(numbers), cell.text, cell.place))
    return words if says_something(words.own) else words.cut(0, 0)


@dataclass(slots=True)
class _TableReader:
    """One table of the file, whose rows go to a grid begun before or to one of their own."""

    table: Table
    words: list[list[Span]]
    parts: list[Part]
    at: int = 0

    def read(self) -> None:
        grid, tops_page = _last_grid(self.parts), True
        while self.at < len(self.words):
            if head := self._head(grid):
                grid, tops_page = self._grid_under(head, grid), True
                self.at += len(head.rows)
            elif self._is_title(grid):
                self.parts.extend(line for words in self._row for line in words.lines())
                self.at += 1
            else:
                grid = self._fitting_grid(grid)
                grid.rows.append(self._as_row(grid, tops_page=tops_page))
                tops_page, self.at = False, self.at + 1

    @property
    def _row(self) -> list[Span]:
        return self.words[self.at]

    def _head(self, grid: Grid | None) -> TableHead | None:
        """Headings near the table's beginning, or further down those it has already."""
        if self.at < _HEAD_ROWS:
            return read_head(self.words, self.at)
        if grid is None or not any(
            letters_only(words.text) in grid.wordings for words in self._row
        ):
            return None
        head = read_head(self.words, self.at)
        return head if head is not None and head.columns == grid.columns else None

    def _grid_under(self, head: TableHead, grid: Grid | None) -> Grid:
        kind = classify_table([name for name in head.columns if name])
        if grid is not None and (grid.kind, grid.columns) == (kind, head.columns):
            grid.repeats.extend(head.words)
            return grid
        grid = Grid(
            kind, head.columns, self.table.place, head.words, head.guessed, ticked=head.ticked
        )
        self.parts.append(grid)
        return grid

    def _is_title(self, grid: Grid | None) -> bool:
        """Whether it stands above the headings, as a sheet's title does in a merged cell."""
        if grid is not None and len(grid.columns) == len(self._row):
            return False
        ahead = range(self.at + 1, min(_HEAD_ROWS, len(self.words)))
        return any(read_head(self.words, at) for at in ahead)

    def _fitting_grid(self, grid: Grid | None) -> Grid:
        """The grid this row goes on with: one of the same width, else a new one."""
        if grid is not None and len(grid.columns) == len(self._row):
            return grid
        grid = Grid(None, (None,) * len(self._row), self.table.place)
        self.parts.append(grid)
        return grid

    def _as_row(self, grid: Grid, *, tops_page: bool) -> Row:
        cells: dict[str, tuple[Span, ...]] = {}
        covered: dict[str, tuple[Span, ...]] = {}
        strays: list[Span] = []
        for at, (name, words) in enumerate(zip(grid.columns, self._row, strict=True)):
            if name and (meant := self._meant_by_tick(grid, at)):
                cells[name] = (*cells.get(name, ()), meant)
                grid.ticks.append(Span.whole(words.source))
            elif words and name:
                cells[name] = (*cells.get(name, ()), *words.lines())
            elif words:
                strays.extend(words.lines())
            elif name and (above := self._merged_from_above(at)):
                covered[name] = above
        return Row(cells, covered, tuple(strays), tops_page)

    def _meant_by_tick(self, grid: Grid, at: int) -> Span | None:
        """The heading that a tick in this column of the row stands for."""
        meant = grid.ticked[at] if grid.ticked else None
        return meant if meant and is_tick(self._row[at].source.text) else None

    def _merged_from_above(self, column: int) -> tuple[Span, ...]:
        origin = self.table.rows[self.at][column].origin
        if origin is None or origin[0] >= self.at:
            return ()
        return self.words[origin[0]][origin[1]].lines()


def _last_grid(parts: list[Part]) -> Grid | None:
    """The table before, when nothing but page numbers stands between."""
    for part in reversed(parts):
        if isinstance(part, Grid):
            return part
        if not _PAGE_NUMBER.fullmatch(part.text):
            return None
    return None
