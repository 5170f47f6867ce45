"""Forms among a document's tables, and what a plan says goes on with one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.tables.forms import read_form
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.tables.plain_row import PlainRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.form import Form
    from ita_site.office.importer.tables.rows import Rows


@dataclass(slots=True)
class FormGrids:
    """The forms among a document's parts, with the rows that each was read from.

    `repeated` are the labels that they have in common.
    """

    parts: list[Span | Grid]
    repeated: Collection[str] = ()
    rows: dict[str, Rows] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    """The places of those that a plan says are forms."""

    def read(self, place: str, rows: Rows, *, told: bool) -> bool:
        """Put a table that is a form behind the other parts; whether it is one."""
        if form := read_form(rows, self.repeated, told=told):
            self.told |= {place} if told else set()
            self._add(place, rows, form)
        return form is not None

    def _add(self, place: str, rows: Rows, form: Form) -> None:
        """Put a form behind the other parts, and the rows above it as lines before it."""
        self.parts.extend(line for words in form.titles for line in words.lines())
        self.parts.append(_as_grid(place, form, []))
        self.rows[place] = rows

    def join(self, place: str, rows: Rows, *, told: bool) -> bool:
        """Let the form before take up rows that go on with it; whether it could.

        Unless a plan has `told` so, what begins as that form does is the next one.
        """
        grids = [at for at, part in enumerate(self.parts) if isinstance(part, Grid)]
        before = self.parts[grids[-1]] if grids else None
        first = self.rows.get(before.place) if isinstance(before, Grid) else None
        if not (isinstance(before, Grid) and first and len(rows)):
            return False
        if len(first.words[0]) != len(rows.words[0]):
            return False
        if not told and letters_only(rows.words[0][0].text) in _labels(first):
            return False
        whole = first.followed_by(rows)
        form = read_form(whole, self.repeated, told=before.place in self.told)
        if form is None:
            return False
        self.parts[grids[-1]] = _as_grid(before.place, form, [*before.goes_on, place])
        self.rows[before.place] = whole
        return True


def _labels(rows: Rows) -> set[str]:
    return {letters_only(row[0].text) for row in rows.words}


def _as_grid(place: str, form: Form, goes_on: list[str]) -> Grid:
    width = range(len(form.columns))
    plain = [
        PlainRow.of_lines(
            [tuple(entry.get(at, ())) for at in width], tuple(above.get(at) for at in width)
        )
        for entry, above in zip(form.entries, form.shared, strict=True)
    ]
    grid = Grid(place, form.columns, form.labels, plain, form=True, head_rows=None, goes_on=goes_on)
    grid.doubts.extend(form.doubts)
    return grid
