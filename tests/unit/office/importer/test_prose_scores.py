"""Scores in sentences: in whatever words, one figure for each name, no number of a paragraph."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported
from tests.unit.office.importer.test_offices import doubts, lines

INDICATORS = {
    "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ มีผลเป็นร้อยละ 74.16": {"4": "74.16"},
    "4. การใช้ทรัพย์สินของราชการ = 74.16": {"4": "74.16"},
    "การใช้ทรัพย์สินของราชการ (ตัวชี้วัดที่ 4) 74.16 คะแนน": {"4": "74.16"},
    "คุณภาพการดำเนินงาน 91.03, ประสิทธิภาพการสื่อสาร 88.57 และการปรับปรุงการทำงาน 90.90": {
        "6": "91.03",
        "7": "88.57",
        "8": "90.90",
    },
    "ตัวชี้วัดที่ 6 และ 7 ได้ 91.03 และ 88.57 คะแนน ตามลำดับ": {"6": "91.03", "7": "88.57"},
    "๙๑.๐๓ คะแนน สำหรับคุณภาพการดำเนินงาน; ๘๘.๕๗ คะแนน สำหรับประสิทธิภาพการสื่อสาร": {
        "6": "๙๑.๐๓",
        "7": "๘๘.๕๗",
    },
    "ข้อ 7 ว่าด้วยประสิทธิภาพการสื่อสารนั้น ปีนี้ทำไว้ที่ 88.57 จากเต็ม 100": {"7": "88.57"},
    "7 ประสิทธิภาพงานสื่อสาร ได้ 88.57 คะแนน": {"7": "88.57"},
    "๖ คุณภาพงานที่ดำเนินงาน = ๙๑.๐๓": {"6": "๙๑.๐๓"},
    "ประสิทธิภาพการสื่อสาร เดิมได้ 70.01 ปีนี้ได้ 88.57 คะแนน": {"7": "88.57"},
    "ประสิทธิภาพการสื่อสาร ได้ 88.57 คะแนน เพิ่มขึ้น 18.56": {"7": "88.57"},
}


def _assessment(*text: str):
    return imported(*lines(*text)).values.get("2568/assessment.yml", {})


@pytest.mark.parametrize(("text", "scores"), INDICATORS.items())
def test_each_indicator_a_sentence_names_has_the_one_figure_beside_it(text, scores):
    found = _assessment("ผลการประเมิน ITA", text)
    assert {each["no"]: each["score"] for each in found["indicators"]} == scores
    assert "total" not in found
    assert "conflicts" not in found


@pytest.mark.parametrize(
    "text",
    [
        "ประสิทธิภาพการสื่อสาร ข้อ e7 ได้คะแนน 61.20",
        "ประสิทธิภาพการสื่อสาร เป้าหมาย 90.00 คะแนน",
        "ตัวชี้วัดที่ 7 ร้อยละ 85.50 ของผู้ตอบพึงพอใจ",
        "แบบตรวจการเปิดเผยข้อมูลสาธารณะมี 43 ข้อ",
        "ประสิทธิภาพการสื่อสาร จัดทำข่าว 112 ข่าว และเสียงตามสาย 96 ครั้ง",
    ],
)
def test_what_is_no_score_of_an_indicator_is_none(text):
    assert "indicators" not in _assessment("ผลการประเมิน ITA", text)


def test_a_name_with_its_score_in_the_line_below():
    found = _assessment("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", "ได้คะแนนร้อยละ 88.57")
    assert found["indicators"] == [{"no": "7", "score": "88.57"}]


def test_a_number_that_is_not_that_of_the_name_is_told():
    made = imported(*lines("ตัวชี้วัดที่ 2 ประสิทธิภาพการสื่อสาร ได้ 88.57 คะแนน"))
    assert made.values["2568/assessment.yml"]["indicators"][0]["no"] == "7"
    assert "พิมพ์เลข 2 แต่ชื่อเป็นตัวชี้วัดที่ 7" in doubts(made)


INSTRUMENTS = "IIT ได้ ๗๙.๙๙ คะแนน EIT ได้ ๘๘.๐๑ คะแนน และ OIT ได้ ๙๐.๑๐ คะแนน"


@pytest.mark.parametrize("number", ["๓.๒ ", "(๓.๒) ", "3.2.1 ", "๓.๑๐ ", "2.1) "])
def test_a_number_that_leads_a_paragraph_is_no_score(number):
    found = _assessment("ผลการประเมิน ITA", f"{number}{INSTRUMENTS}")
    assert [each["code"] for each in found["instruments"]] == ["IIT", "EIT", "OIT"]
    assert "total" not in found
    both = _assessment("ได้คะแนนรวม ๘๖.๔๑ คะแนน", f"{number}{INSTRUMENTS}")
    assert both["total"]["score"] == "๘๖.๔๑"
    assert "conflicts" not in both


def test_two_totals_are_weighed_by_the_scores_that_are_there():
    found = _assessment("ได้คะแนนรวม ๘๖.๔๔ คะแนน", "คะแนนรวม ๘๑.๑๑ คะแนน", INSTRUMENTS)
    (conflict,) = found["conflicts"]
    assert conflict["holds"] == "๘๖.๔๔"
    assert conflict["note"] == "คำนวณจากคะแนนเครื่องมือได้ 86.4400"


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลได้ 83.40 คะแนน อยู่ในระดับผ่านเกณฑ์ แบ่งเป็น IIT 79.20 คะแนน และ EIT 84.30 คะแนน",
        "คะแนนรวม 83.40 คะแนน ไม่ผ่านเกณฑ์ ได้แก่ IIT 79.20 EIT 84.30",
        "ผลการประเมินได้ 83.40 คะแนน ระดับผ่านเกณฑ์ IIT ได้ 79.20 คะแนน EIT ได้ 84.30 คะแนน",
    ],
)
def test_the_level_between_a_total_and_its_parts_hides_none_of_them(text):
    found = _assessment("ผลการประเมิน ITA", text)
    assert {each["code"]: each["score"] for each in found["instruments"]} == {
        "IIT": "79.20",
        "EIT": "84.30",
    }
    assert found["total"]["score"] == "83.40"


def test_a_threshold_is_no_score_and_what_was_not_read_is_told():
    text = "ปีนี้ IIT ได้ 79.20 คะแนน เกณฑ์ของ EIT คือ 85.00 คะแนน"
    made = imported(*lines("ผลการประเมิน ITA", text))
    found = made.values["2568/assessment.yml"]["instruments"]
    assert found == [{"code": "IIT", "score": "79.20"}]
    assert "ไม่ได้อ่านคะแนน EIT จากประโยค" in doubts(made)


@pytest.mark.parametrize(
    "text",
    [
        "OIT: 91.98",
        "คะแนน EIT เท่ากับ ๘๔.๑๐ คะแนน",
        "- IIT ได้ร้อยละ 90.60",
        "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร = 88.57",
    ],
)
def test_a_line_that_says_nothing_else_is_not_left(text):
    rest = imported(*lines("ผลการประเมิน ITA", text, "ผู้ตอบน้อยกว่าปีก่อน")).rest
    assert text not in rest
    assert "ผู้ตอบน้อยกว่าปีก่อน" in rest


def test_a_line_that_says_more_is_left():
    text = "OIT: 91.98 ลดลงเพราะลงข้อมูลไม่ทัน"
    assert text in imported(*lines("ผลการประเมิน ITA", text)).rest


def test_a_rating_in_brackets_behind_the_total_is_read():
    found = _assessment("ผลการประเมิน ITA", "คะแนนรวมของหน่วยงาน 93.18 (ผ่านดี)")
    assert found["total"] == {"score": "93.18", "rating_as_printed": "ผ่านดี"}
    found = _assessment("ผลการประเมิน ITA", "คะแนนรวมของหน่วยงาน 93.18 (ปีก่อนผ่าน)")
    assert found["total"] == {"score": "93.18"}


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("EIT (ร้อยละ 30) ได้ 84.10 คะแนน", "84.10"),
        ("EIT ได้ 84.10 คะแนน (30 %)", "84.10"),
        ("EIT ได้ 85 คะแนน (30%)", "85"),
    ],
)
def test_a_weight_beside_the_score_is_not_read_for_it(text, score):
    found = _assessment("ผลการประเมิน ITA", text)
    assert found["instruments"] == [{"code": "EIT", "score": score}]
