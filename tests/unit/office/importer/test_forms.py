"""Forms: which tables are some, which rows of one are the same, what a row without label is."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import doubts, listed, reports


def test_four_columns_of_headings_are_no_form_of_two_pairs():
    found = measures(
        table(
            ["ห้วงเวลา", "กองที่รับผิดชอบงาน", "มาตรการ", "ขั้นตอนการทำงาน"],
            ["ต.ค. 67 - มี.ค. 68", "กองช่าง", "ทำแผนที่ท่อน้ำทิ้ง", "1. สำรวจ\n2. วาด"],
            ["เม.ย. 68 - ก.ย. 68", "กองคลัง", "ลดรอบการวางบิล", "1. ตัดแบบ\n2. แจ้งร้านค้า"],
            ["ต.ค. 67 - ก.ย. 68", "สำนักปลัด", "เปิดตู้ยืมหนังสือ", "1. ตั้งตู้\n2. ทำบัตร"],
        )
    )
    assert [each["title"] for each in found] == [
        "ทำแผนที่ท่อน้ำทิ้ง",
        "ลดรอบการวางบิล",
        "เปิดตู้ยืมหนังสือ",
    ]
    assert found[1]["units"] == "กองคลัง"


def test_names_of_offices_are_no_labels_of_a_form():
    found = measures(
        table(
            ["ผู้รับผิดชอบ", "ระยะเวลา", "มาตรการ", "ขั้นตอน"],
            ["งานพัสดุ", "พ.ย. 67 - มิ.ย. 68", "ปรับปรุงการติดตามหนี้", "1. แจ้ง\n2. ทวง"],
            ["งานกิจการสภา", "ก.พ. 68 - ส.ค. 68", "ลดขั้นตอนการขอแบบ", "1. ตัดแบบ\n2. ประกาศ"],
        )
    )
    assert [each["title"] for each in found] == ["ปรับปรุงการติดตามหนี้", "ลดขั้นตอนการขอแบบ"]
    assert [each["units"] for each in found] == ["งานพัสดุ", "งานกิจการสภา"]


def test_numbers_in_the_first_column_are_no_labels():
    made = imported(
        table(
            ["ที่", "มาตรการที่เลือก", "ผลการดำเนินงาน", "อุปสรรคที่เจอ"],
            ["1", "ตู้ยืมกุญแจสนาม", "ตัดขั้นตอนเหลือสองขั้น", "ฝนตกหลายวัน"],
            ["2", "แผ่นพับภาษามลายู", "แจกครบตามแผนงาน 300 แผ่น", "สัญญาณไม่ทั่วถึง"],
        )
    )
    assert [each["title"] for each in listed(made, "measures", "measures")] == [
        "ตู้ยืมกุญแจสนาม",
        "แผ่นพับภาษามลายู",
    ]
    assert listed(made, "progress", "progress")[1]["obstacles"] == "สัญญาณไม่ทั่วถึง"


def test_a_form_of_two_pairs_a_row_stays_one():
    (found,) = measures(
        table(
            ["มาตรการ", "ลดขั้นตอนขอใช้สนาม", "ผู้รับผิดชอบ", "กองการศึกษา"],
            ["ระยะเวลา", "ม.ค. 68 - มี.ค. 68", "งบประมาณ", "4,000 บาท"],
        )
    )
    assert (found["title"], found["units"]) == ("ลดขั้นตอนขอใช้สนาม", "กองการศึกษา")
    assert found["timeframe"] == "ม.ค. 68 - มี.ค. 68"


def test_rows_of_like_meaning_are_rows_of_their_own():
    """Both headings are near to names of one role; the form goes on, and holds one measure."""
    made = imported(
        table(
            ["ชื่องานที่ดำเนินการ", "ย้ายศาลาพักคอย"],
            ["ขั้นตอน", "- ขออนุญาต\n- รื้อและสร้าง"],
            ["ปีเดือนที่ดำเนินการ", "ก.พ. 68 - มิ.ย. 68"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
            ["ผลการดำเนินงาน", "สร้างแล้วเสร็จ 2 หลัง"],
        )
    )
    (measure,) = listed(made, "measures", "measures")
    assert (measure["title"], measure["timeframe"]) == ("ย้ายศาลาพักคอย", "ก.พ. 68 - มิ.ย. 68")
    (report,) = listed(made, "progress", "progress")
    assert report["summary"] == "สร้างแล้วเสร็จ 2 หลัง"


def test_a_row_without_label_goes_on_with_the_row_above():
    (found,) = measures(
        table(
            ["มาตรการ", "ทำทะเบียนต้นไม้ใหญ่"],
            ["ขั้นตอน", "1. เดินสำรวจ"],
            ["", "2. ติดหมายเลข"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
        )
    )
    assert [step["text"] for step in found["steps"]] == ["เดินสำรวจ", "ติดหมายเลข"]


def test_two_rounds_in_one_form_are_two_reports():
    made = reports(
        table(
            ["มาตรการ", "ขุดลอกคูระบายน้ำ"],
            ["ผู้รับผิดชอบ", "กองช่าง"],
            ["ผลการดำเนินการ รอบ ๓ เดือน", "สำรวจแล้ว"],
            ["ผลการดำเนินการ รอบ ๙ เดือน", "ลอกแล้ว 4 สาย"],
            ["ร้อยละความสำเร็จ", "70"],
        )
    )
    assert [(each["round"], each["summary"], each.get("percent_done")) for each in made] == [
        ("3", "สำรวจแล้ว", None),
        ("9", "ลอกแล้ว 4 สาย", "70"),
    ]


@pytest.mark.parametrize("heading", ["แนวทางแก้ไข", "แนวทางการแก้ไข"])
def test_how_obstacles_are_mended_is_no_guideline(heading):
    rows = (
        ("มาตรการ", "ขุดลอกคูระบายน้ำ"),
        ("ผลการดำเนินการ", "ลอกแล้ว 4 สาย"),
        ("ปัญหาอุปสรรค", "ฝนตกชุก"),
        (heading, "เริ่มงานก่อนฤดูฝน"),
    )
    for shape in (table(*map(list, rows)), table(*map(list, zip(*rows, strict=True)))):
        made = imported(shape)
        assert listed(made, "progress", "progress")[0]["suggestions"] == "เริ่มงานก่อนฤดูฝน"
        assert "guidelines" not in listed(made, "measures", "measures")[0]
        assert "อยู่ถัดจากปัญหาอุปสรรค" in doubts(made)
