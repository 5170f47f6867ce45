"""The page in English: labels known, Thai marked as such, the agency's words where given."""

from __future__ import annotations

from bs4 import BeautifulSoup
from markdown import markdown

from ita_site.facts.editions.load import edition_for, edition_years, national_channels
from ita_site.facts.model.channels import ChannelKind
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.due import Window
from ita_site.rules.figures.status import Standing
from ita_site.site.build import build
from ita_site.site.pages.english import english_date, labels
from tests.conftest import REPOSITORY

DAY = BEDate(2569, 11, 20)


def page(data) -> BeautifulSoup:
    outputs = build(read_publication(data).publication, DAY)
    files = {artifact.path: artifact for artifact in outputs.artifacts}
    text = files["en/index.md"].content.decode().split("---\n", 2)[2]
    html = markdown(text, extensions=["attr_list", "md_in_html"])
    return BeautifulSoup(html, "lxml")


def test_every_code_and_official_name_has_a_label():
    known = labels()
    assert known["standing"].keys() == {one.value for one in Standing}
    assert known["window"].keys() == {one.value for one in Window}
    assert known["channel"].keys() == {one.value for one in ChannelKind}
    hotlines = {one.hotline for one in national_channels().channels if one.hotline}
    assert known["hotline"].keys() == hotlines
    found = [edition_for(year) for year in edition_years()]
    names = {level.name for one in found for rule in one.ratings for level in rule.levels}
    assert {name for name in names if not name.isascii()} == known["rating"].keys()
    assert {one.code for each in found for one in each.instruments} == known["instrument"].keys()


def test_what_the_agency_says_is_marked_as_thai_and_all_else_is_english():
    shown = page(REPOSITORY / "data")
    for part in shown.select("[lang=th]"):
        part.decompose()
    english = shown.select_one("h1").text + shown.select_one("div[lang=en]").text
    thai = [letter for letter in english if "\u0e00" <= letter <= "\u0e7f"]
    assert thai == []
    assert "Tua Yang Town Municipality" in english
    assert "Apply and follow your request online" in english
    assert "8 measures for fiscal year 2568 (2025)" in english


def test_an_agency_without_translations_is_told_in_its_own_words(data):
    agency = "name: เทศบาลทดสอบ\nkind: other\nnumerals: thai\n"
    shown = page(data({"agency.yml": agency, "2566/measures.yml": "measures: [{id: a, title: ก}]"}))
    assert shown.select_one("h1 [lang=th]").text == "เทศบาลทดสอบ"
    [measure] = shown.select("ol li")
    assert measure.select_one("[lang=th]").text == "ก"
    assert "No report on this website 1" in shown.text
    assert "fiscal year 2566 (2023)" in shown.text


def test_a_level_of_one_letter_says_what_it_is():
    shown = page(REPOSITORY / "tests/agencies/udon-thani")
    assert shown.select_one(".ita-total span").get_text(" ") == "of 100 Rating: A"


def test_days_are_those_of_the_common_era():
    assert english_date(BEDate(2569, 6, 30)) == "30 June 2026"
