"""Blocks in hand-written pages: where a marker counts, and what it is told when it is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_site.facts.model.portal import UNNAMED
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.pages.blocks import BLOCKS, fill, marker_problems, markers
from ita_site.site.pages.portal_view import PortalView
from ita_site.site.pages.summary import summary_of
from ita_site.site.pages.view import AgencyView

TODAY = BEDate(2566, 5, 15)
YEARS = {"2566/year.yml": "", "2568/year.yml": ""}
PORTAL = {
    f"{slug}/{name}": text
    for slug in ("one", "two")
    for name, text in {"agency.yml": f"name: {slug}\nkind: other", **YEARS}.items()
}


def views(folder):
    publication = read_publication(folder).publication
    return tuple(AgencyView(agency, TODAY) for agency in publication.agencies)


def summaries(agencies):
    return tuple(summary_of(view, {}) for view in agencies)


@pytest.fixture
def single(data):
    return views(data(YEARS))


@pytest.fixture
def portal(data):
    return views(data({"agency.yml": None, **PORTAL}))


def found(text: str) -> list[tuple[int, int, str, dict[str, str]]]:
    return [(entry.line, entry.column, entry.name, entry.arguments) for entry in markers(text)]


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("<!-- ita:summary -->", (1, 1, "summary", {})),
        ("<!--ita:summary-->", (1, 1, "summary", {})),
        ("ก\n\n  <!-- ita:scores year=2566 -->  \nข", (3, 3, "scores", {"year": "2566"})),
        (
            "<!-- ita:survey  agency=udon-thani year=2566 -->",
            (1, 1, "survey", {"agency": "udon-thani", "year": "2566"}),
        ),
        ("ก\r\n<!-- ita:complaints -->\r\n", (2, 1, "complaints", {})),
        ("<!-- ITA : summary -->", (1, 1, "summary", {})),
        ("~~~\nก\n~~~\n<!-- ita:summary -->", (4, 1, "summary", {})),
    ],
)
def test_a_marker_alone_on_its_line_counts(text, marker):
    assert found(text) == [marker]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- ข้อความ -->",
        "`<!-- ita:summary -->`",
        "```\n<!-- ita:summary -->\n```",
        "~~~ html\n<!-- ita:summary -->\n~~~",
        "  ```\n  <!-- ita:summary -->\n  ```",
        "```\n~~~\n<!-- ita:summary -->\n```",
        "````\n```\n<!-- ita:summary -->\n````",
    ],
)
def test_a_marker_in_code_is_left_alone(text, single):
    assert found(text) == []
    assert fill(text, "about/", single) == text
    assert list(marker_problems(text, "content/about.md", single)) == []


def told(text, agencies):
    problems = marker_problems(text, "content/about.md", agencies)
    return [(problem.line, problem.code, problem.what("en")) for problem in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n<!-- ita:sumary -->", (2, "ITA501", "there is no block “sumary”")),
        (
            "ก <!-- ita:summary -->",
            (1, "ITA505", "a block's marker must stand on a line of its own"),
        ),
        (
            "<!-- ita:summary --> ก",
            (1, "ITA505", "a block's marker must stand on a line of its own"),
        ),
        (
            "<!-- ita:summary year=2567 -->",
            (1, "ITA503", "this block names the year “2567”, which does not exist"),
        ),
        (
            "<!-- ita:summary agency=three -->",
            (1, "ITA503", "this block names the agency “three”, which does not exist"),
        ),
        (
            "<!-- ita:summary yaer=2566 -->",
            (1, "ITA503", "this block names the argument “yaer”, which does not exist"),
        ),
        (
            '<!-- ita:summary year="2566" -->',
            (1, "ITA503", 'this block names the argument “year="2566"”, which does not exist'),
        ),
        (
            "<!-- ita:summary 2566 -->",
            (1, "ITA503", "this block names the argument “2566”, which does not exist"),
        ),
    ],
)
def test_what_a_marker_gets_wrong_is_told_at_its_line(text, expected, single):
    assert told(text, single) == [expected]


def test_in_a_portal_a_marker_names_its_agency(portal):
    for name in ("scores", "survey", "complaints"):
        assert [code for _, code, _ in told(f"<!-- ita:{name} -->", portal)] == ["ITA503"]
        assert told(f"<!-- ita:{name} agency=two -->", portal) == []
    one, two = (
        fill(f"<!-- ita:complaints agency={slug} -->", "", portal) for slug in ("one", "two")
    )
    assert 'href="one/complaints/"' in one
    assert 'href="two/complaints/"' in two


def test_a_portals_summary_without_an_agency_is_that_of_all(portal):
    assert told("<!-- ita:summary -->", portal) == []
    block = fill("<!-- ita:summary -->", "about/", portal, PortalView(UNNAMED, summaries(portal)))
    assert "เทียบ 2 หน่วยงาน" in block
    assert 'href="../compare/#year-2568"' in block


def test_a_block_of_an_agency_that_cannot_be_published_says_so(portal):
    held = (portal[0], replace(portal[1], withheld=True))
    text = "<!-- ita:scores agency=two -->"
    assert told(text, held) == []
    block = fill(text, "about/", held, PortalView(UNNAMED, summaries(held)))
    assert "ข้อมูลของtwoยังเผยแพร่ไม่ได้" in block


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_becomes_one_block_of_html_between_the_lines_around_it(name, single):
    before, after = "# หัวข้อ", "ข้อความ"
    text = fill(f"{before}\n<!-- ita:{name} -->\n{after}", "about/", single)
    first, *middle, last = text.split("\n\n")
    assert (first, last) == (before, after)
    (block,) = middle
    assert block.startswith("<div")
    assert block.endswith("</div>")


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_shows_the_year_asked_for_else_the_newest(name, single):
    newest, older = (
        fill(f"<!-- ita:{name}{year} -->", "about/", single) for year in ("", " year=2566")
    )
    assert newest == fill(f"<!-- ita:{name} year=2568 -->", "about/", single)
    assert (newest == older) is (name == "complaints")


def test_links_of_a_block_lead_from_the_page_that_holds_it(single):
    text = "<!-- ita:complaints -->"
    assert 'href="complaints/"' in fill(text, "", single)
    assert 'href="../complaints/"' in fill(text, "about/", single)
    assert 'href="../../complaints/"' in fill(text, "about/us/", single)


def test_an_agency_without_a_year_has_complaints_and_nothing_else(data):
    agencies = views(data())
    assert [name for name in BLOCKS if not told(f"<!-- ita:{name} -->", agencies)] == ["complaints"]
