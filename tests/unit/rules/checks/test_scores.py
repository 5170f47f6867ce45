"""Rules about scores that must follow from each other, and about question codes."""

from __future__ import annotations

import pytest

from ita_site.facts.editions.load import edition_years
from tests.unit.rules.checks.data_folders import coded_in

INSTRUMENTS = (
    "instruments: [{code: IIT, score: 94.92}, {code: EIT, score: 97.51}, {code: OIT, score: 100}]"
)
OIT_INDICATORS = "indicators: [{no: 9, score: 9}, {no: 10, score: 9}]"
TOTAL = "total: {score: %s}\n"


def score_problems(data, *parts: str, year: int = 2567) -> list[tuple[str, str]]:
    return coded_in(data({f"{year}/assessment.yml": "\n".join(parts)}))


@pytest.mark.parametrize(
    ("score", "problems"),
    [
        ("97.72", []),
        ("97.73", []),
        ("๙๗.๗๔", []),
        ("97.7", []),
        ("97.71", [("ITA321", "total.score")]),
        ("97.75", [("ITA321", "total.score")]),
        ("99.73", [("ITA321", "total.score")]),
    ],
)
def test_a_total_may_be_off_by_a_hundredth(data, score, problems):
    assert score_problems(data, TOTAL % score, INSTRUMENTS) == problems


@pytest.mark.parametrize(
    ("conflict", "problems"),
    [
        ("values: [97.73, 99.73], holds: 99.73, reason: source", []),
        ("values: [97.73, ๙๙.๗๓], reason: unresolved", []),
        ("values: 99.73, reason: unresolved", []),
        ("values: [97.73, 99.73], holds: 97.73, reason: recomputed", [("ITA321", "total.score")]),
        ("values: [97.73, 99.37], reason: unresolved", [("ITA321", "total.score")]),
    ],
)
def test_a_conflict_settles_the_value_that_holds(data, conflict, problems):
    declared = f"conflicts: [{{field: คะแนนรวม, {conflict}}}]"
    assert score_problems(data, TOTAL % "99.73", INSTRUMENTS, declared) == problems


def test_one_wrong_instrument_does_not_accuse_the_total_or_the_rating(data):
    scores = ("97.85", "94.35", "95.00", "93.19", "94.20", "97.33", "97.46", "97.73", "100", "100")
    entries = ", ".join(f"{{no: {no}, score: {score}}}" for no, score in enumerate(scores, 1))
    total = "total: {score: 97.73, rating_as_printed: ผ่านดี}"
    instruments = INSTRUMENTS.replace("94.92", "49.92")
    problems = score_problems(data, total, instruments, f"indicators: [{entries}]")
    assert problems == [("ITA320", "instruments[0].score")]


@pytest.mark.parametrize(
    ("year", "printed", "problems"),
    [
        (2566, "AA", []),
        (2566, "ระดับ aa", []),
        (2566, "ระดับผลการประเมิน AA", []),
        (2566, "ผลการประเมินระดับ AA", []),
        (2566, "A", [("ITA323", "total.rating_as_printed")]),
        (2566, "ผ่านดี", [("ITA323", "total.rating_as_printed")]),
        (2567, "ผ่านดี", []),
        (2567, "ผ่าน ดี", []),
        (2567, "ผ่านดีเยี่ยม", [("ITA323", "total.rating_as_printed")]),
        (2567, "AA", [("ITA323", "total.rating_as_printed")]),
        (2560, "ดีมาก", []),
    ],
)
def test_a_rating_is_that_of_the_results_year(data, year, printed, problems):
    total = f"total: {{score: 97.73, rating_as_printed: {printed}}}"
    entries = score_problems(data, total, INSTRUMENTS, year=year)
    assert [entry for entry in entries if entry[0] != "ITA405"] == problems


@pytest.mark.parametrize(
    ("scores", "problems"),
    [
        ("instruments: [{code: IIT, score: 99.96}]", []),
        ("total: {score: 99}\ninstruments: [{code: IIT, score: 99.96}]", ["instruments"]),
        ("instruments: [{code: IIT, score: 9}, {code: OIT, score: 9}]", ["instruments"]),
        (OIT_INDICATORS, ["indicators"]),
        (
            f"{OIT_INDICATORS}\ninstruments: [{{code: IIT, score: 9}}, {{code: EIT, score: 9}}]",
            ["indicators"],
        ),
    ],
)
def test_a_result_with_holes_is_told_and_a_single_score_quoted_is_not(data, scores, problems):
    assert score_problems(data, scores) == [("ITA326", where) for where in problems]


FIELD = "questions[0].code"


def question_problems(data, code: str, year: int = 2566, **files: str) -> list[tuple[str, str]]:
    return coded_in(data({f"{year}/assessment.yml": f"questions: [{{code: '{code}'}}]", **files}))


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
    assert question_problems(data, code, year) == ([] if known else [("ITA327", FIELD)])


def test_of_a_year_without_a_known_list_any_item_that_ever_was_is_accepted(data):
    year = edition_years()[-1] + 2  # whose result is of a year without an edition
    assert question_problems(data, "O43", year) == [("ITA405", "")]
    assert question_problems(data, "O44", year) == [("ITA405", ""), ("ITA327", FIELD)]


def test_an_agencys_own_list_of_the_results_year_counts(data):
    own = {"2565/edition.yml": "oit: {count: 50, items: [{code: M1, title: ก}]}"}
    assert question_problems(data, "O50", 2566, **own) == []
    assert question_problems(data, "M1", 2566, **own) == []
    assert question_problems(data, "O51", 2566, **own) == [("ITA327", FIELD)]


def test_a_code_used_twice_needs_an_id_whatever_its_case(data):
    twice = "questions: [{code: e12}, {code: E12}, {id: e12-b, code: e12}]"
    assert coded_in(data({"2566/assessment.yml": twice})) == [("ITA306", "questions[1]")]


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
    assert coded_in(data({f"{year}/assessment.yml": question})) == expected
