"""Measures and what came of them, from the tables that list them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.measures import CUT_SHORT
from ita_site.facts.thai.likeness import bare_title
from ita_site.office.importer.entries import GROUPS, Entry, gather_entries
from ita_site.office.importer.grids import COUNTERS
from ita_site.office.importer.groups import Guess, find_indicator_group, find_topic
from ita_site.office.importer.means import read_means
from ita_site.office.importer.measure_cells import (
    Times,
    read_days,
    read_monitoring,
    read_schedule,
    read_timeframes,
    read_units,
    runs_together,
)
from ita_site.office.importer.questions import cite, get_key, split_questions
from ita_site.office.importer.reports import has_results, read_reports
from ita_site.office.importer.same_measure import ALONE, NUMBER, find_measure, is_bare_number
from ita_site.office.importer.spans import Item, Span, split_items
from ita_site.office.importer.titles import choose_id, drafted_title, shorten
from ita_site.office.importer.values import (
    Note,
    Noted,
    Rewritten,
    Value,
    agree,
    get_fields,
    join,
    join_entries,
    one_or_many,
    with_label,
)

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.grids import Grid, Row

_PLANNED: Final = (
    *("steps", "guideline", "unit", "timeframe", "schedule", "start", "end", "monitoring"),
    *("objective", "target", "goal", "budget", "risk", "finding", "to_fix"),
)
_OF_A_STEP: Final = {
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
_WITHOUT_NUMBERS: Final = (
    *("objective", "finding", "to_fix", "target", "goal", "risk", "monitoring", "schedule"),
)
"""Columns whose entries have no place for the number printed before them."""
_CUT_SHORT: Final = re.compile(rf"\s*{re.escape(CUT_SHORT)}\s*$")
_NO_CHANCE: Final = 3
BY_LINES: Final = "จับคู่ขั้นตอนกับผู้รับผิดชอบและระยะเวลาทีละบรรทัด เพราะมีจำนวนบรรทัดเท่ากัน โปรดตรวจ"
_PARTS: Final = {
    "lead": re.compile("หลัก|เจ้าภาพ"),
    "support": re.compile("ร่วม|สนับสนุน|เกี่ยวข้อง"),
}
_ORDER: Final = (
    *("id", "label_as_printed", "title", "topic", "indicator", "instrument", "findings"),
    *("objective", "guidelines", "steps", "units", "timeframe", "targets", "budget", "risk"),
    *("monitoring", "reporting_rounds"),
)


def read_measures(grid: Grid, draft: Draft, within: Guess | None, heads: list[Span]) -> None:
    """Add a table's measures, the findings they answer, and the results they had."""
    before = [*draft.measures]
    _note_parts(grid, draft)
    for entry in gather_entries(grid, draft, within, heads):
        titles = _without_bare_number(_titles(entry), entry)
        title = " ".join(item.words.text for item in titles)
        told = _told_before(title, entry, before, draft)
        if not (told or titles or entry.lines("steps") or entry.parts):
            _doubt_number_alone(entry, draft)
            draft.note_reason("แถวนี้ไม่มีทั้งชื่อมาตรการและขั้นตอน", *entry.words(), *entry.strays)
            continue
        name = told or choose_id(title, titles[0].words if titles else None, draft)
        draft.keep_with(
            name,
            *entry.words(),
            *entry.strays,
            *(each for row in entry.parts for each in row.strays),
        )
        draft.note_reason(f"{_what_is_stray(grid)}นี้ไม่มีช่องในข้อมูลมาตรการ", *entry.strays)
        targets: list[Span] = []
        if not (told or titles) and "measure" in grid.keys:
            _doubt_nameless(entry, draft)
        if not told:
            name = _add(_measure(entry, name, titles, targets, draft), entry, draft)
        if has_results(entry):
            first, *others = read_reports(entry, name, targets, draft)
            draft.reports += [_with_title(first, entry, titles) if told else first, *others]


def _what_is_stray(grid: Grid) -> str:
    """What officers call that in which a value of no field stands."""
    return "บรรทัด" if grid.is_prose else "หัวข้อ" if grid.form else "คอลัมน์"


