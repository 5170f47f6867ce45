"""A comparison has both values, their unit, and years in order."""

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

METRIC = "progress[0].outcomes[0].metrics[0]"
GOOD = {"name": "เวลารอ", "before": "42", "after": "18", "unit": "นาที"}


def comparing(**fields: object) -> dict[str, str]:
    given = {key: value for key, value in (GOOD | fields).items() if value is not None}
    outcome = {"text": "รอน้อยลง", "metrics": [given]}
    return year([measure()], [report(outcomes=[outcome], **SUMMARY)])


def test_a_whole_comparison_is_fine(data):
    assert coded(data, comparing(year_before="2565", year_after="2566")) == []


@pytest.mark.parametrize("part", ["before", "after", "unit"])
@pytest.mark.parametrize("blank", [None, "-", "......", "…", "__"])
def test_what_is_left_blank_is_named(data, part, blank):
    (problem,) = problems(data, comparing(**{part: blank}))
    assert (problem.code, problem.field) == ("ITA350", METRIC)
    assert [name for name in ("before", "after", "unit") if f"{name} (" in problem.what()] == [part]


def test_what_the_document_left_blank_can_be_declared(data):
    assert coded(data, comparing(before=None, after=None, unit=None, missing="true")) == []


@pytest.mark.parametrize(
    ("values", "needs_unit"),
    [
        (("42", "18"), True),
        (("๗-๑๐", "๑-๒"), True),
        (("1,240", "3,860.50"), True),
        (("42 นาที", "18 นาที"), False),
        (("1-2 inbox", "7-10"), False),
        (("6 จาก 31", "19 จาก 19"), False),
        (("ร้อยละ 42", "ร้อยละ 18"), False),
        (("42%", "18%"), False),
    ],
)
def test_bare_numbers_need_a_unit(data, values, needs_unit):
    before, after = values
    found = coded(data, comparing(before=before, after=after, unit=None))
    assert found == ([("ITA350", METRIC)] if needs_unit else [])


@pytest.mark.parametrize(
    ("before", "after", "wrong"),
    [
        (None, None, False),
        ("2565", "2566", False),
        ("2560", "2565", False),
        ("2566", "2566", True),
        ("2566", "2565", True),
        ("2565", None, False),
        ("2566", None, True),
        (None, "2566", False),
        (None, "2567", True),
        ("2566", "2567", True),
    ],
)
def test_the_years_are_in_order_and_not_after_the_year_reported(data, before, after, wrong):
    found = coded(data, comparing(year_before=before, year_after=after))
    assert found == ([("ITA351", METRIC)] if wrong else [])


def test_the_year_reported_is_that_in_which_the_measures_were_carried_out(data):
    files = comparing(year_before="2565", year_after="2566")
    assert coded(data, files | {"2566/year.yml": "implementation_year: 2565"}) == [
        ("ITA351", METRIC)
    ]


def test_years_printed_so_can_be_declared(data):
    assert coded(data, comparing(year_before="2566", note="เอกสารพิมพ์ปีนี้")) == []


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("42", "42", True),
        ("๔๒", "42.00", True),
        ("1,240", "1240", True),
        ("42", "42.01", False),
        ("0", "0", False),
        ("100.00", "100", False),
        ("42 นาที", "42 นาที", False),
    ],
)
def test_a_comparison_shows_a_change_unless_a_value_was_kept_at_its_end(data, before, after, same):
    found = coded(data, comparing(before=before, after=after))
    assert found == ([("ITA352", f"{METRIC}.after")] if same else [])


def test_that_nothing_changed_can_be_declared(data):
    assert coded(data, comparing(after="42", note="เท่าเดิม")) == []
