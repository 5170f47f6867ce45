"""Every timeframe of the five documents the design rests on, by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_site.facts.thai.calendar import YearMonth
from ita_site.facts.thai.timeframe import Timeframe, TimeframeKind
from ita_site.facts.thai.timeframe_words import parse_timeframe

KIND = TimeframeKind
SEP_65 = YearMonth(2565, 9)
OCT_65, APR_66, SEP_66 = YearMonth(2565, 10), YearMonth(2566, 4), YearMonth(2566, 9)
OCT_66, MAR_67, SEP_67 = YearMonth(2566, 10), YearMonth(2567, 3), YearMonth(2567, 9)
OCT_67, APR_68, SEP_68 = YearMonth(2567, 10), YearMonth(2568, 4), YearMonth(2568, 9)


def whole(year):
    return {"start": YearMonth(year - 1, 10), "end": YearMonth(year, 9), "fiscal_year": year}


def assert_reads(raw, fiscal_year, expected):
    frame = parse_timeframe(raw, fiscal_year=fiscal_year)
    assert replace(frame, named=()) == Timeframe(raw, **expected)


@pytest.mark.parametrize(
    ("raw", "rounds", "end"),
    [
        ("- รอบ ๖ เดือน - รอบ ๑๒ เดือน", (6, 12), SEP_67),
        ("- รอบ ๓ เดือน - รอบ ๖ เดือน - รอบ ๙ เดือน - รอบ ๑๒ เดือน", (3, 6, 9, 12), SEP_67),
        ("- รอบ ๓ เดือน - รอบ ๖ เดือน - รอบ ๑๒ เดือน", (3, 6, 12), SEP_67),
        ("- รอบ ๓ เดือน - รอบ ๖ เดือน", (3, 6), MAR_67),
        ("-รอบ ๓ เดือน -รอบ ๖ เดือน", (3, 6), MAR_67),
    ],
)
@pytest.mark.parametrize(
    "before", ["", "รายงานผลการดำเนินงานตามมาตรการ ", "รายงานผลการ ดำเนินงานตาม มาตรการ "]
)
def test_roi_et_2567(raw, rounds, end, before):
    expected = {"kind": KIND.ROUNDS, "start": OCT_66, "end": end, "rounds": rounds}
    assert_reads(before + raw, 2567, expected | {"fiscal_year": 2567})


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ทุกไตรมาส", {"kind": KIND.EVERY_QUARTER, **whole(2567)}),
        ("ตลอดปีงบประมาณ", {"kind": KIND.WHOLE_YEAR, **whole(2567)}),
        ("ทุกไตรมาส 1,2,4", {"kind": KIND.UNPARSED}),
        ("ไตรมาส 1-4", {"kind": KIND.QUARTERS, "quarters": (1, 2, 3, 4), **whole(2567)}),
    ],
)
def test_yot_kaeng_2567(raw, expected):
    assert_reads(raw, 2567, expected)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("ก.ย. ๖๕", {"kind": KIND.MONTH, "start": SEP_65, "end": SEP_65}),
        ("ต.ค. ๖๕", {"kind": KIND.MONTH, "start": OCT_65, "end": OCT_65}),
        ("ทุก ๓ เดือน", {"kind": KIND.EVERY_N_MONTHS, "interval_months": 3, **whole(2566)}),
        (
            "ต.ค. ๖๕ และเม.ย.๖๖",
            {"kind": KIND.POINTS, "start": OCT_65, "end": APR_66, "points": (OCT_65, APR_66)},
        ),
        ("ต.ค. ๖๕- เม.ย. ๖๖", {"kind": KIND.RANGE, "start": OCT_65, "end": APR_66}),
        ("ต.ค.๖๕- เม.ย. ๖๖", {"kind": KIND.RANGE, "start": OCT_65, "end": APR_66}),
        ("ต.ค. ๖๕- ก.ย. ๖๖", {"kind": KIND.RANGE, "start": OCT_65, "end": SEP_66}),
        ("ตลอดปี งบประมาณ พ.ศ. ๒๕๖๖", {"kind": KIND.WHOLE_YEAR, **whole(2566)}),
        ("รายเดือน", {"kind": KIND.EVERY_N_MONTHS, "interval_months": 1, **whole(2566)}),
        ("รายไตรมาส", {"kind": KIND.EVERY_QUARTER, **whole(2566)}),
    ],
)
def test_udon_thani_2566(raw, expected):
    assert_reads(raw, 2566, expected)


def test_udon_thani_2566_memo():
    raw = "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน (ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖)"
    expected = {"kind": KIND.ROUNDS, "start": OCT_65, "end": YearMonth(2566, 3), "rounds": (6,)}
    assert_reads(raw, None, expected | {"fiscal_year": 2566})


def test_only_september_lies_before_the_year_of_udon_thani():
    written = ["ก.ย. ๖๕", "ต.ค. ๖๕", "ทุก ๓ เดือน", "ต.ค. ๖๕ และเม.ย.๖๖", "ต.ค. ๖๕- ก.ย. ๖๖"]
    frames = [parse_timeframe(raw, fiscal_year=2566) for raw in written]
    assert [frame.raw for frame in frames if frame.lies_outside(2566)] == ["ก.ย. ๖๕"]


def test_khok_mon_2568():
    expected = {"kind": KIND.RANGE, "start": OCT_67, "end": SEP_68}
    assert_reads("ต.ค. ๖๗ - ก.ย. ๖๘", 2568, expected)


@pytest.mark.parametrize(
    ("raw", "end"),
    [
        ("ต.ค. ๖๗ – ก.ย. ๖๘", SEP_68),
        ("ต.ค. ๖๗ – เม.ย. ๖๘", APR_68),
        ("ต.ค. ๖๗- เม.ย. ๖๘", APR_68),
    ],
)
def test_tak_2568(raw, end):
    assert_reads(raw, 2568, {"kind": KIND.RANGE, "start": OCT_67, "end": end})
