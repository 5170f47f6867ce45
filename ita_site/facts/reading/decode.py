"""A document's values to a model, with every problem at its place.

What is wrong is set aside so that the rest can still be checked against other facts.
"""

from __future__ import annotations

import copy
import dataclasses
import itertools
import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ita_site.facts.model.labelled import suggestion
from ita_site.facts.strict_yaml.document import field_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.sources import Sources
    from ita_site.facts.strict_yaml.document import Path, Value

ModelT = TypeVar("ModelT", bound=BaseModel)
MOST_ROUNDS = 6

FOUND = {
    "str": ("ข้อความ", "a text"),
    "list": ("รายการ", "a list"),
    "dict": ("กลุ่มของช่อง (ชื่อช่อง: ค่า)", "a group of fields"),
}
LISTED = ("ข้อความ หรือรายการที่ขึ้นต้นแต่ละข้อด้วย “- ”", "a text or a list")
EXPECTED = {
    "tuple_type": LISTED,
    "list_type": LISTED,
    "model_type": FOUND["dict"],
    "dict_type": FOUND["dict"],
}


@dataclass(frozen=True, slots=True)
class Decoded(Generic[ModelT]):
    """What could be made of a document.

    `value` is None when nothing could; `whole` is False when an entry of a list had to be
    left out, so that indexes and references no longer mean what the file says.
    """

    value: ModelT | None
    problems: tuple[Problem, ...]
    whole: bool = True


def decode(
    model: type[ModelT],
    sources: Sources,
    file: str,
    *,
    fiscal_year: int | None = None,
    over: dict[str, Any] | None = None,
) -> Decoded[ModelT]:
    """Type a file's values by the model. Times without a year belong to `fiscal_year`.

    The file's values are laid over those of `over`: groups of fields are put together, a
    list takes the place of a list.
    """
    value: Any = sources.documents[file].value
    value = _laid_over(over, {} if value is None else value)
    context = {"fiscal_year": fiscal_year}
    problems = list(_empty_fields(model, sources, file))
    removed: set[Path] = set()
    whole = True
    for _ in range(MOST_ROUNDS):
        try:
            decoded = model.model_validate(value, context=context)
            return Decoded(decoded, tuple(problems), whole)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        if whole:
            new = (entry for entry in errors if entry["loc"] not in removed)
            problems.extend(_problem(model, entry, sources, file) for entry in new)
        places = {_to_remove(entry) for entry in errors}
        if () in places or not isinstance(value, dict):
            break
        value = copy.deepcopy(value) if not removed else value
        removed |= places
        whole = _set_aside(value, places) and whole
    return Decoded(None, tuple(problems), whole=False)


def _laid_over(base: Any, value: Any) -> Any:  # noqa: ANN401 - values of a document
    if not isinstance(base, dict) or not isinstance(value, dict):
        return value
    return base | {key: _laid_over(base.get(key), part) for key, part in value.items()}


def _empty_fields(model: type[BaseModel], sources: Sources, file: str) -> Iterator[Problem]:
    """Fields without a value that would mislead: unknown ones, and yes-or-no ones."""
    for path in sources.documents[file].empty:
        owner, field = _model_at(model, path[:-1]), _field_at(model, path)
        if owner and field is None:
            yield sources.problem("ITA202", file, path, _unknown_key(model, path), at_key=True)
        elif field and field.annotation is bool:
            yield sources.problem("ITA223", file, path, {"key": str(path[-1])}, at_key=True)


def _to_remove(error: ErrorDetails) -> Path:
    """What has to go so that the rest can be read: for a missing field, all it belongs to."""
    return error["loc"][:-1] if error["type"] == "missing" else error["loc"]


def _set_aside(root: dict[str, Value], places: Iterable[Path]) -> bool:
    """Remove the values at these places; False when that took an entry out of a list."""
    whole = True
    for place in sorted(places, key=_in_order, reverse=True):
        owner, key = _owner(root, place)
        if _holds(owner, key):
            del owner[key]
            whole = whole and isinstance(owner, dict)
    return whole


def _in_order(path: Path) -> list[str]:
    return [str(part).zfill(6) for part in path]


def _owner(root: dict[str, Value], place: Path) -> tuple[Any, str | int]:
    """The innermost container on the way to a place, and what it holds of it."""
    owner: Any = root
    for step, after in itertools.pairwise(place):
        if not _holds(owner, step) or not _holds(owner[step], after):
            return owner, step
        owner = owner[step]
    return owner, place[-1]


