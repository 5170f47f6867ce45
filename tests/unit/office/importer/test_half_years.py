"""Half a year as a heading names it: of six months, or of twelve."""

from __future__ import annotations

import pytest

from ita_site.office.importer.roles import parse_heading
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import listed


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        *[("ผลครึ่งปี", "6"), ("ผลงานครึ่งปี", "6"), ("ผลการดำเนินงานครึ่งปี", "6")],
        *[("ผลครึ่งปีที่ 2", "12"), ("ผลครึ่งปีที่ ๑", "6"), ("ผลครึ่งปีหลัง", "12")],
    ],
)
def test_half_a_year_without_more_words_is_the_first(heading, months):
    found = parse_heading(heading)
    assert found is not None
    assert (found.role, found.months) == ("summary", months)


def test_a_goal_of_half_a_year_is_no_result():
    found = parse_heading("ค่าเป้าครึ่งปี")
    assert found is None or found.role != "summary"


def test_results_of_half_a_year_alone_are_those_of_six_months():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "ผลครึ่งปี"],
            ["ออกหน่วยเคลื่อนที่", "กองสาธารณสุข", "ร้อยละ 60 ของหมู่บ้าน"],
            ["ตั้งตู้รับฟังความเห็น", "สำนักปลัด", "ร้อยละ 100"],
        )
    )
    assert [each["round"] for each in listed(made, "progress", "progress")] == ["6", "6"]
