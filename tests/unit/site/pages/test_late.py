"""A missing report is late only of an agency whose reports are brought to the site at all."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.build import build

TODAY = BEDate(2571, 5, 2)
INFO = "assessment_year: {0}\nresult_year: {1}\nimplementation_year: {0}\nreporting_rounds: {2}\n"
MEASURES = "measures:\n  - {id: sweep, title: กวาดถนนทุกเช้า}\n  - {id: paint, title: ทาสีขอบทาง}\n"
REPORTED = "progress:\n  - {measure: sweep, round: 6, status: done, summary: กวาดครบทุกสาย}\n"


def page(data, rounds, reports):
    """The front page in 2571, with the reports of each year by its folder."""
    files = {}
    for year in (2570, 2571):
        files[f"{year}/year.yml"] = INFO.format(year, year - 1, rounds)
        files[f"{year}/measures.yml"] = MEASURES
        files[f"{year}/progress.yml"] = reports.get(year, "progress: []\n")
    made = build(read_publication(data(files)).publication, TODAY).artifacts
    found = next(file for file in made if file.path == "index.md")
    return BeautifulSoup(found.content, "html.parser")


@pytest.mark.parametrize("rounds", ["[6]", "[3, 6]"])
def test_nothing_is_late_of_an_agency_of_which_no_report_is_known(data, rounds):
    shown = page(data, rounds, {})
    assert shown.select(".ita-late:not([hidden])") == []
    told = " ".join(note.get_text(" ") for note in shown.select(".ita-lead .ita-note"))
    assert "เว็บไซต์นี้ไม่มีรายงาน" in told
    assert "เลยกำหนด" not in shown.get_text()


@pytest.mark.parametrize("year", [2570, 2571])
@pytest.mark.parametrize("rounds", ["[6]", "[3, 6]"])
def test_where_any_report_is_known_a_missing_one_is_late(data, rounds, year):
    shown = page(data, rounds, {year: REPORTED})
    assert "เลยกำหนด" in " ".join(late.get_text() for late in shown.select(".ita-late"))
