"""Scores against the yardsticks of the year they belong to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.assessment import Assessment
from ita_site.rules.figures.scores import scores

EDITION = edition_for(2568)


def result(total=None, instruments=(), result_year=2567, printed=None, indicators=()):
    """A result with this total and these scores of IIT, EIT and OIT."""
    facts = {
        "instruments": [
            {"code": code, "score": score}
            for code, score in zip(("IIT", "EIT", "OIT"), instruments, strict=False)
        ],
        "indicators": indicators,
    }
    if total:
        facts["total"] = {"score": total} | ({"rating_as_printed": printed} if printed else {})
    return scores(Assessment.model_validate(facts), EDITION, result_year)


@pytest.mark.parametrize(
    ("total", "lowest", "rating"),
    [
        ("100.00", "95.00", "ผ่านดีเยี่ยม"),
        ("95.00", "95.00", "ผ่านดีเยี่ยม"),
        ("95.00", "94.99", "ผ่านดี"),
        ("94.99", "95.00", "ผ่านดี"),
        ("85.00", "85.00", "ผ่านดี"),
        ("99.99", "84.99", "ผ่าน"),
        ("85.00", "0.00", "ผ่าน"),
        ("84.99", "84.99", "ต้องปรับปรุง"),
        ("84.995", "90.00", "ต้องปรับปรุง"),
        ("70.00", "10.00", "ต้องปรับปรุง"),
        ("69.99", "69.00", "ต้องปรับปรุงโดยด่วน"),
        ("0.00", "0.00", "ต้องปรับปรุงโดยด่วน"),
    ],
)
@pytest.mark.parametrize("result_year", [2566, 2567, 2568, 2569])
def test_since_2566_the_rating_asks_for_the_total_and_for_each_instrument(
    total, lowest, rating, result_year
):
    assert result(total, ("100.00", lowest, "100.00"), result_year).rating == rating


@pytest.mark.parametrize(
    ("total", "rating"),
    [
        ("95.00", "AA"),
        ("94.99", "A"),
        ("85.00", "A"),
        ("84.99", "B"),
        ("75.00", "B"),
        ("74.99", "C"),
        ("65.00", "C"),
        ("64.99", "D"),
        ("55.00", "D"),
        ("54.99", "E"),
        ("50.00", "E"),
        ("49.99", "F"),
        ("0", "F"),
    ],
)
@pytest.mark.parametrize("instruments", [(), ("10.00", "10.00", "10.00")])
def test_until_2565_the_rating_asks_for_the_total_alone(total, rating, instruments):
    assert result(total, instruments, result_year=2565).rating == rating


@pytest.mark.parametrize("instruments", [(), ("99.00", "99.00")])
def test_without_every_instrument_no_rating_is_guessed(instruments):
    assert result("99.00", instruments).rating is None


def test_without_a_total_there_is_no_rating():
    assert result(None, ("99.00", "99.00", "99.00")).rating is None


def test_a_year_whose_rating_is_not_known_gets_none():
    found = result("99.00", ("99.00", "99.00", "99.00"), result_year=2550)
    assert (found.rating, found.target) == (None, None)
    assert not any(instrument.weak for instrument in found.instruments)


def test_the_rating_the_agency_printed_is_kept():
    found = result("99.00", ("99.00", "99.00", "99.00"), printed="ผ่านดีมาก")
    assert found.rating == "ผ่านดีมาก"


def test_what_misses_the_target_is_weak():
    indicators = [
        {"no": str(number), "score": score}
        for number, score in enumerate(("84.99", "85.00", "85.01", "100.00"), start=1)
    ]
    found = result("90.00", ("84.99", "85.00", "100.00"), indicators=indicators)
    assert [(entry.code, entry.weak) for entry in found.instruments] == [
        ("IIT", True),
        ("EIT", False),
        ("OIT", False),
    ]
    assert [entry.weak for entry in found.indicators] == [True, False, False, False]


def test_indicators_stand_in_the_official_order_and_by_score():
    given = [("10", "90.00"), ("2", "100.00"), ("1", "90.00"), ("7", "80.5")]
    found = result(indicators=[{"no": no, "score": score} for no, score in given])
    assert [entry.indicator.no for entry in found.indicators] == [1, 2, 7, 10]
    assert [entry.indicator.no for entry in found.weakest] == [7, 1, 10, 2]


def test_an_instrument_without_a_score_is_neither_weak_nor_left_out():
    found = result("90.00", ("80.00",))
    assert [(entry.code, entry.score, entry.weak) for entry in found.instruments] == [
        ("IIT", Decimal("80.00"), True),
        ("EIT", None, False),
        ("OIT", None, False),
    ]


def test_scores_keep_the_digits_they_were_printed_with():
    found = result("100.00", ("๘๔.๘๐", "90", "100.0"))
    assert str(found.total) == "100.00"
    assert [str(entry.score) for entry in found.instruments] == ["84.80", "90", "100.0"]
