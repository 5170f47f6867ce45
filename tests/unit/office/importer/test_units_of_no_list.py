"""Units whose first word is in no list: whole behind a sign, alone in the rest, no person."""

from __future__ import annotations

import time

import pytest

from ita_site.facts.model.office_names import names_work
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed


def read(cell: str):
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
            ["ออกหน่วยเคลื่อนที่", "ลงพื้นที่", "สำนักปลัด"],
            ["ตั้งตู้รับฟัง", "ติดตั้ง", cell],
        )
    )
    return listed(made, "measures", "measures")[1].get("units"), made


@pytest.mark.parametrize(
    "cell",
    [
        *("กองการศึกษา/ศาสนา/วัฒนธรรม", "กองช่าง/ระบายน้ำ", "ฝ่ายปกครอง, เทศกิจและจราจร"),
        *("กองสวัสดิการสังคม (ผู้สูงอายุ)", "กองยุทธศาสตร์/นวัตกรรม"),
    ],
)
def test_the_second_half_of_a_unit_stays_with_the_first(cell):
    units, made = read(cell)
    assert units == cell
    assert "อาจเป็นชื่อบุคคล" not in doubts(made)


@pytest.mark.parametrize("cell", ["ชลประทานหมู่บ้าน", "ดิจิทัลชุมชน", "นันทนาการ ท้องถิ่นเรา", "ขยะ"])
def test_a_unit_of_one_or_two_words_of_work_is_in_the_rest(cell):
    units, made = read(cell)
    assert units is None
    assert cell in made.rest
    assert "ของมาตรการ measure-2" in made.rest
    assert "ไม่ใช่ชื่อส่วนราชการที่รู้จัก" in doubts(made)


@pytest.mark.parametrize(
    ("cell", "unit", "person"),
    [
        *[("มาลี วัฒนธรรม", None, "มาลี"), ("วินัย", None, "วินัย"), ("การุณ ใจดี", None, "การุณ")],
        *[("วิชัย และมานี", None, "มานี"), ("กองคลัง/สัญญา", "กองคลัง", "สัญญา")],
        *[("กองคลัง/มาลี ขยะทอง", "กองคลัง", "มาลี"), ("กองช่าง (ดวงใจ ชุมชน)", "กองช่าง", "ดวงใจ")],
        *[("นายขยัน สิ่งแวดล้อม", None, "ขยัน"), ("มวลชน 081 234 5678", None, "081")],
    ],
)
def test_who_may_be_a_person_is_in_no_unit_and_in_no_rest(cell, unit, person):
    units, made = read(cell)
    assert units == unit
    assert person not in made.rest
    assert all(person not in text for text in made.files.values())


def test_long_words_are_looked_through_in_no_time():
    begun = time.perf_counter()
    assert not names_work("ก" * 200_000)
    assert not names_work(" " * 200_000 + "ก")
    assert time.perf_counter() - begun < 1
