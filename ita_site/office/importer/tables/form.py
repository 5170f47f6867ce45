"""A form: the columns that its labels are, and the entries it has of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.columns import Column


@dataclass(frozen=True, slots=True)
class Form:
    """The columns of a form, and for each entry the lines it has of them, by the column.

    `titles` are the rows above it, `labels` the words of all that heads something within it.
    `shared` are the lines of an earlier entry that hold for this one too; `doubts` what to look at.
    """

    columns: tuple[Column, ...]
    labels: tuple[Span, ...]
    entries: list[dict[int, list[Span]]]
    shared: list[dict[int, Span]]
    titles: tuple[Span, ...] = ()
    doubts: tuple[tuple[Span, str], ...] = ()
