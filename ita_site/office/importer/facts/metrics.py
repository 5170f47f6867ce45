"""A figure before and after, as two cells of a row tell it: a metric of an outcome."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.values import Rewritten, Value, get_fields
from ita_site.office.importer.facts.titles import drafted_title

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.facts.entries import Entry

_COUNT: Final = r"(?:ร้อยละ\s*)?[0-9๐-๙][0-9๐-๙,.]*"
_IN_PROSE: Final = re.compile(
    rf"จาก(?:เดิม)?\s*(?P<before>{_COUNT}(?:\s*[ก-๎%]{{1,12}})??)\s*(?:ลดลง|เพิ่มขึ้น|มา)*(?:เป็น|เหลือ(?:เพียง)?)\s*"
    rf"(?P<after>{_COUNT}(?:\s*[ก-๎%]{{1,12}}(?![ก-๎]))?)(?![0-9๐-๙/])"
)
"""Figures before and after that a sentence tells: จาก 9 วัน เหลือ 3 วัน."""
TOLD_IN_PROSE: Final = (
    "ข้อความบอกค่าก่อน “{}” และหลัง “{}” ถ้าต้องการแสดงเปรียบเทียบ ให้แยกใส่ metrics ใต้ outcomes"
)
_LEVELS: Final = " > "
_FIGURE: Final = re.compile("[0-9๐-๙]|ไม่มี")
NAMED: Final = "“{}” และ “{}” อ่านเป็นค่าก่อนและหลังของ “{}” โปรดตรวจ name ของ metrics ว่าวัดสิ่งนี้"
NO_PAIR: Final = "“{}” อยู่ในช่องค่าก่อนหรือหลัง แต่ไม่มีตัวเลขทั้งสองค่าอย่างละค่า จึงเก็บไว้ในไฟล์ข้อความที่เหลือ"


def read_metric(entry: Entry, measure: str, draft: Draft) -> Value | None:
    """The outcome that a row's figures make; None where it has not one of each, which is told."""
    before, after = entry.lines("before"), entry.lines("after")
    values = [*before, *after]
    if not values:
        return None
    if len(before) != 1 or len(after) != 1 or not all(_FIGURE.search(each.own) for each in values):
        draft.keep_with(measure, *values)
        draft.note_reason("ไม่มีทั้งค่าก่อนและค่าหลัง", *values)
        draft.doubt(values[0], NO_PAIR.format(values[0]))
        return None
    name = _name(values, measure, draft)
    draft.doubt(before[0], NAMED.format(before[0], after[0], name))
    draft.doubted |= {part.source.at for part in after[0].parts()}
    text = " ".join(f"{_levels(each, draft)[-1]} {each}".strip() for each in values)
    metric: dict[str, Value] = {"name": name, "before": before[0], "after": after[0]}
    return {"text": Rewritten(text, tuple(values)), "metrics": [metric]}


def advise_of_prose(entry: Entry, draft: Draft) -> None:
    """Tell of figures before and after that stand in a summary, where no cell has them."""
    for words in entry.lines("summary"):
        for found in _IN_PROSE.finditer(words.own):
            draft.advise(words, TOLD_IN_PROSE.format(found["before"], found["after"]))


def _name(values: list[Span], measure: str, draft: Draft) -> str:
    """What stands above both headings, else what the measure is called: it is a figure of that."""
    above = {_LEVELS.join(_levels(each, draft)[:-1]) for each in values}
    if len(above) == 1 and (name := above.pop()):
        return name
    of_id = (each for each in draft.measures if str(get_fields(each).get("id")) == measure)
    return next(map(drafted_title, of_id), "") or measure


def _levels(words: Span, draft: Draft) -> list[str]:
    """What stands above a value, from the highest level of headings to the lowest."""
    return draft.headings.get(words.source.at, "").split(_LEVELS)


def with_metric(outcomes: list[Value], made: Value | None) -> list[Value]:
    """The outcomes with a row's figures: those of the only one, else one more."""
    if made is None:
        return outcomes
    if len(outcomes) == 1:
        return [{"text": outcomes[0], "metrics": get_fields(made)["metrics"]}]
    return [*outcomes, made]
