"""What of a document's code is code, and the digest by which a browser knows it."""

from __future__ import annotations

import pytest

from ita_site.site.finished.code import DIGEST, digest, handlers, scripts, styles
from ita_site.site.finished.document import HtmlDocument

HELLO = "sha256-mTytrf2QssaOZNGNRT1WCtMRd3ocH8LJxQQu5qMUanU="
"""What openssl says of `hello()`: `printf 'hello()' | openssl dgst -sha256 -binary | base64`."""


def elements(html):
    return HtmlDocument(html).elements


@pytest.mark.parametrize(
    "element",
    [
        "<script>hello()</script>",
        '<SCRIPT type="module">hello()</SCRIPT >',
        "<script type=text/javascript async>hello()</script>",
        '<script type="Text/JavaScript">hello()</script>',
        '<script type=" text/JSCRIPT ">hello()</script>',
        '<script type="">hello()</script>',
        '<script language="JavaScript">hello()</script>',
        '<script type="importmap">hello()</script>',
        "<!-- <script>bye()</script> --><script>hello()</script>",
        "<noscript><script>hello()</script></noscript>",
        "<svg><script>hello()</script></svg>",
        "<template shadowrootmode=open><script>hello()</script></template>",
        "<template><template><script>hello()</script></template></template>",
        '<iframe srcdoc="<script>hello()</script>"></iframe>',
        "<title></title><script>hello()</script><textarea><script>bye()</script></textarea>",
        "<p title='</p><script>bye()</script>'><script>hello()</script>",
    ],
)
def test_a_script_is_known_by_its_digest_wherever_it_stands(element):
    assert list(map(digest, scripts(elements(element)))) == [HELLO]
    assert DIGEST.fullmatch(HELLO)


@pytest.mark.parametrize(
    "element",
    [
        '<script src="hello.js"></script>',
        "<script async src=hello.js>hello()</script>",
        '<svg><script href="hello.js">hello()</script></svg>',
        '<script type="application/json">{"hello": 1}</script>',
        '<script type="application/ld+json">{"hello": 1}</script>',
        '<script type="APPLICATION/LD+JSON">{"hello": 1}</script>',
        '<script type="text/later">hello()</script>',
        '<script type="text/template" language="javascript">hello()</script>',
        "<script> </script>",
        "<p>hello()</p>",
        "<p>&lt;script&gt;hello()&lt;/script&gt;</p>",
    ],
)
def test_files_and_data_need_no_digest(element):
    assert list(scripts(elements(element))) == []


def test_a_browser_counts_one_sign_for_the_end_of_a_line():
    for text in ("a\r\nb", "a\rb"):
        assert list(scripts(elements(f"<script>{text}</script>"))) == ["a\nb"]


@pytest.mark.parametrize(
    ("element", "found"),
    [
        ('<img alt="" onerror="steal()">', 'onerror="steal()"'),
        ("<img alt='' ONERROR='steal()'>", 'onerror="steal()"'),
        ("<svg/onload=steal()>", 'onload="steal()"'),
        ('<a href="javascript:steal()">', 'href="javascript:steal()"'),
        ('<a href=" JaVa&#10;Script:steal()">', 'href=" JaVa\nScript:steal()"'),
        ('<svg><a xlink:href="javascript:x()"></a></svg>', 'xlink:href="javascript:x()"'),
        ('<iframe src="javascript:x()"></iframe>', 'src="javascript:x()"'),
        ('<button formaction="vbscript:x()">', 'formaction="vbscript:x()"'),
        ('<svg><animate values="#a;javascript:x()"/></svg>', 'values="#a;javascript:x()"'),
    ],
)
def test_code_in_attributes_and_links_is_found(element, found):
    assert list(handlers(elements(element))) == [found]


def test_text_about_code_is_text():
    html = '<article><p title="onload=y javascript:">&lt;p onload=y&gt; onload=y</p></article>'
    assert list(handlers(elements(html))) == []


def test_a_style_of_the_theme_is_known_by_its_digest():
    own, refused = styles(elements("<style>hello()</style>"), set())
    assert (own.styles, own.scripts, refused) == ({HELLO}, frozenset(), [])


@pytest.mark.parametrize(
    ("article", "refused"),
    [
        ("<style>p {}</style>", "p {}"),
        ("<div></article><style>p {}</style></div>", "p {}"),
        ('<p style="color: red">', "color: red"),
        ('<p style="text-align: left; color: red">', "text-align: left; color: red"),
    ],
)
def test_no_style_of_a_pages_content_is_blessed(article, refused):
    html = f"<head><style>hello()</style></head><body><article>{article}</article>"
    document = HtmlDocument(html)
    content = {node.mem_id for node in document.tree.css("body style")}
    own, found = styles(document.elements, content)
    assert found == [refused]
    assert (own.styles, own.alignments) == ({HELLO}, frozenset())


@pytest.mark.parametrize("side", ["left", "center", "right"])
def test_the_columns_of_a_table_may_be_aligned(side):
    table = f'<table><tr><td style="text-align: {side};">5</table>'
    own, refused = styles(elements(table), set())
    assert (own.alignments, refused) == ({digest(f"text-align: {side};")}, [])


def test_two_documents_may_what_each_may():
    one, _ = styles(elements("<style>a</style>"), set())
    other, _ = styles(elements("<p style='text-align: left;'>"), set())
    assert (one | other).styles == {digest("a")}
    assert (one | other).alignments == {digest("text-align: left;")}
