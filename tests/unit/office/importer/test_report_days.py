"""The day of a report, where a form's label or a column names it."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, lines, listed


def form(label: str, day: str):
    return table(
        ["ชื่อมาตรการ", "ตั้งตู้รับฟังความเห็น"],
        ["ผู้รับผิดชอบ", "สำนักปลัด"],
        [label, day],
        ["ผลการดำเนินการ", "ตั้งตู้ครบทุกอาคาร"],
    )


@pytest.mark.parametrize(
    ("label", "day", "said"),
    [
        ("วันที่รายงานผล", "๑๕ เมษายน ๒๕๖๘", "๑๕ เมษายน ๒๕๖๘"),
        ("รายงานเมื่อ", "30 ก.ย. 68", "30 ก.ย. 68"),
        ("ข้อมูล ณ วันที่", "7/4/2568", "7 เม.ย. 2568"),
        ("วันที่รายงานความก้าวหน้า", "2025-04-07", "7 เม.ย. 2568"),
    ],
)
def test_a_forms_day_is_that_of_its_report(label, day, said):
    made = imported(form(label, day))
    (report,) = listed(made, "progress", "progress")
    (measure,) = listed(made, "measures", "measures")
    assert report == {
        "measure": "measure-1",
        "summary": "ตั้งตู้ครบทุกอาคาร",
        "updated_on": said,
    }
    assert measure.keys() == {"id", "title", "units"}
    assert ("เป็นปี ค.ศ." in doubts(made)) == day.startswith("2025")


def test_words_that_are_no_day_are_kept_and_told():
    made = imported(form("วันที่รายงาน", "ทุกวันสิ้นเดือน"))
    (report,) = listed(made, "progress", "progress")
    assert "updated_on" not in report
    assert "“ทุกวันสิ้นเดือน” ไม่ใช่วันที่วันเดียว" in doubts(made)
    assert "ทุกวันสิ้นเดือน" in made.rest


def test_each_row_of_a_column_of_days_has_its_own():
    made = imported(
        table(
            ["มาตรการ", "วันเริ่ม", "วันสิ้นสุด", "ผลการดำเนินงาน", "วันที่รายงาน"],
            ["ตั้งตู้รับฟัง", "1 ต.ค. 2567", "30 พ.ย. 2567", "ตั้งครบแล้ว", "2 ธ.ค. 2567"],
            ["ออกหน่วย", "5 ม.ค. 2568", "9 ก.พ. 2568", "ออกครบแล้ว", "1 มี.ค. 2568"],
        )
    )
    found = listed(made, "progress", "progress")
    assert [each["updated_on"] for each in found] == ["2 ธ.ค. 2567", "1 มี.ค. 2568"]
    times = [each["timeframe"] for each in listed(made, "measures", "measures")]
    assert times == ["1 ต.ค. 2567 - 30 พ.ย. 2567", "5 ม.ค. 2568 - 9 ก.พ. 2568"]


def test_a_day_without_a_result_makes_no_report_and_is_kept():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "วันที่รายงาน"],
            ["ตั้งตู้รับฟัง", "สำนักปลัด", "2 ธ.ค. 2567"],
            ["ออกหน่วย", "กองคลัง", "1 มี.ค. 2568"],
        )
    )
    assert "2568/progress.yml" not in made.values
    assert all(day in made.rest for day in ("2 ธ.ค. 2567", "1 มี.ค. 2568"))


def test_the_day_of_a_report_told_in_lines():
    made = imported(
        *lines(
            "มาตรการที่ 1 ตั้งตู้รับฟังความเห็น",
            "ผู้รับผิดชอบ: สำนักปลัด",
            "ผลการดำเนินการ: ตั้งตู้ครบทุกอาคาร",
            "วันที่รายงาน: 2 ธ.ค. 2567",
        )
    )
    (report,) = listed(made, "progress", "progress")
    assert report["updated_on"] == "2 ธ.ค. 2567"
