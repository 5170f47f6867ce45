"""What a reader who searches finds: everything, highlighted, in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from ita_site.site.search.words import said_words
from tests.depth import thorough
from tests.site.built import html_path
from tests.site.queries import QUERIES
from tests.site.reader import DESK, PHONE
from tests.site.searching import (
    BOX,
    LINKS,
    META,
    NOTHING_ASKED,
    OWN_WORKER,
    answers_of_site,
    locations,
    search,
    write,
)
from tests.site.spoken import AGENCIES as SHORT_NAMES
from tests.site.spoken import NOWHERE, SPOKEN
from tests.site.truth import asked, expected, places, same

if TYPE_CHECKING:
    from ita_site.site.pages.view import AgencyView
    from tests.site.built import Built

ABOUT = [("about/#words", ["แบบวัดที่ประชาชนผู้รับบริการหรือผู้มาติดต่อเป็นผู้ตอบ", "มาตรการ"])]


@dataclass
class Searched:
    """A site, where it is served, and the agencies that are searched from an address."""

    built: Built
    home: str
    address: str
    views: tuple[AgencyView, ...]

    @property
    def truth(self):
        """What each place says."""
        told = [*chain.from_iterable(map(places, self.views))]
        return told if self.address else [*told, *ABOUT]

    def texts(self):
        """What each page says, its agency's name included."""
        names = {view.facts.prefix: view.facts.agency.name for view in self.views}
        return {
            address: same(self.built.soup(address).title.get_text())
            + same(self.built.article(address).get_text())
            + same(names.get(address.partition("/")[0] + "/") or names.get("") or "")
            for address in self.built.pages
        }


AGENCIES = ("khok-mon", "roi-et", "tak", "udon-thani", "yot-kaeng")


@pytest.fixture(params=["own", "portal", *thorough(*AGENCIES)])
def searched(request) -> Searched:
    """Each agency's search, and that of all of them."""
    name = "own" if request.param == "own" else "portal"
    built, home = request.getfixturevalue(name), request.getfixturevalue(f"{name}_home")
    views = built.outputs.views
    if request.param == name:
        return Searched(built, home, "", views)
    only = tuple(view for view in views if view.facts.slug == request.param)
    assert len(only) == 1
    return Searched(built, home, f"{request.param}/", only)


def test_at_least_sixty_queries_are_asked_and_each_is_answered_somewhere(own, portal):
    assert len(set(QUERIES)) >= 60
    views = [*own.outputs.views, *portal.outputs.views]
    truth = list(chain.from_iterable(map(places, views)))
    assert [query for query in QUERIES if not expected(truth, query)] == []


def test_every_place_that_says_a_word_is_found_and_no_page_that_does_not(searched, visit):
    answers = answers_of_site(visit(searched.home, DESK), searched.address, *QUERIES)
    hits = {query: locations(found) for query, found in zip(QUERIES, answers, strict=True)}
    truth = {query: expected(searched.truth, query) for query in QUERIES}
    assert sum(map(len, truth.values())) > 75
    assert {query: lost for query in QUERIES if (lost := truth[query] - hits[query])} == {}
    text = searched.texts()
    said = [query for query in QUERIES if truth[query]]
    assert [
        (query, address)
        for query in said
        for address in {location.partition("#")[0] for location in hits[query]}
        if not says(text[address], query)
    ] == []


def says(text, query):
    """Whether a page says each word, or what that stands for."""
    return all(any(same(one) in text for one in meant(word)) for word in asked(query))


NO_TONES = str.maketrans("", "", "\u0e48\u0e49\u0e4a\u0e4b\u0e4c")


def meant(word):
    """A word, and what it stands for; an empty one where it leads to a page whatever that says."""
    yield word
    for group in said_words():
        if same(word).translate(NO_TONES) in group.said.translate(NO_TONES).split():
            yield from group.written.split()
            yield from [""] * bool(group.page)


def test_words_of_residents_find_what_they_mean_first(visit, own_home):
    asked_for = [(query, first) for first, queries in SPOKEN.items() for query in queries]
    assert len({query for query, _ in asked_for}) >= 150
    answers = answers_of_site(visit(own_home, PHONE), "", *(query for query, _ in asked_for))
    found = [(found[0][0]["location"] if found else None) for found in answers]
    assert {
        query: first
        for (query, wanted), first in zip(asked_for, found, strict=True)
        if first != wanted
    } == {}


def test_what_such_a_site_cannot_answer_finds_nothing_and_offers_what_people_come_for(
    visit, own_home
):
    window = visit(own_home, PHONE)
    window.open("2566/o42/")
    offers = window.page.locator(".ita-search-offers a")
    for query in NOWHERE:
        assert search(window, query) == []
        assert offers.count() == 5
        assert all(offer.is_visible() for offer in offers.all())
    assert search(window, "ทรัพย์สิน")
    assert not offers.first.is_visible()
    assert window.complaints == []


