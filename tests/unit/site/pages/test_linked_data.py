"""What pages tell programs: terms of schema.org, whatever the texts hold."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.model.agency import Agency
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.pages.linked_data import LinkedData
from ita_site.site.pages.open_data import Form
from ita_site.site.pages.view import AgencyView
from tests.unit.rules.figures.facts import agency_facts, year_facts

SITE = "https://ita.a.example/"


def text(kind, here, *, title="ข้อ O42", slug="", **agency: object):
    facts = agency_facts(year_facts("a", as_of="7 เม.ย. 2566"), slug=slug)
    named = {"name": "เทศบาลทดสอบ", "kind": "other"} | agency
    view = AgencyView(replace(facts, agency=Agency.model_validate(named)), BEDate(2566, 5, 15))
    year = view.current if kind != "complaints" else None
    return LinkedData(view, here, kind, title, year).text


def nodes(*where: str, **more: object):
    content = json.loads(text(*where, **more))
    assert content["@context"] == "https://schema.org"
    return {node["@type"]: node for node in content["@graph"]}


def test_the_front_page_tells_who_publishes():
    found = nodes("home", "", site_url=SITE, province="จังหวัดทดสอบ", contact={"phone": "02"})
    assert found.keys() == {"GovernmentOrganization"}
    agency = found["GovernmentOrganization"]
    assert (agency["@id"], agency["url"]) == (f"{SITE}#agency", SITE)
    assert agency["telephone"] == "02"
    assert agency["address"]["addressRegion"] == "จังหวัดทดสอบ"
    assert "email" not in agency


TABLES = (
    "measures",
    "progress",
    "scores",
    "analysis",
    "metrics",
    "evidence",
    "conflicts",
    "general",
    "targets",
    "pictures",
    "memos",
)


def test_a_year_is_a_data_set_with_its_files():
    found = nodes("year", "2566/", site_url=SITE)["Dataset"]
    assert found["dateModified"] == "2023-04-07"
    assert found["temporalCoverage"] == "2022-10-01/2023-09-30"
    assert found["creator"]["@id"] == f"{SITE}#agency"
    files = {file["contentUrl"]: file["encodingFormat"] for file in found["distribution"]}
    assert files == {
        f"{SITE}2566/data.json": "application/json",
        f"{SITE}2566/data.xlsx": Form.XLSX.value,
        **{f"{SITE}2566/{table}.csv": "text/csv" for table in TABLES},
    }
    assert len(found["description"]) > 50


def trail(*where: str, **more: object):
    steps = nodes(*where, **more)["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    return [(step["name"], step["item"]) for step in steps]


def test_the_way_down_from_the_front_page():
    home = ("เทศบาลทดสอบ", SITE)
    year = ("ปี 2566", f"{SITE}2566/")
    assert trail("year", "2566/", site_url=SITE) == [home, year]
    item = ("ข้อ O42", f"{SITE}2566/o42/")
    assert trail("measures", "2566/o42/", site_url=SITE) == [home, year, item]
    page = ("ร้องเรียน", f"{SITE}complaints/")
    assert trail("complaints", "complaints/", title="ร้องเรียน", site_url=SITE) == [home, page]


def test_without_an_address_of_its_own_links_are_relative():
    names = [address for _, address in trail("measures", "x/2566/o42/", slug="x")]
    assert names == ["../../", "../", "./"]


@given(st.text(min_size=1).filter(str.strip))
def test_no_text_leaves_the_script(title):
    written = text("measures", "2566/o42/", title=f"</script><!--{title}")
    assert not re.search("[<>&'\u2028\u2029]", written)
    steps = json.loads(written)["@graph"][0]["itemListElement"]
    assert steps[-1]["name"] == f"</script><!--{title}"


@pytest.mark.parametrize(
    ("today", "after"), [(BEDate(2567, 4, 7), "2024-04-07"), (BEDate(2567, 4, 8), None)]
)
def test_a_site_a_year_old_on_the_day_of_the_build_says_so_without_a_script(today, after):
    view = AgencyView(agency_facts(year_facts("a", as_of="7 เม.ย. 2566")), today)
    stale = view.frame.as_meta("home")["stale"]
    assert isinstance(stale, dict)
    assert stale["after"] == after
    assert "7 เม.ย. 2566" in stale["text"].replace("\u00a0", " ")
