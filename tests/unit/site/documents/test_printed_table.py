"""The official table set for paper: the same words in fewer columns, what repeats said once."""

from __future__ import annotations

from ita_site.site.documents.official_table import OfficialTable
from ita_site.site.documents.printed_table import DITTO, MOST, printed

RESULTS = (
    *("มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "รอบ", "สถานะ", "ร้อยละความสำเร็จ"),
    *("สรุปผลการดำเนินการ", "ผลลัพธ์", "ปัญหาอุปสรรค", "ข้อเสนอแนะ", "หลักฐาน"),
)


def table(headings, *rows: tuple[str, ...]):
    cells = tuple(tuple((each,) if each else () for each in row) for row in rows)
    return OfficialTable(headings, cells)


def test_too_many_columns_stand_under_one_heading_and_no_word_is_lost():
    row = ("(1) ก", "กองคลัง", "ทั้งปี", "6 เดือน", "แล้วเสร็จ", "100", "ทำแล้ว", "ดี", "ฝน", "ร่ม", "ภาพ")
    made = printed(table(RESULTS, row))
    assert len(made.headings) <= MOST
    assert "รอบ/สถานะ/ร้อยละความสำเร็จ" in made.headings
    [[cells]] = [block.rows for block in made.blocks]
    said = " ".join(line for lines in cells for line in lines)
    assert all(word in said for word in row)
    assert "ร้อยละ 100" in said
    assert "ข้อเสนอแนะ ร่ม" in said


def test_few_columns_stay_as_they_are():
    made = printed(table(("มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"), ("1. ก", "กองคลัง", "ทั้งปี")))
    assert made.headings == ("มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา")


def test_later_rounds_of_a_measure_have_its_number_alone():
    headings = ("มาตรการ", "ผู้รับผิดชอบ", "รอบ", "สรุปผลการดำเนินการ")
    rows = [("(2.1) ก", "กองคลัง", months, f"ทำ {months}") for months in ("6", "12")]
    [block] = printed(table(headings, *rows)).blocks
    assert block.rows[0][:2] == (("(2.1) ก",), ("กองคลัง",))
    assert block.rows[1] == (("(2.1)",), (), ("12",), ("ทำ 12",))
    unnumbered = [("ก", "กองคลัง", months, "") for months in ("6", "12")]
    [block] = printed(table(headings, *unnumbered)).blocks
    assert block.rows[1][0] == (DITTO,)


def by_topic(*rows: tuple[str, str]):
    """A table of topics and their measures."""
    return printed(table(("ประเด็น", "มาตรการ", "ผู้รับผิดชอบ"), *(((*row, "กองช่าง")) for row in rows)))


def test_a_topic_of_several_measures_begins_them():
    made = by_topic(("(1) น้ำ", "1. ก"), ("(1) น้ำ", "2. ข"), ("(2) ไฟ", "3. ค"), ("(2) ไฟ", "4. ง"))
    assert made.headings == ("มาตรการ", "ผู้รับผิดชอบ")
    assert [block.band for block in made.blocks] == ["(1) น้ำ", "", "(2) ไฟ", ""]


def test_topics_of_one_measure_each_stand_with_it_and_take_no_row():
    made = by_topic(
        ("(1) น้ำ", "(1) ขุดบ่อ"), ("(2) ไฟ", "(2) ไฟส่องทาง"), ("ตัวชี้วัดที่ 4 ถนน", "3. ลาดยาง")
    )
    assert {block.band for block in made.blocks} == {""}
    assert [block.rows[0][0] for block in made.blocks] == [
        ("(1) ขุดบ่อ", "ประเด็น (1) น้ำ"),
        ("(2) ไฟส่องทาง",),
        ("3. ลาดยาง", "ตัวชี้วัดที่ 4 ถนน"),
    ]


def test_a_column_that_is_mostly_empty_stands_under_its_neighbours_heading():
    headings = ("มาตรการ", "แนวทาง", "ขั้นตอน/วิธีการปฏิบัติ")
    made = printed(table(headings, ("1. ก", "", "ขุด"), ("2. ข", "ประหยัด", "ถม"), ("3. ค", "", "ปู")))
    assert made.headings == ("มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ/แนวทาง")
    assert made.blocks[1].rows[0][1] == ("ถม", "แนวทาง ประหยัด")
    assert made.blocks[2].rows[0][1] == ("ปู",)


def test_a_table_without_rows_has_no_columns():
    assert printed(OfficialTable((), ())).headings == ()


def test_rounds_stand_on_one_line():
    told = (("รายงาน", "- รอบ 6 เดือน", "- รอบ 12 เดือน"), ("- รอบ 9 เดือน",))
    facts = OfficialTable(("มาตรการ", "การกำกับติดตาม"), tuple((("ก",), lines) for lines in told))
    [block] = printed(facts).blocks
    assert [row[1] for row in block.rows] == [("รายงาน", "รอบ 6 และ 12 เดือน"), ("รอบ 9 เดือน",)]
