"""Decimal numbers."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.thai.decimals import format_number, mean, parse_decimal, round_half_up
from ita_site.facts.thai.numerals import to_thai

NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4)
SCORES = st.decimals(0, 100, places=2)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("97.73", "97.73"),
        ("๙๗.๗๓", "97.73"),
        ("๙7.๗3", "97.73"),
        ("100.00", "100.00"),
        ("๐.๐๐", "0.00"),
        ("0", "0"),
        (" 12 ", "12"),
        ("1,250,000", "1250000"),
        ("๑,๒๕๐,๐๐๐.๕๐", "1250000.50"),
        ("1250000", "1250000"),
        ("-0.50", "-0.50"),
        ("-1,000", "-1000"),
    ],
)
def test_a_number_keeps_its_written_digits(text, digits):
    assert str(parse_decimal(text)) == digits


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "nan",
        "NaN",
        "sNaN",
        "inf",
        "-Infinity",
        "1e5",
        "1E5",
        "1_000",
        "1,00",
        "1,0000",
        "12,50,000",
        "1250,000",
        ",100",
        "100,",
        "0,100",
        "1,000,00",
        "1.000,5",
        "1.5,000",
        ".5",
        "5.",
        "1 000",
        "--1",
        "+1",
        "- 1",
        "1.2.3",
        "97.73%",
        "๙๗.๗๓ คะแนน",
        "१२",
        "²",
        "0x10",
        "12\n13",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError, match="not a number"):
        parse_decimal(text)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("97.725", 2, "97.73"),
        ("97.735", 2, "97.74"),
        ("97.7249999999999999999999999999999999", 2, "97.72"),
        ("0.005", 2, "0.01"),
        ("-0.005", 2, "-0.01"),
        ("-0.004", 2, "0.00"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("100", 2, "100.00"),
        ("84.9950", 1, "85.0"),
        ("1E+40", 2, "1" + "0" * 40 + ".00"),
        ("9" * 40 + ".995", 2, "1" + "0" * 40 + ".00"),
    ],
)
def test_halves_round_away_from_zero(value, places, rounded):
    assert str(round_half_up(Decimal(value), places)) == rounded


def test_two_places_unless_told():
    assert str(round_half_up(Decimal("1.2350"))) == "1.24"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_cannot_be_rounded(value):
    with pytest.raises(ValueError, match="cannot round"):
        round_half_up(Decimal(value))


@given(NUMBERS, st.integers(0, 5))
def test_rounding_agrees_with_exact_arithmetic(value, places):
    scaled = abs(Fraction(value)) * 10**places
    expected = Fraction(floor(scaled + Fraction(1, 2)), 10**places)
    rounded = round_half_up(value, places)
    assert abs(Fraction(rounded)) == expected
    assert rounded.as_tuple().exponent == -places
    assert rounded == 0 or rounded.is_signed() == value.is_signed()


@pytest.mark.parametrize("precision", [1, 3])
def test_the_callers_context_does_not_matter(precision):
    with localcontext(prec=precision):
        assert str(round_half_up(Decimal("1234.565"))) == "1234.57"
        assert mean([Decimal("97.85"), Decimal("94.36")]) == Decimal("96.105")


def test_mean_of_the_printed_indicators_of_roi_et():
    printed = "97.85 94.35 95.00 93.19 94.20 97.33 97.46 97.73 100.00 100.00"
    assert mean(map(parse_decimal, printed.split())) == Decimal("96.711")


def test_mean_is_not_rounded():
    assert round_half_up(mean([Decimal(1), Decimal(1), Decimal(2)]), 30) == Decimal("1." + "3" * 30)


def test_mean_of_nothing_is_refused():
    with pytest.raises(ValueError, match="no values"):
        mean([])


@given(st.lists(SCORES, min_size=1, max_size=40))
def test_a_rounded_mean_agrees_with_exact_arithmetic(scores):
    exact = sum(map(Fraction, scores)) / len(scores)
    expected = Fraction(floor(exact * 100 + Fraction(1, 2)), 100)
    assert Fraction(round_half_up(mean(iter(scores)))) == expected


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1250000.50"), "1,250,000.50"),
        (Decimal("100.00"), "100.00"),
        (Decimal("-1234.5"), "-1,234.5"),
        (Decimal("1E+6"), "1,000,000"),
        (Decimal("0.00000001"), "0.00000001"),
        (Decimal("12345678901234567890123456789012345.1"), None),
        (1250000, "1,250,000"),
        (999, "999"),
        (0, "0"),
    ],
)
def test_numbers_are_written_with_separators_and_their_decimals(value, written):
    expected = written or "12,345,678,901,234,567,890,123,456,789,012,345.1"
    assert format_number(value) == expected


@given(NUMBERS)
def test_a_written_number_reads_as_itself(value):
    written = format_number(value)
    assert str(parse_decimal(written)) == str(parse_decimal(to_thai(written))) == f"{value:f}"
