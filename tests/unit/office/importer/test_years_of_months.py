"""Years above the months of a Gantt chart belong to the times below them."""

from __future__ import annotations

import pytest

from ita_site.office.importer.recognise import recognise
from tests.unit.office.importer.test_blocks import EDITION, measures, table
from tests.unit.office.importer.test_offices import coloured

MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ."]


def gantt(years: list[str], *rows: set[int], year: int = 2568):
    """Measures whose months are coloured, below a row of years."""
    head = [["มาตรการ", "ขั้นตอน", *years, "ผู้รับผิดชอบ"], ["", "", *MONTHS, ""]]
    body = [[f"ขุดสระแห่งที่ {at}", "จ้างรถขุด", *[""] * 5, "กองช่าง"] for at in range(1, len(rows) + 1)]
    green = {(at, 2 + month) for at, months in enumerate(rows, 2) for month in months}
    return recognise((coloured([*head, *body], green),), year, EDITION, document="ไฟล์")


def times(made):
    return [
        each["timeframe"]
        for each in made.values[next(n for n in made.values if "measures" in n)]["measures"]
    ]


def test_the_year_above_a_month_is_the_months_and_a_run_is_one_time():
    made = gantt(["พ.ศ. 2567", "", "", "พ.ศ. 2568", ""], {0, 1, 3}, {2, 3, 4})
    assert times(made) == [["ต.ค. 2567 - พ.ย. 2567", "ม.ค. 2568"], "ธ.ค. 2567 - ก.พ. 2568"]


def test_a_year_that_is_not_the_folders_is_kept_and_told_where_it_stands():
    made = gantt(["พ.ศ. ๒๕๖๗", "", "", "พ.ศ. ๒๕๖๘", ""], {1}, year=2569)
    assert times(made) == ["พ.ย. ๒๕๖๗"]
    told = [each.place for each in made.report.doubts if "อยู่นอกปีงบประมาณ 2569" in each.text]
    assert told == ["ตาราง 1 แถว 2"]


@pytest.mark.parametrize("heading", ["ปี 2568", "ปีงบประมาณ พ.ศ. 2568"])
def test_a_fiscal_year_goes_without_saying(heading: str):
    made = gantt([heading, "", "", "", ""], {1, 2})
    assert times(made) == ["พ.ย. - ธ.ค."]
    assert "ปีงบประมาณ แต่นำเข้า" not in str(made.report)


@pytest.mark.parametrize("heading", ["ปี 2566", "ปีงบประมาณ 2566"])
def test_another_fiscal_year_is_told(heading: str):
    made = gantt([heading, "", "", "", ""], {1})
    assert f"“{heading}” เหนือเดือนหรือไตรมาสอ่านเป็นปีงบประมาณ แต่นำเข้าลงปี 2568" in str(made.report)


def test_short_years_over_ticked_months():
    (found,) = measures(
        table(
            ["มาตรการ", "ขั้นตอน", "กำหนดเวลา", (0, 2), (0, 2), "ผู้รับผิดชอบ"],
            [(0, 0), (0, 1), "ปี 67", "ปี 68", (1, 3), (0, 5)],
            [(0, 0), (0, 1), "พ.ย.", "ม.ค.", "ก.พ.", (0, 5)],
            ["ปลูกหญ้าแฝก", "เตรียมกล้า", "/", "", "/", "กองช่าง"],
        )
    )
    assert found["timeframe"] == ["พ.ย. 67", "ก.พ. 68"]


def test_beside_monitoring_a_christian_year_is_told_and_so_is_another_year():
    head = ["มาตรการ", "ขั้นตอน", "ระยะเวลา/การกำกับติดตาม"]
    rows = (
        ["ทาสีเส้นจราจร", "วัดระยะ", "3 ก.พ. 2025 - 9 มี.ค. 2025\nรายงานทุกเดือน"],
        ["ซ่อมราวสะพาน", "สั่งเหล็ก", "ม.ค. 2571 - ก.พ. 2571"],
    )
    made = recognise((table(head, *rows),), 2568, EDITION, document="ไฟล์")
    first, second = made.values["2568/measures.yml"]["measures"]
    assert (first["timeframe"], first["monitoring"]) == (
        "3 ก.พ. 2568 - 9 มี.ค. 2568",
        "รายงานทุกเดือน",
    )
    assert second["timeframe"] == "ม.ค. 2571 - ก.พ. 2571"
    told = [each.text for each in made.report.doubts]
    assert any("เป็นปี ค.ศ." in text for text in told)
    assert any("อยู่นอกปีงบประมาณ 2568" in text for text in told)
