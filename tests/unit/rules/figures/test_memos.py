"""Which memos belong to what a page shows, and what they are called."""

from __future__ import annotations

import pytest

from ita_site.facts.model.year import Memo, Purpose, YearInfo
from ita_site.rules.figures.memos import called, memos_of

INFO = YearInfo.model_validate(
    {
        "memo": {"number": "0"},
        "memos": [
            {"for": "report", "number": "12", "round": "12"},
            {"for": "report", "number": "99"},
            {"for": "report", "number": "6", "round": "6"},
            {"for": "measures", "number": "1"},
            {"for": "measures", "unit": "กองคลัง", "addressed_to": "นายกเทศมนตรี"},
        ],
    }
)


@pytest.mark.parametrize(
    ("purposes", "numbers"),
    [
        ([Purpose.MEASURES], ["0", "1"]),
        ([Purpose.REPORT], ["0", "6", "12", "99"]),
        ([*Purpose], ["0", "1", "6", "12", "99"]),
    ],
)
def test_the_measures_come_first_then_round_by_round_and_no_draft(purposes, numbers):
    assert [memo.number for memo in memos_of(INFO, *purposes)] == numbers


@pytest.mark.parametrize(
    ("memo", "words"),
    [
        ({}, ""),
        ({"for": "measures"}, "มาตรการ"),
        ({"for": "report"}, "รายงานผลทั้งปี"),
        ({"for": "report", "round": "6"}, "รายงานผลรอบ 6 เดือน"),
    ],
)
def test_it_is_called_by_what_it_puts_forward(memo, words):
    assert called(Memo.model_validate(memo)) == words
