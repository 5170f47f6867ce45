"""What a document is before anybody knows what it says: paragraphs and tables, in order.

Word, Excel, delimited files and pasted text all arrive as these; whoever recognises facts
in them knows no file format.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text outside tables.

    `text` is as it stands in the file, without its line end. `place` says in Thai where it
    stands, as an officer finds it again ("บรรทัด 12", "ย่อหน้า 4"). `doubt` is as a cell's.
    """

    text: str
    place: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; its paragraphs are lines of `text`.

    A cell that a merged neighbour covers has no text of its own; its `origin` is the
    (row, column) of that neighbour, counted from 0 in its table. `fill` is its colour, however
    the file writes it; empty where it has none or is white. `doubt` says in Thai why its text
    may not be what stands in the document, as after reading a PDF.
    """

    text: str
    place: str
    origin: tuple[int, int] | None = None
    fill: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of one length; `place` says where it begins.

    One that stands `beside` another goes on with no table before it. One that `follows` begins a
    page with the columns of the table that ends the page before: most likely it is the same.
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: str
    beside: bool = False
    follows: bool = False


Block: TypeAlias = Paragraph | Table
Blocks: TypeAlias = tuple[Block, ...]
"""A document, from its beginning to its end."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file's blocks; `left_out` says in Thai what of the file is not among them."""

    blocks: Blocks
    left_out: tuple[str, ...] = ()


Row: TypeAlias = tuple[Cell, ...]


def split_sheet(rows: Sequence[Row]) -> Iterator[Block]:
    """The blocks of a sheet.

    Args:
        rows: All of one length; `origin` counts from the sheet's first row and column.

    Yields:
        Blocks from top to bottom; the origins in a table count from its own first cell.
    """
    numbered = list(enumerate(rows))
    for is_empty, run in groupby(numbered, lambda row: _is_empty(row[1], rows)):
        if not is_empty:
            yield from _split_run(list(run))


def _is_empty(row: Row, rows: Sequence[Row]) -> bool:
    return not any(cell.text or _covering(cell, rows) for cell in row)


def _covering(cell: Cell, rows: Sequence[Row]) -> str:
    return rows[cell.origin[0]][cell.origin[1]].text if cell.origin else ""


def _split_run(run: list[tuple[int, Row]]) -> Iterator[Block]:
    first, last = _find_grid(run)
    yield from _paragraphs(run[:first])
    if first < last:
        yield _table(run[first:last])
    yield from _paragraphs(run[last:])


def _find_grid(run: list[tuple[int, Row]]) -> tuple[int, int]:
    """Where the grid begins, and behind its last row."""
    wide = [index for index, (at, row) in enumerate(run) if _is_wide(at, row)]
    if not wide:
        return len(run), len(run)
    first, last = wide[0], wide[-1] + 1
    filled = (_filled_columns(run[index][1]) for index in wide)
    left = min(columns[0] for columns in filled if columns)
    while last < len(run) and _continues_grid(run[last][1], left):
        last += 1
    return first, last


def _is_wide(at: int, row: Row) -> bool:
    """Whether it has several texts, or one beside a cell that reaches down from above."""
    texts = len(_filled_columns(row))
    reaching = {cell.origin for cell in row if cell.origin and cell.origin[0] < at}
    return texts + len(reaching) > 1


def _continues_grid(row: Row, left: int) -> bool:
    """Whether its only text stands right of the grid's first column, as a further step does."""
    columns = _filled_columns(row)
    return bool(columns) and columns[0] > left


def _filled_columns(row: Row) -> list[int]:
    return [column for column, cell in enumerate(row) if cell.text]


def _paragraphs(run: list[tuple[int, Row]]) -> Iterator[Paragraph]:
    for _, row in run:
        yield from (Paragraph(cell.text, cell.place) for cell in row if cell.text)


def _table(run: list[tuple[int, Row]]) -> Table:
    """The grid without the columns that hold nothing in all of it."""
    top = run[0][0]
    spanned = range(top, run[-1][0] + 1)
    used = [
        column
        for column in range(len(run[0][1]))
        if any(row[column].text or _spans_into(row[column], spanned) for _, row in run)
    ]
    left, right = used[0], used[-1] + 1
    rows = tuple(tuple(_move(cell, top, left) for cell in row[left:right]) for _, row in run)
    return Table(rows, rows[0][0].place)


def _spans_into(cell: Cell, rows: range) -> bool:
    return cell.origin is not None and cell.origin[0] in rows


def _move(cell: Cell, top: int, left: int) -> Cell:
    """With its origin counted within the table; one that lies outside is none."""
    if cell.origin is None:
        return cell
    row, column = cell.origin[0] - top, cell.origin[1] - left
    return replace(cell, origin=(row, column) if row >= 0 and column >= 0 else None)