def test_a_portal_offers_as_much_and_what_is_chosen_is_seen(visit, portal_home):
    window = visit(portal_home, PHONE)
    for address in ("", "compare/"):
        window.open(address)
        assert search(window, NOWHERE[0]) == []
        offers = window.page.locator(".ita-search-offers a")
        assert [offer.is_visible() for offer in offers.all()] == [True] * 5
        places = offers.evaluate_all("links => links.map(link => link.href)")
        assert len(set(places)) == 5
        survey = window.page.get_by_role("link", name="แบบวัด EIT: เลือกหน่วยงาน")
        survey.click()
        window.page.wait_for_url("**/#agencies")
        assert window.page.locator("#agencies a").first.is_visible()
        window.page.locator(".md-search__form").wait_for(state="hidden")
    assert window.complaints == []


def test_agencies_of_a_portal_are_found_by_their_short_names(visit, portal_home):
    asked_for = [(query, first) for first, queries in SHORT_NAMES.items() for query in queries]
    answers = answers_of_site(visit(portal_home, PHONE), "", *(query for query, _ in asked_for))
    for (query, prefix), found in zip(asked_for, answers, strict=True):
        assert found, query
        assert found[0][0]["location"].startswith(prefix), (query, found[0][0]["location"])


def test_the_box_shows_what_the_worker_finds(searched, visit):
    few = ["งบประมาณ", "ประชาสัมพันธ์ เว็บไซต์", "E10", "ป.ป.ช.", "ไม่มีคำนี้เลย"]
    window = visit(searched.home, PHONE)
    answers = answers_of_site(window, searched.address, *few)
    for query, found in zip(few, answers, strict=True):
        shown = search(window, query)
        assert set(shown) == {searched.home + location for location in locations(found)}
        pages = [link for link in shown if "#" not in link]
        assert pages == [searched.home + page_of(entries) for entries in found]
        told = f"พบ {len(found)} หน้า" if found else "ไม่พบคำนี้ ลองใช้คำที่สั้นลงหรือคำอื่น"
        assert window.page.locator(META).inner_text() == told
    assert window.complaints == []


def page_of(entries):
    return entries[0]["location"].partition("#")[0]


@pytest.mark.parametrize("screen", [PHONE, *thorough(DESK)], ids=str)
def test_a_hit_is_highlighted_and_its_link_lands_on_the_measure(visit, own_home, screen):
    window = visit(own_home, screen)
    window.open("about/")
    search(window, "ยืมทรัพย์สินราชการ")
    item = window.page.locator(LINKS, has=window.page.locator("h2 mark")).first
    assert item.locator("h2 mark").inner_text() == "ยืมทรัพย์สินราชการ"
    assert item.get_attribute("href").endswith("2569/o25/#measure-property-borrowing")
    item.click()
    window.page.wait_for_url("**/2569/o25/#measure-property-borrowing")
    heading = window.page.locator("#measure-property-borrowing")
    heading.wait_for()
    assert "ยืมทรัพย์สินราชการ" in heading.inner_text()
    window.page.wait_for_function(LANDED, arg="measure-property-borrowing")
    assert window.complaints == []


LANDED = """id => {
  const named = document.getElementById(id);
  const box = (named.querySelector("summary") || named).getBoundingClientRect();
  const header = document.querySelector("header").getBoundingClientRect();
  return box.top >= header.bottom - 1 && box.bottom < innerHeight;
}"""


def test_enter_leads_to_the_best_hit(visit, own_home):
    window = visit(own_home, DESK)
    window.open("about/")
    search(window, "e๑๐")
    window.page.keyboard.press("Enter")
    window.page.wait_for_url("**/2566/o42/#question-e10")
    window.page.wait_for_function(LANDED, arg="question-e10")


def test_the_list_is_walked_with_the_arrows(visit, own_home):
    window = visit(own_home, DESK)
    window.open("about/")
    links = search(window, "ยืมทรัพย์สินราชการ")
    for number in (0, 1):
        window.page.keyboard.press("ArrowDown")
        assert window.ask("document.activeElement.href") == links[number]


def test_a_pasted_word_is_searched(visit, own_home):
    window = visit(own_home, DESK)
    window.open("about/")
    window.page.locator(BOX).click()
    window.page.keyboard.insert_text("ทรัพย์สิน")  # As a paste does, and a phone's suggestion.
    window.page.locator(f"{LINKS} mark").first.wait_for()


def requests(window):
    """The addresses asked for from now on."""
    asked_for = []
    window.context.on("request", lambda request: asked_for.append(request.url))
    return asked_for


