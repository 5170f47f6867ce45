"""Lines of a PDF as office programs print them: low letters, odd orders, narrow columns."""

from __future__ import annotations

import unicodedata

import pytest

from ita_site.office.importer.formats.pdf.boxes import within
from ita_site.office.importer.formats.pdf.letters import Letter, gather_lines, is_overprinted
from ita_site.office.importer.formats.pdf.pdfium import add_letter, begin_words
from ita_site.office.importer.formats.pdf.wrapped import (
    Margins,
    counted_titles,
    join_wrapped,
)

SIZE = 12.0
ADVANCE = 6.0
INK = 7.0
LEADING = 20.0


def letters(text, left=0.0, line=0, *, font=SIZE):
    """Letters of which the font tells no more than their ink, marks with their consonants."""
    top = 100 + line * LEADING
    placed = []
    for sign in text:
        is_mark = unicodedata.category(sign) == "Mn"
        start = placed[-1].left if is_mark and placed else left
        placed.append(Letter(sign, start, top, start + ADVANCE, top + INK, font=font))
        left = left if is_mark else left + ADVANCE
    return placed


def typed(*lines: str, width: float):
    """What the lines of a cell of this width, in letters, were typed as."""
    placed = [each for at, text in enumerate(lines) for each in letters(text, line=at)]
    return [*join_wrapped(gather_lines(placed), Margins(0, width * ADVANCE))]


def test_a_letter_is_as_high_as_its_font_is_set():
    (letter,) = letters("ก")
    assert letter.height > SIZE > letter.bottom - letter.top
    assert Letter("ก", 0, 0, 6, 7).height == INK


def test_lines_of_low_letters_stand_near_enough_to_go_on():
    assert typed("ซ่อมถนนสาย", "หลักของตำบล", width=11) == ["ซ่อมถนนสายหลักของตำบล"]


@pytest.mark.parametrize("sign", ["☐", "☑", "-"])
def test_letters_are_read_from_left_to_right_wherever_the_file_tells_them(sign):
    before, behind = letters("ปิดงาน"), letters("เปิดงาน", 7 * ADVANCE)
    (line,) = gather_lines([*before, *behind[:1], *letters(sign, 5 * ADVANCE), *behind[1:]])
    assert line.text == f"ปิดงาน{sign} เปิดงาน"


def test_a_mark_belongs_to_the_consonant_it_stands_at():
    told = []
    first = letters("ผู้ดูแลรับร")
    tone = Letter("้", first[-1].left, 107, first[-1].right, 110, font=SIZE)
    vowel = Letter("ู", first[-1].left + 1, 95, first[-1].right, 99, font=SIZE)
    for letter in [*first, tone, *letters("เรื่อง", first[-1].right), vowel]:
        add_letter(told, letter)
    (line,) = gather_lines(told)
    assert line.text == "ผู้ดูแลรับรู้เรื่อง"


@pytest.mark.parametrize(
    "lines",
    [
        ("ก. สำรวจถนนทุกสาย", "ข. ซ่อมถนนที่ชำรุด", "ค. รายงานผู้บริหาร"),
        ("(ก) สำรวจถนนทุกสาย", "(ข) ซ่อมถนนที่ชำรุด"),
        ("1) สำรวจ (ถนนสายใน", "2) ซ่อมถนน"),
    ],
)
def test_a_list_that_counts_on_begins_an_entry_behind_a_full_line(lines):
    assert typed(*lines, width=15) == [*lines]


def test_a_number_that_closes_a_bracket_begins_no_entry():
    lines = ("2) ตรวจใบเบิก (แบบ", "๕) ทุกเดือน")
    assert typed(*lines, width=40) == ["2) ตรวจใบเบิก (แบบ ๕) ทุกเดือน"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ก.พ. 2569", "- เม.ย. 2569"),
        ("มิถุนายน ๒๕๖๙", "– สิงหาคม ๒๕๖๙"),
        ("ตลอดปี (1 ก.พ. 69", "- 30 เม.ย. 69)"),
    ],
)
def test_a_dash_between_two_months_is_no_bullet(first, second):
    assert typed(first, second, width=30) == [f"{first} {second}"]


def test_a_dash_behind_other_words_is_a_bullet():
    assert len(typed("- สำรวจถนน", "- ซ่อมถนน", width=30)) == 2


@pytest.mark.parametrize(
    ("lines", "whole"),
    [(("7", "3", ".", "5", "8"), "73.58"), (("๒๕๖", "๙"), "๒๕๖๙"), (("12,5", "00"), "12,500")],
)
def test_a_figure_that_is_wider_than_its_cell_is_whole(lines, whole):
    assert typed(*lines, width=len(lines[0]) + 0.5) == [whole]


