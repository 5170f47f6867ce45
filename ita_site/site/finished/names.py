"""Links called the same that lead elsewhere, told apart for who hears them one by one.

On the page each stands below its heading; in a list of links, as a screen reader gives it, all
would be “ดูขั้นตอน”. Such a link's name begins with its words and ends with what stands above it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
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
        if words and len({node.attributes.get("href") for node, _ in links}) > 1:
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
    for link, above in links:
        if above and above != words:
            link.attrs["aria-label"] = f"{words}: {above}"
            document.is_changed = True
