"""What a measure is to do: guidelines, and steps with their units and times."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.measures import CUT_SHORT
from ita_site.office.importer.document.spans import Item, Span, split_items
from ita_site.office.importer.document.values import (
    Note,
    Noted,
    Rewritten,
    Value,
    one_or_many,
    with_label,
)
from ita_site.office.importer.facts.entries import Entry
from ita_site.office.importer.facts.measure_cells import (
    Times,
    read_days,
    read_timeframes,
)
from ita_site.office.importer.facts.measure_units import one_or_many_units, units_by_part

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.tables.grids import Row

OF_A_STEP: Final = {
    "steps",
    "unit",
    "timeframe",
    "start",
    "end",
    "target",
    "goal",
    "target_unit",
    "budget",
}
_CUT_SHORT: Final = re.compile(rf"\s*{re.escape(CUT_SHORT)}\s*$")
_NO_CHANCE: Final = 3
BY_LINES: Final = "จับคู่ขั้นตอนกับผู้รับผิดชอบและระยะเวลาทีละบรรทัด เพราะมีจำนวนบรรทัดเท่ากัน โปรดตรวจ"


def what_to_do(entry: Entry, name: str, draft: Draft) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    if guidelines := split_items(entry.lines("guideline")):
        fields["guidelines"] = [_worded(item) for item in guidelines]
    steps = split_items(entry.lines("steps"))
    written = [_worded(item) for item in steps]
    of_units, of_times = (split_items(entry.lines(key)) for key in ("unit", "timeframe"))
    by_lines = _are_lines_alike(steps, of_units, of_times)
    if by_lines:
        draft.doubt(of_units[0].words, BY_LINES)
    if by_lines or _are_numbered_alike(steps, of_units, of_times):
        written = [
            _with_numbers(_own(step, [unit.words], [time.words], draft), unit, time)
            for step, unit, time in zip(steps, of_units, of_times, strict=True)
        ]
        units = []
        entry.cells["timeframe"] = []
    else:
        units = units_by_part(entry.lines("unit"), draft)
    written += [step for row in entry.parts for step in _part(row, name, draft)]
    if written:
        fields["steps"] = list(written)
    if units:
        fields["units"] = one_or_many_units(units)
    return fields


def _are_numbered_alike(*columns: tuple[Item, ...]) -> bool:
    """Whether the lines of several cells go together: each has the same numbers before them."""
    numbers = [[item.number for item in items] for items in columns]
    alike = all(each == numbers[0] for each in numbers)
    return alike and len(numbers[0]) > 1 and all(numbers[0])


def _are_lines_alike(steps: tuple[Item, ...], *columns: tuple[Item, ...]) -> bool:
    """Whether cells list as many as there are steps, each within one cell; two may be chance."""
    cells = [{item.words.source.at for item in items} for items in columns]
    alike = all(len(items) == len(steps) for items in columns)
    return alike and len(steps) >= _NO_CHANCE and all(len(each) == 1 for each in cells)


def _with_numbers(step: Value, *items: Item) -> Value:
    """A step with the numbers that stand before its unit and its time."""
    notes = tuple(Note("เลขข้อตามเอกสาร", item.label, said=True) for item in items if item.label)
    return Noted(step, notes)


def _worded(item: Item) -> Value:
    """A guideline or a step; one whose document breaks off says so behind its words."""
    cut = _CUT_SHORT.search(item.words.own)
    if cut is None:
        return with_label(item)
    words = with_label(replace(item, words=item.words.cut(0, cut.start())))
    fields = words if isinstance(words, dict) else {"text": words}
    return {**fields, "truncated": Rewritten("true", (item.words.within(cut),))}


def _part(row: Row, name: str, draft: Draft) -> list[Value]:
    """Steps of a row of their own, with that row's unit and time."""
    draft.note_reason("คอลัมน์นี้ไม่มีช่องในข้อมูลขั้นตอน", *row.strays)
    units, times = row.cells.get("unit", ()), row.cells.get("timeframe", ())
    days = Entry({key: list(row.cells.get(key, ())) for key in ("start", "end")})
    rest = [words for key in {*row.cells} - OF_A_STEP for words in row.cells[key]]
    draft.keep_with(name, *rest)
    draft.note_reason("ช่องนี้เป็นของขั้นตอน ซึ่งไม่มีช่องนี้ในข้อมูล", *rest)
    return [
        _own(item, list(units), list(times), draft, days)
        for item in split_items(row.cells["steps"])
    ]


def _own(
    item: Item, units: list[Span], times: list[Span], draft: Draft, days: Entry | None = None
) -> Value:
    step = _worded(item)
    step = dict(step) if isinstance(step, dict) else {"text": step}
    if named := units_by_part(units, draft):
        step["units"] = one_or_many_units(named)
    year = draft.fiscal_year("implementation_year", draft.year)
    when = [read_timeframes(times, year)]
    when += [read_days(days.lines("start"), days.lines("end"), year)] if days else []
    for each in when:
        doubt_times(each, year, draft)
    if frames := [frame for each in when for frame in each.timeframes]:
        step["timeframe"] = one_or_many(frames)
    return step


def doubt_times(times: Times, year: int, draft: Draft) -> None:
    for words in times.unread:
        draft.doubt(words, f"ระยะเวลา “{words}” โปรแกรมไม่เข้าใจ จึงแสดงตามที่พิมพ์")
    for words, became in times.converted:
        draft.doubt(words, f"“{words}” เป็นปี ค.ศ. จึงใส่เป็น “{became}”")
    for words in times.outside:
        draft.doubt(words, f"ระยะเวลา “{words}” อยู่นอกปีงบประมาณ {year}")
