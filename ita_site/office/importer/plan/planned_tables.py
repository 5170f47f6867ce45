"""Tables as a plan has them: each of its words is obeyed, or told with its line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.blocks import Table
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.plan.plan import (
    ON_PURPOSE,
    ColumnPlan,
    name_tables,
    printed_tables,
    without_count,
)
from ita_site.office.importer.plan.plan_error import PlanError, Wrong
from ita_site.office.importer.tables.rivals import take_free_roles
from ita_site.office.importer.tables.tables import number_rows
from ita_site.office.importer.words.hiding import HIDDEN
from ita_site.office.importer.words.ticks import is_period, parse_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.office.importer.document.blocks import Blocks
    from ita_site.office.importer.plan.plan import Plan, TablePlan, TableReading
    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.grids import Grid

_OTHER_HEADING: Final = (
    "แผนบรรทัด {}: heading “{}” ไม่ตรงกับ “{}” ในเอกสาร คอลัมน์อ่านตามลำดับ ไม่ใช่ตามชื่อ "
    "โปรดดูว่า role อยู่ถูกคอลัมน์"
)


def check_heading_rows(plan: Plan, blocks: Blocks) -> None:
    """Refuse heading rows that a table does not have.

    Raises:
        PlanError: ITA933, for each.
    """
    rows = {each.place: number_rows(each) for each in blocks if isinstance(each, Table)}
    wrong: list[Wrong] = []
    for table in plan.tables:
        place = table.table if table.table in rows else without_count(table.table)
        said, line = sorted({*(table.head_rows or ())}), table.lines.get("heading_rows", 1)
        there = rows.get(place, said)
        lacking = [str(row) for row in said if row not in there]
        apart = bool(said) and said[-1] - said[0] >= len(said)
        if lacking or apart:
            rows_said = ", ".join(lacking or map(str, said))
            wrong.append(Wrong(line, "ITA943", {"table": place, "rows": rows_said}))
    if wrong:
        raise PlanError(plan.file, wrong)


def as_planned(column: Column, chosen: ColumnPlan) -> Column:
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


def follow(plan: Plan, grids: Sequence[Grid], before: Sequence[Grid] = ()) -> None:
    """Let tables be as a plan says.

    Args:
        plan: The officer's.
        grids: The tables in the shapes that it gives them.
        before: The same as they were found, where it gives any another shape.

    Raises:
        PlanError: ITA933, for each word that cannot be obeyed.
        RefusedError: ITA934 or ITA935, when it is of another table or of other columns.
    """
    _Following(plan, _by_name(grids), _by_name(before)).follow()


def _by_name(grids: Sequence[Grid]) -> dict[str, Grid]:
    tables = printed_tables(grids)
    return dict(zip(name_tables(tables), tables, strict=True))


@dataclass(slots=True)
class _Following:
    plan: Plan
    grids: dict[str, Grid]
    before: dict[str, Grid]
    wrong: list[Wrong] = field(default_factory=list)

    def follow(self) -> None:
        for table in self.plan.tables:
            if grid := self.grids.get(table.table):
                self._check(table, grid)
        self._refuse_rows_of_none()
        if self.wrong:
            raise PlanError(self.plan.file, self.wrong)
        for table in self.plan.tables:
            self._settle(table)

    def _tell(self, table: TablePlan, word: str, code: str, **details: object) -> None:
        details = {"table": table.table, **details}
        self.wrong.append(Wrong(table.lines.get(word, 1), code, details))

    def _check(self, table: TablePlan, grid: Grid) -> None:
        """Tell of what was said and did not come."""
        for place in table.goes_on:
            if place not in grid.goes_on:
                self._tell(table, "goes_on", "ITA944", place=place)
        if self._is_of_other_shape(table):
            return
        if table.head_rows is not None and {*table.head_rows} != {*(grid.head_rows or ())}:
            said = ", ".join(map(str, table.head_rows))
            self._tell(table, "heading_rows", "ITA943", rows=said)
        rows = {row.place for row in grid.plain}
        elsewhere = {row.place for each in self.grids.values() for row in each.plain}
        for row in table.left_out or ():
            if row not in rows and row in elsewhere:
                self._tell(table, "leave_out", "ITA945", row=row)

    def _refuse_rows_of_none(self) -> None:
        rows = {row.place for grid in self.grids.values() for row in grid.plain}
        left_out = {
            row
            for table in self.plan.tables
            if not self._is_of_other_shape(table)
            for row in table.left_out or ()
        }
        unknown = sorted(left_out - rows)
        if unknown and not self.wrong:
            raise RefusedError("ITA940", row=unknown[0])

    def _settle(self, table: TablePlan) -> None:
        grid = self.grids.get(table.table)
        if self._is_of_other_shape(table):
            self._settle_reshaped(table)
            return
        if grid is None:
            raise RefusedError("ITA934", table=table.table, known=", ".join(self.grids))
        chosen = _of_form(table, grid) if grid.form and grid.goes_on else table.columns
        if len(grid.columns) != len(chosen):
            details = {"planned": len(chosen), "found": len(grid.columns)}
            raise RefusedError("ITA935", table=table.table, **details)
        pairs = [*zip(grid.columns, chosen, strict=True)]
        grid.said = {
            at: said.line
            for at, (column, said) in enumerate(pairs)
            if (column.role, column.round) != (said.role, said.months)
        }
        _doubt_headings(pairs, grid)
        grid.columns = tuple(take_free_roles([as_planned(*pair) for pair in pairs]))
        if table.left_out is not None:
            grid.aside = frozenset(table.left_out)

    def _is_of_other_shape(self, table: TablePlan) -> bool:
        """Whether a plan gave the table another shape than that of which it says the rest."""
        grid = self.grids.get(without_count(table.table))
        if grid is None or not grid.reshaped:
            return False
        return table.table not in self.grids or not _fits(
            table, (column.words for column in self.grids[table.table].columns)
        )

    def _settle_reshaped(self, table: TablePlan) -> None:
        """Keep what an officer says of its labels; not what the other shape was read as."""
        grid = self.grids[without_count(table.table)]
        if grid.form and table.table == grid.place:
            said = replace(table, columns=tuple(self._changed(table)))
            pairs = zip(grid.columns, _of_form(said, grid), strict=True)
            grid.columns = tuple(take_free_roles([as_planned(*pair) for pair in pairs]))

    def _changed(self, table: TablePlan) -> Iterator[ColumnPlan]:
        """The columns that a plan has otherwise than the table was found."""
        before = self.before.get(table.table)
        found = {
            (letters_only(column.words), column.role, column.round)
            for column in (before.columns if before else ())
        }
        for each in table.columns:
            if (letters_only(each.heading), each.role, each.months) not in found:
                yield each


def _fits(table: TablePlan, headings: Iterable[str]) -> bool:
    """Whether a plan's columns are those of a table."""
    there = [*headings]
    return len(there) == len(table.columns) and all(map(_is_alike, table.columns, there))


