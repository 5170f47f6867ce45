"""What came of a measure, from the cells beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.progress import Status
from ita_site.office.importer.cells import items
from ita_site.office.importer.entries import Entry
from ita_site.office.importer.headings import of_round
from ita_site.office.importer.ticks import status_of
from ita_site.office.importer.tree import Note, Noted, Value, one_or_many

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.spans import Words

_SAID: Final = re.compile(
    r"(?P<done>(?:ได้)?ดำเนินการ(?:เสร็จ(?:สิ้น|เรียบร้อย)?|เรียบร้อย|แล้วเสร็จ)(?:แล้ว)?)"
    r"|(?P<in_progress>อยู่ระหว่าง(?:การ)?ดำเนิน(?:การ|งาน)|กำลังดำเนินการ)"
    r"|(?P<not_started>ยังไม่(?:ได้)?(?:เริ่ม)?ดำเนินการ)"
)
_FIGURE: Final = re.compile(r"[0-9๐-๙]+[.][0-9๐-๙]+|ร้อยละ|[0-9๐-๙]+\s*(?:คน|ราย|ครั้ง|เรื่อง)")


ROUNDS: Final = ("3", "6", "9", "12")


def reports(entry: Entry, measure: str, draft: Draft) -> list[Value]:
    """A report, or one for each round that has a column of its own.

    What the row says once, such as its status, belongs to the latest of them.
    """
    told = [months for months in ROUNDS if entry.lines(of_round(months))]
    if not told:
        return [report(entry, measure, draft)]
    *earlier, latest = told
    cells = entry.cells | {"summary": [*entry.lines("summary"), *entry.lines(of_round(latest))]}
    return [
        *(
            report(Entry({"summary": entry.lines(of_round(months))}), measure, draft, months)
            for months in earlier
        ),
        report(Entry(cells), measure, draft, latest),
    ]


def report(entry: Entry, measure: str, draft: Draft, months: str | None = None) -> Value:
    """A report on a measure as printed; its status only where the words begin with one."""
    found: dict[str, Value] = {"measure": measure}
    notes: list[Note] = []
    if months or draft.round:
        found["round"] = months or draft.round
    found |= _status(entry, draft)
    if summary := items(entry.lines("summary")):
        found["summary"] = one_or_many([item.words for item in _with_labels(summary, notes)])
    if outcomes := items(entry.lines("outcome")):
        found["outcomes"] = [item.words for item in _with_labels(outcomes, notes)]
        for item in outcomes:
            _point_to_figures(item.words, draft)
    if obstacles := items(entry.lines("obstacles")):
        found["obstacles"] = one_or_many([item.words for item in _with_labels(obstacles, notes)])
    if evidence := items(entry.lines("evidence")):
        linked = [_evidence(item.words, draft) for item in evidence]
        found |= {"evidence": shown} if (shown := [each for each in linked if each]) else {}
    return Noted(found, tuple(notes))


def _with_labels(listed: tuple, notes: list[Note]) -> tuple:  # type: ignore[type-arg]
    notes += [Note("เลขข้อตามเอกสาร", item.label) for item in listed if item.label]
    return listed


def _status(entry: Entry, draft: Draft) -> dict[str, Value]:
    for words in entry.lines("status"):
        if status := status_of(words.text):
            return {"status": status.value, "status_as_printed": words}
    for words in (*entry.lines("status"), *entry.lines("summary")[:1]):
        if said := _SAID.match(words.own):
            printed = words.within(said)
            status = Status.parse(str(said.lastgroup))
            draft.doubt(printed, f"สถานะ “{status.label}” อ่านจากคำว่า “{printed}” โปรดยืนยัน")
            return {"status": status.value, "status_as_printed": printed}
    if listed := entry.lines("status"):
        return {"status_as_printed": listed[0]}
    return {}


def _point_to_figures(words: Words, draft: Draft) -> None:
    if _FIGURE.search(words.text):
        draft.doubt(words, "ผลลัพธ์มีตัวเลข ถ้าต้องการแสดงก่อนและหลัง ให้แยกใส่ metrics")


def _evidence(words: Words, draft: Draft) -> Value:
    if link := re.search(r"https?://\S+", words.own):
        title = words.cut(0, link.start()).stripped(" :-")
        return {"title": title or words, "url": words.within(link)}
    draft.because("หลักฐานไม่มีลิงก์", words)
    draft.doubt(words, f"หลักฐาน “{words}” ไม่มีลิงก์ จึงเก็บไว้ใน import-rest.txt")
    return {}
