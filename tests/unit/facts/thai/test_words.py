"""Thai texts cut into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.thai.terms import TERMS
from ita_site.facts.thai.words import phrases, words

THAI = st.text("กขคงจชดตนบปพมรลวสหอะาิีึืุูเแโใไ่้๊๋์ำๆ", max_size=60)


@pytest.mark.parametrize(
    "cut",
    [
        "รายงาน|ผู้บังคับบัญชา|ทุกรอบ|รายงาน",
        "ทุจริต|และ|ประพฤติมิชอบ",
        "ถ่วงน้ำหนัก",
        "ตอบ|ข้อซักถาม|ใน|ที่ประชุม",
        "ตั้งแต่|วันที่",
        "นักวิเคราะห์|นโยบาย|และ|แผน",
        "เบิก|จ่าย|งบประมาณ|ไตรมาส",
        "ดาวน์โหลด|จาก|เว็บไซต์",
    ],
)
def test_words_are_found(cut):
    assert "|".join(words(cut.replace("|", ""))) == cut


@pytest.mark.parametrize(
    "cut",
    [
        "ไม่ได้รับ|บริการ",
        "การประเมิน|ของหน่วยงาน",
        "แจ้งเรื่อง|ทุจริต",
        "ทำแล้ว|ทุกเรื่อง",
        "ให้บุคลากร|มีส่วนร่วม",
    ],
)
def test_what_is_read_at_once_stays_together(cut):
    assert "|".join(phrases(cut.replace("|", ""))) == cut


@given(THAI)
def test_nothing_is_lost_and_no_mark_is_parted_from_its_letter(text):
    for pieces in (words(text), phrases(text)):
        assert "".join(pieces) == text
        assert not any(piece[0] in "ะาิีึืุู่้๊๋์ำๆ" for piece in pieces[1:])
        assert not any(piece[-1] in "เแโใไ" for piece in pieces[:-1] if len(piece) > 1)


def test_a_name_counts_as_a_word_where_it_is_told():
    assert words("ตำบลโพนงามเหนือ", "โพนงามเหนือ") == ("ตำบล", "โพนงามเหนือ")


def test_letters_that_are_no_word_stay_with_their_neighbours():
    assert phrases("ตย") == ("ตย",)


def test_a_term_is_named_once_and_not_too_long_for_a_telephone():
    assert len(set(TERMS)) == len(TERMS)
    assert max(map(len, TERMS)) <= 16
