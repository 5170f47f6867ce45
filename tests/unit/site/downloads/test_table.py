"""Cells and columns: parallel lists, words for people, codes for programs, no field left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_site.facts.model.measures import Role
from ita_site.facts.model.progress import Metric
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.timeframe_words import parse_timeframe
from ita_site.site.downloads.table import field, fields_of, in_codes, in_words
from ita_site.site.downloads.tables import OF_YEAR, year_tables
from tests.unit.rules.figures.facts import agency_facts, report, year_facts


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (None, "", ""),
        ((), "", ""),
        (True, "true", "ใช่"),
        (False, "false", "ไม่ใช่"),
        (Role.LEAD, "lead", "รับผิดชอบหลัก"),
        ((Role.LEAD, None, Role.ALL), "lead |  | all", "รับผิดชอบหลัก |  | ทุกส่วนราชการ"),
        ((None, None), "", ""),
        ((False, True), " | true", " | ใช่"),
        ((False, False), "", ""),
        (("ก", "ข"), "ก | ข", "ก | ข"),
        (Decimal("90.50"), "90.50", "90.50"),
        (0, "0", "0"),
        (BEDate(2570, 1, 9), "2570-01-09", "2570-01-09"),
        (parse_timeframe("ม.ค. ๗๐", fiscal_year=None), "ม.ค. ๗๐", "ม.ค. ๗๐"),
    ],
)
def test_a_cell_for_programs_and_for_people(value, code, words):
    assert (in_codes(value), in_words(value)) == (code, words)


def test_a_column_that_is_there_is_not_made_again():
    own = (field("label", "metric", Metric, "name"),)
    names = [column.name for column in fields_of("metric", Metric, besides=own)]
    assert names == [name for name in Metric.model_fields if name != "name"]


@pytest.mark.parametrize("table", OF_YEAR, ids=lambda table: table.name)
def test_every_row_has_a_cell_a_column(table):
    measure = {"id": "a", "steps": ["ก"], "guidelines": ["ข", {"text": "ค", "truncated": "true"}]}
    year = year_facts(measure, progress=[report("a", summary="ง")])
    for row in table.rows(agency_facts(year), year):
        assert len(row) == len(table.columns)


def test_what_a_measure_answers_and_its_guidelines_are_in_its_table():
    guidelines = [{"text": "ข", "label_as_printed": "๑."}, {"text": "ค", "truncated": "true"}]
    measure = {"id": "a", "findings": ["F1", "F2"], "urgent_fixes": "U1", "guidelines": guidelines}
    year = year_facts(measure | {"label_as_printed": "๒.๑"})
    (table,) = (table for table in year_tables(year) if table.name == "measures")
    (row,) = table.rows(agency_facts(year), year)
    cells = dict(zip(table.names, map(in_codes, row), strict=True))
    assert cells["measure_findings"] == "F1 | F2"
    assert cells["measure_urgent_fixes"] == "U1"
    assert cells["measure_label_as_printed"] == "๒.๑"
    assert cells["measure_guidelines"] == "ข | ค"
    assert cells["measure_guidelines_label_as_printed"] == "๑. | "
    assert cells["measure_guidelines_truncated"] == " | true"
