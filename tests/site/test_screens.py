"""How far one scrolls on a phone: with what is deep folded, and with all of it open."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.depth import thorough
from tests.site.reader import DESK, PHONE

FOLDED, OPEN = 6, 12
HEIGHT = "() => document.documentElement.scrollHeight"
OPEN_ALL = "() => document.querySelectorAll('article details').forEach(fold => fold.open = true)"
SHUT = "() => document.querySelectorAll('article details:not([open])').length"
OPENED = """id => {
  const named = document.getElementById(id), box = named.getBoundingClientRect();
  return named.checkVisibility() && box.top >= 0 && box.top < innerHeight;
}"""


def screens(window) -> float:
    return round(window.ask(HEIGHT) / PHONE.height, 1)


def test_no_page_is_longer_than_six_screens_folded_and_twelve_open(visit, own, own_home):
    window = visit(own_home, PHONE)
    told, too_long = [], []
    for address in own.generated:
        if address.startswith("help/"):
            continue
        window.open(address)
        folded = screens(window)
        window.ask(OPEN_ALL)
        opened = screens(window)
        told.append(f"{address or '/'}: {folded} folded, {opened} open")
        if folded > FOLDED or opened > OPEN:
            too_long.append(told[-1])
    print("\n".join(told))  # noqa: T201 - `pytest -rP` tells the figures
    assert too_long == [], "\n".join(told)
    assert window.complaints == []


@pytest.mark.parametrize(
    "address", ["roi-et/2567/o34/", *thorough("udon-thani/2566/o42/", "khok-mon/2569/o26/")]
)
def test_nor_are_the_longest_of_the_real_agencies(visit, portal_home, address):
    window = visit(portal_home, PHONE)
    window.open(address)
    assert screens(window) <= FOLDED
    window.ask(OPEN_ALL)
    assert screens(window) <= OPEN


FIRST = "[data-fact=measure] .ita-tag"


def test_the_first_screen_holds_the_first_measure_and_how_it_stands(visit, own_home):
    window = visit(own_home, PHONE)
    for address in ("2566/o42/", "2566/o43/", "2568/o27/", "2569/o26/", "2569/progress/"):
        window.open(address)
        stands = window.page.locator(FIRST).first.bounding_box()
        assert stands["y"] + stands["height"] < PHONE.height, address


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_desk_nothing_has_to_be_opened(visit, own_home, scripts):
    window = visit(own_home, DESK, scripts=scripts)
    items = ("2569/o25/", "2569/o26/", "2569/oit/", "2569/checklist/")
    for address in (*items, "api/", "api/columns/", "complaints/"):
        window.open(address)
        assert window.page.locator("article details:not([open])").count() == 0, address


WIDE = """() => document.querySelector(".ita-list").getBoundingClientRect().width /
  document.querySelector("article").getBoundingClientRect().width"""


def test_where_no_survey_is_open_the_results_have_the_whole_width_of_a_desk(
    visit, own_home, portal_home
):
    for home, address in ((own_home, "2569/o26/"), (portal_home, "khok-mon/2569/o26/")):
        window = visit(home, DESK)
        window.open(address)
        assert window.ask(WIDE) > 0.95, address


PLACES = """() => [...document.querySelectorAll("summary, article > *, footer")]
  .filter(part => part.checkVisibility({ visibilityProperty: true }))
  .filter(part => getComputedStyle(part).position !== "absolute")
  .map(part => Math.round(part.getBoundingClientRect().top))"""


@pytest.mark.parametrize("address", ["2566/o42/", "2569/o26/", "complaints/"])
def test_nothing_moves_when_a_phone_folds_what_was_seen_before_its_script_came(
    visit, own_home, address
):
    window, held = visit(own_home, PHONE), []
    window.page.route("**/ita.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright asks a handler for its parameters
    window.page.goto(own_home + address, wait_until="commit")
    window.page.wait_for_function("() => document.querySelector('.ita-officers')")
    window.page.wait_for_function("() => document.fonts.status === 'loaded'")
    assert window.page.locator("article details[open]").count() > 3
    before = window.ask(PLACES)
    held[0].continue_()
    window.page.wait_for_load_state()
    assert window.page.locator("article details[open]").count() == 0
    assert window.ask(PLACES) == before


def test_a_page_whose_script_never_comes_is_read_all_the_same(visit, own_home):
    window = visit(own_home, PHONE)
    window.page.route("**/ita.js", lambda route: route.abort())
    window.page.goto(own_home + "2566/o42/")
    step = window.page.locator(".ita-steps td").first
    assert not step.is_visible()
    step.wait_for(state="visible", timeout=20_000)


def test_the_assessors_address_and_paper_leave_nothing_folded(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("2569/o25/")
    assert window.ask(SHUT) > 0
    window.ask("() => { location.hash = 'all' }")
    window.page.wait_for_function(f"() => ({SHUT})() === 0")
    window.open("2569/o26/")
    window.ask("() => dispatchEvent(new Event('beforeprint'))")
    assert window.ask(SHUT) == 0


@pytest.mark.parametrize(
    "place",
    ["2569/o25/#findings-answers-differ", "2569/o25/#question-e5", "2569/o26/#measure-vehicle-log"],
)
def test_a_link_that_leads_into_a_fold_opens_it(visit, own_home, place):
    window = visit(own_home, PHONE)
    window.open(place)
    assert window.ask(OPENED, place.partition("#")[2])


def test_a_thai_place_is_opened_however_its_address_is_written(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("2569/o25/")
    fold = "() => document.querySelector('#measure-vehicle-log, .ita-measure')"
    window.ask(f"() => {{ const fold = ({fold})(); fold.open = false; fold.id = 'ตำบลตัวอย่าง'; }}")
    window.ask("() => { location.hash = encodeURIComponent('ตำบลตัวอย่าง') }")
    window.page.wait_for_function("() => document.getElementById('ตำบลตัวอย่าง').open")
    window.ask("() => { location.hash = '%' }")
    assert window.complaints == []


def test_what_was_open_before_printing_is_open_after_and_nothing_else(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("2569/o26/")
    window.page.locator(".ita-measure > summary").first.click()
    before = window.ask(SHUT)
    for event, shut in (("beforeprint", 0), ("beforeprint", 0), ("afterprint", before)):
        window.ask(f"() => dispatchEvent(new Event('{event}'))")
        assert window.ask(SHUT) == shut
    assert window.page.locator(".ita-measure").first.evaluate("fold => fold.open")


def test_on_paper_stands_a_card_to_cut_out_and_nothing_that_only_a_screen_can_do(
    visit, own_home, portal_home
):
    window = visit(own_home, DESK)
    window.page.emulate_media(media="print")
    window.open("complaints/")
    card = window.page.locator(".ita-pocket > ul")
    assert card.evaluate("card => getComputedStyle(card).borderStyle") == "dashed"
    window.open("2569/")
    assert window.page.locator("article a[href$='.csv']").all()
    assert not any(link.is_visible() for link in window.page.locator("a[href$='.csv']").all())
    window = visit(portal_home, DESK)
    window.page.emulate_media(media="print")
    window.open("compare/")
    assert window.page.locator("article input").all()
    assert not any(box.is_visible() for box in window.page.locator("article input").all())


FRAMED = """() => [...document.querySelectorAll("article :is(h1, h2, h3, h4)")]
  .filter(heading => parseFloat(getComputedStyle(heading).borderTopWidth))
  .map(heading => heading.textContent)"""


def test_no_heading_has_a_frame_of_its_own(visit, own_home):
    window = visit(own_home, PHONE)
    for address in ("2567/o35/", "2569/o26/", "2568/o27/"):
        window.open(address)
        assert window.ask(FRAMED) == [], address


@pytest.mark.parametrize("address", ["yot-kaeng/2567/", *thorough("tak/2568/", "khok-mon/2568/")])
def test_a_year_of_which_nothing_is_told_but_its_measures_prints_one_sheet(
    visit, portal_home, address
):
    window = visit(portal_home, DESK)
    window.open(address)
    with pikepdf.open(BytesIO(window.page.pdf(prefer_css_page_size=True))) as sheets:
        assert len(sheets.pages) == 1
