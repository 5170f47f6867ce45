"""Who sees little, hears the page, uses keys alone, or has asked the machine for rest: WCAG 2.2 AA.

What a program can find. axe-core judges every page once, and one page of each kind on every
screen, by day, by night and in print; the keyboard walks through every kind of page.
"""

from __future__ import annotations

import importlib.resources
import re

import pytest
from justhtml import JustHTML

from tests.depth import thorough
from tests.site.built import html_path, kinds_of
from tests.site.reader import DESK, PHONE, SCREENS, Screen
from tests.site.test_browser import CUT_TEXT, OVERFLOWING

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
JUDGE = """options => axe.run(%s, {resultTypes: ["violations"], ...options}).then(found =>
  found.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${node.html.slice(0, 160)}`)))
"""
EACH_LOOK = """(() => {
  const NOTHING = "rgba(0, 0, 0, 0),none,1,static";
  const drawn = new Map([[null, ""]]), looks = new Map();
  for (const part of document.querySelectorAll("html, body, body *")) {
    const css = getComputedStyle(part);
    const ground = `${[css.backgroundColor, css.backgroundImage, css.opacity, css.position]}`;
    drawn.set(part, drawn.get(part.parentElement) + (ground === NOTHING ? "" : ground));
    const look = drawn.get(part) + [css.color, css.fontSize, css.fontWeight, css.textShadow];
    if (!part.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (/\\S/.test([...part.childNodes].map(x => x.nodeType === 3 ? x.data : "").join(""))
        || part.matches("input, select, textarea"))
      looks.set(look, [(looks.get(look) ?? [part])[0], part]);
  }
  return [...new Set([...looks.values()].flat())];
})()"""
"""The first and the last visible text of each colour and size on each ground."""
SHAPE = {"rules": {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}}}
CONTRAST = {"runOnly": ["color-contrast"]}
ZOOMED = Screen(320, 256)
"""1280 by 1024 at 400 %."""


def open_kinds(built, window):
    """Open a page of each kind in turn."""
    for kind, address in kinds_of(built).items():
        window.open(address, 404 if kind == "unknown" else 200)
        yield address


STYLED = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
"""A page's own policy lets no style element in."""
AT_ONCE = "* { transition: none !important; animation: none !important }"


def judged(window, options, what="document"):
    """Keep what axe-core finds on the page that is open, or in parts of it."""
    if not window.ask("() => 'axe' in window"):
        window.ask(f"() => {{ {AXE} }}")
    for offence in window.ask(JUDGE % what, options):
        window.note(offence)


@pytest.mark.thorough  # a page of each kind is judged below
@pytest.mark.parametrize("name", ["own", "udon_thani", "portal", "mixed"])
def test_axe_finds_nothing_in_the_shape_of_any_page(request, visit, name):
    built, home = request.getfixturevalue(name), request.getfixturevalue(f"{name}_home")
    window = visit(home, PHONE)
    for address in built.pages:
        looked_at = address.startswith(("udon-thani/", "tuayang/", "help/"))
        if name == "mixed" and looked_at and not address.endswith("changes/"):
            continue  # The same as in sites that are looked at whole.
        window.open(address)
        judged(window, SHAPE)
    assert window.complaints == []


def read(window, screen):
    """Keep what cannot be read of the page that is open; by day its print is looked at too."""
    judged(window, CONTRAST, EACH_LOOK)
    if screen.scheme == "light":
        window.page.emulate_media(media="print")
        judged(window, CONTRAST, EACH_LOOK)
        window.page.emulate_media(media="screen")


@pytest.mark.parametrize("screen", [PHONE, *thorough(*SCREENS[1:])], ids=str)
def test_axe_can_read_every_kind_of_page_by_day_by_night_and_on_paper(visit, own, own_home, screen):
    window = visit(own_home, screen)
    for _ in open_kinds(own, window):
        if screen in (PHONE, DESK):
            judged(window, SHAPE)
        read(window, screen)
    assert window.complaints == []


