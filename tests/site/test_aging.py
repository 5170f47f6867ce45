"""A page that grows older after it was built says by itself what is late and what is old."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.depth import thorough
from tests.site.built import squeezed
from tests.site.project import REPOSITORY, mkdocs
from tests.site.reader import PHONE
from tests.site.server import serving

CASE = "tests/cases/valid/reports_missing_for_a_reason/data"
SHOWN = """selector => [...document.querySelectorAll(selector)]
  .filter(part => part.checkVisibility()).map(part => part.innerText.replace(/\\s+/g, " "))"""


def day(year, month, number, hour=12):
    return datetime(year, month, number, hour, tzinfo=UTC)


@pytest.fixture(scope="module")
def built_at(tmp_path_factory):
    """Builds the case with rounds to come as on a day, and serves it."""
    servers = []

    def build(when):
        folder = tmp_path_factory.mktemp("aging") / "site"
        epoch = str(int(when.timestamp()))
        options = {"ITA_DATA": CASE, "SOURCE_DATE_EPOCH": epoch}
        mkdocs(REPOSITORY, folder, "--no-strict", **options).succeeded()
        servers.append(serving(folder))
        return servers[-1].__enter__()

    yield build
    for server in servers:
        server.__exit__(None, None, None)


@pytest.fixture(scope="module")
def before_the_round(built_at):
    return built_at(day(2023, 5, 15))


def seen(visit, home, address, selector, when):
    window = visit(home, PHONE)
    window.page.clock.set_fixed_time(when)
    window.open(address)
    assert window.complaints == []
    return window.ask(SHOWN, selector)


@pytest.mark.parametrize(
    ("when", "old"),
    [
        (day(2027, 11, 16, 17), True),
        *thorough(
            (day(2027, 11, 16, 16), False),
            (day(1970, 1, 1), False),
            (day(2026, 11, 18), False),
            (day(2027, 11, 16), False),
            (day(2031, 1, 1), True),
        ),
    ],
)
def test_a_site_not_touched_for_a_year_says_so_on_every_page(visit, own_home, when, old):
    for address in ("", "about/"):
        sentences = seen(visit, own_home, address, ".ita-stale", when)
        assert len(sentences) == old
        assert all("16 พ.ย. 2569" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("when", "late"), [(day(2023, 5, 15), 0), (day(2023, 9, 30), 0), (day(2023, 9, 30, 17), 1)]
)
def test_a_round_that_ends_after_the_build_turns_late_by_itself(
    visit, before_the_round, when, late
):
    told = seen(visit, before_the_round, "2566/o43/", ".ita-late", when)
    assert len(told) == late
    assert all("เลยกำหนด 30 ก.ย. 2566" in sentence for sentence in told)
    rounds = seen(visit, before_the_round, "2566/o43/#all", ".ita-rounds li", when)
    words = "เลยกำหนด" if late else "ภายใน"
    to_come = [text for text in rounds if "30 ก.ย. 2566" in text]
    assert to_come
    assert all(text == f"12 เดือน {words} 30 ก.ย. 2566" for text in to_come)


def test_without_scripts_a_page_tells_what_held_on_the_day_it_was_built(
    visit, before_the_round, built_at
):
    early = visit(before_the_round, PHONE, scripts=False)
    early.open("2566/o43/")
    assert early.page.locator(".ita-late:visible").count() == 0
    late = visit(built_at(day(2023, 10, 2)), PHONE, scripts=False)
    late.open("2566/o43/")
    sentence = " ".join(" ".join(late.page.locator(".ita-late").all_inner_texts()).split())
    assert "เลยกำหนด 30 ก.ย. 2566" in sentence
    assert "ณ 2 ต.ค. 2566" in sentence


def test_rounds_that_are_late_are_told_in_one_sentence(portal):
    [sentence] = portal.article("roi-et/").select(".ita-lead .ita-note")
    told = squeezed(sentence.get_text())
    assert "เว็บไซต์นี้ไม่มีรายงานปี2567" in told
    assert told.count("รอบ") == 4
    assert "รอบ6เดือน7เรื่อง" in told
    assert portal.soup("roi-et/").select(".ita-late") == []


@pytest.mark.thorough
def test_every_page_of_an_agency_tells_where_its_facts_come_from(own):
    for address in own.generated:
        page = own.soup(address)
        if address.startswith(("help/", "accessibility/", "api/")):
            continue
        section = page.select_one(".ita-trust")
        assert "ข้อมูล ณ" in section.summary.get_text()
        assert section.dt.get_text() == "ผู้รับผิดชอบ"
        history = page.select_one(".ita-footer a[href*='/commits/branch/main/data/']")
        assert history, address
        for link in section.select("dd a[href$=csv], dd a[href$=json], dd a[href$=atom]"):
            assert (own.folder / address / link["href"]).is_file()


def test_what_a_page_tells_programs_is_valid_and_names_files_that_exist(own):
    files = set()
    for address in own.generated:
        for script in own.soup(address).select("script[type='application/ld+json']"):
            graph = json.loads(script.string)["@graph"]
            found = (file for node in graph for file in node.get("distribution", []))
            files |= {file["contentUrl"] for file in found}
    assert len(files) >= 12
    below = {file.removeprefix("https://ita.tuayang.example/") for file in files}
    assert [file for file in below if not (own.folder / file).is_file()] == []


SHARED_SIZE = (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")


def test_a_shared_link_has_a_title_a_text_and_a_picture(own):
    site, pictures = "https://ita.tuayang.example/", set()
    for address in own.pages:
        head = own.soup(address).head
        told = {tag["property"]: tag["content"] for tag in head.select("meta[property]")}
        assert told["og:url"] == site + address
        picture = own.folder / told["og:image"].removeprefix(site)
        assert picture.read_bytes()[16:24] == SHARED_SIZE
        assert told["og:image:alt"]
        assert told["og:locale"] == "th_TH"
        assert len(told["og:title"]) > 5
        assert len(told["og:description"]) > 20
        assert head.select_one("meta[name='twitter:card'][content='summary_large_image']")
        pictures.add(picture)
    assert len(pictures) == 1 + len(own.outputs.views[0].years)


def test_the_feed_is_linked_from_every_page_and_is_there(own):
    for address in own.generated:
        link = own.soup(address).find("link", rel="alternate", type="application/atom+xml")
        assert (own.folder / address / link["href"]).is_file(), address
