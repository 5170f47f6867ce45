"""Names of one agency as offices write them, and of others of the same name."""

from __future__ import annotations

import pytest

from ita_site.office.importer.same_agency import is_same_agency, without_known_name

FULL = "องค์การบริหารส่วนตำบลป่าตัวอย่าง"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (FULL, "อบต.ป่าตัวอย่าง", True),
        (FULL, "อบต. ป่าตัวอย่าง", True),
        ("อบต.ป่าตัวอย่าง", FULL, True),
        ("เทศบาลนครบึงตัวอย่าง", "ทน.บึงตัวอย่าง", True),
        ("เทศบาลเมืองบึงตัวอย่าง", "ทม.บึงตัวอย่าง", True),
        ("องค์การบริหารส่วนจังหวัดตัวอย่าง", "อบจ.ตัวอย่าง", True),
        (FULL, "อบต.ดงตัวอย่าง", False),
        (FULL, "ทต.ป่าตัวอย่าง", False),
        ("เทศบาลตำบลบึงตัวอย่าง", "ทม.บึงตัวอย่าง", False),
    ],
)
def test_a_name_for_short_is_the_same_agency(old: str, new: str, *, same: bool):
    assert is_same_agency({"name": old}, {"name": new}) is same


@pytest.mark.parametrize(
    ("district", "province", "same"),
    [
        ("อำเภอป่าตัวอย่าง", "จังหวัดตัวอย่าง", True),
        ("ป่าตัวอย่าง", "จ.ตัวอย่าง", True),
        ("อำเภอป่าตัวอย่าง", "จังหวัดอื่น", True),
        ("อำเภออื่น", "จังหวัดตัวอย่าง", True),
        ("อำเภออื่น", "จังหวัดอื่น", False),
        ("", "จังหวัดอื่น", True),
    ],
)
def test_of_one_name_in_another_district_and_province_it_is_another(
    district: str, province: str, *, same: bool
):
    mine = {"name": FULL, "district": "อำเภอป่าตัวอย่าง", "province": "จังหวัดตัวอย่าง"}
    new = {"name": "อบต.ป่าตัวอย่าง", "district": district, "province": province}
    assert is_same_agency(mine, new) is same


def test_a_name_that_is_only_written_otherwise_is_no_difference():
    short = {"name": "อบต.ป่าตัวอย่าง", "units": ["กองคลัง"]}
    assert without_known_name({"name": FULL}, short) == {"units": ["กองคลัง"]}
    longer = {"name": f"{FULL}ประจำปี", "units": ["กองคลัง"]}
    assert without_known_name({"name": FULL}, longer) == longer
