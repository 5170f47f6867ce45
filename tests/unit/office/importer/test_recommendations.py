"""Tables of what was found and what is to be done about it, without any measure."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts

ROWS = (
    ("ตัวชี้วัดที่ 3 การใช้อำนาจ", "มอบหมายงานไม่เป็นลายลักษณ์อักษร", "ออกคำสั่งมอบหมายงานทุกครั้ง"),
    ("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", "- เว็บไซต์หาข้อมูลยาก\n- ไม่มีผู้ตอบแชต", "จัดเวรตอบแชต"),
)


def analysis(*heads: str, rows=ROWS):
    made = imported(table(heads, *rows))
    return made, made.values["2568/assessment.yml"]["analysis"]


@pytest.mark.parametrize("found", ["ข้อค้นพบ", "สิ่งที่พบ", "ปัญหาที่พบ"])
@pytest.mark.parametrize("answer", ["ข้อเสนอแนะ", "แนวทางแก้ไข", "แนวทางการพัฒนา"])
def test_findings_and_recommendations_by_indicator(found, answer):
    made, read = analysis("ตัวชี้วัด", found, answer)
    assert [(each["text"], each["indicator"]) for each in read["findings"]] == [
        ("มอบหมายงานไม่เป็นลายลักษณ์อักษร", "3"),
        ("เว็บไซต์หาข้อมูลยาก", "7"),
        ("ไม่มีผู้ตอบแชต", "7"),
    ]
    assert [(each["text"], each["indicator"]) for each in read["recommendations"]] == [
        ("ออกคำสั่งมอบหมายงานทุกครั้ง", "3"),
        ("จัดเวรตอบแชต", "7"),
    ]
    is_told = "อ่านเป็น “ข้อเสนอแนะจากผลการประเมิน”" in doubts(made)
    assert is_told == (answer != "ข้อเสนอแนะ")
    assert "มอบหมายงาน" not in made.rest


def test_weaknesses_of_instruments():
    rows = (("IIT", "ผู้ตอบน้อย", "ประชาสัมพันธ์รายกอง"), ("EIT", "ไม่รู้จักช่องทาง", "ติดป้าย"))
    _, read = analysis("เครื่องมือ", "จุดอ่อน", "ข้อเสนอแนะ", rows=rows)
    assert read["recommendations"] == [
        {"text": "ประชาสัมพันธ์รายกอง", "instrument": "IIT"},
        {"text": "ติดป้าย", "instrument": "EIT"},
    ]


def test_scores_stay_scores_beside_them():
    rows = [(row[0], f"8{at}.50", *row[1:]) for at, row in enumerate(ROWS)]
    made, read = analysis("ตัวชี้วัด", "คะแนน", "ข้อค้นพบ", "แนวทางแก้ไข", rows=rows)
    assert (len(read["findings"]), len(read["recommendations"])) == (3, 2)
    scores = made.values["2568/assessment.yml"]["indicators"]
    assert [each["score"] for each in scores] == ["80.50", "81.50"]


def test_beside_measures_they_are_of_measures():
    rows = [(row[0], row[1], f"มาตรการ{row[2]}", "กองคลัง", row[2]) for row in ROWS]
    made = imported(table(("ตัวชี้วัด", "ข้อค้นพบ", "มาตรการ", "ผู้รับผิดชอบ", "แนวทางแก้ไข"), *rows))
    assert "recommendations" not in made.values["2568/assessment.yml"]["analysis"]
    assert len(made.values["2568/measures.yml"]["measures"]) == 2


def test_a_number_before_a_name_is_no_part_of_it_and_an_instruments_score_is_read():
    made = imported(
        table(
            ("เครื่องมือ", "ตัวชี้วัด", "คะแนน"),
            ("EIT\n(๘๒.๔๐)", "6 คุณภาพการดำเนินงาน", "83.10"),
            ("", "๗ ประสิทธิภาพการสื่อสาร", "81.70"),
        )
    )
    read = made.values["2568/assessment.yml"]
    assert read["instruments"] == [{"code": "EIT", "score": "๘๒.๔๐"}]
    assert [{*each} for each in read["indicators"]] == [{"no", "score"}] * 2


@pytest.mark.parametrize(
    "cell", ["IIT\n(30%)", "IIT (ร้อยละ 30)", "IIT (30 %)", "IIT (88.10 ปีก่อน 85.00)"]
)
def test_a_weight_is_no_score_and_nobody_guesses_of_which_year_one_is(cell):
    rows = ((cell, "1. การปฏิบัติหน้าที่", "91.20"), ("", "2. การใช้งบประมาณ", "84.35"))
    made = imported(table(("เครื่องมือ", "ตัวชี้วัด", "คะแนน"), *rows))
    assert "instruments" not in made.values["2568/assessment.yml"]
    assert cell.rpartition("\n")[2] in made.rest


def test_findings_below_an_indicators_number_alone():
    rows = [("ตัวชี้วัดที่ 3", *ROWS[0][1:]), ("๗", *ROWS[1][1:])]
    _, read = analysis("ตัวชี้วัด", "ข้อค้นพบ", "ข้อเสนอแนะ", rows=rows)
    assert [each["indicator"] for each in read["findings"]] == ["3", "7", "7"]


@pytest.mark.parametrize("weak", ["จุดอ่อน", "ข้อค้นพบ"])
def test_what_is_recommended_without_a_group_is_no_remark(weak):
    rows = (("1", "ผู้ตอบน้อย", "แจ้งทุกชุมชน"), ("2", "ป้ายเล็ก", "ทำป้ายใหม่"))
    made, read = analysis("ที่", weak, "ข้อเสนอแนะ", rows=rows)
    assert [each["text"] for each in read["recommendations"]] == ["แจ้งทุกชุมชน", "ทำป้ายใหม่"]
    assert "แจ้งทุกชุมชน" not in made.rest
