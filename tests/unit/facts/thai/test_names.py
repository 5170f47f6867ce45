"""Names of persons, and what only looks like them. All persons here are invented."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.names import persons


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("นายสมชาย ตัวอย่าง", "นายส…"),
        ("นาย สมชาย ตัวอย่าง", "นายส…"),
        ("นายกมล ตัวอย่าง", "นายก…"),
        ("นายเกียรติ ตัวอย่าง", "นายเ…"),
        ("มอบหมายให้นางสาวสมใจ  ตัวอย่าง เป็นผู้ดูแล", "นางสาวส…"),
        ("น.ส.สมใจ ตัวอย่าง", "น.ส.ส…"),
        ("ตรวจรับโดยนางสมศรี ตัวอย่าง และคณะ", "นางส…"),
        ("(ว่าที่ ร.ต.สมหมาย ตัวอย่าง)", "ว่าที่ ร.ต.ส…"),
        ("วิทยากร ดร.สมศักดิ์ ตัวอย่าง", "ดร.ส…"),
    ],
)
def test_a_name_with_its_title_is_found_and_not_shown(text, masked):
    assert [person.masked for person in persons(text)] == [masked]


@pytest.mark.parametrize(
    "text",
    [
        "นายกเทศมนตรี เห็นชอบ",
        "นายก อบต. ตรวจงาน",
        "นายกฯ ลงนาม",
        "นายกองค์การบริหารส่วนตำบล ลงนาม",
        "นายกรัฐมนตรี สั่งการ",
        "นายอำเภอเมือง จังหวัดร้อยเอ็ด",
        "นายทะเบียน ท้องถิ่น",
        "นายช่างโยธา ชำนาญงาน",
        "นายแพทย์ ชำนาญการ",
        "นายจ้าง ลูกจ้าง",
        "ทนายความ อาสา",
        "เจ้านาย ใหญ่",
        "อำเภอนางรอง จังหวัดบุรีรัมย์",
        "นางรอง บุรีรัมย์",
        "ประกวด นางนพมาศ ประจำปี",
        "นาย ก. และนาย ข.",
        "นายสมชาย เป็นประธาน",
        "นางสาวสมใจ",
    ],
)
def test_offices_places_and_half_a_name_are_no_persons(text):
    assert list(persons(text)) == []
