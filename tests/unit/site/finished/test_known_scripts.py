"""The inline scripts that need no listing."""

from __future__ import annotations

from pathlib import Path

import material
import pytest

import ita_site
from ita_site.site.finished.code import digest, scripts
from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.known_scripts import OURS, is_redirect, known_scripts

LOOK = Path(ita_site.__file__).parent / "site/look"
THEME = Path(material.__file__).parent / "templates"


def test_ours_are_those_of_the_look_and_no_others():
    found = {
        digest(code): file.name
        for file in LOOK.rglob("*.html")
        for code in scripts(HtmlDocument(file.read_text("utf-8")).elements)
    }
    assert found == OURS


def test_the_themes_are_known_as_long_as_they_are_the_same_on_every_page():
    parts = THEME / "partials/javascripts"
    known = known_scripts([str(THEME)])
    for name in ("announce.html", "content.html", "palette.html"):
        found = set(map(digest, scripts(HtmlDocument((parts / name).read_text("utf-8")).elements)))
        assert found, name
        assert found <= known, name
    assert known > OURS.keys()


def test_a_script_in_an_edited_look_is_not_known(tmp_path):
    (tmp_path / "main.html").write_text("<script>a({{ page.url }})</script><script>b()</script>")
    assert known_scripts([str(tmp_path)]) == OURS.keys() | {digest("b()")}
    assert known_scripts([]) == OURS.keys()


REDIRECT = 'var anchor=window.location.hash.substr(1);location.href="{}"+(anchor?"#"+anchor:"")'


@pytest.mark.parametrize("address", ["../o42/", "/2566/o42/#measure-a", "a%20b/?q=1"])
def test_a_redirect_within_the_site_is_known(address):
    assert is_redirect(REDIRECT.format(address))


@pytest.mark.parametrize(
    "address", ["//evil.test/", "https://evil.test/", '"+steal()+"', "javascript:x()", "\\\\e", ""]
)
def test_a_redirect_elsewhere_or_with_code_is_not(address):
    assert not is_redirect(REDIRECT.format(address))
