"""A year's workbook: the tables' rows as a spreadsheet opens them."""

from __future__ import annotations

import io
import re
from collections import Counter
from decimal import Decimal

import openpyxl
import pytest

from ita_site.site.downloads import tables
from ita_site.site.downloads.measure_tables import PROGRESS
from ita_site.site.downloads.result_tables import SCORES
from ita_site.site.downloads.table import in_words
from ita_site.site.downloads.workbook import LONGEST, workbook
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts


def opened(agency):
    return openpyxl.load_workbook(io.BytesIO(workbook(agency, agency.years[0])))


def told(text):
    return agency_facts(year_facts("a", progress=[report("a", round="6", summary=text)]))


@pytest.mark.parametrize(
    "table", [*tables.OF_YEAR, tables.DICTIONARY], ids=lambda table: table.name
)
def test_every_column_has_a_thai_heading_and_description_and_none_its_neighbours(table):
    thai = re.compile("[ก-๛]")
    assert [column for column in table.columns if not thai.search(column.heading)] == []
    assert [column for column in table.columns if not thai.search(column.description)] == []
    for given in (table.names, table.headings):
        assert [name for name, count in Counter(given).items() if count > 1] == []


def test_sheets_hold_the_rows_of_the_tables():
    agency = told("ทำแล้ว")
    book = opened(agency)
    assert book.sheetnames == [table.title for table in tables.year_tables(agency.years[0])]
    rows = list(book["ผลการดำเนินการ"].iter_rows(values_only=True))
    (row,) = PROGRESS.rows(agency, agency.years[0])
    assert rows[0] == PROGRESS.headings
    assert [str(value or "") for value in rows[1]] == [in_words(value) for value in row]
    assert rows[1][3] == "รายงานแล้ว ไม่ระบุสถานะ"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "{=1}", "https://a.example/"]
)
def test_nothing_runs_or_becomes_a_link_and_all_comes_back_as_it_was(text):
    cell = opened(told(text))["ผลการดำเนินการ"]["G2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert cell.quotePrefix is bool(re.match("'?[=+@-]", text))


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    value = opened(told("ก" * 40_000))["ผลการดำเนินการ"]["G2"].value
    assert len(value) == LONGEST
    assert value.endswith("…")


def test_the_head_stays_in_sight_and_texts_wrap():
    sheet = opened(told("ทำแล้ว"))["ผลการดำเนินการ"]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].alignment.wrap_text
    assert sheet.column_dimensions["A"].width > 8


def test_what_is_a_code_for_programs_is_a_word_for_people():
    agency = agency_facts(result_facts(2566, "91.50"))
    assert opened(agency)["คะแนน"]["B2"].value == "ตัวชี้วัด"
    assert next(SCORES.rows(agency, agency.years[0]))[1] == "indicator"


def test_scores_are_numbers_with_the_digits_as_written():
    agency = agency_facts(result_facts(2566, "91.50"))
    cell = opened(agency)["คะแนน"]["E2"]
    assert (Decimal(str(cell.value)), cell.number_format) == (Decimal("91.5"), "0.00")


def test_the_same_facts_are_the_same_bytes():
    agency = told("ทำแล้ว")
    assert workbook(agency, agency.years[0]) == workbook(agency, agency.years[0])
