"""Udon Thani's report of 2566 as data: counted as its document was counted, nothing invented."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.decimals import mean, round_half_up
from ita_site.facts.thai.timeframe import TimeframeKind
from ita_site.rules.checks.run import check
from ita_site.rules.figures.scores import scores
from ita_site.rules.figures.status import Standing, measure_reports, tally

DAY = BEDate(2569, 11, 20)
FOLDER = Path(__file__).parents[1] / "agencies/udon-thani"


@pytest.fixture(scope="module")
def reading():
    return read_publication(FOLDER)


@pytest.fixture(scope="module")
def year(reading):
    (agency,) = reading.publication.agencies
    (only,) = agency.years
    return only


def test_nothing_is_wrong_with_it(reading):
    assert [problem for problem in check(reading, DAY) if problem.is_error] == []


def test_it_speaks_of_the_years_of_the_document(year):
    assert (year.year, year.result_year, year.implementation_year) == (2566, 2565, 2566)


def test_there_are_five_measures_with_twenty_steps(year):
    assert [len(measure.steps) for measure in year.measures.measures] == [3, 3, 4, 4, 6]


@pytest.mark.parametrize(
    ("name", "counts"),
    [("units", [0, 2, 2, 2, 4]), ("timeframes", [0, 2, 2, 1, 1]), ("monitoring", [2, 1, 2, 1, 2])],
)
def test_units_times_and_reports_are_as_many_as_printed(year, name, counts):
    assert [len(getattr(measure, name)) for measure in year.measures.measures] == counts


def test_only_the_first_measures_steps_have_units_and_times_of_their_own(year):
    first, *others = year.measures.measures
    assert [len(step.units) for step in first.steps] == [2, 1, 1]
    assert [len(step.timeframes) for step in first.steps] == [1, 1, 1]
    assert not [
        step for measure in others for step in measure.steps if step.units or step.timeframes
    ]


def test_measures_are_grouped_by_the_indicators_that_were_weak(year):
    groups = [measure.group for measure in year.measures.measures]
    assert [(group.kind.value, group.id) for group in groups] == [
        ("indicator", number) for number in ("2", "3", "4", "5", "7")
    ]


def test_every_timeframe_is_understood(year):
    measures = year.measures.measures
    whole = [timeframe for measure in measures for timeframe in measure.timeframes]
    steps = [
        timeframe for measure in measures for step in measure.steps for timeframe in step.timeframes
    ]
    assert Counter(timeframe.kind for timeframe in whole + steps) == {
        TimeframeKind.MONTH: 2,
        TimeframeKind.EVERY_N_MONTHS: 1,
        TimeframeKind.POINTS: 2,
        TimeframeKind.RANGE: 3,
        TimeframeKind.WHOLE_YEAR: 1,
    }
    assert steps[0].raw == "ก.ย. ๖๕"
    assert steps[0].lies_outside(2566), "printed so, before the fiscal year begins"


def test_there_are_ten_indicators_and_three_instruments(year):
    assert [entry.no for entry in year.assessment.indicators] == list(range(1, 11))
    assert [entry.code for entry in year.assessment.instruments] == ["IIT", "EIT", "OIT"]


def test_there_are_nine_questions_with_fifteen_scores_and_eighteen_guidelines(year):
    questions = year.assessment.questions
    assert [question.code for question in questions] == [
        *("i14", "i20", "i23", "i24", "i30", "E6", "E7", "E10", "O2"),
    ]
    scored = [question.score for question in questions]
    scored += [part.score for question in questions for part in question.sub_items]
    assert len([score for score in scored if score is not None]) == 15
    assert [len(question.guidelines) for question in questions] == [3, 2, 2, 2, 2, 2, 2, 2, 1]


def test_there_are_six_urgent_fixes_and_no_improvements_findings_or_limitations(year):
    analysis = year.assessment.analysis
    assert len(analysis.urgent_fixes) == 6
    assert len(analysis.summaries) == 3
    assert analysis.improvements == analysis.findings == analysis.recommendations == ()
    assert year.assessment.limitations.items == ()


def test_every_urgent_fix_is_answered_by_a_measure(year):
    answered = [fix for measure in year.measures.measures for fix in measure.urgent_fixes]
    assert sorted(answered) == [fix.id for fix in year.assessment.analysis.urgent_fixes]


def test_no_progress_is_reported_and_no_survey_or_channel_made_up(reading, year):
    assert year.progress.progress == ()
    counted = tally(measure_reports(year))
    assert counted.present == ((Standing.NOT_REPORTED, 5),)
    assert year.info.eit.url is None
    assert reading.publication.agencies[0].channels.channels == ()


def test_the_result_is_as_printed_and_agrees_with_itself(year):
    assessment = year.assessment
    found = scores(assessment, edition_for(2566), year.result_year)
    assert (str(found.total), found.rating) == ("91.81", "A")
    weights = {entry.code: entry.weight for entry in edition_for(2566).instruments}
    weighted = sum(weights[entry.code] * entry.score for entry in assessment.instruments) / 100
    assert abs(weighted - found.total) <= Decimal("0.01")
    assert not [entry.indicator.no for entry in found.indicators if entry.weak]  # no level yet


@pytest.mark.parametrize("code", ["i30", "E6"])
def test_a_questions_score_is_the_mean_of_its_parts_rounded_half_up(year, code):
    (question,) = (entry for entry in year.assessment.questions if entry.code == code)
    assert round_half_up(mean(part.score for part in question.sub_items)) == question.score


def test_what_was_printed_otherwise_is_kept_beside(year):
    printed = {entry.no: entry.name_as_printed for entry in year.assessment.indicators}
    assert {number for number, name in printed.items() if name} == {4, 8, 9}
    codes = {question.code: question.code_as_printed for question in year.assessment.questions}
    assert codes["i20"] == "๑๒๐"
