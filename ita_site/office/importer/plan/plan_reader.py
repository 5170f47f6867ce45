"""A plan as an officer mended it, read from its YAML: every place that is wrong is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.problems import DataError, Problem
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.labels import whole_number
from ita_site.office.importer.plan.plan import (
    FORM,
    KEEP,
    TABLE,
    ColumnPlan,
    Plan,
    TablePlan,
    parse_months,
    takes_round,
)
from ita_site.office.importer.plan.plan_error import PlanError, Wrong
from ita_site.office.importer.plan.prose_plan import WORDS, ProsePlan
from ita_site.office.importer.words.roles import role_named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.facts.strict_yaml.document import Document
    from ita_site.facts.strict_yaml.document import Path as Place

_MONTHS: Final = range(1, 13)
_KNOWN: Final = {
    "": ("document", "tables", "prose"),
    "tables": ("table", "shape", "heading_rows", "goes_on", "leave_out", "columns"),
    "columns": ("heading", "role", "round"),
    "prose": ("label", "lines", "role"),
    "headings": ("heading", "role", "round"),
}
"""The words a plan may hold, by the list they stand in."""


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
    document = parse_yaml(data, name)
    tree = document.value if isinstance(document.value, dict) else {}
    tables = tree.get("tables")
    if not isinstance(tables, list):
        raise PlanError(name, [Wrong(1, "ITA933", {"what": "ไม่มี tables"})])
    reader = PlanReader(document)
    reader.tell_unknown(tree, (), "")
    if not isinstance(tree.get("prose") or [], list):
        reader.tell(("prose",), "prose ต้องเป็นรายการที่ขึ้นต้นด้วย - ทีละข้อ")
    plan = Plan(
        str(tree.get("document") or ""),
        tuple(reader.table(each, ("tables", at)) for at, each in enumerate(tables)),
        tuple(reader.lines(each, ("prose", at)) for at, each in enumerate(_listed(tree, "prose"))),
        name,
    )
    reader.tell_twice(plan)
    reader.refuse(name)
    return plan


def _listed(tree: dict[str, Any], name: str) -> list[Any]:
    given = tree.get(name)
    return given if isinstance(given, list) else []


def parse_yaml(data: bytes, name: str) -> Document:
    """An officer's YAML.

    Raises:
        DataError: when it is none.
    """
    document = read(data)
    if document.flaws:
        raise DataError(
            Problem(name, flaw.mark.line, flaw.mark.column, flaw.code, "", flaw.details)
            for flaw in document.flaws
        )
    return document


@dataclass(slots=True)
class PlanReader:
    """Reads what an officer wrote, and gathers what is wrong with it."""

    document: Document
    wrong: list[Wrong] = field(default_factory=list)

    def refuse(self, name: str) -> None:
        """Refuse what has anything wrong."""
        if self.wrong:
            raise PlanError(name, self.wrong)

    def tell(self, path: Place, what: str) -> None:
        """Keep what is wrong with a place."""
        self._add(path, "ITA933", what=what)

    def _add(self, path: Place, code: str, **details: object) -> None:
        self.wrong.append(Wrong(self._line(path), code, details))

    def tell_unknown(self, fields: dict[str, Any], path: Place, within: str) -> None:
        """Tell of words that say nothing here."""
        for key in fields:
            if key not in _KNOWN[within]:
                known = ", ".join(_KNOWN[within])
                self._add((*path, key), "ITA941", word=key, known=known)

    def tell_twice(self, plan: Plan) -> None:
        """Tell of tables and lines of which a plan speaks twice: only one of both would hold."""
        taken: set[str] = set()
        for at, table in enumerate(plan.tables):
            if table.table in taken:
                self._add(("tables", at, "table"), "ITA942", what=table.table)
            taken.add(table.table)
        for at, table in enumerate(plan.tables):
            for place in table.goes_on:
                if place in taken:
                    self._add(("tables", at, "goes_on"), "ITA942", what=place)
                taken.add(place)
        lines: set[str] = set()
        for at, each in enumerate(plan.prose):
            for line in each.lines:
                if line in lines:
                    self._add(("prose", at, "lines"), "ITA942", what=line)
                lines.add(line)

    def _line(self, path: Place) -> int:
        return self.document.locate(path).line

    def table(self, tree: Any, path: Place) -> TablePlan:  # noqa: ANN401 - an officer's
        """What a plan says of a table."""
        fields = tree if isinstance(tree, dict) else {}
        name, columns = str(fields.get("table") or ""), fields.get("columns")
        is_form = self._is_form(fields.get("shape"), (*path, "shape"))
        if columns is None and is_form is not None:
            columns = []
        if not name or not isinstance(columns, list):
            self.tell(path, f"ตาราง “{name or '?'}” ต้องมีทั้ง table และ columns")
            return TablePlan(name, ())
        self.tell_unknown(fields, path, "tables")
        heads = fields.get("heading_rows")
        rows = None if heads is None else tuple(self._numbers(heads, (*path, "heading_rows")))
        left_out = fields.get("leave_out")
        return TablePlan(
            name,
            tuple(self.column(each, (*path, "columns", at)) for at, each in enumerate(columns)),
            rows,
            _texts(fields.get("goes_on") or []),
            None if left_out is None else _texts(left_out),
            is_form,
            {key: self._line((*path, key)) for key in fields},
        )

    def _is_form(self, said: Any, path: Place) -> bool | None:  # noqa: ANN401 - an officer's
        if said is None:
            return None
        wanted = letters_only(str(said))
        if wanted not in map(letters_only, (FORM, TABLE)):
            self.tell(path, f"shape ใช้ได้สองคำ คือ {FORM} หรือ {TABLE} ไม่ใช่ “{said}”")
        return wanted == letters_only(FORM)

    def _numbers(self, heads: Any, path: Place) -> Iterator[int]:  # noqa: ANN401
        for each in heads if isinstance(heads, list) else [heads]:
            text = parse_months(str(each))
            if (number := whole_number(text)) is not None:
                yield number
            elif text:
                self.tell(path, f"heading_rows “{each}” ไม่ใช่เลขแถว")

    def lines(self, tree: Any, path: Place) -> ProsePlan:  # noqa: ANN401
        """What it says of lines outside tables."""
        fields = tree if isinstance(tree, dict) else {}
        self.tell_unknown(fields, path, "prose")
        said, lines = str(fields.get("role") or KEEP), _texts(fields.get("lines") or [])
        if not lines:
            self.tell(path, "ข้อความนอกตารางแต่ละข้อต้องมี lines")
        wanted = letters_only(said)
        word = next((role for role, name in WORDS.items() if letters_only(name) == wanted), None)
        role = word or role_named(said)
        if role is None and wanted != letters_only(KEEP):
            self.tell((*path, "role"), f"ไม่รู้จัก role “{said}”")
        return ProsePlan(lines, role, str(fields.get("label") or ""), self._line(path))

    def column(self, tree: Any, path: Place) -> ColumnPlan:  # noqa: ANN401
        """What it says of a column."""
        fields = tree if isinstance(tree, dict) else {}
        self.tell_unknown(fields, path, str(path[-2]) if path[0] == "tables" else "headings")
        heading, said = str(fields.get("heading") or ""), str(fields.get("role") or KEEP)
        role = role_named(said)
        if role is None and letters_only(said) != letters_only(KEEP):
            self.tell((*path, "role"), f"ไม่รู้จัก role “{said}” ของหัวตาราง “{heading}”")
        months = parse_months(str(fields.get("round") or ""))
        if months and not (takes_round(role) and whole_number(months) in _MONTHS):
            self.tell((*path, "round"), f"round “{months}” ใช้กับ “{said}” ไม่ได้")
        line = self._line((*path, "role")) if "role" in fields else self._line(path)
        return ColumnPlan(heading, role, months, line)


def _texts(given: Any) -> tuple[str, ...]:  # noqa: ANN401 - an officer's
    """A list, or one by itself."""
    return tuple(map(str, given if isinstance(given, list) else [given]))
