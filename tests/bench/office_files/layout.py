"""A document before it is a file: paragraphs and tables on one page or several sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, over so many columns and rows; `day` makes it a date where the format has dates."""

    text: str = ""
    across: int = 1
    down: int = 1
    filled: bool = False
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of prose; a heading is one in bold."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, none where another cell covers the place; `hidden` are rows not shown."""

    rows: tuple[tuple[Cell, ...], ...]
    hidden: frozenset[int] = frozenset()

    def placed(self) -> Iterator[tuple[int, int, Cell]]:
        """Each cell with its row and column, both from 0."""
        covered: set[tuple[int, int]] = set()
        for y, row in enumerate(self.rows):
            x = 0
            for cell in row:
                while (y, x) in covered:
                    x += 1
                covered |= {(y + b, x + a) for b in range(cell.down) for a in range(cell.across)}
                yield y, x, cell

    @property
    def width(self) -> int:
        """How many columns."""
        return max(x + cell.across for _, x, cell in self.placed())

    def matrix(self) -> list[list[str]]:
        """The texts by row and column; empty where covered."""
        texts = [[""] * self.width for _ in self.rows]
        for y, x, cell in self.placed():
            texts[y][x] = cell.text
        return texts


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a printed page."""


Block: TypeAlias = Paragraph | Table | Break


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on one sheet of a workbook; a text document has them one after the other."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    sheets: tuple[Sheet, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, sheet after sheet."""
        return tuple(block for sheet in self.sheets for block in sheet.blocks)

    def text(self) -> str:
        """Every word of it, a line a paragraph or cell."""
        lines = (
            [block.text]
            if isinstance(block, Paragraph)
            else [cell.text for _, _, cell in block.placed()]
            for block in self.blocks
            if not isinstance(block, Break)
        )
        return "\n".join(line for each in lines for line in each)


def one_sheet(blocks: Sequence[Block], name: str = "Sheet1") -> Document:
    """A document of one sheet."""
    return Document((Sheet(name, tuple(blocks)),))
