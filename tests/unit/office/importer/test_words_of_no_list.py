"""Words, signs and shapes that no list has: read by what stands around them, or told."""

from __future__ import annotations

import pytest

from ita_site.facts.model.progress import Status
from ita_site.office.importer.ticks import guess_status, is_mark, is_tick, is_unread_mark
from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import doubts, lines, listed, reports
from tests.unit.office.importer.test_persons_beside_offices import with_unit


@pytest.mark.parametrize("sign", ["◼", "◆", "▲", "þ"])
def test_shapes_are_ticks_whatever_unicode_calls_them(sign):
    assert is_tick(sign)


@pytest.mark.parametrize("letter", ["P", "R"])
def test_a_letter_of_a_font_of_signs_is_a_mark_only_where_ticks_stand(letter):
    assert is_mark(letter)
    assert not is_tick(letter)
    (made,) = measures(
        table(["มาตรการ", "ขั้นตอน", "พ.ย.", "ธ.ค."], ["ตรวจถังดับเพลิง", "เดินดู", letter, ""])
    )
    assert made["timeframe"] == "พ.ย."


@pytest.mark.parametrize("box", ["☐", "\uf0a8", "\uf06f", "❏"])
def test_an_empty_box_is_no_mark_that_is_told(box):
    assert not is_unread_mark(box)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("√ ทำแล้ว", Status.DONE),
        ("x ยังไม่ได้ทำ", Status.NOT_STARTED),
        ("ทำหมดแล้ว", Status.DONE),
        ("ครบทุกขั้นตอน", Status.DONE),
        ("ยังไม่เสร็จดี", Status.IN_PROGRESS),
        ("ปิดโครงการแล้ว", Status.DONE),
    ],
)
def test_statuses_with_a_sign_before_them_or_in_more_words(words, status):
    assert guess_status(words) is status


def test_what_stands_in_a_column_of_statuses_is_one_in_any_words_and_told():
    rows = [["ตรวจรับนมโรงเรียน", "กำลังเดินเรื่อง"], ["ล้างบ่อพัก", "ยังไม่ได้แตะเลย"]]
    made = imported(table(["มาตรการ", "สถานะ"], *rows))
    found = [each["status"] for each in listed(made, "progress", "progress")]
    assert found == ["in_progress", "not_started"]
    assert "กำลังเดินเรื่อง" in doubts(made)


def test_short_words_that_repeat_under_a_heading_that_asks_are_statuses():
    titles = ["ทาสีราวสะพานทุกแห่ง", "แจกผังน้ำท่วมทุกบ้าน", "ลอกท่อหน้าตลาด", "ตัดกิ่งไม้ริมทาง"]
    words = ["ลุล่วง", "สะดุด", "ลุล่วง", "ลุล่วง"]
    rows = [[title, word, "กองช่าง"] for title, word in zip(titles, words, strict=True)]
    made = imported(table(["มาตรการ", "ถึงขั้นไหน", "ผู้รับผิดชอบ"], *rows))
    printed = [each["status_as_printed"] for each in listed(made, "progress", "progress")]
    assert printed == words
    assert "โปรดใส่ status เอง" in doubts(made)


def test_a_status_that_no_row_has_is_no_measure():
    above = ["ที่", "มาตรการ", "สถานะตามมาตรการ", (0, 2)]
    heads = [(0, 0), (0, 1), "เสร็จแล้วจริง", "ทำอยู่ครึ่งหนึ่ง"]
    rows = [["1", "ทาสีราวสะพานทุกแห่ง", "", "✓"], ["2", "แจกผังน้ำท่วมทุกบ้าน", "", "✓"]]
    found = reports(table(above, heads, *rows))
    assert len(found) == len(rows)
    assert [each["status"] for each in found] == ["in_progress", "in_progress"]


def test_percentages_below_a_heading_nobody_knows_with_their_sign():
    rows = [["ทาสีราวสะพาน", "ทาแล้ว 3 แห่ง", "35"], ["แจกผังน้ำท่วม", "แจกแล้ว 40 บ้าน", "70"]]
    made = imported(table(["มาตรการ", "ผลการดำเนินการ", "งานเดิน (%)"], *rows))
    found = [each["percent_done"] for each in listed(made, "progress", "progress")]
    assert found == ["35", "70"]
    assert "งานเดิน (%)" in doubts(made)


