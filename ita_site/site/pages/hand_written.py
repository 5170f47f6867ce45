"""Links of hand-written pages, and where they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from ita_site.facts.model.inner import is_inner
from ita_site.facts.problems import Problem
from ita_site.site.pages.blocks import prose_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "tables")
"""What changes which text is a link, as `mkdocs.yml` has it."""
CANDIDATE = re.compile(r"(?:(?<![a-z])[a-z]{1,20}://|\\\\)[^\s<>()\"']+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address as a reader's browser gets it, and its place; both count from 1."""

    line: int
    column: int
    address: str


def links(text: str) -> Iterator[Link]:
    """What a Markdown text links to or embeds: each address at each of its places."""
    from markdown import markdown  # noqa: PLC0415 - most pages hold no such link

    finder = _Finder()
    finder.feed(markdown(text, extensions=EXTENSIONS))
    for address in dict.fromkeys(finder.found):
        for line, column in _places(text, address) or [(1, 1)]:
            yield Link(line, column, address)


def inner_link_problems(text: str, file: str) -> Iterator[Problem]:
    """Links that only the writer's own machine or office can open."""
    if any(is_inner(found[0]) for found in CANDIDATE.finditer(text)):
        for link in links(text):
            if is_inner(link.address):
                yield Problem(file, link.line, link.column, "ITA610", "", {"value": link.address})


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.found.extend(value for name, value in attrs if name in ("href", "src") and value)


def _places(text: str, address: str) -> list[tuple[int, int]]:
    """Where it is written, as such or with `&amp;`, and not as the beginning of another."""
    spellings = "|".join(re.escape(spelling) for spelling in (address, escape(address)))
    written = re.compile(rf"(?:{spellings})(?=[\s<>()\[\]\"']|$)")
    return [
        (number, found.start() + 1)
        for number, line in prose_lines(text)
        for found in written.finditer(line)
    ]
