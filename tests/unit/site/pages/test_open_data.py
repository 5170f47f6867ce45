"""The open data a page offers."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.site.downloads.tables import MAIN
from ita_site.site.pages.open_data import year_files
from ita_site.site.pages.view import YearView
from tests.unit.rules.figures.facts import agency_facts, report, year_facts


def offered(**evidence: object) -> list[str]:
    year = year_facts("a", progress=[report("a", summary="ก", **evidence)])
    files = year_files(YearView(agency_facts(year), year, BEDate(2566, 5, 15)))
    return [file.address.removeprefix("2566/") for file in files]


def test_a_table_beside_the_main_ones_is_offered_when_it_holds_something():
    without, together = offered(), offered(evidence=[{"title": "ภาพ", "file": "files/a.pdf"}])
    assert [name for name in together if name not in without] == ["evidence.csv"]


@pytest.mark.parametrize("table", MAIN, ids=lambda table: table.name)
def test_the_main_tables_are_always_offered_but_for_an_index_that_is_not_given(table):
    assert (f"{table.name}.csv" in offered()) is (table.name != "oit")
