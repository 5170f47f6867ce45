"""The agencies of a portal by province and kind."""

from __future__ import annotations

import pytest

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.publication import SLUG
from ita_site.facts.thai.provinces import SLUGS
from ita_site.rules.figures.places import by_place, place_slug, province_of, told_apart
from ita_site.site.pages.summary import Who


def agency(name: str, kind: str = "other", province: str | None = None, **more: object) -> Agency:
    return Agency.model_validate({"name": name, "kind": kind, "province": province, **more})


def where(one: Agency) -> Who:
    return Who(one.name, one.kind, one.district, province_of(one))


def grouped(*agencies: Agency) -> dict[str, dict[str, list[str]]]:
    return {
        province.name: {
            kind.kind.value: [member.name for member in kind.members] for kind in province.kinds
        }
        for province in by_place(agencies, where)
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


@pytest.mark.parametrize(
    ("implied", "expected"),
    [
        (agency("จังหวัดตาก", "province"), "จังหวัดตาก"),
        (agency("สำนักงานจังหวัดตาก"), "จังหวัดตาก"),
        (agency("องค์การบริหารส่วนจังหวัดเลย", "provincial_organization"), "จังหวัดเลย"),
        (agency("เทศบาลนครอุดรธานี", "city_municipality"), "จังหวัดอุดรธานี"),
        (agency("เทศบาลเมืองน่าน", "town_municipality"), "จังหวัดน่าน"),
        (agency("ก", district="อำเภอเมืองร้อยเอ็ด"), "จังหวัดร้อยเอ็ด"),
        (agency("ก", contact={"address": "9 ถ.ก ต.ข อ.ค จ.เพชรบุรี 76000"}), "จังหวัดเพชรบุรี"),
        (agency("ก", contact={"address": "9 ถนนราชดำเนิน กรุงเทพฯ 10200"}), "กรุงเทพมหานคร"),
    ],
    ids=lambda value: value.name if isinstance(value, Agency) else "",
)
def test_a_province_follows_from_other_facts(implied, expected):
    assert province_of(implied) == expected


@pytest.mark.parametrize(
    "unknown",
    [
        agency("องค์การบริหารส่วนตำบลสระแก้ว", "subdistrict_organization"),  # several bear the name
        agency("เทศบาลตำบลแพร่", "subdistrict_municipality"),
        agency("เทศบาลเมืองหัวหิน", "town_municipality"),
        agency("ก", district="อำเภอเมืองปาน"),
        agency("ก", district="ตาก"),
        agency("ก", contact={"address": "ย้ายจาก จ.ตาก ไป จ.น่าน"}),
        agency("ก", contact={"address": "จังหวัดตากใบ"}),
    ],
    ids=lambda value: value.name,
)
def test_what_names_no_single_province_tells_of_none(unknown):
    assert province_of(unknown) == ""


def test_there_are_77_provinces_each_with_an_address_of_its_own():
    assert len(SLUGS) == len(set(SLUGS.values())) == 77
    assert all(SLUG.fullmatch(slug) for slug in SLUGS.values())


def test_a_place_has_the_same_address_for_good():
    places = ("จังหวัดตาก", "กรุงเทพมหานคร", "จังหวัดสมมติ", "")
    assert [place_slug(place) for place in places] == ["tak", "bangkok", "x-7963d320", "unknown"]


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
    (province,) = by_place([agency("ก", "other", "เลย"), agency("ข", "province", "เลย")], where)
    assert province.count == 2


@pytest.mark.parametrize(
    ("name", "kind", "district", "expected"),
    [
        ("องค์การบริหารส่วนตำบลบ้านใหม่", "subdistrict_organization", "อำเภอลองดู", "อบต.บ้านใหม่ อ.ลองดู"),
        ("เทศบาลตำบลบ้านใหม่", "subdistrict_municipality", "อ. ลองดู", "ทต.บ้านใหม่ อ.ลองดู"),
        ("เทศบาลตำบลบ้านใหม่", "subdistrict_municipality", None, "ทต.บ้านใหม่"),
        ("สำนักงานลองดู", "other", "เขตลองดู", "สำนักงานลองดู เขตลองดู"),
        ("เทศบาลเมืองลองดู", "town_municipality", "อำเภอลองดู", "ทม.ลองดู"),
        ("จังหวัดลองดู", "province", None, "จังหวัดลองดู"),
    ],
)
def test_agencies_that_bear_one_name_are_told_apart_in_few_words(name, kind, district, expected):
    assert told_apart(agency(name, kind, district=district)) == expected
