"""The names of fields, and which of them hold numbers or yes-or-no: people quote neither."""

from __future__ import annotations

import typing
from decimal import Decimal
from functools import cache
from typing import Any

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.base import Fact
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.measures import Measures
from ita_site.facts.model.oit import OitIndex
from ita_site.facts.model.progress import Progress
from ita_site.facts.model.year import YearInfo

FILES = (Agency, Channels, YearInfo, Assessment, Measures, Progress, OitIndex)
NUMBERS = {int, Decimal, bool}


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
