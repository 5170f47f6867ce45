"""Headings of the analysis: what stands below each, and where the next one ends it."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported
from tests.unit.office.importer.test_offices import doubts, lines, listed

URGENT = ("ป้ายบอกทางเลือนทุกจุด", "แบบคำขอมีหลายฉบับ")
BETTER = ("การตอบข้อความทางเพจ", "การลงข่าวของกองช่าง")


def _analysis(*text: str):
    found = imported(*lines(*text)).values.get("2568/assessment.yml", {}).get("analysis", {})
    points = ("urgent_fixes", "improvements")
    return tuple(tuple(each["text"] for each in found.get(name, ())) for name in points)


@pytest.mark.parametrize(
    "marks", [("๑.", "๒."), ("๑)", "๒)"), ("(๑)", "(๒)"), ("-", "-"), ("", "")]
)
@pytest.mark.parametrize(
    ("first", "second", "after"),
    [
        ("๒. จุดอ่อนที่ต้องแก้ไขโดยด่วน", "๓. จุดที่ควรพัฒนา", "๔. ข้อพิจารณา"),
        ("1.2 ประเด็นที่เป็นข้อบกพร่องที่ต้องแก้ไข", "1.3 ประเด็นที่จะต้องพัฒนาให้ดีขึ้น", "2. ข้อพิจารณา"),
        ("(4) ข้อบกพร่อง", "(5) ประเด็นที่ต้องพัฒนา", "(6) ข้อพิจารณา"),
    ],
)
def test_a_heading_of_the_same_rank_ends_a_list(marks, first, second, after):
    def below(points):
        return [f"{mark} {text}".strip() for mark, text in zip(marks, points, strict=True)]

    text = (first, *below(URGENT), second, *below(BETTER), after, "นัดประชุมอีกครั้ง")
    assert _analysis(*text) == (URGENT, BETTER)


def test_lines_without_numbers_below_a_heading_are_told():
    made = imported(*lines("๒.๔ จุดอ่อน", *URGENT, "๒.๕ ข้อพิจารณา"))
    assert "ข้อความใต้หัวข้อ “๒.๔ จุดอ่อน” อ่านเป็นจุดอ่อน" in doubts(made)


MEASURE = ("มาตรการที่ 1 ทาสีป้ายใหม่", "ขั้นตอน", "1) สำรวจ", "ผู้รับผิดชอบ กองช่าง", "ระยะเวลา ไตรมาส 2")


def test_limitations_end_where_another_section_begins():
    text = ("๓.๓ ข้อจำกัด", "งบประมาณมีน้อย", "๔. งานปีนี้", "บุคลากรร่วมมือดี", *MEASURE)
    made = imported(*lines(*text))
    assert listed(made, "assessment", "limitations") == {"items": ["งบประมาณมีน้อย"]}
    assert "๔. งานปีนี้" in made.rest
    assert "conflicts" not in made.values["2568/assessment.yml"]


def test_a_sentence_that_speaks_of_a_limitation_heads_nothing():
    made = imported(*lines("เทศบาลทำงานภายใต้ข้อจำกัดหลายด้านตลอดทั้งปีที่ผ่านมาจนถึงปัจจุบันนี้", "รถมีคันเดียว"))
    assert "2568/assessment.yml" not in made.values


def test_a_sentence_that_names_an_instrument_is_no_caption():
    (told,) = listed(imported(*lines("แบบวัด EIT มีชาวบ้านตอบน้อย", *MEASURE)), "measures", "measures")
    assert "instrument" not in told
    (led,) = listed(imported(*lines("มาตรการตามแบบวัด EIT", *MEASURE)), "measures", "measures")
    assert led["instrument"] == "EIT"


@pytest.mark.parametrize("head", ["๕. ผลการดำเนินการ รอบ ๖ เดือน", "6. สรุปผลการดำเนินงาน"])
def test_a_numbered_heading_is_no_label_where_labels_have_no_numbers(head):
    made = imported(*lines(*MEASURE, head, "ตามตารางแนบ"))
    assert "2568/progress.yml" not in made.values
    assert head.split()[1] in made.rest
