"""Whether a line of Thai goes on in the next, by its words alone."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.torn import first_phrase, is_cut, is_torn, is_unfinished


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("ตรวจสอบผล", "ประโยชน์ทับซ้อน"),
        ("ตั้งงบ", "ประมาณประจำปี"),
        ("แจ้งเหตุทุจ", "ริต"),
    ],
)
def test_a_word_that_two_lines_share_is_torn(line, following):
    assert is_torn(line, following)
    assert is_cut(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("รายงานผลของ", "กองช่าง"),
        ("กองสาธารณสุข", "และสิ่งแวดล้อม"),
        ("ต.ค. 2570 -", "มี.ค. 2571"),
        ("เว็บไซต์/", "เฟซบุ๊ก"),
        ("แบบสำรวจ (Google", "Form)"),
        ("ประกาศลงวันที่", "9 กุมภาพันธ์ 2571"),
        ("ผู้เข้าร่วมไม่น้อยกว่า", "40 คน"),
        ("งานนิติการและนัก", "ทรัพยากรบุคคล"),
        ("ประกาศให้ประชาชนทราบถึงการ", "เปลี่ยนแปลง"),
    ],
)
def test_what_no_text_ends_or_begins_with_goes_on(line, following):
    assert is_unfinished(line, following)
    assert is_cut(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("กองช่าง", "กองคลัง"),
        ("ขุดลอกคลอง", "ปลูกต้นไม้"),
        ("ติดต่อเจ้าหน้าที่", "ส่งเอกสาร"),
        ("ครบ 100", "ราย"),
        ("ตรวจแล้ว (ครบ)", "9 แห่ง"),
        ("1. ทำแบบ", "2. แจกแบบ"),
        ("นับจำนวน", "12) สรุป"),
        ("", "ขุดลอก"),
        ("ขุดลอก", ""),
    ],
)
def test_what_ends_and_begins_as_texts_do_may_be_two(line, following):
    assert not is_cut(line, following)


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("ไม่ทันเวลาที่ประกาศ", "ไม่ทันเวลา"),
        ("2570 - 2571", "2570"),
        ("E-Service ใหม่", "E-Service"),
        ("", ""),
    ],
)
def test_what_few_margins_part_is_kept_together(line, phrase):
    assert first_phrase(line) == phrase


@pytest.mark.parametrize("text", ["ก" * 20_000, "กอ" * 20_000 + " ", "1" * 20_000, "x" * 20_000])
def test_lines_of_thousands_of_letters_are_looked_at_near_the_break(text):
    for other in (text, "กองช่าง"):
        is_cut(text, other)
        is_cut(other, text)
        assert len(first_phrase(text)) <= 60
