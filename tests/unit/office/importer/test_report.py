"""What an import says: places as spans, words that only remarks hold, advice that can help."""

from __future__ import annotations

from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.report import span_places
from tests.unit.office.importer.test_blocks import imported, table


def test_places_that_follow_each_other_are_a_span():
    rows = [f"ตาราง 1 แถว {at}" for at in (2, 3, 4, 9, 11, 12)]
    assert span_places([*rows, "ตาราง 2 แถว 13", "หัวกระดาษ", "หัวกระดาษ"]) == [
        "ตาราง 1 แถว 2 ถึง 4",
        "ตาราง 1 แถว 9",
        "ตาราง 1 แถว 11 ถึง 12",
        "ตาราง 2 แถว 13",
        "หัวกระดาษ",
        "หัวกระดาษ",
    ]


def test_words_that_stand_only_in_a_remark_are_told_by_place_and_numbers_are_not():
    made = imported(table(["ที่", "ประเด็น", "จุดอ่อน"], ["1", "ความสว่าง", "ซอยมืด"]))
    told = [line for line in str(made.report).splitlines() if "ไม่แสดงบนเว็บไซต์" in line]
    assert [line.partition(": ")[2].partition(" ถ้า")[0] for line in told] == ["ตาราง 1 แถว 2"]


def test_a_document_of_which_nothing_was_read_is_told_what_a_plan_can_say():
    of_tables = str(imported(table(["ก", "ข"], ["ค", "ง"])).report)
    assert "shape: แบบฟอร์ม" in of_tables
    of_lines = str(imported(Paragraph("สวัสดี", "ย่อหน้า 1")).report)
    assert "--plan" in of_lines
    assert "shape" not in of_lines


def test_what_holds_for_every_value_is_told_of_the_whole_document():
    doubt = "อ่านจากภาพถ่าย โปรดเทียบ"
    blocks = [Paragraph(f"ข้อความที่ {at}", f"บรรทัด {at}", doubt) for at in (1, 2, 3)]
    told = [each for each in imported(*blocks).report.doubts if each.text == doubt]
    assert [each.place for each in told] == ["ทั้งเอกสาร"]


def test_rows_are_told_in_their_order_where_months_are_ticked():
    months = ["ต.ค. 67", "พ.ย. 67", "ธ.ค. 67"]
    rows = [["ทำป้าย", "", "", "✓"], ["ขุดคลอง", "", "✓", ""], ["ทาสี", "✓", "", ""]]
    made = imported(table(["มาตรการ", *months], *rows))
    (went,) = [each for each in made.report.written if each.what == "มาตรการ"]
    assert went.places == tuple(f"ตาราง 1 แถว {at}" for at in (2, 3, 4))
