"""A document read and written as a browser would read it."""

from __future__ import annotations

import pytest

from ita_site.site.finished.document import HtmlDocument, UnreadableError, close_up, read_html


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html>\n<html><head></head><body><p>1 &lt; 2 &amp;&nbsp;3<br></p></body></html>",
        "<html><head></head><body><script></script><pre>\n\nก</pre></body></html>",
        "<html><head></head><body><textarea>\n\n\nก</textarea></body></html>",
        '<html><head></head><body><svg viewBox="0 0 1 1"><path d="M0"></path></svg></body></html>',
        '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4//EN">\n<html><head></head><body></body></html>',
    ],
)
def test_what_is_written_is_read_as_the_same_document(html):
    once = HtmlDocument(html).serialise()
    assert HtmlDocument(once).serialise() == once
    assert once == html


def test_a_text_keeps_its_first_line_break_however_often_it_is_written():
    html = "<pre>\n\n\nก</pre>"
    for _ in range(3):
        html = HtmlDocument(html).serialise()
    assert HtmlDocument(html).tree.css_first("pre").text() == "\n\nก"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<meta charset=windows-874><p>สวัสดี".encode("cp874"), "UTF-8"),
        ("<script>x()</script>".encode("utf-16"), "UTF-8"),
        (b"<meta charset='ISO-2022-JP'><p>\x1b(J<script>", "iso-2022-jp"),
        (b"<p><meta http-equiv=content-type content='text/html; charset=big5'>", "big5"),
    ],
)
def test_bytes_that_a_browser_would_read_otherwise_are_refused(content, reason):
    with pytest.raises(UnreadableError, match=f"(?i){reason}"):
        read_html(content)


def test_a_byte_order_mark_is_no_text():
    document = read_html("\ufeff<!doctype html><title>ก</title>".encode())
    assert document.tree.css_first("title").text() == "ก"
    assert document.serialise().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("html", "closed"),
    [
        ("<p>ก</p>\n\n  \n<p>ข</p>", "<p>ก</p>\n<p>ข</p>"),
        ("<b>ก</b> <i>ข</i>\n<p>ค\n\nง</p>", "<b>ก</b> <i>ข</i>\n<p>ค\n\nง</p>"),
        ("</p>\n\n<pre><b>ก</b>\n\n<b>ข</b></pre>", "</p>\n<pre><b>ก</b>\n\n<b>ข</b></pre>"),
        ("<SCRIPT>'>\n\n<'</SCRIPT >\n\n<p>", "<SCRIPT>'>\n\n<'</SCRIPT >\n<p>"),
        ("<textarea>\n\n<</textarea>", "<textarea>\n\n<</textarea>"),
    ],
)
def test_blank_lines_go_where_they_mean_nothing(html, closed):
    assert close_up(html) == closed
