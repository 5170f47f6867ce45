"""The link to a PDF file."""

from __future__ import annotations

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.offers import offer_pdf

PAGE = (
    '<!DOCTYPE html>\n<html><head></head><body><p>ก <!-- ita:pdf <a class="x" href="a.pdf">'
    "พิมพ์</a> --> ข</p><!-- อื่น --></body></html>"
)


def offered(page, *, made):
    document = HtmlDocument(page)
    offer_pdf(document, made=made)
    return document


def test_the_link_is_shown_when_there_is_a_file_and_gone_when_there_is_none():
    link = '<a class="x" href="a.pdf">พิมพ์</a>'
    whole = PAGE.replace(f"<!-- ita:pdf {link} -->", link)
    assert offered(PAGE, made=True).serialise() == whole
    assert offered(PAGE, made=False).serialise() == whole.replace(link, "")


def test_a_page_that_offers_none_does_not_change():
    document = offered("<p>ita:pdf ในข้อความ</p><!-- อื่น -->", made=True)
    assert not document.is_changed
