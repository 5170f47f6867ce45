"""What the page that looks back says, and what it leaves out when nothing is known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from ita_site.facts.thai.calendar import BEDate
from ita_site.site.pages.agency_pages import agency_pages, history_page
from ita_site.site.pages.view import AgencyView
from tests.unit.rules.figures.facts import agency_facts, report, result_facts, year_facts

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts

DAY = BEDate(2569, 11, 20)


def page(*years: YearFacts) -> BeautifulSoup:
    """The page as a reader gets it."""
    found = history_page(AgencyView(agency_facts(*years), DAY)).artifact().content.decode()
    body = found.split("---\n", 2)[2]
    return BeautifulSoup(markdown(body, extensions=["attr_list"]), "html.parser")


def words(part):
    return " ".join(part.get_text(" ").split())


def sections(soup):
    named = (heading.get("id") or heading.find_parent("details")["id"] for heading in soup("h2"))
    return [name for name in named if name != "lead-heading"]


def lead(soup):
    return [" ".join(item.get_text().split()) for item in soup.select(".ita-lines li")]


def totals(*scores: str | None):
    return [
        result_facts(2568 + at, total={"score": score}) for at, score in enumerate(scores) if score
    ]


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        (("89.63", "95.17"), "คะแนนรวมเพิ่มขึ้นจาก 89.63 (ผลปี 2567) เป็น 95.17 (ผลปี 2568)"),
        (("95.17", "89.63"), "คะแนนรวมลดลงจาก 95.17 (ผลปี 2567) เป็น 89.63 (ผลปี 2568)"),
        (("90", "90.00"), "คะแนนรวมเท่าเดิม 90.00 (ผลปี 2567 และ 2568)"),
        (("80", None, "90"), "คะแนนรวมเพิ่มขึ้นจาก 80 (ผลปี 2567) เป็น 90 (ผลปี 2569)"),
        (
            ("80", "91.50", "90"),
            "คะแนนรวมเพิ่มขึ้นจาก 80 (ผลปี 2567) เป็น 90 (ผลปี 2569) แต่ลดลงเมื่อเทียบกับผลปี 2568 (91.50)",
        ),
    ],
)
def test_the_first_sentence_says_where_the_total_went(scores, sentence):
    assert lead(page(*totals(*scores)))[0] == sentence


@pytest.mark.parametrize(("newest", "now"), [("84.99", "ยังต่ำกว่าเกณฑ์"), ("85.00", "ผ่านเกณฑ์แล้ว")])
def test_what_misses_the_target_again_is_named_with_its_years_and_how_it_stands(newest, now):
    soup = page(*(result_facts(2567 + at, score) for at, score in enumerate(("80", "81", newest))))
    years = "2566, 2567 และ 2568" if newest == "84.99" else "2566 และ 2567"
    assert lead(soup)[0] == (
        f"ตัวชี้วัดที่ต่ำกว่าเกณฑ์มากกว่า 1 ปี: 1. การปฏิบัติหน้าที่ (ผลปี {years} ล่าสุดปี 2568 {now})"
    )


def test_where_nothing_came_back_it_says_so():
    soup = page(result_facts(2566, "90"), result_facts(2567, "91"))
    assert lead(soup) == ["ไม่มีตัวชี้วัดใดต่ำกว่าเกณฑ์มากกว่า 1 ปี"]
    assert "ไม่พบจุดอ่อนที่กลับมาอีก เท่าที่มีผลประเมินปี 2565 และ 2566" in words(soup)


def test_scores_of_other_questions_are_not_compared():
    given = (result_facts(year, score) for year, score in ((2567, "80"), (2568, "90")))
    soup = page(*given, result_facts(2569, "91"))
    text = words(soup)
    assert "ไม่เทียบผลปี 2567 กับผลปี 2566 เพราะแบบวัดเป็นคนละชุด" in text
    assert soup.select_one(".ita-slopes .ita-move").get_text() == "เพิ่มขึ้น 1"
    assert "จากปี 2566" not in text


def test_measures_alone_say_nothing_of_scores():
    soup = page(year_facts("a", year="2566"), year_facts("a", year="2567"))
    assert sections(soup) == ["measures", "carried", "unfinished", "trust-heading"]
    assert soup.find("svg", class_="ita-line") is None


def test_scores_alone_say_nothing_of_measures():
    soup = page(*totals("80", "90"))
    assert sections(soup) == ["scores", "weaknesses", "trust-heading"]


def test_what_a_missing_year_hides_is_told():
    first, last = year_facts("a", year="2566"), year_facts("b", year="2569")
    text = words(page(first, last).select_one("#lead-heading").parent)
    assert "ไม่มีข้อมูลมาตรการปี 2567 และ 2568" in text
    text = words(page(*totals("80", None, "90")).select_one("#lead-heading").parent)
    assert "ไม่มีข้อมูลผลประเมินปี 2568" in text


def test_targets_that_differ_stand_in_the_table():
    second = result_facts(2569, total={"score": "87"})
    rules = tuple(
        rule.model_copy(update={"target": Decimal(88)}) for rule in second.edition.ratings
    )
    edition = second.edition.model_copy(update={"ratings": rules})
    soup = page(*totals("87"), replace(second, edition=edition))
    rows = [words(row) for row in soup.select("#scores tbody tr")]
    assert "เกณฑ์ผ่าน 2567 85 2568 88" in rows
    assert not [row for row in page(*totals("87", "88")).select("tr") if "เกณฑ์ผ่าน" in row.th.text]


def test_what_was_not_finished_is_followed_with_what_hindered_it():
    late = report("a", status="in_progress", summary="ทำแล้วครึ่งหนึ่ง", obstacles="ฝนตก")
    soup = page(year_facts("a", "b", year="2566", progress=[late]), year_facts("b", year="2568"))
    told = [words(item) for item in soup.select("#unfinished li")]
    way = "ปี 2566 กำลังดำเนินการ ปี 2567 ไม่มีข้อมูล ปี 2568"
    assert told == [
        f"มาตรการที่ 1 {way} ไม่มีมาตรการนี้ หน่วยงานรายงานปัญหาไว้ว่า ฝนตก",
        "มาตรการที่ 2 ปี 2566 ไม่มีรายงานในเว็บไซต์นี้ ปี 2567 ไม่มีข้อมูล ปี 2568 ทำต่อ ไม่มีรายงานในเว็บไซต์นี้",
    ]


def test_every_row_has_a_cell_for_every_year():
    measures = (year_facts("a", year="2567"), year_facts("a", year="2570"))
    scores = [result_facts(year, "80", "90", total={"score": "85"}) for year in (2567, 2570)]
    years = [
        replace(facts, measures=year.measures) for facts, year in zip(scores, measures, strict=True)
    ]
    tables = page(*years).select("table.ita-trend:not(.ita-trend--tally)")
    assert len(tables) == 4
    for table in tables:
        heads = len(table.select("thead th"))
        assert heads == (6 if "ita-slopes" in table["class"] else 5)
        assert {len(row.find_all(["th", "td"])) for row in table.select("tbody tr")} == {heads}


def test_the_page_is_made_only_when_there_is_something_to_compare():
    for years, made in (((result_facts(2566, "80"),), False), (totals("80", "81"), True)):
        kinds = {found.kind for found in agency_pages(AgencyView(agency_facts(*years), DAY))}
        assert ("history" in kinds) == made


def test_where_only_instruments_have_scores_these_are_told():
    years = [
        result_facts(2568 + at, instruments=[{"code": "IIT", "score": score}])
        for at, score in enumerate(("71.20", "88.40"))
    ]
    told = "คะแนน IIT เพิ่มขึ้นจาก 71.20 (ผลปี 2567) เป็น 88.40 (ผลปี 2568)"
    assert lead(page(*years))[0] == told
