"""The survey's page before the survey opens, while it is open, and when it is over."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.site.build import build

YEAR = """\
assessment_year: 2570
result_year: 2569
implementation_year: 2570
eit:
  url: https://itas.nacc.go.th/go/eit/trial
  opens_on: 5 ม.ค. 2570
  closes_on: 30 มิ.ย. 2570
"""


@pytest.fixture
def page(data):
    publication = read_publication(data({"2570/year.yml": YEAR})).publication

    def made(day: BEDate) -> BeautifulSoup:
        files = {found.path: found for found in build(publication, day).artifacts}
        return BeautifulSoup(files["eit/index.md"].content, "html.parser")

    return made


def on_paper(page):
    """What is printed of a page, in words."""
    for part in page.select(".ita-screen"):
        part.decompose()
    return " ".join(page.get_text(" ").split())


def test_before_it_opens_the_poster_says_when_and_the_calendar_offers_the_day(page):
    shown = page(BEDate(2569, 12, 1))
    assert shown.select_one("a[href='eit.ics']")
    told = on_paper(shown)
    assert "เปิดรับ 5 ม.ค. 2570" in told
    assert "สแกนได้ตั้งแต่ 5 ม.ค. 2570" in told
    assert "สแกนด้วยกล้อง" not in told


def test_while_it_is_open_the_poster_asks(page):
    told = on_paper(page(BEDate(2570, 2, 1)))
    assert "วันนี้เราบริการดีไหม" in told
    assert "สแกนด้วยกล้องโทรศัพท์" in told
    assert "ตอบได้ถึง 30 มิ.ย. 2570" in told


def test_when_it_is_over_nobody_is_invited(page):
    shown = page(BEDate(2570, 7, 1))
    assert shown.select_one("[data-ita=eit-qr]")
    told = on_paper(shown)
    assert "ปิดรับแล้ว 30 มิ.ย. 2570" in told
    assert "สแกน" not in told
    assert not shown.select_one("[data-ita=eit-qr]")
