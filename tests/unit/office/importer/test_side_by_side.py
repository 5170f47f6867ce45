"""Tables side by side in one sheet, and columns behind a gap that belong to one table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_site.office.importer.tables.side_by_side import PARTED, part_side_by_side
from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed

PLAN = (["มาตรการ", "ผู้รับผิดชอบ"], ["ลงเวลาด้วยลายนิ้วมือ", "สำนักปลัด"], ["ประกาศราคากลาง", "กองคลัง"])
SCORES = (
    ["ตัวชี้วัด", "คะแนน"],
    ["การปฏิบัติหน้าที่", "91.20"],
    ["การใช้งบประมาณ", "88.05"],
    ["การใช้อำนาจ", "90.44"],
)


def beside(left, right):
    rows = max(len(left), len(right))
    empty = [["" for _ in left[0]], ["" for _ in right[0]]]
    filled = [(left[at] if at < len(left) else empty[0]) for at in range(rows)]
    return table(
        *(
            [*each, "", *(right[at] if at < len(right) else empty[1])]
            for at, each in enumerate(filled)
        )
    )


def texts(tables):
    return [[[cell.text for cell in row] for row in each.rows] for each in tables]


@pytest.mark.parametrize(("left", "right"), [(PLAN, SCORES), (SCORES, PLAN)])
def test_two_tables_are_two_whichever_stands_first(left, right):
    assert texts(part_side_by_side((beside(left, right),))) == [[*left], [*right]]


def test_scores_below_words_nobody_knows_are_a_table_of_their_own():
    scores = (["รายการที่วัด", "คะแนน ปี 2567"], *SCORES[1:])
    made = imported(*part_side_by_side((beside(PLAN, scores),)))
    assert not any("indicator" in each for each in listed(made, "measures", "measures"))
    assert [each["no"] for each in listed(made, "assessment", "indicators")] == ["1", "2", "3"]
    assert PARTED in doubts(made)


def test_the_shorter_one_ends_where_the_other_goes_on():
    short = SCORES[:2]
    first, second = part_side_by_side((beside(PLAN, short),))
    assert (len(first.rows), len(second.rows)) == (3, 2)
    assert second.place == second.rows[0][0].place


def test_results_in_another_order_go_to_their_measures_by_title():
    results = (
        ["มาตรการ", "ผลการดำเนินการ"],
        ["ประกาศราคากลาง", "ขึ้นเว็บครบ 12 โครงการ"],
        ["ลงเวลาด้วยลายนิ้วมือ", "ติดตั้งครบ 4 จุด"],
    )
    made = imported(*part_side_by_side((beside(PLAN, results),)))
    ids = {each["title"]: each["id"] for each in listed(made, "measures", "measures")}
    found = {each["measure"]: each["summary"] for each in listed(made, "progress", "progress")}
    assert found == {
        ids["ประกาศราคากลาง"]: "ขึ้นเว็บครบ 12 โครงการ",
        ids["ลงเวลาด้วยลายนิ้วมือ"]: "ติดตั้งครบ 4 จุด",
    }


def test_columns_behind_a_gap_stay_with_rows_that_they_do_not_name():
    results = (["ผลการดำเนินการ", "ผู้รายงาน"], ["ติดตั้งครบ 4 จุด", "สำนักปลัด"], ["ขึ้นเว็บครบ", "กองคลัง"])
    whole = beside(PLAN, results)
    assert part_side_by_side((whole,)) == (whole,)


@pytest.mark.parametrize(
    "behind",
    [
        (["ตัวชี้วัดความสำเร็จ", "ค่าเป้าหมาย"], ["ร้อยละการลงเวลา", "95"], ["", ""]),
        (["โครงการ", "งบประมาณ"], ["จัดซื้อเครื่องอ่านลายนิ้วมือ", "40,000"], ["อบรมพัสดุ", ""]),
        (["ตัวชี้วัด", "คะแนน"], ["การปฏิบัติหน้าที่", "91.20"], ["การใช้งบประมาณ", "88.05"]),
    ],
)
def test_what_belongs_to_the_measure_of_its_row_stays_with_it_behind_a_gap(behind):
    whole = beside(PLAN, behind)
    assert part_side_by_side((whole,)) == (whole,)


def test_a_column_that_only_colours_fill_is_no_gap():
    whole = beside(PLAN, SCORES)
    rows = tuple((*row[:2], replace(row[2], fill="00FF00"), *row[3:]) for row in whole.rows)
    coloured = replace(whole, rows=rows)
    assert part_side_by_side((coloured,)) == (coloured,)


def test_that_a_sheet_was_parted_is_told():
    made = imported(*part_side_by_side((beside(PLAN, SCORES),)))
    assert PARTED in doubts(made)


def test_a_table_without_a_gap_stays_as_it_is():
    whole = table(*PLAN)
    assert part_side_by_side((whole,)) == (whole,)
