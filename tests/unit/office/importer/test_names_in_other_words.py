"""What is called in other words than in a list: indicators, sums, abbreviations, measures."""

from __future__ import annotations

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.words.groups import KNOWN, find_indicator
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.looks import look_at
from tests.unit.office.importer.test_blocks import EDITION, imported, measures, table
from tests.unit.office.importer.test_offices import doubts, lines, listed


@pytest.mark.parametrize(
    ("label", "number"),
    [
        *[("ตัวชี้วัดที่ 3 การใช้อำนาจของหัวหน้างาน", 3), ("7) การสื่อสารต่อสาธารณะ", 7)],
        ("ข้อ 10 การป้องกันการทุจริตทั้งองค์กร", 10),
    ],
)
def test_an_indicator_by_its_number_and_the_core_of_its_name(label, number):
    found = find_indicator(label, edition_for(2568))
    assert found is not None
    assert found.indicator.no == number


def test_a_number_and_a_core_that_agree_are_known_and_a_core_alone_is_not():
    edition = edition_for(2568)
    agreed = find_indicator("3. การใช้อำนาจของหัวหน้างาน", edition)
    alone = find_indicator("การใช้อำนาจของหัวหน้างาน", edition)
    long = find_indicator("อบรมการใช้อำนาจหน้าที่แก่คณะทำงานจัดเก็บรายได้และผู้นำชุมชนทุกหมู่บ้าน", edition)
    assert agreed is not None
    assert agreed.similarity >= KNOWN
    assert alone is not None
    assert alone.is_by_core
    assert alone.similarity < KNOWN
    assert long is None or not long.is_by_core


def test_the_core_of_a_name_below_indicators_is_that_indicator_and_told():
    made = imported(
        table(
            ["ตัวชี้วัด ITA", "มาตรการ", "ผู้รับผิดชอบ"],
            ["การสื่อสารต่อสาธารณะ", "ติดป้าย", "กองช่าง"],
            ["การป้องกันการทุจริตทั้งองค์กร", "ล้างท่อ", "กองช่าง"],
            ["การใช้งบประมาณ", "เปิดคลินิก", "กองคลัง"],
        )
    )
    found = listed(made, "measures", "measures")
    assert [each["indicator"] for each in found] == ["7", "10", "2"]
    assert "“การสื่อสารต่อสาธารณะ” อ่านเป็นตัวชี้วัด" in doubts(made)


def test_the_score_of_an_indicator_by_the_core_of_its_name_is_read_and_told():
    made = imported(
        table(
            ["ตัวชี้วัด ITA", "คะแนน", "มาตรการ", "ผู้รับผิดชอบ"],
            ["การสื่อสารต่อสาธารณะ", "74.25", "ติดป้าย", "กองช่าง"],
            ["การใช้งบประมาณ", "81.50", "เปิดคลินิก", "กองคลัง"],
        )
    )
    found = listed(made, "assessment", "indicators")
    assert {str(each["no"]): str(each["score"]) for each in found} == {"7": "74.25", "2": "81.50"}
    assert "“การสื่อสารต่อสาธารณะ” อ่านเป็นตัวชี้วัด" in doubts(made)


def test_measures_below_a_group_in_other_words_are_of_that_group():
    found = measures(
        table(
            ["ที่", "มาตรการ", "ผู้รับผิดชอบ"],
            ["4. การใช้ทรัพย์สินของราชการ (80.10 คะแนน)", "", ""],
            ["1", "ติดป้าย", "กองช่าง"],
            ["7. การสื่อสารต่อสาธารณะ (71.20 คะแนน)", "", ""],
            ["2", "ล้างท่อ", "กองช่าง"],
        )
    )
    assert [each["indicator"] for each in found] == ["4", "7"]


@pytest.mark.parametrize(
    "text",
    [
        "ขอรับจัดสรร 7,300 บาท",
        "เงินสะสม 92,000 บ.",
        "ราว 1,500 บาทถ้วน",
        "6,400 บ./เดือน",
        "8,000 บ. (เงินสำรอง)",
    ],
)
def test_a_sum_with_words_around_it_looks_like_a_sum(text):
    assert look_at([text], EDITION)["amount"] == 1


@pytest.mark.parametrize("text", ["ไม่ขอใช้งบ", "ไม่ได้ตั้งงบไว้", "ไม่มี (ใช้วัสดุเดิม)"])
def test_words_that_no_money_is_needed_look_so(text):
    assert look_at([text], EDITION)["free"] == 1


@pytest.mark.parametrize(
    "text", ["ประชาชนพอใจบริการรับชำระภาษีและค่าธรรมเนียมเกิน 500 บาท", "ไม่มีผู้ร้องเรียน (ทั้งปี)"]
)
def test_a_sentence_looks_like_no_sum(text):
    looks = look_at([text], EDITION)
    assert looks["amount"] == looks["free"] == 0


