"""A portal's own pages, and that its agencies' pages are those of their own sites."""

from __future__ import annotations

import gzip

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


def test_the_front_page_of_500_agencies_is_light_and_holds_each_of_them():
    view = portal(500)
    front = next(portal_pages(view)).artifact().content
    assert len(gzip.compress(front)) < 50_000
    links = {link["href"] for link in made(view)[""].select("li a")}
    assert links == {f"agency-{number}/" for number in range(1, 501)}


@pytest.mark.parametrize(
    ("count", "fields", "shown"),
    [(FEW, {}, True), (FEW + 1, {}, False), (FEW + 1, {"province": "ตาก"}, True)],
)
def test_many_provinces_are_folded(count, fields, shown):
    provinces = made(portal(count, **fields))[""].select("details")
    assert {"open" in province.attrs for province in provinces} == {shown}


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
        assert cells == {"agency-1": "2 จาก 4 ต้องตรวจเอง 1", "agency-2": "–"}


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
    del alone["help/problems/index.md"], alone["accessibility/index.md"]
    prefix = f"{slug}/"
    own = {path for path in together if path.startswith(prefix)}
    found = {path.removeprefix(prefix): body(together[path], prefix) for path in own}
    assert found == alone


def body(content: bytes, prefix: str = "") -> bytes:
    """A file without what tells where it stands: front matter, an address, an event's name."""
    if not content.startswith(b"---\n"):
        return content.replace(f"\nUID:{prefix}".encode(), b"\nUID:")
    text = content.split(b"---\n", 2)[2].decode()
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
    assert listed == pages - {"help/problems/", "accessibility/"}, (
        "the `addresses` of site/pages/view.py tell of every page that is built, and of no other"
    )
