"""What a browser fetches for a document without being asked by its reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import tinycss2

from ita_site.site.finished.addresses import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.site.finished.document import Element

_FETCHED: Final = {"src", "poster", "data", "background", "action", "formaction", "ping"}
"""Attributes that name one thing: to be loaded, or to be told what a reader does."""
_LISTS: Final = {"srcset", "imagesrcset"}
_LINKS: Final = {"a", "area"}
"""Where `href` waits for a reader."""
_RELATIONS: Final = frozenset(
    (
        *("alternate", "author", "bookmark", "canonical", "edit", "external", "feed", "help"),
        *("license", "me", "next", "nofollow", "noopener", "noreferrer", "opener", "prev"),
        *("privacy-policy", "search", "tag", "terms-of-service"),
    )
)
"""Kinds of `link` that fetch nothing (HTML, 4.6.7); `alternate stylesheet` does."""
_NAMESPACES: Final = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink")
"""In drawings that a stylesheet holds as data; nobody asks there."""
_CSS_FETCHES: Final = {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"}


def foreign_hosts(elements: Iterable[Element], own: str) -> Iterator[tuple[str, str]]:
    """The addresses at other hosts than a site's own that a browser would ask, with the host."""
    for element in elements:
        for address in addresses_loaded(element):
            host = host_of(address)
            if host and host != own:
                yield address, host


def addresses_loaded(element: Element) -> Iterator[str]:
    """What a browser fetches for an element, as it is written there."""
    attributes = element.attributes
    if element.tag == "style":
        yield from addresses_in_css(element.code)
    for name, value in attributes.items():
        if not value:
            continue
        if name in _FETCHED:
            yield value
        elif name in _LISTS:
            yield from (part.split()[0] for part in value.split(",") if part.strip())
        elif name in ("href", "xlink:href"):
            yield from [value] if _is_fetched(element) else []
        elif name == "style" or ("(" in value and "url(" in value.lower()):
            yield from addresses_in_css(value)
        elif name == "content" and (element.get("http-equiv") or "").lower() == "refresh":
            yield _refreshed(value)


def _refreshed(content: str) -> str:
    """Where a `refresh` leads: `5; url=a`, and `5, a` as well (HTML, 4.2.5.3)."""
    target = re.split("[;,]", content, maxsplit=1)[-1].strip()
    return re.sub(r"^url\s*=\s*", "", target, flags=re.IGNORECASE).strip("\"'")


def _is_fetched(element: Element) -> bool:
    if element.tag == "link":
        return not set((element.get("rel") or "").lower().split()) <= _RELATIONS
    return element.tag not in _LINKS


def addresses_in_css(css: str) -> Iterator[str]:
    """What a stylesheet or a style may fetch from another host, and perhaps more.

    To take one apart takes long; most hold nothing from which such an address could be made.
    """
    plain = css.replace("\t", "").lower()
    for name in _NAMESPACES:
        plain = plain.replace(name, "")
    if any(sign in plain for sign in ("//", "http:", "https:", "\\")):
        yield from _in_tokens(tinycss2.parse_component_value_list(css))


def _in_tokens(tokens: Iterable[Any], *, is_fetched: bool = False) -> Iterator[str]:
    imports = False
    for token in tokens:
        if token.type == "at-keyword":
            imports = token.lower_value == "import"
        elif token.type == "url" or (token.type == "string" and (imports or is_fetched)):
            yield token.value
            imports = False
        elif token.type == "function":
            yield from _in_tokens(
                token.arguments, is_fetched=imports or token.lower_name in _CSS_FETCHES
            )
        elif token.type in ("{} block", "() block", "[] block"):
            yield from _in_tokens(token.content)
