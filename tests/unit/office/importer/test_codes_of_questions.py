"""Codes of questions: cells of nothing else, several before one text, and within a finding."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, lines, listed


def codes(made) -> list[object]:
    return [each["code"] for each in listed(made, "assessment", "questions")]


@pytest.mark.parametrize("heading", ["ข้อคำถาม", "ตอบข้อคำถาม", "ข้อคำถามที่เกี่ยวข้อง"])
@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("E6", ["E6"]),
        ("E6 E8", ["E6", "E8"]),
        ("i11, i12", ["i11", "i12"]),
        ("I๕ และ E๑๕", ["I๕", "E๑๕"]),
        ("i2/i4", ["i2", "i4"]),
        ("e1\ne2", ["e1", "e2"]),
    ],
)
def test_a_cell_of_codes_is_what_the_finding_rests_on(heading: str, cell: str, found: list[str]):
    made = imported(
        table(
            [heading, "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ"],
            [cell, "ถนนมืด", "ติดโคม", "กองช่าง"],
        )
    )
    assert codes(made) == found
    (finding,) = listed(made, "assessment", "analysis")["findings"]
    keys = (
        finding["questions"] if isinstance(finding["questions"], list) else [finding["questions"]]
    )
    assert len(keys) == len(found)
    assert made.rest == ""


def test_beside_a_measure_alone_they_are_questions_told_and_noted():
    made = imported(
        table(
            ["ที่", "มาตรการ", "ตอบข้อคำถาม", "วิธีดำเนินการ", "ผู้รับผิดชอบ"],
            ["1", "ติดโคมริมคลอง", "E6 E8", "สำรวจจุดมืด", "กองช่าง"],
        )
    )
    assert codes(made) == ["E6", "E8"]
    assert made.rest == ""
    assert "แถวบอกว่ามาตรการตอบข้อคำถามใด" in doubts(made)
    assert made.files["2568/assessment.yml"].count("มาตรการที่ตอบข้อนี้: ติดโคมริมคลอง") == 2


def test_two_codes_before_one_text_and_codes_within_lines():
    made = imported(
        table(
            ["ข้อคำถาม", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ"],
            ["O๙ และ O๒๒", "ไม่ลงเว็บ", "ลงเว็บ", "กองช่าง"],
            ["E ๒ และ\nE ๔ ความเสมอ\nภาค", "บริการช้า", "จัดคิว", "กองคลัง"],
            ["i ๑ ท่านรู้แผนหรือไม่,\ni ๓\nการซื้อ\nของ", "ไม่รู้แผน", "ปิดประกาศ", "กองคลัง"],
        )
    )
    found = [(each["code"], each.get("text")) for each in listed(made, "assessment", "questions")]
    assert found == [
        ("O๙", None),
        ("O๒๒", None),
        ("E2", None),
        ("E4", "ความเสมอภาค"),
        ("i1", "ท่านรู้แผนหรือไม่"),
        ("i3", "การซื้อของ"),
    ]
    assert "อยู่หลังรหัส E ๒ และ E ๔" in doubts(made)


@pytest.mark.parametrize(
    "weakness",
    ["ถนนมืด (ข้อ i2, i4)", "ถนนมืด (i2 และ i4)", "ถนนมืด (i2 i4)", "ตามข้อ i2 และ i4 ถนนมืด"],
)
def test_codes_in_a_findings_own_words_are_its_questions(weakness: str):
    made = imported(table(["จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ"], [weakness, "ติดโคม", "กองช่าง"]))
    (finding,) = listed(made, "assessment", "analysis")["findings"]
    assert (finding["text"], finding["questions"]) == (weakness, ["i2", "i4"])
    assert codes(made) == ["i2", "i4"]


def test_a_list_of_weaknesses_has_its_questions_too():
    made = imported(table(["ข้อคำถาม", "จุดอ่อน"], ["E6, E8", "ถนนมืด"], ["i2", "ไม่รู้แผน (i4)"]))
    analysis = listed(made, "assessment", "analysis")
    found = [each["questions"] for lists in analysis.values() for each in lists]
    assert found == [["E6", "E8"], ["i2", "i4"]]


def test_a_range_of_codes_is_kept_and_called_one():
    made = imported(
        table(
            ["ข้อคำถาม", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ"],
            ["E1 - E4", "ถนนมืด", "ติดโคม", "กองช่าง"],
        )
    )
    assert "E1 - E4" in made.rest
    assert "เป็นช่วงของรหัสข้อคำถาม" in made.rest


def test_weaknesses_in_prose_have_the_questions_they_name():
    made = imported(*lines("จุดอ่อนที่ต้องแก้ไข", "1. ถนนมืด (E ๖)", "2. ไม่รู้แผน (i ๔ และ O ๙)", "3. ท่อตัน"))
    fixes = listed(made, "assessment", "analysis")["urgent_fixes"]
    assert [each.get("questions") for each in fixes] == ["E6", ["i4", "O9"], None]
    assert "อยู่แต่ในหมายเหตุ (#)" not in str(made.report)


def test_what_two_measures_answer_is_read_both_times_and_has_the_words_of_either():
    head = ["จุดอ่อน", "ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ"]
    made = imported(
        table(
            head,
            ["ถนนมืด", "i3", "ติดโคม", "กองช่าง"],
            ["ไฟดับ", "i3 ไฟสว่างทุกคืนหรือไม่", "เปลี่ยนหลอด", "กองช่าง"],
        )
    )
    (question,) = listed(made, "assessment", "questions")
    assert (question["code"], question["text"]) == ("i3", "ไฟสว่างทุกคืนหรือไม่")
    assert made.rest == ""


@pytest.mark.parametrize("cell", ["OIT ข้อ O9", "OIT O9", "ข้อคำถามที่ O9", "IIT i2, OIT ข้อ O9"])
def test_the_instrument_before_a_code_is_no_text_of_its_own(cell: str):
    head = ["จุดอ่อน", "ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ"]
    made = imported(table(head, ["ถนนมืด", cell, "ติดโคม", "กองช่าง"]))
    assert codes(made)[-1] == "O9"
    assert made.rest == ""
