"""A row of results finds its measure: by its title, a near one or its number; no title is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, listed

PLAN = table(
    ["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
    ["1", "เปิดเผยสัญญาจ้างทุกฉบับบนเว็บไซต์", "สแกนสัญญา", "กองคลัง"],
    ["2", "ตั้งจุดรับฟังความเห็นในตลาดสดเทศบาล", "ทำกล่อง", "กองสาธารณสุข"],
)


def results(*rows: list[str], head: tuple[str, ...] = ("ที่", "มาตรการ", "ผลการดำเนินการ")):
    return replace(table([*head], *rows), place="ตาราง 2")


@pytest.mark.parametrize(
    "row",
    [
        ["2", "ตั้งจุดรับฟังความเห็น"],
        ["๒", "รับฟังความเห็น ตลาดสด"],
        ["2", "2."],
        ["", "มาตรการที่ ๒"],
    ],
)
def test_results_join_their_measure_and_it_is_told(row):
    made = imported(PLAN, results([*row, "เปิดแล้ว 1 จุด"]))
    assert len(listed(made, "measures", "measures")) == 2
    assert listed(made, "progress", "progress") == [
        {"measure": "measure-2", "summary": "เปิดแล้ว 1 จุด"}
    ]
    assert "(measure-2) ถ้าเป็นคนละมาตรการ" in doubts(made)


def test_another_title_of_the_same_number_is_another_measure():
    made = imported(PLAN, results(["2", "อบรมการใช้ระบบสารบรรณ", "อบรมแล้ว"]))
    assert listed(made, "progress", "progress")[0]["measure"] == "measure-3"


def test_a_number_that_no_measure_has_is_no_title():
    made = imported(PLAN, results(["7", "เปิดแล้ว"], head=("มาตรการที่", "ผลการดำเนินการ")))
    assert len(listed(made, "measures", "measures")) == 2
    assert "“7” มีแต่เลขลำดับ" in doubts(made)
    assert "เปิดแล้ว" in made.rest


def test_a_measure_twice_in_one_table_is_one_with_both_results():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "ผลรอบ 6 เดือน", "ผลรอบ 12 เดือน"],
            ["เปิดเผยสัญญาจ้าง", "สแกนสัญญา", "12 ฉบับ", ""],
            ["เปิดเผยสัญญาจ้าง", "สแกนสัญญา", "", "30 ฉบับ"],
        )
    )
    (measure,) = listed(made, "measures", "measures")
    assert measure["steps"] == ["สแกนสัญญา"]
    found = [(each["round"], each["summary"]) for each in listed(made, "progress", "progress")]
    assert found == [("6", "12 ฉบับ"), ("12", "30 ฉบับ")]


def test_one_title_with_other_words_beside_it_is_told():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน"],
            ["เปิดเผยสัญญาจ้าง", "สแกนสัญญา"],
            ["เปิดเผยสัญญาจ้าง", "ปิดข้อมูลส่วนบุคคล"],
        )
    )
    assert len(listed(made, "measures", "measures")) == 2
    assert "ชื่อเดียวกับ measure-1 แต่เนื้อความต่างกัน" in doubts(made)
