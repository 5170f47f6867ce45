"""The open data a page offers."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.calendar import BEDate
from ita_site.site.downloads.tables import OF_YEAR
from ita_site.site.pages.open_data import year_files
from ita_site.site.pages.year_view import YearView
from tests.unit.rules.figures.facts import agency_facts, year_facts


@pytest.mark.parametrize("table", OF_YEAR, ids=lambda table: table.name)
def test_a_table_is_offered_also_when_empty_but_for_an_index_that_is_not_given(table):
    year = year_facts()
    files = year_files(YearView(agency_facts(year), year, BEDate(2566, 5, 15)))
    addresses = [file.address for file in files]
    assert (f"2566/{table.name}.csv" in addresses) is (table.name != "oit")
