"""Several labels on one line, a label that says more before its colon, a sentence behind one."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_prose_sections import BODY, measures, read

TITLE = "มาตรการที่ 1 ซ่อมถนน"


@pytest.mark.parametrize("gap", ["    ", "\t", "  \t ", "; ", " "], ids=repr)
def test_each_value_goes_to_its_label(gap: str):
    line = gap.join(
        ("ผู้รับผิดชอบ : กองช่าง", "ระยะเวลา : ม.ค. 68 - มี.ค. 68", "งบประมาณ : 1,250,000 บาท")
    )
    (found,) = measures(read(TITLE, line, "ขั้นตอน: สำรวจ"))
    assert (found["units"], found["timeframe"]) == ("กองช่าง", "ม.ค. 68 - มี.ค. 68")
    assert found["budget"] == {"amount": "1,250,000"}
    assert found["steps"] == ["สำรวจ"]


def test_wide_blanks_part_labels_without_colons_as_well():
    (found,) = measures(read(TITLE, "งบประมาณ 12,000 บาท     ระยะเวลา ม.ค. 68", *BODY))
    assert (found["budget"], found["timeframe"]) == ({"amount": "12,000"}, "ม.ค. 68")


def test_labels_on_the_line_of_the_title():
    (found,) = measures(read(f"{TITLE}   ผู้รับผิดชอบ: กองช่าง", "ขั้นตอน: สำรวจ"))
    assert (found["title"], found["units"]) == ("ซ่อมถนน", "กองช่าง")


def test_who_leads_and_who_supports_on_one_line():
    line = "ผู้รับผิดชอบหลัก : กองช่าง   ผู้รับผิดชอบร่วม : กองคลัง"
    (found,) = measures(read(TITLE, line, "ขั้นตอน: สำรวจ"))
    assert [(each["name"], each["role"]) for each in found["units"]] == [
        ("กองช่าง", "lead"),
        ("กองคลัง", "support"),
    ]


def test_an_unknown_label_on_the_line_is_told_and_is_no_value_of_the_one_before():
    made = read(TITLE, *BODY, "งบประมาณ: 500 บาท   ช่างหลวง: สายสอง")
    assert measures(made)[0]["budget"] == {"amount": "500"}
    assert any("ช่างหลวง" in each.text for each in made.report.doubts)
    assert "สายสอง" in made.rest
    assert "amount: สายสอง" not in made.rest


@pytest.mark.parametrize(
    "step", ["เริ่มเวลา 09:00 น. และ 13:00 น.", "ดูที่ https://a.example/x", "แจ้ง  ชาวบ้าน  ทุกบ้าน"]
)
def test_what_only_looks_so_stays_one_value(step: str):
    (found,) = measures(read(TITLE, f"ขั้นตอน: {step}", "ผู้รับผิดชอบ: กองช่าง"))
    assert found["steps"] == [" ".join(step.split())]


def test_what_says_more_of_a_label_before_its_colon_is_no_value():
    made = read(TITLE, "ตัวชี้วัด ITA ที่ตอบ: การใช้อำนาจ", *BODY)
    assert measures(made)[0]["indicator"] == "3"


def test_a_sentence_is_no_unit_and_a_comma_within_a_figure_parts_nothing():
    line = "กองช่าง ทำทุกวันจันทร์ รวม 3 เดือน ใช้เงิน 1,012,000 บาท"
    made = read(TITLE, f"ผู้รับผิดชอบ {line}", "ขั้นตอน: สำรวจ")
    assert measures(made)[0]["units"] == "กองช่าง"
    assert "ทำทุกวันจันทร์ รวม 3 เดือน ใช้เงิน 1,012,000 บาท" in made.rest
    assert any("จึงไม่ใส่" in each.text for each in made.report.doubts)


def test_the_same_in_a_cell():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"],
            ["ซ่อมถนน", "สำรวจ", "กองช่าง ร่วมกับช่างภายนอก ในไตรมาส 3"],
        )
    )
    assert measures(made)[0]["units"] == "กองช่าง"
    assert "ร่วมกับช่างภายนอก ในไตรมาส 3" in made.rest
