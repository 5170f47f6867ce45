"""What `mkdocs build --strict` makes of the data."""

from __future__ import annotations

import json
import re
import shutil
from posixpath import normpath
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from tests.site.built import measure_places, squeezed, target
from tests.site.project import REPOSITORY, contents, copy_project, mkdocs

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
CONTRACT = [
    *("", "2566/", "2566/o42/", "2566/o43/", "2569/o25/", "2569/oit/"),
    *("history/", "eit/", "complaints/"),
]
COMMON = {"help/problems/", "accessibility/", "api/", "api/columns/"}
"""One of each in every site."""
NOT_SEARCHED = re.compile(r"(?:^|/)(?:help/problems|checklist|changes|en)/$")
DOWNLOADS = ["data.json", "measures.csv", "progress.csv", "scores.csv"]


def test_a_build_says_nothing_that_needs_attention(own):
    assert _attention(own.log) == []


def test_a_build_of_real_agencies_tells_what_their_documents_lack(udon_thani, portal, mixed):
    folder = "tests/agencies/udon-thani"
    lacking = [line for line in _lacking() if line.startswith(folder)]
    assert _attention(portal.log) == _lacking()
    assert _attention(udon_thani.log) == lacking
    assert _attention(mixed.log) == [line.replace(folder, "data/udon-thani") for line in lacking]


def _attention(log):
    """What a build told beside its progress."""
    lines = (line for line in log.splitlines() if re.search("WARNING|ERROR|Traceback", line))
    return [line.partition(" -  ")[2].removeprefix("ita_site: ") for line in lines]


def _lacking():
    """What is told of each real agency, in the order of a portal."""
    files = sorted((REPOSITORY / "tests/cases/agencies").glob("*/told.txt"))
    return [line for file in files for line in file.read_text("utf-8").splitlines()]


def test_every_page_of_the_core_and_of_the_officer_is_built(site):
    written = {"about/"}
    assert set(site.pages) == set(site.generated) | written


def test_the_addresses_of_the_contract_exist(own):
    assert set(CONTRACT) <= set(own.pages)
    for year in ("2566", "2567", "2568", "2569"):
        for name in DOWNLOADS:
            assert (own.folder / year / name).is_file()
    assert (own.folder / "2569/oit.csv").is_file()
    assert (own.folder / "history/history.csv").is_file()
    assert (own.folder / "eit/qr.svg").is_file()
    assert (own.folder / "eit/qr.png").is_file()


def test_every_file_of_the_core_arrives_byte_for_byte(site):
    found = (file for file in site.outputs.artifacts if not file.is_page)
    files = {file.path: file.content for file in found if not file.path.endswith(".html")}
    assert files
    for path, content in files.items():
        assert (site.folder / path).read_bytes() == content, path


def test_the_sitemap_holds_every_page_under_the_agencys_address(own):
    tree = ET.fromstring(own.text("sitemap.xml"))  # noqa: S314 - our own file
    listed = [entry.text for entry in tree.findall("s:url/s:loc", SITEMAP)]
    assert sorted(listed) == sorted(f"https://ita.tuayang.example/{page}" for page in own.pages)


def test_the_canonical_address_is_the_agencys(own):
    for address in own.pages:
        link = own.soup(address).find("link", rel="canonical")
        assert link["href"] == f"https://ita.tuayang.example/{address}"


def test_the_navigation_of_a_single_agency_holds_every_page_but_the_help(own, udon_thani):
    for built in (own, udon_thani):
        wanted = set(built.pages) - COMMON
        for address, soup in built.soups():
            missing = wanted - {address} - _linked(soup, address, "nav.md-nav--primary")
            assert not missing, f"on /{address}: `_agency_navigation` of site/pages/build.py"


def test_the_navigation_of_a_portal_does_not_grow_with_its_agencies(portal, mixed):
    listed = {"", "compare/", "complaints/", "about/"}
    assert _linked(portal.soup(""), "", "nav.md-nav--primary") == listed
    assert _linked(mixed.soup(""), "", "nav.md-nav--primary") == listed


