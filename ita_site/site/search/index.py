"""What the search knows of a site: its pages, section by section."""

from __future__ import annotations

import json
from html import unescape
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ita_site.facts.thai.text import normalise
from ita_site.site.artifact import Artifact
from ita_site.site.search.sections import sections
from ita_site.site.search.words import said_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

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


class OfAgency(NamedTuple):
    """An agency's pages for the search of several agencies: all they say, and only their names."""

    whole: str
    names: str


class SearchFiles(NamedTuple):
    """The files that hold the same of an agency made elsewhere: read when they are asked for."""

    whole: Path
    names: Path


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
        self._apart: dict[str, SearchFiles] = {}

    def prefix(self, address: str) -> str:
        """The prefix of the agency or province whose page it is; empty where it is of neither."""
        first, second, *_ = (*address.split("/"), "", "")
        own = (f"{first}/", f"{first}/{second}/")
        return next((it for it in own if it in self._agencies or it in self._provinces), "")

    def add(self, address: str, title: str, content: LexborNode | None) -> None:
        """Take in a page; without a `title`, which may hold entities, its heading is used."""
        own, *others = sections(content)
        name = normalise(unescape(title)) or own.title
        names = self._names(address)
        page: Document = {"location": address, "title": name, "text": own.text, "agency": names}
        if names and address == self.prefix(address):
            page["names"] = names  # asked for by name, an agency's front page comes first
        self._pages[address] = [page, *(_section(address, section) for section in others)]

    def named(self, address: str) -> str:
        """Whose page it is, and by which names that is found."""
        return f"{self.prefix(address)} {self._names(address)}"

    def _names(self, address: str) -> str:
        agency = self._agencies.get(self.prefix(address))
        return " ".join(names_of(agency)) if agency else ""

    def sections_of(self, address: str) -> list[Document]:
        """A page that was taken in; nothing of another."""
        return self._pages.get(address, [])

    def take_in(self, address: str, sections: list[Document]) -> None:
        """Take in a page as `sections_of` gave it."""
        if sections:
            self._pages[address] = sections

    def add_apart(self, prefix: str, kept: SearchFiles) -> None:
        """Take in all pages of an agency at once, as `of_agency` gave them elsewhere."""
        self._apart[prefix] = kept

    def of_agency(self, prefix: str) -> tuple[Artifact, OfAgency]:
        """The index of one agency, and its pages for that of several."""
        pages = [address for address in self._in_order() if self.prefix(address) == prefix]
        whole = [*map(self._labelled, pages)]
        return self._file(prefix, map(self._own, pages)), OfAgency(_joined(whole), _names(whole))

    def files(self) -> Iterator[Artifact]:
        """The indexes; where agencies meet in one, each page is labelled with its agency."""
        own: dict[str, list[str]] = {}
        for page in self._in_order():
            own.setdefault(self.prefix(page), []).append(page)
        for prefix in self._agencies:
            if prefix:
                yield self._file(prefix, map(self._own, own.get(prefix, [])))
        of_all: dict[str, list[str]] = {"": [], **{place: [] for place in self._places.values()}}
        for page in sorted([*self._in_order(), *self._apart], key=self._place):
            prefix = page if page in self._apart else self.prefix(page)
            of_all[self._places.get(prefix, prefix if prefix in of_all else "")].append(page)
        for place, members in of_all.items():
            yield self._file(place, self._documents(members))

    def _documents(self, members: list[str]) -> list[str]:
        """All that pages and agencies say; of too many no more than their names."""
        here = {page: self._labelled(page) for page in members if page not in self._apart}
        kept = [self._apart[page] for page in members if page in self._apart]
        size = sum(len(text.encode()) for text in here.values())
        if size + sum(each.whole.stat().st_size for each in kept) <= MOST:
            return [
                here.get(page) or self._apart[page].whole.read_text("utf-8") for page in members
            ]
        told: set[str] = set()
        return [
            _names([here[page]], told)
            if page in here
            else self._apart[page].names.read_text("utf-8")
            for page in members
        ]

    def _in_order(self) -> list[str]:
        return sorted(self._pages, key=self._place)

    def _place(self, address: str) -> int:
        return self._order.get(address, len(self._order))

    def _own(self, address: str) -> str:
        return _as_json(self._pages[address])

    def _labelled(self, address: str) -> str:
        own, *sections = self._pages[address]
        agency = self._agencies.get(self.prefix(address))
        is_one_of_many = agency and "" not in self._agencies
        return _as_json(
            [{**own, "tags": [agency.name]} if agency and is_one_of_many else own, *sections]
        )

    def _file(self, prefix: str, documents: Iterable[str]) -> Artifact:
        words = [group.resolved(self._landmarks.get(prefix, {})) for group in said_words()]
        docs = _joined(documents)
        others: dict[str, object] = {"words": words}
        if self._places and not prefix:
            others["agencies"] = AGENCIES.rpartition("/")[2]
        rest = json.dumps(others, ensure_ascii=False, separators=(",", ":"))[1:]
        return Artifact(f"{prefix}{FILE}", f'{{"docs":[{docs}],{rest}'.encode())


def _as_json(documents: Iterable[Document]) -> str:
    """Without the brackets around it."""
    return json.dumps([*documents], ensure_ascii=False, separators=(",", ":"))[1:-1]


def _joined(texts: Iterable[str]) -> str:
    return ",".join(text for text in texts if text)


def _names(pages: Iterable[str], told: set[str] | None = None) -> str:
    """Pages and their measures without their texts, no measure of a year twice.

    `told` has those of other pages, and is given those of these.
    """
    told = set() if told is None else told
    return _joined(_as_json(_named(json.loads(f"[{page}]"), told)) for page in pages)


def _named(documents: list[Document], told: set[str]) -> Iterator[Document]:
    for document in documents:
        address, section, anchor = str(document["location"]).partition("#")
        key = f"{address.rstrip('/').rpartition('/')[0]}#{anchor}"
        if not section:
            yield {**document, "text": ""}
        elif anchor.startswith(MEASURE) and key not in told:
            told.add(key)
            yield {**document, "text": ""}


def names_of(agency: Agency) -> Iterator[str]:
    """What an agency is called: in full, and for short as people do (“อบต.ยอดแกง”)."""
    yield agency.name
    if agency.short_name != agency.name:
        yield agency.short_name
        if agency.kind.label.startswith(MUNICIPALITY):
            yield f"{MUNICIPALITY}{agency.name.removeprefix(agency.kind.label)}"


def _section(address: str, section: Section) -> Document:
    location = f"{address}#{section.anchor}"
    return {"location": location, "title": section.title, "text": section.text}
