"""A table's row before anybody knows what its columns hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.office.importer.document.spans import Source, Span
from ita_site.office.importer.document.values import strip_column

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row before anybody knows what its columns hold: words, what covers them, colours.

    `more` are further lines of a cell that stand elsewhere, as a form's do.
    """

    words: tuple[Span, ...]
    above: tuple[Span | None, ...]
    fills: tuple[str, ...]
    tops_page: bool = False
    more: tuple[tuple[Span, ...], ...] = ()

    @classmethod
    def of_lines(
        cls, cells: Sequence[tuple[Span, ...]], above: tuple[Span | None, ...] = ()
    ) -> PlainRow:
        """A row of cells that are lines from anywhere; `above` is what holds for empty ones."""
        nothing = Span.whole(Source(-1, "", ""))
        width = len(cells)
        first = tuple(lines[0] if lines else nothing for lines in cells)
        more = tuple(lines[1:] for lines in cells)
        return cls(first, above or (None,) * width, ("",) * width, more=more)

    @property
    def place(self) -> str:
        """Where the row stands; empty for one of lines from anywhere."""
        return strip_column(self.words[0].place) if self.words else ""

    def lines(self, at: int) -> tuple[Span, ...]:
        """The lines of a cell."""
        more = self.more[at] if self.more else ()
        return (*self.words[at].lines(), *(line for words in more for line in words.lines()))