def _doubt_nameless(entry: Entry, draft: Draft) -> None:
    """A row without the title that its table has a column for may belong to the one above."""
    said = [*entry.words(), *(words for row in entry.parts for words in row.words())]
    draft.doubt(said[0], f"“{said[0]}” ไม่มีชื่อมาตรการ อาจต่อจากแถวก่อนหน้า โปรดดู")


def _with_title(report: Value, entry: Entry, titles: tuple[Item, ...]) -> Value:
    """A report with the title above it that its own table prints."""
    words = [each for item in titles for each in (item.label, item.words) if each]
    words += [each for key in (*COUNTERS, *GROUPS) for each in entry.lines(key)]
    notes = tuple(Note("ชื่อในตารางผล", each) for each in words)
    inner, before = (report.value, report.notes) if isinstance(report, Noted) else (report, ())
    return Noted(inner, (*notes, *before))


def _without_bare_number(titles: tuple[Item, ...], entry: Entry) -> tuple[Item, ...]:
    """The titles that are more than a number, which goes to the row's own number."""
    bare = [item.words for item in titles if is_bare_number(item.words)]
    if bare:
        entry.cells["number"] = [*entry.lines("number"), *bare]
    return tuple(item for item in titles if not is_bare_number(item.words))


def _doubt_number_alone(entry: Entry, draft: Draft) -> None:
    """Results that say of which measure they are by a number that no measure has."""
    if entry.lines("number") and has_results(entry):
        words = entry.lines("number")[-1]
        draft.doubt(words, ALONE.format(words))


def _add(measure: Value, entry: Entry, draft: Draft) -> str:
    """Add a measure, to that of the same title where they agree; returns its id."""
    title = bare_title(drafted_title(measure)) if entry.lines("measure") else ""
    for at, other in enumerate(draft.measures):
        if not title or bare_title(drafted_title(other)) != title:
            continue
        same = get_fields(other)["id"]
        if agree(other, renamed := _renamed(measure, same)):
            draft.measures[at] = join_entries(other, renamed)
            return str(same)
        text = f"“{shorten(drafted_title(measure))}” ชื่อเดียวกับ {same} แต่เนื้อความต่างกัน จึงแยกไว้ โปรดดู"
        draft.doubt(entry.lines("measure")[0], text)
        break
    draft.measures.append(measure)
    return str(get_fields(measure)["id"])


def _renamed(measure: Value, name: Value) -> Value:
    """A measure under another id."""
    fields = {**get_fields(measure), "id": name}
    return replace(measure, value=fields) if isinstance(measure, Noted) else fields


def _told_before(title: str, entry: Entry, before: list[Value], draft: Draft) -> str | None:
    """The measure of another table that a row of results is about."""
    planned = entry.parts or any(entry.lines(key) for key in _PLANNED)
    if planned or not has_results(entry):
        return None
    numbers = [*entry.lines("number"), *entry.lines("measure")]
    return find_measure(title, numbers, before, draft)


def _measure(
    entry: Entry, name: str, titles: tuple[Item, ...], targets: list[Span], draft: Draft
) -> Value:
    measure: dict[str, Value] = {"id": name}
    labels = [words for column in GROUPS for words in entry.lines(column)]
    notes = [Note("", words) for words in (*entry.band, *labels)]
    notes += [Note(NUMBER, words) for key in COUNTERS for words in entry.lines(key)]
    if numbers := _list_numbers(entry):
        notes.append(Note("เลขข้อตามเอกสาร", join(numbers)))
    if labels := [item.label for item in titles if item.label]:
        measure["label_as_printed"] = join(labels)
    if titles:
        measure["title"] = one_or_many([item.words for item in titles])
    if group := _group(titles, entry, draft):
        measure[group.kind] = group.id
    says_what = titles or entry.lines("steps") or entry.parts
    if says_what and (findings := _findings(entry, group, draft)):
        measure["findings"] = one_or_many(findings)
    measure |= _texts(entry, "objective")
    measure |= _what_to_do(entry, name, draft)
    measure |= _when(entry, draft, notes)
    measure |= read_means(entry, name, targets, draft)
    measure |= _texts(entry, "risk")
    return Noted({key: measure[key] for key in _ORDER if key in measure}, tuple(notes))