@pytest.mark.thorough
@pytest.mark.parametrize("screen", [PHONE, *thorough(PHONE.dark())], ids=str)
def test_axe_can_read_the_kinds_of_page_that_only_a_portal_has(visit, mixed, mixed_home, screen):
    window = visit(mixed_home, screen)
    for address in kinds_of(mixed).values():
        if address.startswith(("tuayang/", "udon-thani/", "no/", "help/")):
            continue
        window.open(address)
        judged(window, SHAPE)
        read(window, screen)
    assert window.complaints == []


@pytest.mark.parametrize("screen", [PHONE, *thorough(ZOOMED, DESK.dark())], ids=str)
def test_the_public_log_is_read_by_everybody(visit, mixed_home, screen):
    window = visit(mixed_home, screen)
    for address in ("changes/", "tuayang/changes/"):
        window.open(address)
        judged(window, SHAPE)
        judged(window, CONTRAST, EACH_LOOK)
        for part in [*window.ask(OVERFLOWING), *window.ask(CUT_TEXT)]:
            window.note(part)
    assert window.complaints == []


def test_axe_finds_nothing_in_the_open_drawer_and_search(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("about/")
    window.ask(STYLED, AT_ONCE)
    for button in ("เมนู", "ค้นหา"):
        window.page.get_by_role("button", name=button, exact=True).click()
        judged(window, {})
        window.page.keyboard.press("Escape")
    assert window.complaints == []


STOPS = """() => [
  ...document.querySelectorAll("a[href], button, input, summary, textarea, [tabindex]")
].filter(
  part => part.tabIndex >= 0 && !part.closest("details:not([open]) > :not(summary)")
    && part.checkVisibility({visibilityProperty: true}) && part.getClientRects().length
    && !(part.type === "radio" && part !== (part.form.querySelector(":checked") || part.form[0]))
  ).length"""
STOP = """async () => {
  const at = document.activeElement;
  const drawn = at.type === "radio" ? at.nextElementSibling : at;
  if (at === document.body) return null;
  at.visits = (at.visits || 0) + 1;
  const on = (x, y) => drawn.contains(document.elementFromPoint(x, y));
  const parts = [.1, .5, .9];
  const shown = () => parts.some(x => parts.some(y => [...drawn.getClientRects()].some(
    one => on(one.left + one.width * x, one.top + one.height * y))));
  for (let frame = 0; frame < 60 && !shown(); frame++) await new Promise(requestAnimationFrame);
  return {
    who: `${at.tagName} ${(at.ariaLabel || at.textContent).trim().slice(0, 40)}`,
    again: at.visits > 1,
    shown: shown() && drawn.checkVisibility({opacityProperty: true, visibilityProperty: true}),
    outline: parseFloat(getComputedStyle(drawn).outlineWidth)
      * (getComputedStyle(drawn).outlineStyle !== "none"),
  };
}"""
"""The theme makes the sidebar shorter a frame after the page has moved."""


def walk(window, key):
    """Every stop from one end of the page to the other."""
    stops = []
    while len(stops) < 500:
        window.page.keyboard.press(key)
        stop = window.ask(STOP)
        if stop is None or stop["again"]:
            return stops
        stops.append(stop)
    raise AssertionError(stops[-5:])


ON, BACK = "Tab", "Shift+Tab"


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("screen", "keys"), [(ZOOMED, [ON]), *thorough((ZOOMED, [ON, BACK]), (DESK, [ON, BACK]))]
)
def test_the_keyboard_reaches_everything_and_is_seen_wherever_it_is(
    visit, own, own_home, screen, keys
):
    window = visit(own_home, screen)
    for address in open_kinds(own, window):
        window.ask(STYLED, AT_ONCE)
        for key in keys:
            stops = walk(window, key)
            count = window.ask(STOPS)  # by now the theme knows which code is wider than its box
            window.ask("() => document.querySelectorAll('*').forEach(part => delete part.visits)")
            if len(stops) != count:
                window.note(f"{key}: {len(stops)} of {count} stops")
            for stop in stops:
                if not stop["shown"] or stop["outline"] < 2:
                    window.note(f"{key} at {screen}: {stop}")
        assert count > 5, address
    assert window.complaints == []


