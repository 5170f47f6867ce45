"""Rules about the reports: their rounds, and what their status says."""

from __future__ import annotations

import pytest

from tests.unit.rules.checks.data_folders import (
    SUMMARY,
    coded,
    measure,
    problems,
    report,
    year,
)

A = measure(reporting_rounds=[6, 12])
B = measure("b", reporting_rounds=6)


@pytest.mark.parametrize(
    ("day", "expected"),
    [((2566, 3, 31), []), ((2566, 4, 1), [("ITA343", "measures[0]")])],
)
def test_a_measure_owes_a_report_the_day_after_its_first_round(data, day, expected):
    assert coded(data, year([A]), day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [((2566, 9, 30), []), ((2566, 10, 1), [("ITA343", "measures[0]")])],
)
def test_without_a_promise_a_report_is_owed_when_the_year_is_over(data, day, expected):
    assert coded(data, year([measure()]), day) == expected


def test_the_year_that_counts_is_that_in_which_the_measures_are_carried_out(data):
    files = year([measure()], name="2569") | {"2569/year.yml": "implementation_year: 2568"}
    assert coded(data, files, (2568, 9, 30)) == []
    assert coded(data, files, (2568, 10, 1)) == [("ITA343", "measures[0]")]


def test_results_asked_for_a_year_later_are_not_asked_too_early(data):
    assert coded(data, year([measure()], name="2569"), (2569, 9, 30)) == []


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
    assert coded(data, year([A, B], [report("b", round=6, **SUMMARY)])) == [
        ("ITA343", "measures[0]")
    ]


def test_a_round_left_out_is_told_once_with_all_its_measures(data):
    measures = [measure(name, reporting_rounds=[3, 6]) for name in "abc"]
    reports = [report("a", round=3, **SUMMARY), report("b", round=6, **SUMMARY)]
    reports += [report("c", round=3, **SUMMARY)]
    found = problems(data, year(measures, reports))
    assert [problem.code for problem in found] == ["ITA344", "ITA344"]
    assert [problem.details["choices"] for problem in found] == ["b", "a, c"]
    assert [problem.details["round"] for problem in found] == ["3", "6"]


def test_an_empty_report_keeps_no_promise(data):
    reports = [report(round=6), report("b", round=6, **SUMMARY)]
    assert coded(data, year([A, B], reports)) == [("ITA343", "measures[0]")]


@pytest.mark.parametrize("fields", [{"round": 6}, {}])
def test_done_without_a_word_is_told_as_such_and_not_as_missing_too(data, fields):
    reports = [report(status="done", **fields), report("b", round=6, **SUMMARY)]
    assert coded(data, year([A, B], reports)) == [("ITA304", "progress[0].status")]


@pytest.mark.parametrize("fields", [{"round": 6}, {}])
def test_a_reason_given_is_taken_for_the_round_or_for_the_whole_year(data, fields):
    reason = report(obstacles="ผู้รับผิดชอบย้าย", **fields)
    assert coded(data, year([A], [reason])) == []
    expected = [] if not fields else [("ITA344", "progress")]
    assert coded(data, year([A], [reason]), (2566, 10, 1)) == expected


@pytest.mark.parametrize("words", ["ไม่มี", "-", "รอข้อมูล", "…"])
def test_a_word_that_says_nothing_is_no_reason(data, words):
    reports = [report(round=6, obstacles=words)]
    assert coded(data, year([A], reports)) == [("ITA343", "measures[0]")]


def test_not_started_is_a_report(data):
    assert coded(data, year([A], [report(round=6, status="not_started")])) == []


def test_what_is_done_owes_no_later_round(data):
    done = report(round=6, status="done", **SUMMARY)
    assert coded(data, year([A], [done]), (2566, 10, 1)) == []
    begun = report(round=6, status="in_progress", **SUMMARY)
    assert coded(data, year([A], [begun]), (2566, 10, 1)) == [("ITA344", "progress")]


@pytest.mark.parametrize(
    "reports",
    [[report("aa", round=6, **SUMMARY)], [report(round="หก", **SUMMARY)]],
    ids=["misspelt measure", "round that is no number"],
)
def test_a_mistake_in_a_report_is_not_taken_for_a_missing_report(data, reports):
    found = coded(data, year([measure(reporting_rounds=[3, 6])], reports))
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
    done = report(round=reported, status="done", **SUMMARY)
    files = year([measure(reporting_rounds=own)], [done])
    files["2566/year.yml"] = f"reporting_rounds: {common}" if common else ""
    assert coded(data, files, (2565, 10, 1)) == expected


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
    files = year([measure()], [report(round=months, updated_on=day, **SUMMARY)])
    assert coded(data, files) == ([("ITA346", "progress[0].updated_on")] if early else [])


def test_a_report_on_the_whole_year_may_be_made_at_any_time(data):
    assert coded(data, year([measure()], [report(updated_on="1 ม.ค. 2566", **SUMMARY)])) == []


