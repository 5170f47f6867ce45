"""How far each measure is: an empty report never counts as done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.rules.figures.status import Standing, measure_reports, tally
from tests.unit.rules.figures.facts import report, year_facts

SAID = {"summary": "ประชุมชี้แจงครบทุกกอง"}
CAME = {"outcomes": "บุคลากรรู้แผนทุกคน"}
STATUSES = ["done", "in_progress", "not_started"]
REPORTS = st.lists(
    st.builds(
        report,
        measure=st.sampled_from(["a", "b", "c", "ไม่มี".encode().hex()]),
        status=st.sampled_from([*STATUSES, None]),
        round=st.sampled_from(["3", "6", "12", None]),
        summary=st.sampled_from(["ทำแล้ว", []]),
    )
)


def standing(*reports: dict[str, object]):
    (entry,) = measure_reports(year_facts("a", progress=reports))
    return entry.standing


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "done", **SAID}, Standing.DONE),
        ({"status": "done", **CAME}, Standing.DONE),
        ({"status": "แล้วเสร็จ", **SAID}, Standing.DONE),
        ({"status": "in_progress", **SAID}, Standing.IN_PROGRESS),
        ({"status": "not_started", **SAID}, Standing.NOT_STARTED),
        (SAID, Standing.UNSTATED),
        ({"status_as_printed": "เรียบร้อย", **SAID}, Standing.UNSTATED),
        ({"status": "done"}, Standing.NOT_REPORTED),
        ({"status": "in_progress"}, Standing.NOT_REPORTED),
        ({"status": "not_started"}, Standing.NOT_STARTED),
        ({"status": "not_started", "obstacles": "งบประมาณยังไม่อนุมัติ"}, Standing.NOT_STARTED),
        ({"status": "done", "obstacles": "ฝนตก"}, Standing.NOT_REPORTED),
        ({}, Standing.NOT_REPORTED),
    ],
)
def test_a_single_report_gives_the_standing(fields, expected):
    assert standing(report(**fields)) is expected


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([("6", "in_progress", True), ("12", "done", True)], Standing.DONE),
        ([("12", "done", True), ("6", "in_progress", True)], Standing.DONE),
        ([("6", "in_progress", True), ("12", "done", False)], Standing.IN_PROGRESS),
        ([("6", "done", False), ("12", "done", False)], Standing.NOT_REPORTED),
        ([("6", "in_progress", True), (None, "done", True)], Standing.DONE),
        ([("3", "not_started", False), ("6", "in_progress", True)], Standing.IN_PROGRESS),
    ],
)
def test_the_newest_report_that_says_something_counts(reports, expected):
    written = [
        report(round=months, status=status, **(SAID if told else {}))
        for months, status, told in reports
    ]
    assert standing(*written) is expected


def test_a_measure_without_a_report_is_not_reported():
    assert standing() is Standing.NOT_REPORTED
    assert standing(report("another", status="done", **SAID)) is Standing.NOT_REPORTED


def test_reports_are_in_the_order_of_their_rounds_the_whole_years_last():
    reports = [report(round=months, **SAID) for months in (None, "12", "3", "6")]
    (entry,) = measure_reports(year_facts("a", progress=reports))
    assert [found.round for found in entry.reports] == [3, 6, 12, None]
    assert entry.reported_rounds == {3, 6, 12}


def test_measures_keep_the_order_of_the_year():
    entries = measure_reports(year_facts("c", "a", "b", progress=[report("b", **SAID)]))
    assert [entry.measure.id for entry in entries] == ["c", "a", "b"]


@given(REPORTS)
def test_every_measure_is_counted_once_and_none_without_a_word_is_done(reports):
    entries = measure_reports(year_facts("a", "b", "c", progress=reports))
    counted = tally(entries)
    assert counted.total == 3
    assert [standing for standing, _ in counted.counts] == list(Standing)
    assert counted.present == tuple(pair for pair in counted.counts if pair[1])
    for entry in entries:
        if entry.standing is Standing.DONE:
            assert any(made.summary for made in entry.reports)


def test_standings_share_the_codes_and_words_of_the_statuses_reported():
    assert [member.value for member in Standing][:3] == STATUSES
