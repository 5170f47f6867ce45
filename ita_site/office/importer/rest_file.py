"""The file of what no fact took: each text under its place, as YAML to paste where it belongs."""

from __future__ import annotations

import re
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING, Final

from ita_site.facts.writing.emit import BLANK, emit
from ita_site.facts.writing.scalar import UnwritableError
from ita_site.office.importer.document.spans import says_something
from ita_site.office.importer.document.values import strip_column
from ita_site.office.importer.facts.leftovers import NUMBERED, REPEATED
from ita_site.office.importer.facts.means import ONLY_AMOUNT
from ita_site.office.importer.tables.tables import PAGE_NUMBER
from ita_site.office.importer.words.roles import KEPT_ROLES, label_of
from ita_site.office.importer.words.ticks import is_tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.strict_yaml.document import Value
    from ita_site.office.importer.facts.leftovers import Leftover

_IN_MEASURES: Final = {
    "objective": "objective",
    "guideline": "guidelines",
    "steps": "steps",
    "unit": "units",
    "timeframe": "timeframe",
    "monitoring": "monitoring",
    "target": "targets",
    "goal": "targets",
    "risk": "risk",
    "budget": "budget",
    "budget_source": "budget",
}
_IN_REPORTS: Final = {
    "summary": "summary",
    "outcome": "outcomes",
    "obstacles": "obstacles",
    "suggestions": "suggestions",
    "evidence": "evidence",
    "reached": "reached",
    "before": "outcomes",
    "after": "outcomes",
    "status": "status_as_printed",
}
"""The fields that the words of a column would go to, by its role."""
_MISSING: Final = {
    "evidence": "หลักฐานต้องมีลิงก์ (url) หรือไฟล์ (file) ให้เปิดดู",
    "reached": "ต้องบอกว่าเป็นผลของตัวชี้วัดใด (target)",
    "before": "ค่าก่อนและหลังอยู่ใน metrics ของผลลัพธ์ ต้องมี name before และ after",
    "after": "ค่าก่อนและหลังอยู่ใน metrics ของผลลัพธ์ ต้องมี name before และ after",
}
"""What a field must have and the document does not say, by its role."""
_OF_WHAT: Final = "คะแนนต้องบอกว่าเป็นของตัวชี้วัดเลขใด (no) ใน assessment.yml"
_NO_FIELD: Final = "ข้อมูลไม่มีช่อง “{}”"
_KEPT: Final = {"remark": "{0}ของงบประมาณใส่ใน budget.note ของมาตรการได้ {0}เรื่องอื่นไม่มีช่องของตนเอง"}
"""What is said of a role without a field, where that is not all."""
_AGAIN: Final = "# เลขหน้า และหัวตารางหรือข้อความที่พิมพ์ซ้ำ ไม่ต้องใส่ที่ใด"
_INDENT: Final = "    "
"""So far from the edge stand the fields of a measure and of a report."""
_HEAD: Final = (
    "# ข้อความใน {document} ที่ไม่ได้อยู่ในไฟล์ข้อมูล",
    "# อ่านทีละข้อ บรรทัดที่ไม่ขึ้นต้นด้วย # คัดลอกไปวางได้ทั้งย่อหน้าตามที่บอกไว้ ถ้ามีช่องนั้นอยู่แล้ว ให้รวมเป็นช่องเดียว",
    "# ข้อที่ไม่บอกช่อง ให้เลือกช่องเอง ดูตัวอย่างด้วย ita-site explain ตามด้วยชื่อช่องหรือคำไทย",
    "# อ่านครบแล้วลบไฟล์นี้ได้",
)


def format_rest(kept: Iterable[Leftover], document: str) -> str:
    """The rest file: each text under its place, its measure, its reason and where it may go."""
    lines = [line.format(document=document) for line in _HEAD]
    again, others = _part_repeated(kept)
    for key, group in groupby(others, _row_of):
        lines += ["", *_format_row(*key, list(group))]
    if again:
        lines += ["", _AGAIN]
    for (_, place, _), group in groupby(again, _row_of):
        lines.append(f"# [{place}] {' | '.join(_one_line(each) for each in group)}")
    return "\n".join([*lines, ""])


def _row_of(kept: Leftover) -> tuple[str, str, str]:
    return kept.measure, strip_column(kept.place), kept.reason


def _one_line(kept: Leftover) -> str:
    return " ".join(" ".join(kept.texts).split())


