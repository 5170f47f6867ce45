"""The plan as YAML: written for the officer, read again when it was mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from ita_site.facts.content.folder import HEADINGS, PLAN
from ita_site.facts.problems import DataError, Problem
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
from ita_site.office.importer.prose_plan import WORDS, ProsePlan
from ita_site.office.importer.roles import GROUPS_SHOWN, label_of, role_named
from ita_site.office.importer.without_persons import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ita_site.facts.problems import Language
    from ita_site.facts.strict_yaml.document import Document
    from ita_site.facts.strict_yaml.document import Path as Place
    from ita_site.office.importer.plan import ColumnReading, TableReading
    from ita_site.office.importer.prose_plan import ProseReading

_HEAD: Final = (
    "แผนการนำเข้า {document}\n"
    "แต่ละคอลัมน์คืออะไร แก้คำหลัง role: ให้ถูก แล้วสั่ง ita-site import ไฟล์เดิมอีกครั้ง\n"
    "คำที่ใช้ได้:\n  {words}\n"
    "round: คือรอบรายงาน (เดือน) ของผล  heading_rows: คือแถวที่เป็นหัวตาราง\n"
    "goes_on: คือตารางที่ต่อจากตารางนี้  leave_out: คือแถวที่ไม่ใช่ข้อมูล เช่น แถวรวม"
)
_PROSE: Final = (
    "ข้อความนอกตาราง แต่ละข้อคือบรรทัดชนิดเดียวกัน และเริ่มสิ่งใด role: มาตรการ คือบรรทัดนี้เป็นชื่อมาตรการ\n"
    "role อื่น คือสิ่งที่บอกของมาตรการที่อยู่เหนือขึ้นไป บรรทัดที่ไม่อยู่ในแผนต่อจากบรรทัดบน\n"
    "ใช้ได้อีก: {words} ถ้าบรรทัดในข้อเดียวกันไม่เหมือนกัน แยกเป็นสองข้อได้  label: คือคำต้นบรรทัดที่ไม่ใช่เนื้อหา"
)
_HEADINGS: Final = "หัวตารางที่หน่วยงานนี้ใช้ จากแผนการนำเข้าที่แก้แล้ว การนำเข้าครั้งต่อไปจะอ่านตามนี้"
_LONGEST: Final = 60
_IN_A_LINE: Final = 8
_MONTHS: Final = range(1, 13)


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
    if table.head_rows is not None:
        tree["heading_rows"] = [str(row) for row in table.head_rows]
    if table.goes_on:
        tree["goes_on"] = list(table.goes_on)
    if table.head_rows is not None:
        tree["leave_out"] = list(table.left_out)
    tree["columns"] = [_column_tree(column.plan) for column in table.columns]
    return tree


def _column_tree(column: ColumnPlan) -> dict[str, str]:
    tree = {"heading": column.heading, "role": describe_role(column.role)}
    return {**tree, "round": column.months} if column.months else tree


def tabulate(read: Read) -> str:
    """The same for the terminal: each table, its columns, and their first two cells."""
    lines: list[str] = []
    for table in read.tables:
        further = f" ต่อที่ {', '.join(table.goes_on)}" if table.goes_on else ""
        lines += ["", f"{table.table}{further}"]
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


class PlanError(RefusedError):
    """A plan that cannot be followed: every place that is wrong, each with its line."""

    def __init__(self, file: str, wrong: Sequence[tuple[int, str]]) -> None:
        """What is wrong, by line."""
        self.file, self.wrong = file, tuple(wrong)
        line, what = self.wrong[0]
        super().__init__("ITA933", file=file, line=line, what=what)

    def message(
        self, language: Language = "th", level: Literal["error", "warning"] = "error"
    ) -> str:
        """One line for each."""
        errors = (
            RefusedError("ITA933", file=self.file, line=line, what=what)
            for line, what in self.wrong
        )
        return "\n".join(error.message(language, level) for error in errors)


def read_plan(path: Path) -> Plan:
    """Read a plan.

    Raises:
        PlanError: ITA933 for each line, when it is no plan, or a word is unknown.
        DataError: when it is no YAML.
        OSError: when the file cannot be read.
    """
    return parse_plan(path.read_bytes(), path.name)


def parse_plan(data: bytes, name: str) -> Plan:
    """The same from its bytes."""
    document = _parse(data, name)
    tree = document.value if isinstance(document.value, dict) else {}
    tables = tree.get("tables")
    if not isinstance(tables, list):
        raise PlanError(name, [(1, "ไม่มี tables")])
    reader = _Reader(document)
    plan = Plan(
        str(tree.get("document") or ""),
        tuple(reader.table(each, ("tables", at)) for at, each in enumerate(tables)),
        tuple(reader.lines(each, ("prose", at)) for at, each in enumerate(_listed(tree, "prose"))),
    )
    reader.refuse(name)
    return plan


def _listed(tree: dict[str, Any], name: str) -> list[Any]:
    given = tree.get(name)
    return given if isinstance(given, list) else []


def _parse(data: bytes, name: str) -> Document:
    document = read(data)
    if document.flaws:
        raise DataError(
            Problem(name, flaw.mark.line, flaw.mark.column, flaw.code, "", flaw.details)
            for flaw in document.flaws
        )
    return document


@dataclass(slots=True)
class _Reader:
    """Reads what an officer wrote, and gathers what is wrong with it."""

    document: Document
    wrong: list[tuple[int, str]] = field(default_factory=list)

    def refuse(self, name: str) -> None:
        if self.wrong:
            raise PlanError(name, self.wrong)

    def _tell(self, path: Place, what: str) -> None:
        self.wrong.append((self.document.locate(path).line, what))

    def table(self, tree: Any, path: Place) -> TablePlan:  # noqa: ANN401 - an officer's
        fields = tree if isinstance(tree, dict) else {}
        name, columns = str(fields.get("table") or ""), fields.get("columns")
        if not name or not isinstance(columns, list):
            self._tell(path, f"ตาราง “{name or '?'}” ต้องมีทั้ง table และ columns")
            return TablePlan(name, ())
        heads = fields.get("heading_rows")
        rows = None if heads is None else tuple(self._numbers(heads, (*path, "heading_rows")))
        left_out = fields.get("leave_out")
        return TablePlan(
            name,
            tuple(self.column(each, (*path, "columns", at)) for at, each in enumerate(columns)),
            rows,
            _texts(fields.get("goes_on") or []),
            None if left_out is None else _texts(left_out),
        )

    def _numbers(self, heads: Any, path: Place) -> Iterator[int]:  # noqa: ANN401
        for each in heads if isinstance(heads, list) else [heads]:
            text = parse_months(str(each))
            if text.isdigit():
                yield int(text)
            elif text:
                self._tell(path, f"heading_rows “{each}” ไม่ใช่เลขแถว")

    def lines(self, tree: Any, path: Place) -> ProsePlan:  # noqa: ANN401
        fields = tree if isinstance(tree, dict) else {}
        said, lines = str(fields.get("role") or KEEP), _texts(fields.get("lines") or [])
        if not lines:
            self._tell(path, "ข้อความนอกตารางแต่ละข้อต้องมี lines")
        wanted = letters_only(said)
        word = next((role for role, name in WORDS.items() if letters_only(name) == wanted), None)
        role = word or role_named(said)
        if role is None and wanted != letters_only(KEEP):
            self._tell((*path, "role"), f"ไม่รู้จัก role “{said}”")
        return ProsePlan(lines, role, str(fields.get("label") or ""))

    def column(self, tree: Any, path: Place) -> ColumnPlan:  # noqa: ANN401
        fields = tree if isinstance(tree, dict) else {}
        heading, said = str(fields.get("heading") or ""), str(fields.get("role") or KEEP)
        role = role_named(said)
        if role is None and letters_only(said) != letters_only(KEEP):
            self._tell((*path, "role"), f"ไม่รู้จัก role “{said}” ของหัวตาราง “{heading}”")
        months = parse_months(str(fields.get("round") or ""))
        if months and not (takes_round(role) and months.isdigit() and int(months) in _MONTHS):
            self._tell((*path, "round"), f"round “{months}” ใช้กับ “{said}” ไม่ได้")
        return ColumnPlan(heading, role, months)


def _texts(given: Any) -> tuple[str, ...]:  # noqa: ANN401 - an officer's
    """A list, or one by itself."""
    return tuple(map(str, given if isinstance(given, list) else [given]))


def read_headings(folder: Path) -> dict[str, ColumnPlan]:
    """What the office of a data folder calls its columns, by the heading's letters.

    A round that is written there, or a heading of which something is hidden, tells nothing.

    Raises:
        PlanError: ITA933, when the file is there and cannot be understood.
        DataError: when it is no YAML.
    """
    path = folder.parent / HEADINGS
    if not path.is_file():
        return {}
    document = _parse(path.read_bytes(), path.as_posix())
    listed = document.value.get("headings") if isinstance(document.value, dict) else None
    reader = _Reader(document)
    columns = [reader.column(each, ("headings", at)) for at, each in enumerate(listed or [])]
    reader.refuse(path.as_posix())
    return {
        letters_only(column.heading): ColumnPlan(column.heading, column.role)
        for column in columns
        if letters_only(column.heading) and HIDDEN not in column.heading
    }


def write_headings(
    folder: Path, chosen: Mapping[str, ColumnPlan], as_found: Mapping[str, ColumnPlan]
) -> Path | None:
    """Remember how an office called its columns; None where there is nothing new.

    What is called as the program reads it by itself takes back what was remembered otherwise.
    """
    known = read_headings(folder)
    back = {
        name for name, each in as_found.items() if name in known and each.role != known[name].role
    }
    everything = {name: each for name, each in {**known, **chosen}.items() if name not in back}
    if everything == known:
        return None
    path = folder.parent / HEADINGS
    columns = sorted(everything.values(), key=lambda each: each.heading)
    tree: dict[str, Any] = {"headings": [_column_tree(column) for column in columns]}
    path.write_text(emit(tree, {(): _HEADINGS}), encoding="utf-8", newline="\n")
    return path
