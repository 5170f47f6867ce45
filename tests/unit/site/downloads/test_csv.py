"""The tables: opened by Excel and read by programs, holding what was written."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.oit import OitIndex
from ita_site.facts.model.publication import AgencyFacts, YearFacts
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.downloads.build import build_downloads
from ita_site.site.downloads.csv_file import EXCEL_MARK
from ita_site.site.downloads.tables import year_tables
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts

AGENCY = Agency.model_validate(
    {"name": "เทศบาลทดสอบ", "kind": "other", "site_url": "https://ita.a.example/"}
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), min_size=1).filter(
    str.strip
)

TODAY = BEDate(2569, 11, 1)
NAMES = [table.name for table in year_tables(year_facts())]


def raw(year: YearFacts, name: str) -> bytes:
    agency = AgencyFacts("", "data", AGENCY, Channels(), (year,))
    files = {artifact.path: artifact.content for artifact in build_downloads(agency, TODAY)}
    return files[f"{year.year}/{name}.csv"]


def rows(year: YearFacts, name: str) -> list[dict[str, str]]:
    text = raw(year, name).decode().removeprefix(EXCEL_MARK)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def filled(year: YearFacts, name: str) -> list[dict[str, str]]:
    """The rows without their empty cells."""
    return [{key: cell for key, cell in row.items() if cell} for row in rows(year, name)]


@pytest.mark.parametrize("name", NAMES)
def test_a_table_begins_with_the_mark_by_which_excel_knows_utf_8(name):
    content = raw(year_facts("a"), name)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize("name", sorted({*NAMES} - {"general", "columns"}))
def test_a_year_without_facts_has_the_tables_heads_alone(name):
    assert rows(year_facts(), name) == []


def test_several_results_have_a_table_together_and_a_missing_year_has_no_row():
    facts = {"total": {"score": "90.00"}, "instruments": [{"code": "EIT", "score": "80.5"}]}
    years = (result_facts(2566, "84.00", **facts), result_facts(2568, "๘๕.๐๐", "9"))
    files = {
        file.path: file.content for file in build_downloads(agency_facts(*years, slug="a"), TODAY)
    }
    text = files["a/history/history.csv"].decode().removeprefix(EXCEL_MARK)
    assert text.splitlines() == [
        "result_year,level,code,name,score,target",
        "2565,total,,คะแนนรวม,90.00,85",
        "2565,instrument,EIT,แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก,80.5,",
        "2565,indicator,1,การปฏิบัติหน้าที่,84.00,",
        "2567,indicator,1,การปฏิบัติหน้าที่,85.00,85",
        "2567,indicator,2,การใช้งบประมาณ,9,85",
    ]


@pytest.mark.parametrize("years", [[], [result_facts(2566, "80")], [year_facts("a")]])
def test_one_result_alone_has_no_table_over_the_years(years):
    assert not [
        file for file in build_downloads(agency_facts(*years), TODAY) if "history" in file.path
    ]


def test_a_measure_has_a_row_a_step_with_its_own_unit_and_time():
    measure = {
        "id": "a",
        "title": ["ก", "ข"],
        "indicator": "2",
        "steps": [
            {"text": "หนึ่ง", "units": ["กองคลัง", "กองช่าง"], "timeframe": "ต.ค. 65"},
            "สอง",
        ],
        "units": "สำนักปลัด",
        "timeframe": "ตลอดปี",
        "monitoring": "รายงานทุกเดือน",
        "reporting_rounds": ["6", "12"],
    }
    head = {
        "assessment_year": "2566",
        "implementation_year": "2566",
        "measure_id": "a",
        "order": "1",
        "title": "ก | ข",
        "group_kind": "indicator",
        "group_id": "2",
        "monitoring": "รายงานทุกเดือน",
        "reporting_rounds_months": "6 | 12",
    }
    whole = {"measure_units": "สำนักปลัด", "measure_timeframe": "ตลอดปี", "step_truncated": "false"}
    steps = [
        {"step_order": "1", "step": "หนึ่ง", "units": "กองคลัง | กองช่าง", "timeframe": "ต.ค. 65"},
        {"step_order": "2", "step": "สอง", "units": "สำนักปลัด", "timeframe": "ตลอดปี"},
    ]
    assert filled(year_facts(measure), "measures") == [head | whole | step for step in steps]


def test_a_measure_without_steps_has_one_row():
    (row,) = rows(year_facts({"id": "a", "title": "ก", "units": "กองคลัง"}), "measures")
    assert (row["step_order"], row["step"], row["units"]) == ("", "", "กองคลัง")


def test_every_report_has_a_row_and_a_measure_without_one_says_so():
    reports = [
        report("a", round="12", status="done", summary=["ก", "ข"], outcomes="ค", obstacles="ง"),
        report("a", round="6", status="in_progress", summary="จ"),
    ]
    found = rows(year_facts("a", "b", progress=reports), "progress")
    keys = ("measure_id", "standing", "round_months", "status", "summary", "outcomes", "obstacles")
    assert [tuple(row[key] for key in keys) for row in found] == [
        ("a", "done", "6", "in_progress", "จ", "", ""),
        ("a", "done", "12", "done", "ก | ข", "ค", "ง"),
        ("b", "not_reported", "", "", "", "", ""),
    ]


def test_scores_go_from_the_total_down_to_the_parts_of_a_question():
    assessment = Assessment.model_validate(
        {
            "total": {"score": "91.80", "rating_as_printed": "A"},
            "instruments": [{"code": "IIT", "score": "84.83"}],
            "indicators": [{"no": "2", "score": "100.00"}],
            "questions": [
                {"code": "i30", "text": "ก", "score": "0.00", "sub_items": [{"text": "ข"}]}
            ],
        }
    )
    year = YearFacts(2566, edition_for(2566), assessment=assessment)
    assert [tuple(row.values())[:5] for row in rows(year, "scores")] == [
        ("2565", "total", "", "A", "91.80"),
        ("2565", "instrument", "IIT", "", "84.83"),
        ("2565", "indicator", "2", "", "100.00"),
        ("2565", "question", "i30", "ก", "0.00"),
        ("2565", "sub_item", "i30", "ข", ""),
    ]


def test_the_index_of_all_items_has_a_row_an_item_with_addresses_that_open_anywhere():
    items = [
        {
            "code": "O2",
            "title": "ข่าว",
            "group": "9.1",
            "url": ["https://a.example/news", {"url": "eit/", "look": "บนสุด"}],
            "look": "ทั้งหน้า",
            "note": "ก",
            "updated_on": "3 เม.ย. 2566",
        },
    ]
    index = OitIndex.model_validate({"items": items})
    year = YearFacts(2566, edition_for(2566), oit=index)
    found = [tuple(row.values()) for row in rows(year, "oit")]
    places = "https://a.example/news | https://ita.a.example/eit/"
    row = ("2566", "O2", "ข่าว", "9.1", places, "ทั้งหน้า | บนสุด", "ก", "2566-04-03", "false")
    assert found[0] == row
    assert [(row[1], row[4], row[-1]) for row in found[1:]] == [
        ("O42", "https://ita.a.example/2566/o42/", "true"),
        ("O43", "https://ita.a.example/2566/o43/", "true"),
    ]


def test_a_year_without_an_index_has_no_table_of_it():
    with pytest.raises(KeyError):
        raw(year_facts("a"), "oit")


@given(TEXTS)
def test_text_comes_back_as_it_was_or_behind_an_apostrophe(text):
    year = year_facts({"id": "a", "title": text})
    (row,) = rows(year, "measures")
    written = year.measures.measures[0].titles[0]
    assert row["title"].removeprefix("'") == written.removeprefix("'")


@pytest.mark.parametrize(
    "formula",
    [
        '=HYPERLINK("https://evil.example";"คลิก")',
        "=1+1",
        "+66",
        "-1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
    ],
)
def test_a_spreadsheet_shows_a_formula_rather_than_runs_it(formula):
    (row,) = rows(year_facts({"id": "a", "title": formula, "monitoring": formula}), "measures")
    assert row["title"] == row["monitoring"] == f"'{formula}"


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_no_cell_of_any_table_begins_like_a_formula(texts):
    year = year_facts(
        {"id": "a", "title": texts, "steps": texts, "units": texts, "monitoring": texts},
        progress=[report("a", summary=texts, outcomes=texts, obstacles=texts)],
    )
    cells = [
        cell
        for name in ("measures", "progress")
        for row in rows(year, name)
        for cell in row.values()
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_line_breaks_and_quotes_stay_within_their_cell():
    text = 'ก "ข", ค\nง;จ'
    (row,) = rows(year_facts({"id": "a", "title": text}), "measures")
    assert row["title"] == text
