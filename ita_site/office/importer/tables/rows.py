"""A table's rows, with what covers their cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span

Cover = tuple[int, int] | None
"""Where the cell stands that covers this one, by row and column."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table's cells as words, with what covers them and their colours."""

    words: Sequence[Sequence[Span]]
    covers: Sequence[Sequence[Cover]]
    fills: Sequence[Sequence[str]]

    def __len__(self) -> int:
        return len(self.words)

    def followed_by(self, rows: Rows) -> Rows:
        """These rows with others below them, whose covers move down."""
        down = len(self)
        covers = [[cover and (cover[0] + down, cover[1]) for cover in row] for row in rows.covers]
        return Rows([*self.words, *rows.words], [*self.covers, *covers], [*self.fills, *rows.fills])

    def below(self, first: int) -> Rows:
        """The rows from one on; what stood above it covers nothing any more."""
        covers = [
            [
                cover and (cover[0] - first, cover[1]) if cover and cover[0] >= first else None
                for cover in row
            ]
            for row in self.covers[first:]
        ]
        return Rows(self.words[first:], covers, self.fills[first:])

    def covering(self, row: int, column: int) -> Span:
        """The words of the cell that covers this one; its own where none does."""
        cover = self.covers[row][column]
        return self.words[cover[0]][cover[1]] if cover else self.words[row][column]

    def spans(self, row: int, column: int) -> bool:
        """Whether the cell reaches over several columns, or is one of those it reaches over."""
        cover = self.covers[row][column]
        after = self.covers[row][column + 1] if column + 1 < len(self.covers[row]) else None
        first = cover or (row, column)
        return (cover is not None and cover[1] != column) or after == first
