"""Sums, years, indicators and headings in the words of small offices."""

from __future__ import annotations

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.money import parse_baht
from ita_site.office.importer.words.groups import KNOWN, find_indicator
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.roles import ROLES
from tests.unit.office.importer.test_blocks import imported, measures, table
from tests.unit.office.importer.test_offices import listed


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("4,700.- บาท", "4,700"),
        ("๘,๙๐๐.-", "๘,๙๐๐"),
        ("1,200 บ.", "1,200"),
        ("850 บ.", "850"),
        ("12,000 บาทถ้วน", "12,000"),
        ("งบ อบต. 950.- บาท", "950"),
    ],
)
def test_a_sum_is_an_amount_however_it_ends(printed, amount):
    (found,) = measures(table(["มาตรการ", "ขั้นตอน", "งบประมาณ"], ["ทำป้าย", "สำรวจ", printed]))
    budget = found["budget"]
    assert isinstance(budget, dict)
    assert budget["amount"] == amount


@pytest.mark.parametrize(
    ("text", "sum_"), [("4,700.- บาท", 4700), ("850 บ.", 850), ("๘,๙๐๐.-", 8900)]
)
def test_such_a_sum_is_read_from_our_own_files_too(text, sum_):
    assert parse_baht(text) == sum_


@pytest.mark.parametrize(
    ("text", "number"),
    [("8 ปรับปรุงระบบการทำงาน", 8), ("๒ การใช้งบประมาณ", 2), ("3 การใช้อำนาจ", 3)],
)
def test_a_number_before_a_name_like_its_indicators(text, number):
    found = find_indicator(text, edition_for(2568))
    assert found
    assert (found.indicator.no, found.similarity >= KNOWN) == (number, True)


@pytest.mark.parametrize("text", ["6 กองช่าง", "3 ครั้งต่อปี", "9 เดือน"])
def test_other_words_behind_a_number_name_none(text):
    found = find_indicator(text, edition_for(2568))
    assert not found or found.similarity < KNOWN


@pytest.mark.parametrize(
    ("heading", "role", "year"),
    [
        ("ปีงบ 66", "score", 2566),
        ("ปี 2566", "score", 2566),
        ("คะแนนปีก่อน (66)", "score", 2566),
        ("คะแนนปีที่แล้ว 2566", "score", 2566),
        ("ปัญหา (ตามแบบ EIT)", "to_fix", None),
        ("ปัญหา (ผลประเมินปีก่อน)", "to_fix", None),
        ("ปัญหา", "obstacles", None),
        ("ปัญหา (ถ้ามี)", "obstacles", None),
        ("ตชว.ความสำเร็จ", "target", None),
        ("ความสำเร็จ (เปอร์เซ็นต์)", "percent", None),
        ("งบประมาน", "budget", None),
        ("ข้อเสนแนะ", "suggestions", None),
    ],
)
def test_headings(heading, role, year):
    found = parse_heading(heading)
    assert found
    assert (found.role, found.year) == (role, year)


def test_a_misspelt_heading_is_not_sure_and_short_words_are_not_guessed():
    found = parse_heading("วัตถุประสงก์")
    assert found
    assert not found.sure
    assert parse_heading("งาป") is None


def test_outputs_below_results_are_what_was_done():
    made = imported(
        table(
            ["มาตรการ", "ผู้รับผิดชอบ", "ผลการดำเนินงาน", (0, 2)],
            [(0, 0), (0, 1), "ผลผลิต", "ผลลัพธ์"],
            ["ล้างท่อ", "กองช่าง", "ล้างท่อแล้ว 12 สาย", "น้ำไม่ท่วมหน้าตลาด"],
            ["ลดคิว", "กองคลัง", "แจกบัตรคิว 900 ใบ", "คนรอไม่เกิน 10 นาที"],
        )
    )
    told = listed(made, "progress", "progress")
    assert [each["summary"] for each in told] == ["ล้างท่อแล้ว 12 สาย", "แจกบัตรคิว 900 ใบ"]
    assert not [each for each in listed(made, "measures", "measures") if "targets" in each]


