"""What a document is before anybody knows what it says: paragraphs and tables, in order.

Word, Excel, delimited files and pasted text all arrive as these; whoever recognises facts
in them knows no file format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text outside tables.

    `text` is as it stands in the file, without its line end. `place` says in Thai where it
    stands, as an officer finds it again ("บรรทัด 12", "ย่อหน้า 4").
    """

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; its paragraphs are lines of `text`.

    A cell that a merged neighbour covers has no text of its own; its `origin` is the
    (row, column) of that neighbour, counted from 0 in its table.
    """

    text: str
    place: str
    origin: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of one length; `place` says where it begins."""

    rows: tuple[tuple[Cell, ...], ...]
    place: str


Block: TypeAlias = Paragraph | Table
Blocks: TypeAlias = tuple[Block, ...]
"""A document, from its beginning to its end."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file's blocks; `left_out` says in Thai what of the file is not among them."""

    blocks: Blocks
    left_out: tuple[str, ...] = ()
