"""The dates within facts, whatever they stand for."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from pydantic import BaseModel

from ita_site.facts.thai.calendar import BEDate

if TYPE_CHECKING:
    from collections.abc import Iterator


def dates_within(value: object) -> Iterator[BEDate]:
    """Every day that stands anywhere within models, data classes and collections of these."""
    if isinstance(value, BEDate):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from dates_within(getattr(value, name))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from dates_within(getattr(value, field.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from dates_within(part)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from dates_within(part)
