"""The tables of measures and of what came of them, in the columns agencies print.

The Word file and the printed page show the same table. A column that nobody filled in is left out.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from ita_site.rules.figures.numbering import begins_anew
from ita_site.site.documents.official_columns import (
    GROUP,
    MEASURES,
    RESULTS,
    ROUND,
    Column,
    Entry,
    Lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.publication import YearFacts
    from ita_site.site.pages.year_view import YearView

NARROWEST, WIDEST = 5, 16


class OfficialTable(NamedTuple):
    """A table ready to be set: headings, and rows of cells, each of several lines."""

    headings: Lines
    rows: tuple[tuple[Lines, ...], ...]

    @property
    def widths(self) -> tuple[float, ...]:
        """How wide each column is beside the others, so that the cells of a row end together."""
        return tuple(
            _width(heading, column)
            for heading, *column in zip(self.headings, *self.rows, strict=True)
        )


def _width(heading: str, cells: list[Lines]) -> float:
    """By the text it holds; a link does not break."""
    sizes = [sum(map(len, lines)) for lines in cells]
    typical = (max(sizes) + sum(sizes) / len(sizes)) / 2
    links = (
        len(word) for lines in cells for line in lines for word in line.split() if "//" in word
    )
    return max(
        NARROWEST,
        math.pow(len(heading), 0.6),
        min(math.sqrt(typical), WIDEST),
        max(links, default=0) / 4,
    )


def measures_table(year: YearView) -> OfficialTable:
    """A year's own measures, a row a measure."""
    facts = year.facts
    return _table(
        MEASURES,
        [Entry(year, facts, at, one) for at, one in enumerate(facts.measures.measures, 1)],
    )


def results_table(year: YearView, facts: YearFacts, months: int | None = None) -> OfficialTable:
    """What came of the measures of `facts`, a row a report; of one round where `months` says so.

    A measure without a report keeps its row.
    """
    entries = list(_reported(year, facts, months))
    columns = RESULTS if months is None else [one for one in RESULTS if one.heading != ROUND]
    return _table([GROUP, *columns] if begins_anew(facts) else columns, entries)


def _reported(year: YearView, facts: YearFacts, months: int | None) -> Iterator[Entry]:
    for at, measure in enumerate(facts.measures.measures, 1):
        made = [one for one in facts.progress.progress if one.measure in measure.ids]
        wanted = [one for one in made if months in (None, one.round)]
        if not wanted:
            yield Entry(year, facts, at, measure)
        for report in wanted:
            yield Entry(year, facts, at, measure, report)


def _table(columns: Iterable[Column], entries: list[Entry]) -> OfficialTable:
    """Only columns in which something stands."""
    filled = [(one, [one.lines(entry) for entry in entries]) for one in columns]
    kept = [(one, cells) for one, cells in filled if any(cells)]
    rows = tuple(zip(*(cells for _, cells in kept), strict=True))
    return OfficialTable(tuple(one.heading for one, _ in kept), rows)
