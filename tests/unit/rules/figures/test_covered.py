"""Which year the results item speaks of."""

from __future__ import annotations

import pytest

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.publication import AgencyFacts, YearFacts
from ita_site.rules.figures.covered import asked_by, covered_facts, covered_year
from tests.unit.rules.figures.facts import year_facts

AGENCY = Agency.model_validate({"name": "เทศบาลทดสอบ", "kind": "other"})


def covered(*years: YearFacts):
    """The folder shown on the newest year's results page, None for nothing."""
    agency = AgencyFacts("", "data", AGENCY, Channels(), years)
    newest = years[-1]
    found = covered_facts(agency, newest)
    return found.year if found else None


@pytest.mark.parametrize(
    ("year", "covers"),
    [("2566", 2566), ("2567", 2566), ("2568", 2567), ("2569", 2568), ("2571", 2570)],
)
def test_from_2567_the_item_asks_for_the_year_before(year, covers):
    assert covered_year(year_facts(year=year)) == covers


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        ([year_facts("a", year="2566")], 2566),
        ([year_facts("a", year="2568"), year_facts("b", year="2569")], 2568),
        ([year_facts("b", year="2569")], None),
        ([year_facts(year="2568"), year_facts("b", year="2569")], None),
        ([year_facts("a", year="2569", implementation_year="2568")], 2569),
        ([year_facts("a", year="2567"), year_facts("b", year="2569")], None),
        (
            [
                year_facts("a", year="2567", implementation_year="2568"),
                year_facts("b", year="2569"),
            ],
            2567,
        ),
        (
            [
                year_facts("a", year="2568"),
                year_facts("b", year="2569", implementation_year="2568"),
            ],
            2569,
        ),
    ],
)
def test_the_facts_shown_are_those_of_the_year_asked_for(years, shown):
    assert covered(*years) == shown


def test_the_first_round_that_asks_for_a_years_results_tells_them_in_full():
    years = (year_facts("a", year="2566"), year_facts("b", year="2567"))
    agency = AgencyFacts("", "data", AGENCY, Channels(), years)
    assert [round_.year for round_ in asked_by(agency, years[0])] == [2566, 2567]
    assert asked_by(agency, years[1]) == ()
