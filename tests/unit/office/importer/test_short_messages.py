"""What is told only where it is so, and once."""

from __future__ import annotations

from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.recognise import recognise
from tests.unit.office.importer.test_blocks import EDITION, imported, table
from tests.unit.office.importer.test_offices import lines

NOTED = "อยู่แต่ในหมายเหตุ (#)"


def test_numbers_titles_said_again_and_an_indicator_in_its_field_are_no_alarm():
    plan = table(
        ["ที่", "ตัวชี้วัด", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
        ["ข้อ 1", "การใช้อำนาจ", "สอนงานใหม่", "จัดอบรม", "สำนักปลัด"],
    )
    results = table(["ที่", "มาตรการ", "ผลการดำเนินงาน"], ["ข้อ 1", "สอนงานใหม่", "อบรม 2 รุ่น"])
    made = imported(plan, results)
    assert "ชื่อในตารางผล: สอนงานใหม่" in made.files["2568/progress.yml"]
    assert NOTED not in str(made.report)


def test_a_pdf_is_told_first_that_its_source_is_better():
    block = (Paragraph("เทศบาลตำบลบ้านไร่", "หน้า 1 บรรทัด 1"),)
    told = str(recognise(block, 2568, EDITION, document="แผน.PDF").report).splitlines()
    assert "ถ้ามีไฟล์ Word หรือ Excel" in told[1]
    assert "Word" not in str(recognise(block, 2568, EDITION, document="แผน.docx").report)


def test_a_sentence_of_several_scores_stands_once_above_them():
    text = "เทศบาลได้คะแนนรวม 83.40 คะแนน แบ่งเป็น IIT 79.20 คะแนน EIT 84.30 คะแนน และ OIT 90.10 คะแนน"
    made = imported(*lines("ผลการประเมิน ITA", text))
    written = made.files["2568/assessment.yml"]
    assert written.count(text) == 1
    assert written.index(text) < written.index("total:")
    assert written.count("# ที่มา ย่อหน้า 2\n  - code") == 3


def test_page_numbers_and_repeated_lines_take_a_line_each_at_the_end():
    page = ("แผนงานตำบลบ้านไร่ ฉบับเต็ม", "- 2 -", "แผนงานตำบลบ้านไร่ ฉบับเต็ม", "หน้า 3 จาก 9", "ต้นไม้ใหญ่")
    rest = imported(*lines(*page)).rest
    head, end = rest.split("# เลขหน้า และหัวตารางหรือข้อความที่พิมพ์ซ้ำ ไม่ต้องใส่ที่ใด\n")
    assert head.count("แผนงานตำบลบ้านไร่") == 1
    assert "- ต้นไม้ใหญ่" in head
    assert end.splitlines() == [
        "# [ย่อหน้า 2] - 2 -",
        "# [ย่อหน้า 3] แผนงานตำบลบ้านไร่ ฉบับเต็ม",
        "# [ย่อหน้า 4] หน้า 3 จาก 9",
    ]