FALLS = [("ITA347", "progress[1].status")]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("done", "in_progress", FALLS),
        ("done", "not_started", FALLS),
        ("in_progress", "not_started", FALLS),
        ("done", "done", []),
        ("in_progress", "done", []),
        ("not_started", "in_progress", []),
        ("done", None, []),
    ],
)
def test_a_status_never_falls_back(data, earlier, later, expected):
    reports = [report(round=3, status=earlier, **SUMMARY)]
    reports += [report(round=6, **({"status": later} if later else {}), **SUMMARY)]
    assert coded(data, year([measure()], reports)) == expected


def test_rounds_count_not_the_order_in_the_file(data):
    reports = [report(round=6, status="done", **SUMMARY), report(round=3, status="in_progress")]
    assert coded(data, year([measure()], reports)) == []


def test_a_report_without_a_round_comes_after_all_rounds(data):
    reports = [
        report(round=6, status="done", **SUMMARY),
        report(status="in_progress", **SUMMARY),
    ]
    assert coded(data, year([measure()], reports)) == FALLS


def test_two_reports_of_one_round_are_told_as_such_alone(data):
    reports = [report(round=6, status=status, **SUMMARY) for status in ("done", "in_progress")]
    assert coded(data, year([measure()], reports)) == [("ITA303", "progress[1]")]


def test_another_measures_status_has_nothing_to_do_with_it(data):
    reports = [report("a", round=3, status="done", **SUMMARY)]
    reports += [report("b", round=6, status="in_progress", **SUMMARY)]
    assert coded(data, year([measure("a"), measure("b")], reports)) == []


def test_falling_back_is_told_where_it_happens_and_only_there(data):
    steps = [(3, "done"), (6, "in_progress"), (9, "in_progress")]
    reports = [report(round=months, status=status, **SUMMARY) for months, status in steps]
    assert coded(data, year([measure()], reports)) == FALLS


EVIDENCE = {"title": "ภาพ", "url": "https://a.example/b.pdf"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"outcomes": "รอน้อยลง"}, [("ITA348", "progress[0].status")]),
        ({"evidence": [EVIDENCE]}, [("ITA348", "progress[0].status")]),
        ({"outcomes": "ไม่มี"}, []),
        ({"outcomes": "-"}, []),
        ({"summary": "รอคำสั่งแต่งตั้ง", "obstacles": "กรรมการเกษียณ"}, []),
    ],
)
def test_what_is_not_started_has_no_results(data, fields, expected):
    assert coded(data, year([measure()], [report(status="not_started", **fields)])) == expected


TIMES = [
    ("มิ.ย. 66 - ก.ย. 66", True),
    ("พ.ค. 66 - ก.ย. 66", False),
    ("ต.ค. 65 และ มิ.ย. 66", False),
    ("ไตรมาส 4", True),
    ("ทุกไตรมาส", False),
    ("เร็ว ๆ นี้", False),
    (["ก.ย. 66", "เร็ว ๆ นี้"], False),
    (["ก.ย. 66", "ส.ค. 66"], True),
]


@pytest.mark.parametrize(("timeframe", "early"), TIMES)
@pytest.mark.parametrize("fields", [{}, {"updated_on": "31 พ.ค. 2566"}])
def test_nothing_is_done_before_its_time_begins(data, timeframe, early, fields):
    files = year([measure(timeframe=timeframe)], [report(status="done", **SUMMARY, **fields)])
    found = [code for code, _ in coded(data, files) if code != "ITA307"]
    assert found == (["ITA349"] if early else [])


def test_on_its_first_day_a_measure_may_be_done(data):
    files = year(
        [measure(timeframe="มิ.ย. 66")], [report(status="done", updated_on="1 มิ.ย. 66", **SUMMARY)]
    )
    assert coded(data, files) == []


def test_the_earliest_time_of_measure_and_steps_counts(data):
    steps = [{"text": "เริ่ม", "timeframe": "ต.ค. 65"}]
    files = year([measure(timeframe="ก.ย. 66", steps=steps)], [report(status="done", **SUMMARY)])
    assert coded(data, files) == []


@pytest.mark.parametrize("status", ["in_progress", "not_started"])
def test_what_is_not_done_may_be_reported_before_its_time(data, status):
    files = year([measure(timeframe="ก.ย. 66")], [report(status=status, **SUMMARY)])
    assert coded(data, files) == []


@pytest.mark.parametrize(
    ("printed", "status", "suggestion"),
    [
        ("อยู่ระหว่างดำเนินการ", "done", "in_progress"),
        ("แล้วเสร็จ", "in_progress", "done"),
        ("ดำเนินการเรียบร้อยแล้ว", "done", None),
        ("แล้วเสร็จบางส่วน", "in_progress", None),
        ("ได้ดำเนินการอย่างต่อเนื่อง", "done", None),
    ],
)
def test_the_status_is_what_the_printed_words_mean(data, printed, status, suggestion):
    files = year([measure()], [report(status=status, status_as_printed=printed, **SUMMARY)])
    found = problems(data, files)
    assert [problem.code for problem in found] == (["ITA355"] if suggestion else [])
    assert [problem.details["suggestion"] for problem in found] == [suggestion] * len(found)
