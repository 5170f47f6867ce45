"""Every field of the data files: where it is written, what it means, an example."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ita_site.facts.model.grouping import GroupKind
from ita_site.facts.schemas.files import MODELS
from ita_site.facts.schemas.make import CHOICE, FLAG, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.schemas.make import Schema

GROUPS = frozenset(kind.value for kind in GroupKind)
MOST_SHOWN = 3
PRINTED = "as_printed"


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """A field. `path` are the keys that lead to it; lists on the way are not counted.

    `problem` is the code reported when its value is not understood, with its `details`;
    `choices` are the codes it can have, each with its label; `below` the fields within it.
    """

    file: str
    path: tuple[str, ...]
    label: str
    example: Any
    is_list: bool
    is_required: bool
    problem: str = ""
    details: Mapping[str, str] | None = None
    choices: Mapping[str, str] | None = None
    below: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its path as people write it, such as `measures.steps`."""
        return ".".join(self.path)


@cache
def all_fields() -> tuple[FieldEntry, ...]:
    """Every field of every data file, in the order of the files and of the model."""
    return tuple(entry for file in MODELS for entry in _of_file(file))


def _of_file(file: str) -> Iterator[FieldEntry]:
    raw = Raw.from_models(file)
    yield from _fields(raw, raw.root, file, ())


def _fields(raw: Raw, group: Schema, file: str, path: tuple[str, ...]) -> Iterator[FieldEntry]:
    required = group.get("required", ())
    for name, field in group["properties"].items():
        plain = raw.plain(field)
        kind = raw.kind(plain)
        yield FieldEntry(
            file=file,
            path=(*path, name),
            label=plain["description"],
            example=_example(raw, plain),
            is_list=plain.get("type") == "array",
            is_required=name in required,
            problem=kind.get("problem", ""),
            details=kind.get("details"),
            choices=_choices(kind),
            below=tuple(kind.get("properties", ())),
        )
        if "properties" in kind:
            yield from _fields(raw, kind, file, (*path, name))


def _choices(kind: Schema) -> dict[str, str] | None:
    if kind.get("problem") != CHOICE:
        return None
    offered = kind["anyOf"][0]
    return dict(zip(offered["enum"], offered["enumDescriptions"], strict=True))


def _example(raw: Raw, plain: Schema) -> Any:  # noqa: ANN401 - a value of YAML
    """The model's example, else one of its kind; of a group, some of its fields'."""
    kind = raw.kind(plain)
    if "properties" in kind:
        one: Any = {name: _example(raw, field) for name, field in _shown(raw, kind)}
    else:
        one = next(iter(plain.get("examples") or kind.get("examples") or ("…",)))
    return [one] if plain.get("type") == "array" and not isinstance(one, list) else one


def _shown(raw: Raw, group: Schema) -> list[tuple[str, Schema]]:
    """What a group needs, and the first few of the rest that tell most."""
    fields = {name: raw.plain(field) for name, field in group["properties"].items()}
    needed = [name for name in fields if name in group.get("required", ())]
    rest = [name for name in fields if name not in needed and _tells(name, fields[name])]
    return [(name, fields[name]) for name in [*needed, *rest[:MOST_SHOWN]]]


def _tells(name: str, plain: Schema) -> bool:
    special = name.endswith(PRINTED) or name in GROUPS or plain.get("problem") == FLAG
    return not special and "properties" not in plain
