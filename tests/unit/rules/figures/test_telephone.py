"""The number a telephone dials, from the words of a channel."""

from __future__ import annotations

import pytest

from ita_site.rules.figures.telephone import dialled


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0 2123 4567", "021234567"),
        ("0 2123 4567 ต่อ 101", "021234567,101"),
        ("0-2123-4567 #2", "021234567,2"),
        ("(02) 123 4567 ext. 5", "021234567,5"),
        ("0 2123 4567 ต่อ 101 หรือ 102", "021234567"),
        ("0 2123 4567 ต่อ นิติกร", "021234567"),
        ("08 1234 5678", "0812345678"),
        ("+66 2 123 4567", "+6621234567"),
        ("๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๙", "021234567,9"),
        ("1205", "1205"),
        ("191", "191"),
    ],
)
def test_a_number_is_dialled_with_its_extension(written, number):
    assert dialled(written) == number


@pytest.mark.parametrize(
    "written",
    ["", "0 2123 4567, 0 2123 4568", "0 2123 4567-8", "ที่ทำการ", "12", "0 2123", "<script>1205"],
)
def test_what_is_not_one_number_is_not_dialled(written):
    assert dialled(written) == ""
