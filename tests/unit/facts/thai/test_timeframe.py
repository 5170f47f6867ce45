"""Timeframes as officers write them."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ita_site.facts.thai.calendar import ABBREVIATIONS, MONTHS, BEDate, YearMonth
from ita_site.facts.thai.fiscal import fiscal_months
from ita_site.facts.thai.numerals import to_thai
from ita_site.facts.thai.timeframe import Timeframe, TimeframeKind
from ita_site.facts.thai.timeframe_words import parse_timeframe

OCT_65, DEC_65, MAR_66, APR_66, SEP_66 = (
    YearMonth(2565, 10),
    YearMonth(2565, 12),
    YearMonth(2566, 3),
    YearMonth(2566, 4),
    YearMonth(2566, 9),
)
FISCAL_66 = {"start": OCT_65, "end": SEP_66, "fiscal_year": 2566}
FISCAL_67 = {"start": YearMonth(2566, 10), "end": YearMonth(2567, 9), "fiscal_year": 2567}
YEAR_MONTHS = st.builds(YearMonth, st.integers(2400, 2699), st.integers(1, 12))
WORDS = [
    *ABBREVIATIONS,
    *MONTHS,
    *"0123456789๐๑๔๖๙ -–,/().\n",
    *["และ", "ถึง", "ทุก", "ๆ", "ราย", "เดือน", "ไตรมาส", "ที่", "รอบ", "ตลอด", "ปี", "งบประมาณ"],
    *["พ.ศ.", "ครั้ง", "ละ", "ตั้งแต่", "วันที่", "2565", "๒๕๖๖", "65", "๖๖", "2565-10", "9999"],
]


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("ตุลาคม 2565 ถึง กันยายน 2566", OCT_65, SEP_66),
        ("ตุลาคม 2565 จนถึง กันยายน 2566", OCT_65, SEP_66),
        ("ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖", OCT_65, MAR_66),
        ("เดือนตุลาคม พ.ศ. 2565 - เดือนกันยายน พ.ศ. 2566", OCT_65, SEP_66),
        ("ตั้งแต่ ต.ค. 65 ถึง ก.ย. 66", OCT_65, SEP_66),
        ("ระหว่างเดือน ต.ค. 65 - ก.ย. 66", OCT_65, SEP_66),
        ("ต.ค.65–ก.ย.66", OCT_65, SEP_66),
        ("ต.ค. 65 — ก.ย. 66", OCT_65, SEP_66),
        ("ต.ค. 65 ‑ ก.ย. 66", OCT_65, SEP_66),
        ("ต.ค. 65 − ก.ย. 66", OCT_65, SEP_66),
        ("ต.ค. 65 ~ ก.ย. 66", OCT_65, SEP_66),
        ("ต.ค\u00a065\u200b -\nก.ย 66", OCT_65, SEP_66),
        ("ตค 65 - เมย 66", OCT_65, APR_66),
        ("(ต.ค. 65 - ก.ย. 66)", OCT_65, SEP_66),
        ("ต.ค. 65 → ก.ย. 66", OCT_65, SEP_66),
        ("ต.ค./65 - มี.ค./66", OCT_65, MAR_66),
        ("ตุลาคม 2565 ถึงสิ้นกันยายน 2566", OCT_65, SEP_66),
        ("เริ่มเดือนตุลาคม 2565 แล้วเสร็จเดือนเมษายน 2566", OCT_65, APR_66),
        ("เริ่ม 1 ต.ค. 65 สิ้นสุด 31 มี.ค. 66", OCT_65, MAR_66),
        ("ต.ค. - ธ.ค. 2565", OCT_65, DEC_65),
        ("ต.ค. - ก.ย. 2566", OCT_65, SEP_66),
        ("ต.ค. 2565 - ธ.ค.", OCT_65, DEC_65),
        ("ต.ค. 2565 - ก.ย.", OCT_65, SEP_66),
        ("ต.ค. 2565 - ต.ค.", OCT_65, OCT_65),
        ("ก.ย. - ก.ย. 2566", SEP_66, SEP_66),
        ("1 ต.ค. 2565 - 30 ก.ย. 2566", OCT_65, SEP_66),
        ("1 ต.ค. - 31 ธ.ค. 2565", OCT_65, DEC_65),
        ("วันที่ ๑ ตุลาคม ๒๕๖๕ ถึงวันที่ ๓๐ กันยายน ๒๕๖๖", OCT_65, SEP_66),
        ("1 - 31 ต.ค. 2565", OCT_65, OCT_65),
        ("1/10/2565 - 30/9/2566", OCT_65, SEP_66),
        ("1/10/2022 - 30/9/2023", OCT_65, SEP_66),
        ("2565-10 - 2566-09", OCT_65, SEP_66),
        ("2565-10-01 - 2566-09-30", OCT_65, SEP_66),
        ("ต.ค. 65 - ก.ย. 66 (ตลอดปีงบประมาณ 2566)", OCT_65, SEP_66),
        ("ต.ค. 65 - ก.ย. 66 ปีงบประมาณ 2566", OCT_65, SEP_66),
    ],
)
@pytest.mark.parametrize("fiscal_year", [None, 2566, 2570])
def test_ranges(raw, start, end, fiscal_year):
    frame = parse_timeframe(raw, fiscal_year=fiscal_year)
    assert replace(frame, named=()) == Timeframe(raw, TimeframeKind.RANGE, start, end)


@pytest.mark.parametrize(
    ("raw", "points"),
    [
        ("ต.ค. 65 และ เม.ย. 66", (OCT_65, APR_66)),
        ("ต.ค. และ เม.ย. 2566", (OCT_65, APR_66)),
        ("ต.ค. 65 และ เม.ย.", (OCT_65, APR_66)),
        ("ธ.ค. 65, มี.ค. 66 และ ก.ย. 66", (DEC_65, MAR_66, SEP_66)),
        ("ธ.ค., มี.ค., และ ก.ย. 66", (DEC_65, MAR_66, SEP_66)),
        ("เม.ย. 66 กับ ต.ค. 65", (APR_66, OCT_65)),
        ("1 ต.ค. 2565 และ 1 เม.ย. 2566", (OCT_65, APR_66)),
    ],
)
def test_points_keep_the_order_written(raw, points):
    frame = parse_timeframe(raw, fiscal_year=None)
    start, end = min(points), max(points)
    expected = Timeframe(raw, TimeframeKind.POINTS, start, end, points=points)
    assert replace(frame, named=()) == expected


@pytest.mark.parametrize(
    ("raw", "month"),
    [
        ("ก.ย. ๖๕", YearMonth(2565, 9)),
        ("- ต.ค. ๖๕", OCT_65),
        ("เดือนเมษายน 2566", APR_66),
        ("20 เม.ย. 2566", APR_66),
        ("20/4/2566", APR_66),
        ("2566-04", APR_66),
    ],
)
def test_a_single_month(raw, month):
    frame = parse_timeframe(raw, fiscal_year=None)
    assert replace(frame, named=()) == Timeframe(raw, TimeframeKind.MONTH, month, month)


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ("8 มิ.ย. 2570", "2570-06-08"),
        ("๘ มิถุนายน ๒๕๗๐", "2570-06-08"),
        ("วันที่ 8 มิ.ย. 70", "2570-06-08"),
        ("8/6/2570", "2570-06-08"),
        ("2570-06-08", "2570-06-08"),
        ("8 มิ.ย.", "2570-06-08"),
        ("8 มิ.ย. ปีงบประมาณ 2570", "2570-06-08"),
        ("มิ.ย. 2570", "2570-06"),
        ("3 - 21 ก.พ. 2570", "2570-02-03 2570-02-21"),
        ("๓–๒๑ ก.พ. ๒๕๗๐", "2570-02-03 2570-02-21"),
        ("3 - 21 ก.พ.", "2570-02-03 2570-02-21"),
        ("28 พ.ย. - 9 ม.ค. 2570", "2569-11-28 2570-01-09"),
        ("28 พ.ย. 69 ถึง ม.ค. 70", "2569-11-28 2570-01"),
        ("พ.ย. - 9 ม.ค.", "2569-11 2570-01-09"),
        ("4, 11 และ 18 ก.ค. 2570", "2570-07-04 2570-07-11 2570-07-18"),
        ("4 ก.ค. และ ก.ย. 70", "2570-07-04 2570-09"),
        ("7 ธ.ค. 69 และ 7 มี.ค. 70", "2569-12-07 2570-03-07"),
        # What says more than days and months is for the words themselves to say.
        ("ธ.ค. 69 - ก.พ. 70 ปีงบประมาณ 2570", ""),
        ("2 ธ.ค. 69 - 4 ก.พ. 70 ปีงบประมาณ 2570", ""),
        ("ต.ค. 69 - ธ.ค. 69 (ไตรมาส 1 ปีงบประมาณ 2570)", ""),
        ("ไตรมาส 1 (ต.ค. - ธ.ค. 69)", ""),
        ("ตลอดปีงบประมาณ 2570", ""),
        ("ภายในวันที่ 8 มิ.ย. 2570", ""),
    ],
)
def test_days_and_months_are_kept_as_they_are_named(raw, named):
    assert " ".join(map(str, parse_timeframe(raw, fiscal_year=2570).named)) == named


@given(st.dates(dt.date(1858, 1, 1), dt.date(2155, 12, 31)), st.integers(0, 400))
def test_every_written_day_and_range_of_days_names_itself(day, length):
    first = BEDate.from_date(day)
    last = BEDate.from_date(day + dt.timedelta(days=length))
    for writing in (str, to_thai):
        alone = parse_timeframe(writing(first.short()), fiscal_year=None)
        assert (alone.named, alone.start) == ((first,), YearMonth(first.year, first.month))
        both = parse_timeframe(writing(f"{first.short()} – {last.short()}"), fiscal_year=None)
        assert both.named == (first, last)


@pytest.mark.parametrize(
    ("raw", "kind", "start", "end"),
    [
        ("ต.ค. - ธ.ค.", TimeframeKind.RANGE, OCT_65, DEC_65),
        ("ต.ค. - ก.ย.", TimeframeKind.RANGE, OCT_65, SEP_66),
        ("เมษายน", TimeframeKind.MONTH, APR_66, APR_66),
        ("ต.ค. และ เม.ย.", TimeframeKind.POINTS, OCT_65, APR_66),
    ],
)
def test_months_without_any_year_are_those_of_the_fiscal_year(raw, kind, start, end):
    frame = parse_timeframe(raw, fiscal_year=2566)
    assert (frame.kind, frame.start, frame.end) == (kind, start, end)
    assert not parse_timeframe(raw, fiscal_year=None).understood


@pytest.mark.parametrize(
    ("raw", "months"),
    [
        ("ทุก ๓ เดือน", 3),
        ("ทุก 3 เดือน", 3),
        ("ทุก ๆ ๓ เดือน", 3),
        ("ทุกๆ3เดือน", 3),
        ("ราย 6 เดือน", 6),
        ("ทุก 12 เดือน", 12),
        ("รายเดือน", 1),
        ("เป็นรายเดือน", 1),
        ("ทุกเดือน", 1),
        ("ประจำทุกเดือน", 1),
        ("เดือนละ ๑ ครั้ง", 1),
    ],
)
def test_intervals(raw, months):
    kind = TimeframeKind.EVERY_N_MONTHS
    unknown = parse_timeframe(raw, fiscal_year=None)
    assert unknown == Timeframe(raw, kind, interval_months=months)
    known = parse_timeframe(raw, fiscal_year=2566)
    assert known == Timeframe(raw, kind, interval_months=months, **FISCAL_66)


@pytest.mark.parametrize(
    "raw", ["ทุกไตรมาส", "รายไตรมาส", "ทุก ๆ ไตรมาส", "เป็นรายไตรมาส", "ไตรมาสละ 1 ครั้ง", "- ทุกไตรมาส"]
)
def test_every_quarter(raw):
    kind = TimeframeKind.EVERY_QUARTER
    assert parse_timeframe(raw, fiscal_year=None) == Timeframe(raw, kind)
    assert parse_timeframe(raw, fiscal_year=2566) == Timeframe(raw, kind, **FISCAL_66)


@pytest.mark.parametrize(
    ("raw", "quarters"),
    [
        ("ไตรมาส 1-4", (1, 2, 3, 4)),
        ("ไตรมาส ๑ – ๔", (1, 2, 3, 4)),
        ("ไตรมาส 1 ถึง 3", (1, 2, 3)),
        ("ไตรมาสที่ 2", (2,)),
        ("ไตรมาสที่ 2 - ไตรมาสที่ 3", (2, 3)),
        ("ไตรมาส 1, 2 และ 4", (1, 2, 4)),
        ("ไตรมาส ๑,๒,๔", (1, 2, 4)),
        ("ไตรมาสที่ 1 และไตรมาสที่ 3", (1, 3)),
        ("ไตรมาส 4 และ 1", (1, 4)),
        ("ไตรมาส 1-2 และ 4", (1, 2, 4)),
    ],
)
def test_quarters(raw, quarters):
    kind = TimeframeKind.QUARTERS
    assert parse_timeframe(raw, fiscal_year=None) == Timeframe(raw, kind, quarters=quarters)
    known = parse_timeframe(raw, fiscal_year=2566)
    assert (known.kind, known.quarters, known.fiscal_year) == (kind, quarters, 2566)
    assert known.start == OCT_65.plus(3 * (quarters[0] - 1))
    assert known.end == DEC_65.plus(3 * (quarters[-1] - 1))


@pytest.mark.parametrize(
    "raw",
    [
        "ไตรมาสที่ 2/2566",
        "ไตรมาส 2 ปีงบประมาณ พ.ศ. ๒๕๖๖",
        "ไตรมาส 2 ของปีงบ 66",
        "ปีงบประมาณ 2566 ไตรมาส 2",
        "ไตรมาส 2 (ม.ค. - มี.ค. 2566)",
        "ไตรมาส 2 (ม.ค. 66 - มี.ค. 66)",
    ],
)
@pytest.mark.parametrize("fiscal_year", [None, 2566, 2570])
def test_a_stated_year_comes_before_the_one_around(raw, fiscal_year):
    assert parse_timeframe(raw, fiscal_year=fiscal_year) == Timeframe(
        raw, TimeframeKind.QUARTERS, YearMonth(2566, 1), MAR_66, quarters=(2,), fiscal_year=2566
    )


@pytest.mark.parametrize(
    "raw",
    ["ตลอดปีงบประมาณ", "ตลอดปี งบประมาณ", "ตลอดทั้งปีงบประมาณ", "ตลอดปี", "ทั้งปีงบประมาณ", "ตลอดปีงบฯ"],
)
def test_the_whole_year(raw):
    kind = TimeframeKind.WHOLE_YEAR
    assert parse_timeframe(raw, fiscal_year=None) == Timeframe(raw, kind)
    assert parse_timeframe(raw, fiscal_year=2566) == Timeframe(raw, kind, **FISCAL_66)


@pytest.mark.parametrize(
    "raw",
    [
        "ปีงบประมาณ 2567",
        "ปีงบประมาณ พ.ศ. ๒๕๖๗",
        "ตลอดปี งบประมาณ พ.ศ. ๒๕๖๗",
        "ตลอดปีงบประมาณ 67",
        "ประจำปีงบประมาณ พ.ศ.2567",
        "ในปีงบ 67",
        "ปีงบประมาณ 2567 (ต.ค. 66 - ก.ย. 67)",
    ],
)
@pytest.mark.parametrize("fiscal_year", [None, 2566, 2567])
def test_a_whole_year_that_says_which(raw, fiscal_year):
    assert parse_timeframe(raw, fiscal_year=fiscal_year) == Timeframe(
        raw, TimeframeKind.WHOLE_YEAR, **FISCAL_67
    )


@pytest.mark.parametrize(
    ("raw", "rounds"),
    [
        ("รอบ 6 เดือน และ 12 เดือน", (6, 12)),
        ("รอบ ๖ เดือน และรอบ ๑๒ เดือน", (6, 12)),
        ("รอบ 6 และ 12 เดือน", (6, 12)),
        ("รอบ 6, 12 เดือน", (6, 12)),
        ("รอบ 6 เดือน/12 เดือน", (6, 12)),
        ("รอบ 12 เดือน รอบ 6 เดือน", (6, 12)),
        ("(รอบ 12 เดือน)", (12,)),
        ("- รอบ ๖ เดือน", (6,)),
    ],
)
def test_rounds(raw, rounds):
    kind = TimeframeKind.ROUNDS
    assert parse_timeframe(raw, fiscal_year=None) == Timeframe(raw, kind, rounds=rounds)
    assert parse_timeframe(raw, fiscal_year=2566) == Timeframe(
        raw, kind, OCT_65, OCT_65.plus(rounds[-1] - 1), rounds=rounds, fiscal_year=2566
    )


@pytest.mark.parametrize(
    "raw",
    [
        "",
        " ",
        "-",
        "()",
        "ตามความเหมาะสม",
        "ทุกไตรมาส 1,2,4",
        "ทุกไตรมาส 1",
        "ไตรมาส",
        "ไตรมาส 5",
        "ไตรมาส 0",
        "ไตรมาส 12",
        "ไตรมาส 1 2 4",
        "ไตรมาส 4-1",
        "ไตรมาส 1-2-4",
        "ไตรมาส 1, 1",
        "ไตรมาส 1-3 และ 2",
        "ไตรมาส 1 ปีงบประมาณ 2566 - ไตรมาส 2 ปีงบประมาณ 2567",
        "ไตรมาส 2 (ต.ค. - ธ.ค. 2565)",
        "ทุกไตรมาส (ทุก 6 เดือน)",
        "ทุกไตรมาส (ตามความเหมาะสม)",
        "ทุก 0 เดือน",
        "ทุก 13 เดือน",
        "ทุก 3.5 เดือน",
        "ทุก 1 2 เดือน",
        "ทุก เดือนตุลาคม",
        "6 เดือน",
        "รอบ 0 เดือน",
        "รอบ 13 เดือน",
        "รอบ 0 และ 6 เดือน",
        "รอบ 6",
        "รอบ 6 - 12 เดือน",
        "รอบ 6 เดือนหลัง",
        "ก.ย. 66 - ต.ค. 65",
        "ก.ย. 2566 ถึง ตุลาคม 2565",
        "30 ต.ค. 2565 - 1 ต.ค. 2565",
        "31 - 1 ต.ค. 2565",
        "1 ต.ค. 2565 - 31 ก.ย. 2566",
        "29 ก.พ. 2566",
        "0 ต.ค. 2565",
        "0 - 31 ต.ค. 2565",
        "ต.ค. 65 -",
        "ต.ค. 65 และ",
        "ต.ค. 65, ",
        "- ต.ค. 65 - เม.ย. 66",
        "ต.ค. 65 - ธ.ค. 65 - มี.ค. 66",
        "ต.ค. 65 - ธ.ค. 65 และ เม.ย. 66",
        "ต.ค. 2022 - ก.ย. 2023",
        "ต.ค. 65 1 - ก.ย. 66",
        "ต.ค. 65 เป็นต้นไป",
        "ตั้งแต่ ต.ค. 65",
        "ระหว่าง ต.ค. 65 และ เม.ย. 66",
        "ภายใน ก.ย. 66",
        "ต.ค. 65/ก.ย. 66",
        "เริ่มงานเมื่อเสร็จการเบิกจ่าย",
        "ต.ค. 65 - ก.ย. 66 ปีงบประมาณ 2567",
        "ปีงบประมาณ",
        "ปีงบประมาณ 2566 - 2567",
        "ปีงบประมาณ 2566 และ 2567",
        "ปีงบประมาณ 25670",
        "ปีงบประมาณ 2023",
        "ตลอดปี 2566",
        "2566",
        "15",
        "ตลอดปีงบประมาณ" + " " * 200,
    ],
)
@pytest.mark.parametrize("fiscal_year", [None, 2566])
def test_what_is_unclear_stays_unparsed(raw, fiscal_year):
    frame = parse_timeframe(raw, fiscal_year=fiscal_year)
    assert replace(frame, runs_backwards=False) == Timeframe(raw, TimeframeKind.UNPARSED)


def test_only_unparsed_is_not_understood():
    understood = {kind for kind in TimeframeKind if Timeframe("", kind).understood}
    assert set(TimeframeKind) - understood == {TimeframeKind.UNPARSED}


@pytest.mark.parametrize("kind", TimeframeKind)
def test_kinds_have_the_values_of_the_data_files(kind):
    assert kind == kind.name.lower()


@pytest.mark.parametrize(
    ("raw", "outside"),
    [
        ("ต.ค. 65 - ก.ย. 66", False),
        ("ก.ย. ๖๕", True),
        ("ก.ย. 65 - ก.ย. 66", True),
        ("ต.ค. 65 - ต.ค. 66", True),
        ("ต.ค. 65 และ เม.ย. 66", False),
        ("ต.ค. 65 และ ต.ค. 66", True),
        ("ปีงบประมาณ 2567", True),
        ("ปีงบประมาณ 2566", False),
        ("ไตรมาส 1/2567", True),
        ("ทุกไตรมาส", False),
        ("ตามความเหมาะสม", False),
    ],
)
def test_months_outside_the_fiscal_year(raw, outside):
    assert parse_timeframe(raw, fiscal_year=2566).lies_outside(2566) is outside


def test_a_point_in_the_middle_can_lie_outside():
    points = (OCT_65, YearMonth(2567, 1), SEP_66)
    frame = Timeframe("", TimeframeKind.POINTS, OCT_65, SEP_66, points=points)
    assert frame.lies_outside(2566)


@given(st.text() | st.lists(st.sampled_from(WORDS)).map("".join), st.none() | st.integers())
def test_reading_never_raises_and_keeps_the_words(raw, fiscal_year):
    frame = parse_timeframe(raw, fiscal_year=fiscal_year)
    assert frame.raw == raw
    assert (frame.start is None) == (frame.end is None)
    assert frame.start is None or frame.end is None or frame.start <= frame.end
    assert all(1 <= quarter <= 4 for quarter in frame.quarters)
    assert all(1 <= months <= 12 for months in frame.rounds)


@given(YEAR_MONTHS, YEAR_MONTHS, st.sampled_from(["-", " - ", "–", " – ", " ถึง ", " จนถึง", "- "]))
def test_every_written_range_reads_as_itself_or_is_impossible(one, other, dash):
    raw = one.short() + dash + other.short()
    for writing in (raw, to_thai(raw), raw.replace(".", "")):
        frame = parse_timeframe(writing, fiscal_year=None)
        expected = (one, other) if one <= other else (None, None)
        assert (frame.start, frame.end) == expected
        assert frame.understood is (one <= other)


@given(YEAR_MONTHS, st.integers(0, 11))
def test_the_first_month_takes_the_year_before_when_it_would_be_later(start, months):
    end = start.plus(months)
    raw = f"{MONTHS[start.month - 1]} - {MONTHS[end.month - 1]} {end.year}"
    assume(end.year <= 2699)
    frame = parse_timeframe(raw, fiscal_year=None)
    assert (frame.kind, frame.start, frame.end) == (TimeframeKind.RANGE, start, end)


@given(st.integers(2400, 2698), st.integers(1, 12), st.integers(1, 12))
def test_months_without_a_year_never_leave_the_fiscal_year(year, one, other):
    raw = f"{ABBREVIATIONS[one - 1]} และ {ABBREVIATIONS[other - 1]}"
    frame = parse_timeframe(raw, fiscal_year=year)
    assert [month.month for month in frame.points] == [one, other]
    assert not frame.lies_outside(year)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_every_list_of_quarters_reads_as_itself(size):
    for quarters in itertools.combinations((1, 2, 3, 4), size):
        raw = "ไตรมาส " + ",".join(map(str, quarters))
        assert parse_timeframe(raw, fiscal_year=None).quarters == quarters


@given(st.integers(2400, 2699), st.integers(2401, 2699))
def test_a_stated_fiscal_year_gives_its_months(stated, assumed):
    frame = parse_timeframe(f"ปีงบประมาณ {stated}", fiscal_year=assumed)
    assert (frame.start, frame.end) == fiscal_months(stated)
    assert frame.lies_outside(assumed) is (stated != assumed)


@pytest.mark.parametrize(
    ("raw", "backwards"),
    [
        ("ต.ค. 66 - ก.ย. 66", True),
        ("๑ ต.ค. ๖๖ – ๓๐ ก.ย. ๖๖", True),
        ("2 ม.ค. 2566 ถึง 1 ม.ค. 2566", True),
        ("ก.ย. 66 - ต.ค. 65 ปีงบประมาณ 2566", True),
        ("ต.ค. 66 - ต.ค. 66", False),
        ("ต.ค. 65 - ก.ย. 66", False),
        ("ก.ย. - ต.ค.", False),
        ("ก.ย. - ต.ค. 66", False),
        ("30 - 1 ต.ค. 66", False),
        ("ไตรมาส 4-1", False),
        ("เร็ว ๆ นี้", False),
    ],
)
def test_only_a_range_whose_own_years_say_so_runs_backwards(raw, backwards):
    frame = parse_timeframe(raw, fiscal_year=2566)
    assert frame.runs_backwards is backwards
    assert not (frame.runs_backwards and frame.understood)
