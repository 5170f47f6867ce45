"""Measures told in paragraphs: where they begin, where the last ends, what is no field."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table
from tests.unit.office.importer.test_offices import doubts, lines, listed

PLAN = (
    "มาตรการที่ ๑ ตรวจรับงานจ้างโดยเปิดเผย",
    "วิธีดำเนินการ",
    "๑. แจ้งกำหนดตรวจรับล่วงหน้า",
    "๒. ถ่ายภาพและเผยแพร่",
    "ผู้รับผิดชอบ",
    "กองช่าง",
    "งบประมาณ",
    "๓,๒๐๐ บาท",
)
SIGNATURE = ("(นางสาวสมถวิล นามสมมติ)", "นายกองค์การบริหารส่วนตำบล")


@pytest.mark.parametrize(
    "closing",
    [
        ("จึงเรียนมาเพื่อโปรดพิจารณา", "ลงชื่อ ............................", *SIGNATURE),
        ("จึงขอประกาศให้ทราบโดยทั่วกัน", "ประกาศ ณ วันที่ ๓ ธันวาคม ๒๕๖๗", *SIGNATURE),
        ("ทั้งนี้ ตั้งแต่วันที่ ๑ ธันวาคม ๒๕๖๗ เป็นต้นไป", "สั่ง ณ วันที่ ๑ ธันวาคม ๒๕๖๗", *SIGNATURE),
        SIGNATURE,
        ("ผู้จัดทำ นางสาวสมถวิล นามสมมติ", "นักวิชาการคลัง"),
        ("(สมถวิล นามสมมติ)", "ปลัดองค์การบริหารส่วนตำบล"),
        ("สมถวิล นามสมมติ", "ปลัดองค์การบริหารส่วนตำบล"),
        ("..............................", *SIGNATURE),
    ],
)
def test_the_last_label_ends_where_the_document_closes(closing):
    made = imported(*lines(*PLAN, *closing))
    (found,) = listed(made, "measures", "measures")
    assert found["budget"] == {"amount": "๓,๒๐๐"}
    assert found["units"] == "กองช่าง"
    written = "".join(made.files.values())
    assert "สมถวิล" not in written + made.rest
    assert "สมถวิล" not in str(made.report)


@pytest.mark.parametrize(
    "words", ["ทั้งนี้ ให้ถือปฏิบัติทุกโครงการ", "จึงแจ้งทุกกองถือปฏิบัติ", "ลงนามข้อตกลงกับผู้รับจ้าง"]
)
def test_words_like_a_closing_above_further_labels_end_nothing(words):
    made = imported(*lines(*PLAN[:4], words, *PLAN[4:]))
    (found,) = listed(made, "measures", "measures")
    assert (found["units"], found["budget"]) == ("กองช่าง", {"amount": "๓,๒๐๐"})
    assert made.report.paragraphs.lost == 0


@pytest.mark.parametrize("signature", [SIGNATURE, ("สมถวิล นามสมมติ", "ปลัดเทศบาล")])
def test_a_closing_below_a_label_of_units_is_no_unit(signature):
    made = imported(*lines(*PLAN[:6], *signature))
    (found,) = listed(made, "measures", "measures")
    assert found["units"] == "กองช่าง"
    assert "สมถวิล" not in made.rest


def test_a_number_and_the_title_below_it_are_one_heading():
    made = imported(*lines("มาตรการที่ ๑", "ชื่อมาตรการ: ตรวจรับงานจ้าง", *PLAN[1:]))
    (found,) = listed(made, "measures", "measures")
    assert (found["title"], found["units"]) == ("ตรวจรับงานจ้าง", "กองช่าง")
    assert "มาตรการที่ ๑" not in made.rest


@pytest.mark.parametrize(
    ("said", "budget"),
    [
        (("๓,๒๐๐ บาท", "ตามแผนพัฒนาท้องถิ่น พ.ศ. ๒๕๖๖ - ๒๕๗๐"), "๓,๒๐๐"),
        (("ไม่ใช้งบประมาณ", "เพราะทำในเวลาราชการ ปี ๒๕๖๘"), None),
    ],
)
def test_words_below_a_budget_are_not_a_second_sum(said, budget):
    made = imported(*lines(*PLAN[:7], *said))
    (found,) = listed(made, "measures", "measures")
    assert found["budget"].get("amount") == budget
    assert said[1] in found["budget"]["note"]
    assert "หลายจำนวน" not in str(made.report)


def test_a_name_within_a_value_is_cut_out_and_told():
    row = ["เชิญวิทยากร", "บรรยายโดยนางสาวสมถวิล นามสมมติ ที่หอประชุม", "กองคลัง", "ธ.ค. 67"]
    others = [["จัดคิว", "ติดตั้งเครื่อง", "กองช่าง", "ธ.ค. 67"], ["ทำป้าย", "ออกแบบ", "กองช่าง", "ม.ค. 68"]]
    made = imported(table(["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"], row, *others))
    assert listed(made, "measures", "measures")[0]["steps"] == ["บรรยายโดย ที่หอประชุม"]
    assert "สมถวิล" not in "".join(made.files.values()) + made.rest + str(made.report)
    assert "ตัดชื่อบุคคล" in doubts(made)
    assert len(made.report.left_out) == 1


FOUR = (
    "ประกาศนี้มีมาตรการจำนวน ๓ มาตรการ ดังนี้",
    "มาตรการที่ ๑ จัดคิวรับบริการ",
    "ขั้นตอน : ติดตั้งเครื่องจ่ายบัตรคิว",
    "ผู้รับผิดชอบ : สำนักปลัด",
    "มาตรการที่ ๒ เปิดเผยราคากลาง",
    "หน่อยงานรับผิดชอบ กองคลัง",
    "เสียงตอบรับดีมากในปีก่อน",
    "ระยะเวลา ทุกไตรมาส",
    "มาตรการที่ ๓ อบรมพัสดุ",
    "ขั้นตอน : เชิญวิทยากร",
    "ผู้รับผิดชอบ : กองคลัง",
)


def test_headings_alike_make_measures_alike():
    made = imported(*lines(*FOUR))
    found = listed(made, "measures", "measures")
    assert [each["title"] for each in found] == ["จัดคิวรับบริการ", "เปิดเผยราคากลาง", "อบรมพัสดุ"]
    assert (found[1]["units"], found[1]["timeframe"]) == ("กองคลัง", "ทุกไตรมาส")
    assert "ของมาตรการ measure-2" in made.rest.partition("เสียงตอบรับ")[0]
    told = doubts(made)
    assert "“หน่อยงานรับผิดชอบ” อ่านเป็น “ผู้รับผิดชอบ”" in told
    assert "ไม่รู้ว่าบรรทัดนี้บอกสิ่งใดของ “เปิดเผยราคากลาง”" in told
    assert "เอกสารบอกว่ามี" not in told


def test_a_heading_with_nothing_understood_below_is_a_measure_as_its_like_are():
    made = imported(*lines(*FOUR[:5], "จะลงเว็บไซต์ให้ครบทุกเรื่อง", *FOUR[8:]))
    found = listed(made, "measures", "measures")
    assert [each["title"] for each in found] == ["จัดคิวรับบริการ", "เปิดเผยราคากลาง", "อบรมพัสดุ"]
    assert "“เปิดเผยราคากลาง” อ่านเป็นมาตรการ เพราะหัวข้อเหมือนมาตรการอื่น" in doubts(made)
    assert "ของมาตรการ measure-2" in made.rest.partition("จะลงเว็บไซต์")[0]


def test_a_measure_called_as_an_indicator_is_still_a_measure():
    named = "มาตรการที่ ๒ มาตรการเปิดเผยข้อมูล"
    made = imported(*lines(*FOUR[:4], named, "จะลงเว็บไซต์ให้ครบทุกเรื่อง", *FOUR[8:]))
    found = listed(made, "measures", "measures")
    assert [each["title"] for each in found] == ["จัดคิวรับบริการ", "มาตรการเปิดเผยข้อมูล", "อบรมพัสดุ"]
    assert "indicator" not in found[2]


def test_headings_of_contents_are_no_further_measures():
    made = imported(*lines(*(each for each in FOUR if "มาตรการที่" in each), *FOUR))
    assert len(listed(made, "measures", "measures")) == 3


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("จำนวน ๕ มาตรการ", True),
        ("รวมทั้งสิ้น 4 (สี่) มาตรการ", True),
        ("จำนวน 3 มาตรการ", False),
        ("ด้านที่ 1 จำนวน 2 มาตรการ และด้านที่ 2 จำนวน 1 มาตรการ", False),
        ("มีมาตรการหลายข้อ", False),
    ],
)
def test_another_number_of_measures_than_the_document_says_is_told(said, told):
    made = imported(*lines(said, *FOUR[1:]))
    assert ("แต่อ่านได้ 3" in doubts(made)) is told


def test_a_sum_row_tells_how_many_measures_there_are():
    head = ["มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา"]
    row = ["ตรวจรับงานจ้าง", "แจ้งกำหนด", "กองช่าง", "ธ.ค. 67"]
    made = imported(table(head, row, ["รวม", "2 มาตรการ", "", ""]))
    assert "เอกสารบอกว่ามี 2 มาตรการ แต่อ่านได้ 1" in doubts(made)


def test_the_reasons_for_a_measure_are_no_objective():
    reason = "ผู้มาติดต่อยังไม่ทราบสิทธิของตน"
    made = imported(*lines(PLAN[0], f"หลักการและเหตุผล {reason}", *PLAN[1:]))
    (found,) = listed(made, "measures", "measures")
    assert "objective" not in found
    assert "ของมาตรการ measure-1" in made.rest.partition(reason)[0]


@pytest.mark.parametrize("day", ["๓๐ มิถุนายน ๒๕๖๘", "15 ม.ค. 2568", "1 ต.ค. 67 - 30 ก.ย. 68"])
def test_a_day_below_a_label_is_no_numbered_section(day):
    made = imported(*lines(*PLAN[:6], "กำหนดแล้วเสร็จ", day))
    (found,) = listed(made, "measures", "measures")
    assert found["timeframe"] == day
    assert f"- {day}" not in made.rest


def test_a_dash_behind_a_label_says_nothing():
    said = ("มาตรการที่ 1 จองคิว", "วิธีดำเนินการ: เปิดระบบ", "งบประมาณ: -", "ปัญหาอุปสรรค : –")
    made = imported(*lines(*said))
    (found,) = listed(made, "measures", "measures")
    assert "budget" not in found
    assert "2568/progress.yml" not in made.files
