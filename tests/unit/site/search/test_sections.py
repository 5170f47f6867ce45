"""A page's HTML as sections of plain text."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.search.sections import Section
from ita_site.site.search.sections import sections as of_content


def sections(html):
    return of_content(HtmlDocument(f"<article>{html}</article>").article)


def texts(html):
    return [(part.anchor, part.title, part.text) for part in sections(html)]


def text(html):
    (only,) = sections(html)
    return only.text


def test_a_page_is_divided_at_headings_that_can_be_linked_to():
    html = """<h1 id="top">ชื่อหน้า</h1><p>นำ</p>
        <h2 id="a">ข้อแรก</h2><p>หนึ่ง</p><h3>ไม่มีที่อยู่</h3><p>สอง</p>
        <div><h3 class="x" id="b">ข้อย่อย</h3></div>"""
    assert texts(html) == [
        ("", "ชื่อหน้า", "นำ"),
        ("a", "ข้อแรก", "หนึ่ง\nไม่มีที่อยู่\nสอง"),
        ("b", "ข้อย่อย", ""),
    ]


def test_what_stands_before_the_first_heading_is_the_pages_own():
    assert texts('<p>ก่อน</p><h2 id="a">ข้อ</h2>') == [("", "", "ก่อน"), ("a", "ข้อ", "")]
    assert texts('<p>ก่อน</p><h1 id="t">หัว</h1><p>หลัง</p>') == [("", "หัว", "ก่อน\nหลัง")]


def test_an_empty_page_is_a_page():
    assert texts("") == [("", "", "")]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>ก<b>ข</b><span class='x'>ค</span>ง</p>", "กขคง"),
        ("<ul><li>ก</li><li>ข</li></ul>", "ก\nข"),
        ("<table><tr><td>ก</td><td>ข</td></tr></table>", "ก\nข"),
        ("<p>ก<br>ข</p>", "ก\nข"),
        ("<p>ก\n   ข</p>", "ก ข"),
        ("<dl><dt>ใคร</dt> <dd>กองช่าง</dd></dl>", "ใคร: กองช่าง"),
        ("<p>1 &lt; 2 &amp; 3&nbsp;%</p>", "1 < 2 & 3 %"),
        ("<p>งบ\u200bประมาณ น\u0e4dา</p>", "งบประมาณ นำ"),
        ("<p>ก<!-- <p>ลับ</p> -->ข</p>", "กข"),
        ("<p>ก</p><script>let a = '<p>x</p>';</script><style>p{}</style>", "ก"),
        ('<svg role="img"><title>ภาพ</title></svg><p>ก</p>', "ก"),
        ('<p title="a > b" data-x=\'"\'>ก</p>', "ก"),
        ('<h2 id="a">ข้อ<a class="headerlink" href="#a">¶</a></h2>', ""),
        ('<p>ก <a class="ita-permalink" href="#a">ลิงก์<span>ของมาตรการนี้</span></a></p>', "ก"),
        ("<p>2 < 3 และ <ไม่ใช่แท็ก</p>", "2 < 3 และ <ไม่ใช่แท็ก"),
    ],
)
def test_text_is_what_a_reader_sees(html, wanted):
    assert next(sections(html)).text == wanted


def test_a_permalink_is_no_part_of_a_title():
    html = '<h2 id="a">ข้อ <em>หนึ่ง</em><a class="headerlink" href="#a" title="ลิงก์">¶</a></h2>'
    assert texts(html)[1] == ("a", "ข้อ หนึ่ง", "")


@pytest.mark.parametrize(
    "html",
    [
        "<p>ก</p><nav data-search-exclude><p>ลับ</p></nav><p>ข</p>",
        '<p>ก</p><section class="x" data-search-exclude><section>ลับ</section>ลับ</section><p>ข</p>',
        "<p>ก</p><ol data-search-exclude=''><li>ลับ</li></ol><p>ข</p><p data-search-exclude>ลับ</p>",
        "<p>ก</p><img data-search-exclude alt='ลับ'><p>ข</p>",
    ],
)
def test_what_is_excluded_is_left_out(html):
    assert text(html) == "ก\nข"


def test_writing_about_the_exclusion_excludes_nothing():
    assert text("<p>ก <code>data-search-exclude</code> ข</p>") == "ก data-search-exclude ข"


def test_an_excluded_heading_starts_no_section():
    assert texts('<div data-search-exclude><h2 id="a">ลับ</h2></div><p>ก</p>') == [("", "", "ก")]


def test_a_row_with_an_address_is_a_section_named_by_its_column_and_head():
    html = """<h2 id="result">ผล</h2><table><thead><tr><th>ตัวชี้วัด</th></tr></thead></table>
        <table><thead><tr><th scope="col">ข้อ</th><th>คำถาม</th></tr></thead><tbody>
        <tr><th>E9</th><td>ไม่มีที่อยู่</td></tr>
        <tr id="question-E10"><th scope="row">E10</th><td>ร้องเรียนได้<ul><li>ง่าย</li></ul></td></tr>
        <tr id="group-2"><th colspan="2">หมวดที่สอง</th></tr>
        </tbody></table><p>ท้าย</p>"""
    assert list(sections(html))[1:] == [
        Section("result", "ผล", "ตัวชี้วัด\nข้อ\nคำถาม\nE9\nไม่มีที่อยู่\nท้าย"),
        Section("question-E10", "ข้อ E10", "ร้องเรียนได้\nง่าย"),
        Section("group-2", "หมวดที่สอง", ""),
    ]


class Reference(HTMLParser):
    """All text of a page, read with a parser."""

    def __init__(self) -> None:
        super().__init__()
        self.found = []

    def handle_data(self, data):
        self.found.append(data)


words = st.text(st.sampled_from("กขา่ำ aB1<>&\"' \n"), min_size=1).map(escape)
elements = st.recursive(
    words,
    lambda inner: st.tuples(st.sampled_from(["p", "b", "li", "td", "a"]), st.lists(inner)).map(
        lambda pair: f'<{pair[0]} title="a>b">{"".join(pair[1])}</{pair[0]}>'
    ),
)


@given(st.lists(elements).map("".join))
def test_no_letter_is_lost_and_none_is_added(html):
    reference = Reference()
    reference.feed(html)
    reference.close()
    ours = "".join(part.title + part.text for part in sections(html))
    assert "".join(ours.split()) == "".join("".join(reference.found).split())