@pytest.mark.parametrize(
    ("heading", "role"),
    [("วัตถุประฯ", "objective"), ("ระยะเวลาดำเนินฯ", "timeframe"), ("อุปสรรคฯ", "obstacles")],
)
def test_an_abbreviation_that_only_one_role_has_is_that_role(heading, role):
    found = parse_heading(heading)
    assert found is not None
    assert found.role == role


def test_a_whole_name_with_the_sign_of_abbreviation_is_sure():
    found = parse_heading("คะแนนฯ")
    assert found is not None
    assert (found.role, found.sure) == ("score", True)


def test_words_and_cells_that_agree_are_not_doubted():
    made = imported(
        table(
            ["มาตรการ", "ชุด/ทีมเจ้าภาพ", "แผงระยะเวลา"],
            ["ติดป้าย", "กองช่าง", "ต.ค. 67 - ธ.ค. 67"],
            ["ล้างท่อ", "กองสาธารณสุข", "ม.ค. 68 - มี.ค. 68"],
        )
    )
    assert "หัวตาราง" not in doubts(made)


def test_an_abbreviation_of_several_roles_is_none_of_them():
    found = parse_heading("งบประฯ")
    assert found is None or not found.sure


def test_a_heading_of_questions_over_indicators_is_of_indicators():
    found = measures(
        table(
            ["หัวข้อการประเมิน", "มาตรการ", "ผู้รับผิดชอบ"],
            ["การใช้งบประมาณ", "ติดป้าย", "กองช่าง"],
            ["การใช้อำนาจ", "ล้างท่อ", "กองช่าง"],
        )
    )
    assert [each["indicator"] for each in found] == ["2", "3"]


@pytest.mark.parametrize("head", ["ลำดับที่", "โครงการที่", ""])
def test_a_table_turned_over_below_counted_entries(head):
    found = measures(
        table(
            ["รายการ", f"{head} 1", f"{head} 2", f"{head} 3"],
            ["ชื่อมาตรการ", "ติดป้าย", "ล้างท่อ", "เปิดคลินิก"],
            ["ผู้รับผิดชอบ", "กองช่าง", "กองสาธารณสุข", "กองคลัง"],
            ["ขั้นตอน", "สำรวจ\nติดตั้ง", "ขุด\nล้าง", "ประกาศ\nเปิดรับ"],
            ["ระยะเวลา", "ต.ค. 67", "พ.ย. 67", "ธ.ค. 67"],
        )
    )
    assert [each["title"] for each in found] == ["ติดป้าย", "ล้างท่อ", "เปิดคลินิก"]


def test_a_table_turned_over_below_counted_measures_whose_labels_nobody_knows():
    found = measures(
        table(
            ["สาระ", "มาตรการที่ 1", "มาตรการที่ 2"],
            ["ความตกลงร่วม", "ติดป้ายบอกทางสองภาษา", "ล้างท่อก่อนฤดูฝน"],
            ["เจ้าของเรื่อง", "กองช่าง", "กองสาธารณสุข"],
            ["ทำตอนไหน", "ต.ค. 67 - ธ.ค. 67", "ม.ค. 68 - มี.ค. 68"],
        )
    )
    assert [(each["title"], each["units"]) for each in found] == [
        ("ติดป้ายบอกทางสองภาษา", "กองช่าง"),
        ("ล้างท่อก่อนฤดูฝน", "กองสาธารณสุข"),
    ]


@pytest.mark.parametrize("lead", ["มาตรการข้อที่ {} –", "โครงการลำดับที่ {} :", "มาตรการ/โครงการที่ {}"])
def test_measures_in_paragraphs_however_they_are_counted(lead):
    titles = ["ติดป้ายบอกทางสองภาษา", "ล้างท่อก่อนฤดูฝน"]
    told = [
        text
        for at, title in enumerate(titles, 1)
        for text in (
            f"{lead.format(at)} {title}",
            "○ วัตถุประสงค์ เพื่อให้ประชาชนสะดวก",
            "○ ผู้รับผิดชอบ กองช่าง",
            "○ ระยะเวลา ต.ค. 67 - มี.ค. 68",
        )
    ]
    assert [each["title"] for each in measures(*lines(*told))] == titles


def test_the_figure_of_a_question_is_no_score_of_its_instrument():
    made = imported(
        Paragraph(
            "1.1 ปีที่แล้วเราได้ 88.15 คะแนน คือ แบบ IIT 84.20 แบบ EIT 86.30 และแบบ OIT 93.10", "ย่อหน้า 1"
        ),
        Paragraph("2. ประเด็นที่ต้องเร่งแก้", "ย่อหน้า 2"),
        Paragraph("2.1 คำถาม e4 ได้คะแนนต่ำสุดของแบบ EIT (61.70)", "ย่อหน้า 3"),
        Paragraph("2.2 ป้ายเก่าอ่านไม่ออก", "ย่อหน้า 4"),
    )
    text = made.files["2568/assessment.yml"]
    assert "88.15" in text
    assert "ไม่ตรงกัน" not in doubts(made)
    assert "ป้ายเก่าอ่านไม่ออก" in text
