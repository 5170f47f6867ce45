"""Half a year as a heading names it: of six months, or of twelve."""

from __future__ import annotations

import pytest

from ita_site.office.importer.words.headings import parse_heading
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        *[("ผลครึ่งปี", "6"), ("ผลงานครึ่งปี", "6"), ("ผลการดำเนินงานครึ่งปี", "6")],
        *[("ผลครึ่งปีที่ 2", "12"), ("ผลครึ่งปีที่ ๑", "6"), ("ผลครึ่งปีหลัง", "12")],
    ],
)
def test_half_a_year_without_more_words_is_the_first(heading, months):
    found = parse_heading(heading)
    assert found is not None
    assert (found.role, found.months) == ("summary", months)


def test_a_goal_of_half_a_year_is_no_result():
    found = parse_heading("ค่าเป้าครึ่งปี")
    assert found is None or found.role != "summary"


def test_results_of_half_a_year_alone_are_those_of_six_months():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "ผลครึ่งปี"],
            ["ออกหน่วยเคลื่อนที่", "กองสาธารณสุข", "ร้อยละ 60 ของหมู่บ้าน"],
            ["ตั้งตู้รับฟังความเห็น", "สำนักปลัด", "ร้อยละ 100"],
        )
    )
    assert [each["round"] for each in listed(made, "progress", "progress")] == ["6", "6"]


def test_ticks_below_statuses_below_a_round_are_of_that_round():
    half, year = "ความก้าวหน้ารอบ ๖ เดือน (ต.ค. ๖๗ - มี.ค. ๖๘)", "ความก้าวหน้ารอบ ๑๒ เดือน"
    made = imported(
        table(
            ["มาตรการ", half, (0, 1), (0, 1), year, (0, 4), (0, 4)],
            [(0, 0), "เสร็จ", "กำลังทำ", "ผลที่ทำได้", "เสร็จ", "กำลังทำ", "ผลที่ทำได้"],
            ["ซ่อมทางเท้า", "", "✓", "ซ่อมแล้ว 2 ซอย", "✓", "", "ซ่อมครบ 9 ซอย"],
            ["ทำทะเบียนต้นไม้", "✓", "", "นับแล้ว 300 ต้น", "✓", "", "ติดป้ายครบ 300 ต้น"],
        )
    )
    reports = listed(made, "progress", "progress")
    assert [(each["round"], each["status"], each["summary"]) for each in reports] == [
        ("6", "in_progress", "ซ่อมแล้ว 2 ซอย"),
        ("12", "done", "ซ่อมครบ 9 ซอย"),
        ("6", "done", "นับแล้ว 300 ต้น"),
        ("12", "done", "ติดป้ายครบ 300 ต้น"),
    ]
    told = doubts(made)
    assert "ไม่รู้ว่าเป็นรอบใด" not in told
    assert "รวมเป็นรายงานเดียว" not in told
    assert "“ผลการดำเนินการ รอบ 6 เดือน” (ตารางไม่มีเป้าหมาย) หรืออาจเป็น “ผลตามตัวชี้วัด”" in told


def test_what_was_reached_beside_its_target_stays_that():
    made = imported(
        table(
            ["มาตรการ", "ตัวชี้วัดความสำเร็จ", "ผลที่ทำได้", "สถานะ"],
            ["ซ่อมทางเท้า", "ซ่อมครบ 9 ซอย", "7 ซอย", "กำลังดำเนินการ"],
        )
    )
    (report,) = listed(made, "progress", "progress")
    assert report["reached"][0]["value"] == "7 ซอย"


def test_several_reasons_are_several_sentences():
    made = imported(
        table(
            ["มาตรการ", "ผลรอบ 6 เดือน", "ปัญหา", "ผลรอบ 12 เดือน", "ปัญหา"],
            ["ซ่อมทางเท้า", "2 ซอยแล้ว", "ฝนตก", "ครบ 9 ซอย", "ปูนขาด"],
        )
    )
    told = [line for line in doubts(made).split("\n") if "ตามคอลัมน์ผลทางซ้าย" in line]
    assert told
    assert all("ตามคอลัมน์ผลทางซ้าย อ่าน" not in line for line in told)


@pytest.mark.parametrize(
    ("heading", "role", "months"),
    [
        *[("ผลงานถึงวันที่ 31 มีนาคม 2569", "summary", "6"), ("ผลสะสมถึงกันยายน 2569", "summary", "12")],
        *[("ผลงานถึงสิ้นเดือนมิถุนายน 69", "summary", "9"), ("ปัญหาถึง 30 ก.ย. 69", "obstacles", "12")],
        *[("รอบกลางปีงบประมาณ", "round", "6"), ("ช่วงปลายปีงบ", "round", "12")],
        *[("ช่วงหลังของปีงบประมาณ", "round", "12"), ("ครึ่งแรกในปีงบ", "round", "6")],
        *[("ห้วงเก้าเดือน", "round", "9"), ("ห้วงปลายปี", "round", "12")],
        *[("ระยะครบปี", "round", "12"), ("ผลทั้งปีงบประมาณ", "summary", "12")],
        *[("รอบที่ ๑ หกเดือน", "round", "6"), ("งวดที่สอง (๑๒ เดือน)", "round", "12")],
        ("รอบครึ่งปีงบประมาณ (ตุลาคม 2568 - มีนาคม 2569)", "round", "6"),
    ],
)
def test_a_round_is_told_by_its_last_day_or_the_part_of_the_year(heading, role, months):
    found = parse_heading(heading)
    assert found is not None
    assert (found.role, found.months) == (role, months)
    assert found.sure


@pytest.mark.parametrize(
    "heading", ["งบประมาณที่ใช้ถึง มี.ค. 69", "ผลถึงวันที่ 15 มีนาคม 2569", "ระยะเวลา ต.ค. 68 ถึง มี.ค. 69"]
)
def test_money_and_days_amid_a_month_end_no_round(heading):
    found = parse_heading(heading)
    assert found is None or not found.months
