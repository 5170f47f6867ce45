"""What the columns and tables beside say of a column: rounds, years, titles, questions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_site.office.importer.tables.series import rounds_in_series
from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import doubts, lines, listed


@pytest.mark.parametrize(
    ("headings", "months"),
    [
        (("สามเดือนที่ 1", "สามเดือนที่ 2", "สามเดือนที่ 3", "สามเดือนที่ 4"), ["3", "6", "9", "12"]),
        (("ปิดยอด มี.ค. 69", "ปิดยอด ก.ย. 69"), ["6", "12"]),
        (("ยอดถึงสิ้น ธันวาคม", "ยอดถึงสิ้น มิถุนายน"), ["3", "9"]),
        (("หนที่ ๑", "หนที่ ๒"), ["6", "12"]),
    ],
)
def test_headings_that_differ_by_a_number_or_a_month_are_rounds(headings, months):
    found = rounds_in_series(headings)
    assert [found[heading] for heading in headings] == months


@pytest.mark.parametrize(
    "headings", [("ขั้นที่ 1", "ขั้นที่ 2", "ขั้นที่ 3"), ("ช่อง 1", "แถว 2"), ("ณ มี.ค.", "ยอด ก.ย.")]
)
def test_other_headings_are_no_rounds_in_a_row(headings):
    assert rounds_in_series(headings) == {}


def test_results_below_a_row_of_months_are_of_their_rounds_and_told():
    heads = ["มาตรการ", "ปิดยอด มี.ค. 69", "ปิดยอด ก.ย. 69"]
    rows = [["แจกถังขยะเปียก", "แจกแล้ว 90 บ้าน", "แจกครบ 240 บ้าน"]]
    made = imported(table(heads, *rows))
    found = [(each["round"], each["summary"]) for each in listed(made, "progress", "progress")]
    assert found == [("6", "แจกแล้ว 90 บ้าน"), ("12", "แจกครบ 240 บ้าน")]
    assert "คอลัมน์เรียงเป็นชุด" in doubts(made)


def test_years_alone_over_scores_are_those_years_and_the_newest_is_read():
    heads = [
        ["ตัวชี้วัด", "คะแนนย้อนหลัง", (0, 1), "ขึ้นลง"],
        [(0, 0), "๒๕๖๖", "๒๕๖๗", (0, 3)],
    ]
    rows = [
        ["การใช้อำนาจ", "74.92", "83.43", "+8.51"],
        ["การใช้งบประมาณ", "73.58", "76.74", "+3.16"],
        ["คุณภาพการดำเนินงาน", "74.33", "70.78", "-3.55"],
    ]
    made = imported(table(*heads, *rows))
    scores = [each["score"] for each in listed(made, "assessment", "indicators")]
    assert sorted(scores) == ["70.78", "76.74", "83.43"]
    assert "หัวคอลัมน์เป็นปี" in doubts(made)


def test_ticks_beside_statuses_below_one_heading_are_statuses():
    above = ["มาตรการ", "อยู่ตรงไหน", (0, 1), "ผู้รับผิดชอบ"]
    heads = [(0, 0), "เสร็จแล้ว", "กำลังเดินหน้า", (0, 3)]
    rows = [["แจกถังขยะเปียก", "", "✓", "กองช่าง"], ["ล้างท่อหน้าตลาด", "✓", "", "กองช่าง"]]
    made = imported(table(above, heads, *rows))
    assert [each["status"] for each in listed(made, "progress", "progress")] == [
        "in_progress",
        "done",
    ]


def test_titles_that_a_table_before_told_are_titles_below_other_words():
    plan = table(
        ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
        ["แจกถังขยะเปียก", "สั่งซื้อ", "กองช่าง"],
        ["ล้างท่อหน้าตลาด", "เปิดฝา", "กองช่าง"],
    )
    told = table(
        ["กระดานงาน", "ความเป็นมาเป็นไป", "ปัญหาอุปสรรค"],
        ["แจกถังขยะเปียก", "แจกครบ 240 บ้าน", "ถังมาช้า"],
        ["ล้างท่อหน้าตลาด", "ล้างครบ 3 สาย", "ฝนตก"],
    )
    made = imported(plan, replace(told, place="ตาราง 2"))
    found = listed(made, "progress", "progress")
    assert [each["obstacles"] for each in found] == ["ถังมาช้า", "ฝนตก"]
    assert len(listed(made, "measures", "measures")) == len(found)
    assert "กระดานงาน" in doubts(made)


def test_a_plan_that_answers_questions_keeps_both():
    heads = ["คำถามที่ได้คะแนนน้อย", "คะแนนปี 67", "เพราะอะไร", "สิ่งที่เราจะทำ", "งานย่อย", "ดูแลโดย"]
    rows = [
        ["i4 งานเป็นธรรมเพียงใด", "71.20", "ไม่รู้เกณฑ์", "ติดเกณฑ์", "1. ร่าง\n2. ติด", "กองช่าง"],
        ["e9 หาข้อมูลง่ายเพียงใด", "68.00", "เมนูซับซ้อน", "จัดเมนู", "1. รื้อ\n2. ลอง", "กองคลัง"],
    ]
    made = imported(table(heads, *rows))
    titles = [each["title"] for each in listed(made, "measures", "measures")]
    assert titles == ["ติดเกณฑ์", "จัดเมนู"]
    scores = [each["score"] for each in listed(made, "assessment", "questions")]
    assert scores == ["71.20", "68.00"]


def test_titles_full_of_words_do_not_turn_a_table_over():
    heads = ["กิจกรรมหลัก", "เดินไปแล้ว", "ฝากไว้กับ", "เม็ดเงิน"]
    rows = [
        ["แบบคำขอที่ลดเอกสาร", "ร้อยละ 90", "กองคลัง", "1480"],
        ["ความเสี่ยงเรื่องรับของฝาก", "ร้อยละ 80", "กองช่าง", "2100"],
        ["ทะเบียนเครื่องมือแบบสแกน", "ร้อยละ 96", "สำนักปลัด", "27500"],
    ]
    found = measures(table(heads, *rows))
    assert [each["title"] for each in found] == [row[0] for row in rows]


@pytest.mark.parametrize(
    "line",
    [
        "ด้านที่ 4 การใช้ทรัพย์สินราชการ = 84.20",
        "- 4. การใช้ทรัพย์สินของทางราชการ อยู่ที่ร้อยละ 84.20",
        "หัวข้อที่ 4 : การใช้ทรัพย์สินราชการ 84.20",
    ],
)
def test_a_number_with_a_name_like_its_indicators_has_the_score_behind(line):
    made = imported(*lines("ผลการประเมิน ITA ปี 2567", line))
    (found,) = listed(made, "assessment", "indicators")
    assert found["score"] == "84.20"


def test_a_name_that_only_its_number_makes_clear_is_told():
    (told,) = lines("หัวข้อที่ 3 การใช้อำนาจของผู้บริหาร ได้ 84.20")
    made = imported(told)
    (found,) = listed(made, "assessment", "indicators")
    assert (found["no"], found["score"]) == ("3", "84.20")
    assert "จึงอ่านตามเลขที่พิมพ์" in doubts(made)
