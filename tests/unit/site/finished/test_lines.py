"""Where the lines of a page may end: between words, never within what belongs together."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.lines import mark_lines


def marked(html, agency=""):
    document = HtmlDocument(f"<body>{html}</body>")
    mark_lines(document, agency)
    return re.search("<body>(.*)</body>", document.serialise(), re.DOTALL)[1]


def lines(html, agency=""):
    """What stays whole in a text."""
    text = BeautifulSoup(re.sub("<wbr[^>]*>", "|", marked(html, agency)), "html.parser").get_text()
    return text.split("|")


def test_a_text_is_whole_but_for_the_places_between_its_words_and_no_letter_is_added():
    text = "ใช้งบประมาณให้คุ้มค่า และโปร่งใส"
    html = marked(f"<p>{text}</p>")
    assert html == ("<p><ita-whole>ใช้<wbr>งบประมาณ<wbr>ให้คุ้มค่า <wbr>และโปร่งใส</ita-whole></p>")
    assert BeautifulSoup(html, "html.parser").get_text() == text


def test_where_a_text_is_a_name_its_marks_are_hidden_from_those_who_hear_it():
    text = "แจ้งเรื่องทุจริตของเจ้าหน้าที่"
    html = marked(f"<p>{text} <a href='#x'>{text}</a></p>")
    assert html.count("<wbr aria-hidden=true>") == html.count("<wbr>") - 1 > 0


@pytest.mark.parametrize(
    "html",
    [
        '<a title="งบประมาณของเรา"></a>',
        "<svg><text>งบประมาณของเรา</text></svg>",
        "<pre><code>งบประมาณของเรา</code></pre>",
        "<!-- งบประมาณของเรา -->",
        "<textarea>งบประมาณของเรา</textarea>",
        "<p>plain words of no length</p>",
        "<p>tak.go.th, 1,026.50</p>",
    ],
)
def test_tags_drawings_and_code_are_left_alone(html):
    assert marked(html) == html


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("การประเมิน ITA ปี 2568 ของเรา", "ITA ปี 2568"),
        ("ตรวจเอง 2 เกณฑ์", "2 เกณฑ์"),
        ("รายงานรอบ 12 เดือน แล้ว", "รอบ 12 เดือน"),
        ("บ้านเลขที่ 1 ชั้น 2", "เลขที่ 1"),
        ("ตอบใน 3 วันทำการ", "3 วันทำการ"),
        ("โทร. 0 0000 0000 ต่อ 120 หรือ", "0 0000 0000 ต่อ 120"),
        ("จำนวน 1,026 เรื่อง", "1,026 เรื่อง"),
        ("ผลปี 2567 และ 2568 ปีนี้", "ปี 2567"),
        ("เพิ่มขึ้น 80.83 → 88.10 คะแนน ในปีนี้", "80.83 → 88.10 คะแนน"),
        ("เวลา 8.30–16.30 น. ทุกวัน", "เวลา 8.30–16.30"),
        ("คำถาม e1, e2 และ e4", "e1, e2"),
        ("ยื่นผ่าน E-Service ได้", "E-Service"),
        ("ปรับปรุงตามข้อ E14 และ o7", "ข้อ E14"),
        ("ดูตัวชี้วัดที่ i3 ของเรา", "ตัวชี้วัดที่ i3"),
        ("ประชุมเมื่อวันที่ 28 กันยายน", "28 กันยายน"),
        ("ไม่มีผลของ 8 เรื่อง ณ 9 ก.พ. 2571", "ณ 9 ก.พ. 2571"),
        ("ลงวันที่ 3 มิถุนายน พ.ศ. 2570 เรื่องใหม่", "3 มิถุนายน พ.ศ. 2570"),
    ],
)
def test_numbers_codes_and_ranges_stay_with_what_names_and_counts_them(text, whole):
    found = lines(f"<p>{text}</p>")
    assert "".join(found) == text
    assert any(whole in line for line in found), found


def test_a_code_stays_whole_in_a_text_that_has_no_thai():
    assert marked("<b>e1, e2, e3</b>") == "<b><ita-whole>e1, e2, e3</ita-whole></b>"
    assert marked("<b>E-Service</b>") == "<b><ita-whole>E-Service</ita-whole></b>"


def test_what_is_too_wide_for_few_letters_is_marked_so():
    assert "<ita-wide>" not in marked("<p>ใช้งบประมาณให้คุ้มค่า และโปร่งใส</p>")
    html = marked("<p>ประชุมกันเมื่อวันที่ 28 กันยายน 2567 ที่นี่</p>")
    assert "<ita-wide>เมื่อวันที่ <ita-whole>28 กันยายน</ita-whole> 2567 </ita-wide>" in html
    html = marked("<p>เทียบครั้งที่ 4\u00a0กับครั้งที่ 5 แล้ว</p>")
    assert "<ita-wide>เทียบ<ita-whole>ครั้งที่ 4</ita-whole>&nbsp;<wbr>กับ<ita-whole>ครั้งที่ 5<" in html
    html = marked("<p>ปรับปรุงข้อมูล ณ วันที่ 9\u00a0ก.พ.\u00a02571 แล้ว</p>")
    assert "<ita-whole>9&nbsp;ก.พ.&nbsp;2571</ita-whole>" in html
    found = lines("ประชุมครั้งที่ 3 วันที่ 9 มกราคม 2570 ที่นี่")
    assert found == ["ประชุมครั้งที่ 3 ", "วันที่ 9 มกราคม 2570 ", "ที่นี่"]
    html = marked("<p>เขียน road_repair_2570 แทนได้</p>")
    assert "<ita-wide>" not in html  # it would be open where what is whole ends


@pytest.mark.parametrize(
    "parts",
    [
        ["www.", "7777.", "go.th"],
        ["report@", "long-name.", "tuayang.", "example"],
        ["itas.", "nacc.", "go.th/", "go/", "eit/", "sample69"],
        ["https://ita.", "tuayang.", "example/", "2569/", "o25/#all"],
    ],
)
def test_a_line_ends_at_the_joints_of_an_address(parts):
    address = "".join(parts)
    assert lines(f"<p>{address}</p>") == parts
    within = f"</ita-whole>{'<wbr>'.join(parts)}<ita-whole>"
    assert within in marked(f"<p>เขียนถึง {address} ได้ทุกวัน</p>")


def test_a_bold_number_stays_with_the_words_on_both_its_sides():
    assert lines("ทำต่อ <b>5</b> เรื่อง แล้ว") == ["ทำต่อ ", "5 เรื่อง ", "แล้ว"]
    assert lines("ผลปี <b>2568</b> ของเรา")[-1] == "ผลปี 2568 ของเรา"
    assert lines("รอ <b>34 → 18</b> นาที") == ["รอ ", "34 → 18 นาที"]


def test_the_name_of_the_agencys_place_is_a_word():
    agency = "องค์การบริหารส่วนตำบลโพนงามเหนือ"
    assert lines(agency, agency)[-1] == "โพนงามเหนือ"


def test_what_the_marks_stand_for_can_be_written_on_a_page_without_harm():
    html = marked("<p title='\ufdd0'>ก\ufdd1ข</p>")
    assert BeautifulSoup(html, "html.parser").get_text() == "กข"


def test_the_table_of_paper_is_marked_as_every_text_is():
    cell = "ใช้งบประมาณของระบบ E-Service ให้คุ้มค่า"
    assert lines(f"<table class=ita-ruled><tr><td>{cell}</table>") == lines(f"<p>{cell}</p>")
    assert len(lines(cell)) > 3
