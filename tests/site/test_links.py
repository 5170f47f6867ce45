"""Where links lead and what pages load: all of it is there, none of it elsewhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from ita_site.site.downloads.dataset.tables import TIDY
from tests.site.built import NOT_FOUND, Built, html_path, offences, target
from tests.site.project import copy_project, mkdocs


def test_links_that_leave_the_site_do_not_tell_where_from(site):
    def judge(soup):
        for link in soup.select("a[href^=http]"):
            if not {"noopener", "noreferrer"} <= set(link.get("rel", [])):
                yield link["href"]

    assert offences(site, judge) == []


def test_links_have_a_known_scheme(site):
    schemes = {
        urlsplit(link["href"]).scheme
        for _, soup in site.soups()
        for link in soup.select("a[href], area[href]")
    }
    assert schemes <= {"", "https", "http", "mailto", "tel"}


RESOURCES = {
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "use": "href",
    "form": "action",
}
NO_REQUEST = {"canonical", "prev", "next", "alternate", "license", "author"}


def resources(soup):
    """What a browser loads for a page, as written."""
    for name, attribute in RESOURCES.items():
        for element in soup.find_all(name):
            if element.get(attribute) and not NO_REQUEST & set(element.get("rel", [])):
                yield element[attribute]
    for element in soup.select("[srcset]"):
        yield from (part.split()[0] for part in element["srcset"].split(","))
    for style in [tag.get_text() for tag in soup.find_all("style")]:
        yield from styles_resources(style)
    for element in soup.select("[style]"):
        yield from styles_resources(element["style"])


def styles_resources(css):
    """What a style sheet loads."""
    yield from re.findall(r"url\(\s*['\"]?([^'\")]+)", css)
    yield from re.findall(r"@import\s+['\"]([^'\"]+)", css)


def test_no_page_loads_anything_from_another_server(site):
    pages = offences(site, lambda soup: [url for url in resources(soup) if _is_elsewhere(url)])
    assert pages == []
    for sheet in site.folder.rglob("*.css"):
        urls = styles_resources(sheet.read_text("utf-8"))
        assert [url for url in urls if _is_elsewhere(url)] == [], sheet.name


def _is_elsewhere(url):
    return bool(urlsplit(url).netloc)


def test_whatever_a_page_loads_is_there(site):
    for address, soup in site.soups():
        for url in resources(soup):
            path, _ = target(address, url)
            assert (site.folder / html_path(path)).is_file(), (address, url)
    for sheet in site.folder.rglob("*.css"):
        for url in styles_resources(sheet.read_text("utf-8")):
            if not url.startswith("data:"):
                assert (sheet.parent / url.partition("#")[0]).is_file(), (sheet.name, url)


def test_every_link_and_anchor_leads_somewhere(site):
    broken = [
        f"/{address} -> {link['href']}"
        for address, soup in site.soups()
        for link in soup.select("a[href], area[href]")
        if not leads_somewhere(site, address, link["href"])
    ]
    assert broken == []


def leads_somewhere(site, address, href):
    """Whether a link leaves the site, or finds its file and its place in it."""
    found = target(address, href)
    if found is None:
        return True
    path, anchor = found
    file = site.folder / html_path("" if path == "." else path)
    if not file.is_file():
        return False
    if not anchor:
        return True
    soup = site.soup("" if path == "." else path)
    return any(element["id"] == anchor for element in soup.select("[id]"))


def test_a_reader_who_follows_links_reaches_every_page(site):
    seen, waiting = set(), [""]
    while waiting:
        address = waiting.pop()
        if address in seen or not (site.folder / html_path(address)).is_file():
            continue
        seen.add(address)
        if not html_path(address).endswith(".html"):
            continue
        soup = site.soup(address)
        shown = [link["href"] for link in soup.select("a[href]")]
        shown += [picture["src"] for picture in soup.select("img[src]")]
        for url in shown:
            found = target(address, url)
            waiting += [found[0]] if found else []
    assert seen >= set(site.pages), (
        "no page links to these; a portal's navigation never lists an agency's pages"
    )
    files = {artifact.path for artifact in site.outputs.artifacts if not artifact.is_page}
    for_programs = re.compile(r"\.css$|^schemas/|share\.png$|/measures/[^/]+/index\.html$")
    described = {"datapackage.json", "catalog.jsonld"}
    tidy = {f"{it.name}.{end}" for it in TIDY for end in ("csv", "jsonl")} | described
    told = re.compile(f"^[^/]+/data/(?:{'|'.join(tidy)})$")  # of an agency: /api/ says how
    assert seen >= {path for path in files if not (for_programs.search(path) or told.match(path))}


@pytest.fixture(scope="session")
def below_a_path(tmp_path_factory):
    """A site that is published below a folder of its host."""
    project = copy_project(tmp_path_factory.mktemp("below") / "project")
    agency = project / "data/agency.yml"
    text = agency.read_text("utf-8")
    assert "site_url: https://ita.tuayang.example/" in text
    agency.write_text(text.replace("ita.tuayang.example/", "tuayang.example/ita"), "utf-8")
    folder = project / "out/ita"
    done = mkdocs(project, folder).succeeded()
    return Built(folder, done.log, None)


def test_the_page_for_unknown_addresses_works_at_any_depth_below_a_path(below_a_path):
    soup = below_a_path.soup(NOT_FOUND)
    links = [link["href"] for link in soup.select("a[href]")] + list(resources(soup))
    inner = [url for url in links if not _is_elsewhere(url) and not url.startswith("#")]
    assert len(inner) > 10
    for url in inner:
        path = urlsplit(url).path
        assert path.startswith("/ita/") or path == "/ita", url
        below = path.removeprefix("/ita").removeprefix("/").removeprefix(".")
        assert (below_a_path.folder / html_path(below)).is_file(), url


def test_the_page_for_unknown_addresses_works_at_any_depth(site):
    soup = site.soup(NOT_FOUND)
    links = [link["href"] for link in soup.select("a[href]")] + list(resources(soup))
    relative = [url for url in links if not re.match(r"/|#|https?:|mailto:|tel:", url)]
    assert relative == []
