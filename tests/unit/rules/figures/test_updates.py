"""When facts were last touched, and what was reported when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_site.facts.model.agency import Agency
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.updates import a_year_after, has_feed, last_updated, updates
from tests.unit.rules.figures.facts import agency_facts, report, year_facts

TODAY = BEDate(2566, 5, 15)


def dated_agency(*days: str, **info: object):
    reports = [report("a", summary="ก", updated_on=day) for day in days]
    return agency_facts(year_facts("a", progress=reports, **info))


def test_the_newest_day_counts_and_one_to_come_does_not():
    agency = dated_agency("7 เม.ย. 2566", "1 ม.ค. 2566", "1 มิ.ย. 2566", as_of="1 พ.ค. 2565")
    assert last_updated(agency, TODAY) == BEDate(2566, 4, 7)
    assert last_updated(agency, BEDate(2566, 4, 7)) == BEDate(2566, 4, 7)
    assert last_updated(agency, BEDate(2566, 4, 6)) == BEDate(2566, 1, 1)


def test_without_any_day_nothing_is_known():
    assert last_updated(dated_agency(), TODAY) is None


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (BEDate(2566, 4, 7), BEDate(2567, 4, 7)),
        (BEDate(2567, 2, 29), BEDate(2568, 2, 28)),
        (BEDate(2566, 2, 28), BEDate(2567, 2, 28)),
        (BEDate(2566, 12, 31), BEDate(2567, 12, 31)),
    ],
)
def test_a_year_later_is_the_same_day(day, later):
    assert a_year_after(day) == later


@pytest.mark.parametrize("month", [1, *range(3, 13)])
@pytest.mark.parametrize("year", [2566, 2567])
def test_only_the_29th_of_february_falls_back_a_day(year, month):
    assert a_year_after(BEDate(year, month, 29)) == BEDate(year + 1, month, 29)


def test_updates_come_newest_first_and_a_second_report_of_a_round_is_told_apart():
    days = ("1 ม.ค. 2566", "7 เม.ย. 2566", "1 ก.พ. 2566")
    found = updates(dated_agency(*days))
    assert [str(entry.day) for entry in found] == ["2566-04-07", "2566-02-01", "2566-01-01"]
    assert [entry.again for entry in found] == [1, 2, 0]


def test_a_report_that_says_nothing_is_no_update():
    empty = report("a", summary="-", updated_on="1 ม.ค. 2566")
    assert updates(agency_facts(year_facts("a", progress=[empty]))) == ()


def test_a_feed_needs_dates_and_an_address():
    dated, site = dated_agency("1 ม.ค. 2566"), "https://ita.a.example/"
    agency = Agency.model_validate({"name": "ก", "kind": "other", "site_url": site})
    assert not has_feed(dated)
    assert has_feed(replace(dated, agency=agency))
    assert not has_feed(replace(dated_agency(), agency=agency))