def _list_numbers(entry: Entry) -> list[Span]:
    """The numbers before entries that keep none."""
    parts = [
        Entry({key: list(row.cells.get(key, ())) for key in _OF_A_STEP}) for row in entry.parts
    ]
    return [
        item.label
        for each in (entry, *parts)
        for key in _WITHOUT_NUMBERS
        for item in split_items(each.lines(key))
        if item.label
    ]


def _texts(entry: Entry, key: str) -> dict[str, Value]:
    listed = [item.words for item in split_items(entry.lines(key))]
    return {key: one_or_many(listed)} if listed else {}


def _titles(entry: Entry) -> tuple[Item, ...]:
    """The measure's names; where a row has none and no steps, its topic, else its guidelines."""
    if titles := split_items(entry.lines("measure")):
        return titles
    if entry.lines("steps"):
        return ()
    return split_items(entry.lines("topic")[:1]) or split_items(entry.cells.pop("guideline", []))


def _group(titles: tuple[Item, ...], entry: Entry, draft: Draft) -> Guess | None:
    """The topic its title is, else the group it stands under, else the one its title names."""
    own = find_topic(titles[0].words, draft.edition) if titles else None
    if own and own.sure:
        return own
    if entry.group or not titles:
        return entry.group
    title = titles[0].words
    guess = find_topic(title, draft.edition) or find_indicator_group(titles[0].words, draft.edition)
    if guess and not guess.sure:
        name = draft.edition.group_name(guess.kind, guess.id)
        draft.doubt(title, f"มาตรการ “{titles[0].words}” จัดไว้ที่ “{name}”")
    return guess


def _what_to_do(entry: Entry, name: str, draft: Draft) -> dict[str, Value]:
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
        units = _units_by_part(entry.lines("unit"), draft)
    written += [step for row in entry.parts for step in _part(row, name, draft)]
    if written:
        fields["steps"] = list(written)
    if units:
        fields["units"] = _units(units)
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
    notes = tuple(Note("เลขข้อตามเอกสาร", item.label) for item in items if item.label)
    return Noted(step, notes)


def _units_by_part(lines: list[Span], draft: Draft) -> list[Value]:
    """The units of cells, with the part that the column's heading says they play."""
    runs = groupby(lines, lambda words: draft.played.get(words.source.at, ""))
    return [_playing(unit, part) for part, run in runs for unit in _read_units([*run], draft)]


def _playing(unit: Value, part: str) -> Value:
    fields = unit if isinstance(unit, dict) else {"name": unit}
    return {"name": fields["name"], "role": part, **fields} if part else unit


def _note_parts(grid: Grid, draft: Draft) -> None:
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
        for row in grid.plain:
            draft.played |= {row.words[at].source.at: part for at, part in parts.items()}


def _read_units(lines: list[Span], draft: Draft) -> list[Value]:
    """The units of a cell; words that are no unit, and a cell that names only persons, are told."""
    found = read_units(lines)
    draft.left_out += found.private
    draft.note_reason("ไม่พบว่าเป็นชื่อส่วนราชการ", *found.unknown)
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


def _worded(item: Item) -> Value:
    """A guideline or a step; one whose document breaks off says so behind its words."""
    cut = _CUT_SHORT.search(item.words.own)
    if cut is None:
        return with_label(item)
    words = with_label(replace(item, words=item.words.cut(0, cut.start())))
    fields = words if isinstance(words, dict) else {"text": words}
    return {**fields, "truncated": Rewritten("true", (item.words.within(cut),))}


def _units(units: list[Value]) -> Value:
    """One unit's name as a text; what has fields of its own always stands in a list."""
    return units if isinstance(units[0], dict) else one_or_many(units)


def _part(row: Row, name: str, draft: Draft) -> list[Value]:
    """Steps of a row of their own, with that row's unit and time."""
    draft.note_reason("คอลัมน์นี้ไม่มีช่องในข้อมูลขั้นตอน", *row.strays)
    units, times = row.cells.get("unit", ()), row.cells.get("timeframe", ())
    days = Entry({key: list(row.cells.get(key, ())) for key in ("start", "end")})
    rest = [words for key in {*row.cells} - _OF_A_STEP for words in row.cells[key]]
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
    if named := _units_by_part(units, draft):
        step["units"] = _units(named)
    year = draft.fiscal_year("implementation_year", draft.year)
    when = [read_timeframes(times, year)]
    when += [read_days(days.lines("start"), days.lines("end"), year)] if days else []
    for each in when:
        _doubt_times(each, year, draft)
    if frames := [frame for each in when for frame in each.timeframes]:
        step["timeframe"] = one_or_many(frames)
    return step