@pytest.mark.thorough
def test_an_agencys_pages_are_the_same_bytes_however_many_stand_beside_it(tmp_path):
    few, many = (_portal_of(count, tmp_path / str(count)) for count in (2, 12))
    own = {path for path in few if path.startswith("agency-1/")}
    assert len([path for path in own if path.endswith(".html")]) > 5
    assert {path for path in own if few[path] != many[path]} == set()
    assert len([path for path in many if path.endswith("/complaints/index.html")]) == 12


def _portal_of(count, folder):
    """Every file of a portal of so many copies of one agency."""
    project = copy_project(folder / "project", "tests/agencies/tak")
    (project / "data").rename(project / "agency")
    for number in range(1, count + 1):
        shutil.copytree(project / "agency", project / f"data/agency-{number}")
    (project / "content/about.md").unlink()
    mkdocs(project, folder / "site", "--no-strict").succeeded()
    return contents(folder / "site")


def test_a_portals_pages_stand_in_the_sitemap_under_its_own_address(mixed, portal):
    tree = ET.fromstring(mixed.text("sitemap.xml"))  # noqa: S314 - our own file
    listed = [entry.text for entry in tree.findall("s:url/s:loc", SITEMAP)]
    assert sorted(listed) == sorted(f"https://ita.test.example/{page}" for page in mixed.pages)
    nowhere = ET.fromstring(portal.text("sitemap.xml"))  # noqa: S314 - our own file
    assert nowhere.findall("s:url/s:loc", SITEMAP) == []


def test_an_agencys_page_leads_back_to_all_of_them(mixed, udon_thani):
    for address in (page for page in mixed.pages if page.startswith("udon-thani/")):
        footer = mixed.soup(address).select_one("footer")
        assert "ทุกหน่วยงานใน รวมสองหน่วยงาน" in footer.get_text()
        assert "" in _linked(mixed.soup(address), address, "footer")
    assert "ทุกหน่วยงานใน" not in udon_thani.text("index.html")


def test_only_several_years_have_a_page_that_looks_back_and_the_others_lead_to_it(own, mixed):
    for built, prefix in ((own, ""), (mixed, "tuayang/")):
        for address in ("", "2566/", "2568/", "2569/", "2566/o42/", "2569/o26/"):
            found = _linked(built.soup(prefix + address), prefix + address, "article")
            assert f"{prefix}history/" in found, address
    assert [page for page in mixed.pages if page.endswith("history/")] == ["tuayang/history/"]


def test_a_portals_front_page_leads_to_every_agency(mixed):
    assert _linked(mixed.soup(""), "", "article") >= {"tuayang/", "udon-thani/"}


def test_the_search_holds_every_page_but_those_for_officers_the_log_and_the_english_one(site):
    found = {location.partition("#")[0] for location in site.search}
    assert found == {page for page in site.pages if not NOT_SEARCHED.search(page)}


def test_the_search_holds_every_measure_with_its_title_and_text(site):
    for place in measure_places(site):
        entry = site.search[f"{place.address}#{place.anchor}"]
        assert all(squeezed(part) in squeezed(entry["title"]) for part in place.facts.titles[:1])
        text = squeezed(entry["text"])
        for fact in [*place.facts.titles[1:], *_texts(place)]:
            assert squeezed(fact) in text, (place.address, place.anchor, fact)


def _texts(place):
    """What a reader would look for, line by line: steps on one page, reports on the other."""
    if place.address == place.year.measures_address:
        texts = [step.text for step in place.facts.steps]
    else:
        reported = next(entry for entry in place.year.reports if entry.measure == place.facts)
        told = [reported.latest] if place.year.told_elsewhere else reported.reports
        texts = [part for report in told if report for part in report.summary]
    return [line.removeprefix("- ") for text in texts for line in text.splitlines()]


