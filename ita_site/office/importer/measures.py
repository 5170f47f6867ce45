"""Measures and what came of them, from the tables that list them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from ita_site.office.importer.draft import (
    Note,
    Noted,
    Value,
    get_fields,
    join,
    one_or_many,
    with_label,
)
from ita_site.office.importer.entries import GROUPS, gather_entries
from ita_site.office.importer.groups import Guess, find_indicator_group, find_topic
from ita_site.office.importer.headings import is_similar, round_column
from ita_site.office.importer.measure_cells import (
    ROUNDS,
    Times,
    read_monitoring,
    read_reports,
    read_schedule,
    read_timeframes,
    read_units,
)
from ita_site.office.importer.questions import cite, get_key, split_questions
from ita_site.office.importer.spans import Item, split_items

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.entries import Entry
    from ita_site.office.importer.spans import Span
    from ita_site.office.importer.tables import Grid, Row

_SAME = 0.9
_RESULTS = ("summary", "outcome", "status", "obstacles", "evidence", *map(round_column, ROUNDS))


def read_measures(grid: Grid, draft: Draft, within: Guess | None, heads: list[Span]) -> None:
    """Add a table's measures, the findings they answer, and the results they had."""
    for entry in gather_entries(grid, draft, within, heads):
        measure = _measure(entry, draft)
        name = str(get_fields(measure)["id"])
        if not get_fields(measure).keys() & {"title", "steps"}:
            draft.note_reason("แถวนี้ไม่มีทั้งชื่อมาตรการและขั้นตอน", *entry.words())
            continue
        draft.measures.append(measure)
        if any(entry.lines(column) for column in _RESULTS):
            draft.reports.extend(read_reports(entry, name, draft))


def _id(titles: tuple[Item, ...], draft: Draft) -> str:
    """The id a measure of that title has already, else the next that is free."""
    taken = {str(get_fields(each)["id"]) for each in draft.measures}
    title = " ".join(item.words.text for item in titles)
    for measure in draft.known.measures:
        same = title and is_similar(title, " ".join(measure.titles), _SAME)
        if same and measure.id not in taken:
            return measure.id
    taken |= {measure.id for measure in draft.known.measures}
    return next(name for at in count(1) if (name := f"measure-{at}") not in taken)


def _measure(entry: Entry, draft: Draft) -> Value:
    titles = _titles(entry)
    measure: dict[str, Value] = {"id": _id(titles, draft)}
    labels = [words for column in GROUPS for words in entry.lines(column)]
    notes = [Note("", words) for words in (*entry.band, *labels)]
    notes += [Note("ลำดับในเอกสาร", words) for words in entry.lines("number")]
    if labels := [item.label for item in titles if item.label]:
        measure["label_as_printed"] = join(labels)
    if titles:
        measure["title"] = one_or_many([item.words for item in titles])
    if group := _group(titles, entry, draft):
        measure[group.kind] = group.id
    says_what = titles or entry.lines("steps") or entry.parts
    if says_what and (findings := _findings(entry, group, draft)):
        measure["findings"] = one_or_many(findings)
    measure |= _what_to_do(entry, draft)
    measure |= _when(entry, draft, notes)
    draft.note_reason("คอลัมน์นี้ไม่มีช่องในข้อมูลมาตรการ", *entry.strays)
    draft.note_reason("เป็นเป้าหมายที่ตั้งไว้ ไม่ใช่ผลที่เกิดขึ้น", *entry.lines("target"))
    return Noted(measure, tuple(notes))


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


def _what_to_do(entry: Entry, draft: Draft) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    if guidelines := split_items(entry.lines("guideline")):
        fields["guidelines"] = [with_label(item) for item in guidelines]
    steps = split_items(entry.lines("steps"))
    written = [with_label(item) for item in steps]
    units, times = read_units(entry.lines("unit")), entry.lines("timeframe")
    if len(steps) > 1 and len(steps) == len(entry.lines("unit")) == len(times):
        written = [
            _own(item, [unit], [time], draft)
            for item, unit, time in zip(steps, entry.lines("unit"), times, strict=True)
        ]
        units = []
        entry.cells["timeframe"] = []
    written += [step for row in entry.parts for step in _part(row, draft)]
    if written:
        fields["steps"] = list(written)
    if units:
        fields["units"] = _units(units)
    return fields


def _units(units: list[Value]) -> Value:
    """One unit's name as a text; what has fields of its own always stands in a list."""
    return units if isinstance(units[0], dict) else one_or_many(units)


def _part(row: Row, draft: Draft) -> list[Value]:
    """Steps of a row of their own, with that row's unit and time."""
    draft.note_reason("คอลัมน์นี้ไม่มีช่องในข้อมูลขั้นตอน", *row.strays)
    units, times = row.cells.get("unit", ()), row.cells.get("timeframe", ())
    return [_own(item, list(units), list(times), draft) for item in split_items(row.cells["steps"])]


def _own(item: Item, units: list[Span], times: list[Span], draft: Draft) -> Value:
    step = with_label(item)
    step = dict(step) if isinstance(step, dict) else {"text": step}
    if named := read_units(units):
        step["units"] = _units(named)
    if times:
        year = draft.fiscal_year("implementation_year", draft.year)
        when = read_timeframes(times, year)
        _doubt_times(when, year, draft)
        step["timeframe"] = one_or_many(when.timeframes)
    return step


def _when(entry: Entry, draft: Draft, notes: list[Note]) -> dict[str, Value]:
    year = draft.fiscal_year("implementation_year", draft.year)
    times = read_timeframes(entry.lines("timeframe"), year)
    watched = read_monitoring(entry.lines("monitoring"))
    both = read_schedule(entry.lines("schedule"), year)
    _doubt_times(times, year, draft)
    fields: dict[str, Value] = {}
    if frames := times.timeframes + both.timeframes:
        fields["timeframe"] = one_or_many(frames)
    if lines := both.monitoring + watched.monitoring:
        fields["monitoring"] = one_or_many(lines)
    fields |= _rounds([both, watched], notes)
    return fields


def _doubt_times(times: Times, year: int, draft: Draft) -> None:
    for words in times.unread:
        draft.doubt(words, f"ระยะเวลา “{words}” โปรแกรมไม่เข้าใจ จึงแสดงตามที่พิมพ์")
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
