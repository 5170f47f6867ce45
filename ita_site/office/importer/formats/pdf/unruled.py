"""Tables that no lines rule: their rows by what begins anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.labels import counts_on
from ita_site.office.importer.formats.pdf.columns import (
    AT,
    FEWEST,
    WIDE_GAP,
    find_columns,
    heads_of,
    words_of,
)
from ita_site.office.importer.formats.pdf.letters import ROOM, Line
from ita_site.office.importer.formats.pdf.wrapped import (
    LINES_OF_A_WORD,
    Margins,
    goes_on,
    is_full,
    is_marked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LOOKED_AT: Final = 120
_FREE: Final = 2.0
"""Points between a column's words and the next column."""
_FAR: Final = 3.5
"""Of a letter's height: so far below nothing belongs to a table."""
_ENDED: Final = 1.5
"""Times the room between lines: so far above, a cell has ended."""
_MORE: Final = 1.15
"""Times the least room between lines: rows stand farther apart than the lines of a cell."""
_NUMBER: Final = re.compile(r"[0-9๐-๙]{1,3}[.)]?")
_FIGURE: Final = re.compile(r"[0-9๐-๙][0-9๐-๙.,]*%?")


@dataclass(slots=True)
class Row:
    """A row of a table without lines: the pieces of its lines by column."""

    lines: list[Line] = field(default_factory=list)
    cells: dict[int, list[Line]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnruledTable:
    """Rows below each other, and from where to where each column's lines may reach."""

    rows: list[Row]
    margins: list[Margins]

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return sum(len(row.lines) for row in self.rows)


def find_unruled(lines: Sequence[Line]) -> UnruledTable | None:
    """The table that begins with the first line, if one does."""
    near = lines[:_LOOKED_AT]
    words = [words_of(line) for line in near]
    columns, end = find_columns(words)
    if len(columns) < 2:  # noqa: PLR2004 - a table has two
        return None
    pieces = [_pieces(line, columns) for line in near[:end]]
    end = _end(near, pieces)
    pieces = pieces[:end]
    if not (heads_of(words[:1]) and _are_apart(pieces, columns)):
        return None
    right = max(word.right for each in words[:end] for word in each)
    edges = [*(edge - _FREE for edge in columns[1:]), right]
    margins = [Margins(*sides) for sides in zip(columns, edges, strict=True)]
    rows = _rows(near[:end], pieces, margins)
    return UnruledTable(rows, margins) if len(rows) >= FEWEST else None


def _end(lines: Sequence[Line], pieces: Sequence[dict[int, Line]]) -> int:
    """Behind the last line of a table: far below it lines that stand alone begin no row."""
    far = [
        at
        for at in range(1, len(pieces))
        if lines[at].middle - lines[at - 1].middle > _FAR * lines[at].size
    ]
    for at, following in zip(far, [*far, len(pieces)][1:], strict=True):
        if all(len(own) == 1 for own in pieces[at:following]):
            return at
    return len(pieces)


def _pieces(line: Line, columns: Sequence[float]) -> dict[int, Line]:
    """A line cut where columns begin.

    A word that neither begins where one does nor stands apart belongs to the words before it.
    """
    pieces: dict[int, Line] = {}
    at, last = 0, None
    for word in words_of(line):
        place = max((n for n, left in enumerate(columns) if left <= word.left + AT), default=0)
        near = last is not None and word.left - last.right <= WIDE_GAP * word.size
        begins = word.left - columns[place] <= AT or _FIGURE.fullmatch(word.text)
        if near and not begins:
            place = at
        own = pieces.setdefault(place, Line())
        if own.letters and last is not None and word.left - last.right > ROOM * word.size:
            edge = own.letters[-1]
            own.letters.append(replace(edge, text=" ", left=edge.right, right=word.left))
        own.letters += word.letters
        at, last = place, word
    return pieces


def _are_apart(pieces: Sequence[dict[int, Line]], columns: Sequence[float]) -> bool:
    """Whether most columns stand in several lines beside another."""
    beside = [{*each} for each in pieces if len(each) > 1]
    filled = [sum(at in each for each in beside) >= 2 for at in range(len(columns))]  # noqa: PLR2004
    return len(beside) >= FEWEST and 2 * sum(filled) > len(columns)


def _rows(
    lines: Sequence[Line], pieces: Sequence[dict[int, Line]], margins: Sequence[Margins]
) -> list[Row]:
    spaces = [*_spaces(pieces)]
    pitch = min(spaces, default=0.0)
    least = _MORE * pitch if max(spaces, default=0.0) >= _MORE * pitch else 0.0
    begun = _begun_above(lines, pieces, least)
    rows: list[Row] = []
    for at, (line, own) in enumerate(zip(lines, pieces, strict=True)):
        if (
            at in begun
            if begun
            else not at or _begins_row(pieces, at, margins, rows, (pitch, least))
        ):
            rows.append(Row())
        rows[-1].lines.append(line)
        for column, piece in own.items():
            rows[-1].cells.setdefault(column, []).append(piece)
    return rows


def _begun_above(
    lines: Sequence[Line], pieces: Sequence[dict[int, Line]], least: float
) -> set[int]:
    """Where rows begin whose cells stand at their bottom, as a workbook sets them; none in others.

    Room parts such rows, and cells are more in the last line of most of them than in the first.
    """
    if not least:
        return set()
    begun = [
        at for at in range(len(lines)) if not at or lines[at].middle - lines[at - 1].middle >= least
    ]
    ends = [(at, end - 1) for at, end in zip(begun, [*begun[1:], len(lines)], strict=True)]
    more = [len(pieces[last]) - len(pieces[first]) for first, last in ends if first < last]
    grows = more and min(more) >= 0 and 3 * sum(each > 0 for each in more) >= 2 * len(more)
    return set(begun) if grows else set()


def _spaces(pieces: Sequence[dict[int, Line]]) -> Iterator[float]:
    """How far the pieces of a column stand apart."""
    last: dict[int, Line] = {}
    for own in pieces:
        for column, piece in own.items():
            if column in last:
                yield piece.middle - last[column].middle
        last |= own


def _begins_row(
    pieces: Sequence[dict[int, Line]],
    at: int,
    margins: Sequence[Margins],
    rows: Sequence[Row],
    spaces: tuple[float, float],
) -> bool:
    """Whether a line begins a row: a column that had ended stands in it, or few cells go on.

    How far the last column reaches nobody sees: beside others it says nothing.
    """
    own, cells = pieces[at], rows[-1].cells
    pitch, least = spaces
    if any(
        column not in cells or piece.middle - cells[column][-1].middle > _ENDED * pitch
        for column, piece in own.items()
    ):
        return True
    if least and all(piece.middle - cells[n][-1].middle >= least for n, piece in own.items()):
        return True
    if 0 in own and _NUMBER.fullmatch(own[0].text):
        return True
    asked = [column for column in own if column < len(margins) - 1] or [*own]
    going = sum(
        _continues(
            cells[column], _below(pieces, at, column), margins[column], is_head=len(rows) == 1
        )
        for column in asked
    )
    return 2 * going < len(asked)


def _continues(
    cell: Sequence[Line], below: Sequence[Line], margins: Margins, *, is_head: bool
) -> bool:
    """Whether a cell goes on: its list does, or its last line; headings end as no text does."""
    first, text = cell[0].text, below[0].text
    if is_head:
        return is_full(cell[-1], below[0], "".join(line.text for line in below), margins)
    if is_marked(text):
        return any(counts_on(line.text, text) for line in cell) or (
            not text[0].isalnum() and text[0] == first[0]
        )
    return goes_on(cell[-1], below, margins, "\n".join(line.text for line in cell))


def _below(pieces: Sequence[dict[int, Line]], at: int, column: int) -> list[Line]:
    """A column's lines from one on, until it ends."""
    below: list[Line] = []
    for each in pieces[at : at + LINES_OF_A_WORD]:
        if column not in each:
            break
        below.append(each[column])
    return below
