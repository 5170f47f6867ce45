"""What counts as a weakness that comes back, at its borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.rules.figures.recurring import Sign, weaknesses
from ita_site.rules.figures.trend import trend
from tests.unit.rules.figures.facts import agency_facts, result_facts, year_facts

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts

TOPICS = [topic.id for topic in edition_for(2568).topics]


def weak_again(*years: YearFacts):
    agency = agency_facts(*years)
    return weaknesses(trend(agency), agency)


def names(*years: YearFacts):
    return [(entry.subject.kind.value, entry.subject.id) for entry in weak_again(*years)]


def ten(lowest, rest="95"):
    """Scores of all ten indicators, these first."""
    return [*lowest, *[rest] * (10 - len(lowest))]


def points(kind, **group: str):
    return {"analysis": {kind: [{"text": "จุดอ่อน", **group}]}}


@pytest.mark.parametrize(
    ("scores", "comes_back"),
    [
        (("84.99", "84.99"), True),
        (("84.99", "85.00"), False),
        (("85.00", "84.99"), False),
        (("85.00", "85.00"), False),
        (("84.99", "99", "84.99"), True),
        (("84.99", None, "84.99"), True),
        (("84.99",), False),
    ],
)
def test_below_the_target_in_two_years_whichever_they_are(scores, comes_back):
    years = [result_facts(2567 + at, score) for at, score in enumerate(scores)]
    assert [entry.below_again for entry in weak_again(*years)] == [True] * comes_back


def test_no_indicator_is_below_the_target_of_years_that_rated_only_the_total():
    early, late = (
        [result_facts(year, "80"), result_facts(year + 1, "80")] for year in (2565, 2567)
    )
    assert [entry.below_again for entry in weak_again(*early)] == []
    assert [entry.below_again for entry in weak_again(*late)] == [True]


def test_the_same_result_told_in_two_folders_is_one_year():
    assert weak_again(result_facts(2566, "80"), result_facts(2567, "80", result_year="2565")) == ()


def lowest(*years: YearFacts):
    """Which indicators were among the lowest again, and when."""
    return {
        entry.subject.id: [year.year for year in entry.having(Sign.LOWEST)]
        for entry in weak_again(*years)
        if entry.lowest_again
    }


def test_among_the_lowest_three_in_years_that_follow_each_other():
    first, second = ten(["90", "91", "92", "93"]), ten(["93", "91", "90", "92"])
    again = lowest(result_facts(2566, *first), result_facts(2567, *second))
    assert again == {"2": [2565, 2566], "3": [2565, 2566]}


@pytest.mark.parametrize(("folders", "again"), [((2566, 2567), True), ((2566, 2568), False)])
def test_years_apart_do_not_follow_each_other(folders, again):
    years = [result_facts(folder, *ten(["90", "91", "92"])) for folder in folders]
    assert bool(lowest(*years)) == again


def test_years_between_which_one_was_good_do_not_follow_each_other():
    weak, good = ten(["90", "91", "92"]), ten(["99", "99", "99", "91", "92", "93"])
    years = (weak, good, weak)
    assert lowest(*(result_facts(2565 + at, *scores) for at, scores in enumerate(years))) == {}


@pytest.mark.parametrize(
    ("scores", "among"),
    [
        (["90", "91", "92", "93"], {"1", "2", "3"}),
        (["90", "91", "92", "92"], {"1", "2", "3", "4"}),
        (["90", "90", "90", "91"], {"1", "2", "3"}),
        (["90", "91"], {"1", "2"}),
        ([], set()),
    ],
)
def test_what_equals_the_third_counts_too_but_never_the_best(scores, among):
    years = [result_facts(folder, *ten(scores)) for folder in (2566, 2567)]
    assert lowest(*years).keys() == among


def test_of_a_part_of_the_indicators_nobody_knows_the_lowest():
    nine = ten(["90", "91", "92"])[:9]
    years = [result_facts(2566, *ten(["90", "91", "92"])), result_facts(2567, *nine)]
    assert lowest(*years) == {}


@pytest.mark.parametrize("first", ["urgent_fixes", "findings"])
@pytest.mark.parametrize("second", ["urgent_fixes", "findings"])
@pytest.mark.parametrize(
    ("kind", "group"), [("topic", TOPICS[0]), ("indicator", "4"), ("instrument", "EIT")]
)
def test_what_is_pointed_out_in_two_years_comes_back(first, second, kind, group):
    years = (
        result_facts(2566, **points(first, **{kind: group})),
        result_facts(2568, **points(second, **{kind: group})),
    )
    assert names(*years) == [(kind, group)]


@pytest.mark.parametrize(
    "second",
    [
        points("urgent_fixes", indicator="5"),
        points("urgent_fixes", instrument="IIT"),
        points("urgent_fixes"),
        points("improvements", indicator="4"),
        points("recommendations", indicator="4"),
        {},
    ],
)
def test_another_group_or_another_kind_of_remark_is_not_the_same_weakness(second):
    first = result_facts(2566, **points("urgent_fixes", indicator="4"))
    assert weak_again(first, result_facts(2567, **second)) == ()


def findings(groups):
    return {"findings": [{"text": "พบ", "topic": topic} for topic in groups]}


@pytest.mark.parametrize(("given", "comes_back"), [(TOPICS, False), (TOPICS[:-1], True)])
def test_findings_in_every_topic_single_out_none(given, comes_back):
    years = [result_facts(folder, analysis=findings(given)) for folder in (2567, 2568)]
    assert bool(weak_again(*years)) == comes_back


def test_an_urgent_weakness_counts_even_where_every_topic_has_findings():
    urgent = {"urgent_fixes": [{"text": "ด่วน", "topic": TOPICS[2]}]}
    years = [result_facts(folder, analysis=findings(TOPICS) | urgent) for folder in (2567, 2568)]
    assert names(*years) == [("topic", TOPICS[2])]


def test_the_signs_of_each_year_stand_together_and_a_missing_year_is_known_to_be_missing():
    scores = ten(["84", "90", "91"])
    years = (
        result_facts(2567, *scores, **points("findings", indicator="1")),
        result_facts(2569, *scores, **points("urgent_fixes", indicator="1")),
        year_facts("a", year="2570"),
    )
    (weakness,) = (entry for entry in weak_again(*years) if entry.subject.id == "1")
    assert [(year.year, year.known, year.signs) for year in weakness.years] == [
        (2566, True, (Sign.BELOW, Sign.LOWEST, Sign.FOUND)),
        (2567, False, ()),
        (2568, True, (Sign.BELOW, Sign.LOWEST, Sign.URGENT)),
    ]
    assert [year.remarks.folder for year in weakness.years if year.remarks] == [2567, 2569]
    assert (weakness.latest_score.year, weakness.latest_score.weak) == (2568, True)


def test_a_year_with_an_analysis_but_no_scores_is_known():
    years = [result_facts(folder, **points("findings", topic=TOPICS[1])) for folder in (2567, 2568)]
    (weakness,) = weak_again(*years)
    assert [(year.known, year.score) for year in weakness.years] == [(True, None), (True, None)]
    assert weakness.latest_score is None


def test_indicators_stand_first_and_in_their_order():
    remarks = [{"text": "ก", "topic": TOPICS[3]}, {"text": "ข", "indicator": "10"}]
    given = {"analysis": {"urgent_fixes": remarks}}
    years = [result_facts(folder, "90", "80", "80", **given) for folder in (2567, 2568)]
    assert names(*years) == [
        ("indicator", "2"),
        ("indicator", "3"),
        ("topic", TOPICS[3]),
        ("indicator", "10"),
    ]


def test_nothing_at_all_has_no_weakness():
    assert weak_again() == ()
    assert weak_again(year_facts("a"), year_facts("a", year="2567")) == ()
