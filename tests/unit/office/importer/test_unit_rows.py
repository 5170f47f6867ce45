"""Rows that name nothing but a unit, whose measures stand below; headings where numbers stand."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import listed

HEAD = ["ที่", "มาตรการ", "ขั้นตอน", "ระยะเวลา"]
ROWS = (
    ["1", "ทำทะเบียนยืมรถ", "ติดบอร์ดทะเบียน", "ต.ค. 67"],
    ["2", "แจ้งวงเงินรายกอง", "ส่งหนังสือเวียน", "พ.ย. 67"],
    ["3", "เปิดซองต่อหน้าผู้เสนอราคา", "ตั้งโต๊ะกลางห้องโถง", "ธ.ค. 67"],
)
OWNED = (["กองช่าง", "กองช่าง", "กลุ่มงานพัสดุกลาง"], ["กองช่าง", "กลุ่มงานพัสดุกลาง"])


def over(text: str, row: int, width: int = 4) -> list[object]:
    """A row that one cell stands over."""
    return [text, *[(row, 0)] * (width - 1)]


def tells(made, text):
    return any(text in doubt.text for doubt in made.report.doubts)


def units(made):
    return [each.get("units") for each in listed(made, "measures", "measures")]


@pytest.mark.parametrize(
    "manner",
    [
        "{unit}",
        "ส่วนงาน : {unit}",
        "{n}. {unit}",
        "{n}) {unit} (รวม 2 มาตรการ)",
        "{n}. {unit}\n(2 มาตรการ)",
        "หน่วยงาน: {unit} จำนวน 2 เรื่อง",
    ],
)
def test_a_row_that_names_a_unit_is_that_of_the_measures_below(manner):
    first, other = (manner.format(n=n, unit=unit) for n, unit in enumerate(OWNED[1], 1))
    made = imported(table(HEAD, over(first, 1), ROWS[0], ROWS[1], over(other, 4), ROWS[2]))
    assert units(made) == OWNED[0]
    assert all(tells(made, " ".join(text.split())) for text in (first, other))
    assert made.rest == ""


def test_without_numbers_before_the_titles_as_well():
    rows = [row[1:] for row in ROWS]
    made = imported(table(HEAD[1:], over("กองช่าง", 1, 3), *rows[:2], over("กองคลัง", 4, 3), rows[2]))
    assert units(made) == ["กองช่าง", "กองช่าง", "กองคลัง"]


def test_a_unit_of_its_own_goes_before_that_of_the_row_above():
    rows = [[*ROWS[0], "สำนักปลัด"], [*ROWS[1], ""]]
    made = imported(table([*HEAD, "ผู้รับผิดชอบ"], over("2. กองช่าง", 1, 5), *rows))
    assert units(made) == ["สำนักปลัด", "กองช่าง"]


def test_beside_a_column_that_only_may_hold_units_both_are_there():
    watched = ["กองช่างดูสมุดทะเบียนทุกศุกร์", "กองคลังนับใบเวียนทุกสิ้นเดือน"]
    rows = [[*row, text] for row, text in zip(ROWS, watched, strict=False)]
    made = imported(table([*HEAD, "ตามดูและประเมินผลอย่างไร"], over("2. สำนักปลัด", 1, 5), *rows))
    assert all("สำนักปลัด" in str(each) for each in units(made))


def test_a_title_that_says_what_is_done_is_no_unit():
    row = ["งานรับคำขอใช้สนามกีฬา", "", ""]
    made = imported(table(HEAD[1:], ROWS[0][1:], row))
    assert "งานรับคำขอใช้สนามกีฬา" in [each["title"] for each in listed(made, "measures", "measures")]


def test_any_other_heading_where_numbers_stand_is_told_and_kept():
    text = "หมวด ข เรื่องที่ค้างจากปีก่อน"
    made = imported(table(HEAD, ROWS[0], over(text, 2), ROWS[1]))
    assert text in made.rest
    assert tells(made, text)
    assert text not in str(made.files)


def test_a_unit_row_with_nothing_below_it_is_kept():
    made = imported(table(HEAD, ROWS[0], over("2. กองช่าง", 2)))
    assert units(made) == [None]
    assert "กองช่าง" in made.rest