def _linked(soup, address, where):
    """The addresses of this site that a part of a page leads to."""
    links = [link["href"] for part in soup.select(where) for link in part.select("a[href]")]
    found = {target(address, href) for href in links} - {None}
    return {normal_address(path) for path, _ in found}


def normal_address(path):
    return "" if path in (".", "/.") else path


EDITED = {
    "": "data/agency.yml",
    "2566/": "data/2566/year.yml",
    "2566/o42/": "data/2566/measures.yml",
    "2566/o43/": "data/2566/progress.yml",
    "2568/o27/": "data/2568/measures.yml",
    "2568/o28/": "data/2567/progress.yml",
    "2569/": "data/2569/year.yml",
    "2569/o25/": "data/2569/measures.yml",
    "2569/o26/": "data/2568/progress.yml",
    "2569/oit/": "data/2569/oit.yml",
    "history/": "data/2569/assessment.yml",
    "eit/": "data/2569/year.yml",
    "complaints/": "data/channels.yml",
    "about/": "content/about.md",
}


def test_the_edit_link_leads_to_the_file_that_holds_the_facts(own):
    assert {address: _edited(own, address) for address in EDITED} == EDITED


def test_the_edit_link_finds_the_file_of_the_right_agency(portal):
    folder = "tests/agencies/udon-thani"
    assert _edited(portal, "udon-thani/2566/o42/") == f"{folder}/2566/measures.yml"
    assert _edited(portal, "udon-thani/complaints/") == f"{folder}/channels.yml"


def test_every_edit_link_leads_to_a_file_of_the_repository(own, udon_thani, portal):
    for built in (own, udon_thani, portal):
        edited = {address: _edited(built, address) for address in built.pages}
        of_nobody = {address for address, path in edited.items() if path is None}
        assert {
            address for address in of_nobody if not address.startswith(("compare/", "provinces/"))
        } <= {
            *("", "complaints/", *COMMON),
        }
        missing = {path for path in edited.values() if path and not (REPOSITORY / path).is_file()}
        assert not missing


def _edited(built, address):
    """The file in the repository that the page's edit link names."""
    link = built.soup(address).select_one("a[rel~=edit]")
    if link is None:
        return None
    path = normpath(urlsplit(link["href"]).path)
    return path.removeprefix("/ita-site/_edit/main/")


def test_the_site_bears_the_agencys_name(own, udon_thani, portal, mixed):
    names = (
        (own, "เทศบาลเมืองตัวอย่าง"),
        (udon_thani, "เทศบาลนครอุดรธานี"),
        (portal, "คุณธรรมและความโปร่งใส"),
        (mixed, "รวมสองหน่วยงาน"),
    )
    for built, name in names:
        for address in ("about/", "404.html"):
            soup = built.soup(address)
            assert soup.title.string.strip().endswith(f"| {name}")
            assert name in soup.select_one("header").get_text()


@pytest.mark.thorough
def test_in_a_portal_each_page_bears_its_own_agencys_name(mixed):
    for prefix, name in {"tuayang/": "เทศบาลเมืองตัวอย่าง", "udon-thani/": "เทศบาลนครอุดรธานี"}.items():
        for address in (page for page in mixed.pages if page.startswith(prefix)):
            assert mixed.soup(address).title.string.strip().endswith(f"| {name}")


@pytest.mark.thorough
def test_a_portals_pages_are_those_of_the_single_site_at_other_addresses(udon_thani, portal, mixed):
    own_pages = [page for page in udon_thani.generated if page not in COMMON]
    for many, more in ((portal, set()), (mixed, {"udon-thani/changes/"})):
        below = {page for page in many.generated if page.startswith("udon-thani/")}
        assert below == {f"udon-thani/{page}" for page in own_pages} | more
        for address in own_pages:
            there = f"udon-thani/{address}"
            assert _without_addresses(many, there) == _without_addresses(udon_thani, address)
            headlines = [
                _headline(built, at) for built, at in ((many, there), (udon_thani, address))
            ]
            assert headlines[0].removesuffix("ทน.อุดรธานี").strip() == headlines[1]


