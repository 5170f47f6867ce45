"""Question codes against the questionnaire and the list of items of the result's year."""

from __future__ import annotations

import pytest

from tests.unit.rules.checks.rules import told

FIELD = "questions[0].code"


def found(data, code: str, year: int = 2566, **files: str) -> list[tuple[str, str]]:
    return told(data({f"{year}/assessment.yml": f"questions: [{{code: '{code}'}}]", **files}))


@pytest.mark.parametrize(
    ("year", "code", "known"),
    [
        (2566, "i1", True),
        (2566, "I30", True),
        (2566, "i30.4", True),
        (2566, "e15", True),
        (2566, "O43", True),
        (2566, "i0", False),
        (2566, "i31", False),
        (2566, "e16", False),
        (2566, "O0", False),
        (2566, "O44", False),
        (2566, "x1", False),
        (2568, "i15", True),
        (2568, "i16", False),
        (2568, "e9", True),
        (2568, "e10", False),
        (2568, "O35", True),
        (2568, "O36", False),
    ],
)
def test_a_code_is_one_of_the_results_year(data, year, code, known):
    assert found(data, code, year) == ([] if known else [("ITA327", FIELD)])


def test_of_a_year_without_a_known_list_any_item_that_ever_was_is_accepted(data):
    assert found(data, "O43", 2571) == [("ITA405", "")]
    assert found(data, "O44", 2571) == [("ITA405", ""), ("ITA327", FIELD)]


def test_an_agencys_own_list_of_the_results_year_counts(data):
    own = {"2565/edition.yml": "oit: {count: 50, items: [{code: M1, title: ก}]}"}
    assert found(data, "O50", 2566, **own) == []
    assert found(data, "M1", 2566, **own) == []
    assert found(data, "O51", 2566, **own) == [("ITA327", FIELD)]


def test_a_code_used_twice_needs_an_id_whatever_its_case(data):
    twice = "questions: [{code: e12}, {code: E12}, {id: e12-b, code: e12}]"
    assert told(data({"2566/assessment.yml": twice})) == [("ITA306", "questions[1]")]


@pytest.mark.parametrize(
    ("year", "code", "indicator", "problems"),
    [
        (2566, "i6", 1, 0),
        (2566, "i7", 1, 1),
        (2566, "E11", 8, 0),
        (2566, "E10", 8, 1),
        (2566, "O2", 9, 0),
        (2568, "i7", 1, 0),
    ],
)
def test_a_question_stands_under_its_indicator(data, year, code, indicator, problems):
    question = f"questions: [{{code: {code}, indicator: {indicator}}}]"
    expected = [("ITA328", "questions[0].indicator")] * problems
    assert told(data({f"{year}/assessment.yml": question})) == expected
