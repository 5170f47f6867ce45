"""Headings that say on which day it was so: the reports' day, and the round that ends then."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.words.as_of import find_as_of
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed, reports


@pytest.mark.parametrize(
    ("heading", "day", "rest", "months"),
    [
        ("ผลงาน ณ 30 มิ.ย. 68", "30 มิ.ย. 68", "ผลงาน", "9"),
        ("ผลงาน ณ วันที่ ๓๑ ธันวาคม พ.ศ. ๒๕๖๗", "๓๑ ธันวาคม พ.ศ. ๒๕๖๗", "ผลงาน", "3"),
        ("ผลงาน (ข้อมูล ณ 30/9/2568)", "30/9/2568", "ผลงาน", "12"),
        ("ณ วันที่ 31 มีนาคม 2568", "31 มีนาคม 2568", "", "6"),
        ("ผลงาน ณ 15 ก.พ. 68", "15 ก.พ. 68", "ผลงาน", ""),
        ("ผลงาน ณ 30 มี.ค. 68", "30 มี.ค. 68", "ผลงาน", ""),
        ("ผลงาน ณ 28 ก.พ. 68", "28 ก.พ. 68", "ผลงาน", ""),
    ],
)
def test_a_day_within_a_heading(heading, day, rest, months):
    found = find_as_of(heading)
    assert found is not None
    assert (heading[found.start : found.end], found.rest, found.months) == (day, rest, months)


@pytest.mark.parametrize(
    "text",
    [
        *("ประกาศ ณ วันที่ 1 ตุลาคม 2567", "ให้ไว้ ณ วันที่ 31 มีนาคม 2568", "คุณ 31 มี.ค. 68"),
        *("ประชุม ณ ห้องประชุม 1", "ต.ค. 67 ถึง 31 มี.ค. 68", "ณ 31 ก.พ. 68"),
    ],
)
def test_other_words_name_no_such_day(text):
    assert find_as_of(text) is None


def test_a_column_as_of_the_last_day_of_a_round_is_that_rounds_report():
    made = imported(
        table(
            ["มาตรการ", "ความก้าวหน้า ณ 31 มี.ค. 68", "ความก้าวหน้า ณ 30 ก.ย. 68"],
            ["ทำป้าย", "ทำแล้ว 2 ป้าย", "ทำแล้ว 5 ป้าย"],
        )
    )
    assert listed(made, "progress", "progress") == [
        {
            "measure": "measure-1",
            "round": months,
            "summary": f"ทำแล้ว {count} ป้าย",
            "updated_on": day,
        }
        for months, count, day in (("6", 2, "31 มี.ค. 68"), ("12", 5, "30 ก.ย. 68"))
    ]
    assert "“31 มี.ค. 68” เป็นวันสิ้นรอบ 6 เดือน" in doubts(made)


def test_any_other_day_is_the_reports_and_no_round():
    (report,) = reports(
        table(["มาตรการ", "ผลการดำเนินการ ณ วันที่ 15 ก.พ. 2568"], ["ทำป้าย", "ทำแล้ว 2 ป้าย"])
    )
    assert (report["updated_on"], "round" in report) == ("15 ก.พ. 2568", False)


def test_the_day_of_a_title_of_results_holds_for_all_reports():
    listed_reports = reports(
        Paragraph("รายงานผลการดำเนินการตามมาตรการ", "ย่อหน้า 1"),
        Paragraph("(ข้อมูล ณ วันที่ 30 กันยายน 2568)", "ย่อหน้า 2"),
        table(["มาตรการ", "ผลการดำเนินการ"], ["ทำป้าย", "ทำแล้ว"], ["ทำเพจ", "ทำเสร็จ"]),
    )
    assert [(each["round"], each["updated_on"]) for each in listed_reports] == [
        ("12", "30 กันยายน 2568")
    ] * 2


def test_the_day_of_a_document_is_that_of_the_round_it_ends_and_of_no_other():
    made = imported(
        Paragraph("รายงานผลการดำเนินการ", "ย่อหน้า 1"),
        Paragraph("ข้อมูล ณ 30 กันยายน 2568", "ย่อหน้า 2"),
        table(["มาตรการ", "ผลรอบ 6 เดือน", "ผลรอบ 12 เดือน"], ["ทำป้าย", "ออกแบบ", "ติดครบ"]),
    )
    found = [
        (each["round"], each.get("updated_on")) for each in listed(made, "progress", "progress")
    ]
    assert found == [("6", None), ("12", "30 กันยายน 2568")]
