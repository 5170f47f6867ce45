"""The staged folder as it stands, settings and all, under generators that are not MkDocs."""

from __future__ import annotations

import copy
import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from tests.site.built import Built
from tests.site.project import REPOSITORY, run
from tests.site.reader import DESK, PHONE
from tests.site.server import serving

PAGES = ("", "2566/", "2566/o42/", "2566/o43/", "complaints/", "eit/")
PLACES = """() => Object.fromEntries(
  ["h1", ".ita-banner", ".ita-nav", ".ita-card", ".ita-aside", ".ita-footer"].map(name => {
    const found = document.querySelector(name)
    const box = found ? found.getBoundingClientRect() : {}
    const top = name == ".ita-footer" ? 0 : box.top
    return [name, found && [box.left, top, box.width].map(Math.round)]
  }))"""
"""Where the parts of a page stand, and how wide; where it ends hangs on where lines break."""
TOLERANCE = 40
"""Pixels, and a twentieth of how far down it stands: our own build keeps terms whole, and lines
then break elsewhere."""


def build(folder, *command: str) -> Built:
    run(REPOSITORY, "ita-site", "stage", str(folder), env={"ITA_DATA": "data"}).succeeded()
    done = run(folder, *command).succeeded()
    return Built(folder / "site", done.log, None)


@pytest.fixture(scope="module")
def by_zensical(own, tmp_path_factory):
    built = build(tmp_path_factory.mktemp("zensical") / "staged", "zensical", "build")
    return replace(built, outputs=own.outputs)


@pytest.fixture(scope="module")
def by_properdocs(tmp_path_factory):
    command = ("properdocs", "build", "--strict", "-f", "mkdocs.yml")
    return build(tmp_path_factory.mktemp("properdocs") / "staged", *command)


@pytest.fixture(scope="module")
def by_mkdocs(tmp_path_factory):
    return build(tmp_path_factory.mktemp("mkdocs") / "staged", "mkdocs", "build", "--strict")


@pytest.mark.thorough
def test_zensical_builds_every_page_with_banner_survey_and_styles(own, by_zensical):
    assert "No issues found" in by_zensical.log
    assert by_zensical.pages == own.pages
    for address in own.pages:
        page, ours = by_zensical.soup(address), own.soup(address)
        assert len(page.select("[data-ita=complaint-banner]")) == 1, address
        assert page.title.string.strip() == ours.title.string.strip()
        assert page.select_one("link[href$='assets/stylesheets/ita.css']"), address
        assert len(page.select(".ita-qr")) == len(ours.select(".ita-qr"))
        assert bool(page.select("link[media=print]")) == bool(ours.select("link[media=print]"))
        shown, expected = (_text(built.article(address)) for built in (by_zensical, own))
        assert expected in shown, address


def _text(article) -> str:
    article = copy.copy(article)
    for dot in article.select("ita-dot"):
        dot.replace_with("·")
    for part in article.select(".headerlink, .ita-source, .ita-pdf"):
        part.decompose()
    return "".join(article.get_text().split())


def test_zensicals_own_search_is_offered(by_zensical):
    assert by_zensical.soup("").select_one("header .md-search__button")


@pytest.mark.thorough
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("name", ["by_zensical", "by_properdocs"])
def test_the_parts_of_a_page_stand_where_our_own_build_has_them(
    request, visit, own_home, name, screen
):
    with serving(request.getfixturevalue(name).folder) as home:
        theirs, ours = (visit(address, screen) for address in (home, own_home))
        for page in PAGES:
            for window in (theirs, ours):
                window.page.goto(window.home + page, wait_until="networkidle")
            there, here = (window.page.evaluate(PLACES) for window in (theirs, ours))
            for part, expected in here.items():
                assert (there[part] is None) == (expected is None), (page, part)
                for theirs_at, ours_at in zip(there[part] or [], expected or [], strict=True):
                    near = TOLERANCE + ours_at / 20
                    assert abs(theirs_at - ours_at) <= near, (page, part, there[part], expected)


ALIKE = """
html { scrollbar-gutter: auto !important }
.md-header, .headerlink { visibility: hidden !important }
"""
"""What may differ: each has its own search in its head; Zensical keeps room for a scroll bar."""
NOTICED = 24
"""A shade further from the other's, of 255, as an eye sees it: eight pixels together."""


@pytest.mark.thorough
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("name", ["by_zensical", "by_properdocs"])
def test_their_pages_are_the_same_pictures(request, visit, by_mkdocs, name, screen, media):  # noqa: PLR0913, PLR0917 - two sites and a window
    theirs = request.getfixturevalue(name)
    with serving(theirs.folder) as one, serving(by_mkdocs.folder) as two:
        for page in PAGES:
            there, here = (_picture(visit(home, screen), page, media) for home in (one, two))
            assert there.size == here.size, page
            other = ImageChops.difference(there, here).point(lambda shade: shade > NOTICED)
            assert other.getbbox() is None, (page, other.getbbox())


def _picture(window, page, media):
    """The whole page, each eight pixels made one."""
    window.page.emulate_media(media=media)
    window.page.goto(window.home + page, wait_until="networkidle")
    window.page.add_style_tag(content=ALIKE)
    if media == "print":  # what is folded opens, as before any paper
        window.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    window.page.wait_for_function("() => document.fonts.status === 'loaded'")
    with Image.open(io.BytesIO(window.page.screenshot(full_page=True))) as shot:
        small = (-(-shot.width // 8), -(-shot.height // 8))
        return shot.convert("L").resize(small, Image.Resampling.BOX)
