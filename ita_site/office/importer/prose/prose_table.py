"""Measures told in paragraphs as a table: a row for each, a column for each label."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.office.importer.document.spans import says_something
from ita_site.office.importer.document.values import strip_column
from ita_site.office.importer.prose.repeated import ALIKE, cut_label, shared_lead
from ita_site.office.importer.tables.columns import Column, read_column
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.tables.plain_row import PlainRow
from ita_site.office.importer.words.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.words.labels import ProseMeasure


def as_grid(told: list[ProseMeasure]) -> Grid:
    """Measures as a table, with the columns that their labels name."""
    labels: dict[str, list[Span]] = {}
    for each in told:
        for name in each.cells:
            levels = (each.above.get(name), each.labels.get(name))
            labels.setdefault(name, [words.stripped(":： ") for words in levels if words])
    return make_grid(told, {name: _column_of(name, words) for name, words in labels.items()})


def _column_of(name: str, words: Sequence[Span]) -> Column:
    """What lines hold, by their label; of results of a round by what stands above as well."""
    role, _, months = name.partition(" ")
    column = read_column(words) if words else Column(role if role in ROLES else None)
    is_unread = column.role is None and role in ROLES
    if months or is_unread:
        return replace(column, role=role, months=months, named=True)
    return column


def make_grid(
    told: Sequence[ProseMeasure], columns: Mapping[str, Column], *, is_settled: bool = False
) -> Grid:
    """Measures as a table: a row for each, with what each column's lines say."""
    led, titles = _cut_lead(told)
    rows = [
        PlainRow.of_lines([(title,), *(_lines_of(each, name) for name in columns)])
        for each, title in zip(told, titles, strict=True)
    ]
    heads = (*(words for each in told for words in each.heads), *led)
    return Grid(
        strip_column(told[0].title.place),
        (_title_column(told[0]), *columns.values()),
        heads or (told[0].title,),
        rows,
        form=True,
        head_rows=None,
        doubts=[doubt for each in told for doubt in each.doubts],
        told=tuple(told),
        names=("measure", *columns),
        is_settled=is_settled,
    )


def _lines_of(measure: ProseMeasure, name: str) -> tuple[Span, ...]:
    """What a label says of a measure; a dash says nothing."""
    return tuple(words for words in measure.cells.get(name, ()) if says_something(words.text))


def _cut_lead(told: Sequence[ProseMeasure]) -> tuple[list[Span], list[Span]]:
    """The word that all titles begin with, such as เรื่อง, and the titles behind it."""
    titles = [each.title for each in told]
    lead = shared_lead([title.own for title in titles])
    cuts = [cut for title in titles if lead and (cut := cut_label(title, lead))]
    return ([led for led, _ in cuts], [title for _, title in cuts]) if cuts else ([], titles)


def _title_column(first: ProseMeasure) -> Column:
    """The column of the titles; doubted where only its headings' likeness told of measures."""
    if not first.is_guess:
        return Column("measure")
    return Column("measure", heading=first.heads[0], named=True, guess=ALIKE)
