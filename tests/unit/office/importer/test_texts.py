"""Texts of no agency, each with difficulties real ones have: what is read, and nothing lost."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.assessment import ConflictReason
from ita_site.facts.model.measures import Role
from ita_site.facts.model.progress import Status
from ita_site.facts.reading.publication import read_publication
from ita_site.office.importer.formats.pasted import read_pasted
from ita_site.office.importer.recognise import recognise
from tests.unit.office.importer.proof import arrived, letters_missing, places_missing

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts
    from ita_site.office.importer.import_result import ImportResult

TEXTS = Path(__file__).parent / "texts"
YEARS = {
    "torn-rows": 2568,
    "two-levels": 2567,
    "scores": 2566,
    "results": 2569,
    "prose": 2567,
}
every_text = pytest.mark.parametrize("name", YEARS)
AGENCY = "name: เทศบาลสมมุติ\nkind: other\n"


def text_of(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_text("utf-8")


@cache
def imported(name: str, *, with_names: bool = False) -> ImportResult:
    year = YEARS[name]
    blocks = read_pasted(text_of(name))
    return recognise(blocks, year, edition_for(year), document="ไฟล์", with_names=with_names)


def facts(name: str, where: Path) -> YearFacts:
    for path, text in {"agency.yml": AGENCY, **imported(name).files}.items():
        (where / path).parent.mkdir(parents=True, exist_ok=True)
        (where / path).write_text(text, "utf-8")
    reading = read_publication(where)
    assert reading.problems == ()
    return reading.publication.agencies[0].years[0]


def doubts(name: str) -> str:
    return "\n".join(doubt.text for doubt in imported(name).report.doubts)


@every_text
def test_nothing_is_lost(name: str):
    made = imported(name, with_names=True)
    assert letters_missing(text_of(name), made) == Counter()
    assert places_missing(text_of(name), made) == []
    assert (made.report.cells.lost, made.report.paragraphs.lost) == (0, 0)


@every_text
def test_the_same_text_makes_the_same_files(name: str):
    blocks = read_pasted(text_of(name))
    again = recognise(blocks, YEARS[name], edition_for(YEARS[name]), document="ไฟล์")
    assert again.files == imported(name).files


def test_rows_torn_by_a_page(tmp_path: Path):
    first, second = facts("torn-rows", tmp_path).measures.measures
    assert [step.text for step in first.steps] == [
        "ติดแผนผังขั้นตอนหน้าห้อง",
        "อบรมเจ้าหน้าที่เรื่องการบริการที่ดี ปีละ ๑.๕ วัน",
        "สำรวจความพอใจ",
    ]
    assert [step.label_as_printed for step in first.steps] == ["๑.", "๒.", "๓."]
    assert (first.topic, second.topic) == ("transparent_process", "service_eservice")
    assert first.monitoring == ("รายงานต่อนายกทุก ๖ เดือน",)
    assert second.titles == ("จองคิวออนไลน์", "แจ้งผลทางข้อความ")
    assert second.label_as_printed == "(๒.๑) (๒.๒)"


def test_units_and_rounds(tmp_path: Path):
    _, measure = facts("torn-rows", tmp_path).measures.measures
    assert [(unit.name, unit.role) for unit in measure.units] == [
        ("ทุกสำนัก/กอง", Role.ALL),
        ("กองคลัง", Role.LEAD),
    ]
    assert measure.reporting_rounds == (6, 12)


def test_what_has_no_field_is_in_the_rest():
    rest = imported("torn-rows").rest
    assert "[บรรทัด 17 ช่อง 1] เป็นหมายเหตุใต้ตาราง\n# หัวตาราง ที่\n- หมายเหตุ งบประมาณ" in rest
    assert "\n# [บรรทัด 13] ที่ | มาตรการ/กิจกรรม | " in rest


def test_agency_is_found_with_a_split_sara_am_about(tmp_path: Path):
    facts("torn-rows", tmp_path)
    found = read_publication(tmp_path).publication.agencies[0].agency
    assert (found.name, found.kind) == ("เทศบาลตำบลบ้านสมมุติ", "subdistrict_municipality")
    assert (found.district, found.province) == ("อำเภอสมมุติ", "จังหวัดตัวอย่าง")
    assert [unit.name for unit in found.units] == ["สำนักปลัด", "กองคลัง"]


def test_headings_on_two_levels_and_rows_of_one_topic(tmp_path: Path):
    year = facts("two-levels", tmp_path)
    topics = [measure.topic for measure in year.measures.measures]
    assert topics == [
        "service_eservice",
        "service_eservice",
        "state_property",
        "budget_procurement",
    ]
    assert year.assessment
    codes = [(each.code, each.code_as_printed) for each in year.assessment.questions]
    assert codes == [
        ("E13", "E 13"),
        ("E14", None),
        ("E11", None),
        ("i21", "21"),
        ("i24", "ข้อ i24"),
        ("i8", "18"),
    ]


def test_findings_keep_their_questions(tmp_path: Path):
    year = facts("two-levels", tmp_path)
    assert year.assessment
    findings = year.assessment.analysis.findings
    assert [finding.questions for finding in findings] == [
        ("E13",),
        ("E14",),
        ("E11",),
        ("i21", "i24"),
        ("i8",),
    ]
    linked = [measure.findings for measure in year.measures.measures]
    assert linked == [("f1", "f2"), ("f3",), ("f4",), ("f5",)]


def test_what_was_guessed_is_told():
    doubtful = doubts("two-levels")
    assert "ขอคนพบ” อ่านเป็น “ข้อค้นพบ” (อ่านจากคำในหัวข้อและข้อความที่ตามมา)" in doubtful
    assert "ระยะเวลา “ทุกไตรมาส 2,4” โปรแกรมไม่เข้าใจ" in doubtful
    assert "รหัสข้อคำถาม “18” อ่านเป็น i8" in doubtful
    assert "“(5) การใช้งบประมาณ จัดซื้อ จัดจ้าง อย่างโปร่งใส” อ่านเป็นประเด็น" in doubtful
    assert "ไม่พบชื่อหน่วยงาน" in doubtful
    assert "agency.yml" not in imported("two-levels").files


def test_indicators_with_damaged_names(tmp_path: Path):
    assessment = facts("scores", tmp_path).assessment
    assert assessment
    printed = {each.no: each.name_as_printed for each in assessment.indicators}
    assert len(printed) == 10
    assert printed[3] == "การใช้อานาจหน้าที่ราชการ"
    assert printed[4] == "กรใช้ทรพย์สินราชการ"
    assert printed[5] is None
    assert [str(each.score) for each in assessment.indicators][:3] == ["90.00", "80.00", "85.00"]


def test_contradictions_are_declared(tmp_path: Path):
    assessment = facts("scores", tmp_path).assessment
    assert assessment
    declared = {each.field: each for each in assessment.conflicts}
    assert declared["คะแนนรวม"].values == ("๘๘.๖๐", "๘๙.๖๐")
    assert declared["คะแนนตัวชี้วัดที่ 10"].values == ("100.00", "99.00")
    assert declared["เลขตัวชี้วัด “การเปิดเผยข้อมูล” ในตารางข้อคำถาม"].holds == "9"
    codes = declared["รหัสข้อคำถามที่เอกสารพิมพ์โดยไม่มีตัว i"]
    assert (codes.values, codes.reason) == (("๑๒๐", "๑๓๐"), ConflictReason.OFFICIAL)


def test_questions_with_their_parts(tmp_path: Path):
    assessment = facts("scores", tmp_path).assessment
    assert assessment
    by_code = assessment.question_by_key
    assert [(each.text, str(each.score)) for each in by_code["i30"].sub_items] == [
        ("ร้องเรียนง่าย", "81.00"),
        ("ปลอดภัย", "79.00"),
    ]
    assert (by_code["E6"].indicator, str(by_code["E6"].score)) == (7, "86.97")
    assert [str(each.score) for each in by_code["E6"].sub_items] == ["86.79", "87.14"]
    assert by_code["i20"].guidelines == ("เขียนขั้นตอน", "ติดประกาศ")
    assert (by_code["O2"].indicator, str(by_code["O2"].score)) == (9, "0.00")


def test_a_list_printed_twice_is_taken_once(tmp_path: Path):
    assessment = facts("scores", tmp_path).assessment
    assert assessment
    assert [each.text for each in assessment.analysis.urgent_fixes] == [
        "แจ้งแผนงบประมาณ",
        "ทำทะเบียนยืมของ",
    ]
    assert "พิมพ์ซ้ำกับรายการจุดอ่อนที่อ่านแล้ว" in imported("scores").rest


def test_memo_and_its_signers(tmp_path: Path):
    memo = facts("scores", tmp_path).info.memo
    assert memo
    assert (memo.unit, memo.phone, memo.number) == ("งานแผน สำนักปลัด", "๑๑๒", "สม ๐๑/๒")
    assert str(memo.date) == "2566-04-05"
    assert memo.subject == "รายงานผลวิเคราะห์ ของเทศบาลเมืองสมมุติ"
    made = imported("scores")
    assert "สมมติ นามสมมติ" not in arrived(made) + str(made.report)
    assert made.report.left_out == ("บรรทัด 8", "บรรทัด 10")
    assert "นายสมมติ นามสมมติ" in imported("scores", with_names=True).rest


def test_results_by_instrument(tmp_path: Path):
    year = facts("results", tmp_path)
    assert [measure.instrument for measure in year.measures.measures] == ["IIT", "EIT", "EIT"]
    first, second, third = year.progress.progress
    assert (first.status, first.status_as_printed) == (Status.DONE, "ดำเนินการเรียบร้อยแล้ว")
    assert [outcome.text for outcome in first.outcomes] == ["คนเข้าร่วม ๔๐ คน", "คะแนนเพิ่มขึ้น"]
    assert first.evidence[0].url == "https://example.go.th/p1"
    assert (second.status, second.evidence) == (Status.IN_PROGRESS, ())
    assert (third.measure, third.status) == ("measure-3", None)
    assert year.implementation_year == 2568


def test_findings_in_prose(tmp_path: Path):
    assessment = facts("prose", tmp_path).assessment
    assert assessment
    analysis = assessment.analysis
    assert [(each.topic, each.questions) for each in analysis.findings] == [
        ("transparent_process", ("e1",)),
        ("state_property", ("i21", "i24")),
    ]
    assert [each.label_as_printed for each in analysis.improvements] == ["๑.", "๒.", None]
    assert [each.instrument for each in analysis.recommendations] == ["IIT", "IIT", "OIT"]
    assert analysis.recommendations[1].text == "ควรตอบผ่านช่องทางติดต่อ - สอบถาม ให้เร็วขึ้น"
    assert (assessment.limitations.year, assessment.limitations.round) == (2566, 6)
    assert len(assessment.limitations.items) == 1


def test_a_table_without_headings_is_told_by_its_content(tmp_path: Path):
    assessment = facts("prose", tmp_path).assessment
    assert assessment
    assert [each.no for each in assessment.indicators] == [1, 2, 3, 4]
    assert "ตารางไม่มีหัวคอลัมน์ อ่านเป็นคะแนนตัวชี้วัดจากเนื้อหา" in doubts("prose")


def test_each_value_says_where_it_was_read():
    text = imported("prose").files["2567/assessment.yml"]
    assert "# ที่มา บรรทัด 22\n    - เกณฑ์เปลี่ยน" in text
    assert "# 1 การปฏิบัติหน้าที่ 90.10 (บรรทัด 9)\n  - no: 1\n" in text


def test_the_report_tells_all(tmp_path: Path):
    del tmp_path
    report = str(imported("torn-rows").report)
    assert "2568/measures.yml: มาตรการ 2 (จาก บรรทัด 8 ถึง บรรทัด 16)" in report
    assert (
        "ตาราง: พบ 32 ช่อง ใส่ในข้อมูล 19 ใส่แล้วแต่ต้องดู 0"
        " อยู่แต่ในหมายเหตุข้างข้อมูล 5 เก็บไว้ใน import-rest.txt 8 ไม่ใส่ 0 หาย 0" in report
    )
    assert "  หัวตารางที่พิมพ์ซ้ำ (บรรทัด 13)" in report
