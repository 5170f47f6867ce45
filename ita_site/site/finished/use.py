"""What the pages of a site use of a stylesheet, and what its scripts may add to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.site.finished.document import WRITTEN_LAST
from ita_site.site.minify import FIXED, Use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.site.finished.document import Element

_FAMILY: Final = re.compile(r"(?:md-)?[^-_]*")
_WORD: Final = re.compile(r"[\w-]+")
_CALLED_BY: Final = {"annotate": ("md-annotation", "md-tooltip")}
"""Classes that let the theme's script make others of another family."""


@dataclass(frozen=True)
class UseOfStyles:
    """The elements, classes and fixed attributes that stand on pages."""

    tags: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    values: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: UseOfStyles) -> UseOfStyles:
        """What stands on the pages of either."""
        return UseOfStyles(
            self.tags | other.tags, self.classes | other.classes, self.values | other.values
        )

    def with_scripts(self, scripts: Iterable[str]) -> Use:
        """What the pages and their scripts use.

        A script names more classes than it will ever need here: one counts when its family
        (`md-search` of `md-search__input`) stands on a page, for a script dresses what is there.
        """
        families = {_family(name) for name in self.classes}
        families.update(*(_CALLED_BY.get(name, ()) for name in self.classes))
        words = {word for script in scripts for word in _WORD.findall(script)}
        added = {word for word in words if _family(word) in families}
        return Use(self.tags | WRITTEN_LAST | words, frozenset(self.classes | added), self.values)


def styles_used(elements: Iterable[Element]) -> UseOfStyles:
    """What a page uses."""
    tags: set[str] = set()
    classes: set[str] = set()
    values: set[tuple[str, str]] = set()
    for element in elements:
        tags.add(element.tag)
        attributes = element.attributes
        if own := attributes.get("class"):
            classes.update(own.split())
        if not FIXED.isdisjoint(attributes):
            values.update((name, attributes[name] or "") for name in FIXED & attributes.keys())
    return UseOfStyles(frozenset(tags), frozenset(classes), frozenset(values))


def _family(name: str) -> str:
    """`md-search` of `md-search-result__link`, `tabbed` of `tabbed-set`."""
    return _FAMILY.match(name)[0]  # type: ignore[index]  # it matches anything
