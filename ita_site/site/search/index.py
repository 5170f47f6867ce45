"""What the search knows of a site: its pages, section by section."""

from __future__ import annotations

import json
from html import unescape
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
Document: TypeAlias = dict[str, str | list[str]]


class Index:
    """Gathers pages and writes one index of all of them, and one of each agency in a portal.

    `agencies` has the agency at each prefix; its names count as part of its pages. `order` has
    addresses in the order in which equally good hits are shown; others follow. `landmarks` has,
    for each prefix, the address of each page that the words of people lead to.
    """

    def __init__(
        self,
        agencies: Mapping[str, Agency],
        order: Iterable[str],
        landmarks: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._agencies = agencies
        self._landmarks = landmarks
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
        agency = self._agencies.get(self.prefix(address))
        names = " ".join(names_of(agency)) if agency else ""
        page: Document = {"location": address, "title": name, "text": own.text, "agency": names}
        self._pages[address] = [page, *(_section(address, section) for section in others)]

    def files(self) -> Iterator[Artifact]:
        """The indexes; in that of a portal each page is labelled with its agency."""
        pages = sorted(self._pages, key=lambda address: self._order.get(address, len(self._order)))
        own: dict[str, list[list[Document]]] = {}
        for page in pages:
            own.setdefault(self.prefix(page), []).append(self._pages[page])
        for prefix in self._agencies:
            if prefix:
                yield self._file(prefix, own.get(prefix, []))
        yield self._file("", [self._labelled(page) for page in pages])

    def _labelled(self, address: str) -> list[Document]:
        own, *sections = self._pages[address]
        agency = self._agencies.get(self.prefix(address))
        is_one_of_many = agency and "" not in self._agencies
        return [{**own, "tags": [agency.name]} if agency and is_one_of_many else own, *sections]

    def _file(self, prefix: str, pages: Iterable[list[Document]]) -> Artifact:
        words = [group.resolved(self._landmarks.get(prefix, {})) for group in said_words()]
        index = {"docs": [document for page in pages for document in page], "words": words}
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        return Artifact(f"{prefix}{FILE}", text.encode())


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
