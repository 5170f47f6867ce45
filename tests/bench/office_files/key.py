"""The key of a file: what it states, and where that belongs in the data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

POINTS = ("findings", "urgent_fixes", "improvements")
"""Where a weakness may stand: offices' words do not tell these three apart."""
Rounds = frozenset[int | None]
WHOLE_YEAR: Rounds = frozenset({None, 12})
"""Rounds of a report that does not say for which it is."""


class Fate(StrEnum):
    """Where a value of the document may end."""

    DATA = "data"
    REST = "rest"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a document.

    Attributes:
        measure: The title of the measure it speaks of; None for a fact of the whole agency.
        fields: The data fields where it is right, the best one first.
        value: What the data should hold, as far as text can say.
        printed: What stands in the document; empty where it is a tick or a colour.
        heading: The words over or before it, as printed.
        rounds: For reports, the rounds under which it is right.
        also: Other values that are as right.
        months: For a timeframe, its first and last month, counted from October (0 to 11).
        fate: Whether it belongs into the data, only into the rest, or nowhere.
    """

    measure: str | None
    fields: tuple[str, ...]
    value: str
    printed: str
    heading: str = ""
    rounds: Rounds | None = None
    also: tuple[str, ...] = ()
    months: tuple[int, int] | None = None
    fate: Fate = Fate.DATA


def score_of(key: object, score: object) -> str:
    """A score by its number or code, without zeros that a workbook drops."""
    return f"{key}={Decimal(str(score)).normalize():f}"
