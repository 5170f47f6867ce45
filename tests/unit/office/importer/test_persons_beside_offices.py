"""Persons and their accounts beside an office: no unit, in no file, and told."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.proof import arrived
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed

HEAD = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]


def with_unit(cell: str):
    return imported(table(HEAD, ["ทำป้ายบอกทาง", "สำรวจจุดติดตั้ง", cell, "ต.ค. 67"]))


@pytest.mark.parametrize(
    ("cell", "units", "private"),
    [
        ("กองช่าง (สมมุติ นามสมมุติ)", "กองช่าง", ("สมมุติ", "นามสมมุติ")),
        ("กองช่าง\n(สมมุติ ณ ตัวอย่าง)", "กองช่าง", ("สมมุติ", "ตัวอย่าง")),
        ("(สมมุติ นามสมมุติ) กองช่าง", "กองช่าง", ("สมมุติ",)),
        ("กองช่าง Line: mali_t", "กองช่าง", ("mali_t", "Line")),
        ("กองช่าง ID Line mali.tong", "กองช่าง", ("mali",)),
        ("กองช่าง\nไลน์ @malitong", "กองช่าง", ("malitong",)),
        ("กองช่าง (อีเมล: mali@example.go.th)", "กองช่าง", ("mali", "อีเมล")),
        ("กองช่าง E-mail mali@example.com โทร 02 123 4567", "กองช่าง", ("mali", "4567")),
        ("กค. (สมมุติ นามสมมุติ) / กองช่าง", ["กค.", "กองช่าง"], ("สมมุติ",)),
    ],
)
def test_a_name_or_an_account_beside_a_unit_goes_nowhere_and_is_told(cell, units, private):
    made = with_unit(cell)
    (found,) = listed(made, "measures", "measures")
    assert found["units"] == units
    assert made.report.left_out
    assert not [words for words in private if words in arrived(made)]
    assert made.report.cells.lost == 0


@pytest.mark.parametrize(
    "cell",
    [
        "กองช่าง (งานโยธา ผังเมือง)",
        "ทุกกอง (เฉพาะที่เกี่ยวข้อง เท่านั้น)",
        "กองสาธารณสุข (สาธารณสุข สิ่งแวดล้อม)",
        "กองช่าง (ออนไลน์)",
        "งานประชาสัมพันธ์ (Line OA)",
    ],
)
def test_words_in_brackets_that_say_which_part_of_an_office_are_no_name(cell):
    made = with_unit(cell)
    assert cell in made.files["2568/measures.yml"]
    assert not made.report.left_out


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("สถาปนิก ตัวอย่าง นามสมมุติ", "สถาปนิก"),
        ("ผู้อำนวยการกองคลัง ตัวอย่าง นามสมมุติ", "ผู้อำนวยการกองคลัง"),
        ("นักวิชาการสาธารณสุขชำนาญการ\u00a0ตัวอย่าง นามสมมุติ", "นักวิชาการสาธารณสุขชำนาญการ"),
        ("ตัวอย่าง นามสมมุติ นิติกร", "นิติกร"),
        ("ตัวอย่าง นามสมมุติ รองปลัด อบต.ดอนตัวอย่าง", "รองปลัด อบต.ดอนตัวอย่าง"),
        ("รองปลัด อบต. ตัวอย่าง นามสมมุติ", "รองปลัด อบต."),
        ("นิติกร เทศบาลตำบลดอน ตัวอย่าง นามสมมุติ", "นิติกร เทศบาลตำบลดอน"),
        ("กองคลัง และ ตัวอย่าง นามสมมุติ", "กองคลัง"),
        ("กองช่าง โดย ตัวอย่าง นามสมมุติ", "กองช่าง"),
        ("บรรณารักษ์ ตัวอย่าง นามสมมุติ (ผู้ช่วย)", "บรรณารักษ์"),
        ("กองคลัง\nหัวหน้างานพัสดุ ตัวอย่าง นามสมมุติ", ["กองคลัง", "งานพัสดุ"]),
    ],
)
def test_a_name_without_title_beside_a_post_is_no_part_of_it_and_is_told(cell, units):
    made = with_unit(cell)
    (found,) = listed(made, "measures", "measures")
    assert found["units"] == units
    assert "นามสมมุติ" not in arrived(made)
    assert "อาจเป็นชื่อบุคคล" in doubts(made)
    assert made.report.left_out


@pytest.mark.parametrize(
    "cell",
    [
        "เจ้าพนักงาน ธุรการ ปฏิบัติงาน",
        "นิติกร สำนักปลัด เทศบาล",
        "ปลัด อบต. หัวหน้าส่วน",
        "นักวิชาการ สุขาภิบาล ชำนาญการ",
        "ผู้บริหาร ผู้นำ ชุมชน",
        "เจ้าหน้าที่ จัดเก็บ รายได้",
        "เจ้าหน้าที่ ห้องสมุด ดิจิทัล",
    ],
)
def test_a_post_with_its_work_behind_a_blank_is_whole(cell):
    made = with_unit(cell)
    assert listed(made, "measures", "measures")[0]["units"] == cell
    assert not made.report.left_out


def test_short_names_run_together_are_told_and_none_is_left_out_with_a_person():
    together = with_unit("สป.กช.")
    assert listed(together, "measures", "measures")[0]["units"] == [
        {"name": "สป.", "as_printed": "สป.กช."},
        {"name": "กช.", "as_printed": "สป.กช."},
    ]
    assert "“สป.กช.” อ่านเป็นหลายส่วนราชการ" in doubts(together)
    beside = with_unit("สป.กช. (นายสมมุติ นามสมมุติ)")
    assert "“สป.กช.” อ่านเป็นหลายส่วนราชการ" in doubts(beside)
    units = listed(beside, "measures", "measures")[0]["units"]
    assert [unit["name"] for unit in units] == ["สป.", "กช."]


def test_no_sample_of_a_plan_shows_them():
    made = with_unit("กองช่าง (สมมุติ นามสมมุติ) Line: somebody")
    shown = "".join(text for each in made.tables for one in each.columns for text in one.samples)
    assert "กองช่าง" in shown
    assert "นามสมมุติ" not in shown
    assert "somebody" not in shown


def test_a_column_of_accounts_is_left_out_and_one_of_evidence_is_not():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "ID Line", "ผลการดำเนินงาน", "หลักฐาน"],
            ["ทำป้าย", "กองช่าง", "somebody", "ติดแล้ว 12 จุด", "Facebook: เทศบาลตำบลหนองตัวอย่าง"],
            ["จองคิว", "กองคลัง", "other", "เปิดใช้แล้ว", "LINE: @nongtua"],
        )
    )
    assert "somebody" not in arrived(made)
    assert made.report.left_out
    assert "@nongtua" in made.rest
    assert "เทศบาลตำบลหนองตัวอย่าง" in made.rest


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("กองช่าง นายสมมุติ ใจซื่อ หัวหน้าฝ่ายแบบแผน", "กองช่าง"),
        ("สำนักปลัด นางสาวสมมุติ ใจซื่อ ผอ.กองกลาง โทร. 0 2123 4567", "สำนักปลัด"),
        ("นายสมมุติ ใจซื่อ หัวหน้าฝ่ายแบบแผน", "ฝ่ายแบบแผน"),
    ],
)
def test_the_post_behind_a_person_is_no_other_unit(cell, unit):
    (found,) = listed(with_unit(cell), "measures", "measures")
    assert found["units"] == unit


@pytest.mark.parametrize("time", ["ภายในไตรมาส 3", "ทุกเดือน", "ต.ค. 67 - ก.ย. 68"])
def test_a_time_below_a_unit_is_none(time):
    made = with_unit(f"กองช่าง\n{time}")
    (found,) = listed(made, "measures", "measures")
    assert found["units"] == "กองช่าง"
    assert time in made.rest
