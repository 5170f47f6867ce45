"""Links called the same that lead elsewhere, told apart for who hears them one by one.

On the page each stands below its heading; in a list of links, as a screen reader gives it, all
would be “ดูขั้นตอน”. Such a link's name begins with its words and ends with what stands above it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

    from ita_site.site.finished.document import HtmlDocument

_HEADINGS: Final = frozenset({"h2", "h3", "h4"})
_THEMES: Final = "headerlink"


def tell_links_apart(document: HtmlDocument) -> None:
    """Give every link of an article whose words another one has too a name of its own."""
    alike: dict[str, list[tuple[LexborNode, str]]] = defaultdict(list)
    above = ""
    for node in document.article.traverse() if document.article else ():
        if node.tag in _HEADINGS:
            above = _words(node)
        elif node.tag == "a" and _is_named_by_its_words(node):
            alike[_words(node)].append((node, _row_head(node) or above))
    for words, links in alike.items():
        if words and _places(node for node, _ in links)[1:]:
            _name(document, words, links)


def _is_named_by_its_words(link: LexborNode) -> bool:
    attributes = link.attributes
    return (
        "href" in attributes
        and "aria-label" not in attributes
        and (_THEMES not in (attributes.get("class") or ""))
    )


def _words(node: LexborNode) -> str:
    return " ".join(node.text().replace("¶", "").split())


def _row_head(node: LexborNode | None) -> str:
    """What the row of a table is about in which a link stands."""
    while node and node.tag != "tr":
        node = node.parent
    head = node.css_first("th[scope=row]") if node else None
    return _words(head) if head else ""


def _name(document: HtmlDocument, words: str, links: list[tuple[LexborNode, str]]) -> None:
    """Name each after what is above it; those below one thing are counted by where they lead."""
    below: dict[str, list[LexborNode]] = defaultdict(list)
    for link, above in links:
        below["" if above == words else above].append(link)
    for above, alike in below.items():
        places = _places(alike)
        for link in alike:
            number = str(1 + places.index(link.attributes.get("href"))) if places[1:] else ""
            if told := " ".join(filter(None, (above, number))):
                link.attrs["aria-label"] = f"{words}: {told}"
                document.is_changed = True


def _places(links: Iterable[LexborNode]) -> list[str | None]:
    """Where links lead, each place once."""
    return list(dict.fromkeys(link.attributes.get("href") for link in links))
