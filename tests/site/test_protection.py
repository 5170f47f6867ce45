"""What a built site promises to somebody who must not be traced.

The pages are served with the headers that came out of the build, so every other test in a
browser runs under the policy too; a refusal or a trace is a complaint of any reader.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from tests.depth import thorough
from tests.site.built import squeezed
from tests.site.project import copy_project, mkdocs
from tests.site.reader import DESK, PHONE
from tests.site.searching import search
from tests.site.server import serving

META = "head > meta[http-equiv=Content-Security-Policy]"


def palette(window):
    """Go through every choice of colours; gives those shown."""
    shown = []
    for _ in range(3):
        window.page.locator("label[for^=__palette]:visible").click()
        shown.append(window.ask("document.body.dataset.mdColorScheme"))
    return shown


@pytest.mark.thorough
def test_the_browser_refuses_nothing_and_keeps_nothing(visit, portal, portal_home):
    """The other sites are looked at whole, on four screens, in test_browser."""
    window = visit(portal_home, DESK.dark())
    for address in portal.pages:
        window.open(address)
    window.open("no/such/page/", 404)
    assert window.complaints == []


@pytest.mark.parametrize("address", ["complaints/", *thorough("", "2566/o43/")])
def test_whoever_uses_everything_on_a_page_is_refused_nothing_and_leaves_no_trace(
    visit, own_home, address
):
    window = visit(own_home, PHONE)
    window.open(address)
    window.page.locator("header label[for=__drawer]").click()
    window.page.locator(".md-nav--primary a").first.wait_for(state="visible")
    window.page.locator(".md-overlay").click(position={"x": 350, "y": 400})
    assert sorted(palette(window)) == ["default", "default", "slate"]
    assert search(window, "ร้องเรียน")
    with window.page.expect_navigation():
        window.page.keyboard.press("Enter")
    window.look_for_traces()
    assert window.complaints == []


PROVOKE = """async attempt => {
  const refused = new Promise(done => addEventListener("securitypolicyviolation", done));
  if (attempt === "script") {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken'";
    document.body.append(script);
  }
  if (attempt === "style") document.body.setAttribute("style", "color: red");
  if (attempt === "connect") fetch("https://elsewhere.test/").catch(() => {});
  if (attempt === "image") new Image().src = "https://elsewhere.test/pixel.png";
  await refused;
}"""
REFUSED = {
    "script": "script-src-elem inline",
    "style": "style-src-attr inline",
    "connect": "connect-src https://elsewhere.test/",
    "image": "img-src https://elsewhere.test/pixel.png",
}


def assert_enforced(window):
    """Whatever the policy forbids is refused; else silence would prove nothing."""
    for attempt, refused in REFUSED.items():
        window.ask(PROVOKE, attempt)
        assert any(f"refused {refused}" in said for said in window.complaints), attempt
    assert window.ask("document.title") != "taken"


def test_the_policy_is_really_enforced(visit, own_home):
    window = visit(own_home, DESK)
    window.open("complaints/")
    assert_enforced(window)


def test_a_page_on_a_server_without_headers_is_protected_by_itself(visit, own, tmp_path):
    for file in own.folder.rglob("*"):
        if file.is_file() and file.name != "_headers":
            copy = tmp_path / file.relative_to(own.folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    with serving(tmp_path) as home:
        window = visit(home, DESK)
        window.open("complaints/")
        assert search(window, "ร้องเรียน")
        assert window.complaints == []
        assert_enforced(window)


def test_a_chosen_colour_holds_on_its_page_and_the_device_decides_on_the_next(visit, own_home):
    window = visit(own_home, DESK.dark())
    window.open("complaints/")
    assert window.ask("document.body.dataset.mdColorScheme") == "slate"
    assert "default" in palette(window)
    window.open("eit/")
    assert window.ask("document.body.dataset.mdColorScheme") == "slate"


def test_nobody_is_told_where_a_reader_comes_from(visit, own_home):
    window = visit(own_home, DESK)
    window.open("complaints/")
    heard = []
    window.page.on("request", lambda request: heard.append(request.headers.get("referer")))
    window.page.locator("footer a").first.click()
    window.page.wait_for_load_state()
    assert heard
    assert not any(heard)
    assert window.ask("document.referrer") == ""


def test_every_page_of_every_site_has_one_policy_and_no_code_of_its_own(site):
    for address, soup in site.soups():
        [meta] = soup.select(META)
        assert "unsafe" not in meta["content"], address
        assert meta.find_previous_sibling("meta")["charset"], address
        assert soup.select("[style], article script, style") == [], address


def test_links_that_leave_the_site_are_guarded_and_encrypted(site):
    guarded = 0
    for address, soup in site.soups():
        for link in soup.select("a[href*='://']"):
            assert link["href"].startswith("https://"), (address, link)
            assert {"noopener", "noreferrer"} <= set(link["rel"]), (address, link)
            guarded += 1
    assert guarded


def complaint_pages(site):
    found = [address for address in site.pages if re.fullmatch(r"([^/]+/)?complaints/", address)]
    assert found
    return [(address, site.soup(address)) for address in found]


def test_the_complaints_page_holds_what_securedrop_asks_of_a_static_page(site):
    """Its docs/admin/deployment/landing_page.rst; test_server_settings holds the headers."""
    for address, soup in complaint_pages(site):
        canonical = soup.select_one("link[rel=canonical]")
        if canonical:  # A path of the site, no host of its own that a network's owner could see.
            assert urlsplit(canonical["href"]).path.endswith(f"/{address}")
        loaded = soup.select("[src], [srcset], object, iframe, embed, link[rel=stylesheet]")
        assert all("//" not in part.get("src", part.get("href", "")) for part in loaded)
        assert soup.select("iframe, object, embed, video, audio, article script") == []
        # One emblem on every page of the agency does not tell which of them is read.
        assert soup.select("img:not(.ita-brand > img)") == []
        assert soup.select_one("meta[name=referrer]")["content"] == "no-referrer"
        assert soup.select("main form, article input:not([type=search]), textarea, select") == []
        assert "form-action 'none'" in soup.select_one(META)["content"]
        assert ".onion" not in soup.get_text()


def test_the_complaints_page_says_what_keeps_whoever_reports_safe(site):
    for address, soup in complaint_pages(site):
        text = squeezed(soup.select_one("main article").get_text())
        for promise in (
            "ใช้เครื่องและอินเทอร์เน็ตของตนเอง ไม่ใช้ของหน่วยงานที่จะแจ้ง",
            "หน้านี้ไม่มีแบบฟอร์ม และไม่เก็บข้อมูลของผู้เปิดอ่าน",
        ):
            assert squeezed(promise) in text, address
        assert soup.select("main a[href='tel:1205']"), address
        assert "ไม่ใช้คุกกี้" in soup.footer.get_text(), address


def test_whoever_leaves_at_once_does_not_come_back_by_the_back_button(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("")
    window.open("complaints/")
    window.page.route("https://www.tmd.go.th/", lambda route: route.fulfill(body="weather"))
    window.page.locator("[data-ita-leave]").click()
    window.page.get_by_text("weather").wait_for()
    window.page.go_back()
    assert urlsplit(window.page.url).path == "/"


def test_each_agencys_page_says_who_reads_by_when_and_what_stays_secret_or_that_it_does_not(site):
    for view in site.outputs.views:
        page = site.soup(f"{view.facts.prefix}complaints/")
        facts = view.facts.channels
        who = squeezed(page.find(id="who-and-when").find_parent("section").get_text())
        secret = squeezed(page.find(id="protection").get_text())
        assert squeezed(facts.receiver or "ถามก่อนเล่าเรื่องว่าใครจะได้อ่าน") in who
        days = facts.handling_days
        assert (f"ภายใน{days}วัน" if days is not None else "ถามว่าจะได้คำตอบวันใด") in who
        assert all(squeezed(text) in secret for text in facts.protection)
        assert facts.protection or "ถามให้ชัดก่อนบอกชื่อ" in secret


def test_no_page_asks_for_a_complaint(site):
    """A text to be copied is none."""
    for address, soup in site.soups():
        kinds = {part["class"][0] for part in soup.select("form")}
        assert kinds <= {"md-header__option", "md-search__form"}, address
        assert not soup.select("form[action], textarea:not([readonly]), [contenteditable]"), address


def test_a_style_in_an_officers_own_page_is_told_and_the_tables_columns_are_not(visit, tmp_path):
    project = copy_project(tmp_path / "project")
    (project / "content/own.md").write_text(
        '# หน้าของเรา\n\n<p style="color: red">ด่วน</p>\n\n<style>h1 { color: red }</style>\n\n'
        "| ก | ข |\n| --- | --: |\n| 1 | 2 |\n\n[ป.ป.ช.](https://www.nacc.go.th/)\n",
        "utf-8",
    )
    done = mkdocs(project, project / "site", "--no-strict").succeeded()
    told = re.findall(r"content/own\.md:(\d+):1: warning ITA514: .+?“(.+?)”", done.log)
    assert told == [("3", "color: red"), ("5", "h1 { color: red }")]
    with serving(project / "site") as home:
        window = visit(home, DESK)
        window.open("own/")
        refused = {said.split()[2] for said in window.complaints if "style" in said}
        assert refused == {"style-src-attr", "style-src-elem"}
        colours = (
            "[...document.querySelectorAll('h1, article p')].map(e => getComputedStyle(e).color)"
        )
        assert "rgb(255, 0, 0)" not in window.ask(colours)
        cell = "getComputedStyle(document.querySelector('td:last-child')).textAlign"
        assert window.ask(cell) == "right"
        rel = window.ask("document.querySelector('article a[href*=nacc]').rel")
        assert rel == "noopener noreferrer"
