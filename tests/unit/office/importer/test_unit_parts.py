"""Who leads and who supports: by columns, by labels of forms, by labels in prose."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph
from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_forms import spanned
from tests.unit.office.importer.test_offices import doubts, listed

LEAD = {"name": "กองการแพทย์", "role": "lead"}
SUPPORT = {"name": "กองช่าง", "role": "support"}


@pytest.mark.parametrize(
    ("heads", "units"),
    [
        (("หน่วยงานหลัก", "หน่วยงานร่วม"), [LEAD, SUPPORT]),
        (("เจ้าภาพ", "เจ้าภาพร่วม"), [LEAD, SUPPORT]),
        (("ผู้รับผิดชอบ", "หน่วยงานสนับสนุน"), ["กองการแพทย์", SUPPORT]),
        (("ผู้รับผิดชอบ", "ฝ่ายที่ร่วมดำเนินการ"), ["กองการแพทย์", SUPPORT]),
        (("ส่วนราชการ", "ผู้สนับสนุนงาน"), ["กองการแพทย์", SUPPORT]),
    ],
)
def test_columns_and_labels_tell_who_supports(heads, units):
    (found,) = measures(
        table(["มาตรการ", "ขั้นตอน", *heads], ["จัดคิวรับยา", "แจกบัตร", "กองการแพทย์", "กองช่าง"])
    )
    assert found["units"] == units
    (found,) = measures(
        spanned(
            ["ชื่อมาตรการ", "จัดคิวรับยา"],
            ["ขั้นตอน", "แจกบัตร"],
            [heads[0], "กองการแพทย์", heads[1], "กองช่าง"],
            ["วันเริ่ม", "1 ม.ค. 2568", "วันสิ้นสุด", "9 ม.ค. 2568"],
        )
    )
    assert found["units"] == units


def test_a_heading_of_two_levels_tells_who_supports():
    found = measures(
        table(
            ["มาตรการ", "ขั้นตอน", "หน่วยงาน", (0, 2)],
            [(0, 0), (0, 1), "หลัก", "สนับสนุน"],
            ["จัดคิวรับยา", "แจกบัตร", "กองการแพทย์", "กองช่าง"],
            ["ลดใบนัด", "ใช้ข้อความ", "กองการแพทย์", "-"],
        )
    )
    assert [each["units"] for each in found] == [[LEAD, SUPPORT], [LEAD]]


def test_a_form_in_which_nobody_supports():
    made = imported(
        spanned(
            ["ชื่อมาตรการ", "จัดคิวรับยา"],
            ["ขั้นตอน", "แจกบัตร"],
            ["หน่วยงานหลัก", "กองการแพทย์", "หน่วยงานร่วม", "-"],
            ["วันเริ่ม", "1 ม.ค. 2568", "วันสิ้นสุด", "9 ม.ค. 2568"],
        )
    )
    assert listed(made, "measures", "measures")[0]["units"] == [LEAD]
    assert made.rest == ""


@pytest.mark.parametrize(
    ("head", "units"),
    [
        ("หน่วยงานสนับสนุน", [SUPPORT]),
        ("ผู้เกี่ยวข้อง", "กองช่าง"),
        ("หน่วยงานหลัก/สนับสนุน", "กองช่าง"),
        ("ผู้รับผิดชอบร่วม", "กองช่าง"),
    ],
)
def test_a_single_column_is_of_support_only_where_it_says_so(head, units):
    (found,) = measures(table(["มาตรการ", "ขั้นตอน", head], ["จัดคิวรับยา", "แจกบัตร", "กองช่าง"]))
    assert found["units"] == units


def test_labels_in_prose_tell_who_supports():
    lines = (
        *("มาตรการที่ 1 จัดคิวรับยา", "ขั้นตอน", "1. แจกบัตร", "2. เรียกคิว"),
        *("หน่วยงานหลัก: กองการแพทย์", "หน่วยงานสนับสนุน", "กองช่าง", "ระยะเวลา: ต.ค. 67"),
    )
    (found,) = measures(*(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 1)))
    assert found["units"] == [LEAD, SUPPORT]


def test_the_name_of_a_ticked_unit_says_nothing_of_its_part():
    (found,) = measures(
        table(
            ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", (0, 2)],
            [(0, 0), (0, 1), "ฝ่ายสนับสนุน", "กองช่าง"],
            ["จัดคิวรับยา", "แจกบัตร", "✓", "✓"],
        )
    )
    assert found["units"] == ["ฝ่ายสนับสนุน", "กองช่าง"]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("ที่ทำการปกครองอำเภอทุกแห่ง", "ที่ทำการปกครองอำเภอทุกแห่ง"),
        ("โรงพยาบาลส่งเสริมสุขภาพตำบลทุกแห่ง", "โรงพยาบาลส่งเสริมสุขภาพตำบลทุกแห่ง"),
        ("หน่วยงานส่วนกลางทุกแห่ง", [{"name": "หน่วยงานส่วนกลางทุกแห่ง", "role": "all"}]),
        ("กองทุกแห่ง", [{"name": "กองทุกแห่ง", "role": "all"}]),
        ("หัวหน้าส่วนราชการทุกแห่ง", [{"name": "หัวหน้าส่วนราชการทุกแห่ง", "role": "all"}]),
    ],
)
def test_the_offices_of_one_kind_are_not_all_units(cell, units):
    (found,) = measures(table(["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"], ["จัดคิว", "แจกบัตร", cell]))
    assert found["units"] == units


def test_all_units_that_support_are_told():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "หน่วยงานหลัก", "หน่วยงานร่วม"],
            ["จัดคิวรับยา", "แจกบัตร", "กองการแพทย์", "ทุกกอง"],
        )
    )
    (found,) = listed(made, "measures", "measures")
    assert found["units"] == [LEAD, {"name": "ทุกกอง", "role": "all"}]
    assert "“ทุกกอง” อยู่ในช่องผู้ร่วมดำเนินการ" in doubts(made)
