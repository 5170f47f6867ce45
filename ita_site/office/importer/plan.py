"""How a document is to be read: the plan that an officer sees, mends and gives back.

A plan is YAML: each table with its heading rows and what each column is, in the officer's words.
Where it says the same as the program found out, nothing changes; else the plan holds.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.grids import Grid
from ita_site.office.importer.office_file import RefusedError
from ita_site.office.importer.planned_prose import read_planned_prose
from ita_site.office.importer.prose import name_forms, read_prose
from ita_site.office.importer.prose_plan import (
    ProsePlan,
    ProseReading,
    describe_prose,
    find_prose,
    is_as_found,
)
from ita_site.office.importer.roles import RESULT_ROLES, ROLES, label_of
from ita_site.office.importer.tables import Layout, read_parts
from ita_site.office.importer.ticks import is_period, parse_status
from ita_site.office.importer.without_persons import HIDDEN, Hiding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.blocks import Blocks
    from ita_site.office.importer.columns import Column
    from ita_site.office.importer.tables import Part

KEEP: Final = "เก็บไว้"
"""What a plan calls a column that goes to no field."""
ON_PURPOSE: Final = "ตามแผน"
COLOURED: Final = "(ช่องที่ระบายสี)"
_SAMPLES: Final = 2


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What a column is: its role (None: kept beside the measure) and round in months."""

    heading: str
    role: str | None
    months: str = ""


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table by its place: heading rows and rows that are no data, further tables, columns.

    Rows are None where they are as found.
    """

    table: str
    columns: tuple[ColumnPlan, ...]
    head_rows: tuple[int, ...] | None = None
    goes_on: tuple[str, ...] = ()
    left_out: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A document's tables, in order, and what its lines outside tables begin."""

    document: str
    tables: tuple[TablePlan, ...]
    prose: tuple[ProsePlan, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Planned:
    """A document as it was read, and how: its tables, and its prose where that may be mended."""

    parts: tuple[Part, ...]
    tables: tuple[TableReading, ...]
    prose: tuple[ProseReading, ...]


def read_planned(
    blocks: Blocks,
    edition: Edition,
    year: int,
    plan: Plan | None,
    remembered: Mapping[str, ColumnPlan],
) -> Planned:
    """The document's paragraphs and tables, read as the plan says where there is one.

    Args:
        blocks: The document.
        edition: What the year asks.
        year: The assessment year.
        plan: The officer's, if any.
        remembered: Readings the office chose in earlier imports, by the heading's letters.

    Raises:
        RefusedError: ITA934, ITA938, ITA940, when the plan is of a table, column, line or row the
            document does not have; ITA939, when a line would tell of a measure that none names.
    """
    plain = _read_plain(blocks, plan)
    parts = _settled(read_prose(plain), edition, year, remembered)
    found = find_prose(plain, _grids(parts))
    said = plan.prose if plan else ()
    prose = describe_prose(plain, found, said)
    if not is_as_found(found, said):
        mended = read_planned_prose(_read_plain(blocks, plan), found, said)
        parts = _settled(mended, edition, year, remembered)
    grids = _grids(parts)
    if plan:
        _follow(plan, grids)
    for grid in grids:
        grid.lay_out()
    hide = Hiding.of_document(parts)
    shown = prose if said or _tells(grids) else ()
    return Planned(
        parts, describe_tables(grids, hide), tuple(each.shown_by(hide.mask) for each in shown)
    )


def _read_plain(blocks: Blocks, plan: Plan | None) -> tuple[Part, ...]:
    """The document's lines and tables, before measures are found in lines."""
    plain = read_parts(blocks)
    if plan and (layout := _layout(plan, _grids(plain))):
        plain = read_parts(blocks, layout)
    return name_forms(plain)


def _settled(
    parts: tuple[Part, ...], edition: Edition, year: int, remembered: Mapping[str, ColumnPlan]
) -> tuple[Part, ...]:
    """The same, each table with what its columns hold, and what the office calls them."""
    grids = _grids(parts)
    for grid in grids:
        if not grid.is_settled:
            grid.settle(edition, year, _alike(grid, grids))
            grid.columns = tuple(_as_remembered(column, remembered) for column in grid.columns)
    return parts


def _tells(grids: Sequence[Grid]) -> bool:
    """Whether lines outside tables are worth a plan: measures stand there, or in no table."""
    measures = [grid for grid in grids if "measures" in grid.kinds]
    return not measures or any(grid.is_prose for grid in measures)


def _alike(grid: Grid, grids: Sequence[Grid]) -> list[Grid]:
    """Other forms with the same labels."""
    return [
        each
        for each in grids
        if grid.form and each.form and each is not grid and each.labels == grid.labels
    ]


def _grids(parts: Iterable[Part]) -> list[Grid]:
    return [part for part in parts if isinstance(part, Grid)]


def name_tables(grids: Sequence[Grid]) -> list[str]:
    """What the plan calls each table: its place, numbered where several begin in one."""
    taken: Counter[str] = Counter()
    names = []
    for grid in grids:
        taken[grid.place] += 1
        number = taken[grid.place]
        names.append(grid.place if number == 1 else f"{grid.place} ({number})")
    return names


def _layout(plan: Plan, grids: Sequence[Grid]) -> Layout | None:
    """Where the plan has other heading rows or continuations than were found; None where not."""
    found = dict(zip(name_tables(grids), grids, strict=True))
    heads = {
        each.table: each.head_rows
        for each in plan.tables
        if each.head_rows is not None
        and (each.table not in found or found[each.table].head_rows != each.head_rows)
    }
    joined = {place for each in plan.tables for place in each.goes_on}
    before = {place for grid in grids for place in grid.goes_on}
    goes_on = {place: place in joined for place in joined ^ before}
    return Layout(heads, goes_on) if heads or goes_on else None


def _as_remembered(column: Column, remembered: Mapping[str, ColumnPlan]) -> Column:
    chosen = remembered.get(letters_only(column.words)) if column.words else None
    if chosen is None:
        return column
    return replace(_as_planned(column, chosen), guess="" if chosen.role else ON_PURPOSE)


def _as_planned(column: Column, chosen: ColumnPlan) -> Column:
    """The column as chosen; one that was read so already stays, with its ticks and its doubt."""
    if (column.role, column.round) == (chosen.role, chosen.months):
        return column
    tick = column.heading if _may_tick(column, chosen.role) else None
    return replace(
        column,
        role=chosen.role,
        months=chosen.months,
        tick=tick,
        guess="" if chosen.role else ON_PURPOSE,
    )


def _may_tick(column: Column, role: str | None) -> bool:
    text = column.heading.text if column.heading else ""
    return (role == "timeframe" and is_period(text)) or (
        role == "status" and parse_status(text) is not None
    )


def _follow(plan: Plan, grids: Sequence[Grid]) -> None:
    tables = _printed(grids)
    named = dict(zip(name_tables(tables), tables, strict=True))
    for table in plan.tables:
        grid = named.get(table.table)
        if grid is None:
            raise RefusedError("ITA934", table=table.table, known=", ".join(named))
        if len(grid.columns) != len(table.columns):
            details = {"planned": len(table.columns), "found": len(grid.columns)}
            raise RefusedError("ITA935", table=table.table, **details)
        pairs = zip(grid.columns, table.columns, strict=True)
        grid.columns = tuple(_as_planned(column, chosen) for column, chosen in pairs)
        if table.left_out is not None:
            grid.aside = frozenset(table.left_out)
    rows = {row.place for grid in tables for row in grid.plain}
    left_out = {row for table in plan.tables for row in table.left_out or ()}
    if unknown := sorted(left_out - rows):
        raise RefusedError("ITA940", row=unknown[0])


def describe_tables(grids: Sequence[Grid], hide: Hiding) -> tuple[TableReading, ...]:
    """How tables were read, for a plan; what is made of paragraphs is none.

    Its examples show no person and no telephone number.
    """
    tables = _printed(grids)
    return tuple(
        TableReading(
            name,
            _describe_columns(grid, hide),
            grid.head_rows,
            tuple(grid.goes_on),
            tuple(row.place for row in grid.plain if grid.head_rows is not None),
            tuple(row.place for row in grid.rows_aside),
        )
        for name, grid in zip(name_tables(tables), tables, strict=True)
    )


def _printed(grids: Iterable[Grid]) -> list[Grid]:
    return [grid for grid in grids if not grid.is_prose]


def _describe_columns(grid: Grid, hide: Hiding) -> tuple[ColumnReading, ...]:
    return tuple(
        ColumnReading(
            ColumnPlan(hide.mask(column.words), column.role, column.round),
            "" if column.guess == ON_PURPOSE else column.guess,
            column.second,
            tuple(_samples(grid, at, hide)),
        )
        for at, column in enumerate(grid.columns)
    )


def _samples(grid: Grid, at: int, hide: Hiding) -> Iterable[str]:
    cells = [row.words[at] for row in grid.plain if row.place not in grid.aside]
    signs = [sign for words in cells if (sign := " ".join(words.source.text.split()))]
    if grid.columns[at].role == "person":
        return [HIDDEN] if any(cells) else []
    if grid.columns[at].tick and (signs or _is_coloured(grid, at)):
        return [hide.mask(sign) for sign in signs[:1]] or [COLOURED]
    return [hide.mask(" ".join(words.text.split())) for words in cells[:_SAMPLES]]


def _is_coloured(grid: Grid, at: int) -> bool:
    """Whether a column that is ticked is so by colours."""
    return grid.coloured and any(row.fills[at] for row in grid.plain)


def changed_headings(tables: Iterable[TableReading], plan: Plan) -> dict[str, ColumnPlan]:
    """What the officer chose otherwise than was found, by the heading's letters."""
    found = {table.table: table for table in tables}
    chosen: dict[str, ColumnPlan] = {}
    for table in plan.tables:
        if table.table not in found:
            continue
        for reading, column in zip(found[table.table].columns, table.columns, strict=False):
            said = (column.role, column.months)
            if column.heading and said != (reading.plan.role, reading.plan.months):
                chosen[letters_only(column.heading)] = column
    return chosen


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
