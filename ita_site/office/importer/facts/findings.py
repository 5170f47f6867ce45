"""The findings a row names, with the questions they rest on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import Span, split_items
from ita_site.office.importer.document.values import (
    Value,
    get_fields,
    one_or_many,
)
from ita_site.office.importer.facts.entries import Entry, gather_entries
from ita_site.office.importer.words.questions import (
    cite,
    find_codes,
    get_key,
    is_range,
    split_questions,
)

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
        finding: dict[str, Value] = {"id": draft.choose_finding_id(item.words), "text": item.words}
        if group:
            finding[group.kind] = group.id
        own = cite_within(item.words, group, draft)
        if keys := [*([cited[at]] if paired else cited), *own]:
            finding["questions"] = one_or_many(list(dict.fromkeys(keys)))
        draft.findings.append(finding)
        ids.append(str(finding["id"]))
    if cited and not listed:
        draft.advise(entry.lines("question")[0], NO_FINDING)
        for key in cited:
            draft.remark(key, "มาตรการที่ตอบข้อนี้", *entry.lines("measure"))
    return ids


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
    """Add a table's findings by topic, and the questions they rest on."""
    for entry in gather_entries(grid, draft, within, heads):
        read_row_findings(entry, entry.group, draft)
