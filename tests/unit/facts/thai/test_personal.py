"""What tells of one person in a text; every number and name here is made up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.thai.named_people import people_in_office
from ita_site.facts.thai.numerals import to_arabic, to_thai
from ita_site.facts.thai.personal import (
    citizen_ids,
    free_mail,
    is_citizen_id,
    mobile_numbers,
    named_person,
    names_by_title,
    persons,
)

FIRST_TWELVE = st.from_regex(r"[1-8][0-9]{11}", fullmatch=True)
GAPS = st.sampled_from(["", "-", " ", " - ", "–"])
AROUND = st.sampled_from(["", " ", "เลข ", "(", "ก", "๏ ", "\n"])


def with_check_digit(twelve: str) -> str:
    (number,) = (twelve + last for last in "0123456789" if is_citizen_id(twelve + last))
    return number


def grouped(number: str, gap: str) -> str:
    parts = (number[0], number[1:5], number[5:10], number[10:12], number[12])
    return gap.join(parts)


@given(FIRST_TWELVE)
def test_of_ten_check_digits_one_is_right(twelve):
    assert with_check_digit(twelve).startswith(twelve)


@pytest.mark.parametrize(
    "digits",
    ["", "123456789012", "12345678901211", "0994000123451", "9234567890121", "1234567890122"],
)
def test_other_numbers_are_no_identity_numbers(digits):
    assert not is_citizen_id(digits)


@given(FIRST_TWELVE, GAPS, AROUND, AROUND, st.booleans())
def test_an_identity_number_is_found_however_it_is_written_and_not_shown(
    twelve, gap, before, after, thai
):
    number = with_check_digit(twelve)
    written = grouped(to_thai(number) if thai else number, gap)
    (found,) = citizen_ids(f"{before}{written}{after}")
    assert found.value == number
    assert (found.start, found.end) == (len(before), len(before) + len(written))
    assert re.findall(r"\d", found.masked) == [number[0]]


@pytest.mark.parametrize(
    "text",
    [
        "https://tessaban.example/1234567890121",
        "www.tessaban.example/x/1234567890121/",
        "files/1234567890121.pdf",
        "11234567890121",
        "12345678901210",
        "1234567890122",
        "2565 2566 2567 2568",
        "0 1234 56789 01 2",
    ],
)
def test_addresses_files_and_other_numbers_are_no_identity_numbers(text):
    assert list(citizen_ids(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "0812345678",
        "081-234-5678",
        "081 234 5678",
        "08 1234 5678",
        "08-1234-5678",
        "081.234.5678",
        "๐๘๑-๒๓๔-๕๖๗๘",
        "+66 81 234 5678",
        "(+66)812345678",
        "โทร.0812345678",
        "(081) 234-5678",
    ],
)
def test_a_mobile_number_is_found_however_it_is_written(text):
    found = list(mobile_numbers(f"ติดต่อ {text} ได้"))
    assert [number.value for number in found] == ["0812345678"]


@pytest.mark.parametrize(
    "text",
    [
        "0 4222 1234",
        "0 2123 4567 ต่อ 101",
        "0 0000 0000",
        "1132",
        "08.30–16.30 น.",
        "0.8123456789",
        "10812345678",
        "08123456789",
        "อด ๕๒๐๐๒.๒/๓๑",
        "2565-0812345678-1",
        "https://tessaban.example/0812345678",
        "0 8 1 2 3 4 5 6 7 8",
        "27.48 % จาก 08 ถึง 12",
    ],
)
def test_offices_hours_and_other_numbers_are_no_mobiles(text):
    assert list(mobile_numbers(text)) == []


@given(st.from_regex(r"0[689][0-9]{8}", fullmatch=True), AROUND, AROUND, st.booleans())
def test_of_a_mobile_number_six_digits_stay_hidden(number, before, after, thai):
    written = to_thai(number) if thai else number
    (found,) = mobile_numbers(f"{before}{written}{after}")
    assert found.value == number
    assert re.sub(r"\D", "", to_arabic(found.masked)) == number[:2] + number[-2:]


@given(
    st.from_regex(r"[a-z][a-z0-9._+-]{1,20}", fullmatch=True),
    st.sampled_from(["gmail.com", "Hotmail.co.th"]),
)
def test_of_a_mail_address_the_name_stays_hidden(name, host):
    (found,) = free_mail(f"อีเมล {name}@{host} ครับ")
    assert found.value == f"{name}@{host}".lower()
    assert found.masked == f"{name[0]}…@{host.lower()}"


@pytest.mark.parametrize(
    "text",
    [
        "saraban@tak.go.th",
        "report@tuayang.example",
        "@gmail.com",
        "a@gmail.com.example",
        "gmail.com",
    ],
)
def test_an_agencys_own_mail_is_nobodys(text):
    assert list(free_mail(text)) == []


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
        ("ว่าที่ร้อยตรีเอกวิทย์ ตัวอย่าง", "ว่าที่ร้อยตรีเ…"),
        ("วิทยากร ดร.สมศักดิ์ ตัวอย่าง", "ดร.ส…"),
        ("ติดต่อ คุณสมใจ ตัวอย่าง", "คุณส…"),
        ("(คุณ สมหมาย ตัวอย่าง)", "คุณส…"),
        ("ส่งต่อนายสมหมาย ตัวอย่าง", "นายส…"),
        ("ได้ปรึกษานางสาวสมศรี ตัวอย่าง", "นางสาวส…"),
        ("กำลังรอคุณสมหมาย ตัวอย่าง", "คุณส…"),
    ],
)
def test_a_name_with_its_title_is_found_and_not_shown(text, masked):
    assert [person.masked for person in persons(text)] == [masked]


@pytest.mark.parametrize(
    "before",
    ["ขอบคุณ ", "เจ้านาย ", "วัดหนองนาง ", "จ.-ศ. ", "ขอบคุณ", "ทนายกับ", "เจ้านายของบ้านนาง "],
)
def test_what_only_looks_like_a_title_hides_no_name_behind_it(before):
    text = f"{before}นายสมชาย ตัวอย่าง"
    for find in (persons, names_by_title, people_in_office):
        assert [found.value for found in find(text)] == ["นายสมชาย ตัวอย่าง"], find
    assert named_person(text) == "นายส…"


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
        "เจ้านายเก่า ของอำเภอ",
        "บ้านหนองนางด่อน ตำบลสมมุติ",
        "ชุมชนวัดนางชี ประชุม",
        "ขอบคุณท่าน ผู้ร่วมงาน",
        "สำนึกบุญคุณแผ่นดิน เกิด",
        "เสนอนายกเทศมนตรี ลงนาม",
        "อำเภอนางรอง จังหวัดบุรีรัมย์",
        "นางรอง บุรีรัมย์",
        "ประกวด นางนพมาศ ประจำปี",
        "นาย ก. และนาย ข.",
        "นายสมชาย เป็นประธาน",
        "นางสาวสมใจ",
        "คุณธรรม จริยธรรม",
        "คุณภาพ การให้บริการ",
        "และคุณสมบัติ ผู้สมัคร",
        "คุณลักษณะ เฉพาะของพัสดุ",
        "คุณสามารถ ตรวจสอบได้",
        "คุณจะ ทราบผลภายใน",
        "ขอบคุณ ผู้ใช้บริการ",
    ],
)
def test_offices_places_and_half_a_name_are_no_persons(text):
    assert list(persons(text)) == []
