"""What a reader finds on a generated page: each fact shown, where it stands, with its words.

The pages mark what they show with `data-fact`. What only says that something is missing
(class `ita-none`), and words that stand for nothing, are not seen.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.facts.model.progress import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*?)(/?)>|([^<]+)")
"""A tag or the text between two; in our own HTML every `>` of a text is escaped."""
HEADING = re.compile(r"^#{1,6} .*\{#([\w-]+)\}$", re.MULTILINE)
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
VOID = frozenset({"br", "hr", "img", "input", "meta", "link"})
APART = frozenset({"dd", "div", "dt", "li", "ol", "p", "td", "th", "tr", "ul"})
"""Elements whose words a reader sees apart from those before and after them."""
WORD = re.compile(r"[0-9A-Za-zก-๙]")


@dataclass(frozen=True, slots=True)
class PageFact:
    """A fact on a page: its name, the anchor under which it stands, and its text."""

    fact: str
    place: str
    text: str

    @property
    def says_something(self) -> bool:
        """Whether it is more than a dash or a word that stands where a fact should."""
        return bool(WORD.search(self.text)) and not says_nothing(self.text)


@dataclass(slots=True)
class _Element:
    """An element that has not ended yet; `facts` are those it shows, with their texts."""

    tag: str
    place: str
    fact: str = ""
    silent: bool = False
    texts: list[str] = field(default_factory=list)


def read_page_facts(markdown: str) -> tuple[PageFact, ...]:
    """Every fact marked on a page, given as Markdown with blocks of HTML."""
    return tuple(fact for fact in _marked_facts(markdown) if fact.says_something)


def _marked_facts(markdown: str) -> Iterator[PageFact]:
    """In the order in which they end."""
    stack, heading = [_Element("", "top")], "top"
    for closing, tag, attributes, ends, text in TOKEN.findall(markdown):
        if tag in APART:
            _take_text(" ", stack)
        if text:
            heading = _take_text(text, stack) or heading
        elif closing:
            if len(stack) > 1:
                yield from _close(stack)
        elif not ends and tag not in VOID:
            stack.append(_open(tag, attributes, stack[-1], heading))


def _open(tag: str, attributes: str, outer: _Element, heading: str) -> _Element:
    if "data-" not in attributes and "id=" not in attributes and "ita-none" not in attributes:
        return _Element(tag, outer.place if outer.tag else heading, silent=outer.silent)
    named = dict(ATTRIBUTE.findall(attributes))
    place = named.get("id") or (outer.place if outer.tag else heading)
    silent = outer.silent or "ita-none" in named.get("class", "")
    fact = named.get("data-fact") or named.get("data-ita", "")
    return _Element(tag, place, fact, silent)


def _take_text(text: str, stack: list[_Element]) -> str:
    """Give a text to every fact it belongs to; the anchor of a heading within, if any."""
    if len(stack) == 1:
        return next(iter(reversed(HEADING.findall(text))), "")
    if not stack[-1].silent:
        for element in stack:
            if element.fact:
                element.texts.append(text)
    return ""


def _close(stack: list[_Element]) -> Iterator[PageFact]:
    element = stack.pop()
    if element.fact:
        text = " ".join(html.unescape("".join(element.texts)).split())
        yield PageFact(element.fact, element.place, text)
