"""What of a page's code a browser is told to know."""

from __future__ import annotations

import pytest
from ita_site.site.policy.inline import inline_code

HELLO = "'sha256-mTytrf2QssaOZNGNRT1WCtMRd3ocH8LJxQQu5qMUanU='"
"""What openssl says of `hello()`: `printf 'hello()' | openssl dgst -sha256 -binary | base64`."""


@pytest.mark.parametrize(
    "element",
    [
        "<script>hello()</script>",
        '<SCRIPT type="module">hello()</SCRIPT >',
        "<script type=text/javascript async>hello()</script>",
        "<!-- <script>bye()</script> --><script>hello()</script>",
    ],
)
def test_a_script_of_the_theme_is_known_by_its_digest(element):
    assert inline_code(f"<head>{element}</head>").scripts == {HELLO}


def test_a_style_of_the_theme_is_known_by_its_digest():
    found = inline_code("<style>hello()</style>")
    assert (found.styles, found.scripts) == ({HELLO}, frozenset())


@pytest.mark.parametrize(
    "element",
    [
        '<script src="hello.js"></script>',
        "<script async src=hello.js>hello()</script>",
        '<script type="application/json">{"hello": 1}</script>',
        '<script type="application/ld+json">{"hello": 1}</script>',
        "<p>hello()</p>",
    ],
)
def test_files_and_data_need_no_digest(element):
    assert inline_code(element) == inline_code("")


def test_a_browser_counts_one_sign_for_the_end_of_a_line():
    assert inline_code("<script>a\r\nb</script>") == inline_code("<script>a\nb</script>")


@pytest.mark.parametrize(
    ("article", "refused"),
    [
        ("<script>steal()</script>", "steal()"),
        ("</article><script>steal()</script><article>", "steal()"),
        ("<style>p {}</style>", "p {}"),
        ('<p style="color: red">', "color: red"),
        ('<img alt="" onerror="steal()">', '<img alt="" onerror="steal()">'),
        ("<img alt='' ONERROR='steal()'>", "<img alt='' ONERROR='steal()'>"),
    ],
)
def test_nothing_within_an_article_is_blessed(article, refused):
    found = inline_code(f"<article>{article}</article><script>hello()</script>")
    assert found.refused == (refused,)
    assert (found.scripts, found.styles, found.alignments) == ({HELLO}, set(), set())


@pytest.mark.parametrize("side", ["left", "center", "right"])
def test_the_columns_of_a_table_may_be_aligned(side):
    found = inline_code(f'<article><td style="text-align: {side};">5</td></article>')
    assert (len(found.alignments), found.refused) == (1, ())


def test_text_about_code_is_text():
    assert inline_code("<article><p>&lt;script&gt; style=x onload=y</p></article>").refused == ()


def test_two_pages_may_what_each_may():
    both = inline_code("<script>hello()</script>") | inline_code("<style>a</style><p onclick='b'>")
    assert both.scripts == {HELLO}
    assert (len(both.styles), len(both.refused)) == (1, 1)
