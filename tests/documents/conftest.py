"""Sites built with their documents, once for all workers, and a browser to compare them with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.depth import thorough
from tests.documents.reading import Printed
from tests.site.project import PORTAL, REPOSITORY, mkdocs
from tests.site.server import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

OFFERED = """(links, home) => links.map(link => link.href)
  .filter(href => href.startsWith(home) && href.endsWith(".pdf"))
  .map(href => href.slice(home.length))"""


@dataclass(frozen=True)
class OnPaper:
    """A page as a browser lays it out for paper."""

    title: str
    text: str
    headings: list[str]
    offered: list[str]


@dataclass(frozen=True)
class PrintedSite:
    """A built site, and its pages that have documents, by their documents' paths."""

    folder: Path
    log: str
    on_paper: dict[str, OnPaper]

    @property
    def paths(self) -> list[str]:
        """Every document."""
        return sorted(file.relative_to(self.folder).as_posix() for file in self._files())

    def document(self, path: str) -> Printed:
        """One of them."""
        return Printed(self.folder / path)

    def documents(self) -> dict[str, Printed]:
        """All, by path."""
        return {path: self.document(path) for path in self.paths}

    def _files(self) -> list[Path]:
        return list(self.folder.rglob("*.pdf"))


def open_site(folder: Path, log: str, browser: Browser) -> PrintedSite:
    """Look at each page once."""
    site = PrintedSite(folder, log, {})
    window = browser.new_page()
    window.emulate_media(media="print")
    with serving(folder) as home:
        for path in site.paths:
            window.goto(home + page_of(path))
            site.on_paper[path] = OnPaper(
                window.title(),
                window.inner_text("main"),
                window.locator("article :is(h1, h2, h3, h4):visible").all_inner_texts(),
                window.locator("article a").evaluate_all(OFFERED, home),
            )
    window.close()
    return site


def page_of(path: str) -> str:
    """The address of the page that a document was printed from."""
    return path.removesuffix("poster.pdf") if path.endswith("poster.pdf") else f"{path[:-4]}/"


def print_site(folder: Path, data: str) -> str:
    """Build a site with its documents; gives what was said."""
    done = mkdocs(REPOSITORY, folder, "--no-strict", ITA_DATA=data, ITA_PDF="on")
    return done.succeeded().log


@pytest.fixture(scope="session")
def own(once, browser):
    """The repository's own site, which says where it will stand."""
    folder, log = once("printed-own", lambda folder: print_site(folder, "data"))
    return open_site(folder, log, browser)


@pytest.fixture(scope="session")
def portal(once, browser):
    """The five real agencies, which do not; none gave the survey's address."""
    folder, log = once("printed-portal", lambda folder: print_site(folder, PORTAL))
    return open_site(folder, log, browser)


@pytest.fixture(params=["own", *thorough("portal")])
def printed(request) -> PrintedSite:
    """Both in turn."""
    return request.getfixturevalue(request.param)
