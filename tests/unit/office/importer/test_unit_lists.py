"""Several units in one cell, however they are joined; what belongs to the name of one."""

from __future__ import annotations

import pytest

from ita_site.office.importer.document.spans import Source, Span
from ita_site.office.importer.document.values import get_fields, to_plain
from ita_site.office.importer.facts.measure_cells import read_units
from tests.unit.office.importer.test_blocks import imported, table


def units_of(cell: str):
    return read_units(Span.whole(Source(0, cell, "ช่อง")).lines())


def names(cell: str) -> list[object]:
    return [to_plain(get_fields(unit).get("name", unit)) for unit in units_of(cell).units]


def parts_played(cell: str) -> dict[object, object]:
    """Each unit's name, with the part it plays."""
    fields = [get_fields(unit) or {"name": unit} for unit in units_of(cell).units]
    return {str(each["name"]): each.get("role", "") for each in fields}


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("งานทะเบียน,\nและ หน.ฝ่ายปกครอง", ["งานทะเบียน", "หน.ฝ่ายปกครอง"]),
        ("กองประปา\nและกำนันตำบลบ้านสวน", ["กองประปา", "กำนันตำบลบ้านสวน"]),
        ("กองสวัสดิการสังคม,นิติกร", ["กองสวัสดิการสังคม", "นิติกร"]),
        ("กองประปา/ผอ.กองช่าง", ["กองประปา", "ผอ.กองช่าง"]),
        ("สำนักปลัด และรองปลัดเทศบาล", ["สำนักปลัด", "รองปลัดเทศบาล"]),
        ("งานเทศกิจ, และหัวหน้าสถานีดับเพลิง", ["งานเทศกิจ", "หัวหน้าสถานีดับเพลิง"]),
        ("งานกีฬา / ประธานสภาเด็ก,กองช่าง", ["งานกีฬา", "ประธานสภาเด็ก", "กองช่าง"]),
        ("กองวิชาการและแผนงาน", ["กองวิชาการและแผนงาน"]),
        ("ฝ่ายกฎหมายและนิติกร", ["ฝ่ายกฎหมายและนิติกร"]),
        ("กองประปาและ นิติกร", ["กองประปา", "นิติกร"]),
        ("กองการศึกษา ศาสนา และวัฒนธรรม", ["กองการศึกษา ศาสนาและวัฒนธรรม"]),
        ("กองคลัง (งานพัสดุ, งานการเงิน)", ["กองคลัง (งานพัสดุ, งานการเงิน)"]),
        ("สถานีขนส่ง ทม., บรรณารักษ์ ทม.", ["สถานีขนส่ง ทม.", "บรรณารักษ์ ทม."]),
        ("ฝ่ายสภา อบต. และเลขานุการสภา", ["ฝ่ายสภา อบต.", "เลขานุการสภา"]),
        ("กลุ่มงานวินัย (กวน.) และนิติกร กองการเจ้าหน้าที่", ["กลุ่มงานวินัย (กวน.)", "นิติกร กองการเจ้าหน้าที่"]),
        ("กองช่างฯ และวิศวกรโยธา", ["กองช่างฯ", "วิศวกรโยธา"]),
        ("งานสภาและเลขานุการ", ["งานสภาและเลขานุการ"]),
    ],
)
def test_each_of_several_units_in_a_cell_is_a_unit(cell, found):
    assert names(cell) == found


def test_all_of_one_kind_beside_another_unit_are_a_unit_of_their_own():
    found = parts_played("งานสวัสดิการ และ กำนันทุกตำบล")
    assert found == {"งานสวัสดิการ": "", "กำนันทุกตำบล": "all"}
    assert parts_played("พนักงานจ้างทุกคน") == {"พนักงานจ้างทุกคน": "all"}


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("งานสารบรรณและทุกกอง", {"งานสารบรรณ": "", "ทุกกอง": "all"}),
        ("กองประปา, ทุกสำนัก/กอง", {"กองประปา": "", "ทุกสำนัก/กอง": "all"}),
        ("ทุกกอง/ฝ่าย และสถานธนานุบาล", {"ทุกกอง/ฝ่าย": "all", "สถานธนานุบาล": ""}),
        ("คณะผู้บริหาร/ทุกส่วนงาน", {"คณะผู้บริหาร": "", "ทุกส่วนงาน": "all"}),
        ("ผู้บริหารและทุกหน่วยงานในสังกัด", {"ผู้บริหาร": "", "ทุกหน่วยงานในสังกัด": "all"}),
        ("กองสวัสดิการสังคมและหน่วยงานที่เกี่ยวข้อง", {"กองสวัสดิการสังคม": "", "หน่วยงานที่เกี่ยวข้อง": ""}),
    ],
)
def test_a_unit_beside_all_of_a_kind_is_a_unit_too(cell, found):
    assert parts_played(cell) == found


@pytest.mark.parametrize("cell", ["ทุกสำนัก/กอง", "กอง/ฝ่ายทุกแห่ง", "หัวหน้าหน่วยงานและเจ้าหน้าที่ทุกคน"])
def test_all_of_several_kinds_stay_one(cell):
    assert parts_played(cell) == {cell: "all"}


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("คณะกรรมการ LPA\n(นางสาวสมมุติ ตัวอย่าง)", ["คณะกรรมการ LPA"]),
        ("สำนักปลัด อบต.\n(นายสมมุติ ตัวอย่าง)", ["สำนักปลัด อบต."]),
        ("งานสารบรรณ (สำนักปลัด)\n(นายสมมุติ ตัวอย่าง)", ["งานสารบรรณ (สำนักปลัด)"]),
        ("งานจัดเก็บรายได้ (กองคลัง) นายสมมุติ ตัวอย่าง", ["งานจัดเก็บรายได้ (กองคลัง)"]),
        ("กองคลัง Somchai\n(นายสมมุติ ตัวอย่าง)", ["กองคลัง"]),
        ("กองช่าง และนายสมมุติ ตัวอย่าง", ["กองช่าง"]),
    ],
)
def test_a_person_beside_a_unit_does_not_cut_its_name(cell, found):
    assert names(cell) == found
    assert not any("สมมุติ" in str(name) or "Somchai" in str(name) for name in names(cell))


def test_a_name_that_may_be_two_is_doubted():
    head = ["มาตรการ", "ผู้รับผิดชอบ"]
    for cell in ("กองคลัง/สภาเด็กเมือง", "ฝ่ายทะเบียน, วัดดอนไผ่"):
        made = imported(table(head, ["ป้ายบอกทาง", cell]))
        assert f"“{cell}” อ่านเป็นส่วนราชการเดียว" in str(made.report)
    for cell in ("กองคลัง (งานพัสดุ, งานการเงิน)", "กองช่าง, กองคลัง", "กองวิชาการและแผนงาน"):
        assert "ส่วนราชการเดียว" not in str(imported(table(head, ["ป้ายบอกทาง", cell])).report)
