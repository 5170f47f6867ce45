"""Tables whose measures an earlier table planned: what they tell of these is what was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import bare_title
from ita_site.office.importer.words.roles import RESULT, RESULT_ROLES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_site.office.importer.tables.grids import Grid

AGAIN: Final = "เป็นของมาตรการที่ตารางก่อนบอกขั้นตอนไว้แล้ว"
_PLANS: Final = ("steps", "guideline", "activity", "project")
_OF_PLANS: Final = ("unit", "timeframe", "target", "objective", "budget", "schedule")
"""What stands beside steps in a table that goes on with a plan."""
_FEWEST: Final = 2
_MOST: Final = 0.6


def settle_told_again(grids: Sequence[Grid]) -> None:
    """Read what stands for steps a second time, beside the same titles, as what was done; told.

    Not where the heading is a name of steps and the table tells nothing else of what came of them.
    """
    planned: list[set[str]] = []
    for grid in grids:
        titles = titles_of(grid)
        again = any(_are_same(titles, before) for before in planned)
        if again and not grid.is_settled:
            _settle(grid)
        if titles and "steps" in {column.role for column in grid.columns}:
            planned.append({*titles})


def _settle(grid: Grid) -> None:
    roles = {column.role for column in grid.columns}
    reported = not roles.isdisjoint(RESULT_ROLES)
    if RESULT in roles or (not reported and not roles.isdisjoint(_OF_PLANS)):
        return
    for at, column in enumerate(grid.columns):
        if column.role in _PLANS and column.heading and (reported or not column.named):
            changed = replace(column, role=RESULT, guess=AGAIN, second=column.role)
            grid.columns = (*grid.columns[:at], changed, *grid.columns[at + 1 :])
            return


def titles_of(grid: Grid) -> list[str]:
    """The titles of a table's measures as they are compared."""
    at = next((at for at, column in enumerate(grid.columns) if column.role == "measure"), None)
    if at is None:
        return []
    return [bare_title(row.words[at].text) for row in grid.plain if row.words[at]]


def _are_same(titles: Sequence[str], before: Collection[str]) -> bool:
    known = sum(title in before for title in titles)
    return known >= _FEWEST and known >= _MOST * len(titles)
