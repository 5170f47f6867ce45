"""Whose document it is: offices that are no local government, provinces, and who prepared it."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph
from tests.unit.office.importer.test_blocks import imported
from tests.unit.office.importer.test_offices import doubts, lines


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("สำนักงานประมงจังหวัดดงละคร", "สำนักงานประมงจังหวัดดงละคร"),
        ("สำนักงานที่ดินจังหวัดดงละคร ประจำปี 2568", "สำนักงานที่ดินจังหวัดดงละคร"),
        ("โรงพยาบาลดงละคร อำเภอบ้านไร่ จังหวัดดงละคร", "โรงพยาบาลดงละคร"),
        ("เรือนจำจังหวัดดงละคร", "เรือนจำจังหวัดดงละคร"),
        ("สำนักงานศึกษาพื้นที่ป่าจังหวัดดงละคร เขต ๔", "สำนักงานศึกษาพื้นที่ป่าจังหวัดดงละคร เขต ๔"),
    ],
)
def test_an_office_in_a_province_is_not_the_province_and_is_told(line: str, name: str):
    made = imported(*lines("รายงานผลการดำเนินการ", line))
    agency = made.values["agency.yml"]
    assert (agency["name"], agency["kind"]) == (name, "other")
    assert agency["province"] == "จังหวัดดงละคร"
    assert f"ชื่อหน่วยงาน “{name}” อ่านจากหน้าปก" in doubts(made)
    assert "prepared_by" not in made.values["2568/year.yml"]


@pytest.mark.parametrize("line", ["จังหวัดดงละคร", "มาตรการของจังหวัดดงละคร", "ศาลากลางจังหวัดดงละคร"])
def test_a_province_is_one(line: str):
    agency = imported(*lines("รายงานผลการดำเนินการ", line)).values["agency.yml"]
    assert agency == {"name": "จังหวัดดงละคร", "kind": "province"}


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("จัดทำโดย กองยุทธศาสตร์ ปีงบประมาณ พ.ศ. 2568", "กองยุทธศาสตร์"),
        ("จัดทำโดย งานนิติการ ประจำปี ๒๕๖๘", "งานนิติการ"),
        ("ฝ่ายอำนวยการ ประจำปีงบประมาณ พ.ศ. 2568", "ฝ่ายอำนวยการ"),
    ],
)
def test_the_year_is_not_of_those_who_prepared_it(line: str, unit: str):
    made = imported(*lines("เทศบาลตำบลบ้านไร่", line, "คำนำ"))
    assert made.values["2568/year.yml"]["prepared_by"] == unit


@pytest.mark.parametrize(
    ("line", "name", "district"),
    [
        ("เทศบาลตำบลดอนยางอำเภอบ้านไร่จังหวัดดงละคร", "เทศบาลตำบลดอนยาง", "อำเภอบ้านไร่"),
        ("อบต.ที่ราบ อำเภอบ้านไร่จังหวัดดงละคร", "อบต.ที่ราบ", "อำเภอบ้านไร่"),
        ("เทศบาลตำบลเชียงของ อำเภอเชียงของ", "เทศบาลตำบลเชียงของ", "อำเภอเชียงของ"),
        ("เทศบาลเมืองดอนหมี่ อำเภอบ้านไร่", "เทศบาลเมืองดอนหมี่", "อำเภอบ้านไร่"),
        ("เทศบาลตำบลดอนยางได้ประกาศ อำเภอบ้านไร่", "เทศบาลตำบลดอนยาง", "อำเภอบ้านไร่"),
        ("เทศบาลตำบลดอนยางประจำปี อำเภอบ้านไร่", "เทศบาลตำบลดอนยาง", "อำเภอบ้านไร่"),
    ],
)
def test_a_name_ends_where_its_own_words_do(line: str, name: str, district: str):
    agency = imported(*lines("รายงานผลการดำเนินการ", line)).values["agency.yml"]
    assert (agency["name"], agency["district"]) == (name, district)


def test_a_memo_ends_with_whom_it_is_for():
    said = ("ที่ ดล 51301/44 วันที่ 5 มกราคม 2568", "เรื่อง ขอส่งรายงาน", "เรียน นายกเทศมนตรี")
    made = imported(*lines("บันทึกข้อความ", "ส่วนราชการ กองคลัง", *said, "ที่ประชุมเห็นชอบแล้ว"))
    assert made.values["2568/year.yml"]["memo"]["number"] == "ดล 51301/44"


@pytest.mark.parametrize(
    ("line", "name", "province"),
    [
        ("เทศบาลตำบลดอนไผ่อำเภอดงละครจังหวัดตรัง", "เทศบาลตำบลดอนไผ่", "จังหวัดตรัง"),
        ("อบต.ดอนไผ่ อำเภอดงละคร จังหวัดน่านประจำปีงบประมาณ 2568", "อบต.ดอนไผ่", "จังหวัดน่าน"),
        (
            "องค์การบริหารส่วนตำบลดอนไผ่มีผลคะแนน อำเภอดงละคร จังหวัดแพร่",
            "องค์การบริหารส่วนตำบลดอนไผ่",
            "จังหวัดแพร่",
        ),
        ("สำนักงานพื้นที่ชุ่มน้ำดงละคร จังหวัดตากทั้งหมด อำเภอดงละคร", "สำนักงานพื้นที่ชุ่มน้ำดงละคร", "จังหวัดตาก"),
        ("เทศบาลเมืองมีชัย อำเภอดงละครจังหวัดเลย", "เทศบาลเมืองมีชัย", "จังหวัดเลย"),
    ],
)
def test_names_end_where_other_words_run_on(line: str, name: str, province: str):
    agency = imported(*lines("รายงานผลการดำเนินการ", line)).values["agency.yml"]
    assert (agency["name"], agency["province"]) == (name, province)
    assert agency["district"] == "อำเภอดงละคร"


@pytest.mark.parametrize(
    "line",
    ["กองสารบรรณกลานางสมมุติ", "ฝ่ายทะเบียนน.ส.ตัวอย่าง", "สำนักปลัด 081-000-3345", "งานนิติการ ๐๘๑"],
)
def test_a_line_that_names_a_person_or_a_number_prepared_nothing(line: str):
    made = imported(*lines("เทศบาลตำบลบ้านไร่", line, "คำนำ"))
    assert "prepared_by" not in made.values["2568/year.yml"]


def test_who_prepared_it_stands_on_the_first_page():
    pages = [Paragraph("กองช่าง", "หน้า 2 บรรทัด 1"), Paragraph("คำนำ", "หน้า 2 บรรทัด 2")]
    for place, expected in (("หน้า 1 บรรทัด 1", None), ("หน้า 2 บรรทัด 3", "กองช่าง")):
        made = imported(Paragraph("เทศบาลตำบลบ้านไร่", place), *pages)
        assert made.values["2568/year.yml"].get("prepared_by") == expected
