"""Which tables of a file are ours, and their rows by the names of our columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.document.spans import Source, Span
from ita_site.office.importer.facts.leftovers import iter_sources
from ita_site.site.downloads.dataset.tables import ID, TIDY
from ita_site.site.downloads.result_tables import HISTORY
from ita_site.site.downloads.tables import CHANNELS, DICTIONARY, OF_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ita_site.office.importer.document.blocks import Blocks
    from ita_site.site.downloads.table import Table

COMPUTED: Final = (HISTORY, DICTIONARY)
"""Tables that hold no fact of their own."""
TABLES: Final = (*OF_YEAR, CHANNELS, *COMPUTED)
KEYS: Final = {
    "measures": ("measure_id",),
    "progress": ("measure_id", "round_months"),
    "scores": ("level", "score"),
    "oit": ("code", "filled_in_by_program"),
    "analysis": ("kind", "text"),
    "metrics": ("measure_id", "name"),
    "evidence": ("measure_id", "title"),
    "conflicts": ("field", "values"),
    "general": ("file", "field", "value"),
    "targets": ("measure_id", "target"),
    "pictures": ("measure_id", "file"),
    "memos": ("for",),
    "channels": ("kind", "label"),
    "history": ("level", "target"),
    "columns": ("table", "column"),
}
"""Without these columns a table's rows cannot be told."""
_ORDER: Final = ("general", *(table.name for table in TABLES if table.name != "general"))
_YEARS: Final = ("assessment_year", "implementation_year", "result_year")
_MOST: Final = 2 / 3
_HEAD_ROWS: Final = 3
_SHEET: Final = re.compile(r"แผ่นงาน “(.*)” เซลล์")


NO_ID: Final = "แถวนี้ไม่มีรหัสมาตรการ"


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells by the names of our columns; empty ones are not there."""

    cells: Mapping[str, Span]
    place: str

    def words(self, *names: str) -> list[Span]:
        """Those of these cells that are there."""
        return [self.cells[name] for name in names if name in self.cells]

    def text(self, name: str) -> str:
        """What a cell says, on one line; nothing where it is empty or not there."""
        return self.cells[name].text if name in self.cells else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of ours as a file holds it: its columns by name, its rows, its headings' words."""

    table: Table
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    heads: tuple[Span, ...]
    place: str
    unknown: tuple[Span, ...] = field(default=())


def find_sheets(blocks: Blocks) -> tuple[Sheet, ...]:
    """The tables of ours in a file, those first that others build on; none in an office's file."""
    found = [sheet for rows in _tables(blocks) if (sheet := _sheet(rows))]
    return tuple(sorted(found, key=lambda sheet: _ORDER.index(sheet.table.name)))


def spans_all_years(blocks: Blocks) -> bool:
    """Whether a table is one over all years, which says again what those of a year hold."""
    heads = ({words.text for words in rows[0]} for rows in _tables(blocks) if rows)
    known = [{*tidy.table.names} for tidy in TIDY]
    return any(
        ID.name in head and any(len(head & names) >= _MOST * len(head) for names in known)
        for head in heads
    )


def _tables(blocks: Blocks) -> Iterator[list[list[Span]]]:
    """The cells of each table, numbered as `leftovers` numbers them."""
    sources: Iterator[Source] = (source for source, _, _ in iter_sources(blocks))
    for block in blocks:
        if isinstance(block, Paragraph):
            next(sources)
        else:
            yield [[Span.whole(next(sources)) for _ in row] for row in block.rows]


def _sheet(rows: list[list[Span]]) -> Sheet | None:
    for at, head in enumerate(rows[:_HEAD_ROWS]):
        if found := _named(head):
            table, names = found
            pairs = [[*zip(names, row, strict=True)] for row in rows[at + 1 :]]
            cells = [{name: words for name, words in row if name and words} for row in pairs]
            return Sheet(
                table,
                tuple(filter(None, names)),
                tuple(
                    Row(known, row[0].source.place)
                    for known, row in zip(cells, rows[at + 1 :], strict=True)
                    if known
                ),
                tuple(words for words, name in zip(head, names, strict=True) if name),
                head[0].source.place,
                tuple(words for words, name in zip(head, names, strict=True) if words and not name),
            )
    return None


def _named(head: Sequence[Span]) -> tuple[Table, list[str]] | None:
    """The table that headings are of, the one that has the most of them, and their names."""
    sheet = _SHEET.match(head[0].source.place) if head else None
    texts = [words.text for words in head]
    fitting = [
        (table, names)
        for table in TABLES
        for is_code in (True, False)
        if (names := _names(table, texts, is_code=is_code))
        and (is_code or _is_ours_in_thai(table, names, sheet[1] if sheet else ""))
    ]
    return max(fitting, key=lambda each: _share(*each), default=None)


def _names(table: Table, texts: Sequence[str], *, is_code: bool) -> list[str]:
    """Each heading's column, empty for one that is not the table's; none if it is another's."""
    called = table.names if is_code else table.headings
    name_of = {" ".join(text.split()): name for text, name in zip(called, table.names, strict=True)}
    names = [name_of.get(text, "") for text in texts]
    known = [name for name in names if name]
    filled = [text for text in texts if text]
    is_whole = len(known) == len(set(known)) and set(KEYS[table.name]) <= set(known)
    return names if is_whole and len(known) >= _MOST * len(filled) else []


def _is_ours_in_thai(table: Table, names: Sequence[str], sheet: str) -> bool:
    """Thai headings are an office's words too: these stand on our sheet, or with a year of ours."""
    return sheet == table.title or any(name in _YEARS for name in names)


def _share(table: Table, names: Sequence[str]) -> tuple[int, float]:
    known = sum(map(bool, names))
    return known, known / len(table.columns)
