"""What is cut from a stylesheet, and above all what is not."""

from __future__ import annotations

import hashlib

import pytest

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.use import styles_used
from ita_site.site.minify import Stylesheet, Use, bare_scripts, minify_stylesheets
from ita_site.site.theme import LOOK

PAGE = (
    '<body dir="ltr" data-md-color-primary="custom"><p class="md-search lead"><em>…</em></p></body>'
)


def gathered(page):
    return styles_used(HtmlDocument(page).elements)


def cut(rule, use):
    return str(Stylesheet(rule, use))


def without_unread(text, others):
    sheet = Stylesheet(text, ALL)
    sheet.drop_unread(others)
    return str(sheet)


ALL = Use(frozenset({"p", "em"}), frozenset({"lead", "md-search"}), frozenset({("dir", "ltr")}))
USED = gathered(PAGE).with_scripts([])


@pytest.mark.parametrize(
    "rule",
    [
        ".lead{color:red}",
        "p,p em{color:red}",
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
        "h9{color:red}",
        ".lead>kbd::before{color:red}",
    ],
)
def test_what_applies_to_nothing_goes(rule):
    assert cut(rule, USED) == ""


def test_of_several_selectors_those_stay_that_may_match():
    assert cut(".absent p,.lead,p .absent{color:red}", USED) == ".lead{color:red}"


def test_a_script_adds_classes_of_the_families_on_the_pages_and_no_others():
    script = 'open("md-search__link md-annotation__index tabbed-control")'
    used = gathered(PAGE).with_scripts([script])
    assert {"md-search__link"} == {name for name in used.classes if "_" in name}
    assert "tabbed-control" not in used.classes
    called = gathered('<div class="annotate"></div>').with_scripts(['"md-annotation__index"'])
    assert "md-annotation__index" in called.classes


def test_what_marks_the_lines_is_written_after_pages_were_looked_at_and_kept():
    for rule in ("ita-whole wbr{color:red}", "ita-dot{color:red}"):
        assert cut(rule, USED) == rule


def test_a_script_may_make_an_element_that_it_names():
    assert cut("mark{color:red}", USED) == ""
    made = gathered(PAGE).with_scripts(['document.createElement("mark")'])
    assert cut("mark{color:red}", made) == "mark{color:red}"


def test_a_diagrams_variables_go_where_there_is_none(tmp_path):
    (sheets := tmp_path / "assets/stylesheets").mkdir(parents=True)
    (tmp_path / "bundle.js").write_text('"fill:var(--md-mermaid-node)"')
    path = sheets / "main.01234567.min.css"
    for page, kept in (("<p>", ""), ('<p class="mermaid">', ":root{--md-mermaid-node:red}")):
        path.write_text(":root{--md-mermaid-node:red}")
        minify_stylesheets(tmp_path, gathered(f"<html>{page}").with_scripts)
        [written] = sheets.iterdir()
        assert written.read_text() == kept
        written.rename(path)


def test_classes_are_read_however_they_are_quoted():
    page = "<a class='one two'></a><b class=three></b><i\nclass=\"four\nfive\"></i>"
    assert gathered(page).with_scripts([]).classes == {"one", "two", "three", "four", "five"}


def test_variables_that_nothing_reads_go_with_those_that_only_they_read():
    sheet = ":root{--a:1px;--b:var(--a);--c:url('data:x;--a:y')}p{margin:0;--d:1}"
    assert without_unread(sheet, []) == "p{margin:0}"
    assert without_unread(sheet, ["a{margin:var(--b)}"]) == ":root{--a:1px;--b:var(--a)}p{margin:0}"
    assert "--d:1" in without_unread(sheet, ['style.getPropertyValue("--d")'])


SITE_PAGE = '<p class="seen">'


def make(folder, page=SITE_PAGE):
    sheets = folder / "assets/stylesheets"
    sheets.mkdir(parents=True)
    (folder / "index.html").write_text(page)
    (sheets / "main.01234567.min.css").write_text(".seen{color:red}.unseen{color:red}")
    (sheets / "ita.css").write_text("/* ours */\n.seen { --x: 1 }\n.unseen { --x: 1 }\n")
    (sheets / "officers.css").write_text(".unseen { width: var(--x) }\n")
    return folder


def minify(folder):
    page = folder / "index.html"
    return minify_stylesheets(folder, gathered(page.read_text()).with_scripts)


def contents(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_a_name_with_a_digest_changes_with_the_content(tmp_path):
    names = minify(make(tmp_path))
    digest = hashlib.sha256(b".seen{color:red}").hexdigest()[:8]
    assert names == {"main.01234567.min.css": f"main.{digest}.min.css"}
    name = f"assets/stylesheets/main.{digest}.min.css"
    assert contents(tmp_path) == {
        "index.html": SITE_PAGE,
        name: ".seen{color:red}",
        "assets/stylesheets/ita.css": ".seen{--x:1}",
        "assets/stylesheets/officers.css": ".unseen { width: var(--x) }\n",
    }


def test_the_same_pages_give_the_same_files(tmp_path):
    one, other = make(tmp_path / "one"), make(tmp_path / "other")
    minify(one)
    minify(other)
    assert contents(one) == contents(other)
    minify(other)
    assert contents(one) == contents(other)


def test_a_page_that_uses_more_keeps_more(tmp_path):
    minify(make(tmp_path, SITE_PAGE + '<p class="unseen">'))
    assert ".unseen{--x:1}" in contents(tmp_path)["assets/stylesheets/ita.css"]


def test_our_scripts_lose_their_remarks_and_others_stay(tmp_path):
    ours, other = (tmp_path / f"assets/javascripts/{name}.js" for name in ("leave", "own"))
    ours.parent.mkdir(parents=True)
    source = (LOOK / "assets/javascripts/leave.js").read_text("utf-8")
    ours.write_text(source, "utf-8")
    other.write_text("// mine\nalert(1)\n", "utf-8")
    bare_scripts(tmp_path)
    assert source.startswith("//")
    assert "//" not in ours.read_text("utf-8").replace("https://", "")
    kept = ours.read_text("utf-8").splitlines()
    assert kept == [line.strip() for line in source.splitlines() if not line.startswith("//")]
    assert other.read_text("utf-8") == "// mine\nalert(1)\n"
