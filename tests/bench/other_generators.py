"""The pages of a portal, built by Zensical and by Hugo.

Zensical reads what was staged as Markdown for MkDocs. Hugo gets the finished articles as HTML and
a layout that only adds a title: as little as a generator of pages can do.
"""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from tests.bench.clock import REPOSITORY, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.clock import Run

HUGO = REPOSITORY / ".cache/debian/bin/hugo"
"""Where `.ci/debian hugo/hugo` puts it."""
LAYOUT = "<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n"
SETTINGS = "baseURL: https://example.go.th/\ndisableKinds: [taxonomy, term, RSS, sitemap]\n"


def by_zensical(project: Path) -> Run:
    """Build the Markdown of a project; ends the benchmark when pages are missing."""
    folder = project / "markdown"
    _remove(folder, "site", ".cache")
    built = run("-m", "zensical", "build", folder=folder)
    _compare(folder / "site", project / "yaml/site")
    return built


def by_hugo(project: Path) -> Run:
    """Likewise the articles of the site that was built from the same project's YAML."""
    folder, site = project / "hugo", project / "yaml/site"
    if not folder.is_dir():
        _write_articles(site, folder)
    _remove(folder, "public", "resources")
    if not HUGO.exists():
        sys.exit("first: .ci/debian hugo/hugo")
    built = run("--quiet", folder=folder, program=str(HUGO))
    _compare(folder / "public", site)
    return built


def _write_articles(site: Path, folder: Path) -> None:
    for page in site.rglob("index.html"):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        title, article = tree.css_first("title"), tree.css_first("article")
        place = page.parent.relative_to(site)
        written = folder / "content" / place / "_index.html"
        written.parent.mkdir(parents=True, exist_ok=True)
        front = f'---\ntitle: "{title.text().strip()}"\n---\n' if title else ""
        written.write_text(front + ((article and article.html) or ""), "utf-8")
    for name in ("index", "_default/list"):
        layout = folder / f"layouts/{name}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(LAYOUT, "utf-8")
    (folder / "config.yaml").write_text(SETTINGS, "utf-8")


def _compare(built: Path, site: Path) -> None:
    found, wanted = ({it.relative_to(at) for it in at.rglob("index.html")} for at in (built, site))
    if lost := wanted - found:
        sys.exit(f"{built}: without {sorted(map(str, lost))[:10]}")


def _remove(folder: Path, *names: str) -> None:
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)
