"""A page made from facts: as it was finished before, where the host gave the same again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from ita_site.site.build_cache import BuildCache
from ita_site.site.finished.built_site import BuiltSite
from ita_site.site.finished.finish import finish_site
from ita_site.site.finished.page import PICTURE
from ita_site.site.finished.promises import BuiltPage
from ita_site.site.search.index import Index
from ita_site.site.search.search import Search

HTML = """\
<!DOCTYPE html>
<html lang="th"><head><title>หน้า</title></head><body>
<article><h1>แผนป้องกันการทุจริต</h1><p {more}>เผยแพร่แล้ว</p></article>
</body></html>
"""
ADDRESS = "provinces/tak/"
NAME = f"{ADDRESS}index.html"
PAGE = BuiltPage(ADDRESS)


class Counted(BuildCache):
    """Counts what had to be made."""

    made = 0

    def get(self, made_from, make):
        def counted() -> bytes:
            self.made += 1
            return make()

        return super().get(made_from, counted)


@pytest.fixture
def finish(tmp_path):
    """Build and finish a site of one page; gives its bytes, its problems and what was made."""

    def build(page=PAGE, more="", **told: object):
        folder, content = tmp_path / "site", tmp_path / "content"
        for path in (folder / ADDRESS, content):
            path.mkdir(parents=True, exist_ok=True)
        (folder / NAME).write_text(HTML.format(more=more), "utf-8")
        site = BuiltSite(folder, "", content, {NAME: page}, frozenset(), None, has_pdf=False)
        cache = Counted(tmp_path / "cache", "")
        finished = finish_site(replace(site, **{"cache": cache, **told}))
        html = (folder / NAME).read_bytes() if (folder / NAME).is_file() else b""
        return html, finished.problems, cache.made

    return build


def test_the_same_page_is_finished_once_and_all_is_told_again(finish):
    html, problems, made = finish()
    assert made == 2  # the page, and stylesheets of which there are none
    assert problems
    assert finish() == (html, problems, 0)
    assert finish(cache=None)[:2] == (html, problems)


@pytest.mark.parametrize(
    "told",
    [
        {"more": "hidden"},
        {"page": BuiltPage(ADDRESS, agency="เทศบาลป้องกันการ")},
        {"page": BuiltPage(ADDRESS, is_sample=True)},
        {"has_pdf": True},
    ],
)
def test_another_page_is_finished_anew(finish, told):
    finish()
    anew = finish(**told)
    assert anew[2] == 1
    assert anew[:2] == finish(**told, cache=None)[:2]


def test_hand_written_pages_and_those_with_pictures_are_always_finished(finish, tmp_path):
    (tmp_path / "site").mkdir()
    picture = tmp_path / "site/a.png"
    for width in (5, 7):
        Image.new("1", (width, 5)).save(picture)
        html, _, _ = finish(more='><img src="/a.png" alt=""')
        assert PICTURE in html
        assert f'width="{width}"'.encode() in html
    written = BuiltPage(ADDRESS, source="about.md")
    first = finish(written)
    (tmp_path / "content/about.md").write_text("# หน้า\n", "utf-8")
    assert finish(written)[1] != first[1]  # whose places are in that file


def test_a_page_that_cannot_be_read_is_left_out_each_time_and_told(finish):
    first = finish(more='><meta charset="tis-620"')
    html, problems, made = finish(more='><meta charset="tis-620"')
    assert (html, made) == (b"", 0)
    assert [problem.code for problem in problems] == ["ITA513"]
    assert (html, problems) == first[:2]


class Searching(Search):
    """A search whose worker no page names."""

    their_worker = ""

    def __init__(self) -> None:
        self._index = Index({}, [], {})

    def start(self, *_: object) -> bool:
        return True


def test_the_search_has_what_the_page_says_and_nothing_of_one_that_is_not_searched(finish):
    said = []
    for _ in range(2):
        search = Searching()
        finish(search=search)
        said.append(next(search.indexes()).content)
    assert "แผนป้องกันการทุจริต".encode() in said[0]
    assert said[0] == said[1]
    unsearched, search = replace(PAGE, is_searched=False), Searching()
    search.take_in(ADDRESS, [{"location": ADDRESS, "title": "หน้าเดิม", "text": ""}])
    finish(unsearched, search=search)
    search = Searching()
    search.take_in(ADDRESS, [{"location": ADDRESS, "title": "หน้าใหม่", "text": ""}])
    finish(unsearched, search=search)
    assert "หน้าใหม่".encode() in next(search.indexes()).content
