"""Tables as they were before pages broke them: one heading, its rows, what continues a row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.intake.blocks import Blocks, Paragraph, Table
from ita_site.intake.headings import Heading, heading, table_kind
from ita_site.intake.words import Source, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.intake.blocks import Cell

_HEAD_ROWS: Final = 8
_LONG: Final = 100
_PAGE_NUMBER: Final = re.compile(r"[-–\s]*(?:หน้า(?:ที่)?)?\s*[0-9๐-๙]{1,3}[-–\s]*")


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row by what its columns hold.

    `cells` are the lines of each cell of its own, `covered` those of a cell merged from above,
    `strays` what stands under no known heading. `tops_page` tells a page may begin here.
    """

    cells: dict[str, tuple[Words, ...]]
    covered: dict[str, tuple[Words, ...]]
    strays: tuple[Words, ...]
    tops_page: bool

    def __contains__(self, column: str) -> bool:
        return column in self.cells

    def lines(self, column: str) -> tuple[Words, ...]:
        """The lines of a cell, of one merged from above when it has none of its own."""
        return self.cells.get(column) or self.covered.get(column, ())


@dataclass(slots=True)
class Grid:
    """A table over all its pages. `heads` are its headings, `repeats` those of further pages."""

    kind: str | None
    columns: tuple[str | None, ...]
    heads: tuple[Words, ...]
    rows: list[Row] = field(default_factory=list)
    repeats: list[Words] = field(default_factory=list)
    guessed: list[Words] = field(default_factory=list)
    place: str = ""

    @property
    def first_column(self) -> str | None:
        """What the leftmost known column holds, numbers aside."""
        return next((name for name in self.columns if name and name not in ("number", "rank")), None)


Part: TypeAlias = Words | Grid


def parts(blocks: Blocks) -> tuple[Part, ...]:
    """The document as paragraphs and whole tables, in order."""
    found: list[Part] = []
    numbers = count()
    for block in blocks:
        if isinstance(block, Paragraph):
            found.extend(Words.whole(Source(next(numbers), block.text, block.place)).lines())
        else:
            _add(found, _Sheet(block, [_sources(row, numbers) for row in block.rows]))
    return tuple(found)


def _sources(row: tuple[Cell, ...], numbers: Iterator[int]) -> list[Words]:
    return [Words.whole(Source(next(numbers), cell.text, cell.place)) for cell in row]


@dataclass(frozen=True, slots=True)
class _Sheet:
    table: Table
    words: list[list[Words]]


def _add(found: list[Part], sheet: _Sheet) -> None:
    """A table's rows, to the grid they continue or to one of their own."""
    at = 0
    before = _open_grid(found)
    while at < len(sheet.words):
        head = _head(sheet, at) if at < _HEAD_ROWS or before else None
        if head and (not before or at < _HEAD_ROWS or head[0] == before.columns):
            before = _under(found, before, sheet, at, head)
            at += head[1]
            continue
        if before is None or len(before.columns) != len(sheet.words[at]):
            if not _titles(found, sheet, at):
                before = _headless(found, sheet, at)
                before.rows.append(_row(sheet, at, before.columns, tops_page=True))
        else:
            tops = at == 0 or not before.rows or _head_above(sheet, at)
            before.rows.append(_row(sheet, at, before.columns, tops_page=tops))
        at += 1


def _titles(found: list[Part], sheet: _Sheet, at: int) -> bool:
    """Rows above the headings are text, as in a sheet whose title stands in a merged cell."""
    ahead = range(at + 1, min(at + _HEAD_ROWS, len(sheet.words)))
    if not any(_head(sheet, row) for row in ahead):
        return False
    found.extend(line for words in sheet.words[at] for line in words.lines())
    return True


def _headless(found: list[Part], sheet: _Sheet, at: int) -> Grid:
    width = len(sheet.words[at])
    grid = Grid(None, (None,) * width, (), place=sheet.table.place)
    found.append(grid)
    return grid


