"""Forms of two pairs a row: answers of a dash, rows of one pair, and what the ledger says."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_forms import spanned
from tests.unit.office.importer.test_offices import doubts, listed


def wide(*rows: list[str]) -> object:
    """A table of four columns in which a row of one pair leaves the other cells empty."""
    return table(*[[*row, *[""] * (4 - len(row))] for row in rows])


SHAPES = pytest.mark.parametrize("shape", [spanned, wide])
STREAM = [
    ["ชื่อมาตรการ", "เปิดบัญชีกลางซ่อมฝาย"],
    ["ขั้นตอน", "1. นับฝาย\n2. จัดคิวซ่อม"],
    ["ผู้รับผิดชอบ", "กองส่งเสริมการเกษตร", "งบประมาณ", "7,500 บาท"],
    ["วันเริ่ม", "2 ธ.ค. 2567", "วันสิ้นสุด", "28 ก.พ. 2568"],
    ["ผลการดำเนินงาน", "ซ่อมแล้ว 4 ฝาย"],
]


def changed(at: int, *cells: str) -> list[list[str]]:
    """The same form with one row in other words."""
    return [list(cells) if where == at else row for where, row in enumerate(STREAM)]


@SHAPES
@pytest.mark.parametrize("dash", ["-", "", "–", " "])
@pytest.mark.parametrize("label", ["งบประมาณ", "แหล่งเงิน", "ผู้เห็นชอบแผน"])
def test_a_label_without_answer_leaves_the_form_one(shape, dash, label):
    made = imported(shape(*changed(2, "ผู้รับผิดชอบ", "กองส่งเสริมการเกษตร", label, dash)))
    (found,) = listed(made, "measures", "measures")
    assert (found["title"], found["units"]) == ("เปิดบัญชีกลางซ่อมฝาย", "กองส่งเสริมการเกษตร")
    assert found["timeframe"] == "2 ธ.ค. 2567 - 28 ก.พ. 2568"
    assert "budget" not in found
    assert listed(made, "progress", "progress")[0]["summary"] == "ซ่อมแล้ว 4 ฝาย"
    assert made.report.cells.lost == 0


@SHAPES
def test_several_rows_without_answers(shape):
    made = imported(
        shape(
            *changed(2, "ผู้รับผิดชอบ", "-", "งบประมาณ", "-"),
            ["ปัญหาอุปสรรค", "-", "ข้อเสนอแนะ", "ซ่อมก่อนฝน"],
        )
    )
    (found,) = listed(made, "measures", "measures")
    assert found["title"] == "เปิดบัญชีกลางซ่อมฝาย"
    assert "units" not in found
    (report,) = listed(made, "progress", "progress")
    assert (report["suggestions"], "obstacles" in report) == ("ซ่อมก่อนฝน", False)


@SHAPES
def test_a_status_of_the_second_pair_is_no_part_of_the_first(shape):
    made = imported(shape(*changed(2, "งบประมาณ", "ไม่มี", "สถานะ", "☑ เสร็จ ☐ กำลังทำ")))
    (found,) = listed(made, "measures", "measures")
    assert found["budget"] == {"note": "ไม่มี"}
    (report,) = listed(made, "progress", "progress")
    assert (report["status"], report["status_as_printed"]) == ("done", "เสร็จ")


def test_a_form_whose_second_labels_nobody_knows():
    made = imported(wide(*changed(2, "ผู้รับผิดชอบ", "กองช่าง", "สีป้ายประจำตัว", "เขียวอ่อน")[:3]))
    (found,) = listed(made, "measures", "measures")
    assert (found["title"], found["units"]) == ("เปิดบัญชีกลางซ่อมฝาย", "กองช่าง")
    assert "เขียวอ่อน" in made.rest
    assert "สีป้ายประจำตัว" in doubts(made)


def test_entries_beside_each_other_stay_a_table_turned_over():
    made = imported(
        table(
            ["มาตรการ", "ล้างถังน้ำดื่ม", "ย้ายจุดทิ้งขยะ", "ตีเส้นจอดรถ"],
            ["ผู้รับผิดชอบ", "กองคลัง", "กองช่าง", "สำนักปลัด"],
            ["ระยะเวลา", "ต.ค. 67", "", "ม.ค. 68"],
        )
    )
    assert [each["units"] for each in listed(made, "measures", "measures")] == [
        "กองคลัง",
        "กองช่าง",
        "สำนักปลัด",
    ]


def test_a_heading_nobody_knows_above_nothing_may_be_a_value_and_is_kept():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "9 ก.ค. 2568", "ทาสีครบสองฝั่ง"],
            ["ปลูกไม้พุ่ม", "ขุดหลุม", "กองช่าง", "", ""],
            ["ตัดหญ้าคันคลอง", "จ้างเหมา", "กองช่าง", "", ""],
        )
    )
    assert "- 9 ก.ค. 2568" in made.rest
    assert "- ทาสีครบสองฝั่ง" in made.rest
    assert "หัวตาราง: มาตรการ ขั้นตอน ผู้รับผิดชอบ (" in made.files["2568/measures.yml"]
    assert (made.report.cells.in_rest, made.report.cells.lost) == (2, 0)


@pytest.mark.parametrize(("head", "tick"), [("สถานะ", "☐ เสร็จ ☑ กำลังทำ"), ("ต.ค.", "✓")])
def test_what_is_ticked_in_a_row_that_is_not_read_is_kept(head, tick):
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", head, "ผลการดำเนินการ"],
            ["", "", tick, ""],
            ["ตัดหญ้าคันคลอง", "กองช่าง", "", "ตัดแล้ว 3 สาย"],
        )
    )
    assert f"- {tick}" in made.rest
    assert made.report.cells.lost == 0


def test_a_word_of_headings_is_no_title():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ"],
            ["ระยะเวลาดำเนินการ", "กองช่าง"],
            ["ตัดหญ้าคันคลอง", "กองคลัง"],
        )
    )
    assert [each["title"] for each in listed(made, "measures", "measures")] == ["ตัดหญ้าคันคลอง"]
    assert "“ระยะเวลาดำเนินการ” เป็นคำหัวข้อ ไม่ใช่ชื่อมาตรการ" in doubts(made)
    assert "- ระยะเวลาดำเนินการ" in made.rest


@pytest.mark.parametrize("post", ["หัวหน้าฝ่ายพัสดุ", "ปลัดเทศบาล", "ผู้อำนวยการกองช่าง", "นิติกร"])
def test_a_post_below_a_label_of_persons_is_kept_with_its_measure(post):
    made = imported(spanned(*STREAM, ["ผู้ตรวจสอบ", post]))
    assert f"- {post}" in made.rest
    assert made.report.cells.left_out == 0
    assert made.report.cells.with_measure == 1


@pytest.mark.parametrize("person", ["ปลัดสมมุติ", "นิติกร สมมุติ ตัวอย่างดี", "หัวหน้าฝ่ายพัสดุ 081-000-0000"])
def test_a_person_beside_a_post_is_kept_nowhere(person):
    made = imported(spanned(*STREAM, ["ผู้ตรวจสอบ", person]))
    assert person not in made.rest
    assert made.report.cells.left_out == 1
