"""What a measure's title is not: a column that numbered rows go without, a figure with its unit."""

from __future__ import annotations

import time

import pytest

from ita_site.office.importer.words.looks import is_bare_figure
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed

COLLOQUIAL = table(
    ["ลำดับ", "เรื่องที่ลงมือ", "ไปถึงไหนแล้ว", "ขัดตรงไหน", "ใครดูแล"],
    ["๑", "ย้ายจุดรับคำร้องมาชั้นล่าง", "ย้ายแล้ว", "", "สำนักปลัด"],
    ["๒", "ทำปฏิทินจ่ายเบี้ย", "แจกแล้ว 4 ชุมชน", "เบี้ยเข้าช้า", "กองสวัสดิการสังคม"],
    ["๓", "ตั้งกลุ่มไลน์หมู่บ้าน", "ตั้งแล้ว 6 กลุ่ม", "", "สำนักปลัด"],
    ["๔", "จัดวันเปิดบ้าน", "ยังไม่จัด", "ห้องไม่พอ", "กองการศึกษา"],
)


def test_a_column_that_numbered_rows_go_without_names_no_measure():
    titles = [each.get("title") for each in listed(imported(COLLOQUIAL), "measures", "measures")]
    assert titles == [
        *("ย้ายจุดรับคำร้องมาชั้นล่าง", "ทำปฏิทินจ่ายเบี้ย", "ตั้งกลุ่มไลน์หมู่บ้าน", "จัดวันเปิดบ้าน"),
    ]


def test_a_title_may_still_stand_over_several_steps():
    made = imported(
        table(
            ["ข้อ", "เรื่องสำคัญ", "รายละเอียดงาน", "ใครดูแล"],
            ["1", "ลดคิว", "แจกบัตรคิว", "สำนักปลัด"],
            ["", "", "เพิ่มโต๊ะรับเรื่อง", "สำนักปลัด"],
            ["2", "ลดกระดาษ", "ส่งหนังสือทางเมล", "กองคลัง"],
            ["", "", "เก็บแฟ้มในเครื่อง", "กองคลัง"],
        )
    )
    titles = [each.get("title") for each in listed(made, "measures", "measures")]
    assert titles == ["ลดคิว", "ลดกระดาษ"]


@pytest.mark.parametrize(
    "text",
    [
        *("๓๕ ฉบับ", "จำนวน 4 รุ่น 120 คน", "ไม่น้อยกว่า 2 ครั้ง", "ร้อยละ ๙๐", "6 ครั้ง/ปี", "480"),
        *("12,500 บาท", "18 คำร้อง", "๒ เวที และ 90 คน"),
    ],
)
def test_a_figure_with_its_unit(text):
    assert is_bare_figure(text)


@pytest.mark.parametrize(
    "text", ["5 ส", "7 วันอันตราย", "1 โครงการนำร่อง", "๑ ตำบล ๑ ทีมกู้ชีพ", "ประชุม 2 ครั้ง", ""]
)
def test_words_that_begin_with_a_figure_may_be_a_title(text):
    assert not is_bare_figure(text)


def test_a_long_row_of_figures_is_read_in_no_time():
    begun = time.perf_counter()
    assert not is_bare_figure("1 คน " * 20_000 + "ก")
    assert not is_bare_figure("1," * 50_000 + "ก")
    assert time.perf_counter() - begun < 1


def test_a_figure_under_the_heading_of_measures_is_told_and_kept():
    made = imported(
        table(
            ["มาตรการ", "ผลการดำเนินการ", "ผู้รับผิดชอบ"],
            ["ออกหน่วยเคลื่อนที่", "ออกครบทุกหมู่บ้าน", "กองสาธารณสุข"],
            ["๓๕ ฉบับ", "ส่งหนังสือครบทุกชุมชน", "สำนักปลัด"],
        )
    )
    assert [each["title"] for each in listed(made, "measures", "measures")] == ["ออกหน่วยเคลื่อนที่"]
    assert "“๓๕ ฉบับ” เป็นจำนวน ไม่ใช่ชื่อมาตรการ" in doubts(made)
    assert all(text in made.rest for text in ("๓๕ ฉบับ", "ส่งหนังสือครบทุกชุมชน"))


def test_a_column_named_activity_that_counts_is_no_title():
    made = imported(
        table(
            ["เรื่องที่จะทำ", "กิจกรรม", "ผู้รับผิดชอบ"],
            ["เยี่ยมบ้านผู้ป่วย", "14 ครั้ง", "กองสาธารณสุข"],
            ["อบรมแกนนำ", "3 รุ่น", "สำนักปลัด"],
        )
    )
    titles = [each["title"] for each in listed(made, "measures", "measures")]
    assert titles == ["เยี่ยมบ้านผู้ป่วย", "อบรมแกนนำ"]
