"""What came of a measure: a report for each round that the table has columns for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.progress import Status
from ita_site.facts.thai.calendar import parse_date
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.document.spans import split_items
from ita_site.office.importer.document.values import Note, Noted, Rewritten, Value, one_or_many
from ita_site.office.importer.facts.entries import Entry
from ita_site.office.importer.facts.evidence import read_evidence
from ita_site.office.importer.facts.metrics import advise_of_prose, read_metric, with_metric
from ita_site.office.importer.facts.rounds_in_cells import SAID_ROUND, with_rounds
from ita_site.office.importer.tables.plan_rows import DONE_WHEN, ONLY_WHEN, done_in
from ita_site.office.importer.words.dates import has_christian_year, in_thai
from ita_site.office.importer.words.roles import RESULT_ROLES, result_key
from ita_site.office.importer.words.said_status import find_said_status
from ita_site.office.importer.words.ticks import guess_status, parse_status

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Item, Span

DAY: Final = "reported_on"
NOT_ALL: Final = "“{}” แต่ข้อความบอกว่ายังไม่ครบ จึงไม่ใส่สถานะ โปรดใส่ status เอง"
NOTHING_CAME: Final = "“{}” อยู่ในช่องผลลัพธ์ แต่มาตรการยังไม่เริ่ม จึงใส่เป็น summary โปรดตรวจ"
_FIGURE: Final = re.compile(r"[0-9๐-๙]+[.][0-9๐-๙]+|ร้อยละ|[0-9๐-๙]+\s*(?:คน|ราย|ครั้ง|เรื่อง)")
_PERCENT: Final = re.compile(
    r"(?:ร้อยละ)?\s*(?P<percent>[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]+)?)\s*(?:%|เปอร์เซ็นต์)?"
)
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_WHY: Final = re.compile(r"\s*(?:เนื่องจาก|เพราะ|ด้วย(?:เหตุ)?|$)")
"""Behind a status that is all a result says."""
_WHOLE: Final = 100

_OF_ROUND: Final = (*RESULT_ROLES, SAID_ROUND)


def has_results(entry: Entry) -> bool:
    """Whether a row tells what came of its measure; the day of a report alone tells nothing."""
    told = {*RESULT_ROLES, DONE_WHEN} - {DAY}
    return any(lines and _role(key) in told for key, lines in entry.cells.items())


def _role(key: str) -> str:
    return key.partition(" ")[0]


def read_reports(entry: Entry, measure: str, targets: list[Span], draft: Draft) -> list[Value]:
    """A report, or one for each round that has columns of its own; none where only rounds stand.

    Args:
        entry: The row.
        measure: The measure's id.
        targets: What the measure promises, for the values that were reached.
        draft: Takes what is to be looked at.

    Returns:
        The reports. What the row says once, such as its status, belongs to the latest of them.
    """
    entry = with_rounds(entry, draft)
    filled = {key: lines for key, lines in entry.cells.items() if lines}
    rounds = {key.partition(" ")[2] for key in filled if _role(key) in RESULT_ROLES}
    listed = sorted(rounds - {""}, key=int)
    if not has_results(entry):
        return []
    if not listed:
        return [_read_report(entry, measure, targets, draft, draft.round)]
    *earlier, latest = listed
    reports = [
        _read_report(_of_round(entry, months), measure, targets, draft, months)
        for months in earlier
    ]
    own = _of_round(entry, latest)
    once = {role: entry.lines(role) + own.lines(role) for role in (*_OF_ROUND, DONE_WHEN)}
    return [*reports, _read_report(Entry(once), measure, targets, draft, latest)]


def _of_round(entry: Entry, months: str) -> Entry:
    return Entry({role: entry.lines(result_key(role, months)) for role in _OF_ROUND})


def _read_report(
    entry: Entry, measure: str, targets: list[Span], draft: Draft, months: str
) -> Value:
    """A report on a measure as printed; its status only where the words begin with one."""
    fields: dict[str, Value] = {"measure": measure}
    notes = [Note("", words, said=True) for words in entry.lines(SAID_ROUND)]
    if months:
        fields["round"] = months
    fields |= _status(entry, draft)
    fields |= _percent(entry, measure, draft)
    fields |= _summary(entry, notes, draft)
    fields |= _outcomes(entry, measure, fields, notes, draft)
    fields |= _reached(entry, measure, targets, notes, draft)
    for role in ("obstacles", "suggestions"):
        if listed := split_items(entry.lines(role)):
            fields[role] = one_or_many(_note_labels(listed, notes))
    shown = _note_labels(split_items(entry.lines("evidence")), notes)
    if evidence := read_evidence(shown, measure, draft):
        fields["evidence"] = evidence
    if day := _own_day(entry, measure, draft) or _day(entry, months, draft):
        fields["updated_on"] = day
    return Noted(fields, tuple(notes))


def _outcomes(
    entry: Entry, measure: str, told: dict[str, Value], notes: list[Note], draft: Draft
) -> dict[str, Value]:
    """What came of it, with figures before and after; of what is not begun it is the summary."""
    items = split_items(entry.lines("outcome"))
    words = _note_labels(items, notes)
    made = read_metric(entry, measure, draft)
    if made is None:
        advise_of_prose(entry, draft)
    if words and not made and _is_before_all(told):
        draft.doubt(words[0], NOTHING_CAME.format(words[0]))
        return {"summary": one_or_many(words)}
    for each in words:
        if _FIGURE.search(each.text) and not made:
            draft.advise(each, "ผลลัพธ์มีตัวเลข ถ้าต้องการแสดงก่อนและหลัง ให้แยกใส่ metrics")
    outcomes = with_metric([*words], made)
    return {"outcomes": outcomes} if outcomes else {}


def _is_before_all(fields: dict[str, Value]) -> bool:
    """Whether nothing can have come of it yet, and nothing else says what was done."""
    return fields.get("status") == Status.NOT_STARTED.value and "summary" not in fields


def _summary(entry: Entry, notes: list[Note], draft: Draft) -> dict[str, Value]:
    """What was done, or no more than when, where a row of ticks says only that."""
    if summary := split_items(entry.lines("summary")):
        return {"summary": one_or_many(_note_labels(summary, notes))}
    if when := entry.lines(DONE_WHEN):
        draft.doubt(when[0], ONLY_WHEN)
        return {"summary": done_in(when)}
    return {}


def _day(entry: Entry, months: str, draft: Draft) -> Span | None:
    """The day of the report: that above one of its cells, else the document's of that round."""
    sources = (words.source.at for lines in entry.cells.values() for words in lines)
    of_all = draft.as_of if draft.round in ("", months) else None
    return next((draft.days[at] for at in sources if at in draft.days), of_all)


