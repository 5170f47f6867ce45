"""Reports are made when they are due, and for the rounds promised."""

from __future__ import annotations

import pytest

from tests.unit.rules.checks.told import SAID, measure, problems, report, told, year

A = measure(reporting_rounds=[6, 12])
B = measure("b", reporting_rounds=6)


@pytest.mark.parametrize(
    ("day", "expected"),
    [((2566, 3, 31), []), ((2566, 4, 1), [("ITA343", "measures[0]")])],
)
def test_a_measure_owes_a_report_the_day_after_its_first_round(data, day, expected):
    assert told(data, year([A]), day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [((2566, 9, 30), []), ((2566, 10, 1), [("ITA343", "measures[0]")])],
)
def test_without_a_promise_a_report_is_owed_when_the_year_is_over(data, day, expected):
    assert told(data, year([measure()]), day) == expected


def test_the_year_that_counts_is_that_in_which_the_measures_are_carried_out(data):
    files = year([measure()], name="2569") | {"2569/year.yml": "implementation_year: 2568"}
    assert told(data, files, (2568, 9, 30)) == []
    assert told(data, files, (2568, 10, 1)) == [("ITA343", "measures[0]")]


def test_results_asked_for_a_year_later_are_not_asked_too_early(data):
    assert told(data, year([measure()], name="2569"), (2569, 9, 30)) == []


def test_when_nothing_at_all_was_reported_that_is_told_once(data):
    (problem,) = problems(data, year([A, B, measure("c")]))
    assert (problem.code, problem.file[-12:]) == ("ITA342", "progress.yml")
    assert "2 มาตรการ" in problem.what()
    assert "31 มี.ค. 2566" in problem.what()


def test_without_a_file_of_reports_it_is_told_of_the_folder(data):
    files = year([A, B])
    del files["2566/progress.yml"]
    (problem,) = problems(data, files)
    assert (problem.code, problem.file[-5:]) == ("ITA342", "/2566")


def test_a_measure_without_a_report_among_reported_ones_is_named(data):
    assert told(data, year([A, B], [report("b", round=6, **SAID)])) == [("ITA343", "measures[0]")]


def test_a_round_left_out_is_told_once_with_all_its_measures(data):
    measures = [measure(name, reporting_rounds=[3, 6]) for name in "abc"]
    reports = [report("a", round=3, **SAID), report("b", round=6, **SAID)]
    reports += [report("c", round=3, **SAID)]
    found = problems(data, year(measures, reports))
    assert [problem.code for problem in found] == ["ITA344", "ITA344"]
    assert [problem.details["choices"] for problem in found] == ["b", "a, c"]
    assert [problem.details["round"] for problem in found] == ["3", "6"]


def test_an_empty_report_keeps_no_promise(data):
    reports = [report(round=6), report("b", round=6, **SAID)]
    assert told(data, year([A, B], reports)) == [("ITA343", "measures[0]")]


@pytest.mark.parametrize("fields", [{"round": 6}, {}])
def test_done_without_a_word_is_told_as_such_and_not_as_missing_too(data, fields):
    reports = [report(status="done", **fields), report("b", round=6, **SAID)]
    assert told(data, year([A, B], reports)) == [("ITA304", "progress[0].status")]


@pytest.mark.parametrize("fields", [{"round": 6}, {}])
def test_a_reason_given_is_taken_for_the_round_or_for_the_whole_year(data, fields):
    reason = report(obstacles="ผู้รับผิดชอบย้าย", **fields)
    assert told(data, year([A], [reason])) == []
    expected = [] if not fields else [("ITA344", "progress")]
    assert told(data, year([A], [reason]), (2566, 10, 1)) == expected


@pytest.mark.parametrize("words", ["ไม่มี", "-", "รอข้อมูล", "…"])
def test_a_word_that_says_nothing_is_no_reason(data, words):
    reports = [report(round=6, obstacles=words)]
    assert told(data, year([A], reports)) == [("ITA343", "measures[0]")]


def test_not_started_is_a_report(data):
    assert told(data, year([A], [report(round=6, status="not_started")])) == []


def test_what_is_done_owes_no_later_round(data):
    done = report(round=6, status="done", **SAID)
    assert told(data, year([A], [done]), (2566, 10, 1)) == []
    begun = report(round=6, status="in_progress", **SAID)
    assert told(data, year([A], [begun]), (2566, 10, 1)) == [("ITA344", "progress")]


@pytest.mark.parametrize(
    "reports",
    [[report("aa", round=6, **SAID)], [report(round="หก", **SAID)]],
    ids=["misspelt measure", "round that is no number"],
)
def test_a_mistake_in_a_report_is_not_taken_for_a_missing_report(data, reports):
    found = told(data, year([measure(reporting_rounds=[3, 6])], reports))
    assert len(found) == 1
    assert found[0][0] in ("ITA302", "ITA210")


@pytest.mark.parametrize(
    ("own", "common", "reported", "expected"),
    [
        ([6, 12], None, 6, []),
        ([6, 12], None, 3, [("ITA345", "progress[0].round")]),
        (None, [6, 12], 3, [("ITA345", "progress[0].round")]),
        ([3], [6, 12], 3, []),
        (None, None, 3, []),
    ],
)
def test_a_report_is_for_a_round_that_was_promised(data, own, common, reported, expected):
    done = report(round=reported, status="done", **SAID)
    files = year([measure(reporting_rounds=own)], [done])
    files["2566/year.yml"] = f"reporting_rounds: {common}" if common else ""
    assert told(data, files, (2565, 10, 1)) == expected


@pytest.mark.parametrize(
    ("months", "day", "early"),
    [
        (6, "28 ก.พ. 2566", True),
        (6, "1 มี.ค. 2566", False),
        (6, "24 เม.ย. 2566", False),
        (6, "7 เม.ย. 2565", True),
        (3, "30 พ.ย. 2565", True),
        (3, "1 ธ.ค. 2565", False),
        (12, "31 ส.ค. 2566", True),
        (12, "1 ก.ย. 2566", False),
        (12, "9 ต.ค. 2570", False),
        (1, "30 ก.ย. 2565", True),
        (1, "1 ต.ค. 2565", False),
    ],
)
def test_a_round_is_reported_in_its_last_month_at_the_earliest(data, months, day, early):
    files = year([measure()], [report(round=months, updated_on=day, **SAID)])
    assert told(data, files) == ([("ITA346", "progress[0].updated_on")] if early else [])


def test_a_report_on_the_whole_year_may_be_made_at_any_time(data):
    assert told(data, year([measure()], [report(updated_on="1 ม.ค. 2566", **SAID)])) == []