def _when(entry: Entry, draft: Draft, notes: list[Note]) -> dict[str, Value]:
    year = draft.fiscal_year("implementation_year", draft.year)
    times = read_timeframes(entry.lines("timeframe"), year)
    days = read_days(entry.lines("start"), entry.lines("end"), year)
    watched = read_monitoring(entry.lines("monitoring"))
    one_end = [*entry.lines("start"), *entry.lines("end")]
    if one_end and not (entry.lines("start") and entry.lines("end")):
        draft.doubt(one_end[0], f"“{one_end[0]}” บอกวันเดียว ไม่มีวันเริ่มหรือวันสิ้นสุด โปรดเติม")
    both = read_schedule(entry.lines("schedule"), year)
    fields: dict[str, Value] = {}
    for each in (times, days):
        _doubt_times(each, year, draft)
    if frames := times.timeframes + days.timeframes + both.timeframes:
        fields["timeframe"] = one_or_many(frames)
    if lines := both.monitoring + watched.monitoring:
        fields["monitoring"] = one_or_many(lines)
    fields |= _rounds([both, watched], notes)
    return fields


def _doubt_times(times: Times, year: int, draft: Draft) -> None:
    for words in times.unread:
        draft.doubt(words, f"ระยะเวลา “{words}” โปรแกรมไม่เข้าใจ จึงแสดงตามที่พิมพ์")
    for words, became in times.converted:
        draft.doubt(words, f"“{words}” เป็นปี ค.ศ. จึงใส่เป็น “{became}”")
    for words in times.outside:
        draft.doubt(words, f"ระยะเวลา “{words}” อยู่นอกปีงบประมาณ {year}")


def _rounds(times: list[Times], notes: list[Note]) -> dict[str, Value]:
    rounds = sorted({int(each) for cell in times for each in cell.rounds})
    notes += [Note("รอบรายงาน", words) for cell in times for words in cell.round_words]
    return {"reporting_rounds": [str(each) for each in rounds]} if rounds else {}


def _findings(entry: Entry, group: Guess | None, draft: Draft) -> list[str]:
    """The findings a row names beside its measure, with the questions they rest on."""
    cited = [cited for line in entry.lines("question") for cited in _questions(line, group, draft)]
    listed = split_items([*entry.lines("finding"), *entry.lines("to_fix")])
    paired = len(cited) == len(listed)
    ids = []
    for at, item in enumerate(listed):
        if known := _found_before(item.words, draft):
            ids.append(known)
            continue
        finding: dict[str, Value] = {"id": draft.choose_finding_id(item.words), "text": item.words}
        if group:
            finding[group.kind] = group.id
        if keys := [cited[at]] if paired else cited:
            finding["questions"] = one_or_many(list(dict.fromkeys(keys)))
        draft.findings.append(finding)
        ids.append(str(finding["id"]))
    return ids


def _found_before(words: Span, draft: Draft) -> str | None:
    """The finding of these very words, as a cell merged over several measures repeats it."""
    same = (each for each in draft.findings if get_fields(each)["text"] == words)
    return next((str(get_fields(each)["id"]) for each in same), None)


def _questions(line: Span, group: Guess | None, draft: Draft) -> list[str]:
    keys = []
    for question in split_questions(line):
        cited = cite(draft, question.code, question.words, group)
        keys.append(get_key(cited))
        if question.link:
            draft.remark(keys[-1], "คำเชื่อมในเอกสาร", question.link)
    if not keys:
        draft.note_reason("ไม่พบรหัสข้อคำถามหน้าข้อความ", line)
    return keys


def read_findings(grid: Grid, draft: Draft, within: Guess | None, heads: list[Span]) -> None:
    """Add a table's findings by topic, and the questions they rest on."""
    for entry in gather_entries(grid, draft, within, heads):
        _findings(entry, entry.group, draft)
