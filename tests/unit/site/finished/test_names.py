"""Links that are called the same."""

from __future__ import annotations

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.names import tell_links_apart


def names(html):
    document = HtmlDocument(f"<body><article>{html}</article></body>")
    tell_links_apart(document)
    return [link.attributes.get("aria-label") for link in document.article.css("a")]


def test_links_called_the_same_are_named_after_what_stands_above_them():
    html = (
        '<h3>1. คิว<a class="headerlink" href="#1">¶</a></h3><p><a href="#a">ดูขั้นตอน</a></p>'
        '<h3>2. ออนไลน์</h3><p><a href="#b">ดูขั้นตอน</a> <a href="#c">ดูผล</a></p>'
    )
    assert names(html) == [None, "ดูขั้นตอน: 1. คิว", "ดูขั้นตอน: 2. ออนไลน์", None]


def test_in_a_table_it_is_the_rows_head():
    row = '<tr><th scope="row">{0}</th><td><a href="#{0}">เปิด</a></td></tr>'
    table = f"<table><tbody>{row.format('O1')}{row.format('O2')}</tbody></table>"
    assert names(f"<h2>ข้อมูล</h2>{table}") == ["เปิด: O1", "เปิด: O2"]


def test_links_to_one_place_and_those_with_a_name_of_their_own_stay():
    same = '<h2>ก</h2><a href="#a">ดู</a><h2>ข</h2><a href="#a">ดู</a>'
    own = '<h2>ก</h2><a href="#a" aria-label="ดูก">ดู</a><h2>ข</h2><a href="#b">ดู</a>'
    assert names(same) == [None, None]
    assert names(own) == ["ดูก", None]


def test_those_below_one_heading_are_counted_by_where_they_lead():
    links = '<h2>ก</h2><a href="#a">ดู</a><a href="#b">ดู</a><a href="#a">ดู</a>'
    assert names(links) == ["ดู: ก 1", "ดู: ก 2", "ดู: ก 1"]
    assert names(f'{links}<h2>ข</h2><a href="#c">ดู</a>')[-2:] == ["ดู: ก 1", "ดู: ข"]
    assert names('<a href="#a">ดู</a><a href="#b">ดู</a>') == ["ดู: 1", "ดู: 2"]
