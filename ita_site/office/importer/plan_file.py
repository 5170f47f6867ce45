"""The plan as YAML: written for the officer, read again when it was mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.writing.emit import emit
from ita_site.office.importer.office_file import RefusedError
from ita_site.office.importer.plan import (
    KEEP,
    ColumnPlan,
    Plan,
    TablePlan,
    describe_role,
    parse_months,
    takes_round,
)
from ita_site.office.importer.roles import ROLES, label_of, role_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_site.office.importer.plan import ColumnReading, TableReading

HEADINGS: Final = "import-headings.yml"
"""Beside the data folder: what an office calls its columns, from plans it mended."""
_HEAD: Final = (
    "แผนการนำเข้า {document}\n"
    "แต่ละคอลัมน์คืออะไร แก้คำหลัง role: ให้ถูก แล้วสั่ง ita-site import ไฟล์เดิมอีกครั้ง\n"
    "คำที่ใช้ได้: {words}\n"
    "round: คือรอบรายงาน (เดือน) ของผล  heading_rows: คือแถวที่เป็นหัวตาราง  goes_on: คือตารางที่ต่อจากตารางนี้"
)
_HEADINGS: Final = "หัวตารางที่หน่วยงานนี้ใช้ จากแผนการนำเข้าที่แก้แล้ว การนำเข้าครั้งต่อไปจะอ่านตามนี้"
_LONGEST: Final = 60
_MOST_MONTHS: Final = 12


def plan_path(document: Path) -> Path:
    """Where the plan of a document lies: beside it."""
    return document.with_name(f"{document.name}.plan.yml")


def format_plan(document: str, tables: Iterable[TableReading]) -> str:
    """The plan of how a document was read, with the first two cells above each column."""
    listed = list(tables)
    remarks: dict[tuple[str | int, ...], str] = {}
    for at, table in enumerate(listed):
        for column, reading in enumerate(table.columns):
            if remark := "\n".join(_remarks(reading)):
                remarks["tables", at, "columns", column] = remark
    words = ", ".join([*(label_of(role) for role in ROLES), KEEP])
    remarks[()] = _HEAD.format(document=document, words=words)
    tree: dict[str, Any] = {"document": document, "tables": [_as_tree(table) for table in listed]}
    return emit(tree, remarks)


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
    if table.head_rows is not None:
        tree["heading_rows"] = [str(row) for row in table.head_rows]
    if table.goes_on:
        tree["goes_on"] = list(table.goes_on)
    tree["columns"] = [_column_tree(column.plan) for column in table.columns]
    return tree


def _column_tree(column: ColumnPlan) -> dict[str, str]:
    tree = {"heading": column.heading, "role": describe_role(column.role)}
    return {**tree, "round": column.months} if column.months else tree


def tabulate(tables: Iterable[TableReading]) -> str:
    """The same for the terminal: each table, its columns, and their first two cells."""
    lines: list[str] = []
    for table in tables:
        further = f" ต่อที่ {', '.join(table.goes_on)}" if table.goes_on else ""
        lines += ["", f"{table.table}{further}"]
        for reading in table.columns:
            doubt = " ?" if reading.guess else ""
            meaning = describe_role(reading.plan.role, reading.plan.months)
            shown = " | ".join(_cut(text) for text in reading.samples if text)
            lines.append(f"  {reading.plan.heading or '(ไม่มีหัว)'} → {meaning}{doubt}")
            lines += [f"      {shown}"] if shown else []
    return "\n".join(lines).strip("\n")


def read_plan(path: Path) -> Plan:
    """Read a plan.

    Raises:
        RefusedError: ITA933 with the line, when it is no YAML or no plan, or a word is unknown.
        OSError: when the file cannot be read.
    """
    return parse_plan(path.read_bytes(), path.name)


def parse_plan(data: bytes, name: str) -> Plan:
    """The same from its bytes."""
    document = read(data)
    if document.flaws:
        raise RefusedError("ITA933", file=name, what=str(document.flaws[0]))
    tree = document.value if isinstance(document.value, dict) else {}
    tables = tree.get("tables")
    if not isinstance(tables, list):
        raise RefusedError("ITA933", file=name, what="ไม่มี tables")
    wrong: list[str] = []
    plan = Plan(str(tree.get("document") or ""), tuple(_table(each, wrong) for each in tables))
    if wrong:
        raise RefusedError("ITA933", file=name, what="; ".join(wrong))
    return plan


def _table(tree: Any, wrong: list[str]) -> TablePlan:  # noqa: ANN401 - an officer's
    fields = tree if isinstance(tree, dict) else {}
    name = str(fields.get("table") or "")
    columns = fields.get("columns")
    if not name or not isinstance(columns, list):
        wrong.append(f"ตาราง “{name or '?'}” ไม่มี table หรือ columns")
        return TablePlan(name, ())
    heads = fields.get("heading_rows")
    rows = None if heads is None else tuple(_numbers(heads, name, wrong))
    goes_on = fields.get("goes_on") or []
    return TablePlan(
        name,
        tuple(_column(each, name, wrong) for each in columns),
        rows,
        tuple(map(str, goes_on if isinstance(goes_on, list) else [goes_on])),
    )


def _numbers(heads: Any, name: str, wrong: list[str]) -> Iterator[int]:  # noqa: ANN401
    for each in heads if isinstance(heads, list) else [heads]:
        text = parse_months(str(each))
        if text.isdigit():
            yield int(text)
        elif text:
            wrong.append(f"{name}: heading_rows “{each}” ไม่ใช่เลขแถว")


def _column(tree: Any, table: str, wrong: list[str]) -> ColumnPlan:  # noqa: ANN401
    fields = tree if isinstance(tree, dict) else {}
    heading, said = str(fields.get("heading") or ""), str(fields.get("role") or KEEP)
    role = role_named(said)
    if role is None and letters_only(said) != letters_only(KEEP):
        wrong.append(f"{table}: ไม่รู้จัก role “{said}” ของ “{heading}”")
    months = parse_months(str(fields.get("round") or ""))
    if months and not (takes_round(role) and months.isdigit() and 0 < int(months) <= _MOST_MONTHS):
        wrong.append(f"{table}: round “{months}” ใช้กับ “{said}” ไม่ได้")
    return ColumnPlan(heading, role, months)


def read_headings(folder: Path) -> dict[str, ColumnPlan]:
    """What the office of a data folder calls its columns, by the heading's letters.

    Raises:
        RefusedError: ITA933, when the file is there and cannot be understood.
    """
    path = folder.parent / HEADINGS
    if not path.is_file():
        return {}
    document = read(path.read_bytes())
    listed = document.value.get("headings") if isinstance(document.value, dict) else None
    wrong = [str(flaw) for flaw in document.flaws]
    columns = [_column(each, HEADINGS, wrong) for each in listed or []]
    if wrong:
        raise RefusedError("ITA933", file=path.as_posix(), what="; ".join(wrong))
    return {letters_only(column.heading): column for column in columns}


def write_headings(folder: Path, chosen: Mapping[str, ColumnPlan]) -> Path | None:
    """Remember how an office called its columns; None where there is nothing new."""
    known = read_headings(folder)
    everything = {**known, **chosen}
    if not chosen or everything == known:
        return None
    path = folder.parent / HEADINGS
    columns = sorted(everything.values(), key=lambda each: each.heading)
    tree: dict[str, Any] = {"headings": [_column_tree(column) for column in columns]}
    path.write_text(emit(tree, {(): _HEADINGS}), encoding="utf-8", newline="\n")
    return path
