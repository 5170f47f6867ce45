"""The findings a row names, with the questions they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.office.importer.document.spans import Span, split_items
from ita_site.office.importer.document.values import (
    Value,
    get_fields,
    one_or_many,
)
from ita_site.office.importer.facts.entries import Entry, gather_entries
from ita_site.office.importer.words.questions import cite, get_key, split_questions

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.tables.grids import Grid
    from ita_site.office.importer.words.groups import Guess


def read_row_findings(entry: Entry, group: Guess | None, draft: Draft) -> list[str]:
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
        read_row_findings(entry, entry.group, draft)
