"""The index as it is published: rows in order, our own two pages among them."""

from __future__ import annotations

import dataclasses

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.agency import Agency
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.oit import OitIndex
from ita_site.facts.model.publication import AgencyFacts, YearFacts
from ita_site.rules.figures.oit import (
    full_url,
    groups,
    index_rows,
    item_codes,
    listed,
    missing_codes,
    official_title,
    own_path,
    spans,
)


def year(*entries: dict[str, object], number: int = 2566, edition: int | None = None) -> YearFacts:
    index = OitIndex.model_validate({"items": list(entries)})
    return YearFacts(number, edition_for(edition or number), oit=index)


def agency(slug: str = "", site_url: str | None = None) -> AgencyFacts:
    facts = Agency.model_validate({"name": "เทศบาล", "kind": "other", "site_url": site_url})
    return AgencyFacts(slug, "data", facts, Channels(), ())


def test_a_year_without_an_index_has_no_rows_and_misses_none():
    without = YearFacts(2566, edition_for(2566))
    assert index_rows(agency(), without) == missing_codes(agency(), without) == ()


def test_rows_stand_in_the_order_of_their_numbers_with_our_own_two_filled_in():
    facts = year({"code": "O10", "url": "https://a.example/"}, {"code": "O9"})
    rows = index_rows(agency(), facts)
    assert [(row.code, row.filled_in, len(row.places)) for row in rows] == [
        ("O9", False, 0),
        ("O10", False, 1),
        ("O42", True, 1),
        ("O43", True, 1),
    ]


def test_a_filled_in_row_keeps_what_the_agency_says_of_it():
    facts = year({"code": "O42", "look": "ตารางท้ายหน้า", "title": "มาตรการ"})
    row = index_rows(agency(site_url="https://ita.a.example"), facts)[0]
    assert (row.title, row.look, row.filled_in) == ("มาตรการ", "ตารางท้ายหน้า", True)
    assert row.places[0].url == "https://ita.a.example/2566/o42/"
    assert row.places[0].own == "2566/o42/"


def test_an_address_the_agency_gives_for_one_of_ours_is_kept():
    (row, _) = index_rows(agency(), year({"code": "O42", "url": "https://a.example/o42.pdf"}))
    assert [(place.url, place.own) for place in row.places] == [("https://a.example/o42.pdf", None)]
    assert not row.filled_in


def test_our_own_two_stand_in_one_group():
    given = [row.group for row in index_rows(agency(), year({"code": "O43", "group": "ก"}))]
    assert given == ["ก", "ก"]
    by_edition = index_rows(agency(), year({"code": "O1", "group": "ก"}))
    assert [row.group for row in by_edition][1:] == ["10.2 มาตรการภายในเพื่อป้องกันการทุจริต"] * 2
    assert [row.group for row in index_rows(agency(), year({"code": "O1"}))] == ["", "", ""]


def test_neighbours_of_one_group_stand_together():
    rows = index_rows(
        agency(),
        year(*({"code": f"O{at}", "group": name} for at, name in enumerate("กกขก", start=1))),
    )
    together = [(name, [row.code for row in members]) for name, members in groups(rows)]
    assert together[:3] == [("ก", ["O1", "O2"]), ("ข", ["O3"]), ("ก", ["O4"])]


@pytest.mark.parametrize(
    ("written", "slug", "path"),
    [
        ("o42/", "", "2566/o42/"),
        ("o43#measure-a", "", "2566/o43/#measure-a"),
        ("2566/o42", "", "2566/o42/"),
        ("complaints", "", "complaints/"),
        ("files/plan.pdf", "", "files/plan.pdf"),
        ("o42/", "one", "one/2566/o42/"),
        ("complaints/#channels", "one", "one/complaints/#channels"),
        ("/complaints/", "one", "complaints/"),
        ("/files/plan.pdf", "one", "files/plan.pdf"),
    ],
)
def test_a_page_is_counted_from_the_agencys_front_page(written, slug, path):
    assert own_path(agency(slug), year(), written) == path


def test_the_codes_of_a_year_are_those_its_edition_counts():
    assert item_codes(year(number=2569)) == tuple(f"O{number}" for number in range(1, 27))


def test_a_year_that_borrows_an_edition_has_no_codes_to_hold_the_index_against():
    borrowing = year({"code": "O1"}, number=2571)
    assert item_codes(borrowing) == missing_codes(agency(), borrowing) == ()


def test_codes_bear_the_letters_of_the_years_own_items():
    edition = edition_for(2566)
    measures = edition.items.measures.model_copy(update={"code": "MOIT21"})
    items = edition.items.model_copy(update={"measures": measures})
    facts = dataclasses.replace(year(), edition=edition.model_copy(update={"items": items}))
    assert item_codes(facts)[:2] == ("MOIT1", "MOIT2")


def test_what_is_missing_counts_our_own_two_as_given():
    listed = ({"code": f"O{number}"} for number in range(3, 42))
    assert missing_codes(agency(), year(*listed)) == ("O1", "O2")


def test_a_title_comes_with_how_sure_it_is():
    edition = edition_for(2566)
    known = [official_title(edition, code) for code in ("O8", "O30", "O42")]
    assert [found.fact.certainty.value for found in known if found] == [
        *("certain", "probable", "certain"),
    ]
    assert official_title(edition, "O4") is None


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ("", ""),
        ("O2", "O2"),
        ("O2 O3", "O2–O3"),
        ("O1 O3 O4 O5 O9 O11", "O1, O3–O5, O9, O11"),
    ],
)
def test_neighbouring_codes_are_told_as_a_span(codes, text):
    assert spans(codes.split()) == text


@pytest.mark.parametrize(
    ("path", "slug", "site_url", "url"),
    [
        ("2566/o42/", "", None, "2566/o42/"),
        ("2566/o42/", "", "https://a.example/ita/", "https://a.example/ita/2566/o42/"),
        ("one/2566/o42/", "one", None, "2566/o42/"),
        ("one/2566/o42/", "one", "https://a.example", "https://a.example/2566/o42/"),
        ("complaints/", "one", "https://a.example", "/complaints/"),
    ],
)
def test_an_address_reads_the_same_in_a_portal_as_on_a_site_of_its_own(path, slug, site_url, url):
    assert full_url(agency(slug, site_url), path) == url


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://a.example/buy", "O11"),
        ("https://a.example/buy/report.pdf", "O11"),
        ("https://a.example/buying", None),
        ("https://b.example/anything", None),
    ],
)
def test_what_lies_below_an_items_address_is_listed_there_but_a_host_alone_lists_nothing(url, code):
    index = year(
        {"code": "O11", "url": "https://a.example/buy/"},
        {"code": "O1", "url": "https://b.example/"},
    )
    found = listed([(index.year, index_rows(agency(), index))], url)
    assert (found.code if found else None) == code
