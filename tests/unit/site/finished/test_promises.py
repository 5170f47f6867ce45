"""What a page of the theme has to have."""

from __future__ import annotations

import pytest

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.promises import BuiltPage, broken_promises

BANNER = '<aside data-ita="complaint-banner">ทุจริต <a href="../complaints/">แจ้ง</a></aside>'
SAMPLE = '<aside class="ita-sample">ข้อมูลสาธิต</aside>'
PAGE = f'<html lang="th"><body>{BANNER}{SAMPLE}<h1>หน้า</h1></body></html>'


def broken(html, address="eit/", *, is_sample=True):
    return list(broken_promises(HtmlDocument(html), BuiltPage(address, is_sample=is_sample)))


def test_a_page_with_everything_breaks_none():
    assert broken(PAGE) == []
    assert broken(PAGE.replace(SAMPLE, ""), is_sample=False) == []
    assert broken(PAGE.replace("../complaints/", "./"), "tak/complaints/") == []


@pytest.mark.parametrize(
    ("part", "instead", "problem"),
    [
        (BANNER, "", ("ITA506", "")),
        (BANNER, f"<!-- {BANNER} -->", ("ITA506", "")),
        (BANNER, f"<div hidden>{BANNER}</div>", ("ITA506", "")),
        (BANNER, f"<template>{BANNER}</template>", ("ITA506", "")),
        (BANNER, f"<noscript>{BANNER}</noscript>", ("ITA506", "")),
        ("../complaints/", "../", ("ITA506", "")),
        ('ทุจริต <a href="../complaints/">แจ้ง</a>', "", ("ITA506", "")),
        (SAMPLE, "", ("ITA507", "")),
        (SAMPLE, '<p class="ita-sample" hidden>ข้อมูลสาธิต</p>', ("ITA507", "")),
        (SAMPLE, '<p class="ita-sample"> </p>', ("ITA507", "")),
        (' lang="th"', "", ("ITA508", "")),
        ("th", "en", ("ITA508", "en")),
        ("<h1>หน้า</h1>", "", ("ITA509", "0")),
        ("<h1>หน้า</h1>", "<h1>หน้า</h1><h1>อีก</h1>", ("ITA509", "2")),
    ],
)
def test_each_promise_is_held(part, instead, problem):
    assert part in PAGE
    assert broken(PAGE.replace(part, instead, 1)) == [problem]
