"""Letters twice as large, as a browser's own setting makes them: on a phone all of it is there."""

from __future__ import annotations

import pytest

from tests.depth import thorough
from tests.site.built import kinds_of
from tests.site.reader import DESK, PHONE
from tests.site.test_browser import COVERED, TORN
from tests.site.test_lines import LINES, ends_within_thai, is_of_whole_words, parts_at

TWICE = {"standard": 32, "fixed": 26}
TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
  ? [`${document.documentElement.scrollWidth} wide`] : []"""
SQUEEZED = """() => [...document.querySelectorAll("main :is(th, td, dt, dd, li, p, caption)")]
  .filter(part => part.checkVisibility() && part.textContent.trim().length > 12)
  .filter(part => getComputedStyle(part).display !== "inline" && part.clientWidth > 1)
  .filter(part => part.clientWidth < 3 * parseFloat(getComputedStyle(part).fontSize))
  .map(part => `squeezed: ${part.textContent.trim().slice(0, 40)}`)"""
OVERHANGING = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dd, td, th)")]
  .filter(part => part.checkVisibility() && part.clientWidth > 1)
  .filter(part => part.scrollWidth > part.clientWidth + 1)
  .filter(part => getComputedStyle(part).overflowX === "visible")
  .map(part => `${part.scrollWidth - part.clientWidth} px over: ${part.textContent.trim()}`)"""
BEGINS = "() => document.querySelector('.ita-said').getBoundingClientRect().top"


OPEN_ALL = "() => document.querySelectorAll('details').forEach(one => one.open = true)"
KEPT = ("go.th", "ข้อ E13", "27 เมษายน", "E-Service")
"""Short enough for any line, however large the letters."""


def with_large_letters(visit, home, screen=PHONE):
    window = visit(home, screen)
    session = window.context.new_cdp_session(window.page)
    session.send("Page.setFontSizes", {"fontSizes": TWICE})
    return window


@pytest.mark.parametrize("name", ["own", *thorough("portal")])
def test_nothing_is_squeezed_or_leaves_the_screen(request, visit, name):
    built = request.getfixturevalue(name)
    window = with_large_letters(visit, request.getfixturevalue(f"{name}_home"))
    for address in kinds_of(built).values():
        window.open(address, 404 if address.startswith("no/") else 200)
        for fault in [*window.ask(TOO_WIDE), *window.ask(SQUEEZED)]:
            window.note(fault)
    assert window.complaints == []


@pytest.mark.parametrize(
    ("folder", "place"), [("khok-mon", "โคกมน"), *thorough(("yot-kaeng", "ยอดแกง"))]
)
def test_the_name_of_a_place_stays_whole(visit, portal_home, folder, place):
    window = with_large_letters(visit, portal_home)
    for address in ("", "complaints/"):
        window.open(f"{folder}/{address}")
        assert place in window.page.locator("main").inner_text().replace("\n", "")
        assert window.ask(TORN, [place]) == [], address


@pytest.mark.parametrize(
    "address", ["khok-mon/", "khok-mon/en/", *thorough("tak/en/", "udon-thani/complaints/")]
)
def test_no_words_overhang_what_holds_them(visit, portal_home, address):
    window = with_large_letters(visit, portal_home)
    window.open(address)
    assert window.ask(OVERHANGING) == []


def test_the_answer_begins_on_the_first_screen(visit, own_home):
    window = with_large_letters(visit, own_home)
    for address in ("", "2569/", "2568/o27/", "2566/o43/", "2569/progress/"):
        window.open(address)
        assert window.ask(BEGINS) < PHONE.height * 0.8, address


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("own", "2566/o43/"),
        ("portal", "udon-thani/2566/o42/"),
        *thorough(("own", "2566/o42/"), ("own", "complaints/"), ("portal", "yot-kaeng/2567/o34/")),
    ],
)
def test_no_word_is_torn(request, visit, name, address):
    window, torn, ends = with_large_letters(visit, request.getfixturevalue(f"{name}_home")), [], 0
    window.open(address)
    window.ask(OPEN_ALL)
    for text, end in ends_within_thai(window.ask(LINES)):
        ends += 1
        if (parts := parts_at(text, end)) and not all(map(is_of_whole_words, parts)):
            torn.append("|".join(parts))
    assert torn == window.ask(TORN, [*KEPT]) == []
    assert ends > 20


def test_on_a_desk_the_way_out_covers_no_words(visit, own_home):
    window = with_large_letters(visit, own_home, DESK)
    window.open("complaints/")
    for down in (0, 300, 600, 900):
        window.ask("down => scrollTo(0, down)", down)
        assert not window.ask(COVERED), down