def _own_day(entry: Entry, measure: str, draft: Draft) -> Value | None:
    """The day that the row itself says; what is no day is kept and told."""
    for words in entry.lines(DAY):
        if day := _read_day(words):
            if has_christian_year(words.text):
                draft.doubt(words, f"วันที่รายงาน “{words}” เป็นปี ค.ศ. อ่านเป็น “{in_thai(words.text)}”")
            return day
        draft.keep_with(measure, words)
        draft.note_reason("ไม่ใช่วันที่วันเดียว", words)
        draft.doubt(words, f"“{words}” ไม่ใช่วันที่วันเดียว จึงไม่ใส่เป็นวันที่รายงาน โปรดใส่ updated_on เอง")
    return None


def _read_day(words: Span) -> Value | None:
    """A day as printed, or in Thai where the print has figures or another calendar."""
    text = in_thai(words.text)
    try:
        parse_date(text)
    except ValueError:
        return None
    if text == words.text:
        return words
    return Noted(Rewritten(text, (words,)), (Note("ตามเอกสาร", words),))


def _note_labels(listed: tuple[Item, ...], notes: list[Note]) -> list[Span]:
    """The words of entries; their printed numbers go to the remarks."""
    notes += [Note("เลขข้อตามเอกสาร", item.label, said=True) for item in listed if item.label]
    return [item.words for item in listed]


def _status(entry: Entry, draft: Draft) -> dict[str, Value]:
    for words in entry.lines("status"):
        if status := parse_status(words.text) or parse_status(_IN_BRACKETS.sub("", words.text)):
            return {"status": status.value, "status_as_printed": words}
    for words in (*entry.lines("status"), *entry.lines("summary")[:1]):
        said = find_said_status(words.own)
        printed = words.cut(0, said.end) if said else words
        if said and said.status:
            if parse_status(printed.text) is said.status and _WHY.match(words.own, said.end):
                return {"status": said.status.value, "status_as_printed": printed}
            draft.doubt(printed, f"สถานะ “{said.status.label}” อ่านจากคำว่า “{printed}” โปรดยืนยัน")
            return {"status": said.status.value, "status_as_printed": printed}
        if said and words not in entry.lines("status"):
            draft.doubt(printed, NOT_ALL.format(printed))
    for words in entry.lines("status"):
        if guessed := guess_status(words.text, whatever=True):
            draft.doubt(words, f"สถานะ “{guessed.label}” อ่านจากคำว่า “{words}” โปรดยืนยัน")
            return {"status": guessed.value, "status_as_printed": words}
    if listed := entry.lines("status"):
        draft.doubt(listed[0], f"“{listed[0]}” ไม่ใช่คำบอกสถานะที่รู้จัก โปรดใส่ status เอง")
        return {"status_as_printed": listed[0]}
    return {}


def _percent(entry: Entry, measure: str, draft: Draft) -> dict[str, Value]:
    for words in entry.lines("percent"):
        found = _PERCENT.fullmatch(words.own)
        if found and float(to_arabic(found["percent"])) <= _WHOLE:
            printed = () if found["percent"] == found[0] else (Note("ตามเอกสาร", words),)
            return {"percent_done": Noted(words.within(found, "percent"), printed)}
        draft.keep_with(measure, words)
        draft.note_reason("ไม่ใช่ร้อยละ 0 ถึง 100", words)
        draft.doubt(words, f"“{words}” อยู่ในช่องร้อยละแต่ไม่ใช่ร้อยละ จึงเก็บไว้ในไฟล์ข้อความที่เหลือ")
    return {}


def _reached(
    entry: Entry, measure: str, targets: list[Span], notes: list[Note], draft: Draft
) -> dict[str, Value]:
    """Values for the measure's targets, one each; without a target there is no place for them."""
    values = _note_labels(split_items(entry.lines("reached")), notes)
    if values and len(values) == len(targets):
        pairs = zip(targets, values, strict=True)
        return {"reached": [{"target": target.text, "value": value} for target, value in pairs]}
    draft.keep_with(measure, *values)
    draft.note_reason("ไม่ทราบว่าเป็นผลของตัวชี้วัดใด", *values)
    return {}
