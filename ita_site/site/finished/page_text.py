"""Everything that a built page says and where it leads, its frame and its folded parts too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from ita_site.site.finished.addresses import host_of
from ita_site.site.finished.document import HtmlDocument
from ita_site.site.finished.loads import addresses_loaded
from ita_site.site.search.sections import INLINE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from selectolax.lexbor import LexborNode

    from ita_site.site.finished.document import Element

_UNREAD: Final = frozenset({"script", "style", "template", "title"})
_LEADS: Final = {"a": "href", "area": "href", "form": "action", "button": "formaction"}
_LEADS_TO: Final = " → "
_HERE: Final = "http://here.invalid"
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's lines of text, and its links, each as its words and where they lead.

    Links within the site stand as paths from its root.
    """

    lines: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def page_text(site: Path, path: str) -> PageText:
    """What a page of a built site says, by its path below the site's folder."""
    document = _document(site, path)
    title = document.tree.css_first("title")
    lines = (title.text() if title else "", *_lines(document.tree.root))
    spaced = (_SPACE.sub(" ", line).strip() for line in lines)
    links = (link for element in document.elements for link in _links(element, path))
    return PageText(tuple(filter(None, spaced)), tuple(dict.fromkeys(links)))


def target_of(link: str) -> str:
    """Where one of a page's links leads."""
    return link.rpartition(_LEADS_TO)[2]


def files_shown(site: Path, path: str) -> frozenset[str]:
    """The files of the site that a page shows as part of itself, by path below its folder."""
    elements = _document(site, path).elements
    addresses = (one for element in elements for one in addresses_loaded(element))
    resolved = (urlsplit(_resolved(address, path)).path for address in addresses)
    return frozenset(unquote(name).lstrip("/") for name in resolved)


def _document(site: Path, path: str) -> HtmlDocument:
    return HtmlDocument((site / path).read_text("utf-8", "replace"))


def _lines(root: LexborNode | None) -> list[str]:
    """Texts, parted where an element begins or ends that is none of a line's own."""
    texts: list[str] = []
    waiting: list[LexborNode | None] = [root]
    while waiting:
        node = waiting.pop()
        if node is None:
            texts.append("\n")
        elif node.is_text_node:
            texts.append(_SPACE.sub(" ", node.text_content or ""))
        elif node.tag not in _UNREAD:
            within = [*node.iter(include_text=True)]
            waiting += reversed(within if node.tag in INLINE else [None, *within, None])
    return "".join(texts).split("\n")


def _links(element: Element, path: str) -> Iterator[str]:
    """A link's words and address; where a page leads by itself stands without words."""
    address = element.get(_LEADS[element.tag]) if element.tag in _LEADS else None
    if address is not None:
        words = _SPACE.sub(" ", element.node.text()).strip() if element.node else ""
        yield f"{words}{_LEADS_TO}{_resolved(address, path)}".strip()
    elif (element.get("http-equiv") or "").strip().lower() == "refresh":
        yield f"{_LEADS_TO}{element.get('content')}".strip()


def _resolved(address: str, path: str) -> str:
    """A path from the site's root, for what lies within the site; else as it is written."""
    if host_of(address) or _SCHEME.match(address.strip()):
        return address
    try:
        joined = urljoin(f"{_HERE}/{path.removesuffix('index.html')}", address.strip())
    except ValueError:
        return address
    return joined.removeprefix(_HERE)
