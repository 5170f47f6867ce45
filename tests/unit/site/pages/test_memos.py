"""Which approvals stand first on which item's page."""

from __future__ import annotations

import re

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.site.load import load_site

DAY = BEDate(2569, 11, 18)
MEASURES = "measures: [{id: a, title: ก, reporting_rounds: [6]}]"
REPORT = "progress: [{measure: a, round: 6, status: done, summary: ทำแล้ว 2 ครั้ง}]"


def year(measures_day: str, report_day: str) -> str:
    return (
        f"memos: [{{for: measures, approved_on: {measures_day}}}, "
        f"{{for: report, round: 6, approved_on: {report_day}}}]"
    )


FILES = {
    "2568/year.yml": year("2 ก.ย. 2567", "2 เม.ย. 2568"),
    "2568/measures.yml": MEASURES,
    "2568/progress.yml": REPORT,
    "2569/year.yml": year("2 ก.ย. 2568", "2 เม.ย. 2569"),
    "2569/measures.yml": MEASURES,
    "2569/progress.yml": REPORT,
}


@pytest.fixture
def approvals(data):
    """The days of approval told on a page, and those put forward without one."""

    def told(files: dict[str, str], address: str) -> list[str]:
        artifacts = load_site(data(files), None, DAY).outputs.artifacts
        (page,) = (it for it in artifacts if it.path == f"{address}index.md")
        text = page.content.decode().replace("\u00a0", " ")
        return re.findall(r'เห็นชอบ[^<]*</b> <span class="ita-phrase">เมื่อ ([^<]+)<', text)

    return told


@pytest.mark.parametrize(
    ("address", "days"),
    [
        ("2569/o25/", ["2 ก.ย. 2568"]),
        ("2569/progress/", ["2 เม.ย. 2569"]),
        ("2569/o26/", ["2 เม.ย. 2568"]),
    ],
)
def test_an_items_page_tells_of_the_papers_behind_what_it_shows(approvals, address, days):
    assert approvals(FILES, address) == days


def test_a_results_page_without_results_tells_of_no_report(approvals):
    only = {name: text for name, text in FILES.items() if name.startswith("2569/")}
    assert approvals(only, "2569/o26/") == []


def test_a_memo_that_does_not_say_what_it_is_for_stands_on_both(approvals):
    files = FILES | {
        f"{year}/year.yml": "memo: {approved_on: 3 เม.ย. 2568}" for year in (2568, 2569)
    }
    for address in ("2569/o25/", "2569/o26/"):
        assert approvals(files, address) == ["3 เม.ย. 2568"]
