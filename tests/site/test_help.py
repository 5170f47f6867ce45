"""The officers' page of problems: by code, by word, by the address in a message."""

from __future__ import annotations

import pytest

from ita_site.facts.problems import catalogue
from tests.site.reader import PHONE

ADDRESS = "help/problems/"


@pytest.fixture
def window(visit, own_home):
    return visit(own_home, PHONE)


@pytest.mark.thorough
def test_every_problem_is_there_once_and_folded(window):
    window.open(ADDRESS)
    folded = window.page.locator("details[data-find-item]:not([open])")
    assert [item.get_attribute("id") for item in folded.all()] == [
        code.lower() for code in catalogue()
    ]
    assert window.complaints == []


def test_an_address_with_a_code_opens_that_problem(window):
    window.open(f"{ADDRESS}#ita203")
    assert window.page.locator("#ita203 .ita-note").is_visible()
    assert window.page.locator("details[data-find-item][open]").count() == 1
    box = window.page.locator("#ita203").bounding_box()
    assert 0 < box["y"] < PHONE.height / 2


@pytest.mark.parametrize(("asked", "found"), [("๒๐๓", "ITA203"), ("แบบวัด iit", "ITA404")])
def test_a_problem_is_found_by_its_code_or_its_words(window, asked, found):
    window.open(ADDRESS)
    window.page.locator("#find").fill(asked)
    (item,) = window.page.locator("details[data-find-item]:visible").all()
    assert item.inner_text().startswith(found)
    assert window.page.locator("section[data-find-group]:visible").count() == 1
    assert "พบ 1 จาก" in window.page.locator("[data-find-status]").inner_text()
    assert window.complaints == []


def test_a_word_in_no_problem_says_what_to_try(window):
    window.open(ADDRESS)
    window.page.locator("#find").fill("ไก่")
    assert "รหัสที่ขึ้นต้นด้วย ITA" in window.page.locator("[data-find-status]").inner_text()
