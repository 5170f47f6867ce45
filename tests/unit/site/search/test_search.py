"""Our search in the theme's place."""

from __future__ import annotations

import gzip

import pytest

from ita_site.facts.problems import ItaSiteError
from ita_site.site.finished.document import HtmlDocument
from ita_site.site.search.index import Index
from ita_site.site.search.search import WORKERS, Search, is_unused, our_worker
from tests.unit.site.search.test_index import MANY, ONE

THEIRS = f"{WORKERS}/search.a7633da7.min.js"
PAGE = f'<script id="__config">{{"search": "../{THEIRS}"}}</script>'


@pytest.fixture
def theme(tmp_path):
    """A theme's folders: an agency's own, and the theme proper with its worker."""
    (tmp_path / "theme" / WORKERS).mkdir(parents=True)
    (tmp_path / "theme" / THEIRS).write_text("lunr")
    (tmp_path / "theme" / f"{THEIRS}.map").write_text("{}")
    (tmp_path / "overrides").mkdir()
    return [str(tmp_path / "overrides"), str(tmp_path / "theme")]


def test_the_worker_is_small_and_loads_nothing_but_an_index():
    content = our_worker().content
    assert len(gzip.compress(content, mtime=0)) < 3000
    assert content.count(b"fetch(") == 1
    assert b"importScripts" not in content


def started(search, page, address):
    document = HtmlDocument(page)
    assert search.start(document, address)
    return document.tree.css_first("script").text()


def test_a_page_starts_our_worker_for_all_of_a_single_site(theme):
    search = Search(theme, Index(ONE, [], {}))
    assert started(search, PAGE, "2566/") == f'{{"search": "../{our_worker().path}"}}'


def test_a_page_of_a_portals_agency_starts_it_for_this_agency(theme):
    search = Search(theme, Index(MANY, [], {}))
    assert f"{our_worker().path}#tak/" in started(search, PAGE, "tak/2568/o27/")
    assert f"{our_worker().path}#" not in started(search, PAGE, "complaints/")


@pytest.mark.parametrize("page", ["<html></html>", PAGE + PAGE, f"<p>{THEIRS}</p>"])
def test_a_page_that_does_not_name_the_worker_once_starts_none(theme, page):
    document = HtmlDocument(page)
    assert not Search(theme, Index(ONE, [], {})).start(document, "2566/")
    assert not document.is_changed


def test_a_theme_without_a_worker_is_refused(tmp_path):
    with pytest.raises(ItaSiteError, match="one worker expected in the theme, found 0"):
        Search([str(tmp_path)], Index({}, [], {}))


def test_a_theme_with_two_workers_is_refused(theme, tmp_path):
    (tmp_path / "theme" / WORKERS / "search.00000000.min.js").write_text("")
    with pytest.raises(ItaSiteError, match=r"found 2: .+00000000.+a7633da7"):
        Search(theme, Index({}, [], {}))


def test_what_the_theme_brings_for_other_searches_is_unused():
    assert is_unused("assets/javascripts/lunr/min/lunr.th.min.js")
    assert is_unused("assets/javascripts/lunr/wordcut.js")
    assert is_unused("assets/stylesheets/main.618322db.min.css.map")
    assert not is_unused("assets/javascripts/bundle.79ae519e.min.js")
    assert not is_unused("2566/measures.csv")
    assert not is_unused("maps/office.map")