def indexes(asked_for, home):
    return [url.removeprefix(home) for url in asked_for if "search_index" in url]


def test_the_index_is_fetched_when_somebody_searches(visit, own_home):
    window = visit(own_home, PHONE)
    asked_for = requests(window)
    window.open("2566/o43/")
    assert indexes(asked_for, own_home) == []
    search(window, "ทรัพย์สิน")
    search(window, "ทรัพย์สินราชการ")
    assert indexes(asked_for, own_home) == ["search/search_index.json"]


def test_a_page_of_a_portal_searches_its_agency_and_leads_on_to_all(visit, portal_home):
    window = visit(portal_home, PHONE)
    asked_for = requests(window)
    window.open("tak/2568/o27/")
    assert window.page.locator(BOX).get_attribute("placeholder") == "ค้นหาในหน่วยงานนี้"
    shown = search(window, "ทรัพย์สินของราชการ")
    assert shown
    assert all(link.startswith(f"{portal_home}tak/") for link in shown)
    assert window.page.locator(f"{LINKS} .md-tag").count() == 0
    assert indexes(asked_for, portal_home) == ["tak/search/search_index.json"]
    window.page.locator(".ita-search-all").click()
    window.page.locator(".md-search-result__item").first.wait_for()
    labels = set(window.page.locator(f"{LINKS} .md-tag").all_inner_texts())
    assert {"จังหวัดตาก", "เทศบาลนครอุดรธานี", "เทศบาลเมืองร้อยเอ็ด"} <= labels
    assert window.page.url == portal_home
    assert not [url for url in asked_for if "?" in url or "%E0" in url]
    assert window.complaints == []


def test_the_name_of_an_agency_narrows_the_search_of_all(visit, portal_home):
    window = visit(portal_home, DESK)
    window.open("")
    assert window.page.locator(".ita-search-all").count() == 0
    assert len({link.split("/")[3] for link in search(window, "ทรัพย์สินของราชการ")}) >= 3
    assert {link.split("/")[3] for link in search(window, "ร้อยเอ็ด ทรัพย์สินของราชการ")} == {"roi-et"}


def test_where_an_agency_has_no_hit_enter_searches_all(visit, portal_home):
    window = visit(portal_home, DESK)
    window.open("tak/")
    assert search(window, "คอนเทนต์") == []
    window.page.keyboard.press("Enter")
    window.page.locator(f"{LINKS} mark", has_text="คอนเทนต์").first.wait_for()
    assert window.page.locator(BOX).input_value() == "คอนเทนต์"


HEARD = """async url => {
  const worker = new Worker(url), heard = [];
  const answered = () => new Promise(done => worker.onmessage = ({ data }) => {
    if (data.type === 3) done(heard.push(data.data.items.length));
  });
  for (const data of ["ท", "ทรัพย์", "ทรัพย์สินราชการ"]) worker.postMessage({ type: 2, data });
  await answered();
  worker.postMessage({ type: 2, data: "ไม่มีคำนี้เลย" });
  await answered();
  return heard;
}"""


def test_of_words_written_while_the_index_is_on_its_way_the_last_are_answered(visit, own_home):
    window = visit(own_home, DESK)
    (wanted,) = answers_of_site(window, "about/", "ทรัพย์สินราชการ")
    asked_for = requests(window)
    assert window.ask(HEARD, window.ask(OWN_WORKER)) == [len(wanted), 0]
    assert indexes(asked_for, own_home) == ["search/search_index.json"]


def test_an_index_that_does_not_come_is_no_claim_that_nothing_is_there(visit, own_home):
    window = visit(own_home, DESK)
    window.open("about/")
    window.context.route("**/search_index.json", lambda route: route.abort(), times=1)
    with window.page.expect_event("requestfailed"):
        write(window, "ทรัพย์สิน")
    window.page.locator(META).filter(has_text=re.compile(f"^{NOTHING_ASKED}")).wait_for()
    write(window, "ทรัพย์สิน")
    window.page.locator(f"{LINKS} mark").first.wait_for()


def test_hand_written_pages_and_their_blocks_are_found(visit, own_home):
    window = visit(own_home, DESK)
    (words, block) = answers_of_site(window, "", "ผู้มาติดต่อเป็นผู้ตอบ", "ปี 2568 สัญญาไว้")
    assert "about/#words" in locations(words)
    assert "about/#summary-heading" in locations(block)


def test_no_reader_is_sent_what_only_other_searches_need(site):
    shipped = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*")]
    assert [path for path in shipped if path.endswith(".map") or "lunr" in path] == []
    workers = [path for path in shipped if "/workers/" in path]
    assert len(workers) == 1
    for address in site.all_pages:
        assert site.text(html_path(address)).count(workers[0]) == 1, address
