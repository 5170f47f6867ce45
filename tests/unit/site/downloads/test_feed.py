"""The Atom feed by the rules of RFC 4287, whatever the reports hold."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.model.agency import Agency
from ita_site.site.downloads.feed import MOST, feed
from tests.unit.rules.figures.facts import agency_facts, report, year_facts

SITE = "https://ita.a.example/"
AGENCY = {"name": "เทศบาล <ทดสอบ> & คณะ", "kind": "other"}
ATOM = "{http://www.w3.org/2005/Atom}"


def made(*reports: dict[str, object], slug="", site=SITE, measure="a"):
    given = AGENCY | ({"site_url": site} if site else {})
    facts = agency_facts(year_facts(measure, progress=reports), slug=slug)
    agency = replace(facts, agency=Agency.model_validate(given))
    content = feed(agency, f"{agency.prefix}data/progress.atom")
    return ET.fromstring(content) if content else None  # noqa: S314 - our own file


def told(day, **fields: object):
    return report("a", **({"summary": "ทำแล้ว", "updated_on": day} | fields))


def texts(element, name):
    return [part.text for part in element.iter(ATOM + name)]


def test_every_feed_and_entry_has_what_the_rules_ask():
    root = made(told("7 เม.ย. 2566", round="6", status="done"), told("9 ต.ค. 2566", round="12"))
    assert root.tag == ATOM + "feed"
    for part in (root, *root.iter(ATOM + "entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(ATOM + name)) == 1
            assert part.find(ATOM + name).text
    assert root.find(f"{ATOM}author/{ATOM}name").text == AGENCY["name"]
    assert root.find(ATOM + "id").text == f"{SITE}data/progress.atom"
    own = {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")}
    assert own == {"self": f"{SITE}data/progress.atom", "alternate": SITE}
    assert len(set(texts(root, "id"))) == len(texts(root, "id"))
    moment = r"\d{4}-\d\d-\d\dT00:00:00\+07:00"
    assert all(re.fullmatch(moment, text) for text in texts(root, "updated"))


def test_entries_come_newest_first_with_what_was_reported_and_where():
    root = made(
        told("7 เม.ย. 2566", round="6", status="done", outcomes="ดีขึ้น"),
        told("9 ต.ค. 2566", round="12"),
        measure={"id": "a", "title": "ยืมรถ"},
    )
    first, second = root.iter(ATOM + "entry")
    assert root.find(ATOM + "updated").text == first.find(ATOM + "updated").text
    assert first.find(ATOM + "updated").text == "2023-10-09T00:00:00+07:00"
    assert first.find(ATOM + "title").text == "ยืมรถ (รอบ 12 เดือน ปีงบประมาณ 2566)"
    assert second.find(ATOM + "title").text == "แล้วเสร็จ: ยืมรถ (รอบ 6 เดือน ปีงบประมาณ 2566)"
    assert second.find(ATOM + "content").text == "ทำแล้ว\nดีขึ้น"
    assert second.find(ATOM + "link").get("href") == f"{SITE}2566/o43/#measure-a"


def test_an_entrys_identity_outlives_every_edit_of_the_report():
    before = made(told("7 เม.ย. 2566", round="6"), told("8 เม.ย. 2566", round="6"))
    edited = told("9 เม.ย. 2566", round="6", summary="แก้", status="done")
    after = made(edited, told("8 เม.ย. 2566", round="6"))
    assert sorted(texts(before, "id")) == sorted(texts(after, "id"))
    assert sorted(texts(before, "id"))[1:] == [
        "tag:ita.a.example,2023:2566/a/6",
        "tag:ita.a.example,2023:2566/a/6/2",
    ]


def test_a_report_of_the_whole_year_and_an_agency_of_a_portal():
    root = made(told("7 เม.ย. 2566"), slug="one", site="https://p.example/one/")
    assert texts(root, "id") == [
        "https://p.example/one/data/progress.atom",
        "tag:p.example,2023:one/2566/a/year",
    ]
    link = root.find(f"{ATOM}entry/{ATOM}link").get("href")
    assert link == "https://p.example/one/2566/o43/#measure-a"


def test_without_an_address_or_a_dated_report_there_is_no_feed():
    assert made(told("7 เม.ย. 2566"), site=None) is None
    assert made(report("a", summary="ทำแล้ว")) is None


def test_a_feed_does_not_grow_for_ever():
    root = made(*(told("7 เม.ย. 2566", round="6") for _ in range(MOST + 5)))
    assert len(list(root.iter(ATOM + "entry"))) == MOST


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_a_report_says_the_feed_is_well_formed(text):
    made(told("7 เม.ย. 2566", summary=["ก", text]))
