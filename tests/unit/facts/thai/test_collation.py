"""Thai words in the order of a dictionary."""

from __future__ import annotations

import pytest

from ita_site.facts.thai.collation import sort_key


@pytest.mark.parametrize(
    "words",
    [
        ["กลาง", "แก่ง", "ขาม", "โคกมน", "จังหาร", "เชียงใหม่", "ไทรงาม", "นามน", "อุดรธานี"],
        ["เกาะ", "แก", "โกสุม", "ใกล้", "ไกล", "ขอน"],
        ["ขาว", "ข่าว", "ข้าว", "ขาวสะอาด"],
        ["เสมา", "เสาธง", "แสนสุข", "แสมสาร"],
        ["หมู่ 2", "หมู่ ๙", "หมู่ 10", "หมู่ ๑๑"],
        ["", "ABC", "กก"],
    ],
)
def test_words_stand_as_in_a_dictionary(words):
    backwards = words[::-1]
    assert sorted(backwards, key=sort_key) == words


def test_spellings_that_look_alike_stand_together():
    assert sort_key("น้ำ") == sort_key("น\u0e49\u0e4d\u0e32")
    assert sort_key("เเก") == sort_key("แก")
