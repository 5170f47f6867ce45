"""Thai and Arabic numerals."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.thai.numerals import to_arabic, to_thai

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
NO_THAI_DIGITS = st.text(st.characters(exclude_characters=THAI_DIGITS))
NO_ARABIC_DIGITS = st.text(st.characters(exclude_characters=string.digits))


@pytest.mark.parametrize(
    ("thai", "arabic"),
    [
        ("๐๑๒๓๔๕๖๗๘๙", "0123456789"),
        ("ร้อยละ ๙๗.๗๓", "ร้อยละ 97.73"),
        ("O๔๒", "O42"),
        ("", ""),
        ("ไม่มีเลข", "ไม่มีเลข"),
    ],
)
def test_each_writing_becomes_the_other(thai, arabic):
    assert to_arabic(thai) == arabic
    assert to_thai(arabic) == thai


def test_other_scripts_digits_stay():
    assert to_arabic("१२३ ١٢٣ ၁၂၃") == "१२३ ١٢٣ ၁၂၃"


def test_mixed_digits_become_one_kind():
    assert to_arabic("2๕6๖") == "2566"
    assert to_thai("2๕6๖") == "๒๕๖๖"


@given(NO_THAI_DIGITS)
def test_thai_and_back_is_the_same_text(text):
    assert to_arabic(to_thai(text)) == text


@given(NO_ARABIC_DIGITS)
def test_arabic_and_back_is_the_same_text(text):
    assert to_thai(to_arabic(text)) == text


@given(st.text(st.sampled_from(THAI_DIGITS + string.digits + "กข ")))
def test_conversion_leaves_no_digit_of_the_other_kind(text):
    assert not set(to_arabic(text)) & set(THAI_DIGITS)
    assert not set(to_thai(text)) & set(string.digits)
