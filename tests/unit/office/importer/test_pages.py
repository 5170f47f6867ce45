"""Tables that a page broke: the same headings again, a row that goes on below them."""

from __future__ import annotations

from ita_site.office.importer.document.blocks import Paragraph
from tests.unit.office.importer.test_blocks import imported, measures, table

HEAD = ["ที่", "ชื่อมาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]
FIRST = ["1", "ทำแผนที่น้ำท่วม", "1. เดินสำรวจ\n2. ลงพิกัด", "กองช่าง", "ต.ค. 67 - ธ.ค. 67"]
CUT = ["2", "ตั้งจุดรับของหาย", "1. หาห้อง", "สำนักปลัด", "ม.ค. 68 - ก.ย. 68"]
REST = ["", "", "2. ทำทะเบียน\n3. แจ้งทางเพจ", "กองคลัง", ""]
THIRD = ["3", "เปิดสนามวันหยุด", "1. ติดไฟ\n2. จัดเวร", "กองการศึกษา", "ก.พ. 68 - ก.ย. 68"]


def _page_turns(words):
    """The line that stands between the two pages' tables."""
    return Paragraph(words, "ย่อหน้า 9")


def _steps(measure):
    return [step if isinstance(step, str) else step["text"] for step in measure["steps"]]


def test_a_row_goes_on_below_the_same_headings_whatever_line_stands_between():
    made = measures(
        table(HEAD, FIRST, CUT), _page_turns("ส่วนที่เหลือของตาราง"), table(HEAD, REST, THIRD)
    )
    assert [each["title"] for each in made] == ["ทำแผนที่น้ำท่วม", "ตั้งจุดรับของหาย", "เปิดสนามวันหยุด"]
    assert _steps(made[1]) == ["หาห้อง", "ทำทะเบียน", "แจ้งทางเพจ"]
    assert made[1]["units"] == ["สำนักปลัด", "กองคลัง"]


def test_a_list_that_counts_on_tells_it_where_the_first_column_holds_it():
    turned = [[row[2], row[1], row[3], row[4]] for row in (HEAD, FIRST, CUT, REST, THIRD)]
    made = measures(
        table(*turned[:3]), _page_turns("ส่วนที่เหลือของตาราง"), table(turned[0], *turned[3:])
    )
    assert len(made) == 3
    assert _steps(made[1]) == ["หาห้อง", "ทำทะเบียน", "แจ้งทางเพจ"]


def test_a_full_row_below_the_same_headings_begins_a_table_of_its_own():
    made = imported(
        table(HEAD, FIRST, CUT), _page_turns("ด้านการเงิน"), table(HEAD, ["1", *THIRD[1:]], CUT)
    )
    assert [reading.goes_on for reading in made.tables] == [(), ()]


def test_a_row_without_a_title_that_no_row_stands_above_is_told():
    made = imported(table(HEAD, REST, THIRD))
    assert "ไม่มีชื่อมาตรการ อาจต่อจากแถวก่อนหน้า" in str(made.report)


WEAK = ["ข้อค้นพบ", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ", "งบประมาณ"]
LAMP = ["ซอยมืดจน", "ซ่อมไฟซอย", "1. นับเสาไฟ", "มี.ค. 68 -", "กองช่าง", "900 บาท"]


def torn(*filled: str):
    """The rest of a row, below the same headings on the next page."""
    row = [*filled, *[""] * (len(WEAK) - len(filled))]
    return imported(
        table(WEAK, ["ก", "วางป้าย", "1. หาที่วาง", "ต.ค. 67", "กองคลัง", "50 บาท"], LAMP),
        _page_turns("http://nongtua.go.th/plan 1/2"),
        table(WEAK, row, ["ข", "ตัดหญ้า", "1. เช่ารถ", "ก.ค. 68", "กองช่าง", "70 บาท"]),
    )


def test_a_row_with_much_in_its_rest_goes_on_by_its_list_and_its_open_time_and_is_told():
    made = torn("ไม่กล้าเดิน", "", "2. เปลี่ยนหลอด\n3. ตรวจซ้ำ", "มิ.ย. 68")
    found = made.values["2568/measures.yml"]["measures"]
    assert [each["title"] for each in found] == ["วางป้าย", "ซ่อมไฟซอย", "ตัดหญ้า"]
    assert _steps(found[1]) == ["นับเสาไฟ", "เปลี่ยนหลอด", "ตรวจซ้ำ"]
    assert found[1]["timeframe"] == "มี.ค. 68 - มิ.ย. 68"
    points = made.values["2568/assessment.yml"]["analysis"]["findings"]
    assert [each["text"] for each in points] == ["ก", "ซอยมืดจนไม่กล้าเดิน", "ข"]
    assert "แถวนี้ต่อจากแถวสุดท้ายของตารางก่อนหน้า" in str(made.report)


def test_an_open_time_alone_tells_it_too():
    found = torn("", "", "", "มิ.ย. 68").values["2568/measures.yml"]["measures"]
    assert len(found) == 3
    assert found[1]["timeframe"] == "มี.ค. 68 - มิ.ย. 68"


def test_a_row_that_names_a_measure_or_begins_its_list_anew_is_one_of_its_own():
    named = torn("ไม่กล้าเดิน", "ทาสีทางเท้า", "2. เปลี่ยนหลอด", "มิ.ย. 68")
    assert len(named.values["2568/measures.yml"]["measures"]) == 4
    anew = torn("ไม่กล้าเดิน", "", "1. เปลี่ยนหลอด", "")
    assert "ต่อจากแถวสุดท้ายของตารางก่อนหน้า" not in str(anew.report)
