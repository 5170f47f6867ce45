"""Tables that begin a page with the columns of the one before: the same table, or the next."""

from __future__ import annotations

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.office.importer.document.blocks import Cell, Table
from ita_site.office.importer.formats.named_places import without_named_places
from ita_site.office.importer.recognise import recognise


def table(number, *rows: tuple[str, ...], follows=False):
    place = f"หน้า {number} ตาราง 1"
    cells = tuple(
        tuple(Cell(text, f"{place} แถว {at}") for text in row) for at, row in enumerate(rows, 1)
    )
    return Table(cells, place, follows=follows)


def measures(*tables: Table):
    made = recognise(tables, 2570, edition_for(2570), document="ไฟล์")
    return made.files["2570/measures.yml"]


HALF = (("มาตรการ", "ปลูกป่าชายเลน"), ("ขั้นตอน", "1. ขุดหลุม"))
OTHER = (("ผู้รับผิดชอบ", "กองช่าง"), ("ระยะเวลา", "ม.ค. 70 - มี.ค. 70"), ("งบประมาณ", "4,000 บาท"))


def test_a_form_goes_on_in_the_next_page():
    read = measures(table(1, *HALF), table(2, *OTHER, follows=True))
    assert read.count("title:") == 1
    assert "กองช่าง" in read


def test_a_form_that_begins_as_the_one_before_is_another():
    next_one = (("มาตรการ", "ล้างตลาด"), ("ขั้นตอน", "1. นัดวัน"), *OTHER[1:])
    read = measures(table(1, *HALF, *OTHER), table(2, *next_one, follows=True))
    assert read.count("title:") == 2


HEAD = ("ปัญหาอุปสรรค", "มาตรการ", "ผู้รับผิดชอบ", "งบประมาณ")


@pytest.mark.parametrize("row", [("งบประมาณมาช้า", "ตรวจงบประมาณรายเดือน", "กองคลัง", "ไม่ใช้งบประมาณ")])
def test_a_row_with_words_of_headings_goes_on_with_the_table_it_follows(row):
    above = ("ฝนตกบ่อย", "ปลูกป่าชายเลน", "กองช่าง", "4,000 บาท")
    read = measures(table(1, HEAD, above), table(2, row, follows=True))
    assert f"title: {row[1]}" in read


def test_what_a_table_follows_is_not_forgotten_where_sheets_bear_names():
    block = Table(((Cell("ก", "ชีต นายสมมุติ ใจดี แถว 1"),),), "ชีต นายสมมุติ ใจดี", follows=True)
    (renamed,) = without_named_places((block,))
    assert isinstance(renamed, Table)
    assert renamed.follows
