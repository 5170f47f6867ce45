"""A result computed again: means, weights, rounding, and how far a printed value may be off."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.assessment import Assessment, Question
from ita_site.facts.thai.decimals import round_half_up
from ita_site.rules.figures.recomputed import (
    agrees,
    instrument_means,
    question_mean,
    ratings,
    totals,
)

EDITION = edition_for(2567)
ROI_ET = ("97.85", "94.35", "95.00", "93.19", "94.20", "97.33", "97.46", "97.73", "100", "100")


def assessment(indicators=(), instruments=(), total=None) -> Assessment:
    """A result with scores of the first indicators, and of IIT, EIT and OIT."""
    facts = {
        "indicators": [{"no": str(no), "score": score} for no, score in enumerate(indicators, 1)],
        "instruments": [
            {"code": code, "score": score}
            for code, score in zip(("IIT", "EIT", "OIT"), instruments, strict=False)
        ],
    }
    return Assessment.model_validate(facts | ({"total": {"score": total}} if total else {}))


def question(*scores: str | None, code="e7") -> Question:
    parts = [{"text": "ก", "score": score} if score else {"text": "ก"} for score in scores]
    return Question.model_validate({"code": code, "sub_items": parts})


def test_an_instrument_is_the_mean_of_its_indicators():
    means = instrument_means(assessment(ROI_ET), EDITION)
    assert {code: str(round_half_up(mean, 3)) for code, mean in means.items()} == {
        "IIT": "94.918",
        "EIT": "97.507",
        "OIT": "100.000",
    }


def test_only_instruments_with_every_indicator_have_a_mean():
    assert set(instrument_means(assessment(ROI_ET[:7]), EDITION)) == {"IIT"}
    assert instrument_means(assessment(), EDITION) == {}


def test_an_indicator_given_twice_leaves_its_instrument_without_a_mean():
    facts = [{"no": no, "score": "90"} for no in ("9", "10", "10")]
    twice = Assessment.model_validate({"indicators": facts})
    assert instrument_means(twice, EDITION) == {}


@pytest.mark.parametrize(
    ("instruments", "expected"),
    [
        ((), ["97.73"]),
        (("94.92", "97.51", "100"), ["97.73", "97.73"]),
        (("94.92",), ["97.73", "97.73"]),
        (("94.29", "97.51", "100"), ["97.54", "97.73"]),
    ],
)
def test_the_total_comes_from_printed_instruments_first_and_then_from_means(instruments, expected):
    found = totals(assessment(ROI_ET, instruments), EDITION)
    assert [str(round_half_up(total)) for total in found] == expected


def test_without_every_instrument_there_is_no_total():
    assert totals(assessment(ROI_ET[:9]), EDITION) == ()
    assert totals(assessment((), ("90", "90")), EDITION) == ()


@pytest.mark.parametrize(
    ("printed", "computed", "same"),
    [
        ("84.83", "84.824", True),
        ("77.53", "77.5275", True),
        ("86.97", "86.965", True),
        ("86.96", "86.965", True),
        ("86.98", "86.965", True),
        ("86.99", "86.965", False),
        ("86.95", "86.965", False),
        ("97.72", "97.7349", True),
        ("97.72", "97.735", False),
        ("99.73", "97.7274", False),
        ("97.7", "97.7274", True),
        ("97.8", "97.745", True),
        ("97.8", "97.7399", False),
        ("98", "97.7274", True),
        ("97", "97.7274", False),
        ("0", "0", True),
        ("100.000", "99.991", True),
        ("100.000", "99.98", False),
    ],
)
def test_a_printed_value_may_be_off_by_a_hundredth_and_have_fewer_decimals(printed, computed, same):
    assert agrees(Decimal(printed), Decimal(computed)) is same


@pytest.mark.parametrize(
    ("parts", "mean"),
    [
        (("78.20", "77.67", "78.55", "75.69"), "77.53"),
        (("86.79", "87.14"), "86.97"),
        (("86.79", None), None),
        (("86.79",), None),
        ((), None),
    ],
)
def test_a_question_is_the_mean_of_its_parts_when_all_have_a_score(parts, mean):
    found = question_mean(question(*parts), None)
    assert (str(round_half_up(found)) if found is not None else None) == mean


def test_a_question_known_to_have_more_parts_has_no_mean():
    questionnaire = EDITION.questionnaire(2565)
    assert question_mean(question("78.20", "77.67", code="I30"), questionnaire) is None
    assert question_mean(question("78.20", "77.67", code="e6"), questionnaire) == Decimal("77.935")


def test_a_rating_comes_from_means_where_instruments_were_not_printed():
    assert ratings(assessment(ROI_ET, total="97.73"), EDITION, 2566) == ("ผ่านดี",)


def test_a_rating_up_to_2565_needs_the_total_alone():
    assert ratings(assessment(total="91.81"), EDITION, 2565) == ("A",)


def test_a_total_printed_wrongly_leaves_both_ratings_open():
    found = ratings(assessment(ROI_ET, total="79.73"), EDITION, 2566)
    assert found == ("ต้องปรับปรุง", "ผ่านดี")


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("95.01", {"ผ่านดีเยี่ยม"}),
        ("95.00", {"ผ่านดีเยี่ยม", "ผ่านดี"}),
        ("94.99", {"ผ่านดี", "ผ่านดีเยี่ยม"}),
        ("94.98", {"ผ่านดี"}),
    ],
)
def test_near_a_level_rounding_decides_so_both_ratings_are_open(score, expected):
    assert set(ratings(assessment([score] * 10), EDITION, 2566)) == expected


def test_printed_values_are_held_against_a_level_as_they_are():
    exactly = assessment((), ("95.00", "95.00", "95.00"), total="95.00")
    below = assessment((), ("94.99", "100", "100"), total="98.50")
    assert ratings(exactly, EDITION, 2566)[0] == "ผ่านดีเยี่ยม"
    assert ratings(below, EDITION, 2566) == ("ผ่านดี",)


def test_nothing_known_gives_no_rating():
    assert ratings(assessment(total="99.00"), EDITION, 2566) == ()
    assert ratings(assessment(ROI_ET, total="99.00"), EDITION, 2550) == ()
