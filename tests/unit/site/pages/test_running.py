"""What runs above and below the sheets of an item page."""

from __future__ import annotations

import pytest

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.build import build

TODAY = BEDate(2566, 10, 20)


def running(data, files):
    """The stylesheets for print of what is in a data folder, by path."""
    outputs = build(read_publication(data(files)).publication, TODAY)
    found = (file for file in outputs.artifacts if file.path.endswith("print.css"))
    return {file.path: file.content.decode() for file in found}


def agency(more):
    return {"agency.yml": f"kind: subdistrict_municipality\n{more}\n"}


def test_agency_item_and_day_of_the_facts(data):
    files = agency("name: เทศบาลตำบลทดสอบ") | {"2566/year.yml": "as_of: 11 ต.ค. 2566"}
    assert running(data, files) == {
        "2566/o42/print.css": ':root{--ita-agency-name:"เทศบาลตำบลทดสอบ";'
        '--ita-item:"ข้อ O42 ปีงบประมาณ 2566";--ita-date:"ข้อมูล ณ 11\u00a0ต.ค.\u00a02566";}\n',
        "2566/o43/print.css": ':root{--ita-agency-name:"เทศบาลตำบลทดสอบ";'
        '--ita-item:"ข้อ O43 ผลปีงบประมาณ 2566";--ita-date:"ข้อมูล ณ 11\u00a0ต.ค.\u00a02566";}\n',
    }


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("updated_on: 12 ต.ค. 2566", "ปรับปรุงข้อมูล 12\u00a0ต.ค.\u00a02566"),
        ("", "จัดทำเอกสาร 20\u00a0ต.ค.\u00a02566"),
    ],
)
def test_where_the_year_has_no_day_another_is_told_as_what_it_is(data, more, told):
    files = agency(f"name: ทดสอบ\n{more}") | {"2566/year.yml": "{}"}
    assert f'--ita-date:"{told}"' in running(data, files)["2566/o42/print.css"]


def test_numbers_are_in_the_agencys_numerals_and_codes_stay(data):
    files = agency("name: เทศบาล 2\nnumerals: thai") | {"2566/year.yml": "{}"}
    told = running(data, files)["2566/o43/print.css"]
    assert '"เทศบาล ๒"' in told
    assert '"ข้อ O43 ผลปีงบประมาณ ๒๕๖๖"' in told
    assert "counter(page,thai)" in told


def test_a_name_stays_a_text_whatever_it_holds(data):
    files = agency("""name: 'ก"}</style>\\x{'""") | {"2566/year.yml": "{}"}
    told = running(data, files)["2566/o42/print.css"]
    assert '--ita-agency-name:"ก\\22 }\\3c /style\\3e \\5c x{";' in told
