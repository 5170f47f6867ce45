"""What the pages of a site use of a stylesheet, and what its scripts may add to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.site.minify import FIXED, Use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.site.finished.document import Element

_FAMILY: Final = re.compile(r"(?:md-)?[^-_]*")
_WORD: Final = re.compile(r"[\w-]+")
_CALLED_BY: Final = {"annotate": ("md-annotation", "md-tooltip")}
"""Classes that let the theme's script make others of another family."""


class UseOfStyles:
    """Gathers the classes and fixed attributes that stand on pages."""

    def __init__(self) -> None:
        """Begin with none."""
        self._classes: set[str] = set()
        self._values: set[tuple[str, str]] = set()

    def add(self, elements: Iterable[Element]) -> None:
        """Take in a page."""
        for element in elements:
            attributes = element.attributes
            if classes := attributes.get("class"):
                self._classes.update(classes.split())
            self._values.update(
                (name, attributes[name] or "") for name in FIXED & attributes.keys()
            )

    def with_scripts(self, scripts: Iterable[str]) -> Use:
        """What the pages and their scripts use.

        A script names more classes than it will ever need here: one counts when its family
        (`md-search` of `md-search__input`) stands on a page, for a script dresses what is there.
        """
        families = {_family(name) for name in self._classes}
        families.update(*(_CALLED_BY.get(name, ()) for name in self._classes))
        words = {word for script in scripts for word in _WORD.findall(script)}
        added = {word for word in words if _family(word) in families}
        return Use(frozenset(self._classes | added), frozenset(self._values))


def _family(name: str) -> str:
    """`md-search` of `md-search-result__link`, `tabbed` of `tabbed-set`."""
    return _FAMILY.match(name)[0]  # type: ignore[index]  # it matches anything
