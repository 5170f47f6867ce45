"""The policy in a document."""

from __future__ import annotations

import re

import pytest

from ita_site.site.finished.code import Inline, digest
from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.policy import content_security_policy, put_policy

PAGE = """<!DOCTYPE html>
<html lang="th"><head>
    <meta charset="utf-8">
    <title>หน้า</title>
    <script>one()</script>
  </head>
  <body><article><p>เนื้อหา</p></article>
</body></html>"""
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
POLICY = content_security_policy(Inline())


def protected(html, policy=POLICY):
    document = HtmlDocument(html)
    put_policy(document, policy)
    return document.serialise()


def directives(inline):
    return dict(part.split(" ", 1) for part in content_security_policy(inline).split("; "))


def test_the_policy_comes_after_the_charset_and_before_all_else_and_nothing_else_changes():
    page = protected(PAGE)
    before, policy, after = META.split(page)
    assert policy == POLICY
    assert before.rstrip().endswith('<meta charset="utf-8">')
    assert after.lstrip().startswith("<title>")
    assert before.rstrip("\n") + after == PAGE


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><!-- <head> --><html><head><title>c</title></head><body></body></html>",
        "<title>nohead</title><p>hi<script>x()</script>",
        "<p>hi",
        "",
        "<!-- <head> -->",
        "<HTML><BODY><HEAD></HEAD><script>x()</script>",
        "<html><head data-x='>'><script>x()</script>",
        "<frameset><frame></frameset>",
        "<title>late</title><meta charset=utf-8><script>x()</script>",
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><script>x()</script>',
    ],
)
def test_every_document_has_it_first_in_the_head_that_a_browser_makes(html):
    tree = HtmlDocument(protected(html)).tree
    charset, policy, *_ = list(tree.head.iter())
    assert charset.attributes["charset"].lower() == "utf-8"
    assert policy.attributes == {"http-equiv": "Content-Security-Policy", "content": POLICY}


def test_nothing_is_allowed_but_what_is_named():
    found = directives(Inline(scripts=frozenset({digest("one()")})))
    assert found["default-src"] == found["base-uri"] == found["form-action"] == "'none'"
    assert found["style-src"] == "'self'"
    assert found["script-src"] == f"'self' '{digest('one()')}'"
    assert "style-src-attr" not in found


def test_no_source_is_another_machine_or_anything_goes():
    sources = {source for value in directives(Inline()).values() for source in value.split()}
    assert sources == {"'self'", "'none'", "data:"}


def test_an_aligned_table_and_nothing_else_loosens_the_policy_on_its_page():
    aligned = digest("text-align: right;")
    found = directives(Inline(alignments=frozenset({aligned})))
    assert found["style-src-attr"] == f"'unsafe-hashes' '{aligned}'"


def test_protecting_twice_is_protecting_once():
    once = protected(PAGE)
    assert protected(once) == once
    other = content_security_policy(Inline(scripts=frozenset({digest("other()")})))
    assert protected(once, other) == protected(PAGE, other)
