"""Official terms kept on one line, without a character added that a copy or a search would meet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.terms import COUNTING, NUMBERED, TERMS, place_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from ita_site.site.finished.document import HtmlDocument

_LEFT_ALONE: Final = "svg, pre, script, style, textarea, .ita-term"
_BETWEEN: Final = "\x00"
"""Stands in no page; it lets the texts be searched as one, which is several times as fast."""

_NUMBER: Final = r"\d[\d,.]*(?<![,.])"
_COUNTED: Final = rf"[ \u00a0](?:{'|'.join(COUNTING)})"
_WITH_NUMBER: Final = re.compile(
    r"\b0(?:[ \u00a0]\d{3,4}){2}(?:[ \u00a0]ต่อ[ \u00a0]\d+)?"
    rf"|(?:{'|'.join(map(re.escape, NUMBERED))})[ \u00a0]{_NUMBER}(?:{_COUNTED})?"
    rf"|(?<![\d.,])(?!2[45]\d\d\b){_NUMBER}{_COUNTED}"
)
"""A telephone number; a number with what names or counts it. A year counts nothing."""
_BOLD_NUMBER: Final = re.compile(_NUMBER)
_COUNTING: Final = re.compile(_COUNTED)


def keep_terms(document: HtmlDocument, agency: str = "") -> None:
    """Put a span around each term of an article's texts, none within a drawing or code.

    Numbers stay with the words they belong to, and so does the name of the agency's place.
    """
    if not (article := document.article):
        return
    for bold in article.css("b"):
        _keep_bold(document, bold)
    alone = {text.mem_id for part in article.css(_LEFT_ALONE) for text in _texts(part)}
    nodes = [node for node in _texts(article) if node.mem_id not in alone]
    texts = [node.text_content or "" for node in nodes]
    for at, kept in _by_text(texts, agency):
        _split(document, nodes[at], texts[at], kept)


def _texts(root: LexborNode) -> Iterator[LexborNode]:
    return (node for node in root.traverse(include_text=True) if node.is_text_node)


def _keep_bold(document: HtmlDocument, bold: LexborNode) -> None:
    """Keep a bold number with the word after it: `<b>5</b> เรื่อง`."""
    after = bold.next
    if not after or not after.is_text_node or not _BOLD_NUMBER.fullmatch(bold.text()):
        return
    text = after.text_content or ""
    if counted := _COUNTING.match(text):
        bold.insert_before(span := _span(document), move=True)
        span.insert_child(bold, move=True)
        span.insert_child(counted[0])
        after.replace_with(text[counted.end() :])
        document.is_changed = True


def _by_text(texts: list[str], agency: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The numbers of texts with something to keep, and where in them it stands."""
    found: dict[int, list[tuple[int, int]]] = {}
    at, begin, end = -1, 0, -1
    for start, stop in _places(_BETWEEN.join(texts), agency):
        while start > end:
            at, begin = at + 1, end + 1
            end = begin + len(texts[at])
        found.setdefault(at, []).append((start - begin, stop - begin))
    yield from found.items()


def _places(text: str, agency: str) -> Iterator[tuple[int, int]]:
    """Where something is to be kept, in order; of two that overlap, the first and longest."""
    places = [found.span() for found in _WITH_NUMBER.finditer(text)]
    for term in filter(None, (*TERMS, place_name(agency))):
        at = text.find(term)
        while at >= 0:
            places.append((at, at + len(term)))
            at = text.find(term, at + len(term))
    last = 0
    for start, stop in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= last:
            yield start, stop
            last = stop


def _split(
    document: HtmlDocument, node: LexborNode, text: str, kept: list[tuple[int, int]]
) -> None:
    done = 0
    for start, stop in kept:
        if start > done:
            node.insert_before(text[done:start])
        span = _span(document)
        span.insert_child(text[start:stop])
        node.insert_before(span, move=True)
        done = stop
    if done < len(text):
        node.insert_before(text[done:])
    node.decompose()
    document.is_changed = True


def _span(document: HtmlDocument) -> LexborNode:
    return document.new("span", class_="ita-term")