def test_around_a_portals_pages_are_the_links_of_the_pages_own_agency(udon_thani, portal, mixed):
    above = "[data-ita=complaint-banner], body > header"
    for many in (portal, mixed):
        for address in set(udon_thani.generated) - COMMON:
            there = f"udon-thani/{address}"
            alone = _linked(udon_thani.soup(address), address, above)
            own = {f"udon-thani/{page}" for page in alone}
            assert _linked(many.soup(there), there, above) == own
            assert _linked(many.soup(there), there, "footer") >= own


def _headline(built, address):
    return built.article(address).h1.get_text().strip()


def _without_addresses(built, address):
    """A page's content but its head, each link named by where it leads within the agency."""
    article = BeautifulSoup(str(built.article(address)), "lxml")
    for part in article.select(
        "h1, .ita-official, .ita-source, .ita-loud, .ita-paste, .ita-pocket .ita-address,"
        "dl > div:has(a[href$='changes/']), dl > div:has(.ita-share), .ita-share"
    ):
        part.decompose()
    for link in article.select("[href]"):
        found = target(address, link["href"])
        if found:
            path = normal_address(found[0]).removeprefix("udon-thani/")
            link["href"] = f"{path}#{found[1]}"
    for copied in article.select("a.ita-address[href*='/o'], .ita-note:-soup-contains(site_url)"):
        copied.decompose()  # in full, and so with where the site stands
    return re.sub(r"\n+", "\n", str(article))


@pytest.mark.thorough
def test_the_same_facts_on_the_same_day_give_the_same_bytes(tmp_path):
    first = mkdocs(REPOSITORY, tmp_path / "a", ITA_DATA="data", PYTHONHASHSEED="1", TZ="UTC")
    other = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"}
    second = mkdocs(copy_project(tmp_path / "copy"), tmp_path / "b", **other)
    first.succeeded()
    second.succeeded()
    one, two = contents(tmp_path / "a"), contents(tmp_path / "b")
    lists = [json.loads(files.pop("ita-manifest.json")) for files in (one, two)]
    assert one == two
    assert lists[0]["commit"]
    assert lists[0] | {"commit": None, "changed": False} == lists[1], "a copy is of no commit"


@pytest.mark.thorough
def test_the_survey_is_open_on_the_days_it_is_open(tmp_path):
    in_april_2569 = {"SOURCE_DATE_EPOCH": "1776000000", "ITA_DATA": "data"}
    told = mkdocs(REPOSITORY, tmp_path, "--no-strict", **in_april_2569).succeeded().log
    assert set(re.findall(r"ITA\d+", told)) == {"ITA332"}, "the data is of November"
    page = BeautifulSoup((tmp_path / "eit/index.html").read_text("utf-8"), "lxml")
    assert "ปิดรับแล้ว" not in page.select_one("article").get_text()


def test_the_survey_is_closed_afterwards(own):
    assert "ปิดรับแล้ว" in own.article("eit/").get_text()


def test_a_hand_written_page_gets_its_blocks(tmp_path):
    project = copy_project(tmp_path / "project")
    page = project / "content/guide/deep.md"
    page.parent.mkdir()
    page.write_text(
        "# คู่มือ\n\nก่อน\n\n<!-- ita:survey year=2566 -->\n\nหลัง **จริง**\n\n"
        "<!-- ita:complaints -->\n\n```\n<!-- ita:scores -->\n```\n",
        "utf-8",
    )
    mkdocs(project, tmp_path / "site").succeeded()
    html = (tmp_path / "site/guide/deep/index.html").read_text("utf-8")
    article = BeautifulSoup(html, "lxml").select_one("article")
    assert article.select_one("[data-ita=eit-qr] a")["href"].endswith("/sample66")
    assert article.find("strong", string="จริง")
    links = {urljoin("/guide/deep/", link["href"]) for link in article.select("a[href]")}
    assert "/complaints/" in links
    assert "<!-- ita:scores -->" in article.select_one("pre").get_text()
    assert "ita:survey" not in html
