"""The survey's code as a phone reads it from a screen and from the files."""

from __future__ import annotations

import io

import pytest
import yaml
import zxingcpp
from PIL import Image

from tests.depth import thorough
from tests.site.project import REPOSITORY
from tests.site.reader import DESK, PHONE, Screen

SURVEYS = [
    ("eit/", 2569),
    ("2566/o43/", 2566),
    ("2568/o28/", 2568),
    ("2569/o26/", 2569),
]
FAR_AND_NEAR = [
    Screen(360, 740, "light", 1),
    Screen(360, 740, "dark", 2),
    Screen(1280, 900, "dark", 1),
    Screen(1280, 900, "light", 2),
]


def survey_link(year):
    """What the officer wrote."""
    text = (REPOSITORY / f"data/{year}/year.yml").read_text("utf-8")
    return yaml.safe_load(text)["eit"]["url"]


def decoded(picture):
    """What a phone reads in a picture; one that reads light codes on dark is not assumed."""
    seen = Image.open(io.BytesIO(picture)).convert("RGB")
    return [code.text for code in zxingcpp.read_barcodes(seen, try_invert=False)]


def border(picture):
    """The colours of a picture's outermost pixels."""
    seen = Image.open(io.BytesIO(picture)).convert("RGB")
    across, down = range(seen.width), range(seen.height)
    edge = [(x, y) for x in across for y in (0, seen.height - 1)]
    edge += [(x, y) for x in (0, seen.width - 1) for y in down]
    return {seen.getpixel(place) for place in edge}


@pytest.mark.parametrize("screen", [FAR_AND_NEAR[0], *thorough(*FAR_AND_NEAR[1:])], ids=str)
def test_the_survey_code_on_the_screen_is_the_link_of_the_year(visit, own_home, screen):
    window = visit(own_home, screen)
    for address, year in SURVEYS:
        window.open(address)
        figure = window.page.locator(".ita-survey:has([data-ita=eit-qr])").first
        figure.scroll_into_view_if_needed()
        assert decoded(figure.screenshot()) == [survey_link(year)], address
        assert "itas.nacc.go.th" in figure.inner_text(), address
        link = figure.locator("a").first
        assert link.get_attribute("href") == survey_link(year)


@pytest.mark.parametrize("screen", [PHONE.dark(), *thorough(PHONE)], ids=str)
def test_the_whole_page_as_seen_can_be_scanned(visit, own_home, screen):
    window = visit(own_home, screen)
    window.open("eit/")
    window.page.locator("[data-ita=eit-qr] svg").scroll_into_view_if_needed()
    assert decoded(window.page.screenshot()) == [survey_link(2569)]


LINE, SMALL = 60, 130
"""CSS pixels: a line of text with its card, and a code that does not ask to be scanned."""


def test_a_survey_that_is_closed_takes_a_line_and_its_code_only_where_the_item_asks(
    visit, own_home
):
    for screen in (PHONE, DESK):
        window = visit(own_home, screen)
        for address in ("", "2569/", "2569/o25/"):
            window.open(address)
            over = window.page.locator(".ita-survey--shut")
            assert "ปิดรับแล้ว" in over.inner_text()
            assert over.bounding_box()["height"] < LINE
            assert window.page.locator("[data-ita=eit-qr], .ita-survey .ita-button").count() == 0
        window.open("2569/o26/")
        code = window.page.locator("[data-ita=eit-qr] svg")
        assert code.is_visible()
        assert code.bounding_box()["width"] < SMALL


def test_the_picture_files_of_the_code_can_be_scanned(visit, own, own_home):
    assert decoded((own.folder / "eit/qr.png").read_bytes()) == [survey_link(2569)]
    window = visit(own_home, DESK.dark())
    window.open("eit/qr.svg")
    assert decoded(window.page.screenshot()) == [survey_link(2569)]


def test_the_code_stands_on_white_even_on_a_dark_poster(visit, own_home):
    window = visit(own_home, DESK)
    window.open("eit/")
    window.page.set_content('<body style="background: #000"><img src="/eit/qr.svg" alt="">')
    code = window.page.locator("img")
    code.evaluate("picture => picture.decode()")
    assert border(code.screenshot()) == {(255, 255, 255)}
    assert decoded(window.page.screenshot()) == [survey_link(2569)]


def test_where_no_survey_is_known_there_is_no_code(udon_thani):
    assert [page for page, soup in udon_thani.soups() if soup.select("[data-ita=eit-qr]")] == []
    assert "ยังไม่ได้ระบุลิงก์" in udon_thani.article("eit/").get_text()