def _open_grid(found: list[Part]) -> Grid | None:
    """The table before, when nothing but page numbers stands between."""
    for part in reversed(found):
        if isinstance(part, Grid):
            return part
        if not _PAGE_NUMBER.fullmatch(part.text):
            return None
    return None


def _head_above(sheet: _Sheet, at: int) -> bool:
    return any(_head(sheet, row) and row + _head(sheet, row)[1] == at for row in range(max(0, at - 2), at))  # type: ignore[index]


def _under(
    found: list[Part],
    before: Grid | None,
    sheet: _Sheet,
    at: int,
    head: tuple[tuple[str | None, ...], int, list[Words]],
) -> Grid:
    columns, height, guessed = head
    heads = [words for row in sheet.words[at : at + height] for words in row if words]
    kind = table_kind([name for name in columns if name])
    if before is not None and before.kind == kind and before.columns == columns:
        before.repeats.extend(heads)
        return before
    grid = Grid(kind, columns, tuple(heads), guessed=guessed, place=sheet.table.place)
    found.append(grid)
    return grid


def _head(sheet: _Sheet, at: int) -> tuple[tuple[str | None, ...], int, list[Words]] | None:
    """The columns, how many rows of headings there are, and the headings that were guessed."""
    upper = [_heading(words) for words in sheet.words[at]]
    if not _is_head(sheet.words[at], upper):
        return None
    lower = _second_level(sheet, at, upper)
    chosen = [low or up for low, up in zip(lower, upper, strict=True)] if lower else upper
    rows = sheet.words[at : at + (2 if lower else 1)]
    guessed = [
        words
        for row in rows
        for words in row
        if (found := _heading(words)) and not found.sure
    ]
    return tuple(found.column if found else None for found in chosen), len(rows), guessed


def _heading(words: Words) -> Heading | None:
    return heading(words.text)


def _is_head(row: list[Words], found: list[Heading | None]) -> bool:
    filled = [words for words in row if words]
    named = {entry.column for entry in found if entry}
    if len(named) < 2 or any(len(words.text) > _LONG for words in filled):  # noqa: PLR2004
        return False
    if any(re.match(r"\s*[(]?[0-9๐-๙]+[.)]", words.own) for words in filled):
        return False
    return 2 * sum(entry is not None for entry in found) > len(filled)


def _second_level(
    sheet: _Sheet, at: int, upper: list[Heading | None]
) -> list[Heading | None] | None:
    """Headings of a second row, under one that spans several columns."""
    if at + 1 >= len(sheet.words):
        return None
    row, cells = sheet.words[at + 1], sheet.table.rows[at + 1]
    if len(row) != len(upper) or all(row):
        return None
    lower = [_heading(words) for words in row]
    filled = [found for words, found in zip(row, lower, strict=True) if words]
    under_gap = any(
        words and not sheet.words[at][column] for column, words in enumerate(row)
    )
    return lower if filled and all(filled) and (under_gap or _covers(cells)) else None


def _covers(cells: tuple[Cell, ...]) -> bool:
    return any(cell.origin is not None for cell in cells)


def _row(sheet: _Sheet, at: int, columns: tuple[str | None, ...], *, tops_page: bool) -> Row:
    cells: dict[str, tuple[Words, ...]] = {}
    covered: dict[str, tuple[Words, ...]] = {}
    strays: list[Words] = []
    for column, (name, words) in enumerate(zip(columns, sheet.words[at], strict=True)):
        origin = sheet.table.rows[at][column].origin
        if words and name:
            cells[name] = (*cells.get(name, ()), *words.lines())
        elif words:
            strays.extend(words.lines())
        elif name and origin and origin[0] < at:
            covered[name] = sheet.words[origin[0]][origin[1]].lines()
    return Row(cells, covered, tuple(strays), tops_page)
