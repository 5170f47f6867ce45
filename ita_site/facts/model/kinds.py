"""What kind of value a field of the model holds, as a program that reads tables asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias, get_args, get_origin

from pydantic import WithJsonSchema

from ita_site.facts.model import shapes
from ita_site.facts.model.described import group_of
from ita_site.facts.model.labelled import Labelled
from ita_site.facts.thai.calendar import BEDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.base import Fact


ChoiceType: TypeAlias = type[Labelled]


class Type(StrEnum):
    """A type of value, as Frictionless Table Schema calls it."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


class Unit(Labelled):
    """What a number counts."""

    POINTS = "points", "คะแนน (เต็ม 100)"
    PERCENT = "percent", "ร้อยละ"
    BAHT = "THB", "บาท"
    MONTHS = "months", "เดือน"
    YEAR = "year_BE", "ปี พ.ศ."


@dataclass(frozen=True, slots=True)
class Kind:
    """A type, with the unit of a number and the codes of a closed list."""

    type: Type = Type.STRING
    unit: Unit | None = None
    choices: ChoiceType | None = None

    @property
    def codes(self) -> tuple[Labelled, ...]:
        """The codes that it can be, all of them; none where it is no such list."""
        return tuple(self.choices) if self.choices else ()


TEXT: Final = Kind()
ORDER: Final = Kind(Type.INTEGER)
YEAR: Final = Kind(Type.INTEGER, Unit.YEAR)
POINTS: Final = Kind(Type.NUMBER, Unit.POINTS)
MONTHS: Final = Kind(Type.INTEGER, Unit.MONTHS)
DAY: Final = Kind(Type.DATE)
FLAG: Final = Kind(Type.BOOLEAN)
_UNITS: Final = (
    (shapes.SCORE, Unit.POINTS),
    (shapes.PERCENT, Unit.PERCENT),
    (shapes.BAHT, Unit.BAHT),
    (shapes.MONTHS, Unit.MONTHS),
    (shapes.YEAR, Unit.YEAR),
)
_TYPES: Final = (
    (bool, Type.BOOLEAN),
    (int, Type.INTEGER),
    (Decimal, Type.NUMBER),
    (BEDate, Type.DATE),
)


def of_choices(choices: ChoiceType) -> Kind:
    """A code of a closed list."""
    return Kind(choices=choices)


def kind_of(model: type[Fact], names: tuple[str, ...]) -> Kind:
    """The kind of the field to which names lead; of a list it is a text, its entries in a row."""
    name, *inner = names
    field = model.model_fields[name]
    if get_origin(field.annotation) is tuple:
        return TEXT
    if inner:
        group = group_of(model, name)
        return kind_of(group, tuple(inner)) if group else TEXT
    parts = [*_parts(field.annotation), *field.metadata]
    if choices := next((it for it in parts if isinstance(it, type) and _is_choice(it)), None):
        return of_choices(choices)
    found = next((known for kind, known in _TYPES if kind in parts), Type.STRING)
    shape = next((it for it in parts if isinstance(it, WithJsonSchema)), None)
    return Kind(found, next((unit for known, unit in _UNITS if known is shape), None))


def _is_choice(kind: type) -> bool:
    return issubclass(kind, Labelled)


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - types of all kinds
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _parts(inner)
