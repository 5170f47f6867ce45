"""The official memo at a document's beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.tree import Note, Noted, joined

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.spans import Words
    from ita_site.office.importer.tree import Value

_TITLE: Final = re.compile(r"\W*บันทึกข้อความ\W*")
_DOTS: Final = " .…_:"
_PHONE: Final = re.compile(r"(?:โทร(?:ศัพท์)?\.?)\s*(?P<phone>[0-9๐-๙][0-9๐-๙ \-]*)")
_DATE: Final = re.compile(
    r"วันที่[\s.…]*(?P<date>[0-9๐-๙]{1,2}\s*(?:เดือน\s*)?\S+\s*(?:พ\.ศ\.\s*)?[0-9๐-๙]{4})"
)
_LABEL: Final = re.compile(r"(?:ส่วนราชการ|ที่|เรื่อง(?!เดิม)|เรียน)")
_FARTHEST: Final = 12


def read_memo(listed: list[Words], draft: Draft) -> None:
    """Find the memo's fields: unit, telephone, number, date, subject and addressee."""
    start = next((at for at, words in enumerate(listed) if _TITLE.fullmatch(words.text)), None)
    if start is None:
        return
    memo: dict[str, Value] = {}
    subject: list[Words] = []
    notes: list[Note] = []
    for words in listed[start + 1 : start + _FARTHEST]:
        if subject and not memo.get("addressed_to") and words.own.startswith((".", "…")):
            subject.append(words.stripped(_DOTS))
            continue
        label = _LABEL.match(words.own)
        if label is None:
            break
        notes.append(Note("", words))
        value = words.cut(label.end()).stripped(_DOTS)
        if label[0] == "เรื่อง":
            subject.append(value)
        else:
            memo |= _field(label[0], value)
    if subject:
        memo["subject"] = joined(subject)
    ordered = ("unit", "phone", "number", "date", "subject", "addressed_to")
    if memo:
        if "unit" in memo:
            draft.info.setdefault("prepared_by", memo["unit"])
        fields = {key: memo[key] for key in ordered if key in memo}
        draft.info["memo"] = Noted(fields, tuple(notes))


def _field(label: str, value: Words) -> dict[str, Value]:
    if label == "ส่วนราชการ":
        return _cut_out(value, _PHONE, "unit", "phone")
    if label == "ที่":
        return _cut_out(value, _DATE, "number", "date")
    return {"addressed_to": value} if label == "เรียน" else {}


def _cut_out(value: Words, pattern: re.Pattern[str], before: str, group: str) -> dict[str, Value]:
    """A line of two fields: what stands before the pattern, and what the pattern names."""
    found = pattern.search(value.own)
    if not found:
        return {before: value}
    fields: dict[str, Value] = {group: value.within(found, group)}
    if first := value.cut(0, found.start()).stripped(_DOTS):
        fields[before] = first
    return fields
