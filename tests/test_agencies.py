"""Five real agencies' reports as sites: counted as their documents were counted, and page by page.

The counts are those of the printed documents; the pages under `tests/cases/agencies/<slug>` are
what a reader gets of them. `told.txt` beside them is what is told of the document and cannot be
mended, for it was printed so. `pytest --update-cases` writes both anew.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from ita_site.facts.problems import as_text
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.load import load_site
from tests.conftest import REPOSITORY

DAY = BEDate(2569, 11, 20)
AGENCIES = REPOSITORY / "tests/agencies"
GOLDEN = REPOSITORY / "tests/cases/agencies"
STEPS = '[data-fact="measure"] dd[data-fact="steps"] > ol > li, td[data-fact="steps"]'
TITLES = '[data-fact="measure"] dt:-soup-contains("ประกอบด้วย") ~ dd'
SELECTORS = {
    "measures": '[data-fact="measure"]',
    "titles": '[id^="measure-"] > summary > :is(h3, h4)',
    "first_of_several": TITLES + " > ul > li:first-child",
    "each_of_several": TITLES + " > ul > li",
    "steps": STEPS,
    "guidelines": 'dt:-soup-contains("แนวทาง") ~ dd > ul > li',
    "question_guidelines": ".ita-questions details li",
    "total": '[data-fact="result"] .ita-total b',
    "instruments": '[data-fact="result"] .ita-instruments dd',
    "indicators": '[data-fact="result"] .ita-scores td',
    "questions": ".ita-questions tbody tr, .ita-codes > span",
    "question_scores": ".ita-questions tbody td.ita-number:not(:has(.ita-none))",
    "sub_items": ".ita-questions .ita-sub li",
    "summaries": '[data-fact="summaries"] > ol > li',
    "urgent_fixes": '[data-fact="urgent_fixes"] > ol > li',
    "improvements": '[data-fact="improvements"] > ol > li',
    "findings": '[data-fact="findings"] > ol > li',
    "recommendations": '[data-fact="recommendations"] > ol > li',
    "limitations": '[data-fact="limitations"] > ol > li',
    "results": '[data-fact="summary"]',
    "outcomes": ".ita-outcome",
}
PRINTED = {
    "udon-thani": {
        "measures": 5,
        "titles": 5,
        "steps": 20,
        "question_guidelines": 18,
        "total": 1,
        "instruments": 3,
        "indicators": 10,
        "questions": 9,
        "question_scores": 9,
        "sub_items": 6,
        "summaries": 3,
        "urgent_fixes": 6,
    },
    "roi-et": {
        "measures": 7,
        "titles": 7,
        "steps": 13,
        "guidelines": 14,
        "total": 1,
        "indicators": 10,
        "questions": 8,
        "improvements": 8,
        "findings": 7,
        "recommendations": 9,
        "summaries": 2,  # IIT and EIT, before their recommendations
        "limitations": 1,
    },
    "yot-kaeng": {
        "measures": 11,
        "steps": 22,
        "questions": 13,
        "findings": 12,
        "limitations": 4,
    },
    "khok-mon": {
        "measures": 5,
        "titles": 5,
        "steps": 8,
        "instruments": 2,  # IIT's score of two years, told within a result
        "results": 5,
        "outcomes": 7,
    },
    "tak": {"measures": 8, "titles": 11, "steps": 30},
}
"""What each document prints; what it does not print must not be there either."""
every_agency = pytest.mark.parametrize("slug", PRINTED)


def pages(slug: str) -> dict[str, str]:
    artifacts = load_site(AGENCIES / slug, None, DAY).outputs.artifacts
    made = (artifact for artifact in artifacts if artifact.is_page)
    return {artifact.path: artifact.content.decode() for artifact in made}


def counted(slug: str) -> dict[str, int]:
    """What stands on the two item pages, by kind; nothing for what is not there."""
    found: Counter[str] = Counter()
    for path, page in pages(slug).items():
        if path.split("/")[1:2] and path.split("/")[1].startswith("o") and path.endswith(".md"):
            html = markdown(page.split("---\n", 2)[2], extensions=["attr_list"])
            soup = BeautifulSoup(html, "html.parser")
            kinds = RESULTS if soup.select('[data-fact="period"]') else SELECTORS.keys() - RESULTS
            found.update({kind: len(soup.select(SELECTORS[kind])) for kind in kinds})
    found["titles"] += found.pop("each_of_several") - found.pop("first_of_several")
    return {kind: count for kind, count in found.items() if count}


RESULTS = {"results", "outcomes"}


@every_agency
def test_a_site_counts_what_its_document_counts(slug):
    found = counted(slug)
    if slug == "yot-kaeng":  # prints no titles: a measure is called by the finding it answers
        del found["titles"]
    assert found == PRINTED[slug]


@every_agency
def test_the_pages_are_the_expected_ones(slug, expect):
    made = {
        path: page for path, page in pages(slug).items() if not path.startswith(("help/", "api/"))
    }
    golden = {path.relative_to(GOLDEN / slug).as_posix() for path in (GOLDEN / slug).rglob("*.md")}
    for path, page in made.items():
        expect(GOLDEN / slug / path, page)
    assert golden <= made.keys()


@every_agency
def test_what_is_told_of_a_document_is_what_it_lacks(slug, expect, monkeypatch):
    monkeypatch.chdir(REPOSITORY)
    told = load_site(Path("tests/agencies", slug), None, DAY).warnings
    expect(GOLDEN / slug / "told.txt", as_text(told) + "\n")


def test_every_agency_is_counted():
    assert {path.name for path in AGENCIES.iterdir() if path.is_dir()} == set(PRINTED)
    assert Path(GOLDEN).is_dir()
