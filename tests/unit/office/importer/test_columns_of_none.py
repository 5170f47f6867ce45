"""Columns in which every row says ไม่มี: they say nothing of how far a measure is."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed

WORK = (("ตัดกิ่งไม้", "ตัด 14 ต้น"), ("ล้างรางน้ำ", "ล้าง 3 สาย"), ("ตั้งกรวย", "ตั้ง 9 จุด"))


def reports(heading: str, *cells: str):
    made = imported(
        table(
            ["มาตรการ", "ผลการดำเนินงาน", heading],
            *([*work, cell] for work, cell in zip(WORK, cells, strict=True)),
        )
    )
    return listed(made, "progress", "progress"), doubts(made)


@pytest.mark.parametrize(
    ("heading", "field"), [("ข้อเสนอแนะ", "suggestions"), ("ปัญหาอุปสรรค", "obstacles")]
)
@pytest.mark.parametrize("last", ["ไม่มี", "ขอรถเพิ่ม"])
def test_none_below_a_heading_is_said_there_and_is_no_status(heading, field, last):
    found, said = reports(heading, "ไม่มี", "ไม่มี", last)
    assert [each[field] for each in found] == ["ไม่มี", "ไม่มี", last]
    assert not [each for each in found if "status" in each]
    assert "สถานะ" not in said


def test_none_beside_some_still_says_whether_it_was_done():
    found, _ = reports("สถานะการดำเนินการ", "มี", "ไม่มี", "มี")
    assert [each["status"] for each in found] == ["done", "not_started", "done"]
