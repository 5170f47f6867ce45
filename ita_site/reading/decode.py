"""A document's values to a model, with every problem at its place.

What is wrong is set aside so that the rest can still be checked against other facts.
"""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ita_site.model.fields import suggestion
from ita_site.reading.sources import field_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from ita_site.problems import Problem
    from ita_site.reading.sources import Sources
    from ita_site.source.document import Path, Value

ModelT = TypeVar("ModelT", bound=BaseModel)
MOST_ROUNDS = 6

SHAPES = {
    "str": ("ข้อความ", "a text"),
    "list": ("รายการ (ขึ้นต้นแต่ละข้อด้วย “- ”)", "a list"),
    "dict": ("กลุ่มของช่อง (ชื่อช่อง: ค่า)", "a group of fields"),
}
EXPECTED = {"tuple_type": "list", "list_type": "list", "model_type": "dict", "dict_type": "dict"}


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
    model: type[ModelT], sources: Sources, file: str, *, fiscal_year: int | None = None
) -> Decoded[ModelT]:
    """Type a file's values by the model. Times without a year belong to `fiscal_year`."""
    value: Any = sources.documents[file].value
    context = {"fiscal_year": fiscal_year}
    problems: list[Problem] = []
    whole = True
    for _ in range(MOST_ROUNDS):
        try:
            decoded = model.model_validate({} if value is None else value, context=context)
            return Decoded(decoded, tuple(problems), whole)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=True)
            problems.extend(_problem(model, entry, sources, file) for entry in errors)
            if not isinstance(value, dict):
                break
            whole = _set_aside(value, [entry["loc"] for entry in _deepest(errors)]) and whole
    return Decoded(None, tuple(problems), whole=False)


def _deepest(errors: Iterable[ErrorDetails]) -> Iterator[Any]:
    for entry in errors:
        missing = entry["type"] == "missing"
        yield entry | {"loc": entry["loc"][:-1]} if missing else entry


def _set_aside(root: dict[str, Value], places: list[Path]) -> bool:
    """Remove the values at these places; False when that took an entry out of a list."""
    whole = True
    for place in sorted(set(places), key=lambda path: [str(part).zfill(6) for part in path])[::-1]:
        parent: Any = root
        steps = list(place)
        while len(steps) > 1 and _holds(parent, steps[0]):
            parent = parent[steps.pop(0)]
            if not isinstance(parent, dict | list):
                break
        whole = _remove(parent, steps[0] if steps else None, root, place) and whole
    return whole


def _holds(container: Any, key: Any) -> bool:  # noqa: ANN401
    if isinstance(container, list):
        return isinstance(key, int) and key < len(container)
    return isinstance(container, dict) and key in container


def _remove(parent: Any, key: Any, root: dict[str, Value], place: Path) -> bool:  # noqa: ANN401
    if isinstance(parent, dict):
        if key in parent:
            del parent[key]
        elif not place:
            root.clear()
        return True
    if _holds(parent, key):
        del parent[key]
    elif place and place[0] in root:
        del root[str(place[0])]
    return False


def _problem(model: type[BaseModel], error: ErrorDetails, sources: Sources, file: str) -> Problem:
    kind, path = error["type"], error["loc"]
    if kind.startswith("ITA"):
        details = {name: str(text) for name, text in error.get("ctx", {}).items()}
        return sources.problem(kind, file, path, details)
    if kind == "extra_forbidden":
        return sources.problem("ITA202", file, path, _unknown_key(model, path), at_key=True)
    if kind == "missing":
        return _missing(model, path, sources, file)
    return _wrong_shape(kind, path, error["input"], sources, file)


def _missing(model: type[BaseModel], path: Path, sources: Sources, file: str) -> Problem:
    """A field that is not there, or there without a value."""
    field, key = _field_at(model, path), str(path[-1])
    if path in sources.documents[file].values:
        return sources.problem("ITA223", file, path, {"key": key}, at_key=True)
    label = (field and field.description) or key
    found = sources.problem("ITA201", file, path[:-1], {"key": key, "label": label})
    return dataclasses.replace(found, field=field_name(path))


def _wrong_shape(kind: str, path: Path, found: object, sources: Sources, file: str) -> Problem:
    if found is None:
        named = next((part for part in reversed(path) if isinstance(part, str)), "")
        return sources.problem("ITA223", file, path, {"key": named})
    thai, english = SHAPES[EXPECTED.get(kind, "str")]
    found_thai, found_english = SHAPES.get(type(found).__name__, SHAPES["str"])
    details = {"expected": thai, "expected_en": english}
    details |= {"found": found_thai, "found_en": found_english}
    return sources.problem("ITA203", file, path, details)


def _unknown_key(model: type[BaseModel], path: Path) -> dict[str, str]:
    owner = _model_at(model, path[:-1])
    known = [field.alias or name for name, field in owner.model_fields.items()] if owner else []
    key = str(path[-1])
    return {"key": key, "choices": ", ".join(known), "suggestion": suggestion(key, known)}


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
