"""Thai text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.facts.thai.text import compact, fold, normalise, sort_key

NIKHAHIT, AA, MAI_THO, MAI_EK = "\u0e4d", "\u0e32", "\u0e49", "\u0e48"
PLAIN = "กนทเแาิุ ๑1.aÉß\n"
TREACHEROUS = "\u00a0\u00ad\u0301\u0e33\u0e3a\u0e48\u0e49\u0e4d\u0e4e\u200b\ufeff"
TRICKY = st.text(st.sampled_from(PLAIN + TREACHEROUS))


@pytest.mark.parametrize(
    ("written", "right"),
    [
        (f"ท{NIKHAHIT}{AA}", "ทำ"),
        (f"น{MAI_THO}{NIKHAHIT}{AA}", "น้ำ"),
        (f"น{NIKHAHIT}{MAI_THO}{AA}", "น้ำ"),
        (f"ค{NIKHAHIT}{AA}ท{NIKHAHIT}{AA}", "คำทำ"),
        (f"ท{NIKHAHIT}\u200b{AA}", "ทำ"),
        ("สำนัก\u00a0ปลัด", "สำนัก ปลัด"),
        ("งบ\u200bประ\ufeffมาณ\u00ad", "งบประมาณ"),
        ("\ufeffITA", "ITA"),
        ("Cafe\u0301", "Café"),
        ("ผู\uf70bที\uf713ป\uf701\uf702ฝ\uf710\uf714ง \uf70f\uf71a", "ผู้ที่ปิีฝั้ง ญ\u0e3a"),
        (f"ท\uf711{AA} น\uf70b\uf711{AA}", "ทำ น้ำ"),
        ("ก\u0e49\u0e38", "ก\u0e38\u0e49"),
    ],
)
def test_texts_that_look_alike_become_alike(written, right):
    assert normalise(written) == right
    assert normalise(right) == right


@pytest.mark.parametrize(
    "text",
    [
        "ต.ค. ๖๗ – ก.ย. ๖๘",
        "  สองช่อง  ว่าง\t\n",
        "เเผน",
        f"พุทธ{NIKHAHIT}",
        f"{NIKHAHIT}ก{AA}",
        f"ก{NIKHAHIT}{MAI_EK}{MAI_THO}{AA}",
        "👨\u200d👩\u200d👧",
        "①ﬁ½",
        "ITA 2567",
    ],
)
def test_everything_else_stays_as_written(text):
    assert normalise(text) == text


@pytest.mark.parametrize("text", ["ต.ค. ๖๗ – ก.ย. ๖๘", "ITA 2567", "น้ำ", ""])
def test_clean_text_is_not_even_copied(text):
    assert normalise(text) is text


@given(TRICKY)
def test_normalised_text_is_nfc_and_stays_so(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set("\u00a0\u200b\ufeff\u00ad")
    assert NIKHAHIT + AA not in once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ปีงบประมาณ ๒๕๖๗", "ปีงบประมาณ 2567"),
        ("เเผนงาน", "แผนงาน"),
        ("E-Service", "e-service"),
        ("สำนัก  ปลัด\n", " สำนัก ปลัด"),
        (f"ส{NIKHAHIT}{AA}นัก", "สำนัก"),
        ("STRASSE", "straße"),
    ],
)
def test_texts_a_reader_takes_for_the_same_fold_alike(one, other):
    assert one != other
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กองคลัง", "กองช่าง"),
        ("สำนัก ปลัด", "สำนักปลัด"),
        ("ข้อ ๑", "ข้อ ๒"),
        ("เทศบาล", "แทศบาล"),
    ],
)
def test_different_texts_do_not_fold_alike(one, other):
    assert fold(one) != fold(other)


@given(TRICKY)
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "tight"),
    [
        ("1 ต.ค. ๖๕", "1ตค65"),
        ("พ. ศ. ๒๕๖๖", "พศ2566"),
        ("1 2 เดือน", "1 2เดือน"),
        ("3.5 เดือน", "3.5เดือน"),
        ("1. 2 เดือน", "1. 2เดือน"),
        (" .ก. ", "ก"),
        ("ข้อ ๑ . ", "ข้อ1"),
    ],
)
def test_compact_text_never_joins_two_numbers(text, tight):
    assert compact(text) == tight


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
