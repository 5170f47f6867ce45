"""The dates within facts, whatever they stand for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ita_site.facts.thai.calendar import BEDate

if TYPE_CHECKING:
    from collections.abc import Iterator


def dates_within(value: Any) -> Iterator[BEDate]:  # noqa: ANN401 - whatever facts are made of
    """Every day that stands anywhere within models, data classes and collections of these."""
    if isinstance(value, BEDate):
        yield value
    elif names := _fields(value.__class__):
        for name in names:
            yield from dates_within(getattr(value, name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from dates_within(part)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from dates_within(part)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Those of a model or a data class."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return tuple(getattr(kind, "__dataclass_fields__", ()))
