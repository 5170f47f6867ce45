"""What is there and may not satisfy, by what stands on a page."""

from __future__ import annotations

import pytest

from ita_site.facts.model.edition import Sight
from ita_site.rules.checks.page_facts import PageFact
from ita_site.rules.checks.weak import weak_points

MEASURES = ("measure-a", "measure-b", "measure-c")


def weak(sight, **texts: tuple[str, str]):
    """What is weak of the facts that each measure shows: its letter and (fact, text)."""
    facts = [PageFact(fact, f"measure-{name}", text) for name, (fact, text) in texts.items()]
    return list(weak_points(sight, facts, MEASURES))


@pytest.mark.parametrize(
    ("text", "is_weak"),
    [
        ("ประชาชนพึงพอใจมากขึ้น", True),
        ("ผู้รับบริการพึงพอใจขึ้นในปี 2568", True),
        ("เร็วขึ้นกว่าปีงบประมาณ พ.ศ. 2567", True),
        ("คะแนนตัวชี้วัดที่ 4 เพิ่มจาก 80.83 เป็น 88.10", False),
        ("ปี 2568 ตอบได้ภายใน 2 วันทำการ", False),
        ("มีผู้เข้าร่วม ๔๕ คน", False),
    ],
)
def test_an_outcome_needs_a_figure_and_a_year_is_none(text, is_weak):
    found = weak(Sight.OUTCOME, b=("outcome", text))
    assert found == (["มาตรการลำดับที่ 2 มีผล แต่ไม่มีตัวเลข"] if is_weak else [])


@pytest.mark.parametrize(
    ("text", "is_weak"),
    [
        ("รายงานผลการดำเนินงานตามมาตรการ", True),
        ("6 เดือน รายงานแล้ว 12 เดือน เลยกำหนด", True),
        ("ติดตามสภาพปัญหาทุกเดือน", True),
        ("งานพัสดุรายงานทุกไตรมาส", False),
        ("เสนอปลัดเทศบาลทุกเดือน", False),
        ("รายงานต่อที่ประชุมหัวหน้าส่วนราชการ", False),
    ],
)
def test_somebody_must_watch(text, is_weak):
    found = weak(Sight.MONITORING, c=("monitoring", text))
    assert bool(found) == is_weak


def test_all_and_no_time_are_told_with_the_measures_numbers():
    everybody = ("units", "ทุกส่วนราชการ")
    assert weak(Sight.UNITS, a=everybody, b=("units", "กองคลัง"), c=("units", "ทุกสำนัก/กอง")) == [
        "มาตรการลำดับที่ 1, 3 ให้ทุกหน่วยงานรับผิดชอบ ไม่บอกหน่วยงานหลัก"
    ]
    assert weak(Sight.TIMEFRAME, a=("timeframe", "ตลอดปีงบประมาณ พ.ศ. 2569"))
    assert not weak(Sight.TIMEFRAME, a=("timeframe", "ต.ค. 2568 – ธ.ค. 2568"))
