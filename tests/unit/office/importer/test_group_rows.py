"""Rows and lines that head a group, and the score they tell behind its name."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.document.spans import Source, Span
from ita_site.office.importer.words.groups import split_score
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed

HEAD = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]
ROWS = (
    ["ทำทะเบียนยืมรถ", "ติดบอร์ดทะเบียน", "กองช่าง", "ต.ค. 67"],
    ["แจ้งวงเงินรายกอง", "ส่งหนังสือเวียน", "กองคลัง", "พ.ย. 67"],
)


def group(text: str, row: int) -> list[object]:
    """A row that one cell stands over."""
    return [text, (row, 0), (row, 0), (row, 0)]


@pytest.mark.parametrize(
    ("text", "name", "score"),
    [
        ("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ 80.83 คะแนน", "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "80.83"),
        ("การใช้อำนาจ (ได้คะแนน ๗๗.๐๕)", "การใช้อำนาจ", "๗๗.๐๕"),
        ("การใช้อำนาจ : ร้อยละ 81", "การใช้อำนาจ", "81"),
        ("คุณภาพการดำเนินงาน – 92.4 คะแนน อยู่ในระดับ A", "คุณภาพการดำเนินงาน", "92.4"),
        ("ตัวชี้วัดที่ 4", "ตัวชี้วัดที่ 4", None),
        ("การใช้งบประมาณ ปี 67", "การใช้งบประมาณ ปี 67", None),
    ],
)
def test_a_labels_score_is_a_figure_with_decimals_or_the_word_beside(text, name, score):
    named, found = split_score(Span.whole(Source(0, text, "ย่อหน้า 1")))
    assert (named.text, found and found.text) == (name, score)


def test_a_group_row_tells_its_indicators_score_wherever_it_stands():
    first, later = "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ 80.83 คะแนน", "ตัวชี้วัดที่ 2 การใช้งบประมาณ (75.10)"
    below = imported(table(HEAD, group(first, 1), ROWS[0], group(later, 3), ROWS[1]))
    above = imported(table(group(first, 0), HEAD, ROWS[0], group(later, 3), ROWS[1]))
    for made in (below, above):
        assert listed(made, "assessment", "indicators") == [
            {"no": "2", "score": "75.10"},
            {"no": "4", "score": "80.83"},
        ]
        found = listed(made, "measures", "measures")
        assert [each["indicator"] for each in found] == ["4", "2"]
        assert made.rest == ""


def test_weaknesses_of_their_own_leave_the_measures_in_their_group():
    head = ["จุดอ่อน", *HEAD]
    rows = [["คนยืมไม่ลงชื่อ", *ROWS[0]], ["กองไม่รู้วงเงิน", *ROWS[1]]]
    group_row = ["4. การใช้ทรัพย์สินของราชการ (80.83 คะแนน)", *[(1, 0)] * 4]
    made = imported(table(head, group_row, *rows))
    assert [each["indicator"] for each in listed(made, "measures", "measures")] == ["4", "4"]
    assert listed(made, "assessment", "indicators") == [{"no": "4", "score": "80.83"}]


def test_a_group_row_under_a_column_nobody_knows_is_one_too():
    head = ["กลุ่มภารกิจพิเศษ", *HEAD]
    row = "ตัวชี้วัดที่ 3 การใช้อำนาจ 79.20 คะแนน"
    made = imported(table(head, [row, *[(1, 0)] * 4], ["ก", *ROWS[0]]))
    assert listed(made, "assessment", "indicators") == [{"no": "3", "score": "79.20"}]
    assert listed(made, "measures", "measures")[0]["indicator"] == "3"


@pytest.mark.parametrize("counter", ["ลำดับ", "อันดับ", "ที่"])
def test_a_group_row_may_begin_below_any_counter(counter):
    row = "ตัวชี้วัดที่ 3 การใช้อำนาจ"
    made = imported(table([counter, *HEAD], [row, *[(1, 0)] * 4], ["1", *ROWS[0]]))
    assert listed(made, "measures", "measures")[0]["indicator"] == "3"
    assert made.rest == ""


def test_a_merged_cell_that_names_a_group_tells_its_score_once():
    made = imported(
        table(
            ["ตัวชี้วัด", *HEAD],
            ["การใช้ทรัพย์สินของราชการ\n(80.83 คะแนน)", *ROWS[0]],
            [(1, 0), *ROWS[1]],
        )
    )
    assert listed(made, "assessment", "indicators") == [{"no": "4", "score": "80.83"}]
    assert [each["indicator"] for each in listed(made, "measures", "measures")] == ["4", "4"]


def test_the_line_above_a_table_tells_the_score_of_a_name_that_is_misspelt():
    line = Paragraph("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชกาน 80.83 คะแนน", "ย่อหน้า 1")
    made = imported(line, table(HEAD, *ROWS))
    assert [each["score"] for each in listed(made, "assessment", "indicators")] == ["80.83"]
    assert {each["indicator"] for each in listed(made, "measures", "measures")} == {"4"}


def test_two_scores_of_one_indicator_are_told():
    scores = table(["ตัวชี้วัด", "คะแนน"], ["การใช้ทรัพย์สินของราชการ", "81.00"])
    rows = table(HEAD, group("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ 80.83 คะแนน", 1), ROWS[0])
    made = imported(scores, rows)
    assert "คะแนนตัวชี้วัดที่ 4 พิมพ์ไว้ไม่ตรงกัน" in doubts(made)


def test_names_below_the_heading_of_their_numbers_group_the_measures():
    made = imported(
        table(
            ["ตัวชี้วัดที่", *HEAD],
            ["4. การใช้ทรัพย์สินของราชการ", *ROWS[0]],
            ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", *ROWS[1]],
        )
    )
    assert [each["indicator"] for each in listed(made, "measures", "measures")] == ["4", "2"]
    assert made.rest == ""
