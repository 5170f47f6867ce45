"""A number that counts on begins a measure, with or without a title."""

from __future__ import annotations

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed

HEAD = ["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"]


def test_a_row_without_a_title_whose_number_counts_on_is_a_measure_of_its_own():
    made = imported(
        table(
            HEAD,
            ["๔", "จัดคิวรับบริการ", "ซื้อเครื่อง", "กองคลัง"],
            ["๕", "", "พิมพ์แผ่นพับ", (1, 3)],
            ["๖", "", "อบรมพนักงาน", "สำนักปลัด"],
        )
    )
    found = listed(made, "measures", "measures")
    assert [(each.get("title"), each["steps"], each["units"]) for each in found] == [
        ("จัดคิวรับบริการ", ["ซื้อเครื่อง"], "กองคลัง"),
        (None, ["พิมพ์แผ่นพับ"], "กองคลัง"),
        (None, ["อบรมพนักงาน"], "สำนักปลัด"),
    ]
    assert "ไม่มีชื่อมาตรการ" in doubts(made)


def test_numbers_of_steps_below_a_merged_title_begin_no_measure():
    (found,) = listed(
        imported(
            table(
                HEAD,
                ["1", "จัดคิวรับบริการ", "ซื้อเครื่อง", "กองคลัง"],
                ["2", (1, 1), "พิมพ์แผ่นพับ", "สำนักปลัด"],
                ["2.1", "", "อบรมพนักงาน", "สำนักปลัด"],
            )
        ),
        "measures",
        "measures",
    )
    assert len(found["steps"]) == 3