def test_where_the_focus_is_is_seen_before_the_themes_script_has_come(visit, own_home):
    window = visit(own_home, ZOOMED)
    window.page.route("**/bundle.*", lambda route: route.abort())
    window.open("history/")
    stops = walk(window, ON)
    assert any(stop["who"].startswith("SUMMARY") for stop in stops)
    assert [stop for stop in stops if stop["outline"] < 2] == []


def test_the_drawer_is_used_with_keys_alone(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("2566/o43/")
    keyboard, focus = window.page.keyboard, window.page.locator(":focus")
    menu = window.page.get_by_role("button", name="เมนู", exact=True)
    assert menu.get_attribute("aria-expanded") == "false"
    menu.focus()
    keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert focus.evaluate("at => !!at.closest('.md-sidebar--primary')")
    keyboard.press("Escape")
    window.page.wait_for_function("() => !document.getElementById('__drawer').checked")
    assert focus.get_attribute("aria-label") == "เมนู"

    keyboard.press("Space")
    section = window.page.locator(".md-nav--primary summary").first
    section.focus()
    keyboard.press("Enter")
    keyboard.press("Tab")
    assert focus.evaluate("at => !!at.closest('details')")
    keyboard.press("Enter")
    window.page.wait_for_url(lambda url: not url.endswith("o43/"))
    assert window.complaints == []


def test_the_drawer_shuts_behind_whoever_walks_out_of_it(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("")
    window.page.get_by_role("button", name="เมนู", exact=True).press("Enter")
    window.page.locator(".md-nav--primary a").last.focus()
    window.page.keyboard.press("Tab")
    assert not window.ask("() => document.getElementById('__drawer').checked")


@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
def test_the_search_is_used_with_keys_alone(visit, own_home, screen):
    window = visit(own_home, screen)
    window.open("about/")
    box = window.page.locator(".md-search__input")
    if screen is PHONE:
        window.page.get_by_role("button", name="ค้นหา", exact=True).press("Enter")
    else:
        box.focus()
    window.page.wait_for_function("() => document.activeElement.matches('.md-search__input')")
    window.page.keyboard.type("ยืมทรัพย์สิน", delay=20)
    whole = window.page.locator(".md-search-result__link mark", has_text="ยืมทรัพย์สิน").first
    whole.wait_for(state="visible")  # not the answer to what was written half
    window.page.keyboard.press("ArrowDown")
    assert window.page.locator(":focus").evaluate("at => at.matches('.md-search-result__link')")
    window.page.keyboard.press("Escape")
    window.page.wait_for_function("() => !document.getElementById('__search').checked")
    if screen is PHONE:
        window.page.wait_for_function("() => document.activeElement.ariaLabel === 'ค้นหา'")
    assert window.complaints == []


def test_no_single_letter_is_a_command(visit, own_home):
    window = visit(own_home, DESK)
    window.open("about/")
    for letter in "fs/pn,.":
        window.page.keyboard.press(letter)
    assert not window.ask("() => document.getElementById('__search').checked")
    assert window.page.url.endswith("/about/")


def test_without_scripts_keys_open_the_drawer(visit, own_home):
    window = visit(own_home, PHONE, scripts=False)
    window.open("")
    window.page.keyboard.press("Tab")
    window.page.keyboard.press("Space")
    window.page.locator(".md-nav--primary a").first.wait_for(state="visible")


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""WCAG 1.4.12."""


@pytest.mark.thorough  # 320 pixels instead of the 360 of test_browser
@pytest.mark.parametrize("spaced", [False, True], ids=["plain", "spaced"])
@pytest.mark.parametrize("name", ["own", "mixed"])
def test_zoomed_to_400_percent_pages_flow_again(request, visit, name, spaced):
    built, home = request.getfixturevalue(name), request.getfixturevalue(f"{name}_home")
    window = visit(home, ZOOMED)
    for address in kinds_of(built).values() if name == "mixed" else built.pages:
        window.open(address, 404 if address.startswith("no/") else 200)
        if spaced:
            window.ask(STYLED, SPACED)
        for part in window.ask(OVERFLOWING):
            window.note(f"too wide: {part}")
        for text in window.ask(CUT_TEXT):
            window.note(f"cut: {text}")
    assert window.complaints == []


@pytest.mark.thorough
@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
def test_spacing_letters_and_lines_cuts_nothing(visit, own, own_home, screen):
    window = visit(own_home, screen)
    for _ in open_kinds(own, window):
        window.ask(STYLED, SPACED)
        for part in [*window.ask(OVERFLOWING), *window.ask(CUT_TEXT)]:
            window.note(part)
    assert window.complaints == []


MOVING = """() => [...document.querySelectorAll("*")].filter(part => {
  const style = getComputedStyle(part);
  return style.scrollBehavior === "smooth" || style.animationName !== "none"
    || style.transitionDuration.split(", ").some(time => parseFloat(time) > 0);
}).map(part => part.outerHTML.slice(0, 80))"""


def test_nothing_moves_for_who_asked_for_rest(visit, own_home):
    window = visit(own_home, PHONE)
    window.page.emulate_media(reduced_motion="reduce")
    window.open("2566/o43/")
    assert window.ask(MOVING) == []


@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
def test_a_table_laid_out_as_blocks_is_still_told_as_a_table(visit, own_home, screen):
    window = visit(own_home, screen)
    for address in ("2566/o42/", "2569/oit/", "history/"):
        window.open(address)
        for table in window.page.locator("article table").all():
            if not table.is_visible():
                continue
            told = table.aria_snapshot()
            assert told.lstrip("- ").startswith("table "), told[:200]
            rows = table.locator("tr").count()
            assert len(re.findall(r"^\s*- '?row\b", told, re.MULTILINE)) == rows, told
    assert window.complaints == []


@pytest.mark.thorough
def test_every_page_leads_to_the_statement(site):
    for address, soup in site.soups():
        links = [link.get("href") for link in soup.select("footer a")]
        assert any(link.endswith("accessibility/") or link == "./" for link in links), address


def test_the_statement_says_whom_to_tell(own, portal):
    contact = own.outputs.views[0].facts.agency.contact
    article = own.article("accessibility/")
    assert article.select_one(f'a[href="mailto:{contact.email}"]')
    assert contact.hours in article.get_text().replace("\xa0", " ")
    assert not portal.article("accessibility/").select("a[href^=mailto], a[href^=tel]")


@pytest.mark.thorough
def test_the_html_is_parsed_without_an_error(site):
    for address in site.all_pages:
        found = JustHTML(site.text(html_path(address)), collect_errors=True, sanitize=False).errors
        assert found == [], address


KNOWN = {"__drawer", "__search"}
"""The theme's check boxes, where `autocomplete` does not belong: what Nu's checker still finds."""


def test_autocomplete_stands_only_where_it_belongs_and_on_two_boxes_of_the_theme(site):
    for address, soup in site.soups():
        boxes = soup.select("input[autocomplete]:not([type=text], [type=search])")
        assert {box["id"] for box in boxes} == KNOWN, address


def test_a_label_names_a_control_and_no_cell_has_a_role(site):
    for address, soup in site.soups():
        controls = {part["id"] for part in soup.select("input[id], button[id], select[id]")}
        assert {label["for"] for label in soup.select("label[for]")} <= controls, address
        assert soup.select("table[role], tr[role], td[role], th[role]") == [], address
