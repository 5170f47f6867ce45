"""Forms of one document that have most labels in common: what these hold is settled once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.office.importer.tables.settling import settle_columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.tables.columns import Column
    from ita_site.office.importer.tables.grids import Grid


def group_forms(grids: Iterable[Grid]) -> list[list[Grid]]:
    """The forms among tables, those together that have most labels in common."""
    groups: list[list[Grid]] = []
    for grid in grids:
        if not grid.form or grid.is_settled:
            continue
        group = next((each for each in groups if any(_are_alike(grid, of) for of in each)), None)
        if group is None:
            groups.append([grid])
        else:
            group.append(grid)
    return groups


def _are_alike(grid: Grid, other: Grid) -> bool:
    one, two = {*grid.labels}, {*other.labels}
    return 2 * len(one & two) > max(len(one), len(two))


def settle_together(
    forms: Sequence[Grid], edition: Edition, year: int, titles: Collection[str]
) -> None:
    """Settle what the labels of forms hold, by the answers and the labels of all of them.

    Args:
        forms: Forms with like labels.
        edition: What the year asks.
        year: The assessment year.
        titles: What measures are called in tables before, as it is compared.
    """
    columns = _all_columns(forms)
    rows = [
        [cells.get(name, "") for name in columns]
        for form in forms
        for texts in form.texts()
        for cells in [dict(zip(_names(form), texts, strict=True))]
    ]
    settled = settle_columns([*columns.values()], rows, edition, year, titles)
    found = dict(zip(columns, settled, strict=True))
    for form in forms:
        named = zip(_names(form), form.columns, strict=True)
        form.columns = tuple(_below(column, found[name]) for name, column in named)


def _names(form: Grid) -> list[str]:
    """What tells the labels of a form from each other; one without words by its place."""
    taken: set[str] = set()
    names = []
    for at, label in enumerate(form.labels):
        names.append(label if label and label not in taken else f"{label}#{at}")
        taken.add(label)
    return names


def _all_columns(forms: Iterable[Grid]) -> dict[str, Column]:
    """The labels of all, each once, and where the form that has it has it."""
    listed: list[tuple[str, Column]] = []
    for form in forms:
        at = 0
        for name, column in zip(_names(form), form.columns, strict=True):
            there = next((where for where, each in enumerate(listed) if each[0] == name), None)
            if there is None:
                listed.insert(at, (name, column))
            at = (at if there is None else there) + 1
    return dict(listed)


def _below(column: Column, found: Column) -> Column:
    """What was found, below the label of this form."""
    tick = column.heading if found.tick else None
    return replace(found, heading=column.heading, parents=column.parents, tick=tick)
