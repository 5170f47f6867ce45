"""How the paragraphs of a page are set apart: by a blank line, or where first lines begin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Self

from ita_site.office.importer.formats.pdf.boxes import NEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.formats.pdf.letters import Line
    from ita_site.office.importer.formats.pdf.wrapped import Margins

_INSET: Final = 1.0
"""Letters' heights by which a first line stands in at least."""
_NEARLY: Final = 0.5
"""Letters' heights that are free at both sides of a long line in the middle."""
_OF_ONE_MIDDLE: Final = 1.0
"""Points: so near are the middles of lines that are centred."""
_FULL: Final = 4.0
"""Letters' heights that a line may leave free whose paragraph goes on."""
_BLANK_LINE: Final = 1.6
"""Times the least way from line to line."""
_OF_ONE_LINE: Final = 0.8
"""Letters' heights: so near to each other are parts of one line."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A page's margins, where first lines begin if they stand in, the least way between lines."""

    margins: Margins
    insets: tuple[float, ...] = ()
    pitch: float = 0.0

    @classmethod
    def of_page(cls, lines: Sequence[Line], margins: Margins) -> Self:
        """That of a page: of a full line that stands in, the next begins at the page's margin."""
        left = min((line.left for line in lines), default=0.0)
        pairs = list(pairwise(lines))
        insets = {
            round(line.left, 1)
            for line, below in pairs
            if line.left - left > _INSET * line.size
            and abs(below.left - left) < NEAR
            and margins.right - line.right < _FULL * line.size
        }
        ways = [below.middle - line.middle for line, below in pairs]
        pitch = min((way for way in ways if way > _OF_ONE_LINE * lines[0].size), default=0.0)
        return cls(margins, tuple(sorted(insets)), pitch)

    def begins(self, line: Line, below: Line) -> bool:
        """Whether a line begins a paragraph, other than `line` above it."""
        is_apart = self.pitch > 0 and below.middle - line.middle > _BLANK_LINE * self.pitch
        is_centred = self._is_inside(below) and self._is_centred(line, below)
        return is_apart or self.stands_in(below) or is_centred

    def stands_in(self, line: Line) -> bool:
        """Whether a line begins where first lines do."""
        return any(abs(line.left - inset) < NEAR for inset in self.insets)

    def reach(self, line: Line) -> Margins:
        """From where to where a line may reach: one that stands in is not in the middle."""
        return replace(self.margins, left=line.left) if self.stands_in(line) else self.margins

    def _is_inside(self, line: Line) -> bool:
        return line.left - self.margins.left > NEAR

    def _is_centred(self, line: Line, below: Line) -> bool:
        """Whether as much is free at both sides of a line, which nothing but its end has ended.

        A line with the next one in its middle may be longer.
        """
        before, behind = line.left - self.margins.left, self.margins.right - line.right
        shift = (below.left + below.right - line.left - line.right) / 2
        least = _INSET * line.size if abs(shift) > _OF_ONE_MIDDLE else _NEARLY * line.size
        return min(before, behind) > least and abs(before - behind) < line.size
