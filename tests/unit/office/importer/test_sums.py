"""Rows that sum up what stands above them."""

from __future__ import annotations

import pytest

from ita_site.office.importer.recognise import NO_DATA
from ita_site.office.importer.tables.sums import sums_up
from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import listed, reports

HEAD = ["ลำดับ", "โครงการ", "วิธีดำเนินการ", "กำหนดแล้วเสร็จ", "วงเงิน (บาท)"]
ROWS = (
    ["๑", "ตรวจนับพัสดุ", "๑. ตั้งกรรมการ", "พ.ย. ๒๕๖๗", "๔,๕๐๐"],
    ["๒", "ทำป้ายแจ้งสิทธิ", "๑. ออกแบบ", "ม.ค. ๒๕๖๘", "๑๒,๐๐๐"],
)


@pytest.mark.parametrize(
    "cells",
    [
        ["รวม", "", "", "", "๑๖,๕๐๐"],
        ["", "รวมทั้งสิ้น ๒ โครงการ", "", "", "๑๖,๕๐๐ บาท"],
        ["", "", "", "รวมเป็นเงินทั้งสิ้น", "๑๖,๕๐๐"],
        ["ยอดรวมค่าใช้จ่าย", "", "", "", "-"],
        ["รวม", "2 โครงการ", "(หนึ่งหมื่นหกพันห้าร้อยบาทถ้วน)", "", "16,500.-"],
        ["Grand Total", "", "", "", "16,500"],
        ["รวมเงินทั้งสิ้น (หนึ่งหมื่นหกพันห้าร้อยบาทถ้วน)", "", "", "", "16,500"],
        ["ค่าเฉลี่ยความคืบหน้า", "", "", "", "62.5%"],
        ["", "ยอดยกไป", "", "", "4,500"],
    ],
)
def test_a_sum_is_no_measure_no_step_and_no_budget(cells: list[str]):
    made = imported(table(HEAD, *ROWS, cells))
    found = listed(made, "measures", "measures")
    assert [each["title"] for each in found] == ["ตรวจนับพัสดุ", "ทำป้ายแจ้งสิทธิ"]
    assert [each["budget"]["amount"] for each in found] == ["๔,๕๐๐", "๑๒,๐๐๐"]
    assert found[1]["steps"] == [{"label_as_printed": "๑.", "text": "ออกแบบ"}]
    assert NO_DATA in str(made.report)
    assert all(f"- {cell}" in made.rest.replace('"', "") for cell in cells if cell not in ("", "-"))


@pytest.mark.parametrize(
    "cells",
    [
        ["3", "รวมพลังต้านโกงในชุมชน", "", "", "5,000"],
        ["3", "รวบรวมข้อร้องเรียนย้อนหลัง", "", "", "5,000"],
        ["", "รวมทั้งสิ้น", "จัดประชุมผู้นำชุมชน", "", ""],
        ["3", "ผลงานดีเด่นประจำปี", "", "", "5,000"],
        ["", "", "", "", "5,000"],
        [],
    ],
)
def test_other_rows_are_no_sums(cells: list[str]):
    assert not sums_up(cells)


def test_a_sum_below_ticks_leaves_the_ticks_ticks():
    rows = reports(
        table(
            ["ที่", "มาตรการ", "ผลการดำเนินการ", "แล้วเสร็จ", "อยู่ระหว่างดำเนินการ"],
            ["1", "แจ้งเวียนประมวลจริยธรรม", "เวียนครบทุกกอง", "✓", ""],
            ["2", "ปรับแบบคำร้อง", "ยกร่างแบบแล้ว", "", "✓"],
            ["รวมจำนวน", "", "", "1", "1"],
        )
    )
    assert [row["status"] for row in rows] == ["done", "in_progress"]


def test_among_scores_a_sum_is_the_result():
    made = imported(
        table(
            ["ตัวชี้วัด", "คะแนน"],
            ["การปฏิบัติหน้าที่", "91.20"],
            ["การใช้งบประมาณ", "88.10"],
            ["รวม", "89.65"],
        )
    )
    assert listed(made, "assessment", "total") == {"score": "89.65"}


def test_a_sum_that_is_a_measure_by_itself_stays_with_the_rows_above():
    found = measures(table(HEAD, *ROWS, ["", "", "๒. ติดตั้งรวม ๔ จุด", "", ""]))
    assert len(found[1]["steps"]) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "rows",
    [
        [["ทั้งหมด (เรื่อง)", "เสร็จสิ้น", "อยู่ระหว่างดำเนินการ"], ["9", "๗", "2 เรื่อง"]],
        [["แล้วเสร็จ", "ยังไม่เริ่มดำเนินการ", "งบประมาณ"], ["4", "1", "20,000"], ["2", "0", "900"]],
    ],
)
def test_a_table_that_counts_statuses_tells_nothing_and_asks_nothing(rows: list[list[str]]):
    plan = table(HEAD, *ROWS)
    made, alone = imported(plan, table(*rows)), imported(plan)
    assert made.values == alone.values
    assert made.report.doubts == alone.report.doubts
    assert "ตารางนับว่ามาตรการอยู่สถานะใด" in made.rest


def test_figures_below_statuses_beside_numbers_are_of_measures():
    made = imported(table(["ลำดับ", "โครงการ", "แล้วเสร็จ", "กำลังดำเนินการ"], ["1", "ขุดบ่อ", "/", ""]))
    assert "ตารางนับ" not in made.rest
