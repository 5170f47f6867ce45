"""Cells that name a round and tell nothing of it make no report, and lose no word."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table


def told(cell: str):
    made = imported(table(("มาตรการ", "ขั้นตอน", "ผลการดำเนินงาน"), ("จองคิว", "เปิดระบบ", cell)))
    progress = made.values.get("2568/progress.yml", {"progress": []})["progress"]
    return [(each["round"], each["summary"]) for each in progress], made.rest


@pytest.mark.parametrize("cell", ["รอบ ๖ เดือน", "รอบ 12 เดือน:", "รอบที่ 1\nรอบที่ 2"])
def test_a_round_alone_is_no_report(cell):
    reports, rest = told(cell)
    assert reports == []
    assert all(line in rest for line in cell.split("\n"))


def test_the_round_that_nothing_is_told_of_is_left():
    reports, rest = told("รอบ 6 เดือน\nเปิดระบบแล้ว\nรอบ 12 เดือน")
    assert reports == [("6", "เปิดระบบแล้ว")]
    assert "รอบ 12 เดือน" in rest
    assert "รอบ 6 เดือน" not in rest