def _part_repeated(kept: Iterable[Leftover]) -> tuple[list[Leftover], list[Leftover]]:
    """What nobody has to read, and what else is left.

    That is numbers of pages, headings of further pages, and lines that stand there already.
    """
    again: list[Leftover] = []
    others: list[Leftover] = []
    seen: set[tuple[str, ...]] = set()
    for each in kept:
        is_line = not (each.in_table or each.measure)
        is_page = is_line and all(map(PAGE_NUMBER.fullmatch, each.texts))
        is_again = each.reason == REPEATED or (is_line and each.texts in seen)
        (again if is_page or is_again else others).append(each)
        if is_line:
            seen.add(each.texts)
    return again, others


def _format_row(measure: str, place: str, reason: str, row: list[Leftover]) -> Iterator[str]:
    where = place if len(row) > 1 else row[0].place
    of = f" ของมาตรการ {measure}" if measure else ""
    yield f"# [{where}]{of} {reason}"
    head = "หัวตาราง" if row[0].in_table else "หัวข้อ"
    for (heading, role), group in groupby(row, lambda each: (each.heading, each.role)):
        if heading:
            yield f"# {head} {' '.join(heading.split())}"
        texts = [cleaned for each in group for text in each.texts for cleaned in _lines(text)]
        if reason == NUMBERED:
            yield from (f"# {text}" for text in texts)
        else:
            yield from _format_texts(texts, role, measure)


def _lines(text: str) -> Iterator[str]:
    """The lines that say something, without brackets and signs whose other half is elsewhere."""
    for line in map(str.strip, text.splitlines()):
        if says_something(line) or is_tick(line):
            yield _without_debris(line)


def _without_debris(line: str) -> str:
    line = re.sub(r"^[\s),;/]+(?=.)|[\s(,;/]+$", "", line)
    if line.count("(") > line.count(")"):
        line = line.removeprefix("(")
    return line.removesuffix(")") if line.count(")") > line.count("(") else line


def _format_texts(texts: list[str], role: str, measure: str) -> Iterator[str]:
    field = _IN_MEASURES.get(role) or _IN_REPORTS.get(role)
    if measure and field:
        file = "measures.yml" if role in _IN_MEASURES else "progress.yml"
        owner = "" if role in _IN_MEASURES else "รายงานของ"
        yield f"# ถ้าเป็นข้อมูล วางใต้{owner}มาตรการ {measure} ใน {file}"
        lines = _as_yaml({field: _value(role, texts)}, texts, _INDENT)
        yield from _to_be_completed(lines, _MISSING[role]) if role in _MISSING else lines
        return
    if role == "score" and len(texts) == 1:
        score: Value = {"indicators": [{"no": BLANK, "score": texts[0]}]}
        yield from _to_be_completed(_as_yaml(score, texts), _OF_WHAT)
        return
    if role in KEPT_ROLES:
        said = _KEPT.get(role, _NO_FIELD).format(label_of(role))
        yield f"# {said} ถ้าประชาชนควรรู้ ให้เขียนต่อในช่องที่พูดเรื่องเดียวกัน"
    for text in texts:
        yield from _as_yaml([text], [text])


def _to_be_completed(lines: Iterable[str], missing: str) -> Iterator[str]:
    """What cannot be pasted as it stands, and what it needs first."""
    yield f"# {missing} เติมแล้วลบ “# ” หน้าบรรทัด จึงวางได้"
    yield from (f"# {line}" for line in lines)


def _value(role: str, texts: list[str]) -> Value:
    """The texts in the shape of their field."""
    match role:
        case "budget":
            sums = [found["sum"] for text in texts if (found := ONLY_AMOUNT.fullmatch(text))]
            whole = len(texts) == len(sums) == 1
            return {"amount": sums[0]} if whole else {"note": " ".join(texts)}
        case "budget_source":
            return {"source": " ".join(texts)}
        case "evidence":
            return [{"title": text, "url": BLANK} for text in texts]
        case "reached":
            return [{"target": BLANK, "value": text} for text in texts]
        case "status":
            return " ".join(texts)
    return [*texts]


def _as_yaml(tree: Value, texts: list[str], margin: str = "") -> Iterator[str]:
    """What can be pasted; texts that YAML cannot hold stay as they are."""
    try:
        yield from indent(emit(tree).rstrip("\n"), margin).split("\n")  # type: ignore[arg-type]
    except UnwritableError:
        yield from (f"- {text}" for text in texts)
