"""What is said loudly before an address is handed in, and what is offered to paste."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.agency import Agency
from ita_site.facts.model.publication import YearFacts
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.criteria import Outcome, Verdict
from ita_site.rules.figures.due import answers_end
from ita_site.rules.figures.handing_in import SOON, explanation, notices

YEAR = YearFacts(2564, edition_for(2564))
FAR_OFF = BEDate(2560, 1, 1)


def told(address, website="https://www.banrai.go.th/", *, sample=False):
    facts = {"name": "อบต.บ้านไร่", "kind": "other", "website": website}
    agency = Agency.model_validate(facts | ({"sample": "true"} if sample else {}))
    return notices(agency, YEAR, address, FAR_OFF)


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8000/",
        "http://127.0.0.1/",
        "https://192.168.1.20/ita/",
        "https://169.254.10.1/",
        "http://[::1]:8000/",
        "https://banrai.github.io/ita/",
        "https://banrai.gitlab.io/",
        "https://ita.pages.dev/",
        "https://banrai.netlify.app/",
        "https://ita.test/",
        "http://server/",
    ],
)
def test_a_test_address_is_told_loudly(address):
    (found,) = told(address)
    assert "ที่อยู่ทดลอง" in found


def test_an_address_that_nobody_gave_or_of_another_site_is_told():
    assert "site_url" in told("")[0]
    assert "เว็บไซต์หลัก" in told("https://ita-banrai.com/")[0]


@pytest.mark.parametrize(
    "address",
    ["https://ita.banrai.go.th/", "https://banrai.go.th/ita/", "https://www.banrai.go.th/"],
)
def test_the_agencys_own_site_is_well(address):
    assert told(address) == ()


def test_a_fictional_agency_has_no_other_address():
    assert told("https://ita.banrai.example/", sample=True) == ()


@pytest.mark.parametrize("left", [SOON + 1, SOON, 1, 0, -1])
def test_the_window_is_told_from_two_weeks_before_its_end(left):
    end = answers_end(YEAR)
    assert end
    day = BEDate.from_date(end.to_date() - timedelta(days=left))
    agency = Agency.model_validate({"name": "อบต.บ้านไร่", "kind": "other"})
    found = notices(agency, YEAR, "https://banrai.go.th/", day)
    assert bool(found) == (0 <= left <= SOON)
    assert left not in (0, 1) or (f"เหลือ {left} วัน" in found[0]) == bool(left)


@pytest.mark.parametrize(("day", "is_told"), [((2569, 9, 30), True), ((2569, 10, 1), False)])
def test_a_window_that_nobody_knows_is_told_until_its_year_is_over(day, is_told):
    year = YearFacts(2569, edition_for(2569))
    assert answers_end(year) is None
    agency = Agency.model_validate({"name": "อบต.บ้านไร่", "kind": "other"})
    found = notices(agency, year, "https://banrai.go.th/", BEDate(*day))
    assert [("ไม่ทราบช่วงวันตอบ OIT" in one) for one in found] == [True] * is_told


def test_a_window_that_the_agency_states_is_known():
    stated = edition_for(2565).model_copy(update={"year": 2569})
    assert answers_end(YearFacts(2569, stated)) == answers_end(YearFacts(2565, edition_for(2565)))


def test_nothing_is_claimed_that_was_not_seen():
    item = YEAR.edition.items.measures
    seen = Verdict(item, item.criteria[0], Outcome.MET, "", ("2564/o42/#steps",), "", "1. ประชุม")
    unseen = Verdict(item, item.criteria[-1], Outcome.NOT_MET, "ยังไม่มี", ("2564/o42/",), "")
    text = explanation("ข้อ O42", "https://banrai.go.th/2564/o42/", (seen, unseen))
    assert text.splitlines() == [
        "ข้อ O42 แสดงที่ https://banrai.go.th/2564/o42/#all",
        f"- {item.criteria[0].text} ดูที่ https://banrai.go.th/2564/o42/#steps",
    ]
