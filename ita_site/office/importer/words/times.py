"""What the words of a heading or a cell say of time, whichever year it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.timeframe_words import parse_timeframe

if TYPE_CHECKING:
    from ita_site.facts.thai.timeframe import Timeframe

_SOME_YEAR: Final = 2568


def timeframe_of(text: str) -> Timeframe:
    """The timeframe as it is in some year: its months are those of any."""
    return parse_timeframe(text, fiscal_year=_SOME_YEAR)
