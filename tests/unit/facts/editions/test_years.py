"""Editions name years by their roles, and speak of the year that borrows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_site.facts.editions.load import edition_for, edition_text, edition_years
from ita_site.facts.reading.publication import read_publication

if TYPE_CHECKING:
    from ita_site.facts.problems import Language

YEAR = re.compile(r"25\d\d")
LATER = [2570, 2571, 2575]
NEWEST = edition_years()[-1]


def words(edition):
    """What an edition says in the year's own voice: titles and criteria, no sources."""
    for item in (edition.items.measures, edition.items.results):
        yield item.title
        for criterion in item.criteria:
            yield criterion.text
            yield criterion.by_hand or ""
    for entry in edition.oit.items if edition.oit else ():
        yield entry.title


def sourced(edition):
    """Every sourced fact of an edition's items and its OIT list."""
    for item in (edition.items.measures, edition.items.results):
        yield item
        yield from item.criteria
    yield edition.oit
    yield from edition.oit.items


@pytest.mark.parametrize("year", [*edition_years(), *LATER])
def test_no_year_is_told_but_those_of_the_round(year):
    edition = edition_for(year)
    told = {int(found) for text in words(edition) for found in YEAR.findall(text)}
    assert told <= {year, year - 1, year + edition.items.results.covers}
    assert str(year - 1) in edition.items.measures.criteria[0].text
    assert not any("{" in text for text in words(edition))


@pytest.mark.parametrize("year", edition_years())
def test_a_shipped_edition_has_no_year_in_figures(year):
    def texts(value, key=""):
        if isinstance(value, dict):
            for name, part in value.items():
                yield from texts(part, name)
        elif isinstance(value, list):
            for part in value:
                yield from texts(part, key)
        elif key in ("title", "text", "by_hand"):
            yield value

    told = [text for text in texts(edition_text(year)["items"]) if YEAR.search(text)]
    told += [text for text in texts(edition_text(year)["oit"]) if YEAR.search(text)]
    assert told == []


@pytest.mark.parametrize("year", LATER)
def test_what_is_borrowed_speaks_of_the_borrower_and_is_never_sure(year):
    lent, own = edition_for(year), edition_for(NEWEST)
    assert lent.items.results.title == own.items.results.title.replace(
        str(NEWEST - 1), str(year - 1)
    )
    facts = [*sourced(lent)]
    assert facts
    assert all(fact.needs_checking and str(NEWEST) in fact.source for fact in facts)
    assert not lent.calendar
    assert lent.reporting_rounds is None


def test_days_are_not_borrowed():
    assert edition_for(2564).calendar
    assert not edition_for(2563).calendar


def read(data, year, files):
    reading = read_publication(data({f"{year}/{name}": text for name, text in files.items()}))
    return reading.publication.agencies[0].years[0].edition, reading.problems


def test_the_year_of_the_result_is_the_agencys_to_say(data):
    edition, _ = read(data, 2570, {"year.yml": "result_year: 2568"})
    assert "2568" in edition.items.measures.criteria[0].text
    assert "2569" in edition.items.results.title


def test_an_agencys_own_edition_may_name_roles_and_say_which_year_is_covered(data):
    own = 'items:\n  results:\n    title: "ผลปี {results_fiscal_year} รอบ {assessment_year}"\n'
    before, _ = read(data, 2568, {"edition.yml": own})
    same, problems = read(data, 2568, {"edition.yml": f'{own}    covers: "0"\n'})
    assert before.items.results.title == "ผลปี 2567 รอบ 2568"
    assert same.items.results.title == "ผลปี 2568 รอบ 2568"
    assert not problems


def test_a_year_that_is_none_is_told_with_the_nearest(data):
    own = 'items:\n  results:\n    title: "ผลปี {result_yaer}"\n'
    edition, problems = read(data, 2569, {"edition.yml": own})
    assert [(found.code, found.line, found.field) for found in problems] == [
        ("ITA411", 3, "items.results.title")
    ]
    languages: tuple[Language, ...] = ("th", "en")
    assert all("{result_year}" in problems[0].mend(language) for language in languages)
    assert "{" not in edition.items.results.title