def _is_alike(said: ColumnPlan, heading: str) -> bool:
    """Whether a plan's heading is that of the document, of which something may be hidden."""
    return HIDDEN in said.heading or letters_only(heading) == letters_only(said.heading)


def of_other_shape(plan: Plan, tables: Iterable[TableReading]) -> dict[TablePlan, list[str]]:
    """What a plan says of tables and does not fit the shape it gives them, by table."""
    read = {each.table: [column.plan.heading for column in each.columns] for each in tables}
    shaped = {each.table for each in plan.tables if each.is_form is not None}
    found = {}
    for table in plan.tables:
        if (name := without_count(table.table)) not in shaped:
            continue
        headings = read.get(table.table, [])
        labels = {letters_only(each) for each in headings or read.get(name, [])}
        words = [
            word for word in ("heading_rows", "leave_out") if table.is_form and word in table.lines
        ]
        said = [each.heading for each in table.columns if letters_only(each.heading) not in labels]
        if (idle := [*words, *filter(None, said)]) or not _fits(table, headings):
            found[table] = idle
    return found


def _doubt_headings(pairs: Sequence[tuple[Column, ColumnPlan]], grid: Grid) -> None:
    """Tell of headings that a plan has otherwise than the document: columns go by their order."""
    alike = [_is_alike(said, column.words) for column, said in pairs]
    for (column, said), same in zip(pairs, alike, strict=True):
        if column.heading and said.heading and any(alike) and not same:
            text = _OTHER_HEADING.format(said.line, said.heading, column.words)
            grid.doubts.append((column.heading, text))


def _of_form(table: TablePlan, grid: Grid) -> list[ColumnPlan]:
    """What a plan says of a form that goes on: by its labels, as found where it names none."""
    said = {letters_only(each.heading): each for each in table.columns}
    return [
        said.get(letters_only(column.words), ColumnPlan(column.words, column.role, column.round))
        for column in grid.columns
    ]
