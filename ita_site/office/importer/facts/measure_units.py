"""The units that carry a measure or a step, with the part that a column says they play."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.document.values import (
    Value,
    get_fields,
    one_or_many,
)
from ita_site.office.importer.facts.measure_cells import read_units
from ita_site.office.importer.words.private import may_name_one
from ita_site.office.importer.words.unit_lists import may_be_several, names_one, runs_together
from ita_site.office.importer.words.unit_parts import is_of_support_alone, part_of

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.grids import Grid
    from ita_site.office.importer.words.labels import ProseMeasure

ALL: Final = "“{}” อยู่ในช่องผู้ร่วมดำเนินการ แต่ข้อมูลเก็บได้บทบาทเดียว จึงเก็บว่าเป็นทุกส่วนราชการ โปรดดู"


def units_by_part(lines: list[Span], draft: Draft) -> list[Value]:
    """The units of cells, with the part that the column's heading says they play."""
    runs = groupby(lines, draft.part_played)
    return [
        _playing(unit, part, draft) for part, run in runs for unit in _read_units([*run], draft)
    ]


def _playing(unit: Value, part: str, draft: Draft) -> Value:
    fields = unit if isinstance(unit, dict) else {"name": unit}
    name = fields["name"]
    if part == "support" and fields.get("role") == "all" and isinstance(name, Span):
        draft.doubt(name, ALL.format(name))
    return {"name": name, "role": part, **fields} if part else unit


def note_parts(grid: Grid, draft: Draft) -> None:
    """Which cells name who leads and who supports, where columns or labels tell them apart.

    And which units have a cell of their own.
    """
    headed = {at: _heading(each) for at, each in enumerate(grid.columns) if each.role == "unit"}
    if _tells_apart([*headed.values()]):
        parts = {at: part for at, heading in headed.items() if (part := part_of(heading))}
        ticks = {at: tick for at in parts if (tick := grid.columns[at].tick)}
        draft.played |= {tick.source.at: {0: parts[at]} for at, tick in ticks.items()}
        draft.played |= {
            words.source.at: {0: part}
            for row in grid.plain
            for at, part in parts.items()
            for words in row.lines(at)
        }
    places = [at for at, column in enumerate(grid.columns) if column.role == "unit"]
    cells = (row.lines(at) for row in grid.plain for at in places)
    draft.units_alone |= {
        cell[0].text for cell in cells if len(cell) == 1 and names_one(cell[0].text)
    }
    for told in grid.told:
        for words, part in _parts_in_prose(told):
            draft.played.setdefault(words.source.at, {})[words.start] = part


def _heading(column: Column) -> str:
    """What a column of units is headed; above one that is ticked stands a unit's own name."""
    return " ".join(map(str, column.parents)) if column.tick else column.words


def _tells_apart(headings: list[str]) -> bool:
    """Whether one of several headings is of those who support, or the only one surely is."""
    if len(headings) == 1:
        return is_of_support_alone(headings[0])
    return any(part_of(heading) == "support" for heading in headings)


def _parts_in_prose(told: ProseMeasure) -> list[tuple[Span, str]]:
    """The parts that the units of lines play, by the label that stands last before them."""
    begun = [
        (_place(words), named.text)
        for words, column, named in told.begun
        if column == "unit" and named
    ]
    if not _tells_apart([label for _, label in begun]):
        return []
    return [
        (line, next(part_of(label) for at, label in begun[::-1] if at <= _place(line)))
        for line in told.cells.get("unit", ())
        if begun[0][0] <= _place(line)
    ]


def _place(words: Span) -> tuple[int, int]:
    return words.source.at, words.start


def _read_units(lines: list[Span], draft: Draft) -> list[Value]:
    """The units of a cell; words that are no unit, and a cell that names only persons, are told."""
    found = read_units(lines, draft.units_alone)
    draft.left_out += found.private
    draft.note_reason("ไม่พบว่าเป็นชื่อส่วนราชการ", *found.unknown)
    for unit in found.units:
        name = unit if isinstance(unit, Span) else get_fields(unit).get("name")
        if isinstance(name, Span) and may_name_one(name.text):
            draft.doubt(name, f"“{name}” อ่านเป็นชื่อส่วนราชการทั้งหมด ถ้าคำท้ายเป็นชื่อบุคคล โปรดตัดออก")
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
