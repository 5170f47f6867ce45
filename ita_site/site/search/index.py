"""What the search knows of a site: its pages, section by section."""

from __future__ import annotations

import json
from html import unescape
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from ita_site.facts.thai.text import normalise
from ita_site.site.artifact import Artifact
from ita_site.site.search.sections import sections
from ita_site.site.search.words import said_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from selectolax.lexbor import LexborNode

    from ita_site.facts.model.agency import Agency
    from ita_site.site.search.sections import Section

FILE = "search/search_index.json"
MUNICIPALITY = "เทศบาล"
"""Nobody says which kind of one."""
MEASURE = "measure-"
Document: TypeAlias = dict[str, str | list[str]]


MOST = 1_000_000
"""So many bytes an index of several agencies may have; above it holds no more than names."""
AGENCIES = "search/agencies.json"
"""Where a large portal lists its agencies, from the root."""


class Index:
    """Gathers pages and writes one index of all of them, and one of each agency in a portal.

    `agencies` has the agency at each prefix; its names count as part of its pages. `order` has
    addresses in the order in which equally good hits are shown; others follow. `landmarks` has,
    for each prefix, the address of each page that the words of people lead to. In a large portal
    `places` has the address of the province at each agency's prefix: its agencies' pages are in
    the index there, and the index of all has the agencies alone.
    """

    def __init__(
        self,
        agencies: Mapping[str, Agency],
        order: Iterable[str],
        landmarks: Mapping[str, Mapping[str, str]],
        places: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._places = places
        self._provinces = frozenset(places.values())
        self._agencies = agencies
        self._landmarks = landmarks
        self._order = {address: place for place, address in enumerate(order)}
        self._pages: dict[str, list[Document]] = {}

    def prefix(self, address: str) -> str:
        """The prefix of the agency or province whose page it is; empty where it is of neither."""
        first, second, *_ = (*address.split("/"), "", "")
        own = (f"{first}/", f"{first}/{second}/")
        return next((it for it in own if it in self._agencies or it in self._provinces), "")

    def add(self, address: str, title: str, content: LexborNode | None) -> None:
        """Take in a page; without a `title`, which may hold entities, its heading is used."""
        own, *others = sections(content)
        name = normalise(unescape(title)) or own.title
        agency = self._agencies.get(self.prefix(address))
        names = " ".join(names_of(agency)) if agency else ""
        page: Document = {"location": address, "title": name, "text": own.text, "agency": names}
        self._pages[address] = [page, *(_section(address, section) for section in others)]

    def files(self) -> Iterator[Artifact]:
        """The indexes; where agencies meet in one, each page is labelled with its agency."""
        pages = sorted(self._pages, key=lambda address: self._order.get(address, len(self._order)))
        of_all: dict[str, list[str]] = {"": [], **{place: [] for place in self._places.values()}}
        own: dict[str, list[list[Document]]] = {prefix: [] for prefix in self._agencies if prefix}
        for page in pages:
            prefix = self.prefix(page)
            if prefix in own:
                own[prefix].append(self._pages[page])
            of_all[self._places.get(prefix, prefix if prefix in of_all else "")].append(page)
        for prefix, documents in own.items():
            yield self._file(prefix, documents)
        for place, members in of_all.items():
            yield self._file(place, _light([self._labelled(page) for page in members]))

    def _labelled(self, address: str) -> list[Document]:
        own, *sections = self._pages[address]
        agency = self._agencies.get(self.prefix(address))
        is_one_of_many = agency and "" not in self._agencies
        return [{**own, "tags": [agency.name]} if agency and is_one_of_many else own, *sections]

    def _file(self, prefix: str, pages: Iterable[list[Document]]) -> Artifact:
        words = [group.resolved(self._landmarks.get(prefix, {})) for group in said_words()]
        index: dict[str, object] = {"docs": [document for page in pages for document in page]}
        index["words"] = words
        if self._places and not prefix:
            index["agencies"] = AGENCIES.rpartition("/")[2]
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        return Artifact(f"{prefix}{FILE}", text.encode())


def _light(pages: list[list[Document]]) -> list[list[Document]]:
    """All that pages say; of too many no more than what they and their measures are called."""
    if len(json.dumps(pages, ensure_ascii=False).encode()) <= MOST:
        return pages
    told: set[str] = set()
    return [[*_names(page, told)] for page in pages]


def _names(page: list[Document], told: set[str]) -> Iterator[Document]:
    """A page and its measures without their texts, no measure of a year twice."""
    own, *others = page
    yield {**own, "text": ""}
    for section in others:
        address, _, anchor = str(section["location"]).partition("#")
        key = f"{address.rstrip('/').rpartition('/')[0]}#{anchor}"
        if anchor.startswith(MEASURE) and key not in told:
            told.add(key)
            yield {**section, "text": ""}


def names_of(agency: Agency) -> Iterator[str]:
    """What an agency is called: in full, and for short as people do (“อบต.ยอดแกง”)."""
    yield agency.name
    below = agency.name.removeprefix(agency.kind.label)
    if agency.kind.short and below != agency.name:
        yield f"{agency.kind.short}{below}"
        if agency.kind.label.startswith(MUNICIPALITY):
            yield f"{MUNICIPALITY}{below}"


def _section(address: str, section: Section) -> Document:
    location = f"{address}#{section.anchor}"
    return {"location": location, "title": section.title, "text": section.text}