def _holds(container: object, key: str | int) -> bool:
    if isinstance(container, list):
        return isinstance(key, int) and key < len(container)
    return isinstance(container, dict) and key in container


def _problem(model: type[BaseModel], error: ErrorDetails, sources: Sources, file: str) -> Problem:
    kind, path = error["type"], error["loc"]
    if kind.startswith("ITA"):
        details = {name: str(text) for name, text in error.get("ctx", {}).items()}
        return sources.problem(kind, file, path, details)
    if kind == "extra_forbidden":
        return sources.problem("ITA202", file, path, _unknown_key(model, path), at_key=True)
    if kind == "missing":
        return _missing(model, path, sources, file)
    return _wrong_shape(model, error, sources, file)


def _missing(model: type[BaseModel], path: Path, sources: Sources, file: str) -> Problem:
    """A field that is not there, or there without a value."""
    field, key = _field_at(model, path), str(path[-1])
    if path in sources.documents[file].values:
        return sources.problem("ITA223", file, path, {"key": key}, at_key=True)
    label = (field and field.description) or key
    found = sources.problem("ITA201", file, path[:-1], {"key": key, "label": label})
    return dataclasses.replace(found, field=field_name(path))


def _wrong_shape(
    model: type[BaseModel], error: ErrorDetails, sources: Sources, file: str
) -> Problem:
    kind, path, given = error["type"], error["loc"], error["input"]
    if given is None:
        named = next((part for part in reversed(path) if isinstance(part, str)), "")
        return sources.problem("ITA223", file, path, {"key": named})
    if kind in _GROUPS and (found := _misplaced_entries(model, path, given)):
        return sources.problem(found[0], file, path, found[1])
    thai, english = EXPECTED.get(kind, FOUND["str"])
    found_thai, found_english = FOUND.get(type(given).__name__, FOUND["str"])
    details = {"expected": thai, "expected_en": english}
    details |= {"found": found_thai, "found_en": found_english}
    return sources.problem("ITA203", file, path, details)


_GROUPS = ("model_type", "dict_type")


def _misplaced_entries(
    model: type[BaseModel], path: Path, given: object
) -> tuple[str, dict[str, str]] | None:
    """A list whose field's name was deleted, or a text where entries with fields belong."""
    if not path and isinstance(given, list):
        lists = [name for name, field in _named_fields(model) if _inner_model(field.annotation)]
        return ("ITA132", {"key": lists[0]}) if lists else None
    owner = _model_at(model, path)
    if isinstance(given, str) and owner and path and isinstance(path[-1], int):
        return "ITA133", {"value": given, "lines": _lines_of_entry(owner, given)}
    return None


def _lines_of_entry(owner: type[BaseModel], given: str) -> str:
    """The first lines of such an entry, with an address where addresses go."""
    names = [name for name, field in _named_fields(owner) if field.is_required()]
    place = next((name for name, _ in _named_fields(owner) if name == "url"), None)
    if place and place not in names and "://" in given:
        names.append(place)
    values = {name: given if name == place and "://" in given else "…" for name in names}
    dashed = (
        f"{'  ' if at else '- '}{name}: {value}" for at, (name, value) in enumerate(values.items())
    )
    return " บรรทัดถัดไป ".join(f"“{line}”" for line in dashed)


def _named_fields(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    return [(field.alias or name, field) for name, field in model.model_fields.items()]


def _unknown_key(model: type[BaseModel], path: Path) -> dict[str, str]:
    owner = _model_at(model, path[:-1])
    fields = owner.model_fields.items() if owner else ()
    labels = {field.alias or name: field.description or "" for name, field in fields}
    key = str(path[-1])
    named = next((name for name, label in labels.items() if key == label), "")
    near = named or suggestion(key, list(labels))
    details = {"key": key, "choices": ", ".join(labels), "suggestion": near}
    return details if near else {**details, "place": "none"}


def _field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    owner = _model_at(model, path[:-1])
    return _field(owner, path[-1]) if owner and path else None


def _field(model: type[BaseModel], key: str | int) -> FieldInfo | None:
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            return field
    return None


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    found: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, str) and found:
            field = _field(found, part)
            found = _inner_model(field.annotation) if field else None
    return found


def _inner_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_inner_model(part) for part in typing.get_args(annotation))
    return next((model for model in inner if model), None)
