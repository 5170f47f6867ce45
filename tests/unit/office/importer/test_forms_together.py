"""Forms of one document with like labels: each label is read in all of them as in one."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported
from tests.unit.office.importer.test_forms import spanned
from tests.unit.office.importer.test_offices import doubts, listed

FIRST = [
    ["ชื่อมาตรการ", "ติดมาตรน้ำประปาใหม่"],
    ["สภาพปัญหา", "มาตรเดิมหมุนไม่ตรง"],
    ["ขั้นตอน", "1. สำรวจ\n2. เปลี่ยน"],
    ["ผู้รับผิดชอบ", "กองการประปา"],
    ["ผลการดำเนินงาน", "เปลี่ยนแล้ว 30 ตัว"],
]
SECOND = [
    ["ชื่อมาตรการ", "ลงตารางล้างท่อ"],
    ["สภาพปัญหา", "น้ำขุ่นทุกหน้าแล้ง"],
    ["ขั้นตอน", "1. แบ่งเขต\n2. ล้าง"],
    ["ผู้รับผิดชอบ", "กองการประปา"],
    ["ผลการดำเนินงาน", "ล้างแล้ว 2 เขต"],
    ["ปัญหาอุปสรรค", "ท่อเก่าไม่มีแผนผัง"],
]


@pytest.mark.parametrize("forms", [(FIRST, SECOND), (SECOND, FIRST)])
def test_what_one_form_tells_of_a_label_holds_for_the_others(forms):
    made = imported(*(spanned(*form) for form in forms))
    found = listed(made, "assessment", "analysis")["findings"]
    assert {each["text"] for each in found} == {"มาตรเดิมหมุนไม่ตรง", "น้ำขุ่นทุกหน้าแล้ง"}
    obstacles = [each.get("obstacles") for each in listed(made, "progress", "progress")]
    assert {*obstacles} == {None, "ท่อเก่าไม่มีแผนผัง"}
    assert made.report.cells.lost == 0


def test_a_label_is_doubted_in_all_forms_or_in_none():
    """Its answer in the second form alone looks like what is asked."""
    labels = [["จำนวนที่นับได้", "3 บ่อ"], ["จำนวนที่นับได้", "ร้อยละ 41"]]
    made = imported(spanned(*FIRST, labels[0]), spanned(*SECOND, labels[1]))
    told = [each for each in made.report.doubts if "“จำนวนที่นับได้”" in each.text]
    assert (len({each.text for each in told}), len({each.place for each in told})) == (1, 2)
    assert "percent_done" not in str(listed(made, "progress", "progress"))


def test_forms_of_other_labels_are_read_by_themselves():
    other = [
        ["ชื่อโครงการ", "อบรมอาสาดูแลผู้สูงวัย"],
        ["วัตถุประสงค์", "ให้มีคนเยี่ยมทุกหมู่"],
        ["งบประมาณ", "12,000 บาท"],
        ["ระยะเวลา", "ม.ค. 68"],
    ]
    made = imported(spanned(*FIRST), spanned(*other))
    titles = [each["title"] for each in listed(made, "measures", "measures")]
    assert titles == ["ติดมาตรน้ำประปาใหม่", "อบรมอาสาดูแลผู้สูงวัย"]
    assert "“สภาพปัญหา”" in doubts(made)
