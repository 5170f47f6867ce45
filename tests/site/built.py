"""A built site, and what a test asks of it.

An address is relative to the site's root (`2566/o42/`, the root itself is empty), as in
the design; `404.html` is the page for an unknown one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from bs4 import Tag

    from ita_site.site.outputs import Outputs

NOT_FOUND = "404.html"
ORIGIN = "https://site.test/"


@dataclass(eq=False)
class Built:
    """A site made from `outputs`, in a folder."""

    folder: Path
    log: str = field(repr=False)
    outputs: Outputs = field(repr=False)
    _soups: dict[str, BeautifulSoup] = field(default_factory=dict, repr=False)

    @cached_property
    def pages(self) -> list[str]:
        """The address of every page, without the one for unknown addresses and what leads on."""
        found = sorted(self.folder.rglob("index.html"))
        addresses = [_folder_address(path.parent.relative_to(self.folder)) for path in found]
        return [address for address in addresses if address not in self.leading_on]

    @cached_property
    def leading_on(self) -> frozenset[str]:
        """The addresses by which measures are passed on."""
        made = (artifact.path for artifact in self.outputs.artifacts)
        return frozenset(path.removesuffix("index.html") for path in made if path.endswith(".html"))

    @property
    def all_pages(self) -> list[str]:
        """Every page a reader can meet."""
        return [*self.pages, NOT_FOUND]

    @cached_property
    def generated(self) -> list[str]:
        """The addresses of the pages made from the data."""
        made = [artifact.path for artifact in self.outputs.artifacts if artifact.is_page]
        return sorted(path.removesuffix("index.md") for path in made)

    @property
    def hand_written(self) -> list[str]:
        """The addresses of the other pages."""
        return [address for address in self.pages if address not in self.generated]

    @cached_property
    def search(self) -> dict[str, dict[str, str]]:
        """What the search knows, by location."""
        index = json.loads(self.text("search/search_index.json"))
        return {entry["location"]: entry for entry in index["docs"]}

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.folder / path).read_text("utf-8")

    def soup(self, address: str) -> BeautifulSoup:
        """A page, parsed."""
        if address not in self._soups:
            html = self.text(html_path(address))
            self._soups[address] = BeautifulSoup(html, "lxml")
        return self._soups[address]

    def article(self, address: str) -> Tag:
        """A page's own content."""
        found = self.soup(address).select_one("main article")
        assert found is not None, address
        return found

    def soups(self) -> list[tuple[str, BeautifulSoup]]:
        """Every page, parsed."""
        return [(address, self.soup(address)) for address in self.all_pages]


@dataclass(frozen=True)
class MeasurePlace:
    """Where a measure stands: on the page of its year's measures or of a year's results."""

    address: str
    facts: Any
    year: Any

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"measure-{self.facts.id}"


def measure_places(built: Built) -> list[MeasurePlace]:
    """Every place where a measure must be found."""
    years = [year for view in built.outputs.views for year in view.years]
    told = [
        MeasurePlace(year.measures_address, measure, year)
        for year in years
        for measure in year.facts.measures.measures
    ]
    reported = [
        MeasurePlace(year.results_address, entry.measure, year)
        for year in years
        for entry in year.reports
    ]
    return [*told, *reported]


def kinds_of(built: Built) -> dict[str, str]:
    """One page of every kind, by its kind; hand-written pages are a kind."""
    found = {"written": built.hand_written[0], "unknown": "no/such/page/"}
    for artifact in built.outputs.artifacts:
        if artifact.is_page:
            meta = re.search(rb"^ita: (.*)$", artifact.content, re.MULTILINE)
            found.setdefault(json.loads(meta[1])["kind"], artifact.path.removesuffix("index.md"))
    return found


def offences(site: Built, judge: Callable[[BeautifulSoup], Iterable[str]]) -> list[str]:
    """What a judge says of each page, one line each."""
    return [f"/{address}: {found}" for address, soup in site.soups() for found in judge(soup)]


def html_path(address: str) -> str:
    """The file a server sends for an address."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def target(address: str, href: str) -> tuple[str, str] | None:
    """The address and the fragment a link leads to; None when it leaves the site."""
    parts = urlsplit(urljoin(ORIGIN + address, href))
    if f"{parts.scheme}://{parts.netloc}/" != ORIGIN:
        return None
    return parts.path.removeprefix("/"), parts.fragment


def squeezed(text: str) -> str:
    """Text without any white space, which differs between a page and an index."""
    return re.sub(r"\s+", "", text)


def _folder_address(relative: Path) -> str:
    name = relative.as_posix()
    return "" if name == "." else f"{name}/"
