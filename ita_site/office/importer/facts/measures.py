"""Measures and what came of them, from the tables that list them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import bare_title
from ita_site.office.importer.document.spans import Item, Span, split_items
from ita_site.office.importer.document.values import (
    Note,
    Noted,
    Value,
    agree,
    get_fields,
    join,
    join_entries,
    one_or_many,
)
from ita_site.office.importer.facts.entries import GROUPS, Entry, gather_entries
from ita_site.office.importer.facts.findings import read_row_findings
from ita_site.office.importer.facts.means import read_means
from ita_site.office.importer.facts.measure_cells import (
    Times,
    read_days,
    read_monitoring,
    read_schedule,
    read_timeframes,
)
from ita_site.office.importer.facts.measure_units import note_parts
from ita_site.office.importer.facts.reports import has_results, read_reports
from ita_site.office.importer.facts.same_measure import ALONE, NUMBER, find_measure, is_bare_number
from ita_site.office.importer.facts.steps import OF_A_STEP, doubt_times, what_to_do
from ita_site.office.importer.facts.titles import choose_id, drafted_title, shorten
from ita_site.office.importer.words.groups import Guess, find_indicator_group, find_topic
from ita_site.office.importer.words.headings import is_name
from ita_site.office.importer.words.looks import is_bare_figure
from ita_site.office.importer.words.roles import COUNTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.tables.grids import Grid

_PLANNED: Final = (
    *("steps", "guideline", "unit", "timeframe", "schedule", "start", "end", "monitoring"),
    *("objective", "target", "goal", "budget", "risk", "finding", "to_fix"),
)
_WITHOUT_NUMBERS: Final = (
    *("objective", "finding", "to_fix", "target", "goal", "risk", "monitoring", "schedule"),
)
"""Columns whose entries have no place for the number printed before them."""
FIGURE: Final = "เป็นจำนวน ไม่ใช่ชื่อมาตรการ"
HEADING: Final = "เป็นคำหัวข้อ ไม่ใช่ชื่อมาตรการ"
_ORDER: Final = (
    *("id", "label_as_printed", "title", "topic", "indicator", "instrument", "findings"),
    *("objective", "guidelines", "steps", "units", "timeframe", "targets", "budget", "risk"),
    *("monitoring", "reporting_rounds"),
)


def read_measures(grid: Grid, draft: Draft, within: Guess | None, heads: list[Span]) -> None:
    """Add a table's measures, the findings they answer, and the results they had."""
    before = [*draft.measures]
    note_parts(grid, draft)
    for entry in gather_entries(grid, draft, within, heads):
        titles = _without_bare_number(_titles(entry), entry)
        for fits, why in ((is_bare_figure, FIGURE), (is_name, HEADING)):
            titles = _without(fits, why, titles, draft)
        title = " ".join(item.words.text for item in titles)
        told = _told_before(title, entry, before, draft)
        if not (told or titles or entry.lines("steps") or entry.parts):
            _doubt_number_alone(entry, draft)
            draft.read = [each for each in draft.read if each not in entry.ticks]
            left = (*entry.words(), *entry.strays, *entry.ticks)
            draft.note_reason("แถวนี้ไม่มีทั้งชื่อมาตรการและขั้นตอน", *left)
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
            reports = read_reports(entry, name, targets, draft)
            titled = [_with_title(each, entry, titles) for each in reports[:1] if told]
            draft.reports += [*titled, *reports[len(titled) :]]


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
    words += [each for key in GROUPS for each in entry.lines(key)]
    notes = tuple(Note("ชื่อในตารางผล", each, said=True) for each in words)
    notes += tuple(Note(NUMBER, each, said=True) for key in COUNTERS for each in entry.lines(key))
    inner, before = (report.value, report.notes) if isinstance(report, Noted) else (report, ())
    return Noted(inner, (*notes, *before))


def _without_bare_number(titles: tuple[Item, ...], entry: Entry) -> tuple[Item, ...]:
    """The titles that are more than a number, which goes to the row's own number."""
    bare = [item.words for item in titles if is_bare_number(item.words)]
    if bare:
        entry.cells["number"] = [*entry.lines("number"), *bare]
    return tuple(item for item in titles if not is_bare_number(item.words))


def _without(
    fits: Callable[[str], bool], why: str, titles: tuple[Item, ...], draft: Draft
) -> tuple[Item, ...]:
    """The titles but those that only count something or are a heading, which are told."""
    others = [item.words for item in titles if fits(item.words.text)]
    for words in others:
        draft.doubt(words, f"“{words}” {why} จึงเก็บไว้ในไฟล์ข้อความที่เหลือ โปรดใส่ชื่อมาตรการเอง")
    draft.note_reason(why, *others)
    return tuple(item for item in titles if item.words not in others)


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
    grouped = entry.group is not None
    notes = [Note("", words, said=grouped) for words in (*entry.band, *labels)]
    notes += [Note(NUMBER, words, said=True) for key in COUNTERS for words in entry.lines(key)]
    if numbers := _list_numbers(entry):
        notes.append(Note("เลขข้อตามเอกสาร", join(numbers), said=True))
    if labels := [item.label for item in titles if item.label]:
        measure["label_as_printed"] = join(labels)
    if titles:
        measure["title"] = one_or_many([item.words for item in titles])
    if group := _group(titles, entry, draft):
        measure[group.kind] = group.id
    says_what = titles or entry.lines("steps") or entry.parts
    if says_what and (findings := read_row_findings(entry, group, draft)):
        measure["findings"] = one_or_many(findings)
    measure |= _texts(entry, "objective")
    measure |= what_to_do(entry, name, draft)
    measure |= _when(entry, draft, notes)
    measure |= read_means(entry, name, targets, draft)
    measure |= _texts(entry, "risk")
    return Noted({key: measure[key] for key in _ORDER if key in measure}, tuple(notes))


def _list_numbers(entry: Entry) -> list[Span]:
    """The numbers before entries that keep none."""
    parts = [Entry({key: list(row.cells.get(key, ())) for key in OF_A_STEP}) for row in entry.parts]
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
    for each in (times, days, both):
        doubt_times(each, year, draft)
    if frames := times.timeframes + days.timeframes + both.timeframes:
        fields["timeframe"] = one_or_many(frames)
    if lines := both.monitoring + watched.monitoring:
        fields["monitoring"] = one_or_many(lines)
    fields |= _rounds([both, watched], notes)
    return fields


def _rounds(times: list[Times], notes: list[Note]) -> dict[str, Value]:
    rounds = sorted({int(each) for cell in times for each in cell.rounds})
    notes += [Note("รอบรายงาน", words, said=True) for cell in times for words in cell.round_words]
    return {"reporting_rounds": [str(each) for each in rounds]} if rounds else {}
