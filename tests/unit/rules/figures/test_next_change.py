"""Until when pages stay true: on every day before the next change they would be written alike."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.next_change import next_change
from ita_site.site.build import build
from tests.conftest import REPOSITORY
from tests.unit.rules.figures.facts import agency_facts, year_facts

if TYPE_CHECKING:
    from collections.abc import Collection

AGENCIES = REPOSITORY / "tests/agencies"
BINARY = (".png", ".xlsx", ".svg")
LINE_OF_TODAY = re.compile(r'(?<=M)[\d.]+(?= ?0v20")')


@cache
def facts(name: str):
    folder = REPOSITORY / "data" if name == "sample" else AGENCIES / name
    return read_publication(folder).publication


def told(name: str, day: BEDate, but: Collection[BEDate]) -> dict[str, str]:
    """The text of all that is made for one agency on a day, but for what names some days."""
    forms = [(it.long(), it.short(), str(it), f"{it.to_date():%Y%m%d}") for it in but]
    named = re.compile("|".join(re.escape(form) for day_forms in forms for form in day_forms))
    return {
        it.path: LINE_OF_TODAY.sub("", named.sub("", it.content.decode().replace("\xa0", " ")))
        for it in build(facts(name), day).artifacts
        if not it.path.endswith(BINARY)
    }


def assert_alike_until_the_next_change(name: str, day: BEDate):
    [agency] = facts(name).agencies
    last = BEDate.from_date(next_change(agency, day).to_date() - dt.timedelta(days=1))
    first_text, last_text = (told(name, it, but=(day, last)) for it in (day, last))
    assert first_text.keys() == last_text.keys()
    assert [it for it in first_text if first_text[it] != last_text[it]] == []


def test_the_sample_is_written_alike_on_every_day_before():
    assert_alike_until_the_next_change("sample", BEDate(2569, 11, 2))


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["sample", "khok-mon", "roi-et", "tak", "udon-thani", "yot-kaeng"])
@pytest.mark.parametrize(
    "day",
    [BEDate(2567, 9, 3), BEDate(2569, 4, 1), BEDate(2570, 5, 2), BEDate(2570, 10, 1)],
    ids=str,
)
def test_every_agency_is_written_alike_on_every_day_before(name, day):
    assert_alike_until_the_next_change(name, day)


@pytest.mark.parametrize(
    ("today", "then"),
    [
        ((2566, 2, 3), (2566, 2, 24)),  # the last day is fourteen days off
        ((2566, 3, 1), (2566, 3, 2)),  # each day counts
        ((2566, 3, 10), (2566, 3, 11)),  # it is over
        ((2566, 3, 11), (2566, 4, 1)),  # rounds end with a month
        ((2566, 12, 31), (2567, 1, 1)),
        ((2567, 3, 5), (2567, 3, 11)),  # a year has passed
    ],
)
def test_what_a_date_of_the_facts_changes(today, then):
    eit = {"url": "https://itas.nacc.go.th/go/eit/sample66", "closes_on": "10 มี.ค. 2566"}
    agency = agency_facts(year_facts("one", year="2566", eit=eit))
    assert next_change(agency, BEDate(*today)) == BEDate(*then)
