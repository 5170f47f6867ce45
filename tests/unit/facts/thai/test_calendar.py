"""Buddhist dates, months and years."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.thai.calendar import (
    ABBREVIATIONS,
    MONTHS,
    BEDate,
    YearMonth,
    parse_date,
    parse_month,
    parse_year,
)
from ita_site.facts.thai.numerals import to_thai

DATES = st.dates(dt.date(2400 - 543, 1, 1), dt.date(2699 - 543, 12, 31)).map(BEDate.from_date)
YEAR_MONTHS = st.builds(YearMonth, st.integers(2400, 2699), st.integers(1, 12))


def test_the_months_are_in_order():
    assert " ".join(ABBREVIATIONS) == (
        "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
    )
    assert " ".join(MONTHS) == (
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
    )


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2566, 2, 29),
        (2567, 2, 30),
        (2567, 13, 1),
        (2567, 0, 1),
        (2567, 4, 31),
        (2567, 1, 0),
        (543, 12, 31),
        (10**30, 1, 1),
    ],
)
def test_a_day_that_does_not_exist_is_refused(year, month, day):
    with pytest.raises(ValueError, match=r".+"):
        BEDate(year, month, day)


def test_the_leap_year_is_that_of_the_common_era():
    assert BEDate(2567, 2, 29).to_date() == dt.date(2024, 2, 29)
    assert BEDate.from_date(dt.date(2000, 2, 29)) == BEDate(2543, 2, 29)


def test_a_date_in_its_writings():
    leap_day = BEDate(2567, 2, 29)
    assert str(leap_day) == "2567-02-29"
    assert leap_day.short() == "29 ก.พ. 2567"
    assert leap_day.long() == "29 กุมภาพันธ์ 2567"
    assert str(BEDate(999, 1, 2)) == "0999-01-02"


@given(st.dates(max_value=dt.date(9000, 1, 1)))
def test_a_common_era_date_comes_back(date):
    assert BEDate.from_date(date).to_date() == date
    assert BEDate.from_date(date).year == date.year + 543


@given(DATES, DATES)
def test_dates_sort_by_time(one, other):
    assert (one < other) == (one.to_date() < other.to_date())


@given(DATES)
def test_every_writing_of_a_date_reads_as_itself(date):
    slashed = f"{date.day}/{date.month}/{date.year}"
    padded = f"{date.day:02}/{date.month:02}/{date.year}"
    spoken = f"วันที่ {date.day} เดือน{MONTHS[date.month - 1]} พ.ศ. {date.year}"
    writings = [str(date), date.short(), date.long(), slashed, padded, spoken]
    if 1900 <= date.year - 543 <= 2100:
        writings += [date.to_date().isoformat(), f"{date.to_date():%d/%m/%Y}"]
    for writing in writings:
        assert parse_date(writing) == parse_date(to_thai(writing)) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2566-10-01", BEDate(2566, 10, 1)),
        ("2023-10-01", BEDate(2566, 10, 1)),
        ("1900-01-01", BEDate(2443, 1, 1)),
        ("2100-12-31", BEDate(2643, 12, 31)),
        ("1 ต.ค. 2565", BEDate(2565, 10, 1)),
        ("๑ ต.ค. ๖๕", BEDate(2565, 10, 1)),
        ("1 ตุลาคม พ.ศ. 2565", BEDate(2565, 10, 1)),
        ("1 ตุลาคม พ.ศ.๒๕๖๕", BEDate(2565, 10, 1)),
        ("1 ตุลาคม พศ 2565", BEDate(2565, 10, 1)),
        ("วันที่ ๒๐ เมษายน ๒๕๖๖", BEDate(2566, 4, 20)),
        ("1/10/2565", BEDate(2565, 10, 1)),
        ("๐๑/๑๐/๒๕๖๕", BEDate(2565, 10, 1)),
        ("1/10/2022", BEDate(2565, 10, 1)),
        ("20 เม.ย. 2566", BEDate(2566, 4, 20)),
        ("24 เม.ย.66", BEDate(2566, 4, 24)),
        ("24เม.ย.66", BEDate(2566, 4, 24)),
        ("24 เมย. 66", BEDate(2566, 4, 24)),
        ("24 เมย 66", BEDate(2566, 4, 24)),
        ("24 เม. ย. 66", BEDate(2566, 4, 24)),
        ("24 เม.ย 66", BEDate(2566, 4, 24)),
        ("3 มค 2567", BEDate(2567, 1, 3)),
        (" 29\u00a0ก.พ. 2567 ", BEDate(2567, 2, 29)),
    ],
)
def test_dates_as_officers_write_them(text, date):
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ต.ค. 2565",
        "29 ก.พ. 2566",
        "2566-02-29",
        "31/4/2566",
        "32 ต.ค. 2565",
        "0 ต.ค. 2565",
        "2566-13-01",
        "2566-1-1",
        "1/10/65",
        "10/2565",
        "1 ต.ค. 2022",
        "1 October 2565",
        "1 ต.ต. 2565",
        "1 ต.ค. 256",
        "1 ต.ค. 25655",
        "1 ต.ค. 2 565",
        "1 1 ต.ค. 2565",
        "1 ต.ค. 2565 - 2 ต.ค. 2565",
        "1899-12-31",
        "2101-01-01",
        "2700-01-01",
        "2399-12-31",
        "1-10-2565",
        "ต.ค. 1 2565",
    ],
)
def test_anything_else_is_not_a_date(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2565", 2565),
        ("๒๕๖๕", 2565),
        ("65", 2565),
        ("๖๕", 2565),
        ("00", 2500),
        ("99", 2599),
        ("2400", 2400),
        ("2699", 2699),
        ("พ.ศ. 2565", 2565),
        ("พ.ศ.๒๕๖๕", 2565),
        ("พศ 2565", 2565),
        ("ปี 2565", 2565),
        ("ปี พ.ศ. 2565", 2565),
        ("ปีงบประมาณ ๒๕๖๕", 2565),
        ("ปีงบประมาณพ.ศ. ๒๕๖๖", 2566),
        ("ปี งบประมาณ พ.ศ. ๒๕๖๖", 2566),
        ("ประจำปีงบประมาณ พ.ศ. 2567", 2567),
        (" 2565 ", 2565),
    ],
)
def test_years_as_officers_write_them(text, year):
    assert parse_year(text) == year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023",
        "2399",
        "2700",
        "1",
        "256",
        "25655",
        "0065",
        "ค.ศ. 2022",
        "พ.ศ.",
        "-65",
        "65.5",
        "๖ ๕",
        "2565-2566",
        "2565/66",
        "two",
        "१२",
        "พ.ศ. พ.ศ. 2565",
    ],
)
def test_anything_else_is_not_a_buddhist_year(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_year(text)


@given(st.integers(2400, 2699), st.sampled_from(["", "พ.ศ.", "ปี ", "ปีงบประมาณ พ.ศ. "]))
def test_every_plausible_year_reads_as_itself(year, before):
    assert parse_year(f"{before}{year}") == parse_year(to_thai(f"{before}{year}")) == year


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("ต.ค. ๖๕", YearMonth(2565, 10)),
        ("ต.ค.๖๕", YearMonth(2565, 10)),
        ("ตุลาคม 2565", YearMonth(2565, 10)),
        ("เดือนตุลาคม พ.ศ. ๒๕๖๕", YearMonth(2565, 10)),
        ("เดือน ต.ค. ปี 2565", YearMonth(2565, 10)),
        ("เม.ย.๖๖", YearMonth(2566, 4)),
        ("เมย.66", YearMonth(2566, 4)),
        ("2565-10", YearMonth(2565, 10)),
        ("2022-10", YearMonth(2565, 10)),
    ],
)
def test_months_as_officers_write_them(text, month):
    assert parse_month(text) == month


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ต.ค.",
        "2565",
        "1 ต.ค. 2565",
        "ต.ค. 2022",
        "2565-13",
        "2565-00",
        "ต.ค. 65 - ธ.ค. 65",
        "ทุกเดือน",
        "ต.ค. ๖",
        "ก.ต. ๖๕",
        "เดือน 10/2565",
    ],
)
def test_anything_else_is_not_a_month(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_month(text)


@pytest.mark.parametrize(
    ("number", "written"), list(enumerate(zip(MONTHS, ABBREVIATIONS, strict=True), 1))
)
def test_every_month_reads_by_name_and_abbreviation(number, written):
    name, abbreviation = written
    for month in (name, abbreviation, abbreviation.replace(".", ""), abbreviation[:-1]):
        for year in ("2566", "๒๕๖๖", "๖๖", "66"):
            for space in ("", " "):
                assert parse_month(month + space + year) == YearMonth(2566, number)


@given(YEAR_MONTHS)
def test_every_writing_of_a_month_reads_as_itself(month):
    for writing in (str(month), month.short(), to_thai(month.short())):
        assert parse_month(writing) == month


@pytest.mark.parametrize(("year", "month"), [(2565, 0), (2565, 13), (2565, -1), (500, 1)])
def test_a_month_that_does_not_exist_is_refused(year, month):
    with pytest.raises(ValueError, match=r".+"):
        YearMonth(year, month)


def test_a_month_in_its_writings():
    assert str(YearMonth(2565, 9)) == "2565-09"
    assert YearMonth(2565, 10).short() == "ต.ค. 2565"


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ((2565, 10), 0, (2565, 10)),
        ((2565, 10), 2, (2565, 12)),
        ((2565, 10), 3, (2566, 1)),
        ((2565, 10), 11, (2566, 9)),
        ((2565, 12), 12, (2566, 12)),
        ((2566, 1), -1, (2565, 12)),
        ((2566, 1), -13, (2564, 12)),
    ],
)
def test_months_later(start, months, end):
    assert YearMonth(*start).plus(months) == YearMonth(*end)


@given(YEAR_MONTHS, st.integers(-500, 500))
def test_months_later_and_back(month, months):
    later = month.plus(months)
    assert later.plus(-months) == month
    assert (later > month) == (months > 0)


@pytest.mark.parametrize(
    ("month", "days"), [((2567, 2), 29), ((2566, 2), 28), ((2566, 4), 30), ((2566, 12), 31)]
)
def test_the_days_of_a_month(month, days):
    assert YearMonth(*month).first_day() == BEDate(*month, 1)
    assert YearMonth(*month).last_day() == BEDate(*month, days)


@given(YEAR_MONTHS)
def test_a_month_ends_the_day_before_the_next_begins(month):
    next_day = month.last_day().to_date() + dt.timedelta(days=1)
    assert next_day == month.plus(1).first_day().to_date()


def test_months_sort_by_time():
    months = [YearMonth(2565, 10), YearMonth(2565, 12), YearMonth(2566, 1), YearMonth(2566, 9)]
    assert sorted([months[2], months[0], months[3], months[1]]) == months
    assert all(one < other for one, other in itertools.pairwise(months))
