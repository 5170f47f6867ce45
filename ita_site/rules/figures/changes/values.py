"""A value of the facts as the text by which people tell it from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.facts.model.base import Fact
from ita_site.facts.model.described import label_of
from ita_site.facts.model.fields import Labelled
from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.timeframe import Timeframe

if TYPE_CHECKING:
    from collections.abc import Iterator

BETWEEN = " · "


def as_text(value: Any) -> str:  # noqa: ANN401 - one line a kind of value
    """Its words; empty for nothing. A group of fields is its fields' words, in their order."""
    if value is None or value == ():
        return ""
    if isinstance(value, Fact):
        return BETWEEN.join(_parts(value))
    if isinstance(value, tuple):
        return BETWEEN.join(text for text in map(as_text, value) if text)
    return _scalar(value)


def _scalar(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, BEDate):
        return value.short()
    return value.raw if isinstance(value, Timeframe) else str(value)


def _parts(fact: Fact) -> Iterator[str]:
    for name, field in type(fact).model_fields.items():
        value = getattr(fact, name)
        if value != field.default and (text := as_text(value)):
            yield label_of(type(fact), name) if value is True else text
