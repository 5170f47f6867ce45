"""Entries within a cell: numbers in every writing, bullets, several on one line, or none."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.spans import Source, Span, split_items
from ita_site.office.importer.document.values import join


def read(text: str) -> list[tuple[str, str]]:
    lines = Span.whole(Source(0, text, "บรรทัด 1")).lines()
    return [(str(item.label or ""), item.words.text) for item in split_items(lines)]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("๑. ประชุม ๒. ติดประกาศ ๓.สรุป", [("๑.", "ประชุม"), ("๒.", "ติดประกาศ"), ("๓.", "สรุป")]),
        ("1) ประชุม 2) ติดประกาศ", [("1)", "ประชุม"), ("2)", "ติดประกาศ")]),
        ("(๒.๑) จองคิว (๒.๒) แจ้งผล", [("(๒.๑)", "จองคิว"), ("(๒.๒)", "แจ้งผล")]),
        ("๔.๑ อบรม\n๔.๒ กำกับ", [("๔.๑", "อบรม"), ("๔.๒", "กำกับ")]),
        ("๑.จัดประชุม\n๒.เปิดให้ถาม", [("๑.", "จัดประชุม"), ("๒.", "เปิดให้ถาม")]),
        ("- ประชุม - ติดประกาศ", [("", "ประชุม"), ("", "ติดประกาศ")]),
        ("-ประชุม -ติดประกาศ", [("", "ประชุม"), ("", "ติดประกาศ")]),
        ("ประชุมก่อน -ติดประกาศ", [("", "ประชุมก่อน"), ("", "ติดประกาศ")]),
        ("ประชุม\nติดประกาศ", [("", "ประชุม"), ("", "ติดประกาศ")]),
        ("- ๑. ประชุม", [("๑.", "ประชุม")]),
        ("2.1 คนในตลาดไม่รู้ข่าว", [("2.1", "คนในตลาดไม่รู้ข่าว")]),
        ("2.5 คนต่อครั้ง", [("", "2.5 คนต่อครั้ง")]),
        ("ก. ประชุม ข. ติดประกาศ ค. สรุป", [("ก.", "ประชุม"), ("ข.", "ติดประกาศ"), ("ค.", "สรุป")]),
        ("(ก) ตรวจรับ\n(ข)แจ้งผล", [("(ก)", "ตรวจรับ"), ("(ข)", "แจ้งผล")]),
        ("ก) ตรวจรับ\nทุกงวด\nข) แจ้งผล", [("ก)", "ตรวจรับทุกงวด"), ("ข)", "แจ้งผล")]),
        ("ก.ตั้งเวร ข.จดชื่อ", [("ก.", "ตั้งเวร"), ("ข.", "จดชื่อ")]),
        ("1) แจก (ใบ 2) และสมุด (ใบ 3) 2) เก็บ", [("1)", "แจก (ใบ 2) และสมุด (ใบ 3)"), ("2)", "เก็บ")]),
        ("6) ปรับตาม ข้อ 7) และข้อ 8 7) ปิดงาน", [("6)", "ปรับตาม ข้อ 7) และข้อ 8"), ("7)", "ปิดงาน")]),
        ("๒) ส่ง (ชุด ๓) แล้ว\n๓) ยืนยัน", [("๒)", "ส่ง (ชุด ๓) แล้ว"), ("๓)", "ยืนยัน")]),
        ("ดังนี้ ๑. ประชุม ๒. สรุป", [("", "ดังนี้"), ("๑.", "ประชุม"), ("๒.", "สรุป")]),
    ],
)
def test_entries(text: str, entries: list[tuple[str, str]]):
    assert read(text) == entries


@pytest.mark.parametrize(
    "text",
    [
        "ต.ค. ๖๗ - ก.ย. ๖๘",
        "ระบบ E-Service และ Walk - in",
        "๙๙.๗๓ คะแนน",
        "ปีละ ๑.๕ วัน",
        "๑.๕ วันต่อปี",
        "ติดต่อ - สอบถาม",
        "ข้อ ๒. เพียงข้อเดียว",
        "พ.ศ. ๒๕๖๗",
        "ก.ย. ๖๘",
        "ก.พ.อ. และ ก.ถ. แจ้งเวียน",
        "ข้อ ก) ที่เดียว",
        "ข. มาก่อน ก. ตามหลัง",
    ],
)
def test_what_is_one_entry(text: str):
    assert read(text) == [("", text)]


def test_a_dash_joins_words_where_each_line_has_its_own_bullet():
    assert read("- ติดต่อ - สอบถาม\n- ร้องเรียน") == [("", "ติดต่อ - สอบถาม"), ("", "ร้องเรียน")]


def test_a_number_out_of_turn_begins_no_entry():
    assert read("๑. อ่านข้อ ๓. ให้จบ ๒. ส่ง") == [("๑.", "อ่านข้อ ๓. ให้จบ"), ("๒.", "ส่ง")]


def test_a_line_without_a_mark_goes_on_with_the_numbered_one_before():
    assert read("๑. ประชุม\nทุกเดือน\n๒. สรุป") == [("๑.", "ประชุมทุกเดือน"), ("๒.", "สรุป")]


def test_a_list_of_any_length_is_one_text():
    lines = Span.whole(Source(0, "\n".join(f"ข้อ{at}" for at in range(1500)), "บรรทัด 1")).lines()
    whole = join(lines)
    assert whole.text == " ".join(f"ข้อ{at}" for at in range(1500))
    assert [part.own for part in whole.parts()] == [line.own for line in lines]
    assert all(part.then is None for part in whole.parts())
