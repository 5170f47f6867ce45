"""The sentence on how far a year's promises are kept."""

from __future__ import annotations

import pytest

from ita_site.rules.figures.kept import in_words, kept, moved
from ita_site.rules.figures.status import measure_reports
from tests.unit.rules.figures.facts import report, year_facts


def said(*statuses: str | None) -> str:
    """The sentence on measures a, b, … of these statuses; None for one without a report."""
    names = "abcdef"[: len(statuses)]
    reports = [
        report(name, round="12", status=status, summary="ทำ")
        for name, status in zip(names, statuses, strict=True)
        if status
    ]
    year = year_facts(*names, progress=reports)
    phrases = kept(measure_reports(year), 2568)
    return in_words(phrases, lambda number, measure: f"{number}{measure.id}")


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        (["done", "done"], "ปี 2568 สัญญาไว้ 2 เรื่อง ทำแล้วครบทุกเรื่อง"),
        ([None, None], "ปี 2568 สัญญาไว้ 2 เรื่อง เว็บไซต์นี้ไม่มีรายงานผล"),
        (["done", "in_progress"], "ปี 2568 สัญญาไว้ 2 เรื่อง ทำแล้ว 1 เหลือ 1: 2b"),
        (["done", None], "ปี 2568 สัญญาไว้ 2 เรื่อง ทำแล้ว 1 ไม่มีรายงานในเว็บไซต์นี้ 1: 2b"),
        (
            ["in_progress", "done", None],
            "ปี 2568 สัญญาไว้ 3 เรื่อง ทำแล้ว 1 กำลังทำ 1: 1a ไม่มีรายงานในเว็บไซต์นี้ 1: 3c",
        ),
        (
            ["in_progress", "in_progress", "done", "in_progress"],
            "ปี 2568 สัญญาไว้ 4 เรื่อง ทำแล้ว 1 เหลือ 3: 1a, 2b และอีก 1 เรื่อง",
        ),
        (["in_progress"], "ปี 2568 สัญญาไว้ 1 เรื่อง กำลังทำ 1: 1a"),
        ([], ""),
    ],
)
def test_what_is_not_done_is_named_and_silence_is_never_done(statuses, sentence):
    assert said(*statuses) == sentence


def test_a_before_and_after_goes_before_a_figure_alone():
    metrics = [{"name": "ก", "after": "5"}, {"name": "ข", "before": "1", "after": "2"}]
    outcomes = [{"text": "ผล", "metrics": metrics}]
    [entry] = measure_reports(year_facts("a", progress=[report("a", outcomes=outcomes)]))
    found = moved(entry)
    assert found
    assert found.name == "ข"
