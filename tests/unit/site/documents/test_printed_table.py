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


def test_a_topic_begins_its_measures_and_rounds_stand_on_one_line():
    headings = ("ประเด็น", "มาตรการ", "การกำกับติดตาม")
    facts = OfficialTable(
        headings,
        (
            (("(1) ก",), ("1. ข",), ("รายงาน", "- รอบ 6 เดือน", "- รอบ 12 เดือน")),
            (("(1) ก",), ("2. ค",), ("- รอบ 6 เดือน",)),
            (("(2) ง",), ("3. จ",), ()),
        ),
    )
    made = printed(facts)
    assert made.headings == headings[1:]
    assert [block.band for block in made.blocks] == ["(1) ก", "", "(2) ง"]
    assert made.blocks[0].rows[0][1] == ("รายงาน", "รอบ 6 และ 12 เดือน")
    assert made.blocks[1].rows[0][1] == ("รอบ 6 เดือน",)
