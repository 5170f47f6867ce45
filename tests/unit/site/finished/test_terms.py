"""Official terms stay whole at the end of a line."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from ita_site.facts.thai.terms import TERMS
from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.terms import keep_terms as keep

LONGEST = 16


def keep_terms(html, agency=""):
    document = HtmlDocument(f"<article>{html}</article>")
    keep(document, agency)
    return document.article.inner_html


def test_a_term_in_a_text_is_kept_and_its_letters_stay_as_they_are():
    kept = keep_terms("<p>ใช้งบประมาณให้คุ้มค่า</p>")
    assert kept == '<p>ใช้<span class="ita-term">งบประมาณ</span>ให้คุ้มค่า</p>'
    assert BeautifulSoup(kept, "html.parser").get_text() == "ใช้งบประมาณให้คุ้มค่า"


def test_tags_drawings_and_code_are_left_alone():
    for html in (
        '<a title="งบประมาณ"></a>',
        "<svg><text>งบประมาณ</text></svg>",
        "<pre><code>งบประมาณ</code></pre>",
        "<!-- งบประมาณ -->",
    ):
        assert keep_terms(html) == html


def test_a_term_is_named_once_and_not_too_long_for_a_telephone():
    assert len(set(TERMS)) == len(TERMS)
    assert max(map(len, TERMS)) <= LONGEST


def test_of_a_term_within_another_the_longer_is_kept_and_the_shorter_where_it_stands_alone():
    spans = BeautifulSoup(keep_terms("ข้อคำถามใด คำถามใด"), "html.parser").select(".ita-term")
    assert [span.get_text() for span in spans] == ["ข้อคำถาม", "คำถาม"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("การประเมิน ITA ปี 2568 ของเรา", ["ประเมิน", "ITA ปี 2568"]),
        ("ตรวจเอง 2 เกณฑ์", ["2 เกณฑ์"]),
        ("รายงานรอบ 12 เดือน", ["รอบ 12 เดือน"]),
        ("บ้านเลขที่ 1 ชั้น 2", ["เลขที่ 1", "ชั้น 2"]),
        ("ตอบใน 3 วันทำการ", ["3 วันทำการ"]),
        ("โทร. 0 0000 0000 ต่อ 120 หรือ", ["0 0000 0000 ต่อ 120"]),
        ("จำนวน 1,026 เรื่อง", ["1,026 เรื่อง"]),
        ("ในปี 2568 ข้อร้องเรียน", ["ปี 2568 ข้อ", "ร้องเรียน"]),
        ("ผลปี 2567 และ 2568 ปีนี้", ["ปี 2567"]),
    ],
)
def test_a_number_stays_with_what_names_and_counts_it(text, whole):
    kept = BeautifulSoup(keep_terms(f"<p>{text}</p>"), "html.parser")
    assert kept.get_text() == text
    outermost = kept.select(".ita-term:not(.ita-term .ita-term)")
    assert [span.get_text() for span in outermost] == whole


def test_a_bold_number_stays_with_its_word_and_no_tag_is_crossed():
    assert keep_terms("ทำต่อ <b>5</b> เรื่อง") == ('ทำต่อ <span class="ita-term"><b>5</b> เรื่อง</span>')
    row = "<table><tbody><tr><td>5</td> <td>เรื่อง</td></tr></tbody></table>"
    assert keep_terms(row) == row
    assert keep_terms("<b>5</b><i> เรื่อง</i>") == "<b>5</b><i> เรื่อง</i>"


def test_the_name_of_the_agencys_place_is_kept():
    kept = keep_terms("องค์การบริหารส่วนตำบลโคกมน", "องค์การบริหารส่วนตำบลโคกมน")
    assert kept == 'องค์การบริหารส่วนตำบล<span class="ita-term">โคกมน</span>'
    assert keep_terms("หน่วยทดลอง", "หน่วยทดลอง") == "หน่วยทดลอง"


def test_a_term_within_another_is_kept_once_and_what_surrounds_an_article_stays():
    document = HtmlDocument("<p>งบประมาณ</p><article>ปีงบประมาณ 2568</article>")
    keep(document)
    keep(document)
    spans = [span.text() for span in document.tree.css(".ita-term")]
    assert spans == ["ปีงบประมาณ 2568"]
