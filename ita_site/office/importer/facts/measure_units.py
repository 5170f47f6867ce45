"""The units that carry a measure or a step, with the part that a column says they play."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.document.values import (
    Value,
    get_fields,
    one_or_many,
)
from ita_site.office.importer.facts.measure_cells import read_units
from ita_site.office.importer.words.unit_lists import may_be_several, runs_together

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.tables.grids import Grid

_PARTS: Final = {
    "lead": re.compile("หลัก|เจ้าภาพ"),
    "support": re.compile("ร่วม|สนับสนุน|เกี่ยวข้อง"),
}


def units_by_part(lines: list[Span], draft: Draft) -> list[Value]:
    """The units of cells, with the part that the column's heading says they play."""
    runs = groupby(lines, lambda words: draft.played.get(words.source.at, ""))
    return [_playing(unit, part) for part, run in runs for unit in _read_units([*run], draft)]


def _playing(unit: Value, part: str) -> Value:
    fields = unit if isinstance(unit, dict) else {"name": unit}
    return {"name": fields["name"], "role": part, **fields} if part else unit


def note_parts(grid: Grid, draft: Draft) -> None:
    """Which cells name who leads and who supports, where columns tell them apart."""
    headed = {at: column.words for at, column in enumerate(grid.columns) if column.role == "unit"}
    parts = {
        at: part
        for at, heading in headed.items()
        for part, words in _PARTS.items()
        if len([each for each in _PARTS.values() if each.search(heading)]) == 1
        and words.search(heading)
    }
    if len({*parts.values()}) > 1:
        ticks = {at: tick for at in parts if (tick := grid.columns[at].tick)}
        draft.played |= {tick.source.at: parts[at] for at, tick in ticks.items()}
        for row in grid.plain:
            draft.played |= {row.words[at].source.at: part for at, part in parts.items()}


def _read_units(lines: list[Span], draft: Draft) -> list[Value]:
    """The units of a cell; words that are no unit, and a cell that names only persons, are told."""
    found = read_units(lines)
    draft.left_out += found.private
    draft.note_reason("ไม่พบว่าเป็นชื่อส่วนราชการ", *found.unknown)
    for unit in found.units:
        name = unit if isinstance(unit, Span) else get_fields(unit).get("name")
        if isinstance(name, Span) and "role" not in get_fields(unit) and may_be_several(name):
            draft.doubt(name, f"“{name}” อ่านเป็นส่วนราชการเดียว ถ้าเป็นหลายส่วนราชการ โปรดแยกใน units")
    for printed in (get_fields(unit).get("as_printed") for unit in found.units):
        if isinstance(printed, Span) and runs_together(printed):
            draft.doubt(printed, f"“{printed}” อ่านเป็นหลายส่วนราชการ ถ้าเป็นชื่อเดียว โปรดแก้ units")
    if found.unknown:
        draft.advise(
            found.unknown[0],
            "ข้อความในช่องผู้รับผิดชอบไม่ใช่ชื่อส่วนราชการที่รู้จัก อาจเป็นชื่อบุคคล จึงไม่ใส่ โปรดดูเอง",
        )
    elif lines and not found.units:
        draft.advise(lines[0], "ช่องผู้รับผิดชอบมีแต่ชื่อบุคคลหรือเบอร์โทรศัพท์ โปรดใส่ชื่อส่วนราชการเอง")
    return found.units


def one_or_many_units(units: list[Value]) -> Value:
    """One unit's name as a text; what has fields of its own always stands in a list."""
    return units if isinstance(units[0], dict) else one_or_many(units)
