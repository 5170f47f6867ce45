"""Links of hand-written pages, and where they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from ita_site.facts.links import (
    find_lookalike,
    has_odd_port,
    hides_something,
    host_of,
    is_unseen,
    reveal,
    shows_another,
)
from ita_site.facts.model.inner import is_inner
from ita_site.facts.problems import Problem
from ita_site.site.pages.blocks import prose_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.content.folder import ContentFile

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "tables")
"""What changes which text is a link, as `mkdocs.yml` has it."""
CANDIDATE = re.compile(r"(?:(?<![a-z])[a-z]{1,20}://|\\\\)[^\s<>()\"']+", re.IGNORECASE)

LEADS = frozenset({"href", "src", "xlink:href", "action", "formaction", "data", "poster"})
"""Attributes by which a page leads on or takes in."""
LEADS_AWAY = re.compile(r"(?:https?:|mailto:|tel:|[/\\]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address as a reader's browser gets it, and its place; both count from 1.

    `shown` is the text of the link at the first of its places.
    """

    line: int
    column: int
    address: str
    shown: str = ""


def links(text: str) -> Iterator[Link]:
    """What a Markdown text links to or embeds: each address at each of its places."""
    from markdown import markdown  # noqa: PLC0415 - most pages hold no such link

    yield from _links_in(markdown(text, extensions=EXTENSIONS), list(prose_lines(text)))


def links_of(file: ContentFile) -> Iterator[Link]:
    """The same of a file beside the pages, be it Markdown or HTML."""
    yield from links(file.text)
    yield from _links_in(file.markup, list(enumerate(file.markup.splitlines(), 1)))


def _links_in(html: str, lines: list[tuple[int, str]]) -> Iterator[Link]:
    finder = _Finder()
    finder.feed(html)
    finder.close()
    for address in dict.fromkeys(finder.found):
        for line, column in _places(lines, address) or [(1, 1)]:
            yield Link(line, column, address, finder.shown.get(address, ""))


def inner_link_problems(file: ContentFile) -> Iterator[Problem]:
    """Links that only the writer's own machine or office can open."""
    text = file.text or file.markup
    if any(is_inner(found[0]) for found in CANDIDATE.finditer(text)):
        for link in links_of(file):
            if is_inner(link.address):
                details = {"value": link.address}
                yield Problem(file.name, link.line, link.column, "ITA610", "", details)


def link_problems(file: ContentFile) -> Iterator[Problem]:
    """Links that are not what they show."""
    for link in links_of(file) if LEADS_AWAY.search(file.text or file.markup) else ():
        for code, details in _flaws(link):
            yield Problem(file.name, link.line, link.column, code, "", details)


def _flaws(link: Link) -> Iterator[tuple[str, dict[str, str]]]:
    address = link.address
    if not LEADS_AWAY.match(address):
        if any(map(is_unseen, address)):
            yield "ITA550", {"value": reveal(address), "ascii": reveal(address)}
        return
    lookalike = find_lookalike(address)
    if lookalike or hides_something(address):
        where = lookalike.ascii if lookalike else reveal(host_of(address)) or "-"
        yield "ITA550", {"value": reveal(address), "ascii": where}
        return
    if has_odd_port(address) and not is_inner(address):
        yield "ITA552", {"value": address}
    if other := shows_another(link.shown, address):
        yield "ITA551", {"value": address, "shown": reveal(other)}


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.shown: dict[str, str] = {}
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(value for name, value in attrs if name in LEADS and value)
        if tag == "a":
            self._open = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.shown[self._open] = self.shown.get(self._open, "") + data


def _places(lines: list[tuple[int, str]], address: str) -> list[tuple[int, int]]:
    """Where it is written, as such or with `&amp;`, and not as the beginning of another."""
    spellings = "|".join(re.escape(spelling) for spelling in (address, escape(address)))
    written = re.compile(rf"(?:{spellings})(?=[\s<>()\[\]\"']|$)")
    return [
        (number, found.start() + 1) for number, line in lines for found in written.finditer(line)
    ]
