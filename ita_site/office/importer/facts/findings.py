"""The findings a row names, with the questions they rest on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import Span, split_items
from ita_site.office.importer.document.values import (
    Note,
    Noted,
    Value,
    get_fields,
    one_or_many,
)
from ita_site.office.importer.facts.entries import GROUPS, Entry, gather_entries
from ita_site.office.importer.facts.same_measure import NUMBER
from ita_site.office.importer.words.questions import (
    cite,
    find_codes,
    get_key,
    is_range,
    split_questions,
)
from ita_site.office.importer.words.roles import COUNTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.tables.grids import Grid
    from ita_site.office.importer.words.groups import Guess

NO_CODE: Final = "ไม่พบรหัสข้อคำถามหน้าข้อความ"
RANGE: Final = "เป็นช่วงของรหัสข้อคำถาม โปรดใส่ทีละข้อ"
ONE_TEXT: Final = "ข้อความ “{}” อยู่หลังรหัส {} และ {} จึงใส่ไว้ที่รหัสหลัง โปรดตรวจ"
NO_FINDING: Final = (
    "แถวบอกว่ามาตรการตอบข้อคำถามใด แต่ไม่มีข้อค้นพบหรือจุดอ่อนที่จะโยงข้อคำถามกับมาตรการ"
    " รหัสอยู่ใน questions ของ assessment.yml พร้อมหมายเหตุว่ามาตรการใดตอบ"
    " ถ้าจะโยง ให้เขียนข้อค้นพบที่มี questions แล้วใส่รหัสของข้อค้นพบใน findings ของมาตรการ"
)


def read_row_findings(entry: Entry, group: Guess | None, draft: Draft) -> list[str]:
    """The findings a row names beside its measure, with the questions they rest on."""
    cited = cite_cell(entry.lines("question"), group, draft)
    listed = split_items([*entry.lines("finding"), *entry.lines("to_fix")])
    paired = len(cited) == len(listed)
    ids = []
    for at, item in enumerate(listed):
        if known := _found_before(item.words, draft):
            ids.append(known)
            continue
        finding = finding_of(item.words, group, [cited[at]] if paired else cited, draft)
        draft.findings.append(finding)
        ids.append(str(finding["id"]))
    if cited and not listed:
        draft.advise(entry.lines("question")[0], NO_FINDING)
        for key in cited:
            draft.remark(key, "มาตรการที่ตอบข้อนี้", *entry.lines("measure"))
    return ids


def finding_of(
    words: Span, group: Guess | None, cited: Iterable[str], draft: Draft
) -> dict[str, Value]:
    """A finding of these words, with the questions that are cited beside it and within."""
    finding: dict[str, Value] = {"id": draft.choose_finding_id(words), "text": words}
    if group:
        finding[group.kind] = group.id
    if keys := [*dict.fromkeys((*cited, *cite_within(words, group, draft)))]:
        finding["questions"] = one_or_many(keys)
    return finding


def recommendations(lines: Iterable[Span], group: Guess | None) -> list[Value]:
    """What is to be done about what was found, each with the group it stands under."""
    points: list[Value] = []
    for item in split_items(lines):
        point: dict[str, Value] = {"text": item.words}
        if group:
            point[group.kind] = group.id
        if item.label:
            point["label_as_printed"] = item.label
        points.append(point)
    return points


def note_first(points: list[Value], others: list[Value], notes: Iterable[Note]) -> None:
    """Say above the first of what a row tells how its group is called, and its number."""
    if first := points or others:
        first[0] = Noted(first[0], tuple(notes))


def _found_before(words: Span, draft: Draft) -> str | None:
    """The finding of these very words, as a cell merged over several measures repeats it."""
    same = (each for each in draft.findings if get_fields(each)["text"] == words)
    return next((str(get_fields(each)["id"]) for each in same), None)


def cite_cell(lines: Iterable[Span], group: Guess | None, draft: Draft) -> list[str]:
    """The questions that a row's cell names, by their keys."""
    questions, others = split_questions(lines)
    keys = []
    for question in questions:
        keys.append(get_key(cite(draft, question.code, question.words or None, group)))
        if question.link:
            draft.remark(keys[-1], "คำเชื่อมในเอกสาร", question.link)
    for one, after in pairwise(questions):
        if after.words and not one.words:
            draft.doubt(after.code, ONE_TEXT.format(after.words, one.code, after.code))
    draft.note_reason(RANGE if any(map(is_range, others)) else NO_CODE, *others)
    return keys


def cite_within(words: Span, group: Guess | None, draft: Draft) -> list[str]:
    """The questions that a finding names in its own words, by their keys."""
    return [get_key(cite(draft, code, None, group)) for code in find_codes(words)]


def read_findings(grid: Grid, draft: Draft, within: Guess | None, heads: list[Span]) -> None:
    """Add a table's findings by topic, the questions they rest on, and what is recommended."""
    for entry in gather_entries(grid, draft, within, heads):
        known = len(draft.findings)
        read_row_findings(entry, entry.group, draft)
        found, points = (
            draft.findings[known:],
            recommendations(entry.lines("recommendation"), entry.group),
        )
        labels = [words for column in GROUPS for words in entry.lines(column)]
        notes = [Note("", words, said=entry.group is not None) for words in (*entry.band, *labels)]
        notes += [Note(NUMBER, words, said=True) for key in COUNTERS for words in entry.lines(key)]
        note_first(found, points, notes)
        draft.findings[known:] = found
        draft.recommendations += points
