"""Words that look like a person's name and are none: nothing of a sentence is cut out for them."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.spans import Source, Span
from ita_site.office.importer.words.persons import find_names
from ita_site.office.importer.words.signers import find_signers
from tests.unit.office.importer.test_blocks import imported, table


def words(text: str) -> Span:
    return Span.whole(Source(0, text, "ช่อง"))


@pytest.mark.parametrize(
    "text",
    [
        "เปิดเคาน์เตอร์ จ.-ศ. ช่วงพักเที่ยงด้วย",
        "รับคำร้อง จ. - ศ. เวลา 09.00 น.",
        "ประชุมทีมทุก ศ. บ่ายสองโมง",
        "ลงพื้นที่ อ., พ. และ ศ. สัปดาห์ละสามวัน",
    ],
)
def test_a_day_of_the_week_is_no_professor(text):
    assert find_names(text) == []


@pytest.mark.parametrize("text", ["ศ. สมมุติ ตัวอย่างดี", "เชิญ ศ.สมมุติ ตัวอย่างดี มาบรรยาย"])
def test_a_professor_is_a_person_still(text):
    assert [text[start:end] for start, end in find_names(text)] == [
        text.removeprefix("เชิญ ").removesuffix(" มาบรรยาย")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ลงนามแล้ว 12 หน่วยงาน เมื่อ 4 ก.พ. 2568",
        "ลงนาม MOU ร่วมกับวัดสามแห่ง",
        "ลงชื่อรับทราบครบทุกคน",
        "เรื่องค้างลดเหลือ 3 เรื่อง (ร้อยละ 1.8)",
        "เบิกครบ (จ่ายตรง 14 ราย)",
        "ปรับปรุงแล้ว (พันธกิจด้านบริการ)",
        "ส่งรายงาน (นายทะเบียนรับไว้)",
    ],
)
def test_a_sentence_is_signed_by_nobody(text):
    assert list(find_signers([words(text)])) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ลงชื่อ สมมุติ ตัวอย่างดี", "สมมุติ ตัวอย่างดี"),
        ("ลงชื่อ สมมุติ", "สมมุติ"),
        ("ลงนาม ............ สมมุติ ตัวอย่างดี", "สมมุติ ตัวอย่างดี"),
        ("ลงนามนางสมมุติ ตัวอย่างดี", "นางสมมุติ ตัวอย่างดี"),
        ("(ร้อยโท สมมุติ ตัวอย่างดี)", "ร้อยโท สมมุติ ตัวอย่างดี"),
        ("(นายเอก ตัวอย่างดี)", "นายเอก ตัวอย่างดี"),
    ],
)
def test_who_signs_is_a_person_still(text, name):
    assert [found.own for found in find_signers([words(text)])] == [name]


def test_nothing_is_cut_from_a_result():
    text = "ผู้รับบริการพอใจเพิ่มจาก 71 คน เป็น 96 คน (ร้อยละ 88.4)"
    made = imported(table(["มาตรการ", "ผลลัพธ์"], ["ป้ายบอกทาง", text]))
    assert text in made.files["2568/progress.yml"]
    assert "ตัดชื่อบุคคล" not in str(made.report)
