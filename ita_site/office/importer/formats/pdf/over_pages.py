"""Rows that the end of a page cuts in two: put together again where they begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.labels import counts_on
from ita_site.office.importer.formats.pdf.boxes import NEAR, apart, bare, within, within_any
from ita_site.office.importer.formats.pdf.heads import (
    are_level,
    bottom,
    find_repeated_head,
    first_table,
    last_table,
    lines_in,
    top,
)
from ita_site.office.importer.formats.pdf.letters import gather_lines
from ita_site.office.importer.formats.pdf.wrapped import LINES_OF_A_WORD, goes_on, margins_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.formats.pdf.boxes import Box
    from ita_site.office.importer.formats.pdf.layout import PageLayout
    from ita_site.office.importer.formats.pdf.letters import Letter, Line

_PITCH: Final = 1.4
"""Of a letter's height: how far a cell's lines stand apart where none tells."""
_NUMBER: Final = re.compile(r"[0-9๐-๙]{1,3}\.?")


def join_cut_rows(pages: Sequence[PageLayout], unwanted: frozenset[str]) -> None:
    """Give each page the rest of a table whose last row goes on in the next page.

    Args:
        pages: All of a file.
        unwanted: Lines that pages repeat, which stand between no tables.
    """
    for page, following in reversed([*pairwise(pages)]):
        if page.tables and following.tables:
            table = last_table(page)
            rest = first_table(following)
            below = any(each > bottom(table) for each in _free_lines(page, unwanted))
            above = any(each < top(rest) for each in _free_lines(following, unwanted))
            if not (below or above):
                _join(page, table, following, rest)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a row that may be cut: its part on each page."""

    above: Box
    below: Box
    lines: list[Line]
    rest: list[Line]

    @property
    def pitch(self) -> float:
        """How far its lines stand apart."""
        apart = [behind.middle - line.middle for line, behind in pairwise(self.lines)]
        return min(apart, default=_PITCH * self.lines[-1].size)

    @property
    def is_full(self) -> bool:
        """Whether a further line would have had no room above the page's end."""
        if not self.lines:
            return False
        return self.above[3] - self.lines[-1].middle < 1.5 * self.pitch

    @property
    def goes_on(self) -> bool:
        """Whether its words tell that it goes on: a line that is full, a list that counts on."""
        if any(counts_on(line.text, each.text) for line in self.lines for each in self.rest):
            return True
        margins = margins_of([*self.lines, *self.rest], self.above[0], self.above[2])
        moved = [moved_line(line, self.shift) for line in self.rest[:LINES_OF_A_WORD]]
        return goes_on(self.lines[-1], moved, margins)

    @property
    def shift(self) -> float:
        """How far down the rest belongs, one line below the last one."""
        return self.lines[-1].middle + self.pitch - self.rest[0].middle


def _join(page: PageLayout, table: list[Box], following: PageLayout, rest: list[Box]) -> None:
    above, head = find_repeated_head(page, table, following, rest)
    kept = [box for box in rest if box not in head]
    last = sorted(box for box in table if bottom(table) - box[3] <= NEAR)
    first = sorted(box for box in kept if box[1] - top(kept) <= NEAR)
    if len(last) < 2 or not are_level(last, first):  # noqa: PLR2004 - a table has two columns
        return
    cells = [
        _Cell(above, below, lines_in(page, above), lines_in(following, below))
        for above, below in zip(last, first, strict=True)
    ]
    is_cut = _is_cut(cells)
    body = [*kept, *(box for box in table if above and box not in above)]
    whole = [cell for cell in cells if is_cut or _is_merged(cell, body)]
    if not whole:
        following.follows = not head
        return
    seam = bottom(table)
    down = seam - top(kept)
    page.letters.extend(_moved_letters(following, kept, cells if is_cut else [], down))
    page.colours.extend((_moved(box, down), colour) for box, colour in following.colours)
    page.seams += [(seam, page.number), *((at + down, number) for at, number in following.seams)]
    page.tables.remove(table)
    joined, halves = {each.above for each in whole}, {each.below for each in whole}
    page.tables.append(
        [
            *(box for box in table if box not in joined),
            *((*each.above[:3], each.below[3] + down) for each in whole),
            *(_moved(box, down) for box in kept if box not in halves),
        ]
    )
    following.letters = [each for each in following.letters if not within_any(each, rest)]
    following.tables.remove(rest)


def _is_merged(cell: _Cell, body: Sequence[Box]) -> bool:
    """Whether a cell is the end of one that is merged over rows of two pages.

    It is empty, and in its column others are merged over rows.
    """
    if cell.rest or not cell.lines:
        return False
    tops = apart((box[1] for box in body), NEAR)
    column = (box for box in body if abs(box[0] - cell.above[0]) <= NEAR)
    return any(sum(box[1] - NEAR < at < box[3] - NEAR for at in tops) > 1 for box in column)


def _is_cut(cells: Sequence[_Cell]) -> bool:
    """Whether a row goes on: all that has a rest is full, and most of it says so.

    A row that has a number of its own begins; where rows have numbers, one without goes on.
    """
    halves = [cell for cell in cells if cell.rest]
    if not halves or not all(cell.is_full for cell in halves):
        return False
    if _is_number(cells[0].rest):
        return False
    going = sum(cell.goes_on for cell in halves)
    is_numbered = _is_number(cells[0].lines) and not cells[0].rest
    return going > len(halves) - going or (is_numbered and 2 * going == len(halves))


def _is_number(lines: Sequence[Line]) -> bool:
    return len(lines) == 1 and _NUMBER.fullmatch(lines[0].text) is not None


def _free_lines(page: PageLayout, unwanted: frozenset[str]) -> list[float]:
    """How far down the lines stand that no table holds."""
    inside = [box for table in page.tables for box in table]
    lines = gather_lines(each for each in page.letters if not within_any(each, inside))
    return [line.middle for line in lines if bare(line.text) not in unwanted]


def _moved_letters(
    page: PageLayout, table: Sequence[Box], cells: Sequence[_Cell], down: float
) -> Iterator[Letter]:
    """The letters of a table's rest below its beginning; of a cut cell below its last line."""
    shifts = {cell.below: cell.shift for cell in cells if cell.lines and cell.rest}
    for letter in page.letters:
        box = next((each for each in table if within(letter, each)), None)
        if box is not None:
            yield _moved_letter(letter, shifts.get(box, down))


def _moved_letter(letter: Letter, down: float) -> Letter:
    begun = (letter.begun[0], letter.begun[1] + down) if letter.begun else None
    return replace(letter, top=letter.top + down, bottom=letter.bottom + down, begun=begun)


def moved_line(line: Line, down: float) -> Line:
    """A line so far below where it stands."""
    return replace(line, letters=[_moved_letter(letter, down) for letter in line.letters])


def _moved(box: Box, down: float) -> Box:
    return box[0], box[1] + down, box[2], box[3] + down
