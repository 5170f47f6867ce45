"""A unit that has a cell of its own is one wherever it is listed, whatever joins it to another."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.test_blocks import imported, table


def units(*cells: str):
    rows = [(f"มาตรการที่ {at} จัดทำคู่มือเล่มที่ {at}", "จัดทำ", cell) for at, cell in enumerate(cells, 1)]
    made = imported(table(("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"), *rows))
    return [each["units"] for each in made.values["2568/measures.yml"]["measures"]]


@pytest.mark.parametrize("joint", ["และ", "/", ", ", " และ", "/และ"])
@pytest.mark.parametrize(
    "other", ["เกษตรตำบลดอนไผ่", "สหกรณ์โคนมดอนไผ่", "ภาควิชาพืชไร่", "สโมสรข้าราชการ"]
)
def test_a_unit_known_by_itself_ends_the_one_before(joint, other):
    listed, alone = units(f"งานธุรการ{joint}{other}", other)
    assert [each["name"] for each in listed] == ["งานธุรการ", other]
    assert alone == other


@pytest.mark.parametrize(
    "name", ["กองการศึกษา ศาสนาและวัฒนธรรม", "กองสาธารณสุขและสิ่งแวดล้อม", "ฝ่ายแผนและงบประมาณ"]
)
def test_a_name_with_a_joint_of_its_own_stays_whole(name):
    assert units(name, "งานวัฒนธรรม", "งานสิ่งแวดล้อม", "งานงบประมาณ")[0] == name


def test_a_group_of_students_is_no_person():
    assert units("สโมสรนักศึกษา", "บัณฑิตวิทยาลัยและวิทยาเขตดอนไผ่")[0] == "สโมสรนักศึกษา"


def test_every_office_is_listed_by_none():
    rows = [("จองคิว", "เปิดระบบ", "สำนักปลัด (หลัก)\nทุกฝ่าย (ร่วม)")]
    made = imported(table(("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"), ("อบรม", "จัด", "กองช่าง"), *rows))
    assert "ทุกฝ่าย" in made.files["2568/measures.yml"]
    assert "ทุกฝ่าย" not in made.files.get("agency.yml", "")


def test_what_joins_a_line_to_the_next_is_no_name():
    (listed,) = units("กองช่าง ร่วมกับ\nกองคลัง")
    assert [each["name"] if isinstance(each, dict) else each for each in listed] == [
        "กองช่าง",
        "กองคลัง",
    ]


@pytest.mark.parametrize("other", ["องค์กรพยาบาล", "ชมรมผู้สูงอายุ", "ทีมสหวิชาชีพ", "หอผู้ป่วยใน"])
def test_an_organisation_behind_a_joint_is_a_unit_of_its_own(other):
    (listed,) = units(f"งานสารบรรณและ{other}")
    assert [each["name"] for each in listed] == ["งานสารบรรณ", other]


@pytest.mark.parametrize("post", ["หัวหน้าหอผู้ป่วยใน", "หัวหน้าห้องยา", "หัวหน้าตึกทุกตึก"])
def test_the_head_of_a_ward_is_no_persons_name(post):
    assert post in str(units(post)[0])


@pytest.mark.parametrize("word", ["พัสดุ", "งบประมาณ", "ชุมชน", "ประชาสัมพันธ์"])
def test_a_word_of_work_alone_parts_no_name(word):
    assert units(f"ฝ่ายแผนและ{word}", word)[0] == f"ฝ่ายแผนและ{word}"


@pytest.mark.parametrize("cell", ["หัวหน้าสมมุติดูแลทุกเรื่อง", "ผอ.สมมุติทุกวันศุกร์"])
def test_a_name_behind_a_post_is_one_whatever_is_written_on_to_it(cell):
    made = imported(table(("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"), ("อบรม", "จัด", f"กองช่าง {cell}")))
    assert "สมมุติ" not in "".join(made.files.values()) + made.rest
