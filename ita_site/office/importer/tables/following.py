"""Tables of two columns that a page parts: one again, unless the second begins anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.blocks import Table

if TYPE_CHECKING:
    from collections.abc import Collection

    from ita_site.office.importer.document.blocks import Block, Blocks, Cell

_LABEL_AND_VALUE: Final = 2


def join_following(blocks: Blocks, told: Collection[str]) -> Blocks:
    """The blocks, with a form's second half behind its first.

    Args:
        blocks: A document's.
        told: The places of tables of which an officer says how they are to be read.
    """
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined and block.place not in told else None
        if isinstance(before, Table) and isinstance(block, Table) and _goes_on(before, block):
            joined[-1] = replace(before, rows=(*before.rows, *_moved(block, len(before.rows))))
        else:
            joined.append(block)
    return tuple(joined)


def _goes_on(before: Table, table: Table) -> bool:
    widths = {len(row) for each in (before, table) for row in each.rows}
    if not table.follows or widths != {_LABEL_AND_VALUE}:
        return False
    labels = {letters_only(row[0].text) for row in before.rows}
    return letters_only(table.rows[0][0].text) not in labels


def _moved(table: Table, down: int) -> tuple[tuple[Cell, ...], ...]:
    """A table's rows so far down, with what covers their cells."""
    return tuple(
        tuple(
            replace(cell, origin=(cell.origin[0] + down, cell.origin[1])) if cell.origin else cell
            for cell in row
        )
        for row in table.rows
    )
