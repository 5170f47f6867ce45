"""Links to other sites, which neither hand over the window nor say where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.site.finished.addresses import host_of

if TYPE_CHECKING:
    from ita_site.site.finished.document import HtmlDocument

_LINKS: Final = {"a", "area"}
_GUARDS: Final = ("noopener", "noreferrer")


def guard_links(document: HtmlDocument) -> None:
    """Add `noopener noreferrer` to every link that leaves the site."""
    for element in document.elements:
        if element.tag not in _LINKS or not host_of(element.get("href") or ""):
            continue
        own = (element.get("rel") or "").split()
        if missing := [guard for guard in _GUARDS if guard not in own]:
            element.node.attrs["rel"] = " ".join([*own, *missing])  # type: ignore[union-attr]
            document.is_changed = True
