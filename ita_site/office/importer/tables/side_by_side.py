"""Tables that stand side by side in one sheet: each is a table of its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import is_office
from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.blocks import Table
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.roles import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.office.importer.document.blocks import Blocks, Row

_HEAD_ROWS: Final = 4
_FEWEST_COLUMNS: Final = 2
_SCORED: Final = frozenset(("indicator", "subject", "instrument", "question"))
_SCORE: Final = "score"
PARTED: Final = "อยู่ข้างตารางอื่นในแผ่นเดียวกัน จึงอ่านเป็นอีกตารางหนึ่ง โปรดตรวจว่าแถวไม่ได้ต่อจากตารางทางซ้าย"
_SHARED: Final = 2
"""Texts so many in two columns that both name the same."""
_LONG: Final = 12
"""Letters of a text that tells one row from others."""


def part_side_by_side(blocks: Blocks) -> Blocks:
    """The blocks, each table apart that stands beside another one with an empty column between.

    Columns behind an empty one stay with their table unless they say themselves what their rows
    are about: by the very texts that the first table has, by a column of the same kind, or where
    one of both lists scores and ends in another row. Told.
    """
    return tuple(
        part
        for block in blocks
        for part in (_parted(block) if isinstance(block, Table) else (block,))
    )


def _parted(table: Table) -> Iterator[Table]:
    gaps = [at for at in range(_width(table)) if _is_gap(table, at)]
    parts: list[range] = []
    for before, after in pairwise((-1, *gaps, _width(table))):
        own = range(before + 1, after)
        if not parts or _stands_alone(table, own, parts[-1]):
            parts.append(own)
        else:
            parts[-1] = range(parts[-1].start, own.stop)
    if len(parts) == 1:
        yield table
        return
    yield from (_cut(table, part) for part in parts)


def _width(table: Table) -> int:
    return max(map(len, table.rows), default=0)


def _is_gap(table: Table, at: int) -> bool:
    """Whether nothing stands in a column; a title over the whole width covers it at most."""
    return not any(row[at].text or row[at].fill for row in table.rows)


def _stands_alone(table: Table, own: range, before: range) -> bool:
    subject, other = _subject(table, own), _subject(table, before)
    if len(own) < _FEWEST_COLUMNS or not other:
        return False
    if _repeats(table, own, before) or (subject == other and subject in TITLES):
        return True
    is_scored = bool(subject) and _SCORE in (subject, other)
    return is_scored and _last_row(table, own) != _last_row(table, before)


def _subject(table: Table, columns: range) -> str:
    """What its first rows say that each row is about: a role of titles, `score`, or nothing."""
    heads = (row[at].text for row in table.rows[:_HEAD_ROWS] for at in columns)
    found = [parse_heading(text) for text in heads if text]
    roles = [each.role for each in found if each and each.sure]
    title = next((role for role in roles if role in TITLES), "")
    if _SCORE in roles and (not title or not _SCORED.isdisjoint(roles)):
        return _SCORE
    return title


def _last_row(table: Table, columns: range) -> int:
    rows = enumerate(table.rows)
    return max((at for at, row in rows if any(row[column].text for column in columns)), default=0)


def _repeats(table: Table, own: range, before: range) -> bool:
    """Whether a column repeats what one of the table before says, row by row or in any order."""
    named = [_column(table, at) for at in before]
    return any(len(_column(table, at) & each) >= _SHARED for at in own for each in named)


def _column(table: Table, at: int) -> set[str]:
    """The texts of a column that may be names of what its rows are about."""
    texts = (row[at].text for row in table.rows if not is_office(row[at].text))
    return {name for text in texts if len(name := letters_only(text)) >= _LONG}


def _cut(table: Table, columns: range) -> Table:
    rows = [_moved(row, columns) for row in table.rows]
    while len(rows) > 1 and not any(cell.text or cell.origin for cell in rows[-1]):
        rows.pop()
    if columns.start:
        rows[0] = (replace(rows[0][0], doubt=PARTED), *rows[0][1:])
    return Table(tuple(rows), rows[0][0].place, beside=columns.start > 0)


def _moved(row: Row, columns: range) -> Row:
    """A row's cells of these columns; what a cell of others covers is covered no more."""
    return tuple(
        replace(cell, origin=(cell.origin[0], cell.origin[1] - columns.start))
        if cell.origin and cell.origin[1] in columns
        else replace(cell, origin=None)
        for cell in row[columns.start : columns.stop]
    )