def test_what_was_found_when_watched_in_a_round_is_its_result_and_told():
    heads = ["มาตรการ", "ติดตาม รอบ 6 เดือน", "ติดตาม รอบ 12 เดือน"]
    made = imported(table(heads, ["ทาสีราวสะพาน", "ทาแล้ว 3 แห่ง", "ทาครบ 9 แห่ง"]))
    found = [(each["round"], each["summary"]) for each in listed(made, "progress", "progress")]
    assert found == [("6", "ทาแล้ว 3 แห่ง"), ("12", "ทาครบ 9 แห่ง")]
    assert "ติดตาม รอบ 6 เดือน" in doubts(made)


def test_sums_beside_words_for_none_are_a_budget():
    rows = [
        ["ทาสีราวสะพาน", "91200", "วัดระยะ"],
        ["แจกผังน้ำท่วม", "ทำโดยไม่ใช้งบ", "พิมพ์ผัง"],
        ["ลอกท่อ", "ไม่มีค่าใช้จ่าย", "เดินดู"],
    ]
    made = imported(table(["มาตรการ", "ประมาณการค่าใช้จ่าย", "ขั้นตอน"], *rows))
    found = listed(made, "measures", "measures")
    assert all("budget" in each for each in found)


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("กองการศึกษา ศาสนาและวัฒนธรรม\n(นางบุญเรือน ทองคำ)", "กองการศึกษา ศาสนาและวัฒนธรรม"),
        ("กองสาธารณสุข สิ่งแวดล้อม (นายสมหมาย ใจงาม)", "กองสาธารณสุข สิ่งแวดล้อม"),
        ("กองคลัง สมศรี (นายสมหมาย ใจงาม)", "กองคลัง"),
    ],
)
def test_a_field_of_work_behind_a_blank_belongs_to_the_office_and_a_name_does_not(cell, unit):
    made = with_unit(cell)
    assert listed(made, "measures", "measures")[0]["units"] == unit


ROADS = (
    *("มาตรการที่ 1 เรื่อง ตีเส้นถนน", "ขั้นตอนการดำ เนินกิจกรรม", "1. วัดระยะ", "2. ตีเส้น"),
    *("การกำกับ ติดตาม และรายงาน ช่างวัดซ้ำทุกเดือน", "ความมุ่งหมาย ปลายทาง ลดอุบัติเหตุ"),
    *("มาตรการที่ 2 เรื่อง ซ่อมไฟทาง", "ขั้นตอนการดำ เนินกิจกรรม", "1. เดินดู", "2. เปลี่ยนหลอด"),
    *("การกำกับ ติดตาม และรายงาน หัวหน้านับหลอดทุกศุกร์", "ความมุ่งหมาย ปลายทาง ทางสว่าง"),
    *("มาตรการที่ 3 เรื่อง ตัดกิ่งไม้", "ขั้นตอนการดำ เนินกิจกรรม", "1. สำรวจ", "2. ตัดแต่ง"),
    *("การกำกับ ติดตาม และรายงาน ปลัดขับรถดูทุกสาย", "ความมุ่งหมาย ปลายทาง มองเห็นป้าย"),
)


def test_words_with_which_every_label_goes_on_begin_no_value():
    made = imported(*lines(*ROADS))
    found = listed(made, "measures", "measures")
    assert [each["monitoring"] for each in found] == [
        "ช่างวัดซ้ำทุกเดือน",
        "หัวหน้านับหลอดทุกศุกร์",
        "ปลัดขับรถดูทุกสาย",
    ]
    assert all(len(each["steps"]) == 2 for each in found)
    assert found[0]["objective"] == "ลดอุบัติเหตุ"


def test_a_row_of_headings_with_an_office_among_them_heads_a_table_of_four_columns():
    heads = ["กอง/ฝ่าย/งาน", "ชื่อมาตรการ", "รอบ 6 เดือน", "รอบ 12 เดือน"]
    rows = [
        ["งานสถานที่", "จองเต็นท์ผ่านปฏิทิน", "จองแล้ว 9 ครั้ง", "จองครบ 20 ครั้ง"],
        ["งานนิติการ", "ตอบข้อหารือใน 7 วัน", "ตอบแล้ว 4 เรื่อง", "ตอบครบ 11 เรื่อง"],
    ]
    made = imported(table(heads, *rows))
    titles = [each["title"] for each in listed(made, "measures", "measures")]
    assert titles == ["จองเต็นท์ผ่านปฏิทิน", "ตอบข้อหารือใน 7 วัน"]
