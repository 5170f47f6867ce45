"""The plan as YAML: written for the officer, read again when it was mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from ita_site.facts.content.folder import PLAN
from ita_site.facts.writing.emit import emit
from ita_site.office.importer.plan.plan import FORM, KEEP, ColumnPlan, describe_role
from ita_site.office.importer.plan.prose_plan import WORDS, ProsePlan
from ita_site.office.importer.words.roles import GROUPS_SHOWN, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.office.importer.plan.plan import ColumnReading, TableReading
    from ita_site.office.importer.plan.prose_plan import ProseReading

_HEAD: Final = (
    "แผนการนำเข้า {document}\n"
    "แต่ละคอลัมน์คืออะไร แก้คำหลัง role: ให้ถูก แล้วสั่ง ita-site import ไฟล์เดิมอีกครั้ง\n"
    "คำที่ใช้ได้:\n  {words}\n"
    "round: คือรอบรายงาน (เดือน) ของผล  heading_rows: คือแถวที่เป็นหัวตาราง เช่น [1, 2]\n"
    "goes_on: คือตารางที่ต่อจากตารางนี้ เช่น goes_on: [ตาราง 2] แล้วลบรายการ table: ตาราง 2 ออก\n"
    "leave_out: คือแถวที่ไม่ใช่ข้อมูล เช่น แถวรวม เขียนชื่อแถวเต็ม เช่น leave_out: [ตาราง 1 แถว 9]\n"
    "shape: แบบฟอร์ม คือแต่ละแถวเป็นหัวข้อกับคำตอบ เช่น มาตรการ | ทำป้าย  shape: ตาราง คือแถวละเรื่อง\n"
    "เปลี่ยน shape แล้วสั่งนำเข้าพร้อม --plan อีกครั้ง แผนจะเขียนหัวข้อใหม่ให้เอง"
)
_PROSE: Final = (
    "ข้อความนอกตาราง แต่ละข้อคือบรรทัดชนิดเดียวกัน และเริ่มสิ่งใด role: มาตรการ คือบรรทัดนี้เป็นชื่อมาตรการ\n"
    "role อื่น คือสิ่งที่บอกของมาตรการที่อยู่เหนือขึ้นไป บรรทัดที่ไม่อยู่ในแผนต่อจากบรรทัดบน\n"
    "ใช้ได้อีก: {words} ถ้าบรรทัดในข้อเดียวกันไม่เหมือนกัน แยกเป็นสองข้อได้  label: คือคำต้นบรรทัดที่ไม่ใช่เนื้อหา"
)
_LONGEST: Final = 60
_IN_A_LINE: Final = 8


def plan_path(document: Path) -> Path:
    """Where the plan of a document lies: beside it."""
    return document.with_name(f"{document.name}{PLAN}")


class Read(Protocol):
    """How a document was read."""

    @property
    def tables(self) -> tuple[TableReading, ...]:
        """Its tables."""

    @property
    def prose(self) -> tuple[ProseReading, ...]:
        """Its lines outside tables that begin something."""


def format_plan(document: str, read: Read) -> str:
    """The plan of how a document was read, with the first two cells above each column."""
    listed = read.tables
    remarks: dict[tuple[str | int, ...], str] = {}
    for at, table in enumerate(listed):
        for column, reading in enumerate(table.columns):
            if remark := "\n".join(_remarks(reading)):
                remarks["tables", at, "columns", column] = remark
    for at, lines in enumerate(read.prose):
        may_be = f"\nอาจเป็น {label_of(lines.second)}" if lines.second else ""
        remarks["prose", at] = f"{' | '.join(map(_cut, lines.samples))}{may_be}"
    words = "\n  ".join(_list_words())
    remarks[()] = _HEAD.format(document=document, words=words)
    tree: dict[str, Any] = {"document": document, "tables": [_as_tree(table) for table in listed]}
    if read.prose:
        remarks["prose",] = _PROSE.format(words=", ".join(WORDS.values()))
        tree["prose"] = [_prose_tree(lines.plan) for lines in read.prose]
    return emit(tree, remarks)


def describe_prose_role(role: str | None) -> str:
    """What a plan writes for what a line begins."""
    return WORDS.get(role or "") or describe_role(role)


def _prose_tree(plan: ProsePlan) -> dict[str, Any]:
    label = {"label": plan.label} if plan.label else {}
    return {**label, "lines": list(plan.lines), "role": describe_prose_role(plan.role)}


def _list_words() -> Iterator[str]:
    """The words an officer may choose from, a few in a line."""
    for group, roles in GROUPS_SHOWN.items():
        labels = [label_of(role) for role in roles]
        lines = [labels[at : at + _IN_A_LINE] for at in range(0, len(labels), _IN_A_LINE)]
        yield f"{group}: {', '.join(lines[0])}"
        yield from (f"  {', '.join(line)}" for line in lines[1:])
    yield f"ไม่มีช่อง: {KEEP}"


def _remarks(reading: ColumnReading) -> Iterator[str]:
    if shown := [_cut(text) for text in reading.samples if text]:
        yield f"เช่น {' | '.join(shown)}"
    if reading.guess:
        yield f"ไม่แน่ใจ: {reading.guess}"
    if reading.second and (reading.guess or not reading.plan.role):
        yield f"อาจเป็น {label_of(reading.second)}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _as_tree(table: TableReading) -> dict[str, Any]:
    tree: dict[str, Any] = {"table": table.table}
    if table.is_form:
        tree["shape"] = FORM
    if table.head_rows is not None:
        tree["heading_rows"] = [str(row) for row in table.head_rows]
    if table.goes_on:
        tree["goes_on"] = list(table.goes_on)
    if table.head_rows is not None:
        tree["leave_out"] = list(table.left_out)
    tree["columns"] = [column_tree(column.plan) for column in table.columns]
    return tree


def column_tree(column: ColumnPlan) -> dict[str, str]:
    """A column as a plan writes it."""
    tree = {"heading": column.heading, "role": describe_role(column.role)}
    return {**tree, "round": column.months} if column.months else tree


def tabulate(read: Read) -> str:
    """The same for the terminal: each table, its columns, and their first two cells."""
    lines: list[str] = []
    for table in read.tables:
        further = f" ต่อที่ {', '.join(table.goes_on)}" if table.goes_on else ""
        shape = f" ({FORM})" if table.is_form else ""
        lines += ["", f"{table.table}{shape}{further}"]
        for reading in table.columns:
            doubt = " ?" if reading.guess else ""
            meaning = describe_role(reading.plan.role, reading.plan.months)
            shown = " | ".join(_cut(text) for text in reading.samples if text)
            lines.append(f"  {reading.plan.heading or '(ไม่มีหัว)'} → {meaning}{doubt}")
            lines += [f"      {shown}"] if shown else []
        if table.left_out:
            lines.append(f"  ไม่อ่านเป็นข้อมูล: {', '.join(table.left_out)}")
    if read.prose:
        lines += ["", "ข้อความนอกตาราง"]
    for each in read.prose:
        shown = " | ".join(map(_cut, each.samples))
        may_be = f" อาจเป็น {label_of(each.second)}" if each.second else ""
        role = describe_prose_role(each.plan.role)
        lines.append(f"  {shown} ({len(each.texts)} บรรทัด) → {role}{may_be}")
    return "\n".join(lines).strip("\n")
