"""A score beside an indicator whose number stands in a line of its own."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed

HEAD = ["ที่", "ตัวชี้วัด", "คะแนน", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ"]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("ตชว.ที่ 3\nการใช้อำนาจ", "3"),
        ("ตชว. 3\nการใช้อำนาจ", "3"),
        ("ตัวชี้วัดที่ ๔\nการใช้ทรัพย์สินของราชการ", "4"),
        ("6\nคุณภาพการดำเนินงาน", "6"),
        ("8.\nการปรับปรุง\nระบบการทำงาน", "8"),
        ("ที่ 1\nการปฏิบัติหน้าที่", "1"),
        ("การเปิดเผย\nข้อมูล", "9"),
    ],
)
def test_the_number_and_the_name_in_lines_of_their_own(name: str, number: str):
    made = imported(table(HEAD, ["1", name, "70.15", "ช้า", "เร่งงาน", "สำนักปลัด"]))
    (score,) = listed(made, "assessment", "indicators")
    assert score == {"no": number, "score": "70.15"}
    assert listed(made, "measures", "measures")[0]["indicator"] == number
    assert made.rest == ""
    assert "ไม่รู้จัก" not in doubts(made)


def test_a_score_of_nobody_knows_what_says_what_it_needs():
    known = ["1", "การใช้อำนาจ", "80.10", "ช้า", "เร่งงาน", "สำนักปลัด"]
    unknown = ["2", "ความสุขของชุมชน", "70.15", "เครียด", "จัดลานกีฬา", "สำนักปลัด"]
    made = imported(table(HEAD, known, unknown))
    assert "# indicators:\n#   - no: ___" in made.rest or "#   - no:" in made.rest
    assert "คะแนนต้องบอกว่าเป็นของตัวชี้วัดเลขใด" in made.rest
    assert "\n- 70.15" not in made.rest
