"""The pages as a browser shows them: on a phone and a desk, by day and by night."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.terms import TERMS
from tests.depth import thorough
from tests.site.reader import DESK, PHONE, SCREENS

UNKNOWN = "no/such/page/"

OVERFLOWING = """() => {
  const wide = [];
  if (document.documentElement.scrollWidth > innerWidth) wide.push("the page itself");
  for (const part of document.querySelectorAll("header *, main *, footer *, [data-ita] *")) {
    if (!part.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (part.closest(".md-sidebar, .md-search, svg, details:not([open])")) continue;
    if (part.closest(".ita-hidden, .ita-trend thead")) continue;  // For the ear, clipped away.
    const box = part.getBoundingClientRect();
    if (box.width > 1 && (box.right > innerWidth + 0.5 || box.left < -0.5))
      wide.push(`${part.tagName}.${part.className} ${part.textContent.trim().slice(0, 40)}`);
  }
  return wide;
}"""

CUT_TEXT = """() => [...document.querySelectorAll("header *, main *, footer *, [data-ita] *")]
  .filter(part => !part.closest(".md-search, .md-sidebar, svg"))
  .filter(part => part.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .filter(part => [...part.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .filter(part => /hidden|clip/.test(getComputedStyle(part).overflow) && part.clientWidth > 1)
  .filter(part => part.scrollWidth > part.clientWidth + 1
               || part.scrollHeight > part.clientHeight + 1)
  .map(part => part.textContent.trim().slice(0, 60))"""


def pages_of(built):
    """Every page, with an address nobody made."""
    return [*((address, 200) for address in built.pages), (UNKNOWN, 404)]


@pytest.mark.parametrize(
    ("name", "screen"),
    [
        ("own", PHONE),
        ("own", DESK.dark()),
        *thorough(("own", PHONE.dark()), ("own", DESK)),
        *thorough(*((name, screen) for name in ("udon_thani", "mixed") for screen in SCREENS)),
    ],
    ids=str,
)
def test_every_page_is_quiet_and_fits(request, visit, name, screen):
    built, home = request.getfixturevalue(name), request.getfixturevalue(f"{name}_home")
    window = visit(home, screen)
    for address, status in pages_of(built):
        if name == "mixed" and address.startswith("tuayang/2"):
            continue  # The same as in the site of its own, which is looked at whole.
        window.open(address, status)
        for part in window.ask(OVERFLOWING):
            window.note(f"too wide: {part}")
        for text in window.ask(CUT_TEXT):
            window.note(f"cut: {text}")
        if window.ask("document.body.dataset.mdColorScheme") != SCHEMES[screen.scheme]:
            window.note("wrong colours")
    assert window.complaints == []


SCHEMES = {"light": "default", "dark": "slate"}
BRIGHTNESS = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}"""


def test_night_is_dark_and_day_is_light(visit, own_home):
    night, day = visit(own_home, PHONE.dark()), visit(own_home, PHONE)
    night.open("")
    day.open("")
    assert night.ask(BRIGHTNESS) < 0.15
    assert day.ask(BRIGHTNESS) > 0.85


WITH_TEXT = """() => [...document.querySelectorAll("body *")]
  .filter(part => part.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .filter(part => [...part.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .filter(part => !part.closest("code, pre, script, style, noscript"))
  .forEach(part => part.setAttribute("data-test-text", ""))"""


SARABUN = ("Sarabun", True)


def drawn_with(window):
    """The font files that the visible text of a page is drawn with, and what each draws."""
    window.ask(WITH_TEXT)
    session = window.context.new_cdp_session(window.page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-test-text]"})
    fonts = {}
    for node in found["nodeIds"]:
        for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
            text = session.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"]
            fonts.setdefault((font["familyName"], font["isCustomFont"]), text[:200])
    return fonts


@pytest.mark.parametrize(
    "address",
    ["2566/o43/", *thorough("", "2566/o42/", "history/", "complaints/", "about/")],
)
def test_every_letter_is_drawn_with_the_sarabun_of_this_site(visit, own_home, address):
    window = visit(own_home, DESK)
    window.open(address)
    others = {font: text for font, text in drawn_with(window).items() if font != SARABUN}
    assert others == {}


FOCUS = """() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  return {
    banner: !!at.closest("[data-ita=complaint-banner]"),
    content: !!at.closest("main article"),
    seen: box.width > 0 && box.top >= 0 && box.bottom <= innerHeight,
    href: at.href || "",
    outline: parseFloat(getComputedStyle(at).outlineWidth),
  };
}"""


@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
@pytest.mark.parametrize("address", ["", "about/", UNKNOWN, *thorough("2566/o43/", "eit/")])
def test_the_keyboard_meets_the_complaint_banner_before_the_content(
    visit, own_home, screen, address
):
    window = visit(own_home, screen)
    window.open(address, 404 if address == UNKNOWN else 200)
    stops = []
    while not stops or not stops[-1]["banner"]:
        window.page.keyboard.press("Tab")
        stops.append(window.ask(FOCUS))
        assert not stops[-1]["content"], stops
        assert len(stops) < 10, stops
    assert stops[-1]["seen"]
    assert stops[-1]["outline"] >= 2
    window.page.keyboard.press("Enter")
    window.page.wait_for_url("**/complaints/")
    assert window.complaints == []


def test_the_keyboard_can_skip_to_the_content(visit, own_home):
    window = visit(own_home, DESK)
    window.open("2566/o43/")
    window.page.keyboard.press("Tab")
    window.page.keyboard.press("Enter")
    window.page.keyboard.press("Tab")
    assert window.ask(FOCUS)["content"]


CLIPPED = """() => [...document.querySelectorAll(".md-nav .md-ellipsis")]
  .filter(label => label.clientHeight && label.scrollHeight > label.clientHeight + 1)
  .map(label => `${label.textContent.trim()} ${label.scrollHeight} > ${label.clientHeight}`)"""
NARROW = """() => [...document.querySelectorAll(".md-nav--primary .md-nav__link")]
  .filter(link => link.checkVisibility({visibilityProperty: true}) && link.clientHeight)
  .filter(link => link.scrollWidth > link.clientWidth + 1)
  .map(link => link.textContent.trim())"""
ADD_STYLE = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
UNCUT = """.md-ellipsis, .md-nav__link, .md-nav__title, .ita-brand *, ::placeholder {
  overflow: visible !important
}"""


def assert_no_mark_is_cut(window):
    """Letting labels draw beyond their boxes changes no pixel: marks have their room."""
    before = window.page.screenshot(animations="disabled")
    window.ask(ADD_STYLE, UNCUT)
    after = window.page.screenshot(animations="disabled")
    assert before == after


STANDS_STILL = """part => new Promise(requestAnimationFrame).then(
  () => Promise.all(part.getAnimations({subtree: true}).map(move => move.finished)))"""


def open_drawer(window):
    """Open the navigation of a phone and wait until it stands still."""
    window.page.locator("header label[for=__drawer]").click()
    drawer = window.page.locator(".md-sidebar--primary")
    drawer.evaluate(STANDS_STILL)
    assert _is_on_screen(drawer)


@pytest.mark.parametrize("address", ["2566/o43/", *thorough("", "help/problems/", "about/")])
def test_the_drawer_opens_and_cuts_no_vowel_and_no_tone_mark(visit, own_home, address):
    window = visit(own_home, PHONE)
    window.open(address)
    assert not _is_on_screen(window.page.locator(".md-sidebar--primary"))
    open_drawer(window)
    assert window.ask("document.querySelectorAll('.md-nav .md-ellipsis').length") > 5
    assert window.ask(CLIPPED) == []
    assert window.ask(NARROW) == []
    assert_no_mark_is_cut(window)


def test_the_side_navigation_cuts_no_vowel_and_no_tone_mark(visit, own_home):
    window = visit(own_home, DESK)
    window.open("about/")
    assert window.page.locator(".md-nav--primary .md-ellipsis").first.is_visible()
    assert_no_mark_is_cut(window)


@pytest.mark.parametrize("screen", [DESK, *thorough(PHONE)], ids=str)
def test_what_a_box_asks_for_has_its_marks_above_marks(visit, own_home, screen):
    window = visit(own_home, screen)
    window.open("about/")
    if screen is PHONE:
        window.page.locator("header label[for=__search]").first.click()
        window.page.locator(".md-search").evaluate(STANDS_STILL)
        window.page.wait_for_function("document.activeElement.matches('.md-search__input')")
    box = window.page.locator(".md-search__input")
    box.evaluate("box => { box.placeholder = 'ค้นหาที่นี้ ปั๊มน้ำ ผู้ใหญ่'; }")
    assert box.is_visible()
    assert_no_mark_is_cut(window)


CROWDED = """() => [...document.querySelectorAll("body *")]
  .filter(part => part.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .filter(part => [...part.childNodes].some(n => n.nodeType === 3 && /[ก-๛]/.test(n.textContent)))
  .map(part => [part, getComputedStyle(part)])
  .filter(([part, style]) => parseFloat(style.lineHeight) < 1.4 * parseFloat(style.fontSize))
  .map(([part, style]) => `${style.lineHeight}/${style.fontSize} ${part.textContent.trim()}`)"""


@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
def test_thai_lines_have_room(visit, own_home, screen):
    window = visit(own_home, screen)
    for address in ("", "2566/o42/", "2566/o43/", "history/", "eit/", "complaints/", "about/"):
        window.open(address)
        for text in window.ask(CROWDED):
            window.note(f"crowded: {text[:80]}")
    assert window.complaints == []


UNLIKE = """() => [...document.querySelectorAll("ita-whole")].filter(text => {
  const own = getComputedStyle(text), around = getComputedStyle(text.parentElement);
  return own.float !== "none" || ["color", "fontSize", "fontWeight", "textAlign"]
    .some(name => own[name] !== around[name]);
}).map(text => text.textContent)"""


def test_a_text_with_marked_lines_looks_like_what_is_around_it(visit, own_home):
    window = visit(own_home, PHONE)
    for address in ("", "2569/o25/", "2569/o26/", "history/", "eit/"):
        window.open(address)
        assert window.ask("document.querySelectorAll('article ita-whole').length") >= 5
        assert window.ask(UNLIKE) == [], address


COPIED = """() => {
  getSelection().selectAllChildren(document.querySelector("article"));
  const copied = getSelection().toString();
  getSelection().removeAllRanges();
  return copied;
}"""


def test_where_lines_may_end_is_neither_copied_nor_heard_nor_in_the_way_of_who_looks(
    visit, own_home
):
    window = visit(own_home, PHONE)
    window.open("2566/o42/")
    assert window.ask("document.querySelectorAll('article wbr').length") > 100
    copied = window.ask(COPIED)
    assert "ประสิทธิภาพการสื่อสาร" in copied
    assert not set("\u200b\ufdd0\ufdd1\ufdd2\ufdd3") & set(copied)
    assert window.ask("text => find(text)", "ประสิทธิภาพการสื่อสาร")
    heading = window.page.get_by_role("heading", name="จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน", exact=True)
    assert heading.locator("wbr").count() > 0
    assert window.page.get_by_role("link", name="แจ้งเรื่องทุจริต", exact=True).count() > 0


def _is_on_screen(locator):
    box = locator.bounding_box()
    return box is not None and box["x"] + box["width"] > 0


UNSEEN = """() => {
  const seen = part => part.checkVisibility({opacityProperty: true, visibilityProperty: true});
  const words = part => part.textContent.trim();
  const all = [...document.querySelectorAll("main article *")];
  // Who approved stands above on a desk, below on a phone.
  const said = new Set(all.filter(seen).map(words));
  return all
  .filter(part => [...part.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .filter(part => !part.closest("details:not([open]), thead, .headerlink, .ita-paper, [hidden]"))
  .filter(part => !part.closest(".ita-survey--shut"))  // Closed: no room for it on a phone.
  .filter(part => !part.closest("[open] > summary .ita-gist"))  // What is open says it.
  .filter(part => !part.closest(".ita-here__all"))  // Of use on a phone alone, which folds.
  .filter(part => !part.closest("h1 + nav [aria-current]"))  // The headline says where one is.
  .filter(part => !seen(part) && !said.has(words(part)))
  .map(words);
}"""


@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
@pytest.mark.parametrize(
    "address",
    ["", "2566/o43/", "complaints/", *thorough("2566/o42/", "history/", "eit/", "about/")],
)
def test_a_page_needs_no_script(visit, own_home, screen, address):
    window = visit(own_home, screen, scripts=False)
    window.open(address)
    assert window.ask(OVERFLOWING) == []
    assert window.ask(UNSEEN) == []
    assert window.page.locator("[data-ita=complaint-banner] a").first.is_visible()
    assert window.complaints == []


def test_the_drawer_opens_without_scripts(visit, own_home):
    window = visit(own_home, PHONE, scripts=False)
    window.open("")
    window.page.locator("header label[for=__drawer]").click()
    link = window.page.locator(".md-nav--primary a[href='complaints/']")
    link.wait_for(state="visible")


def test_an_address_of_a_measure_shows_its_heading(visit, own, own_home):
    year = own.outputs.views[0].years[-1]
    last = year.facts.measures.measures[-1]
    window = visit(own_home, PHONE)
    window.open(f"{year.measures_address}#measure-{last.id}")
    box = window.page.locator(f"#measure-{last.id} > summary").bounding_box()
    above = window.page.locator(".ita-here").bounding_box()
    assert above["y"] + above["height"] <= box["y"] + 1
    assert box["y"] + box["height"] < PHONE.height


PLACES = """table => {
  const box = part => part.getBoundingClientRect();
  return [...table.querySelectorAll("tbody tr:has(.ita-line)")].map(row => {
    const line = box(row.querySelector(".ita-line"));
    const cells = [...row.querySelectorAll("td")].map(box);
    const slot = line.width / cells.length;
    return {
      below: cells.every(cell => cell.top >= line.bottom - 1),
      aside: Math.max(...cells.map(
        (cell, at) => Math.abs(cell.left + cell.width / 2 - line.left - slot * (at + .5)))),
      height: line.height,
    };
  });
}"""


@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
def test_each_years_score_stands_under_its_place_in_the_line(visit, own_home, screen):
    window = visit(own_home, screen)
    window.open("history/")
    window.ask("() => document.querySelectorAll('.ita-fold').forEach(fold => { fold.open = true })")
    rows = [
        row
        for table in window.page.locator("table.ita-trend:not(.ita-slopes)").all()
        for row in table.evaluate(PLACES)
    ]
    assert len(rows) == 4
    assert all(row["below"] and row["aside"] < 2 and row["height"] > 40 for row in rows), rows


@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
def test_an_address_of_an_item_shows_its_row(visit, own_home, screen):
    window = visit(own_home, screen)
    window.open("2569/oit/#oit-o17")
    box = window.page.locator("#oit-o17").bounding_box()
    header = window.page.locator("header").bounding_box()
    assert header["y"] + header["height"] <= box["y"] + 1
    assert box["y"] + box["height"] < screen.height


LOW = """() => [...document.querySelectorAll("article :is(li, dd, td, th) a[href]")]
  .filter(link => link.checkVisibility() && !link.closest(".ita-hidden"))
  .filter(link => [...link.getClientRects()].some(box => box.width > 2 && box.height < 24))
  .map(link => link.textContent)"""


def test_links_in_lists_are_high_enough_for_a_thumb(visit, own, own_home):
    window = visit(own_home, PHONE)
    for address in own.pages:
        if address.startswith("help/"):
            continue
        window.open(address)
        window.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert window.ask(LOW) == [], address


COVERED = """() => {
  const out = document.querySelector(".ita-leave a").getBoundingClientRect();
  return [...document.querySelectorAll("article > *, article li")]
    .filter(part => !part.matches(".ita-leave"))
    .map(part => part.getBoundingClientRect())
    .some(({ left, right, top, bottom }) =>
      right > out.left && left < out.right && bottom > out.top && top < out.bottom);
}"""


def test_on_a_desk_the_way_out_of_the_complaints_covers_nothing(visit, own_home, mixed_home):
    for home in (own_home, mixed_home):
        window = visit(home, DESK)
        window.open("complaints/")
        for down in (0, 300, 600, 9000):
            window.ask("down => scrollTo(0, down)", down)
            assert not window.ask(COVERED), down


def test_the_search_finds_a_measure(visit, own_home):
    window = visit(own_home, DESK)
    window.open("about/")
    window.page.locator("input.md-search__input").click()
    window.page.locator("input.md-search__input").fill("ยืมทรัพย์สินราชการ")
    window.page.keyboard.press("End")  # The theme listens to keys, not to text.
    results = window.page.locator(".md-search-result__link[href*='#measure-property-borrowing']")
    results.first.wait_for(state="visible")
    assert window.complaints == []


TORN = """terms => {
  const torn = [], walker = document.createTreeWalker(document.querySelector("main"), 4);
  while (walker.nextNode()) {
    const text = walker.currentNode, range = document.createRange();
    const outer = text.parentElement;
    if (outer.closest("svg, pre, .md-sidebar, .ita-hidden, details:not([open])")) continue;
    for (const term of terms)
      for (let at = text.data.indexOf(term); at >= 0; at = text.data.indexOf(term, at + 1)) {
        range.setStart(text, at);
        range.setEnd(text, at + term.length);
        const tops = [...range.getClientRects()].map(box => Math.round(box.top));
        if (Math.max(...tops) - Math.min(...tops) > 8) torn.push(term);
      }
  }
  return torn;
}"""


NEVER = ("ประพฤติมิชอบ", "ข้อซักถาม", "e1, e2", "E-Service", "No Gift Policy")


def test_what_belongs_together_is_not_torn_at_the_end_of_a_line_on_a_phone(own, own_home, visit):
    window = visit(own_home, PHONE)
    for address in own.pages:
        window.open(address)
        for term in window.ask(TORN, [*TERMS, *NEVER]):
            window.note(f"torn: {term}")
    assert window.complaints == []
