"""Scores and ratings printed, against those computed; and when a conflict settles it."""

from __future__ import annotations

import pytest

from tests.unit.rules.checks.rules import told

INSTRUMENTS = (
    "instruments: [{code: IIT, score: 94.92}, {code: EIT, score: 97.51}, {code: OIT, score: 100}]"
)
OIT_INDICATORS = "indicators: [{no: 9, score: 9}, {no: 10, score: 9}]"
TOTAL = "total: {score: %s}\n"


def found(data, *parts: str, year: int = 2567) -> list[tuple[str, str]]:
    return told(data({f"{year}/assessment.yml": "\n".join(parts)}))


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
    assert found(data, TOTAL % score, INSTRUMENTS) == problems


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
    assert found(data, TOTAL % "99.73", INSTRUMENTS, declared) == problems


def test_one_wrong_instrument_does_not_accuse_the_total_or_the_rating(data):
    scores = ("97.85", "94.35", "95.00", "93.19", "94.20", "97.33", "97.46", "97.73", "100", "100")
    entries = ", ".join(f"{{no: {no}, score: {score}}}" for no, score in enumerate(scores, 1))
    total = "total: {score: 97.73, rating_as_printed: ผ่านดี}"
    instruments = INSTRUMENTS.replace("94.92", "49.92")
    problems = found(data, total, instruments, f"indicators: [{entries}]")
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
    entries = found(data, total, INSTRUMENTS, year=year)
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
    assert found(data, scores) == [("ITA326", where) for where in problems]
