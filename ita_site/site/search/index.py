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
        self._apart: dict[str, str] = {}

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

    def add_apart(self, prefix: str, documents: str) -> None:
        """Take in all pages of an agency at once, as `of_agency` gave them elsewhere."""
        self._apart[prefix] = documents

    def of_agency(self, prefix: str) -> tuple[Artifact, str]:
        """The index of one agency, and its pages' documents for that of all agencies."""
        pages = [address for address in self._in_order() if self.prefix(address) == prefix]
        return self._file(prefix, map(self._own, pages)), ",".join(map(self._labelled, pages))

    def files(self) -> Iterator[Artifact]:
        """The indexes; in that of a portal each page is labelled with its agency."""
        own: dict[str, list[str]] = {}
        for page in self._in_order():
            own.setdefault(self.prefix(page), []).append(page)
        for prefix in self._agencies:
            if prefix:
                yield self._file(prefix, map(self._own, own.get(prefix, [])))
        every = sorted([*self._in_order(), *self._apart], key=self._place)
        yield self._file("", (self._apart.get(page) or self._labelled(page) for page in every))

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
        docs = ",".join(text for text in documents if text)
        said = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        return Artifact(f"{prefix}{FILE}", f'{{"docs":[{docs}],"words":{said}}}'.encode())


def _as_json(documents: list[Document]) -> str:
    """Without the brackets around it."""
    return json.dumps(documents, ensure_ascii=False, separators=(",", ":"))[1:-1]


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
