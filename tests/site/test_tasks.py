"""What people come for: how many taps it takes from the front page, and how far one scrolls."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.depth import thorough
from tests.site.project import REPOSITORY, mkdocs
from tests.site.reader import PHONE
from tests.site.server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.site.reader import Reader

MOST_TAPS, MOST_SCREENS = 2, 2
IN_APRIL_2569 = datetime(2026, 4, 12, tzinfo=UTC)
"""A day on which the survey of the sample is open."""
FAR = """node => {
  const { top, bottom } = node.getBoundingClientRect();
  const way = bottom > innerHeight ? Math.min(bottom - innerHeight, top) : Math.min(top, 0);
  scrollBy({ top: way, behavior: "instant" });
  return Math.abs(way) / innerHeight;
}"""
"""Scrolls until a thing stands on the screen; gives how many screens that took."""


@dataclass
class Trip:
    """One task on a phone, from the front page."""

    window: Reader
    taps: int = 0
    screens: float = 0

    def find(self, selector: str, words: str = "") -> Locator:
        """The first such thing that can be seen, wherever it is on the page."""
        found = self.window.page.locator(selector, has_text=words or None)
        return found.locator("visible=true").first

    def see(self, selector: str, words: str = "") -> str:
        """Scroll to a thing; gives what it says."""
        found = self.find(selector, words)
        self.screens += found.evaluate(FAR)
        return found.inner_text()

    def tap(self, selector: str, words: str = "") -> None:
        """Scroll to a thing and tap it."""
        self.see(selector, words)
        self.taps += 1
        self.find(selector, words).click()
        self.window.page.wait_for_load_state("networkidle")


def procurement(trip):
    trip.tap("a", "ดูผลทีละมาตรการ")
    assert "แล้วเสร็จ" in trip.see("#measure-open-budget-procurement .ita-tag")


def lowest(trip):
    assert "การใช้ทรัพย์สินของราชการ" in trip.see(".ita-scores tbody tr:first-child")
    trip.tap(".ita-scores tbody tr:first-child .ita-answer a")
    assert "ทะเบียนยืม" in trip.see("#measure-property-borrowing .ita-steps tbody tr")


def better(trip):
    assert "เพิ่มขึ้น 3.14" in trip.see("article p", "จากปี 2567")


def evidence(trip):
    trip.tap("a", "ดูผลทีละมาตรการ")
    trip.tap(".ita-measure:nth-of-type(2) > summary")
    assert trip.see(".ita-measure[open] .ita-evidence a")


def report(trip):
    trip.tap(".ita-banner a", "แจ้งเรื่องทุจริต")
    assert "1205" in trip.see(".ita-act a[href^=tel]")


def data(trip):
    trip.tap("a", "ดาวน์โหลดข้อมูล")
    assert "CSV" in trip.see("a[href$='progress.csv']")


def compare(trip):
    trip.tap("a", "เทียบหน่วยงาน")
    trip.tap("a", "ปี 2567")
    assert trip.see("table.ita-compare tr", "เทศบาลเมืองร้อยเอ็ด")
    assert trip.see("table.ita-compare tr", "องค์การบริหารส่วนตำบลยอดแกง")


def survey(trip):
    trip.tap(".ita-banner a", "ให้คะแนนเรา")
    assert "itas.nacc.go.th" in trip.find("a", "ตอบแบบวัด EIT").get_attribute("href")
    trip.see("a", "ตอบแบบวัด EIT")


@contextmanager
def while_the_survey_is_open(folder):
    """The sample as it was in April, served."""
    epoch = str(int(IN_APRIL_2569.timestamp()))
    mkdocs(REPOSITORY, folder, "--no-strict", SOURCE_DATE_EPOCH=epoch, ITA_DATA="data").succeeded()
    with serving(folder) as home:
        yield home


OF_AN_AGENCY = {
    "ทำมาตรการจัดซื้อจัดจ้างแล้วหรือยัง": procurement,
    "คะแนนต่ำที่สุด และจะแก้อย่างไร": lowest,
    "ดีกว่าปีก่อนไหม": better,
    "หลักฐาน": evidence,
    "แจ้งเรื่องทุจริตอย่างปลอดภัย": report,
    "ข้อมูลเปิด": data,
}


def make(visit, home, tasks, day=None):
    """Does the tasks; tells the table, and which of them take more than they may."""
    told, too_far = [], []
    for name, task in tasks.items():
        window = visit(home, PHONE)
        if day:
            window.page.clock.set_fixed_time(day)
        window.open("")
        task(trip := Trip(window))
        told.append(f"{trip.taps} taps, {trip.screens:.1f} screens scrolled: {name}")
        if trip.taps > MOST_TAPS or trip.screens > MOST_SCREENS:
            too_far.append(told[-1])
        assert window.complaints == []
    print("\n".join(told))  # noqa: T201 - `pytest -rP` tells the figures
    assert too_far == [], "\n".join(told)


def test_what_people_come_to_an_agency_for_is_two_taps_and_two_screens_away(visit, own_home):
    make(visit, own_home, OF_AN_AGENCY)


def test_two_agencies_stand_side_by_side_as_near(visit, portal_home):
    make(visit, portal_home, {"เทียบสองหน่วยงาน": compare})


@pytest.mark.parametrize("tasks", thorough({"ตอบแบบวัด": survey}))
def test_the_survey_is_answered_as_near_while_it_is_open(visit, tmp_path, tasks):
    with while_the_survey_is_open(tmp_path) as home:
        make(visit, home, tasks, IN_APRIL_2569)
