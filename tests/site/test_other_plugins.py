"""Beside the plugins that people combine with MkDocs: each does its part, and so do we."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.site.project import Run, run
from tests.site.small_project import NOTHING_DUE, small_project

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

OURS = "2566/o42/index.md"


@dataclass
class Site:
    """A built site."""

    folder: Path
    said: str

    def page(self, address: str) -> BeautifulSoup:
        """A page, parsed."""
        return BeautifulSoup((self.folder / address / "index.html").read_text("utf-8"), "lxml")

    def navigation(self) -> list[str]:
        """The addresses in the navigation of the page `about/`, from the root."""
        links = self.page("about").select("nav.md-nav--primary a")
        return [str(link["href"]).removeprefix("../") for link in links]


@dataclass(frozen=True)
class Neighbour:
    """A plugin as it is usually set up, and what it must bring about."""

    plugins: str
    has_done: Callable[[Site], bool]
    files: Mapping[str, str] = field(default_factory=dict)


def _has_history(site: Site) -> bool:
    dates = {at: bool(site.page(at).select(".md-source-file__fact")) for at in ("about", "2566")}
    return dates == {"about": True, "2566": False}  # what has no file would say when it was built


GUIDE = {"content/guide/index.md": "# คู่มือ\n", "content/guide/more.md": "# เพิ่ม\n"}
GENERATED = """\
    import mkdocs_gen_files

    with mkdocs_gen_files.open("made.md", "w", encoding="utf-8") as made:
        made.write("# สร้างแล้ว\\n\\n<!-- ita:complaints -->\\n")
    with mkdocs_gen_files.open("2566/o42/index.md", "r", encoding="utf-8") as ours:
        assert "measure-a" in ours.read()
    mkdocs_gen_files.set_edit_path("made.md", "../generate.py")
    """
POST = """\
    ---
    date: 2026-01-02
    slug: first
    categories: [ประกาศ]
    ---
    # ข่าวแรก

    ต้น

    <!-- more -->

    ปลาย
    """
NEIGHBOURS = {
    "gen-files": Neighbour(
        "[ita-site, gen-files: {scripts: [generate.py]}]",
        lambda site: (
            site.page("made").select_one(".ita-block a[href$='complaints/']") is not None
            and "made/" in site.navigation()
            and "generate.py" in str(site.page("made").select_one("a[rel~=edit]"))
        ),
        {"generate.py": GENERATED},
    ),
    "awesome-nav": Neighbour(
        "[ita-site, awesome-nav]",
        lambda site: site.navigation()[:2] == ["complaints/", "./"],
        {"content/.nav.yml": "nav: [complaints, about.md, '*']\n"},
    ),
    "literate-nav": Neighbour(
        "[ita-site, literate-nav]",
        lambda site: site.navigation()[:2] == ["2566/o42/", "./"],
        {"content/SUMMARY.md": f"* [มาตรการ]({OURS})\n* [เรา](about.md)\n* *.md\n* */\n"},
    ),
    "section-index": Neighbour(
        "[ita-site, awesome-nav, section-index]",
        lambda site: (
            "guide/" in site.navigation()
            and [
                str(link["href"])
                for link in site.page("guide/more").select("details[open] a.md-nav__link")
            ]
            == ["../", "./"]
        ),
        GUIDE,
    ),
    "blog": Neighbour(
        "[ita-site, blog]",
        lambda site: (
            "ต้น" in site.page("blog").get_text()
            and "ปลาย" not in site.page("blog").get_text()
            and "ปลาย" in site.page("blog/2026/01/02/first").get_text()
            and site.page("blog/archive/2026").select_one("article") is not None
        ),
        {"content/blog/index.md": "# ข่าว\n", "content/blog/posts/first.md": POST},
    ),
    "tags": Neighbour(
        "[ita-site, tags]",
        lambda site: "จัดซื้อ" in site.page("tags").get_text(),
        {
            "content/tags.md": "# ป้าย\n\n<!-- material/tags -->\n",
            "content/tagged.md": "---\ntags: [จัดซื้อ]\n---\n\n# มีป้าย\n",
        },
    ),
    "redirects": Neighbour(
        f"[ita-site, redirects: {{redirect_maps: {{old.md: about.md, o42.md: {OURS}}}}}]",
        lambda site: all(
            f"url={target}" in str(site.page(old).select_one("meta[http-equiv=refresh]"))
            for old, target in (("old", "../about/"), ("o42", "../2566/o42/"))
        ),
    ),
    "git-revision-date-localized": Neighbour(
        "[ita-site, git-revision-date-localized: {enable_creation_date: true}]", _has_history
    ),
    "minify": Neighbour(
        "[minify: {minify_html: true}, ita-site]",
        lambda site: "\n\n" not in (site.folder / "about/index.html").read_text("utf-8"),
    ),
}


@pytest.fixture
def build(tmp_path):
    """Builds a small project with these plugins and files, strictly."""

    def build(plugins: str, files: Mapping[str, str]) -> Run:
        project = small_project(tmp_path, files, plugins=plugins.replace("[", "[search, ", 1))
        return run(project, "mkdocs", "build", "--strict", env=NOTHING_DUE)

    return build


def _is_page(file: Path) -> bool:
    return "http-equiv=refresh" not in file.read_text("utf-8").replace('"', "")


@pytest.mark.thorough
@pytest.mark.parametrize("name", NEIGHBOURS)
def test_both_do_their_part(build, tmp_path, name):
    neighbour = NEIGHBOURS[name]
    site = Site(tmp_path / "site", build(neighbour.plugins, neighbour.files).succeeded().log)
    pages = [file for file in site.folder.rglob("*.html") if _is_page(file)]
    lacking = [file for file in pages if "complaint-banner" not in file.read_text("utf-8")]
    assert lacking == []
    assert site.page("2566/o42").select_one("#measure-a") is not None
    assert site.page("2566/o43").select_one("main article") is not None
    assert site.page("eit").select_one("[data-ita=eit-qr] svg") is not None
    assert neighbour.has_done(site)


def test_a_mistaken_block_of_a_generated_page_is_no_silent_gap(build):
    script = GENERATED.replace("ita:complaints", "ita:complaint")
    result = build(NEIGHBOURS["gen-files"].plugins, {"generate.py": script})
    assert result.code == 1
    assert "made.md:3:1: error ITA501" in result.log


def test_static_i18n_is_refused_in_words(build):
    languages = "[{locale: th, default: true, name: ไทย}, {locale: en, name: English}]"
    result = build(f"[ita-site, i18n: {{languages: {languages}}}]", {})
    assert result.code == 1
    assert "Traceback" not in result.log
    assert "ใช้ปลั๊กอิน i18n (mkdocs-static-i18n) ร่วมกับ ita-site ไม่ได้" in result.log
