"""What a first visit costs, as a phone on a slow network counts it."""

from __future__ import annotations

import shutil

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from ita_site.facts.content.pictures import LONGEST_SIDE
from tests.depth import thorough
from tests.site.project import copy_project, mkdocs, run
from tests.site.reader import PHONE
from tests.site.searching import search
from tests.site.weighing import counting, told, wait_until_quiet
from tests.unit.facts.content.test_pictures import photograph

BUDGETS = {"": 56_000, "2566/o43/": 62_700, "2566/o42/": 63_500, "complaints/": 56_500}
"""Bytes, compressed, of everything that a first visit asks for."""
THEME = "assets/javascripts/bundle."


@pytest.mark.parametrize("address", ["", "complaints/", *thorough("2566/o43/", "2566/o42/")])
def test_a_first_visit_stays_within_its_budget(visit, own, address):
    with counting(own.folder) as (home, sent):
        window = visit(home, PHONE)
        window.open(address)
        wait_until_quiet(window.page, sent)
    assert sent[address] > 0
    assert sum(path.endswith(".woff2") for path in sent) == 4
    assert sent.total() <= BUDGETS[address], told(sent)
    assert sent.total() > BUDGETS[address] * 0.9, f"lower the budget:\n{told(sent)}"


def test_the_themes_script_and_the_index_come_when_somebody_searches(visit, own):
    with counting(own.folder) as (home, sent):
        window = visit(home, PHONE)
        window.open("2566/o43/")
        wait_until_quiet(window.page, sent)
        assert not any(path.startswith(THEME) or "search_index" in path for path in sent)
        assert search(window, "ร้องเรียน")
        assert [size for path, size in sent.items() if path.startswith(THEME)] != []
        assert sent["search/search_index.json"] > 0
    assert window.complaints == []


def test_whoever_types_before_the_theme_is_there_is_answered_nonetheless(visit, own_home):
    window = visit(own_home, PHONE)
    waiting = []
    window.page.route("**/bundle.*.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright asks a handler for its parameters
    window.open("2566/o43/")
    window.page.locator("header .md-header__button[for=__search]").click()
    window.page.locator(".md-search__input").fill("ยืมทรัพย์สินราชการ")
    [theme] = waiting
    theme.continue_()
    window.page.locator(".md-search-result__link").first.wait_for(state="visible")


@pytest.mark.thorough
def test_a_picture_on_an_officers_own_page_says_its_size_and_waits_until_it_is_near(tmp_path):
    project = copy_project(tmp_path / "project")
    shutil.copy(project / "overrides/assets/share.png", project / "content/meeting.png")
    (project / "content/own.md").write_text("# ประชุม\n\n![ประชุมชี้แจง](meeting.png)\n", "utf-8")
    mkdocs(project, project / "site").succeeded()
    page = (project / "site/own/index.html").read_text("utf-8")
    [picture] = BeautifulSoup(page, "lxml").select("main img")
    assert picture.attrs == {
        "alt": "ประชุมชี้แจง",
        "src": "../meeting.png",
        "width": "1200",
        "height": "630",
        "loading": "lazy",
    }


@pytest.mark.thorough
def test_a_picture_of_a_report_is_published_small_and_without_its_place(tmp_path):
    project = copy_project(tmp_path / "project")
    path = project / "content/files/2568/counter-after.png"
    photograph(path)
    mkdocs(project, project / "site").succeeded()
    run(project, "ita-site", "stage", "staged").succeeded()
    built = project / "site/files/2568/counter-after.png"
    assert (
        built.read_bytes() == (project / "staged/pages/files/2568/counter-after.png").read_bytes()
    )
    with Image.open(built) as picture:
        assert max(picture.size) == LONGEST_SIDE
        assert not picture.getexif()
        size = {"width": str(picture.width), "height": str(picture.height)}
    page = BeautifulSoup((project / "site/2569/o26/index.html").read_bytes(), "lxml")
    shown = page.select_one("img[src$='counter-after.png']")
    assert shown
    assert shown["alt"]
    assert shown["loading"] == "lazy"
    assert {name: shown[name] for name in size} == size
