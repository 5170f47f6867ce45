"""What is cut from a stylesheet, and above all what is not."""

from __future__ import annotations

import pytest
from ita_site.site.minify.stylesheet import cut, without_unread
from ita_site.site.minify.use import use

PAGE = '<body dir="ltr" data-md-color-primary="custom"><p class="md-search lead">…</p></body>'
USED = use([PAGE], [])


@pytest.mark.parametrize(
    "rule",
    [
        ".lead{color:red}",
        "p,h9{color:red}",
        "[dir=ltr] .lead{color:red}",
        "[aria-sort=ascending]{color:red}",
        "[data-md-toggle=search]:checked~.lead{color:red}",
        ".lead:not(.absent){color:red}",
        ".lead:is(.absent,.lead){color:red}",
        "p:has(>.absent){color:red}",
        '.lead::after{content:".absent{}"}',
        '.lead{background:url("data:image/svg+xml;charset=utf-8,<svg/>")}',
        ".lead{width:1.5rem}",
        "@media (width>40em){.lead{color:red}}",
        "@supports (color:red){@media print{.lead{color:red}}}",
        '@charset "utf-8";',
        "@page :first{margin-top:14mm}",
        "@font-face{font-family:Sarabun;src:url(a.woff2)}",
        "@keyframes in{0%{opacity:0}to{opacity:1}}",
    ],
)
def test_what_may_apply_stays_as_it_is(rule):
    assert cut(rule, USED) == rule
    assert without_unread(rule, []) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".absent{color:red}",
        ".lead .absent>p{color:red}",
        ".lead.absent{color:red}",
        "[dir=rtl] .lead{color:red}",
        "[data-md-color-primary=teal]{color:red}",
        "@media print{.absent{color:red}}",
        ".lead{}",
    ],
)
def test_what_applies_to_nothing_goes(rule):
    assert cut(rule, USED) == ""


def test_of_several_selectors_those_stay_that_may_match():
    assert cut(".absent p,.lead,p .absent{color:red}", USED) == ".lead{color:red}"


def test_a_script_adds_classes_of_the_families_on_the_pages_and_no_others():
    used = use([PAGE], ['open("md-search__link md-annotation__index tabbed-control")'])
    assert {"md-search__link"} == {name for name in used.classes if "_" in name}
    assert "tabbed-control" not in used.classes
    called = use(['<div class="annotate"></div>'], ['"md-annotation__index"'])
    assert "md-annotation__index" in called.classes


def test_classes_are_read_however_they_are_quoted():
    page = "<a class='one two'></a><b class=three></b><i\nclass=\"four\nfive\"></i>"
    assert use([page], []).classes == {"one", "two", "three", "four", "five"}


def test_variables_that_nothing_reads_go_with_those_that_only_they_read():
    sheet = ":root{--a:1px;--b:var(--a);--c:url('data:x;--a:y')}p{margin:0;--d:1}"
    assert without_unread(sheet, []) == "p{margin:0}"
    assert without_unread(sheet, ["a{margin:var(--b)}"]) == ":root{--a:1px;--b:var(--a)}p{margin:0}"
    assert "--d:1" in without_unread(sheet, ['style.getPropertyValue("--d")'])
