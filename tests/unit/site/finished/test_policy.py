"""The policy on a page, and its links to other sites."""

from __future__ import annotations

import re

import pytest
from ita_site.site.policy.page import guarded, protected

PAGE = """<!doctype html>
<html lang="th">
  <head>
    <meta charset="utf-8">
    <title>หน้า</title>
    <script>one()</script>
  </head>
  <body><article><p>เนื้อหา</p></article></body>
</html>
"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def policy(html):
    [found] = POLICY.findall(protected(html)[0])
    return dict(directive.split(" ", 1) for directive in found.split("; "))


def test_the_policy_comes_after_the_charset_and_before_all_else():
    page, _ = protected(PAGE)
    before, after = POLICY.split(page)[::2]
    assert before.rstrip().endswith('<meta charset="utf-8">')
    assert after.lstrip().startswith("<title>")
    assert POLICY.sub("", page).replace("\n\n", "\n") == PAGE


def test_nothing_is_allowed_but_what_is_named():
    found = policy(PAGE)
    assert found["default-src"] == found["base-uri"] == found["form-action"] == "'none'"
    assert found["style-src"] == "'self'"
    assert re.fullmatch(r"'self' 'sha256-[^']+'", found["script-src"])
    assert "style-src-attr" not in found


def test_no_source_is_another_machine_or_anything_goes():
    sources = {source for value in policy(PAGE).values() for source in value.split()}
    digests = {source for source in sources if source.startswith("'sha256-")}
    assert sources - digests == {"'self'", "'none'", "data:"}


def test_an_aligned_table_and_nothing_else_loosens_the_policy_on_its_page():
    table = PAGE.replace("<p>", '<table><td style="text-align: right;">')
    attributes = policy(table)["style-src-attr"]
    assert re.fullmatch(r"'unsafe-hashes' 'sha256-[^']+'", attributes)


def test_protecting_twice_is_protecting_once():
    once, _ = protected(PAGE)
    assert protected(once)[0] == once
    changed = once.replace("one()", "another()")
    assert protected(changed)[0] == protected(PAGE.replace("one()", "another()"))[0]


def test_what_is_no_page_stays_as_it_is():
    proof = "google-site-verification: google0123456789.html"
    assert protected(proof)[0] == proof


@pytest.mark.parametrize(
    ("link", "safe"),
    [
        (
            '<a href="https://nacc.test/">',
            '<a href="https://nacc.test/" rel="noopener noreferrer">',
        ),
        (
            "<a class='x' href=http://nacc.test/ >",
            "<a class='x' href=http://nacc.test/ rel=\"noopener noreferrer\">",
        ),
        (
            '<a rel="edit noopener" href="HTTPS://git.test/">',
            '<a href="HTTPS://git.test/" rel="edit noopener noreferrer">',
        ),
        ('<a href="../complaints/">', '<a href="../complaints/">'),
        ('<a href="tel:1205">', '<a href="tel:1205">'),
        ('<abbr title="https://x.test">', '<abbr title="https://x.test">'),
    ],
)
def test_links_to_other_sites_are_guarded(link, safe):
    assert guarded(f"<p>{link}ไป</a>") == f"<p>{safe}ไป</a>"
