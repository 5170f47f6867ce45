"""One word behind a post, and offices that are named by a place: who is a person, what a unit."""

from __future__ import annotations

import pytest

from tests.unit.office.importer.proof import arrived
from tests.unit.office.importer.test_offices import doubts, listed
from tests.unit.office.importer.test_persons_beside_offices import with_unit


def units_of(made):
    (found,) = listed(made, "measures", "measures")
    units = found.get("units", [])
    return [each if isinstance(each, str) else each["name"] for each in _many(units)]


def _many(units):
    return units if isinstance(units, list) else [units]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("ผอ.กองคลัง สมมุติ", ["กองคลัง"]),
        ("ปลัดเทศบาล สมมุติ", ["ปลัดเทศบาล"]),
        ("รองปลัด อบต.ดอนตัวอย่าง สมมุติ", ["รองปลัด อบต.ดอนตัวอย่าง"]),
        ("เจ้าพนักงานธุรการ สมมุติ", ["เจ้าพนักงานธุรการ"]),
        ("นิติกร สมมุติ (ผู้ช่วย)", ["นิติกร"]),
        ("หน.กค. สมมุติ", ["กค."]),
        ("หัวหน้างานพัสดุ สมมุติ\nกองคลัง", ["งานพัสดุ", "กองคลัง"]),
    ],
)
def test_one_word_behind_a_post_is_no_part_of_it_and_is_told(cell, units):
    made = with_unit(cell)
    assert units_of(made) == units
    assert "สมมุติ" not in arrived(made)
    assert "อาจเป็นชื่อบุคคล" in doubts(made)
    assert not made.rest.count("หัวหน้า")


@pytest.mark.parametrize(
    "cell",
    [
        "ปลัด อบต. ดอนตัวอย่าง",
        "ผอ.รพ.สต. ดอนตัวอย่าง",
        "ผู้อำนวยการโรงเรียน บ้านดอนตัวอย่าง",
        "ผู้อำนวยการกอง ช่าง",
        "นักวิชาการ ศึกษา",
        "นายกองค์การบริหารส่วนตำบล ดอนตัวอย่าง",
        "เจ้าหน้าที่ เทศกิจ",
    ],
)
def test_what_a_post_is_of_is_no_name(cell):
    made = with_unit(cell)
    assert units_of(made) == [cell]
    assert not made.report.left_out


def test_one_word_behind_an_office_stays_and_is_told():
    made = with_unit("กองช่าง สมมุติ")
    assert units_of(made) == ["กองช่าง สมมุติ"]
    assert "ถ้าคำท้ายเป็นชื่อบุคคล โปรดตัดออก" in doubts(made)
    assert "ชื่อบุคคล" not in doubts(with_unit("กองการศึกษา ศาสนา"))


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("ผอ. รพ.สต.ดอนตัวอย่าง นางสมมุติ นามสมมุติ", "รพ.สต.ดอนตัวอย่าง"),
        ("ผอ.รพ.สต.ดอนตัวอย่าง (สมมุติ)", "รพ.สต.ดอนตัวอย่าง"),
        ("รพ.สต. บ้านดอนตัวอย่าง นางสมมุติ นามสมมุติ", "รพ.สต. บ้านดอนตัวอย่าง"),
        ("รร.วัดดอนตัวอย่าง (ครูสมมุติ)", "รร.วัดดอนตัวอย่าง"),
        ("ผอ.โรงพยาบาลดอนตัวอย่าง นายสมมุติ นามสมมุติ", "โรงพยาบาลดอนตัวอย่าง"),
    ],
)
def test_an_office_for_short_is_whole_beside_a_person(cell, unit):
    made = with_unit(cell)
    assert units_of(made) == [unit]
    assert "สมมุติ" not in arrived(made)
    assert not made.rest.count("ดอนตัวอย่าง")


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("อบต.นางพิม/ทม.นางพิม", ["อบต.นางพิม", "ทม.นางพิม"]),
        ("อบต.นางรวง และ ทต.หนองตัวอย่าง", ["อบต.นางรวง", "ทต.หนองตัวอย่าง"]),
        ("กองสาธารณสุขฯ ร่วมกับ รพ.สต.นางพิม", ["กองสาธารณสุขฯ", "รพ.สต.นางพิม"]),
    ],
)
def test_a_place_that_begins_as_a_title_does_is_no_person_and_agencies_are_apart(cell, units):
    made = with_unit(cell)
    assert units_of(made) == units
    assert not made.report.left_out


def test_a_person_glued_to_an_agency_for_short_is_one():
    made = with_unit("ปลัด อบต.นายสมมุติ นามสมมุติ")
    assert units_of(made) == ["ปลัด อบต."]
    assert "สมมุติ" not in arrived(made)
