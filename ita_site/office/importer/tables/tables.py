"""Tables as they were before pages broke them: one heading, its rows, what continues a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.blocks import Blocks, Paragraph, Table
from ita_site.office.importer.document.spans import Source, Span, says_something
from ita_site.office.importer.document.values import strip_column
from ita_site.office.importer.tables.columns import Column
from ita_site.office.importer.tables.following import join_following
from ita_site.office.importer.tables.form_grids import FormGrids
from ita_site.office.importer.tables.forms import repeated_in_forms
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.tables.head_rows import TableHead, head_of_rows, read_head
from ita_site.office.importer.tables.periods import round_of_sheet
from ita_site.office.importer.tables.plain_row import PlainRow
from ita_site.office.importer.tables.repeated_heads import (
    CAPTION,
    is_again,
    is_among,
    keys,
    torn_grid,
)
from ita_site.office.importer.tables.rows import Rows
from ita_site.office.importer.words.headings import is_name
from ita_site.office.importer.words.signers import begins_closing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.office.importer.document.blocks import Cell
    from ita_site.office.importer.tables.rows import Cover

_HEAD_ROWS: Final = 8
PAGE_NUMBER: Final = re.compile(
    r"[-–—\s]*(?:หน้า(?:ที่)?)?\s*[0-9๐-๙]{1,3}(?:\s*(?:/|จาก)\s*[0-9๐-๙]{1,3})?[-–—\s]*"
)
_GOES_ON: Final = re.compile(r"\(\s*ต่อ\s*\)|ต่อ\s*$")
_ROW: Final = re.compile(r"[0-9]+$")


Part: TypeAlias = Span | Grid


@dataclass(frozen=True, slots=True)
class Layout:
    """How an officer says that tables are to be read, by their places; else it is found out.

    `head_rows` are the rows that are headings, as their places count them; `goes_on` tells
    whether a table goes on with the one before, `forms` whether one is a form.
    """

    head_rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    goes_on: Mapping[str, bool] = field(default_factory=dict)
    forms: Mapping[str, bool] = field(default_factory=dict)


def read_parts(blocks: Blocks, layout: Layout | None = None) -> tuple[Part, ...]:
    """The document as paragraphs and whole tables, in order."""
    layout = layout or Layout()
    blocks = join_following(blocks, {*layout.head_rows, *layout.goes_on, *layout.forms})
    parts: list[Part] = []
    tables = (block for block in blocks if isinstance(block, Table))
    repeated = repeated_in_forms(_as_rows(each, count()) for each in tables)
    forms = FormGrids(parts, repeated)
    numbers = count()
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.extend(Span.whole(Source(next(numbers), block.text, block.place)).lines())
        else:
            rows = _as_rows(block, numbers)
            told = layout.head_rows.get(block.place)
            joined = layout.goes_on.get(block.place, False if block.beside else None)
            is_form, first = layout.forms.get(block.place), len(parts)
            goes_on = block.follows if joined is None else joined
            if goes_on and told is None and forms.join(block.place, rows, told=bool(joined)):
                continue
            may_be_form = told is None if is_form is None else is_form
            if not (may_be_form and forms.read(block.place, rows, told=bool(is_form))):
                _TableReader(
                    block.place, rows, number_rows(block), parts, told, joined, block.follows
                ).read()
            for part in parts[first:] if is_form is not None else ():
                if isinstance(part, Grid):
                    part.reshaped = True
    return tuple(parts)


def number_rows(table: Table) -> list[int]:
    """The rows' numbers as an officer finds them in the file: a sheet's own, else from 1."""
    places = [strip_column(row[0].place) if row else "" for row in table.rows]
    found = [_ROW.search(place) for place in places]
    return [int(each[0]) if each else at for at, each in enumerate(found, 1)]


def _as_rows(table: Table, numbers: Iterator[int]) -> Rows:
    return Rows(
        [[_make_span(cell, numbers) for cell in row] for row in table.rows],
        [
            [_cover(cell, at, column) for column, cell in enumerate(row)]
            for at, row in enumerate(table.rows)
        ],
        [[cell.fill for cell in row] for row in table.rows],
    )


def _cover(cell: Cell, row: int, column: int) -> Cover:
    """What covers a cell; never itself, and nothing below or behind it."""
    origin = cell.origin
    return origin if origin and origin != (row, column) and origin[0] <= row else None


def _make_span(cell: Cell, numbers: Iterator[int]) -> Span:
    words = Span.whole(Source(next(numbers), cell.text, cell.place))
    return words if says_something(words.own) else words.cut(0, 0)


@dataclass(slots=True)
class _TableReader:
    """One table of the file, whose rows go to a grid begun before or to one of their own."""

    place: str
    rows: Rows
    numbers: Sequence[int]
    parts: list[Part]
    told: Sequence[int] | None = None
    joined: bool | None = None
    follows: bool = False
    signed: bool = False
    at: int = 0

    def read(self) -> None:
        grid, tops_page = self._grid_before(), True
        while self.at < len(self.rows):
            if head := self._head(grid):
                grid, tops_page = self._grid_under(head, grid), True
                self.at += len(head.rows)
                self.signed = False
            elif self._is_title(grid) or self._is_signed():
                self.parts.extend(line for words in self._row for line in words.lines())
                self.at += 1
            else:
                grid = self._fitting_grid(grid)
                grid.plain.append(self._plain_row(tops_page=tops_page))
                tops_page, self.at = False, self.at + 1

    def _grid_before(self) -> Grid | None:
        if self.joined:
            return next((part for part in reversed(self.parts) if isinstance(part, Grid)), None)
        if self.joined is False:
            return None
        before = _last_grid(self.parts) or (
            torn_grid(self.parts, self.rows) if self.told is None else None
        )
        return before if before and self._is_of_round_of(before) else None

    def _is_of_round_of(self, grid: Grid) -> bool:
        """Whether the sheets' names do not say that their results are of two rounds."""
        return round_of_sheet(self.place) == round_of_sheet(grid.place)

    @property
    def _row(self) -> Sequence[Span]:
        return self.rows.words[self.at]

    def _head(self, grid: Grid | None) -> TableHead | None:
        """Headings near the table's beginning, or further down those it has already."""
        if self.told is not None:
            return self._told_head()
        if self.at < _HEAD_ROWS:
            head = read_head(self.rows, self.at)
            return head if head and self._is_no_entry(head, grid) else None
        if grid is None or not any(
            letters_only(words.text) in grid.wordings for words in self._row
        ):
            return None
        head = read_head(self.rows, self.at)
        return head if head is not None and keys(head.columns) == keys(grid.columns) else None

    def _is_no_entry(self, head: TableHead, grid: Grid | None) -> bool:
        """Whether a row is headings even below others, not an entry with words of headings.

        Such headings say what those above say, or are names of what columns hold.
        """
        if grid is None or len(grid.columns) != len(head.columns):
            return True
        if not head.known:
            return any(is_among(words, grid.wordings) for words in head.words)
        if not grid.heads:
            return True
        if self.at == 0 and not self.follows and keys(grid.columns) != keys(head.columns):
            return True
        again = [is_name(words.text) or is_among(words, grid.wordings) for words in head.words]
        return 2 * sum(again) >= len(again)

    def _told_head(self) -> TableHead | None:
        rows = [self.numbers.index(each) for each in self.told or () if each in self.numbers]
        if not rows or self.at != rows[0]:
            return None
        return head_of_rows(self.rows, range(rows[0], rows[-1] + 1))

    def _grid_under(self, head: TableHead, grid: Grid | None) -> Grid:
        if grid is not None and not grid.form and is_again(head, grid):
            grid.repeats.extend(head.words)
            self._goes_on(grid)
            return grid
        taken = self.numbers[self.at : self.at + len(head.rows)]
        grid = Grid(self.place, head.columns, head.words, head_rows=tuple(taken))
        self.parts.append(grid)
        return grid

    def _is_title(self, grid: Grid | None) -> bool:
        """Whether it stands above the headings, as a sheet's title does in a merged cell."""
        if self.told is not None:
            return bool(self.told) and self.numbers[self.at] < self.told[0]
        if grid is not None and len(grid.columns) == len(self._row):
            return False
        ahead = range(self.at + 1, min(_HEAD_ROWS, len(self.rows)))
        return any(read_head(self.rows, at) for at in ahead)

    def _is_signed(self) -> bool:
        """Whether it stands below the entries and says who signs, or what post they hold."""
        filled = [words for words in self._row if words]
        if self.told is None and len(self._row) > 1 and filled:
            self.signed |= all(begins_closing([words], 0) for words in filled)
        return self.signed

    def _fitting_grid(self, grid: Grid | None) -> Grid:
        """The grid this row goes on with: one of the same width, else a new one."""
        if grid is not None and not grid.form and len(grid.columns) == len(self._row):
            self._goes_on(grid)
            return grid
        grid = Grid(self.place, (Column(),) * len(self._row))
        self.parts.append(grid)
        return grid

    def _goes_on(self, grid: Grid) -> None:
        if self.place not in (grid.place, *grid.goes_on):
            grid.goes_on.append(self.place)

    def _plain_row(self, *, tops_page: bool) -> PlainRow:
        above = tuple(self._merged_from_above(column) for column in range(len(self._row)))
        return PlainRow(tuple(self._row), above, tuple(self.rows.fills[self.at]), tops_page)

    def _merged_from_above(self, column: int) -> Span | None:
        cover = self.rows.covers[self.at][column]
        return None if cover is None or cover[0] >= self.at else self.rows.words[cover[0]][cover[1]]


def _last_grid(parts: list[Part]) -> Grid | None:
    """The table before, when only page numbers or its own caption again stand between."""
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        if isinstance(part, Grid):
            return part
        if not (PAGE_NUMBER.fullmatch(part.text) or _is_caption_again(part, parts[:at])):
            return None
    return None


def _is_caption_again(words: Span, before: list[Part]) -> bool:
    """Whether a line above a table says that it goes on: with (ต่อ), or by the same words."""
    if len(words.text) > CAPTION:
        return False
    if _GOES_ON.search(words.text):
        return True
    grids = [at for at, part in enumerate(before) if isinstance(part, Grid)]
    above = before[grids[-1] - 1] if grids and grids[-1] else None
    return isinstance(above, Span) and letters_only(above.text) == letters_only(words.text)
