"""Forms: a table of two columns, headings on the left and what they hold on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.office.importer.headings import heading, table_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.spans import Words

_WIDTH: Final = 2
_FEWEST: Final = 3


def card_columns(rows: Sequence[Sequence[Words]]) -> tuple[str, ...]:
    """What each row of a form on measures holds.

    Args:
        rows: A table's cells.

    Returns:
        A column for each row, its first being the measure; empty when the table is no form.
    """
    if len(rows) < _FEWEST or any(len(row) != _WIDTH for row in rows):
        return ()
    found = [heading(name.text) if name else None for name, _ in rows]
    columns = tuple(entry.column for entry in found if entry)
    whole = len(columns) == len(rows) and columns[0] == "measure"
    is_form = whole and len({*columns}) >= _FEWEST and table_kind(columns) == "measures"
    return columns if is_form else ()
