"""Thai text that cannot be, and what was meant."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ita_site.facts.thai import damage
from ita_site.facts.thai.text import normalise

NIKHAHIT, AA, LONG_AA, PINTHU = "\u0e4d", "\u0e32", "\u0e45", "\u0e3a"
SCRAMBLED = st.text(
    st.sampled_from(f"กนปรแเไะัิ่้์็ำๆฯฤ{NIKHAHIT}{AA}{LONG_AA}{PINTHU}๑1aำ \n\uf70a\uf711")
)
SENTENCES = (
    "เจ้าหน้าที่ต้องทำหน้าที่ด้วยความซื่อสัตย์สุจริต",
    "พันธุ์พืช สิทธิ์ เสาร์ ศิลป์ รักษ์ ก็ เป็น เพ็ญ ผู้ ปู่ ปี่ ชื่อ น้ำ ค่ำ ก้ำกึ่ง",
    "ฤๅษี ฤทธิ์ พฤกษ์ ต่าง ๆ ฯลฯ กองยุทธศาสตร์ฯ เกาะ เพราะ เยอะแยะ เปรอะ ไม่ ใส่ โต๊ะ จ๋า",
    "พุทธํ สรณํ คจฺฉามิ".replace(PINTHU, ""),
    "รอบ ๖ เดือน (ต.ค. ๖๕ – มี.ค. ๖๖) ร้อยละ ๘๔.๘๓ ข้อ e๑ และ i๓๐ ระบบITAS ผ่านLineของเทศบาล",
    "กว้างxยาว E-Service No Gift Policy ณ ห้องประชุม <br คะแนน < 85 และ > 50 A&B",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_good_thai_is_good(sentence):
    for find in (
        damage.find_lookalike,
        damage.find_impossible,
        damage.find_foreign,
        damage.find_markup,
    ):
        assert not find(sentence)
    assert damage.mend(sentence) == sentence


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f"ส{NIKHAHIT}{AA}นัก", "สำนัก"),
        ("เเละเเผน", "และแผน"),
        ("ผู\uf70bบริหาร", "ผู้บริหาร"),
        (f"ท\uf711{AA}", "ทำ"),
    ],
)
def test_what_looks_right_is_found_and_mended(written, meant):
    assert damage.find_lookalike(written)
    assert damage.mend(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("นำ้", "น้ำ"),
        ("ที่่", "ที่"),
        ("นี้้้", "นี้"),
        ("ปีี", "ปี"),
        ("น่ี", "นี่"),
        ("พันธ์ุ", "พันธุ์"),
        ("มา้", "ม้า"),
        ("เ มือง", "เมือง"),
        ("โโครง", "โครง"),
        ("เจ ้าหน ้าที่", "เจ้าหน้าที่"),
        (f"ส{NIKHAHIT} {AA}นัก", "สำนัก"),
        (f"โครงก{LONG_AA}ร", "โครงการ"),
        ("ทำำ", "ทำ"),
        ("มาา", "มา"),
    ],
)
def test_an_impossible_order_is_found_and_put_right(written, meant):
    assert damage.find_impossible(written)
    assert damage.mend(written) == meant
    assert not damage.find_impossible(meant)


@pytest.mark.parametrize("written", ["อาค าร", "ผู้่", "ใ", "เ-", "1่", "ผูั้", "ะ", "ค์้"])
def test_what_may_have_been_meant_in_two_ways_is_found_and_left(written):
    assert damage.find_impossible(written)
    assert damage.find_impossible(damage.mend(written))


@given(SCRAMBLED)
@example("ก  ้")
@example("เ เ ก")
def test_mending_touches_nothing_but_damage(text):
    plain = normalise(text)
    if not damage.find_lookalike(text) and not damage.find_impossible(plain):
        assert damage.mend(text) == plain


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\u0e81าร", "การ"),
        ("ปี๒๕\u0ed6\u0ed6", "ปี๒๕๖๖"),
        ("ปี๒๕\u17e6๖", "ปี๒๕๖๖"),
        ("ข้อ๑\u0968", "ข้อ๑๒"),
        (f"ค{PINTHU}ณ", "คุณ"),
        ("รายงาน\u0915ผล", "รายงาน\u0915ผล"),
        ("กาsใช้", "กาsใช้"),
    ],
)
def test_strange_letters_are_found_and_those_that_are_sure_become_thai(written, meant):
    assert damage.find_foreign(written)
    assert damage.to_thai_letters(written) == meant


@pytest.mark.parametrize("text", ["ສະບາຍດີ", "ภาษาลาว ສະບາຍດີ", "ระบบ s และ n", "ข้อe๑", "กxข"])
def test_words_of_another_language_are_not_strange(text):
    assert not damage.find_foreign(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<p>ประชุม&nbsp;ชี้แจง</p>", "ประชุม ชี้แจง"),
        ("หนึ่ง<br/>สอง", "หนึ่ง สอง"),
        ('<ul style="list-style: none"><li>หนึ่ง</li></ul>', "หนึ่ง"),
        ("ก &amp;nbsp; ข &lt; 5 ค <b>หนา</b>", "ก ข < 5 ค หนา"),
        ("<!-- ต้น --> เหลือ", "เหลือ"),
    ],
)
def test_markup_is_found_and_taken_away(written, meant):
    assert damage.find_markup(written)
    assert damage.strip_markup(written) == meant
