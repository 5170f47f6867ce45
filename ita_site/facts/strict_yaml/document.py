"""A YAML file as read: plain values, where each stands, and what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]
"""Keys and list indexes from the root, such as `("measures", 2, "steps")`."""


def field_name(path: Path) -> str:
    """`("measures", 2, "steps")` as `measures[2].steps`."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{part}"
    return name.removeprefix(".")


class Mark(NamedTuple):
    """A place in a file; both count from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with the text itself, by catalogue code."""

    code: str
    mark: Mark
    path: Path = ()
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds. `value` is None when nothing could be read.

    `keys` tells where a mapping's key stands, `values` where a value begins, `empty` which
    fields stand without a value. With `partly_read` lines had to be left out. `text` is the
    whole file, remarks included.
    """

    value: Value = None
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()
    empty: tuple[Path, ...] = ()
    partly_read: bool = False
    text: str = ""

    def locate(self, path: Path) -> Mark:
        """Where the value is; for one that is not there, where its nearest parent is."""
        while path and path not in self.values:
            if path in self.keys:
                return self.keys[path]
            path = path[:-1]
        return self.keys.get(path) or self.values.get(path) or Mark(1, 1)

    def locate_value(self, path: Path) -> Mark:
        """Where the value begins, or for one that is not there its nearest parent's value."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path) or Mark(1, 1)
