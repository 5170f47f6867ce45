"""What no fact took, as an officer pastes it: by its field, without debris, and read back."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest

from ita_site.facts.strict_yaml.parse import read
from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.facts.leftovers import NUMBERED, Leftover
from ita_site.office.importer.rest_file import format_rest
from tests.unit.office.importer.test_blocks import imported, table


def kept(
    *texts: str, role: str = "", measure: str = "measure-4", reason: str = "เหตุผล"
) -> Leftover:
    return Leftover(1, "ตาราง 1 แถว 2 ช่อง 3", texts, reason, measure, "หัว", role)


def pasted(leftover: Leftover) -> object:
    """What can be pasted, as our reader reads it."""
    text = format_rest([leftover], "แผน.docx")
    found = read(dedent(re.sub(r"(?m)^#.*\n", "", text)).encode())
    assert not found.flaws
    return found.value


@pytest.mark.parametrize(
    ("role", "texts", "value"),
    [
        ("budget", ["12,500 บาท"], {"budget": {"amount": "12,500"}}),
        ("budget", ["ใช้งบกลาง"], {"budget": {"note": "ใช้งบกลาง"}}),
        ("budget", ["500", "700"], {"budget": {"note": "500 700"}}),
        ("budget_source", ["กองทุนหมู่บ้าน"], {"budget": {"source": "กองทุนหมู่บ้าน"}}),
        ("steps", ["สำรวจ", "ซ่อม"], {"steps": ["สำรวจ", "ซ่อม"]}),
        ("unit", ["นักวิชาการ"], {"units": ["นักวิชาการ"]}),
        ("evidence", ["ภาพถ่าย"], None),
        ("reached", ["5 ป้าย"], None),
        ("remark", ["รอมติสภา"], ["รอมติสภา"]),
        ("", ["รอมติ: สภา"], ["รอมติ: สภา"]),
    ],
)
def test_each_kept_value_has_the_shape_of_its_field(role, texts, value):
    assert pasted(kept(*texts, role=role)) == value


@pytest.mark.parametrize(
    ("role", "text", "missing", "given", "value"),
    [
        ("evidence", "ภาพถ่าย", "url:", "url: https://example.go.th/1", {"title": "ภาพถ่าย"}),
        ("reached", "5 ป้าย", "target:", "target: ป้าย", {"value": "5 ป้าย"}),
    ],
)
def test_what_needs_more_than_the_document_says_cannot_be_pasted_before_it_is_given(
    role, text, missing, given, value
):
    lines = format_rest([kept(text, role=role)], "แผน.docx").splitlines()
    said = next(at for at, line in enumerate(lines) if "เติมแล้วลบ" in line)
    assert f"({missing[:-1]})" in lines[said]
    completed = "\n".join(line.removeprefix("# ") for line in lines[said + 1 :])
    found = read(dedent(completed.replace(missing, given)).encode())
    assert not found.flaws
    name, _, words = given.partition(": ")
    assert found.value == {role: [{**value, name: words}]}


def test_it_says_where_to_paste_and_what_has_no_place():
    listed = [kept("500", role="budget"), kept("รอ", role="remark", reason="อื่น")]
    text = format_rest(listed, "แผน.docx")
    where = "# ถ้าเป็นข้อมูล วางใต้มาตรการ measure-4 ใน measures.yml\n"
    assert f"{where}    budget:\n      amount: 500\n" in text
    assert "# หมายเหตุของงบประมาณใส่ใน budget.note ของมาตรการได้" in text
    assert "ข้อมูลไม่มีช่อง “หมายเหตุ”" not in text
    place = format_rest([kept("ลานวัด", role="place")], "แผน.docx")
    assert "# ข้อมูลไม่มีช่อง “สถานที่”" in place
    report = format_rest([kept("ช้า", role="obstacles")], "แผน.docx")
    where = "วางใต้รายงานของมาตรการ measure-4 ใน progress.yml\n"
    assert f"{where}    obstacles:\n      - ช้า" in report


def test_a_field_without_its_measure_is_a_text():
    assert pasted(kept("500", role="budget", measure="")) == ["500"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("(\nปลัด\n)", ["ปลัด"]),
        ("ผู้ช่วย (", ["ผู้ช่วย"]),
        ("(ผู้ช่วย", ["ผู้ช่วย"]),
        (") รายงานทุกเดือน", ["รายงานทุกเดือน"]),
        ("/ ผู้ช่วย ,", ["ผู้ช่วย"]),
        ("ทุกฝ่าย (เฉพาะที่เกี่ยว)", ["ทุกฝ่าย (เฉพาะที่เกี่ยว)"]),
        ("(๑) สำรวจ", ["(๑) สำรวจ"]),
    ],
)
def test_nothing_is_left_of_brackets_whose_words_went_elsewhere(text, lines):
    assert pasted(kept(text)) == lines


def test_a_number_before_a_heading_that_was_read_needs_no_place():
    made = imported(
        *(
            Paragraph(text, f"ย่อหน้า {at}")
            for at, text in enumerate(
                ["มาตรการที่ 1 ทำป้าย", "1.1 ขั้นตอน: สำรวจและติดตั้ง", "1.2 ผู้รับผิดชอบ: กองช่าง"], 1
            )
        )
    )
    assert "ประโยคที่มีบางส่วน" not in made.rest
    assert made.rest.count("เลขข้อหน้าหัวข้อที่อ่านแล้ว") == 2


def test_two_sums_are_each_offered_to_their_measure():
    made = imported(
        table(
            ["มาตรการ", "ขั้นตอน", "งบประมาณ"],
            ["ทำป้าย", "สำรวจ", "4,000"],
            [(1, 0), "ติดตั้ง", "6,500"],
        )
    )
    assert re.findall(r"(?m)^    budget:\n      amount: (.*)$", made.rest) == ["4,000", "6,500"]


def test_entries_that_are_in_the_data_are_not_offered_again_for_their_numbers():
    made = imported(
        table(
            ["มาตรการ", "วัตถุประสงค์", "ขั้นตอน", "ตัวชี้วัดความสำเร็จ", "การติดตาม"],
            [
                "ทำป้าย",
                "1. ลดเวลา\n2. ลดคำถาม",
                "สำรวจ",
                "1) ป้ายครบ\n2) ใช้ทัน",
                "1. รายงานปลัด\n2. สุ่มถาม",
            ],
        )
    )
    assert made.rest == ""
    (measure,) = made.values["2568/measures.yml"]["measures"]
    assert measure["targets"] == ["ป้ายครบ", "ใช้ทัน"]
    assert "เลขข้อตามเอกสาร: 1. 2. 1) 2) 1. 2." in made.files["2568/measures.yml"]


def test_a_number_that_needs_no_place_is_no_yaml():
    text = format_rest([kept("1.1 ขั้นตอน: สำรวจ", role="steps", reason=NUMBERED)], "แผน.docx")
    assert [line for line in text.splitlines() if line and line[0] != "#"] == []
    assert "# 1.1 ขั้นตอน: สำรวจ" in text


def test_of_prose_and_of_a_form_nothing_is_said_of_columns_or_tables():
    told = imported(
        *(
            Paragraph(text, f"ย่อหน้า {at}")
            for at, text in enumerate(
                ["มาตรการที่ 1 ทำป้าย", "ขั้นตอน: สำรวจ", "ผู้รับผิดชอบ: กองช่าง", "คำขวัญ: ป้ายชัด"], 1
            )
        )
    )
    form = imported(
        table(["มาตรการ", "ทำป้าย"], ["ขั้นตอน", "สำรวจ"], ["ผู้รับผิดชอบ", "กองช่าง"], ["คำขวัญ", "ป้ายชัด"])
    )
    for made, name in ((told, "บรรทัด"), (form, "หัวข้อ")):
        said = made.rest + "".join(doubt.text for doubt in made.report.doubts)
        assert f"{name}นี้ไม่มีช่องในข้อมูลมาตรการ" in made.rest
        assert "คอลัมน์" not in said
    assert "หัวตาราง" not in told.rest
    assert "# หัวข้อ คำขวัญ\n- ป้ายชัด" in told.rest
