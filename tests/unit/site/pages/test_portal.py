"""A portal's own pages, and that its agencies' pages are those of their own sites."""

from __future__ import annotations

import json
import posixpath
import re

import pytest
from bs4 import BeautifulSoup

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.portal import UNNAMED, Portal
from ita_site.facts.model.publication import AgencyFacts, YearFacts
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.criteria import Outcome, Verdict, Verdicts
from ita_site.site.load import load_site
from ita_site.site.pages.agency_index import agency_index
from ita_site.site.pages.portal_pages import portal_pages
from ita_site.site.pages.portal_view import FEW, PortalView
from ita_site.site.pages.summary import summary_of
from ita_site.site.pages.view import AgencyView
from tests.bench.names import who
from tests.conftest import REPOSITORY
from tests.unit.rules.figures.facts import report, year_facts

DAY = BEDate(2569, 11, 20)
AGENCIES = REPOSITORY / "tests/agencies"
SLUGS = sorted(path.name for path in AGENCIES.iterdir() if path.is_dir())
STATUSES = ("done", "in_progress", "not_started", None)


def year(number: int) -> YearFacts:
    """Measures and a score, unlike those of other agencies."""
    ids = [f"m{place}" for place in range(3 + number % 9)]
    told = [
        report(one, status=STATUSES[(number + place) % 4], summary="ทำแล้ว")
        for place, one in enumerate(ids[: number % 7 + 1])
    ]
    facts = year_facts(*ids, year="2569", progress=told, implementation_year="2568")
    score = f"{70 + number * 37 % 2900 / 100:.2f}"
    result = Assessment.model_validate({"total": {"score": score}})
    return YearFacts(2569, facts.edition, facts.info, result, facts.measures, facts.progress)


def agency(number: int, **fields: str | None) -> AgencyView:
    told = who(number)
    terms = {"name": told.name, "kind": told.kind, "district": told.district}
    facts = Agency.model_validate({**terms, "province": told.province, **fields})
    slug = f"agency-{number}"
    years = (year(number),)
    return AgencyView(AgencyFacts(slug, f"data/{slug}", facts, Channels(), years), DAY, UNNAMED)


def portal(count: int, facts: Portal = UNNAMED, verdicts=None, **fields: str | None) -> PortalView:
    views = (agency(number, **fields) for number in range(1, count + 1))
    return PortalView(facts, tuple(summary_of(view, verdicts or {}) for view in views))


def made(view: PortalView) -> dict[str, BeautifulSoup]:
    pages = portal_pages(view)
    return {page.address: BeautifulSoup(page.body, "html.parser") for page in pages}


@pytest.fixture(scope="module")
def large() -> PortalView:
    """More agencies, in more provinces, than a page can list."""
    return portal(500)


@pytest.fixture(scope="module")
def pages_of_large(large) -> dict[str, BeautifulSoup]:
    return made(large)


def within(soup: BeautifulSoup, address: str, what: str) -> set[str]:
    """Where links of a page lead, from the root."""
    found = (link["href"] for link in soup.select(what))
    return {posixpath.normpath(posixpath.join(address, href.split("#")[0])) + "/" for href in found}


def test_the_first_pages_of_500_agencies_are_light(large):
    pages = {page.address: page.artifact().content for page in portal_pages(large)}
    assert max(len(pages[address]) for address in ("", "compare/", "complaints/")) < 20_000


def test_each_of_500_agencies_is_reached_over_its_province(pages_of_large):
    provinces = within(pages_of_large[""], "", ".ita-ways a")
    assert len(provinces) > 40
    reached = [within(pages_of_large[at], at, "[data-find-item] a") for at in provinces]
    everyone = {f"agency-{number}/" for number in range(1, 501)}
    assert set().union(*reached) == everyone
    assert sum(map(len, reached)) == len(everyone)


@pytest.mark.parametrize("below", ["compare/", "complaints/", "compare/2569/"])
def test_every_agency_of_many_is_compared_and_can_be_told_of_corruption(pages_of_large, below):
    leading = within(pages_of_large[below], below, ".ita-ways a")
    items = [item for at in leading for item in pages_of_large[at].select("[data-find-item]")]
    assert {at.endswith(f"/{below}") for at in leading} == {True}
    assert len(items) == 500


@pytest.mark.parametrize(
    ("count", "fields", "large", "divided"),
    [
        (FEW, {}, False, False),
        (FEW + 1, {}, True, True),
        (FEW + 1, {"province": "ตาก"}, True, False),
    ],
)
def test_how_many_agencies_a_page_lists(count, fields, large, divided):
    view = portal(count, **fields)
    assert (view.is_large, view.is_divided) == (large, divided)
    pages = made(view)
    listed = {at: len(pages[at].select("[data-find-item]")) for at in ("", "compare/")}
    assert listed == {"": 0 if large else count, "compare/": 0 if divided else count}


def test_a_large_portal_of_one_province_leads_to_its_districts():
    pages = made(portal(FEW + 1, province="ตาก"))
    ids = {heading["id"] for heading in pages["provinces/tak/"].select("section > h2")}
    ways = pages[""].select(".ita-ways a")
    assert {link["href"].split("#")[0] for link in ways} == {"provinces/tak/"}
    assert {link["href"].split("#")[1] for link in ways} == ids
    assert not [at for at in pages if at.startswith("provinces/tak/compare/")]