def test_outputs_of_a_plan_stay_its_targets():
    (found,) = measures(table(["มาตรการ", "ขั้นตอน", "ผลผลิต"], ["ล้างท่อ", "ตักเลน", "ท่อสะอาดทุกสาย"]))
    assert found["targets"] == ["ท่อสะอาดทุกสาย"]


def test_scores_of_the_year_before_beside_measures_are_the_results():
    made = imported(
        table(
            ["ตัวชี้วัด ITA", "คะแนน ปี 67", "มาตรการ", "ผู้รับผิดชอบ"],
            ["2 การใช้งบประมาณ", "81.25", "เปิดแผนจัดซื้อ", "กองคลัง"],
            ["4 การใช้ทรัพย์สินของราชการ", "77.50", "ทำสมุดยืม", "สำนักปลัด"],
        )
    )
    scores = listed(made, "assessment", "indicators")
    assert [each["score"] for each in scores] == ["81.25", "77.50"]


@pytest.mark.parametrize("heading", ["ผลที่คาดว่าจะได้รับ", "ประโยชน์ที่คาดว่าจะได้รับ", "ผลลัพธ์ที่คาดหวัง"])
def test_what_is_hoped_for_is_no_target_and_is_kept_with_its_measure(heading):
    head = ["มาตรการ", "ขั้นตอน", heading, "ผู้รับผิดชอบ"]
    made = imported(table(head, ["ล้างคลอง", "ขุดลอก", "น้ำไหลสะดวก", "กองช่าง"]))
    assert not any("น้ำไหลสะดวก" in text for text in made.files.values())
    assert "ของมาตรการ" in made.rest
    assert f"# หัวตาราง {heading}" in made.rest
    assert "- น้ำไหลสะดวก" in made.rest


def test_what_is_hoped_for_beside_an_indicator_in_one_heading_is_a_target():
    head = ["มาตรการ", "ขั้นตอน", "ตัวชี้วัด/ผลที่คาดว่าจะได้รับ", "ผู้รับผิดชอบ"]
    made = imported(table(head, ["ล้างคลอง", "ขุดลอก", "น้ำไหลสะดวก", "กองช่าง"]))
    assert "น้ำไหลสะดวก" in made.files["2568/measures.yml"]


@pytest.mark.parametrize("score", ["76.125", "๘๑.๖๖๖๗", "90.3333333333", "68.40"])
def test_a_score_has_all_its_decimals(score):
    made = imported(table(["ลำดับ", "ตัวชี้วัด", "คะแนน"], ["3", "การใช้อำนาจ", score]))
    (found,) = made.values["2568/assessment.yml"]["indicators"]
    assert found["score"] == score


@pytest.mark.parametrize("printed", ["รวม 2.450.000 บาท", "ใช้งบ 1250.125 บาท"])
def test_a_figure_that_is_no_sum_is_only_noted(printed):
    (found,) = measures(table(["มาตรการ", "ขั้นตอน", "งบประมาณ"], ["ทำป้าย", "สำรวจ", printed]))
    assert found["budget"] == {"note": printed}


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("ผลงาน (%)", "percent"),
        ("% แล้วเสร็จ", "percent"),
        ("% ความสำเร็จ", "percent"),
        ("คืบหน้า (%)", "percent"),
        ("ความก้าวหน้า", "summary"),
    ],
)
def test_the_sign_of_percent_is_a_word_of_the_heading(heading, role):
    found = parse_heading(heading)
    assert found
    assert (found.role, found.sure) == (role, True)


@pytest.mark.parametrize("heading", ["แล้วเสร็จ", "คืบหน้า"])
def test_without_the_sign_it_is_no_name_of_a_percentage(heading):
    found = parse_heading(heading)
    assert not found or (found.role != "percent" and not found.sure)


def test_no_wording_is_a_name_of_two_roles():
    listed = [name for rule in ROLES.values() for name in rule["names"]]
    compared = [letters_only(name.replace("%", "ร้อยละ")) for name in listed]
    assert len({*compared}) == len(compared)
