"""A measure's section in prose: its heading, and what of it is its own."""

from __future__ import annotations

from ita_site.office.importer.document.blocks import Paragraph
from tests.unit.office.importer.test_blocks import imported


def read(*lines: str):
    """An import of paragraphs."""
    return imported(*(Paragraph(text, f"ย่อหน้า {at}") for at, text in enumerate(lines, 1)))


def measures(made):
    """What came of it."""
    return made.values["2568/measures.yml"]["measures"]


BODY = ("ขั้นตอน: สำรวจ", "ผู้รับผิดชอบ: กองช่าง")


def test_the_group_a_measure_names_below_its_heading_is_its_own():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", "ประเด็น: การให้บริการและระบบ E-Service", *BODY),
        *("มาตรการที่ 2 ทาสีสะพาน", *BODY),
        *("มาตรการที่ 3 ขุดบ่อ", "ตัวชี้วัด: การใช้อำนาจ", *BODY),
        *("มาตรการที่ 4 ปลูกต้นไม้", *BODY),
    )
    groups = [(each.get("topic"), each.get("indicator")) for each in measures(made)]
    assert groups == [("service_eservice", None), (None, None), (None, "3"), (None, None)]


def test_the_group_a_line_names_above_the_first_heading_is_that_of_all():
    made = read("ตัวชี้วัดที่ 3 การใช้อำนาจ", "มาตรการที่ 1 ซ่อมถนน", *BODY, "มาตรการที่ 2 ขุดบ่อ", *BODY)
    assert [each.get("indicator") for each in measures(made)] == ["3", "3"]


def test_a_line_nobody_knows_behind_the_heading_is_kept_beside_its_measure():
    made = read(
        *("มาตรการที่ 1 ซ่อมถนน", "ทำต่อเนื่องจากปีก่อนตามมติสภา", *BODY),
        *("มาตรการที่ 2 ขุดบ่อ", *BODY),
    )
    assert [each["title"] for each in measures(made)] == ["ซ่อมถนน", "ขุดบ่อ"]
    assert "[ย่อหน้า 2] ของมาตรการ measure-1" in made.rest


def test_a_title_goes_on_in_the_lines_of_its_paragraph():
    made = read(
        *("มาตรการที่ 1\nซ่อมถนน\nหน้าตลาดสด", *BODY),
        *("มาตรการที่ 2 ขุดบ่อ\nให้เกษตรกร", *BODY),
        *("มาตรการที่ 3 ทาสี\nผู้รับผิดชอบ: กองคลัง", "ขั้นตอน: เลือกสี"),
    )
    titles = [each["title"] for each in measures(made)]
    assert titles == ["ซ่อมถนน หน้าตลาดสด", "ขุดบ่อ ให้เกษตรกร", "ทาสี"]
    assert [each["units"] for each in measures(made)] == ["กองช่าง", "กองช่าง", "กองคลัง"]
    assert any("ซ่อมถนน หน้าตลาดสด" in each.text for each in made.report.doubts)
