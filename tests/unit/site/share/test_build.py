"""Measures have addresses to be shared by: with a picture for messengers, and a way for readers."""

from __future__ import annotations

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.build import build
from tests.conftest import REPOSITORY

DAY = BEDate(2569, 11, 20)
SITE = "https://ita.tuayang.example/"


@pytest.fixture(scope="module")
def files():
    """The sample's artifacts by path; each is made only when it is asked for."""
    outputs = build(read_publication(REPOSITORY / "data").publication, DAY)
    return {artifact.path: artifact for artifact in outputs.artifacts}


def shared(files) -> dict[str, BeautifulSoup]:
    paths = [path for path in files if "/measures/" in path and path.endswith("index.html")]
    return {
        path.removesuffix("index.html"): BeautifulSoup(files[path].content, "lxml")
        for path in paths
    }


def told(page: BeautifulSoup) -> dict[str, str]:
    return {tag["property"]: tag["content"] for tag in page.select("meta[property]")}


def test_each_measure_leads_readers_to_its_place_and_messengers_to_its_picture(files):
    pages = shared(files)
    assert len(pages) == 6 + 4 + 8 + 7
    for address, page in pages.items():
        way = page.select_one("meta[http-equiv=refresh]")["content"].partition("url=")[2]
        assert page.select_one("main a")["href"] == way
        target, _, anchor = urljoin(f"/{address}", way).partition("#")
        markdown = files[f"{target.strip('/')}/index.md"].content.decode()
        assert f"{{#{anchor}}}" in markdown or f'id="{anchor}"' in markdown
        assert told(page)["og:url"] == SITE + address
        assert told(page)["og:image"].removeprefix(SITE) in files


def test_a_measure_is_led_to_where_its_result_is_told(files):
    way = shared(files)["2568/measures/fair-service/"].select_one("main a")["href"]
    assert way == "../../../2569/o26/#measure-fair-service"


def test_a_measure_is_told_in_one_line_with_its_standing(files):
    page = shared(files)["2568/measures/fair-service/"]
    line = "แล้วเสร็จ: เวลารอคอยโดยเฉลี่ยที่จุดบริการ เดิม 34 เป็น 18 นาที"
    assert told(page)["og:description"].replace("\xa0", " ") == f"ข้อมูลสาธิต มาตรการปี 2568 {line}"
    assert page.h1.text in page.title.text


def test_every_link_that_shares_names_an_address_of_the_site(files):
    found = set()
    for path, artifact in files.items():
        if path.endswith(".md"):
            soup = BeautifulSoup(artifact.content, "lxml")
            found |= {link["href"] for link in soup.select(".ita-share a")}
    assert len(found) > 25
    for link in found:
        assert urlsplit(link).hostname == "social-plugins.line.me"
        [address] = parse_qs(urlsplit(link).query)["url"]
        below = address.removeprefix(SITE)
        assert {f"{below}index.md", f"{below}index.html"} & files.keys()


MEASURES = "measures:\n  - id: new\n    title: ใหม่\n    formerly: [old]\n"
AGENCY = "name: เทศบาลทดสอบ\nkind: other\n"


def built(data, agency: str):
    folder = data({"agency.yml": agency, "2566/measures.yml": MEASURES})
    outputs = build(read_publication(folder).publication, DAY)
    return {artifact.path: artifact for artifact in outputs.artifacts}


def test_a_former_id_leads_on_as_well(data):
    pages = shared(built(data, f"{AGENCY}site_url: https://ita.test.example/\n"))
    ways = {address: page.select_one("main a")["href"] for address, page in pages.items()}
    assert ways.keys() == {"2566/measures/new/", "2566/measures/old/"}
    assert set(ways.values()) == {"../../o43/#measure-new"}


def test_where_nobody_says_where_the_site_stands_nothing_is_shared(data):
    files = built(data, AGENCY)
    assert not [path for path in files if path.endswith(("share.png", ".html"))]
    assert "ita-share" not in files["2566/o43/index.md"].content.decode()


def test_where_thai_cannot_be_set_no_picture_is_made_and_pages_name_the_sites_own(
    data, monkeypatch
):
    monkeypatch.setattr("ita_site.site.share.build.can_draw", lambda: False)
    files = built(data, f"{AGENCY}site_url: https://ita.test.example/\n")
    assert not [path for path in files if path.endswith("share.png")]
    pictures = {told(page)["og:image"] for page in shared(files).values()}
    assert pictures == {"https://ita.test.example/assets/share.png"}
