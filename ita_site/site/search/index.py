"""What the search knows of a site: its pages, section by section."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING, TypeAlias

from ita_site.facts.thai.text import normalise
from ita_site.site.artifact import Artifact
from ita_site.site.search.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from selectolax.lexbor import LexborNode

    from ita_site.site.search.sections import Section

FILE = "search/search_index.json"
Document: TypeAlias = dict[str, str | list[str]]


class Index:
    """Gathers pages and writes one index of all of them, and one of each agency in a portal.

    `agencies` has the name of the agency at each prefix; it counts as part of its pages.
    `order` has addresses in the order in which equally good hits are shown; others follow.
    """

    def __init__(self, agencies: Mapping[str, str], order: Iterable[str]) -> None:
        self._agencies = agencies
        self._order = {address: place for place, address in enumerate(order)}
        self._pages: dict[str, list[Document]] = {}

    def prefix(self, address: str) -> str:
        """The prefix of the agency whose page it is; empty when it is no single agency's."""
        first = address.partition("/")[0] + "/"
        return first if first in self._agencies else ""

    def add(self, address: str, title: str, content: LexborNode | None) -> None:
        """Take in a page; without a `title`, which may hold entities, its heading is used."""
        own, *others = sections(content)
        name = normalise(unescape(title)) or own.title
        agency = self._agencies.get(self.prefix(address), "")
        page: Document = {"location": address, "title": name, "text": own.text, "agency": agency}
        self._pages[address] = [page, *(_section(address, section) for section in others)]

    def files(self) -> Iterator[Artifact]:
        """The indexes; in that of a portal each page is labelled with its agency."""
        pages = sorted(self._pages, key=lambda address: self._order.get(address, len(self._order)))
        own: dict[str, list[list[Document]]] = {}
        for page in pages:
            own.setdefault(self.prefix(page), []).append(self._pages[page])
        for prefix in self._agencies:
            if prefix:
                yield _file(prefix, own.get(prefix, []))
        yield _file("", [self._labelled(self._pages[page]) for page in pages])

    def _labelled(self, page: list[Document]) -> list[Document]:
        own, *sections = page
        is_one_of_many = own["agency"] and "" not in self._agencies
        return [{**own, "tags": [str(own["agency"])]}, *sections] if is_one_of_many else page


def _section(address: str, section: Section) -> Document:
    location = f"{address}#{section.anchor}"
    return {"location": location, "title": section.title, "text": section.text}


def _file(prefix: str, pages: Iterable[list[Document]]) -> Artifact:
    index = {"docs": [document for page in pages for document in page]}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return Artifact(f"{prefix}{FILE}", text.encode())
