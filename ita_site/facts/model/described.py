"""Every field by the one description it has: what it is called, what it means, how it is reached.

The Thai `description` in the model (its first words, or `title` where those would not do) is
what schemas, tables, the guide and the log of changes call a field.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from ita_site.facts.model.base import Fact, Shorthand

if TYPE_CHECKING:
    from collections.abc import Iterator

WITHIN = ": "
GUIDANCE = (" เช่น ", " ใช้ใน")
"""Words with which a description goes on to tell how the field is filled in."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field that holds values rather than other fields, as reached from some model.

    `names` lead to it in the model, `keys` in a data file; lists on the way are not counted.
    `column` are the keys by which a table calls it: those of a bare text are its group's.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    column: tuple[str, ...]
    label: str
    description: str

    @property
    def path(self) -> str:
        """Its names as one word: `units.role`."""
        return ".".join(self.names)


def label_of(model: type[Fact], name: str) -> str:
    """What a field is called in Thai."""
    field = model.model_fields[name]
    label = field.title or field.description or name
    for words in GUIDANCE:
        label = label.partition(words)[0]
    return label


def group_of(model: type[Fact], name: str) -> type[Fact] | None:
    """The model of the fields within a field, or within each entry of it; None for values."""
    return next(_facts_within(model.model_fields[name].annotation), None)


def _facts_within(annotation: Any) -> Iterator[type[Fact]]:  # noqa: ANN401 - types of all kinds
    if isinstance(annotation, type) and issubclass(annotation, Fact):
        yield annotation
    for inner in get_args(annotation):
        yield from _facts_within(inner)


@cache
def leaves(model: type[Fact]) -> tuple[Leaf, ...]:
    """Every field of a model that holds values, however deep, in the order of the model."""
    return tuple(leaf for name in model.model_fields for leaf in _leaves_of(model, name))


def _leaves_of(model: type[Fact], name: str) -> Iterator[Leaf]:
    field, label = model.model_fields[name], label_of(model, name)
    key = field.alias or name
    if (group := group_of(model, name)) is None:
        yield Leaf((name,), (key,), (key,), label, field.description or label)
        return
    main = group.main_field() if issubclass(group, Shorthand) else None
    for leaf in leaves(group):
        is_main = leaf.names == (main,)
        yield Leaf(
            (name, *leaf.names),
            (key, *leaf.keys),
            (key,) if is_main else (key, *leaf.column),
            label if is_main else f"{label}{WITHIN}{leaf.label}",
            f"{field.description}{WITHIN}{leaf.description}",
        )


def values_at(fact: Any, names: tuple[str, ...]) -> Any:  # noqa: ANN401 - a fact, a list or none
    """What a fact holds at a leaf: a value, or for lists on the way a tuple of what each holds."""
    if not names or fact is None:
        return fact
    if isinstance(fact, tuple):
        return tuple(values_at(entry, names) for entry in fact)
    return values_at(getattr(fact, names[0], None), names[1:])
