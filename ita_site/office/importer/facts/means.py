"""What a measure promises and what it costs: its targets with their goals, its budget."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import split_items
from ita_site.office.importer.document.values import Note, Noted, Value, join

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.facts.entries import Entry

_AMOUNT: Final = re.compile(r"(?<![0-9๐-๙.])[0-9๐-๙][0-9๐-๙,]*(?:\.[0-9๐-๙]{1,2})?(?!\.?[0-9๐-๙])")
_COUNT: Final = 10
_WITH_GOAL: Final = re.compile(r"(?P<text>.+?)\s+เป้าหมาย\s*(?P<goal>\D*[0-9๐-๙].*)", re.DOTALL)
_BAHT: Final = r"\s*(?:\.[-–]|(?:\.?[-–])?\s*(?:บาท|บ\.(?![ก-ฮ])))"
"""How a sum says that it is one: บาท, บ., or .- behind it."""
_SUM: Final = re.compile(rf"{_AMOUNT.pattern}{_BAHT}")
_YEAR: Final = re.compile(
    r"(?:พ\.?\s?ศ\.?|ปี(?:งบประมาณ)?)\s*[0-9๐-๙]{2,4}(?![0-9๐-๙,])"
    r"|(?<![0-9๐-๙,.])(?:25|๒๕)[0-9๐-๙]{2}(?!\s*บาท|[0-9๐-๙,.])"
)
_EACH: Final = re.compile(r"ละ\s*$")
"""What makes a sum one of several: `คนละ 200 บาท`."""
_SOURCE: Final = re.compile(r"(?:จาก)?(?=เทศบัญญัติ|ข้อบัญญัติ|งบ|เงิน|กองทุน)|จาก")
ONLY_AMOUNT: Final = re.compile(
    rf"(?:จำนวน|เป็นเงิน|วงเงิน|ไม่เกิน)?\s*฿?\s*(?P<sum>{_AMOUNT.pattern})(?:\s*(?:\.?[-–]|บาท(?:ถ้วน)?|บ\.(?![ก-ฮ]))){{0,2}}"
)


def read_means(entry: Entry, measure: str, targets: list[Span], draft: Draft) -> dict[str, Value]:
    """The targets and the budget of a measure; `targets` takes the words of the targets."""
    listed = _targets(entry.lines("target"), entry.lines("goal"), entry.lines("target_unit"))
    for row in entry.parts:
        cells = (list(row.cells.get(key, ())) for key in ("target", "goal", "target_unit"))
        listed += _targets(*cells)
    targets += [text for each in listed if (text := _text(each))]
    fields: dict[str, Value] = {"targets": [*listed]} if listed else {}
    if budget := _budget(entry, measure, draft):
        fields["budget"] = budget
    return fields


def _text(target: Value) -> Span | None:
    words = target.get("text") if isinstance(target, dict) else target
    return words if not isinstance(words, str | list | dict) else None  # type: ignore[return-value]


def _targets(texts: list[Span], goals: list[Span], units: list[Span]) -> list[Value]:
    """The targets of one row, a goal and a unit each: where there are as many, or one target."""
    items = _with_counts([item.words for item in split_items(texts)])
    aims = [item.words for item in split_items(goals)]
    if not items:
        return list(aims)
    if len(items) == 1 and aims:
        aims = [join(aims)]
    if len(aims) not in (0, len(items)):
        return [*items, *aims]
    in_units = units if len(units) == len(items) else units * len(items) if len(units) == 1 else []
    if not aims:
        parted = zip_longest(map(_parted, items), in_units[: len(items)])
        return [_target(text, goal, unit) for (text, goal), unit in parted]
    return [_target(*each) for each in zip_longest(items, aims, in_units)]


def _with_counts(lines: list[Span]) -> list[Span]:
    """The lines, with the word of a count that a narrow column put below its number."""
    joined: list[Span] = []
    for words in lines:
        if joined and len(words.text) <= _COUNT and joined[-1].own[-1:].isdigit():
            joined[-1] = joined[-1].followed_by(words, spaced=True)
        else:
            joined.append(words)
    return joined


def _parted(item: Span) -> tuple[Span, Value | None]:
    """A target that says its goal behind itself: `เวลารอคอย เป้าหมาย ไม่เกิน 20 นาที`."""
    found = _WITH_GOAL.fullmatch(item.own)
    if found is None or item.then:
        return item, None
    return item.within(found, "text"), Noted(item.within(found, "goal"), (Note("", item),))


def _target(text: Span, goal: Value | None, unit: Span | None) -> Value:
    fields: dict[str, Value] = {"text": text}
    if goal:
        fields["goal"] = goal
    if unit:
        fields["unit"] = unit
    return fields if len(fields) > 1 else text


def _sum_and_rest(lines: list[Span]) -> dict[str, Value]:
    """A sum on a line of its own, where the others only say from where and what for."""
    sums = [(words, found) for words in lines if (found := ONLY_AMOUNT.fullmatch(words.own))]
    rest = [words for words in lines if not ONLY_AMOUNT.fullmatch(words.own)]
    if len(sums) != 1 or not rest or any(_SUM.search(words.own) for words in rest):
        return {}
    [(printed, amount)] = sums
    fields: dict[str, Value] = {
        "amount": Noted(printed.within(amount, "sum"), (Note("ตามเอกสาร", printed),))
    }
    sources = [(words, found) for words in rest if (found := _SOURCE.match(words.own))][:1]
    for words, found in sources:
        fields["source"] = words.cut(found.end())
    if notes := [words for words in rest if words not in [each for each, _ in sources]]:
        fields["note"] = join(notes)
    return fields


def _budget(entry: Entry, measure: str, draft: Draft) -> Value:
    """One sum, or words that there is none; several sums are kept, for a measure has one."""
    lines = [*entry.lines("budget")]
    lines += [words for row in entry.parts for words in row.cells.get("budget", ())]
    fields: dict[str, Value] = {}
    if sum(map(_tells_sum, lines)) > 1:
        draft.keep_with(measure, *lines)
        draft.note_reason("มีงบประมาณหลายจำนวน มาตรการหนึ่งมีได้จำนวนเดียว", *lines)
        draft.doubt(lines[0], "มีงบประมาณหลายจำนวน จึงเก็บไว้ โปรดใส่จำนวนรวมเอง")
    elif parted := _sum_and_rest(lines):
        return parted
    elif len(lines) == 1:
        fields |= _one_line(lines[0])
    elif lines:
        fields["note"] = join(lines)
    if source := entry.lines("budget_source"):
        fields["source"] = join(source)
    return fields


def _tells_sum(words: Span) -> bool:
    return bool(ONLY_AMOUNT.fullmatch(words.own) or _SUM.search(words.own))


def _one_line(words: Span) -> dict[str, Value]:
    """A sum, with the words around it as a note."""
    if found := ONLY_AMOUNT.fullmatch(words.own):
        printed = () if found["sum"] == found[0] else (Note("ตามเอกสาร", words),)
        return {"amount": Noted(words.within(found, "sum"), printed)}
    own = _YEAR.sub(lambda year: " " * len(year[0]), words.own)
    amounts = list(_AMOUNT.finditer(own))
    behind = own[amounts[0].end() :] if len(amounts) == 1 else ""
    is_sum = "บาท" in behind or re.match(_BAHT, behind) is not None
    if is_sum and not _EACH.search(own, 0, amounts[0].start()):
        return {"amount": words.within(amounts[0]), "note": words}
    return {"note": words}
