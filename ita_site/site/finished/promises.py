"""What every page of a site promises its readers, and which page breaks it.

The theme's pages, hand-written ones included, have the way to complain, the notice on data
that is made up, their language and one title. A file that somebody put beside them as it is
has no theme and owes none of these; but it is a document like any other: nothing in it asks
another host, and no code runs that nobody has listed (`finish.py`, `code.py`, `loads.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from ita_site.site.finished.document import HtmlDocument

_BANNER: Final = "[data-ita=complaint-banner]"
_COMPLAINTS: Final = "/complaints/"
_SAMPLE: Final = ".ita-sample"
_LANGUAGE: Final = "th"


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page that a host made with the theme.

    `source` is the hand-written file below the content folder, empty for one made from facts.
    `agency` is whose page it is, `is_sample` whether that agency's data is made up.
    """

    address: str
    title: str = ""
    source: str = ""
    agency: str = ""
    is_sample: bool = False
    is_searched: bool = True


def broken_promises(document: HtmlDocument, page: BuiltPage) -> Iterator[tuple[str, str]]:
    """The codes of what a page of the theme lacks, with what it has instead."""
    if not any(_leads_to_complaints(part, page) for part in document.tree.css(_BANNER)):
        yield "ITA506", ""
    if page.is_sample and not any(_is_shown(part) for part in document.tree.css(_SAMPLE)):
        yield "ITA507", ""
    root = document.tree.root
    language = (root.attributes.get("lang") if root else None) or ""
    if language.lower().partition("-")[0] != _LANGUAGE:
        yield "ITA508", language
    if (titles := len(document.tree.css("h1"))) != 1:
        yield "ITA509", str(titles)


def _leads_to_complaints(banner: LexborNode, page: BuiltPage) -> bool:
    links = (link.attributes.get("href") or "" for link in banner.css("a"))
    targets = (urljoin(f"/{page.address}", link) for link in links)
    return _is_shown(banner) and any(target.endswith(_COMPLAINTS) for target in targets)


def _is_shown(node: LexborNode) -> bool:
    """Whether it has a text and nothing around it is hidden from readers."""
    part: LexborNode | None = node
    while part and part.is_element_node:
        if "hidden" in part.attributes or part.tag in ("template", "noscript"):
            return False
        part = part.parent
    return bool(node.text().strip())
