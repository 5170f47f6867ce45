"""A result against the year before: only of one questionnaire and one name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_site.rules.figures.last_year import last_year
from ita_site.rules.figures.trend import Direction
from tests.unit.rules.figures.facts import agency_facts, result_facts, year_facts

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts


def against(*years: YearFacts):
    """The newest year's result against the one before."""
    return last_year(agency_facts(*years), years[-1])


def with_questionnaires(facts: YearFacts, **change: object):
    edition = facts.edition
    changed = tuple(each.model_copy(update=change) for each in edition.questionnaires)
    return replace(facts, edition=edition.model_copy(update={"questionnaires": changed}))


def test_each_score_that_both_years_have_is_told_with_its_direction():
    found = against(
        result_facts(2568, "80", "90", "70", None, total={"score": "90"}),
        result_facts(2569, "78.5", "90", None, "80", total={"score": "91.25"}),
    )
    assert (found.year, found.is_comparable) == (2567, True)
    assert (found.total.direction, str(found.total.amount)) == (Direction.UP, "1.25")
    moves = {no: (move.direction, str(move.amount)) for no, move in found.indicators.items()}
    assert moves == {1: (Direction.DOWN, "1.5"), 2: (Direction.SAME, "0")}
    assert found.instruments == {}


def test_instruments_are_told_by_their_code():
    def facts(year: int, score: str):
        return result_facts(year, instruments=[{"code": "EIT", "score": score}])

    found = against(facts(2568, "84.71"), facts(2569, "91.76"))
    assert {code: str(move.difference) for code, move in found.instruments.items()} == {
        "EIT": "7.05"
    }
    assert found.total is None


def test_only_the_year_right_before_is_looked_at():
    assert against(result_facts(2567, "80"), result_facts(2569, "90")) is None
    assert against(result_facts(2569, "90")) is None
    assert against(result_facts(2568, "80"), year_facts(year="2569")) is None


def test_of_two_folders_with_the_same_result_the_newer_holds():
    older, newer = (
        result_facts(year, score, result_year="2567") for year, score in ((2567, "1"), (2568, "80"))
    )
    found = against(older, newer, result_facts(2569, "90"))
    assert str(found.indicators[1].before.score) == "80"


@pytest.mark.parametrize(
    ("year", "comparable"), [(2566, True), (2567, True), (2568, False), (2569, True)]
)
def test_other_questions_stand_between_two_years_and_other_levels_do_not(year, comparable):
    found = against(result_facts(year - 1, "80"), result_facts(year, "90"))
    assert found.is_comparable == comparable
    assert bool(found.indicators) == comparable


def test_an_unknown_questionnaire_is_not_taken_for_the_same():
    before, after = result_facts(2568, "80"), result_facts(2569, "90")
    unasked = replace(after, edition=after.edition.model_copy(update={"questionnaires": ()}))
    assert not against(before, unasked).is_comparable


def test_who_knows_more_of_the_same_questions_may_compare_and_other_wording_may_not():
    known = result_facts(2566, "80").edition.questionnaires[0]
    reworded = known.questions[0].model_copy(update={"text": "ถามอย่างอื่น"})
    before, after = result_facts(2565, "80"), result_facts(2566, "90")
    assert against(before, with_questionnaires(after, questions=())).is_comparable
    other = with_questionnaires(after, questions=(reworded,))
    assert not against(before, other).is_comparable
