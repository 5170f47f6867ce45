"""Two facts of one kind, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.facts.model.base import Fact
from ita_site.facts.model.described import label_of
from ita_site.facts.model.fields import Labelled
from ita_site.rules.figures.changes.alignment import pairs, reordered
from ita_site.rules.figures.changes.change import Kind
from ita_site.rules.figures.changes.values import as_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

WITHIN = " › "


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is not what it was. `root` is the model's name of the outermost field."""

    root: str
    label: str
    kind: Kind
    old: str = ""
    new: str = ""


def differences(old: Fact, new: Fact, *skip: str) -> Iterator[Difference]:
    """Every difference between two facts of one kind, in the order of the model's fields."""
    for name in type(new).model_fields:
        if name not in skip:
            yield from _values(
                name, label_of(type(new), name), getattr(old, name), getattr(new, name)
            )


def _values(root: str, path: str, old: Any, new: Any) -> Iterator[Difference]:  # noqa: ANN401
    if old == new:
        return
    if isinstance(old, Fact) and isinstance(new, Fact):
        yield from _groups(root, path, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple) and _listed(old or new):
        yield from _lists(root, path, old, new)
    elif as_text(old) != as_text(new):
        yield _difference(root, path, as_text(old), as_text(new))


def _listed(values: tuple[Any, ...]) -> bool:
    """Whether a list's entries are told one by one: numbers and codes are told together."""
    return not isinstance(values[0], int | Labelled)


def _groups(root: str, path: str, old: Fact, new: Fact) -> Iterator[Difference]:
    """A group's main field needs no name of its own; the others stand within it."""
    main = next(iter(type(new).model_fields)) if hasattr(type(new), "main_field") else ""
    for name in type(new).model_fields:
        below = path if name == main else f"{path}{WITHIN}{label_of(type(new), name)}"
        yield from _values(root, below, getattr(old, name), getattr(new, name))


def _lists(
    root: str, path: str, old: tuple[Any, ...], new: tuple[Any, ...]
) -> Iterator[Difference]:
    several = max(len(old), len(new)) > 1
    for before, after, number in pairs(old, new):
        below = f"{path} ข้อ {number}" if several else path
        if before is None or after is None:
            yield _difference(root, below, as_text(before), as_text(after))
        else:
            yield from _values(root, below, before, after)
    if reordered(old, new):
        yield Difference(root, path, Kind.MOVED)


def _difference(root: str, path: str, old: str, new: str) -> Difference:
    kind = Kind.CHANGED if old and new else Kind.ADDED if new else Kind.REMOVED
    return Difference(root, path, kind, old, new)


def filled(fact: Fact, names: Collection[str]) -> str:
    """Some of a fact's fields, a line each with its name, for a fact that came or went whole."""
    named = ((label_of(type(fact), name), as_text(getattr(fact, name))) for name in names)
    return "\n".join(f"{name}: {text}" for name, text in named if text)
