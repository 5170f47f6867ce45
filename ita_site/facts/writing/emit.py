"""Values to the text of a data file, with remarks for whoever edits it next."""

from __future__ import annotations

import typing
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.base import Fact
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.measures import Measures
from ita_site.facts.model.oit import OitIndex
from ita_site.facts.model.progress import Progress
from ita_site.facts.model.year import YearInfo
from ita_site.facts.writing.scalar import inline, refuse_unseen, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.strict_yaml.document import Path, Value

Tree: TypeAlias = "list[Value] | dict[str, Value]"
STEP = 2
AIRY = frozenset({"measures", "progress"})
"""Lists whose entries are long: a blank line goes between them."""
NO_REMARKS: Mapping[Path, str] = {}
FILES = (Agency, Channels, YearInfo, Assessment, Measures, Progress, OitIndex)
NUMBERS = {int, Decimal, bool}


class _Blank(str):
    """A text of its own kind, so that it is like no other empty text."""

    __slots__ = ()


BLANK: Final = _Blank()
"""A field that is to stand without a value, for somebody to fill in; it is read as not there."""


def emit(value: Tree | None, remarks: Mapping[Path, str] = NO_REMARKS) -> str:
    """The YAML text of a file's values.

    Each remark stands above the value at its path, that of `()` at the head of the file; it
    may be there for a value that is not (None): fields and entries that are None are left
    out, and so are texts of spaces alone, but for `BLANK`. Our reader reads the same values
    from the text, without a flaw; other readers see the same texts, or a number written the same.

    Raises:
        UnwritableError: when a text holds a character no data file may hold.
    """
    head = remark_lines(remarks.get((), ""), ())
    body = [] if value is None else block(value, (), remarks)
    return "\n".join([*head, *([""] if head and body else []), *body, ""]) if head or body else ""


def block(value: Tree, path: Path, remarks: Mapping[Path, str] = NO_REMARKS) -> list[str]:
    """The lines of a group or list, from column one on, without its own remark."""
    if isinstance(value, dict):
        return list(_fields(value, path, remarks)) or ["{}"]
    return list(_entries(value, path, remarks)) or ["[]"]


def field_lines(key: str, value: Value, path: Path, remarks: Mapping[Path, str]) -> list[str]:
    """The lines of a field, with `path` that of the field; its own remark is not among them."""
    refuse_unseen(key, path)
    name = name_of(key)
    if value is BLANK:
        return [name]
    if isinstance(value, dict | list):
        lines = block(value, path, remarks)
        if lines in (["{}"], ["[]"]):
            return [f"{name} {lines[0]}"]
        return [name, *_indented(lines)]
    lines = scalar(str(value), number=key in number_fields(), path=path)
    return [f"{name} {lines[0]}", *_indented(lines[1:])]


def name_of(key: str) -> str:
    """A field's name with its colon."""
    return (key if key in field_names() else inline(key)) + ":"


def entry_lines(value: Value, path: Path, remarks: Mapping[Path, str]) -> list[str]:
    """The lines of a list's entry; a remark on its first field comes before the dash."""
    if not isinstance(value, dict | list):
        number = bool(path[:-1]) and path[-2] in number_fields()
        lines = scalar(str(value), number=number, path=path)
        return [f"- {lines[0]}", *_indented(lines[1:])]
    lines = block(value, path, remarks)
    first = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    above, body = lines[:first], _indented(lines[first:])
    return [*above, *(["- " + body[0][STEP:], *body[1:]] if body else [])]


def remark_lines(remark: str, path: Path) -> list[str]:
    """A remark as lines of a file."""
    refuse_unseen(remark, path)
    return [f"# {line}".rstrip() for line in remark.split("\n")] if remark else []


def is_nothing(value: Value) -> bool:
    """Whether it is left out, since our reader would not see it."""
    return value is None or (isinstance(value, str) and not value.strip())


def _fields(value: dict[str, Value], path: Path, remarks: Mapping[Path, str]) -> Iterator[str]:
    was_long = None
    for key, part in value.items():
        inner = (*path, key)
        lines = (
            [] if is_nothing(part) and part is not BLANK else field_lines(key, part, inner, remarks)
        )
        is_long = len(lines) > 1
        if not path and was_long is not None and (is_long or was_long):
            yield ""
        yield from remark_lines(remarks.get(inner, ""), inner)
        yield from lines
        was_long = is_long if lines or inner in remarks else was_long


def _entries(value: list[Value], path: Path, remarks: Mapping[Path, str]) -> Iterator[str]:
    airy, begun = len(path) == 1 and path[0] in AIRY, False
    for index, part in enumerate(value):
        inner = (*path, index)
        if airy and begun:
            yield ""
        yield from remark_lines(remarks.get(inner, ""), inner)
        if not is_nothing(part):
            yield from entry_lines(part, inner, remarks)
        begun = True


def _indented(lines: list[str]) -> list[str]:
    return [" " * STEP + line if line else line for line in lines]


def field_names() -> frozenset[str]:
    """The names of all fields of the data files."""
    return frozenset(_kinds())


@cache
def number_fields() -> frozenset[str]:
    """Those that hold numbers or yes-or-no wherever they occur."""
    return frozenset(name for name, found in _kinds().items() if found == {True})


@cache
def _kinds() -> dict[str, set[bool]]:
    kinds: dict[str, set[bool]] = {}
    for model in FILES:
        _gather(model, kinds)
    return kinds


def _gather(model: type[Fact], kinds: dict[str, set[bool]]) -> None:
    for name, field in model.model_fields.items():
        leaves = set(_leaves(field.annotation))
        kinds.setdefault(field.alias or name, set()).add(bool(leaves & NUMBERS))
        for leaf in leaves:
            if issubclass(leaf, Fact):
                _gather(leaf, kinds)


def _leaves(annotation: Any) -> typing.Iterator[type]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _leaves(part)
