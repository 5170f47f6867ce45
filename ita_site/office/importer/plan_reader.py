"""A plan as an officer mended it, read from its YAML: every place that is wrong is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from ita_site.facts.problems import DataError, Problem
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.office_file import RefusedError
from ita_site.office.importer.plan import (
    KEEP,
    ColumnPlan,
    Plan,
    TablePlan,
    parse_months,
    takes_round,
)
from ita_site.office.importer.prose_plan import WORDS, ProsePlan
from ita_site.office.importer.roles import role_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ita_site.facts.problems import Language
    from ita_site.facts.strict_yaml.document import Document
    from ita_site.facts.strict_yaml.document import Path as Place

_MONTHS: Final = range(1, 13)


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
    document = parse_yaml(data, name)
    tree = document.value if isinstance(document.value, dict) else {}
    tables = tree.get("tables")
    if not isinstance(tables, list):
        raise PlanError(name, [(1, "ไม่มี tables")])
    reader = PlanReader(document)
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
    wrong: list[tuple[int, str]] = field(default_factory=list)

    def refuse(self, name: str) -> None:
        """Refuse what has anything wrong."""
        if self.wrong:
            raise PlanError(name, self.wrong)

    def _tell(self, path: Place, what: str) -> None:
        self.wrong.append((self.document.locate(path).line, what))

    def table(self, tree: Any, path: Place) -> TablePlan:  # noqa: ANN401 - an officer's
        """What a plan says of a table."""
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
        """What it says of lines outside tables."""
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
        """What it says of a column."""
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
