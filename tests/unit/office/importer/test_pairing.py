"""Which step has which unit and time: by the same numbers before them, never by their count."""

from __future__ import annotations

from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import doubts

STEPS = "1. ร่างประกาศ\n2. ติดประกาศ"


def test_equal_counts_pair_nothing():
    (found,) = measures(
        table(
            ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"],
            ["ลดขั้นตอนคำขอ", STEPS, "กองช่าง\nกองคลัง", "/", "", "/", ""],
        )
    )
    assert [step["text"] for step in found["steps"]] == ["ร่างประกาศ", "ติดประกาศ"]
    assert (found["units"], found["timeframe"]) == (
        ["กองช่าง", "กองคลัง"],
        ["ไตรมาส 1", "ไตรมาส 3"],
    )


def test_the_same_numbers_pair():
    (found,) = measures(
        table(
            ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"],
            ["ลดขั้นตอนคำขอ", STEPS, "1. กองช่าง\n2. กองคลัง", "1. ไตรมาส 1\n2. ไตรมาส 3"],
        )
    )
    assert [(step["units"], step["timeframe"]) for step in found["steps"]] == [
        ("กองช่าง", "ไตรมาส 1"),
        ("กองคลัง", "ไตรมาส 3"),
    ]
    assert "units" not in found


def test_columns_of_who_leads_and_who_supports_say_the_part():
    head = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบหลัก", "ผู้รับผิดชอบร่วม"]
    (found,) = measures(table(head, ["ลดขั้นตอนคำขอ", STEPS, "กองช่าง", "กองคลัง"]))
    assert found["units"] == [
        {"name": "กองช่าง", "role": "lead"},
        {"name": "กองคลัง", "role": "support"},
    ]


def test_three_lines_in_one_cell_each_pair_and_it_is_told():
    cells = ["ร่าง\nติด\nถอด", "กองช่าง\nกองคลัง\nกองช่าง", "ต.ค. 67\nพ.ย. 67\nธ.ค. 67"]
    shape = table(["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"], ["ลดขั้นตอนคำขอ", *cells])
    (found,) = measures(shape)
    assert [step["units"] for step in found["steps"]] == ["กองช่าง", "กองคลัง", "กองช่าง"]
    assert "จับคู่ขั้นตอน" in doubts(imported(shape))
