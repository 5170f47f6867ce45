"""A report's status agrees with the rest of what is reported."""

from __future__ import annotations

import pytest

from tests.unit.rules.checks.told import SAID, measure, problems, report, told, year

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
    reports = [report(round=3, status=earlier, **SAID)]
    reports += [report(round=6, **({"status": later} if later else {}), **SAID)]
    assert told(data, year([measure()], reports)) == expected


def test_rounds_count_not_the_order_in_the_file(data):
    reports = [report(round=6, status="done", **SAID), report(round=3, status="in_progress")]
    assert told(data, year([measure()], reports)) == []


def test_a_report_without_a_round_comes_after_all_rounds(data):
    reports = [report(round=6, status="done", **SAID), report(status="in_progress", **SAID)]
    assert told(data, year([measure()], reports)) == FALLS


def test_two_reports_of_one_round_are_told_as_such_alone(data):
    reports = [report(round=6, status=status, **SAID) for status in ("done", "in_progress")]
    assert told(data, year([measure()], reports)) == [("ITA303", "progress[1]")]


def test_another_measures_status_has_nothing_to_do_with_it(data):
    reports = [report("a", round=3, status="done", **SAID)]
    reports += [report("b", round=6, status="in_progress", **SAID)]
    assert told(data, year([measure("a"), measure("b")], reports)) == []


def test_falling_back_is_told_where_it_happens_and_only_there(data):
    steps = [(3, "done"), (6, "in_progress"), (9, "in_progress")]
    reports = [report(round=months, status=status, **SAID) for months, status in steps]
    assert told(data, year([measure()], reports)) == FALLS


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
    assert told(data, year([measure()], [report(status="not_started", **fields)])) == expected


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
    files = year([measure(timeframe=timeframe)], [report(status="done", **SAID, **fields)])
    found = [code for code, _ in told(data, files) if code != "ITA307"]
    assert found == (["ITA349"] if early else [])


def test_on_its_first_day_a_measure_may_be_done(data):
    files = year(
        [measure(timeframe="มิ.ย. 66")], [report(status="done", updated_on="1 มิ.ย. 66", **SAID)]
    )
    assert told(data, files) == []


def test_the_earliest_time_of_measure_and_steps_counts(data):
    steps = [{"text": "เริ่ม", "timeframe": "ต.ค. 65"}]
    files = year([measure(timeframe="ก.ย. 66", steps=steps)], [report(status="done", **SAID)])
    assert told(data, files) == []


@pytest.mark.parametrize("status", ["in_progress", "not_started"])
def test_what_is_not_done_may_be_reported_before_its_time(data, status):
    files = year([measure(timeframe="ก.ย. 66")], [report(status=status, **SAID)])
    assert told(data, files) == []


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
    files = year([measure()], [report(status=status, status_as_printed=printed, **SAID)])
    found = problems(data, files)
    assert [problem.code for problem in found] == (["ITA355"] if suggestion else [])
    assert [problem.details["suggestion"] for problem in found] == [suggestion] * len(found)
