"""Columns to a table: heading rows of one or two levels, a row a measure or a row a step."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from tests.bench.office_files.layout import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.office_files.columns import Column
    from tests.bench.office_files.key import Fact

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Heading rows, body rows, and every fact in them."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    facts: tuple[Fact, ...]

    @property
    def table(self) -> Table:
        """As one table."""
        return Table((*self.head, *self.body))


def draw(columns: Sequence[Column]) -> Drawn:
    """The table of these columns, a row a measure."""
    count = len(columns[0].filled)
    body = tuple(tuple(column.filled[n].cell for column in columns) for n in range(count))
    facts = tuple(
        fact for n in range(count) for column in columns for fact in column.filled[n].facts
    )
    return Drawn(heading_rows(columns), body, facts)


def heading_rows(columns: Sequence[Column]) -> tuple[Row, ...]:
    """One row of headings, or two where some stand below another that spans them."""
    deep = max(len(column.heads) for column in columns)
    if deep == 1:
        return (tuple(Cell(column.heads[0]) for column in columns),)
    top: list[Cell] = []
    low: list[Cell] = []
    for key, members in groupby(enumerate(columns), lambda at: _span_of(*at)):
        group = [column for _, column in members]
        if isinstance(key, int):
            top.append(Cell(group[0].heads[0], down=2))
        else:
            top.append(Cell(key, across=len(group)))
            low.extend(Cell(column.heads[1]) for column in group)
    return (tuple(top), tuple(low))


def _span_of(at: int, column: Column) -> int | str:
    return at if len(column.heads) == 1 else column.heads[0]


def grouped(drawn: Drawn, names: Sequence[str]) -> Table:
    """The table with a row over its whole width before each measure."""
    width = sum(cell.across for cell in drawn.head[0])
    pairs = zip(names, drawn.body, strict=True)
    rows = [row for name, each in pairs for row in ((Cell(name, across=width),), each)]
    return Table((*drawn.head, *rows))


def row_a_line(row: Row) -> list[Row]:
    """A row as several, one a line of its longest cell; cells of one line stand beside all."""
    lines = [cell.text.split("\n") for cell in row]
    deep = max(map(len, lines))
    whole = [len(each) < deep for each in lines]
    first = tuple(
        Cell(cell.text, down=deep) if spans else Cell(each[0])
        for cell, each, spans in zip(row, lines, whole, strict=True)
    )
    pairs = list(zip(lines, whole, strict=True))
    more = [tuple(Cell(each[n]) for each, spans in pairs if not spans) for n in range(1, deep)]
    return [first, *more]


def broken_row(row: Row, line_at: int) -> tuple[Row, Row]:
    """A row that continues on the next page: cells of several lines are cut after so many."""
    upper = [Cell("\n".join(cell.text.split("\n")[:line_at])) for cell in row]
    lower = [Cell("\n".join(cell.text.split("\n")[line_at:])) for cell in row]
    return tuple(upper), tuple(lower)