def test_the_index_of_all_tells_who_and_where_each_is(large):
    index = json.loads(agency_index(large))
    told = {
        (slug, name.replace("=", index["kinds"][kind][1]), district, province)
        for _, province, districts in index["provinces"]
        for district, agencies in districts
        for slug, name, kind, _ in agencies
    }
    everyone = ((it.slug, it.who) for it in large.everyone)
    assert told == {(slug, who.name, who.district, who.province) for slug, who in everyone}


def test_scores_are_ordered_only_where_one_rule_rated_them():
    soup = made(portal(3))["compare/"]
    assert len(soup.select("[data-sort]")) == 1
    assert "เรียงตามคะแนนได้ เพราะเป็นผลปี 2568" in soup.get_text()
    alone = made(portal(1))["compare/"]
    assert alone.select("[data-sort]") == []


def test_a_portal_without_verdicts_says_nothing_of_criteria():
    assert not [page for page in made(portal(3)).values() if "เกณฑ์ที่ครบ" in page.get_text()]


def test_criteria_are_counted_beside_the_year_they_were_judged_for():
    items = agency(1).years[0].edition.items
    outcomes = (Outcome.MET, Outcome.MET, Outcome.BY_HAND, Outcome.NOT_MET)
    judged = [
        Verdict(items.measures, items.measures.criteria[0], outcome, "", (), "")
        for outcome in outcomes
    ]
    pages = made(portal(2, verdicts={"agency-1/2569/": Verdicts(tuple(judged))}))
    for address in ("compare/", "compare/2569/"):
        cells = {
            row.a["href"].split("/")[-3]: row.select_one("[data-label=เกณฑ์]").get_text(
                " ", strip=True
            )
            for row in pages[address].select("tbody tr")
        }
        first = f"2 จาก 4 เกณฑ์ของ{who(1).name} ต้องตรวจเอง 1"
        assert cells == {"agency-1": first, "agency-2": "–"}
        places = within(pages[address], address, "[data-label=เกณฑ์] a")
        assert places == {"agency-1/2569/checklist/"}


def test_a_portal_says_what_it_is_called_where_it_speaks_for_itself():
    facts = Portal.model_validate(
        {"name": "ท้องถิ่นตาก", "description": "รวมทุก อปท. ของตาก", "colour": "#3d1a5c"}
    )
    view = portal(2, facts)
    front = next(portal_pages(view))
    assert front.description == "รวมทุก อปท. ของตาก"
    assert (front.frame.agency, front.frame.colour, front.frame.styled) == (
        "ท้องถิ่นตาก",
        "#3d1a5c",
        True,
    )
    assert view.stylesheet == ":root{--ita-agency:#3d1a5c}\n"


@pytest.fixture(scope="module")
def together() -> dict[str, bytes]:
    """Every file of the portal of all five real agencies."""
    return {file.path: file.content for file in load_site(AGENCIES, None, DAY).outputs.artifacts}


@pytest.mark.parametrize("slug", SLUGS)
def test_an_agency_has_in_a_portal_what_it_has_alone(slug, together):
    outputs = load_site(AGENCIES / slug, None, DAY).outputs
    files = (file for file in outputs.artifacts if not file.path.startswith("schemas/"))
    alone = {file.path: body(file.content) for file in files}
    for once in (
        "help/problems/index.md",
        "accessibility/index.md",
        "api/index.md",
        "api/columns/index.md",
    ):
        del alone[once]
    del alone["data/codes.csv"], alone["data/datapackage.json"]
    prefix = f"{slug}/"
    own = {path for path in together if path.startswith(prefix)}
    own -= {f"{prefix}data/datapackage.json"}  # tells its name, and whether codes lie beside it
    found = {path.removeprefix(prefix): body(together[path], prefix) for path in own}
    assert found == alone


def body(content: bytes, prefix: str = "") -> bytes:
    """A file without what tells where it stands: front matter, whose page it is, addresses."""
    if not content.startswith(b"---\n"):
        slug = prefix.removesuffix("/").encode()
        named = re.compile(rb'^({"agency_id": "|)' + slug + rb'(?=[",])', re.MULTILINE)
        content = named.sub(rb"\1agency", content) if slug else content
        return content.replace(f"\nUID:{prefix}".encode(), b"\nUID:")
    text = content.split(b"---\n", 2)[2].decode()
    text = re.sub(r' <small class="ita-whose">.*?</small>|<p class="ita-official">.*', "", text)
    text = text.replace('"../../api/"', '"../api/"')
    return text.replace(f'">{prefix}2', '">2').replace("portal.yml", "agency.yml").encode()


@pytest.mark.parametrize(
    "folder",
    [*(AGENCIES / slug for slug in SLUGS), REPOSITORY / "data"],
    ids=lambda path: path.name,
)
def test_an_agency_knows_the_addresses_of_all_its_pages(folder):
    outputs = load_site(folder, REPOSITORY / "content", DAY).outputs
    pages = {file.path.removesuffix("index.md") for file in outputs.artifacts if file.is_page}
    listed = set(outputs.views[0].addresses)
    assert listed == pages - {"help/problems/", "accessibility/", "api/", "api/columns/"}, (
        "the `addresses` of site/pages/view.py tell of every page that is built, and of no other"
    )