def test_two_figures_that_have_room_stay_two():
    assert "".join(typed("ห้อง 12", "34 คน", width=8)) == "ห้อง 12 34 คน"


@pytest.mark.parametrize("head", ["ผู้อำนวยการ", "หัวหน้า", "ผอ."])
def test_the_head_of_an_office_goes_on_to_its_name(head):
    assert typed(f"{head}กอง", "ช่าง", width=20) == [f"{head}กองช่าง"]


def test_titles_that_count_on_are_known_by_one_another():
    texts = ["กิจกรรมที่ 1 ปลูกป่า", "ณ สวนสาธารณะ ปลายครั้งที่ 4", "กิจกรรมที่ ๒ เก็บขยะ", "หมู่ที่ 7 และ 8"]
    lines = gather_lines([each for at, text in enumerate(texts) for each in letters(text, line=at)])
    assert counted_titles(lines) == {texts[0], texts[2]}


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("สวนสาธารณะ ", "ริมคลอง"), "สวนสาธารณะ ริมคลอง"),
        (("สวนสาธาร ", "ณะริมคลอง"), "สวนสาธารณะริมคลอง"),
        (("ซ่อมถนน", "(ระยะสอง)"), "ซ่อมถนน (ระยะสอง)"),
    ],
)
def test_a_blank_at_the_end_of_a_line_is_kept(lines, whole):
    assert typed(*lines, width=max(map(len, lines)) - 3) == [whole]


def test_what_is_written_for_short_has_room_with_what_follows_only():
    assert typed("ส่งให้ทุกหมู่บ้าน", "รพ.สต.ตรวจ", width=18) == ["ส่งให้ทุกหมู่บ้านรพ.สต.ตรวจ"]


def test_a_word_that_begins_as_a_title_does_is_no_person_when_it_goes_on():
    assert typed("4.", "คุณภา", "พอากาศ", width=5.5) == ["4. คุณภาพอากาศ"]


def test_a_figure_at_the_edge_of_its_cell_stays_there():
    number, words = letters("7"), letters("ปลูกป่า", ADVANCE + 0.2)
    beside = [each for each in begin_words([*number, *words]) if within(each, (7, 90, 60, 120))]
    assert "".join(each.text for each in beside) == "ปลูกป่า"


@pytest.mark.parametrize(
    ("before", "behind", "gap", "text"),
    [
        ("ข้อ i", "๗", 0.2, "ข้อ i๗"),
        ("ข้อ O", "๒๕", 0.2, "ข้อ O๒๕"),
        ("ข้อ i", "๗", 0.3, "ข้อ i ๗"),
        ("ฉบับ", "12", 0.2, "ฉบับ 12"),
    ],
)
def test_what_office_programs_set_apart_is_no_blank(before, behind, gap, text):
    """The gap in sizes of the font, of which a letter's height is a fourth more."""
    told = letters(before)
    (line,) = gather_lines([*told, *letters(behind, told[-1].right + gap * SIZE)])
    assert line.text == text


@pytest.mark.parametrize(
    ("above", "below"),
    [("กลุ่มพัฒนา", "งานสอบสวน"), ("ฝ่ายส่งเสริม", "งานอาชีพ"), ("กองบริหาร", "งานบุคคล")],
)
def test_work_that_an_office_does_is_no_second_one_where_the_line_was_full(above, below):
    assert typed(above, below, width=len(above) + 1) == [above + below]
    assert typed(above, below, width=30) == [above, below]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("ข้อสอบ EIT", "ทุกชุดวิชา"), "ข้อสอบ EIT ทุกชุดวิชา"),
        (("ลงเฟซบุ๊ก", "LINE ทุกวัน"), "ลงเฟซบุ๊ก LINE ทุกวัน"),
        (("ภายในปี 2567-", "2569 ทุกปี"), "ภายในปี 2567-2569 ทุกปี"),
        (("จัดซื้อครุภัณฑ์", "(ตามแผน) ทุกครั้ง"), "จัดซื้อครุภัณฑ์ (ตามแผน) ทุกครั้ง"),
    ],
)
def test_a_wrap_beside_latin_letters_or_before_brackets_had_a_blank(lines, read):
    assert typed(*lines, width=12) == [read]


def test_letters_that_stand_over_others_tell_nothing():
    (over,) = gather_lines([*letters("กองพัสดุ"), *letters("คณะ", 4 * ADVANCE + 2)])
    (twice,) = gather_lines([*letters("กองคลัง"), *letters("กองคลัง", 0.3)])
    assert is_overprinted(over)
    assert not is_overprinted(twice)
