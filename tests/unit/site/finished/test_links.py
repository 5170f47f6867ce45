"""Links to other sites."""

from __future__ import annotations

import pytest

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.links import guard_links


@pytest.mark.parametrize(
    ("link", "rel"),
    [
        ('<a href="https://nacc.test/">', "noopener noreferrer"),
        ("<a class='x' href=http://nacc.test/ >", "noopener noreferrer"),
        ('<a rel="edit noopener" href="HTTPS://git.test/">', "edit noopener noreferrer"),
        ('<a href="//nacc.test/">', "noopener noreferrer"),
        ('<a href="\\\\nacc.test/">', "noopener noreferrer"),
        ('<map><area href="https://nacc.test/"></map>', "noopener noreferrer"),
        ('<a href="https://x.test" title="a > b">', "noopener noreferrer"),
    ],
)
def test_links_to_other_sites_are_guarded(link, rel):
    document = HtmlDocument(f"<p>{link}ไป")
    guard_links(document)
    assert document.is_changed
    assert document.tree.css_first("[href]").attributes["rel"] == rel


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../complaints/">',
        '<a href="tel:1205">',
        '<a href="mailto:a@nacc.test">',
        '<abbr title="https://x.test">',
        '<a href="https://x.test" rel="noreferrer noopener">',
        "<a>",
    ],
)
def test_others_stay_as_they_are(html):
    document = HtmlDocument(html)
    guard_links(document)
    assert not document.is_changed
