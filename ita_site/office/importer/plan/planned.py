"""A document read as a plan says: where it says the same as was found, nothing changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.facts.without_persons import hiding_of
from ita_site.office.importer.plan.plan import (
    ON_PURPOSE,
    describe_tables,
    name_tables,
)
from ita_site.office.importer.plan.planned_prose import read_planned_prose
from ita_site.office.importer.plan.planned_tables import as_planned, check_heading_rows, follow
from ita_site.office.importer.plan.prose_plan import (
    by_line,
    describe_prose,
    find_prose,
    is_as_found,
    name_lines,
)
from ita_site.office.importer.prose.named_forms import name_forms
from ita_site.office.importer.prose.parted_lines import part_lines
from ita_site.office.importer.prose.prose import read_prose
from ita_site.office.importer.prose.sections import is_section
from ita_site.office.importer.tables.forms_together import group_forms, settle_together
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.tables.rivals import take_free_roles
from ita_site.office.importer.tables.tables import Layout, read_parts
from ita_site.office.importer.tables.told_again import settle_told_again, titles_of
from ita_site.office.importer.words.roles import RESULT_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.document.blocks import Blocks
    from ita_site.office.importer.plan.plan import ColumnPlan, Plan, TableReading
    from ita_site.office.importer.plan.prose_plan import ProseFound, ProsePlan, ProseReading
    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.tables import Part


@dataclass(frozen=True, slots=True)
class Planned:
    """A document as it was read, and how: its tables, and its prose where that may be mended.

    `said` are the lines that a plan has otherwise than found.
    """

    parts: tuple[Part, ...]
    tables: tuple[TableReading, ...]
    prose: tuple[ProseReading, ...]
    said: tuple[tuple[Span, ProsePlan], ...] = ()


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
            document does not have; ITA939, when lines would tell of a measure that none names.
    """
    if plan:
        check_heading_rows(plan, blocks)
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
        reshaped = any(grid.reshaped for grid in grids)
        plainly = read_prose(_read_plain(blocks, None)) if reshaped else ()
        follow(plan, grids, _grids(_settled(plainly, edition, year, remembered)))
    for grid in grids:
        grid.lay_out(year)
    hide = hiding_of(parts)
    analysed = any(isinstance(part, Span) and is_section(part) for part in plain)
    shown = prose if said or analysed or _tells(grids) else ()
    return Planned(
        parts,
        describe_tables(grids, hide),
        tuple(each.shown_by(hide.mask) for each in shown),
        tuple(_said_otherwise(plain, found, said)),
    )


def _said_otherwise(
    plain: Sequence[Part], found: ProseFound, said: Sequence[ProsePlan]
) -> Iterator[tuple[Span, ProsePlan]]:
    """The lines that a plan has otherwise than they were found."""
    before = by_line(found.plans)
    named = {name: words for words, name in name_lines(plain).items()}
    for each in said:
        for line in each.lines:
            if before.get(line) != (each.role, each.label):
                yield named[line], each


def _read_plain(blocks: Blocks, plan: Plan | None) -> tuple[Part, ...]:
    """The document's lines and tables, before measures are found in lines."""
    plain = read_parts(blocks)
    if plan and (layout := _layout(plan, _grids(plain))):
        plain = read_parts(blocks, layout)
    return name_forms(part_lines(plain))


def _settled(
    parts: tuple[Part, ...], edition: Edition, year: int, remembered: Mapping[str, ColumnPlan]
) -> tuple[Part, ...]:
    """The same, each table with what its columns hold, and what the office calls them."""
    grids, titles = _grids(parts), set[str]()
    forms = {id(group[0]): group for group in group_forms(grids)}
    for grid in grids:
        if group := forms.get(id(grid)):
            settle_together(group, edition, year, titles)
        elif not (grid.form or grid.is_settled):
            grid.settle(edition, year, titles)
        titles.update(titles_of(grid))
    settle_told_again(grids)
    for grid in grids:
        if not grid.is_settled:
            named = [_as_remembered(column, remembered) for column in grid.columns]
            grid.columns = tuple(take_free_roles(named))
    return parts


def _tells(grids: Sequence[Grid]) -> bool:
    """Whether lines outside tables are worth a plan: measures stand there, or in no table."""
    measures = [grid for grid in grids if "measures" in grid.kinds]
    return not measures or any(grid.is_prose for grid in measures)


def _grids(parts: Iterable[Part]) -> list[Grid]:
    return [part for part in parts if isinstance(part, Grid)]


def _layout(plan: Plan, grids: Sequence[Grid]) -> Layout | None:
    """Where the plan has other shapes, heading rows or continuations than found; None where not."""
    found = dict(zip(name_tables(grids), grids, strict=True))
    heads = {
        each.table: each.head_rows
        for each in plan.tables
        if each.head_rows is not None
        and not each.is_form
        and (each.table not in found or found[each.table].head_rows != each.head_rows)
    }
    joined = {place for each in plan.tables for place in each.goes_on}
    before = {place for grid in grids for place in grid.goes_on}
    goes_on = {place: place in joined for place in joined ^ before}
    forms = {
        each.table: each.is_form
        for each in plan.tables
        if each.table in found and each.is_form not in (None, found[each.table].form)
    }
    return Layout(heads, goes_on, forms) if heads or goes_on or forms else None


def _as_remembered(column: Column, remembered: Mapping[str, ColumnPlan]) -> Column:
    chosen = remembered.get(letters_only(column.words)) if column.words else None
    if chosen is None:
        return column
    named = replace(chosen, months=column.months if chosen.role in RESULT_ROLES else "")
    return replace(as_planned(column, named), guess="" if chosen.role else ON_PURPOSE)
