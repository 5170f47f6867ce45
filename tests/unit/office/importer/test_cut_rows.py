"""Rows that a page cuts: their rest goes on with them, and what begins is its own."""

from __future__ import annotations

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.office.importer.document.blocks import Cell, Table
from ita_site.office.importer.recognise import recognise
from ita_site.office.importer.tables.repeated_heads import TORN

HEAD = ("ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ")
FIRST = ("1", "จัดทำทะเบียนทรัพย์สินและตรวจนับ", "1. ตรวจนับ", "กองคลัง")


def pages(*rows_of_each: tuple[tuple[str, ...], ...]):
    tables = [
        Table(
            tuple(
                tuple(Cell(text, f"หน้า {page} ตาราง 1 แถว {at}") for text in row)
                for at, row in enumerate(rows, 1)
            ),
            f"หน้า {page} ตาราง 1",
        )
        for page, rows in enumerate(rows_of_each, 1)
    ]
    made = recognise(tables, 2570, edition_for(2570), document="ไฟล์")
    told = any(TORN in doubt.text for doubt in made.report.doubts)
    return made.files["2570/measures.yml"], told


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            ("2", "แจ้งเบาะแสโดยไม่ต้องบอกชื่อและคุ้มครองผู้ให้ข้อ", "1. ทำแบบ", "งานนิติการ"),
            ("", "มูล", "2. ประกาศช่องทาง", ""),
        ),
        (
            ("2", "ตรวจสอบผล", "1. ทำแบบรายงานการ", "กองสาธารณสุข"),
            ("", "ประโยชน์ทับซ้อน", "ขัดกัน", "และสิ่งแวดล้อม"),
        ),
    ],
)
def test_the_rest_of_a_row_goes_on_with_it_and_is_told(above, below):
    third = ("3", "ปลูกป่า", "1. ขุดหลุม", "กองช่าง")
    made, told = pages((HEAD, FIRST, above), (below, third))
    assert made.count("title:") == 3
    assert f"title: {above[1]}{below[1]}" in made
    assert told


@pytest.mark.parametrize("below", [("", "ปลูกป่าชายเลน", "1. ขุดหลุม", "กองช่าง")])
def test_a_row_whose_words_begin_anew_is_a_measure_of_its_own(below):
    above = ("2", "เปิดเผยข้อมูล", "1. รวบรวม", "สำนักปลัด")
    made, told = pages((HEAD, FIRST, above), (below,))
    assert (made.count("title:"), told) == (3, False)


def test_without_numbers_a_list_that_counts_on_tells_enough():
    above = ("ปรับปรุงการรับเรื่อง", "1. ทำแบบ\n2. จัดทำ", "กองคลัง")
    below = ("ร้องทุกข์", "ทะเบียนคุม\n3. แจ้งผล", "")
    made, told = pages((HEAD[1:], FIRST[1:], above), (below,))
    assert (made.count("title:"), told) == (2, True)
    assert "จัดทำทะเบียนคุม" in made


def test_without_numbers_one_cell_alone_tells_too_little():
    head, first = HEAD[1:], FIRST[1:]
    above = ("ตรวจสอบผล", "1. ทำแบบ", "กองคลัง")
    made, told = pages((head, first, above), (("ประโยชน์ของชุมชน", "1. ประชุม", "กองช่าง"),))
    assert (made.count("title:"), told) == (3, False)


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("ตรวจ 8 บ่อ รั่ว 3 บ่อ", "ซ่อมเสร็จ 2 บ่อ", "ตรวจ 8 บ่อ รั่ว 3 บ่อ ซ่อมเสร็จ 2 บ่อ"),
        ("แจกใบปลิว 250", "ครัวเรือน", "แจกใบปลิว 250 ครัวเรือน"),
        ("ติดป้ายริมถนนจน", "ครบทุกซอย", "ติดป้ายริมถนนจนครบทุกซอย"),
        ("ลอกท่อ 4 สา", "ยทาง", "ลอกท่อ 4 สายทาง"),
    ],
)
def test_a_row_parted_over_two_tables_is_joined_as_it_was_written_and_told(above, below, whole):
    head = ("ที่", "มาตรการ", "ผลการดำเนินงาน")
    first, rest = (head, ("1", "ดูแลบ่อ", above)), (("", "", below), ("2", "ปลูกป่า", "ปลูก 9 ต้น"))
    tables = [
        Table(
            tuple(
                tuple(Cell(text, f"ตาราง {number} แถว {at}") for text in row)
                for at, row in enumerate(rows, 1)
            ),
            f"ตาราง {number}",
        )
        for number, rows in enumerate((first, rest), 1)
    ]
    made = recognise(tables, 2570, edition_for(2570), document="ไฟล์")
    assert f"summary: {whole}\n" in made.files["2570/progress.yml"]
    told = [doubt.place for doubt in made.report.doubts if TORN in doubt.text]
    assert told == ["ตาราง 2 แถว 1"]
