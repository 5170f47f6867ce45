"""A year's tables as one workbook: the rows of the CSV files, in Thai words for their codes."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING

import xlsxwriter

from ita_site.site.downloads.csv_file import is_like_formula
from ita_site.site.downloads.table import in_words
from ita_site.site.downloads.tables import year_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.site.downloads.table import Row, Table

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
"""No real moment: the same facts make the same bytes."""
NARROWEST, WIDEST = 9, 55
QUOTED = "quoted"
LONGEST = 32_767
"""Characters of a cell, by Excel's limit."""


def workbook(agency: AgencyFacts, year: YearFacts) -> bytes:
    """The workbook; nothing in it is ever run as a formula."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        title = f"ข้อมูล ITA ปี {year.year} {agency.agency.name}"
        book.set_properties({"title": title, "created": CREATED})
        for table in year_tables(year):
            _write(book, table, list(table.rows(agency, year)))
    return out.getvalue()


def _write(book: Workbook, table: Table, rows: Sequence[Row]) -> None:
    page = book.add_worksheet(table.title)
    wrapped = {"text_wrap": True, "valign": "top"}
    body, head = book.add_format(wrapped), book.add_format({**wrapped, "bold": True, "bottom": 1})
    for column, heading in enumerate(table.headings):
        texts = [heading, *(in_words(row[column]) for row in rows)]
        page.set_column(column, column, _width(texts), body)
        page.write_string(0, column, heading, head)
    formats: dict[int | str, Format] = {QUOTED: book.add_format({**wrapped, "quote_prefix": True})}
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _cell(book, page, (at, column), value, formats)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(rows)), len(table.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _cell(
    book: Workbook,
    page: Worksheet,
    at: tuple[int, int],
    value: object,
    formats: dict[int | str, Format],
) -> None:
    """A number as a number with the digits it was written with, all else as text.

    A text that looks like a formula stays a text when somebody opens its cell and closes it.
    """
    if isinstance(value, Decimal):
        digits = max(0, -int(value.as_tuple().exponent))
        if digits not in formats:
            form = "0" + ("." + "0" * digits if digits else "")
            formats[digits] = book.add_format({"num_format": form, "valign": "top"})
        page.write_number(*at, float(value), formats[digits])
    elif isinstance(value, int) and not isinstance(value, bool):
        page.write_number(*at, value)
    elif text := in_words(value):
        shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        page.write_string(*at, shown, formats[QUOTED] if is_like_formula(text) else None)


def _width(texts: Iterable[str]) -> int:
    """In letters: as wide as the longest text, within reason; longer ones are wrapped."""
    longest = max(len(line) for text in texts for line in text.splitlines() or [""])
    return min(max(longest + 2, NARROWEST), WIDEST)
