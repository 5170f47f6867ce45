"""Places that name a person, such as a sheet that is called after one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.blocks import Table
from ita_site.office.importer.words.hiding import Hiding

if TYPE_CHECKING:
    from ita_site.office.importer.document.blocks import Block, Blocks

_SHEET: Final = re.compile("(?<=แผ่นงาน “)[^”]*(?=”)")


def without_named_places(blocks: Blocks) -> Blocks:
    """The blocks, each sheet that is called after a person under a number instead."""
    names = {found[0] for block in blocks if (found := _SHEET.search(block.place))}
    hide = Hiding()
    persons = sorted(name for name in names if hide.mask(name) != name)
    if not persons:
        return blocks
    called = {name: f"{hide.mask(name)} {at}" for at, name in enumerate(persons, 1)}
    return tuple(_renamed(block, called) for block in blocks)


def _renamed(block: Block, called: dict[str, str]) -> Block:
    def place(text: str) -> str:
        return _SHEET.sub(lambda found: called.get(found[0], found[0]), text)

    if not isinstance(block, Table):
        return replace(block, place=place(block.place))
    rows = tuple(
        tuple(replace(cell, place=place(cell.place)) for cell in row) for row in block.rows
    )
    return replace(block, rows=rows, place=place(block.place))
