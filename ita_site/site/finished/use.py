"""What the pages of a site use of a stylesheet, and what its scripts may add to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIXED: Final = ("dir", "data-md-color-primary", "data-md-color-accent")
"""Attributes that no script changes: a value that stands on no page is never one."""
_CLASSES: Final = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_FIXED: Final = re.compile(rf"""\s({"|".join(FIXED)})=["']?([^\s"'<>]+)""")
_FAMILY: Final = re.compile(r"(?:md-)?[^-_]*")
_WORD: Final = re.compile(r"[\w-]+")
_CALLED_BY: Final = {"annotate": ("md-annotation", "md-tooltip")}
"""Classes that let the theme's script make others of another family."""


@dataclass(frozen=True)
class Use:
    """The classes that stand or may come to stand on a page, and the fixed attributes' values."""

    classes: frozenset[str]
    values: frozenset[tuple[str, str]]


def use(pages: Iterable[str], scripts: Iterable[str]) -> Use:
    """What finished pages and their scripts use.

    A script names more classes than it will ever need here: one counts when its family
    (`md-search` of `md-search__input`) stands on a page, for a script dresses what is there.
    """
    classes: set[str] = set()
    values: set[tuple[str, str]] = set()
    for page in pages:
        classes.update(_on(page))
        values.update(_FIXED.findall(page))
    families = {_family(name) for name in classes}
    families.update(*(_CALLED_BY.get(name, ()) for name in classes))
    words = {word for script in scripts for word in _WORD.findall(script)}
    added = {word for word in words if _family(word) in families}
    return Use(frozenset(classes | added), frozenset(values))


def _on(page: str) -> Iterator[str]:
    for found in set(_CLASSES.findall(page)):
        yield from "".join(found).split()


def _family(name: str) -> str:
    """`md-search` of `md-search-result__link`, `tabbed` of `tabbed-set`."""
    return _FAMILY.match(name)[0]  # type: ignore[index]  # it matches anything
