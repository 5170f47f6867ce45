"""The agencies of a portal by province and kind."""

from __future__ import annotations

import pytest

from ita_site.facts.model.agency import Agency
from ita_site.rules.figures.places import by_place, province_of


def agency(name: str, kind: str = "other", province: str | None = None) -> Agency:
    return Agency.model_validate({"name": name, "kind": kind, "province": province})


def grouped(*agencies: Agency) -> dict[str, dict[str, list[str]]]:
    return {
        province.name: {
            kind.kind.value: [member.name for member in kind.members] for kind in province.kinds
        }
        for province in by_place(agencies, lambda one: one)
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("จังหวัดตาก", "จังหวัดตาก"),
        ("ตาก", "จังหวัดตาก"),
        ("จ.ตาก", "จังหวัดตาก"),
        ("จ. ตาก", "จังหวัดตาก"),
        ("จังหวัด ตาก", "จังหวัดตาก"),
        ("กรุงเทพมหานคร", "กรุงเทพมหานคร"),
        ("กรุงเทพฯ", "กรุงเทพมหานคร"),
        ("จังหวัด", ""),
        (None, ""),
    ],
)
def test_a_province_has_one_spelling(written, expected):
    assert province_of(agency("ก", province=written)) == expected


def test_a_province_lies_in_itself_and_its_office_does_not_name_it():
    assert province_of(agency("จังหวัดตาก", "province")) == "จังหวัดตาก"
    assert province_of(agency("จังหวัดตาก", "other")) == ""
    assert province_of(agency("สำนักงานจังหวัดตาก", "province")) == ""


def test_agencies_stand_by_province_then_kind_then_name_as_in_a_dictionary():
    found = grouped(
        agency("ไม่บอกจังหวัด"),
        agency("เทศบาลตำบลโคกมน", "subdistrict_municipality", "เลย"),
        agency("เทศบาลตำบลกลาง", "subdistrict_municipality", "จ.เลย"),
        agency("เทศบาลนครเลย", "city_municipality", "จังหวัดเลย"),
        agency("จังหวัดตาก", "province"),
        agency("อบต.แม่สอด", "subdistrict_organization", "ตาก"),
    )
    assert list(found) == ["จังหวัดตาก", "จังหวัดเลย", ""]
    assert found["จังหวัดตาก"] == {
        "subdistrict_organization": ["อบต.แม่สอด"],
        "province": ["จังหวัดตาก"],
    }
    assert list(found["จังหวัดเลย"].items()) == [
        ("city_municipality", ["เทศบาลนครเลย"]),
        ("subdistrict_municipality", ["เทศบาลตำบลกลาง", "เทศบาลตำบลโคกมน"]),
    ]


def test_a_province_counts_its_agencies_of_every_kind():
    (province,) = by_place(
        [agency("ก", "other", "เลย"), agency("ข", "province", "เลย")], lambda one: one
    )
    assert province.count == 2
