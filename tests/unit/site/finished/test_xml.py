"""Documents that a browser reads as XML."""

from __future__ import annotations

import pytest
from lxml import etree

from ita_site.site.finished.code import handlers, scripts
from ita_site.site.finished.document import UnreadableError
from ita_site.site.finished.loads import foreign_hosts
from ita_site.site.finished.xml import XmlDocument

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml">{}</html>'
XSL = '<x xmlns:h="http://www.w3.org/1999/xhtml">{}</x>'


def read(text):
    return XmlDocument(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        SVG.format("<script>x()</script>"),
        SVG.format("<script><![CDATA[x()]]></script>"),
        XHTML.format("<body><script>x()</script></body>"),
        XSL.format("<h:script>x()</h:script>"),
        '<!DOCTYPE svg [<!ENTITY e "x()">]>' + SVG.format("<script>&e;</script>"),
        "<!DOCTYPE svg [<!ENTITY e \"<script xmlns='http://www.w3.org/2000/svg'>x()</script>\">]>"
        + SVG.format("&e;"),
    ],
)
def test_a_script_is_found_however_it_is_written(text):
    assert list(scripts(read(text).elements)) == ["x()"]


def test_handlers_and_what_is_fetched_are_found():
    drawing = read(SVG.format('<g onload="x()"><image xlink:href="https://evil.test/i"/></g>'))
    assert list(handlers(drawing.elements)) == ['onload="x()"']
    assert list(foreign_hosts(drawing.elements, "")) == [("https://evil.test/i", "evil.test")]


def test_a_feed_and_a_sitemap_do_nothing():
    feed = read('<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.test/"/></feed>')
    assert feed.elements == []


def test_a_stylesheet_of_another_host_is_fetched():
    feed = read('<?xml-stylesheet href="https://evil.test/a.css"?><a/>')
    assert [host for _, host in foreign_hosts(feed.elements, "")] == ["evil.test"]


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script>",
        b'<?xml version="1.0" encoding="windows-874"?><a/>',
        b'<?xml-stylesheet type="text/xsl" href="a.xsl"?><a/>',
        "<a>ก</a>".encode("cp874"),
        b"",
    ],
)
def test_what_a_browser_may_read_otherwise_is_refused(content):
    with pytest.raises(UnreadableError):
        XmlDocument(content)


@pytest.mark.parametrize("head", ["<head><title>ก</title></head>", ""])
def test_a_page_gets_its_policy_first_in_its_head_and_a_drawing_cannot_carry_one(head):
    page = read(XHTML.format(f"{head}<body/>"))
    assert page.is_page
    protected = etree.fromstring(page.with_policy("default-src 'none'"))
    assert protected[0].tag == "{http://www.w3.org/1999/xhtml}head"
    assert dict(protected[0][0].attrib) == {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'",
    }
    assert XmlDocument(page.with_policy("a")).with_policy("b").count(b"Content-Security") == 1
    assert not read(SVG.format("")).is_page
