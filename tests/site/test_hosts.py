"""One project under every host: MkDocs, ProperDocs, and as staged Markdown."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

import pytest

from tests.site.built import Built, squeezed
from tests.site.project import REPOSITORY, contents, copy_project, mkdocs, run
from tests.site.reader import DESK
from tests.site.searching import search
from tests.site.server import serving

if TYPE_CHECKING:
    from bs4 import Tag

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


@pytest.fixture(scope="session")
def by_properdocs(tmp_path_factory):
    """The repository's site as ProperDocs builds it."""
    folder = tmp_path_factory.mktemp("properdocs") / "site"
    command = ("properdocs", "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(folder))
    done = run(REPOSITORY, *command, env={"ITA_DATA": "data"}).succeeded()
    assert not re.search(r"WARNING|ERROR", done.log), done.log
    return folder


@pytest.mark.thorough
def test_properdocs_builds_the_same_site_as_mkdocs(own, by_properdocs):
    ours, theirs = contents(own.folder), contents(by_properdocs)
    assert ours.keys() == theirs.keys()
    different = {path for path in ours if _plain(ours[path]) != _plain(theirs[path])}
    assert different <= {"ita-manifest.json"}, "a page names its host, and the manifest its digest"


def _plain(content):
    return GENERATOR.sub(b"", content)


@pytest.mark.thorough
def test_properdocs_refuses_what_mkdocs_refuses(tmp_path):
    project = copy_project(tmp_path)
    channels = project / "data/channels.yml"
    channels.write_text(channels.read_text("utf-8") + "\nrecieverr: ใครสักคน\n", "utf-8")
    arguments = ("build", "--strict", "-f", "mkdocs.yml", "--site-dir", "site")
    properdocs = run(project, "properdocs", *arguments)
    mkdocs_run = run(project, "mkdocs", *arguments)
    assert properdocs.code == mkdocs_run.code == 1
    message = next(line for line in mkdocs_run.log.splitlines() if "data/channels.yml" in line)
    assert message in properdocs.log
    assert not (project / "site").exists()


@pytest.fixture(scope="session")
def staged(tmp_path_factory, own):
    """The site that plain MkDocs makes of the staged Markdown, without our plugin."""
    project = tmp_path_factory.mktemp("staged")
    staging = ("ita-site", "stage", str(project))
    done = run(REPOSITORY, *staging, env={"ITA_DATA": "data"}).succeeded()
    assert "WARNING" not in done.log
    built = mkdocs(project, project / "site").succeeded()
    return Built(project / "site", built.log, own.outputs)


SEARCH = re.compile(r"assets/javascripts/(lunr|workers)/|assets/.+\.map$")
"""What the theme's own search brings, where ours is not."""
DIGEST = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.min\.css$)")
"""Of what is in a stylesheet: our plugin leaves out of it what no page uses."""
HEADERS = {"_headers", ".htaccess", "headers.nginx.conf", "ita-manifest.json"}
"""What is made of the finished pages, and so by our plugin alone."""


def test_the_staged_site_has_the_same_files_but_for_the_search(own, staged):
    assert staged.pages == own.pages
    ours, theirs = (
        {DIGEST.sub("", path) for path in contents(built.folder) if not SEARCH.match(path)}
        for built in (own, staged)
    )
    assert ours - HEADERS == theirs
    assert ours >= HEADERS


@pytest.mark.thorough
def test_the_staged_pages_have_the_same_content(own, staged):
    """But for what a host adds: ends of lines, sizes of pictures, where the page will stand."""
    different = [
        page for page in own.pages if _bare(staged.article(page)) != _bare(own.article(page))
    ]
    assert different == []


def _bare(article: Tag) -> str:
    bare = copy.copy(article)
    for dot in bare.select("ita-dot"):
        dot.replace_with(" · ")
    for link in bare.select("a[aria-label]"):
        del link["aria-label"]
    for mark in bare.select("ita-whole, ita-wide, wbr"):
        mark.unwrap()
    for part in bare.select(".ita-source"):
        part.decompose()
    for picture in bare.select("img"):
        picture.attrs.pop("width", None)
        picture.attrs.pop("height", None)
    bare.smooth()
    text = " ".join(re.sub("<!--.*?-->", "", str(bare)).split())
    return re.sub(r"> <", "><", text)  # a finished page has no blank lines between its tags


def test_the_staged_site_has_the_same_downloads(own, staged):
    for artifact in own.outputs.artifacts:
        if not artifact.is_page:
            assert (staged.folder / artifact.path).read_bytes() == artifact.content


def test_the_staged_sites_own_search_knows_the_same_pages_and_what_measures_are_called(own, staged):
    """The theme's search leads to Markdown's headings alone, and so to the page of a measure."""
    pages, others = (
        {location for location in built.search if "#" not in location} for built in (own, staged)
    )
    assert pages == others
    said: dict[str, str] = {}
    for location, entry in staged.search.items():
        page = location.partition("#")[0]
        said[page] = said.get(page, "") + squeezed(entry["title"] + entry["text"])
    measures = {place: one for place, one in own.search.items() if "#measure-" in place}
    assert len(measures) > 20
    for location, measure in measures.items():
        assert squeezed(measure["title"]) in said[location.partition("#")[0]], location


@pytest.mark.thorough
def test_the_staged_site_is_searched_by_the_themes_worker(visit, staged):
    with serving(staged.folder) as home:
        window = visit(home, DESK)
        window.open("about/")
        assert any(link.startswith(f"{home}about/") for link in search(window, "IIT"))


def test_the_staged_pages_bear_the_agencys_name_and_banner(staged):
    for address in staged.pages:
        soup = staged.soup(address)
        assert soup.title.string.strip().endswith("| เทศบาลเมืองตัวอย่าง"), address
        assert len(soup.select("[data-ita=complaint-banner]")) == 1, address
        assert "ข้อมูลสาธิต" in soup.body.get_text(), address


def test_the_staged_page_for_unknown_addresses_leads_to_the_complaints(staged):
    banner = staged.soup("404.html").select_one("[data-ita=complaint-banner]")
    assert banner.find_next("main")
    links = [link["href"] for link in banner.select("a[href]")]
    assert "/complaints/" in links


@pytest.mark.thorough
def test_staging_again_replaces_only_what_was_staged(tmp_path):
    folder = tmp_path / "pages"
    stage = ("ita-site", "stage", str(folder))
    run(REPOSITORY, *stage, env={"ITA_DATA": "data"}).succeeded()
    first = contents(folder)
    (folder / "left-over.md").write_text("# เก่า\n", "utf-8")
    run(REPOSITORY, *stage, env={"ITA_DATA": "data"}).succeeded()
    assert contents(folder) == first


@pytest.mark.thorough
def test_staging_does_not_write_over_somebodys_folder(tmp_path):
    (tmp_path / "thesis.md").write_text("# งานของฉัน\n", "utf-8")
    done = run(REPOSITORY, "ita-site", "stage", str(tmp_path), env={"ITA_DATA": "data"})
    assert done.code == 2
    assert contents(tmp_path) == {"thesis.md": "# งานของฉัน\n".encode()}


@pytest.mark.thorough
def test_staging_wrong_data_leaves_what_was_staged(tmp_path):
    project = copy_project(tmp_path / "project")
    run(project, "ita-site", "stage", "pages").succeeded()
    first = contents(project / "pages")
    (project / "data/2566/progress.yml").write_text("progress:\n  - measure: x\n", "utf-8")
    done = run(project, "ita-site", "stage", "pages")
    assert done.code == 1
    assert "data/2566/progress.yml:2:" in done.log
    assert contents(project / "pages") == first
