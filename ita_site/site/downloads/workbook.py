"""A year's tables as one workbook: the rows of the CSV files, in Thai words for their codes."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import xlsxwriter

from ita_site.facts.model.fields import Labelled
from ita_site.site.downloads import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from ita_site.facts.model.publication import AgencyFacts, YearFacts

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
"""No real moment: the same facts make the same bytes."""
NARROWEST, WIDEST = 9, 55
LONGEST = 32_767
"""Characters of a cell, by Excel's limit."""

HEADINGS = {
    "assessment_year": "ปีประเมิน",
    "implementation_year": "ปีงบประมาณที่ดำเนินการ",
    "result_year": "ปีของผลประเมิน",
    "measure_id": "รหัสมาตรการ",
    "order": "ลำดับ",
    "title": "ชื่อ",
    "group_kind": "จัดกลุ่มตาม",
    "group_id": "กลุ่ม",
    "step_order": "ขั้นตอนที่",
    "step": "ขั้นตอน",
    "units": "ผู้รับผิดชอบ",
    "timeframe": "ระยะเวลา",
    "monitoring": "การกำกับติดตาม",
    "reporting_rounds_months": "รอบรายงาน (เดือน)",
    "standing": "สถานะล่าสุด",
    "round_months": "รอบ (เดือน)",
    "status": "สถานะที่รายงาน",
    "summary": "สรุปผลการดำเนินการ",
    "outcomes": "ผลลัพธ์",
    "obstacles": "ปัญหาอุปสรรค",
    "evidence": "หลักฐาน",
    "updated_on": "วันที่ปรับปรุง",
    "level": "ระดับ",
    "code": "รหัส",
    "name": "ชื่อหรือข้อความ",
    "score": "คะแนน",
    "group": "กลุ่ม",
    "url": "ลิงก์",
    "look": "ดูตรงไหน",
    "note": "หมายเหตุ",
    "filled_in_by_program": "โปรแกรมเติมให้",
}


class Sheet(NamedTuple):
    """A table with its Thai name."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tables.Row]


def workbook(agency: AgencyFacts, year: YearFacts) -> bytes:
    """The workbook; nothing in it is ever run as a formula."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        title = f"ข้อมูล ITA ปี {year.year} {agency.agency.name}"
        book.set_properties({"title": title, "created": CREATED})
        for sheet in _sheets(agency, year):
            _write(book, sheet)
    return out.getvalue()


def _sheets(agency: AgencyFacts, year: YearFacts) -> Iterator[Sheet]:
    yield Sheet("มาตรการ", tables.MEASURES, list(tables.measure_rows(year)))
    yield Sheet("ผลการดำเนินการ", tables.PROGRESS, list(tables.progress_rows(year)))
    yield Sheet("คะแนน", tables.SCORES, list(tables.score_rows(year)))
    if year.oit:
        yield Sheet("ข้อมูลทุกข้อ OIT", tables.OIT, list(tables.oit_rows(agency, year)))


def _write(book: Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    wrapped = {"text_wrap": True, "valign": "top"}
    body, head = book.add_format(wrapped), book.add_format({**wrapped, "bold": True, "bottom": 1})
    for column, name in enumerate(sheet.columns):
        heading = HEADINGS[name]
        texts = [heading, *(_text(row[column]) for row in sheet.rows)]
        page.set_column(column, column, _width(texts), body)
        page.write_string(0, column, heading, head)
    scores: dict[int, Format] = {}
    for at, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _cell(book, page, (at, column), value, scores)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _cell(
    book: Workbook, page: Worksheet, at: tuple[int, int], value: object, scores: dict[int, Format]
) -> None:
    """A number as a number with the digits it was written with, all else as text."""
    if isinstance(value, Decimal):
        digits = max(0, -int(value.as_tuple().exponent))
        if digits not in scores:
            form = "0" + ("." + "0" * digits if digits else "")
            scores[digits] = book.add_format({"num_format": form, "valign": "top"})
        page.write_number(*at, float(value), scores[digits])
    elif isinstance(value, int):
        page.write_number(*at, value)
    elif value not in (None, ""):
        text = _text(value)
        page.write_string(*at, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def _text(value: object) -> str:
    return value.label if isinstance(value, Labelled) else str(value)


def _width(texts: Iterable[str]) -> int:
    """In letters: as wide as the longest text, within reason; longer ones are wrapped."""
    longest = max(len(line) for text in texts for line in text.splitlines() or [""])
    return min(max(longest + 2, NARROWEST), WIDEST)
