"""Where each value of a file begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.strict_yaml.document import Path

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BLOCKS = ("|", ">")


class Spot(NamedTuple):
    """A place between characters; both count from 0."""

    line: int
    column: int


class Place(NamedTuple):
    """Where a value's text stands, and the spot behind its key.

    `column` is that of its keys or dashes. `flow` says that it is written in brackets.
    `name` is where its key or dash begins; for the root it is where the value begins.
    """

    kind: type[str | list[Any] | dict[str, Any]]
    start: Spot
    end: Spot
    column: int
    name: Spot
    behind_name: Spot
    flow: bool = False
    block: bool = False

    @property
    def is_long(self) -> bool:
        """Whether key and value take more than a line."""
        return self.end.line > self.name.line


def find_places(texts: list[str]) -> dict[Path, Place]:
    """The place of every value, by path, of a text that our reader finds no flaw in."""
    root = yaml.compose("\n".join(texts), Loader=LOADER)
    return dict(_walk(root, (), None, texts)) if root else {}


def _walk(
    node: yaml.Node, path: Path, names: tuple[Spot, Spot] | None, texts: list[str]
) -> Iterator[tuple[Path, Place]]:
    start = _spot(node.start_mark)
    end, name = _end(node, texts), names or (start, start)
    block = isinstance(node, yaml.ScalarNode) and node.style in BLOCKS
    flow = bool(getattr(node, "flow_style", False))
    kind = _kind(node)
    yield path, Place(kind, start, end, start.column, *name, flow, block)
    for key, inner, inner_names in _parts(node, texts):
        yield from _walk(inner, (*path, key), inner_names, texts)


def _kind(node: yaml.Node) -> type[str | list[Any] | dict[str, Any]]:
    if isinstance(node, yaml.MappingNode):
        return dict
    return list if isinstance(node, yaml.SequenceNode) else str


def _parts(
    node: yaml.Node, texts: list[str]
) -> Iterator[tuple[str | int, yaml.Node, tuple[Spot, Spot]]]:
    if isinstance(node, yaml.MappingNode):
        for key, inner in node.value:
            behind = _spot(key.end_mark)
            colon = texts[behind.line].find(":", behind.column)
            yield key.value, inner, (_spot(key.start_mark), Spot(behind.line, colon + 1))
    elif isinstance(node, yaml.SequenceNode):
        for index, inner in enumerate(node.value):
            dash = _dash(inner, node.start_mark.column, texts)
            yield index, inner, (dash, Spot(dash.line, dash.column + 1))


def _dash(node: yaml.Node, column: int, texts: list[str]) -> Spot:
    """The dash of an entry: on its own line, or on a line above."""
    line = min(node.start_mark.line, len(texts) - 1)
    while line > 0 and texts[line][column : column + 1] != "-":
        line -= 1
    return Spot(line, column)


def _end(node: yaml.Node, texts: list[str]) -> Spot:
    """Behind the last character of a value: not behind remarks and blank lines."""
    if isinstance(node, yaml.ScalarNode):
        return _trimmed(node, texts) if node.style in BLOCKS else _spot(node.end_mark)
    inner: list[Any] = node.value
    if getattr(node, "flow_style", False) or not inner:
        return _spot(node.end_mark)
    last = inner[-1]
    return _end(last[1] if isinstance(last, tuple) else last, texts)


def _trimmed(node: yaml.Node, texts: list[str]) -> Spot:
    line = min(node.end_mark.line, len(texts) - 1)
    if node.end_mark.column == 0 and line > node.start_mark.line:
        line = min(line, node.end_mark.line - 1)
    while line > node.start_mark.line and not texts[line].strip():
        line -= 1
    return Spot(line, len(texts[line]))


def _spot(mark: yaml.Mark | None) -> Spot:
    assert mark  # noqa: S101 - a node composed from a text has both
    return Spot(mark.line, mark.column)
