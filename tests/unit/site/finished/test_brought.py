"""Scripts and styles beside the pages: what no setting names is found however it is written."""

from __future__ import annotations

import pytest

from ita_site.site.finished.brought import Beside, scripts_brought, styles_brought
from ita_site.site.finished.code import digest_of
from ita_site.site.finished.document import HtmlDocument

CODE = b"alert(1)"
SITE = "https://ita.test.example/sub/"


@pytest.fixture
def content(tmp_path):
    for name in ("x.js", "pages/x.js", "ก.js", "x.css", "listed.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(CODE)
    return tmp_path


def brought(content, html, page="pages/index.html", address=SITE, allowed=()):
    beside = Beside(content, address, frozenset({"listed.js"}))
    elements = HtmlDocument(html).elements
    scripts = scripts_brought(elements, page, beside, allowed)
    return [*(found for found, _ in scripts), *styles_brought(elements, page, beside)]


@pytest.mark.parametrize("address", [SITE, ""])
@pytest.mark.parametrize(
    "source",
    [
        "x.js",
        "../x.js",
        ".%2E/x.js",
        "./x.js?v=1#a",
        " x.js",
        "..\\x.js",
        "../%E0%B8%81.js",
        "/x.js",
    ],
)
def test_a_script_is_found_however_it_is_written(content, source, address):
    assert brought(content, f'<script src="{source}"></script>', address=address) == [source]


@pytest.mark.parametrize("source", ["/sub/x.js", f"{SITE}x.js", "//ITA.test.example/sub/x.js"])
def test_so_it_is_by_the_sites_whole_address(content, source):
    assert brought(content, f'<script src="{source}"></script>') == [source]


def test_a_drawings_script_and_a_style_are_found(content):
    assert brought(content, '<svg><script href="x.js"></script></svg>') == ["x.js"]
    assert brought(content, '<link rel="alternate StyleSheet" href="../x.css">') == ["../x.css"]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="../listed.js"></script>',
        '<script src="../assets/javascripts/bundle.js"></script>',
        '<script src="https://x.example/x.js"></script>',
        '<script src="http://["></script>',
        '<script src=""></script><script>1</script>',
        '<link rel="icon" href="../x.css"><link rel="stylesheet" href="../assets/a.css">',
        '<img src="x.js"><a href="x.js">ก</a>',
    ],
)
def test_what_is_listed_or_no_hand_written_file_is_left_alone(content, html):
    assert brought(content, html) == []


def test_a_script_that_was_allowed_may_run(content):
    html = '<script src="x.js"></script>'
    assert brought(content, html, allowed={digest_of(CODE)}) == []
