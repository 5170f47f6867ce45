"""How a document is to be read: the plan that an officer sees, mends and gives back.

A plan is YAML: each table with its heading rows and what each column is, in the officer's words.
Where it says the same as the program found out, nothing changes; else the plan holds.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import OFFICE_LIKE
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.words.hiding import HIDDEN, Hiding
from ita_site.office.importer.words.persons import find_places
from ita_site.office.importer.words.roles import RESULT_ROLES, ROLES, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_site.office.importer.plan.prose_plan import (
        ProsePlan,
        ProseReading,
    )
    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.grids import Grid


KEEP: Final = "เก็บไว้"
"""What a plan calls a column that goes to no field."""
ON_PURPOSE: Final = "ตามแผน"
FORM: Final = "แบบฟอร์ม"
TABLE: Final = "ตาราง"
"""How a plan says of a table what its rows are: labels with what stands behind them, or entries."""
COLOURED: Final = "(ช่องที่ระบายสี)"
_SAMPLES: Final = 2
_COUNTED: Final = re.compile(r" \([0-9]+\)$")
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What a column is: its role (None: kept beside the measure), round in months, and line."""

    heading: str
    role: str | None
    months: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table by its place: heading rows and rows that are no data, further tables, columns.

    Rows are None where they are as found, `is_form` where nothing is said of its shape. `lines`
    tell where the plan says each.
    """

    table: str
    columns: tuple[ColumnPlan, ...]
    head_rows: tuple[int, ...] | None = None
    goes_on: tuple[str, ...] = ()
    left_out: tuple[str, ...] | None = None
    is_form: bool | None = None
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """A document's tables, in order, and what its lines outside tables begin; `file` is its own."""

    document: str
    tables: tuple[TablePlan, ...]
    prose: tuple[ProsePlan, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """A column as it was read, with the first two of its cells.

    `guess` says in Thai why the reading is not certain, `second` what it may be as well.
    """

    plan: ColumnPlan
    guess: str
    second: str | None
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as it was read; `rows` are the places of its rows, `left_out` of those aside."""

    table: str
    columns: tuple[ColumnReading, ...]
    head_rows: tuple[int, ...] | None
    goes_on: tuple[str, ...]
    rows: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    is_form: bool = False


def name_tables(grids: Sequence[Grid]) -> list[str]:
    """What the plan calls each table: its place, numbered where several begin in one."""
    taken: Counter[str] = Counter()
    names = []
    for grid in grids:
        taken[grid.place] += 1
        number = taken[grid.place]
        names.append(grid.place if number == 1 else f"{grid.place} ({number})")
    return names


def without_count(name: str) -> str:
    """The place that a table's name is, without the number of those that begin in one."""
    return _COUNTED.sub("", name)


def describe_tables(grids: Sequence[Grid], hide: Hiding) -> tuple[TableReading, ...]:
    """How tables were read, for a plan; what is made of paragraphs is none.

    Its examples show no person and no telephone number.
    """
    tables = printed_tables(grids)
    return tuple(
        TableReading(
            name,
            _describe_columns(grid, hide),
            grid.head_rows,
            tuple(grid.goes_on),
            tuple(row.place for row in grid.plain if grid.head_rows is not None),
            tuple(row.place for row in grid.rows_aside),
            grid.form,
        )
        for name, grid in zip(name_tables(tables), tables, strict=True)
    )


def printed_tables(grids: Iterable[Grid]) -> list[Grid]:
    """Those that the document prints; the others are made of paragraphs."""
    return [grid for grid in grids if not grid.is_prose]


def may_be_persons(column: Column, cells: Sequence[str]) -> bool:
    """Whether a column is taken for persons': known as such, or unknown and short as names are."""
    if column.role is not None or column.guess == ON_PURPOSE:
        return column.role == "person"
    return column.second == "person" and all(map(_may_name_somebody, cells))


def _may_name_somebody(text: str) -> bool:
    if len(text) > _LONGEST_NAME or OFFICE_LIKE.match(text):
        return False
    return bool(find_places(text)) or not any(map(str.isdigit, text))


def _describe_columns(grid: Grid, hide: Hiding) -> tuple[ColumnReading, ...]:
    return tuple(
        ColumnReading(
            ColumnPlan(hide.mask(column.words), column.role, column.round),
            "" if column.guess == ON_PURPOSE else hide.say(column.guess),
            column.second,
            tuple(_samples(grid, at, hide)),
        )
        for at, column in enumerate(grid.columns)
    )


def _samples(grid: Grid, at: int, hide: Hiding) -> Iterable[str]:
    cells = [row.words[at] for row in grid.plain if row.place not in grid.aside]
    signs = [sign for words in cells if (sign := " ".join(words.source.text.split()))]
    if may_be_persons(grid.columns[at], [words.text for words in cells]):
        return [HIDDEN] if any(cells) else []
    if grid.columns[at].tick and (signs or _is_coloured(grid, at)):
        return [hide.mask(sign) for sign in signs[:1]] or [COLOURED]
    return [hide.mask(" ".join(words.text.split())) for words in cells[:_SAMPLES]]


def _is_coloured(grid: Grid, at: int) -> bool:
    """Whether a column that is ticked is so by colours."""
    return bool(grid.coloured) and any(row.fills[at] for row in grid.plain)


def said_headings(
    tables: Iterable[TableReading], plan: Plan
) -> tuple[dict[str, ColumnPlan], dict[str, ColumnPlan]]:
    """What the officer calls columns, by the heading's letters, for later documents.

    A round is of one document, so none is among them; nor is a heading of which something is
    hidden, or that stands above columns of two roles.

    Returns:
        What was chosen otherwise than was found, and what is called as it was found.
    """
    found = {table.table: table for table in tables}
    pairs = [
        (reading.plan.role, ColumnPlan(column.heading, column.role))
        for table in plan.tables
        if table.table in found
        for reading, column in zip(found[table.table].columns, table.columns, strict=False)
    ]
    roles: dict[str, set[str | None]] = {}
    for _, column in pairs:
        roles.setdefault(letters_only(column.heading), set()).add(column.role)
    alone = {name for name, of_name in roles.items() if name and len(of_name) == 1}
    chosen: dict[str, ColumnPlan] = {}
    as_found: dict[str, ColumnPlan] = {}
    for role, column in pairs:
        name = letters_only(column.heading)
        if name in alone and HIDDEN not in column.heading:
            (as_found if role == column.role else chosen)[name] = column
    return chosen, {name: each for name, each in as_found.items() if name not in chosen}


def changed_labels(found: Iterable[ProseReading], plan: Plan) -> dict[str, ColumnPlan]:
    """The same of labels within prose, which are as headings."""
    before = {(line, each.plan.role) for each in found for line in each.plan.lines}
    return {
        letters_only(each.label): ColumnPlan(each.label, each.role)
        for each in plan.prose
        if each.label
        and each.role in ROLES
        and any((line, each.role) not in before for line in each.lines)
    }


def describe_role(role: str | None, months: str = "") -> str:
    """What a plan writes for a role."""
    return (
        f"{label_of(role)} รอบ {months} เดือน"
        if role and months
        else label_of(role)
        if role
        else KEEP
    )


def takes_round(role: str | None) -> bool:
    """Whether a column of this role may be of one reporting round."""
    return role in RESULT_ROLES


def parse_months(text: str) -> str:
    """A round as a plan writes it, in Arabic digits."""
    return to_arabic(text).strip()
