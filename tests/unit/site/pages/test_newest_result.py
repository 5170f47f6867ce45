"""The newest result has a home at once: a year may begin with its assessment alone."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.site.load import load_site

DAY = BEDate(2569, 9, 1)
MEASURES = "measures: [{id: guide, title: จัดทำคู่มือ, indicator: 1, steps: [ประชุม], units: กองคลัง}]"
EIT = "eit: {url: https://itas.nacc.go.th/go/eit/abc123}"
FILES = {
    "2569/measures.yml": MEASURES,
    "2569/year.yml": EIT,
    "2569/assessment.yml": "total: {score: 90.00}\nindicators: [{no: 1, score: 90.00}]",
}
RESULT = {"2570/assessment.yml": "total: {score: 91.23}\nindicators: [{no: 1, score: 91.23}]"}


@pytest.fixture
def pages(data):
    def built(more=None):
        site = load_site(data(FILES | RESULT | (more or {})), None, DAY)
        found = (made for made in site.outputs.artifacts if made.is_page)
        return {made.path.removesuffix("index.md"): made.content.decode() for made in found}

    return built


def test_the_front_page_shows_the_newest_result_beside_the_running_measures(pages):
    home = pages()[""]
    assert "ปีประเมิน 2570" in home
    assert '["มาตรการ (O25)", "2569/o25/"]' in home  # where there are measures
    assert '["ผลการดำเนินการ (O26)", "2570/o26/"]' in home
    assert "คะแนน ITA ปี 2569" in home
    assert "91.23" in home
    assert "ปี 2569 สัญญาไว้ 1\u00a0เรื่อง" in home
    assert "go/eit/abc123" in home
    assert "ยังไม่มีมาตรการปี 2570" in home


def test_the_years_page_and_the_history_show_it_too(pages):
    made = pages()
    assert "91.23" in made["2570/"]
    assert "ปี 2569 สัญญาไว้ 1\u00a0เรื่อง" in made["2570/"]
    assert "91.23" in made["2570/o25/"]
    assert 'href="../../2569/o25/#measures"' in made["2570/o25/"]
    assert "91.23" in made["history/"]


def test_a_page_is_mended_in_a_file_that_is_there(data):
    site = load_site(data(FILES | RESULT), None, DAY)
    mended = {made.path: made.edit_uri for made in site.outputs.artifacts if made.is_page}
    for name in ("2570/", "2570/o25/", "2570/checklist/"):
        assert mended[f"{name}index.md"].endswith("2570/assessment.yml")
    assert mended["2570/o26/index.md"].endswith("2569/progress.yml")


def test_the_survey_stays_until_the_new_year_has_its_own(pages):
    assert "go/eit/abc123" in pages()["eit/"]
    newer = pages({"2570/year.yml": EIT.replace("abc123", "new456")})
    assert "go/eit/new456" in newer["eit/"]


def test_with_measures_the_new_year_is_the_one_in_which_things_are_done(pages):
    home = pages({"2570/measures.yml": MEASURES})[""]
    assert "ปีประเมิน 2570" in home
    assert "ปี 2570 สัญญาไว้ 1\u00a0เรื่อง" in home
