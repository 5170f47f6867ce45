"""Tables that a PDF shows without lines: columns by where words begin, rows by what begins."""

from __future__ import annotations

import unicodedata

import pytest

from ita_site.office.importer.document.blocks import Table
from ita_site.office.importer.formats.pdf.layout import PageLayout
from ita_site.office.importer.formats.pdf.letters import Letter

ADVANCE = 6.0
LEADING = 20.0


def sheet(*lines: dict[int, str]):
    """A page of lines, each of words by the column of letters they begin in."""
    letters = []
    for at, pieces in enumerate(lines):
        for column, text in pieces.items():
            letters += line(text, column * ADVANCE, 50 + at * LEADING)
    return [*PageLayout(1, letters, []).blocks(frozenset())]


def line(text, left, top):
    placed = []
    for sign in text:
        is_mark = unicodedata.category(sign) == "Mn"
        start = placed[-1].left if is_mark and placed else left
        placed.append(Letter(sign, start, top, start + ADVANCE, top + 14, font=11.0))
        left = left if is_mark else left + ADVANCE
    return placed


def table_of(blocks):
    (table,) = [block for block in blocks if isinstance(block, Table)]
    return [[cell.text for cell in row] for row in table.rows]


TITLE = {0: "รายงานการบำรุงรักษาสวนสาธารณะและถนนของตำบลทุกแห่ง"}
HEAD = {0: "ที่", 6: "โครงการ", 30: "หน่วยงาน", 45: "ร้อยละ"}
FIRST = ({4: "1", 6: "ขุดลอกคลองสายหลักของ", 30: "กองช่าง", 50: "80"}, {6: "ตำบล"})
SECOND = ({4: "2", 6: "ปลูกป่า", 30: "กองคลัง", 49: "100"},)
THIRD = ({4: "3", 6: "ซ่อมไฟถนนทุกหมู่บ้านที่", 30: "งานไฟฟ้า", 50: "75"}, {6: "แจ้งไว้"})


def test_columns_begin_where_words_do_and_lines_of_a_cell_go_on():
    title, *blocks = sheet(TITLE, HEAD, *FIRST, *SECOND, *THIRD)
    assert not isinstance(title, Table)
    assert table_of(blocks) == [
        ["ที่", "โครงการ", "หน่วยงาน", "ร้อยละ"],
        ["1", "ขุดลอกคลองสายหลักของตำบล", "กองช่าง", "80"],
        ["2", "ปลูกป่า", "กองคลัง", "100"],
        ["3", "ซ่อมไฟถนนทุกหมู่บ้านที่แจ้งไว้", "งานไฟฟ้า", "75"],
    ]


def test_which_columns_were_guessed_is_told():
    (table,) = [each for each in sheet(HEAD, *FIRST, *SECOND, *THIRD) if isinstance(each, Table)]
    doubts = {cell.doubt for row in table.rows for cell in row if cell.text}
    assert all("“ที่”, “โครงการ”, “หน่วยงาน”, “ร้อยละ”" in doubt for doubt in doubts)


def test_a_number_at_the_edge_of_its_column_stays_there():
    tight = [{**each, **({5: each[4]} if 4 in each else {})} for each in (*FIRST, *SECOND, *THIRD)]
    for each in tight:
        each.pop(4, None)
    assert [row[0] for row in table_of(sheet(HEAD, *tight))] == ["ที่", "1", "2", "3"]


def test_a_row_without_numbers_begins_where_an_ended_cell_speaks_again():
    lines = (
        {0: "โครงการ", 30: "หน่วยงาน"},
        {0: "1. ขุดลอกคลอง", 30: "กองช่าง"},
        {0: "2. ตรวจผล"},
        {0: "1. ปลูกป่า", 30: "กองคลัง"},
        {0: "2. นับต้นไม้"},
        {0: "1. ซ่อมไฟ", 30: "งานไฟฟ้า"},
    )
    assert table_of(sheet(*lines))[1:] == [
        ["1. ขุดลอกคลอง\n2. ตรวจผล", "กองช่าง"],
        ["1. ปลูกป่า\n2. นับต้นไม้", "กองคลัง"],
        ["1. ซ่อมไฟ", "งานไฟฟ้า"],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [{0: f"ด้านที่ {at} การดูแลถนน ได้ 7{at}.25 คะแนน"} for at in range(1, 6)],
        [{0: f"{at}.", 6: "ดูแลสวนสาธารณะและถนน"} for at in range(1, 6)],
        [TITLE, HEAD, {0: "ข้อความที่ยาวพอจะพาดผ่านทุกคอลัมน์ของตารางนี้ไป"}],
    ],
)
def test_lines_of_a_text_are_no_table(lines):
    assert not any(isinstance(block, Table) for block in sheet(*lines))


def test_cells_that_stand_at_the_bottom_of_their_rows_are_rows_where_room_parts_these():
    rows = (
        HEAD,
        {},
        {6: "ขุดลอกคลองสายหลักของ"},
        {4: "1", 6: "ตำบล", 30: "กองช่าง", 50: "80"},
        {},
        {4: "2", 6: "ปลูกป่า", 30: "กองคลัง", 49: "100"},
        {},
        {},
        {},
        {6: "ซ่อมไฟถนนทุกหมู่บ้านที่"},
        {6: "แจ้งไว้ในปีนี้", 30: "งานไฟฟ้า"},
        {4: "3", 6: "ให้ครบ", 30: "กองช่าง", 50: "75"},
    )
    assert table_of(sheet(*rows)) == [
        ["ที่", "โครงการ", "หน่วยงาน", "ร้อยละ"],
        ["1", "ขุดลอกคลองสายหลักของตำบล", "กองช่าง", "80"],
        ["2", "ปลูกป่า", "กองคลัง", "100"],
        ["3", "ซ่อมไฟถนนทุกหมู่บ้านที่แจ้งไว้ในปีนี้\nให้ครบ", "งานไฟฟ้า\nกองช่าง", "75"],
    ]
