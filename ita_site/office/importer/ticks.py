"""Columns that are ticked: a month, a quarter or a status stands in the heading, a sign below."""

from __future__ import annotations

import re
from typing import Final

from ita_site.facts.model.progress import Status
from ita_site.facts.thai.text import fold
from ita_site.facts.thai.timeframe import TimeframeKind, parse_timeframe

_SIGNS: Final = "/✓✔√☑🗸ü\uf0fc\uf050●•■◼⬤*←→↔⟵⟶⟷<>"
_TICK: Final = re.compile(rf"(?=.*[{_SIGNS}])[{_SIGNS}\s\-–—]+", re.DOTALL)
_SOME_YEAR: Final = 2568
_PERIODS: Final = (TimeframeKind.MONTH, TimeframeKind.QUARTERS)


def ticked_column(text: str) -> str | None:
    """What a tick below this heading tells, `timeframe` or `status`; None for other headings."""
    if _is_period(text):
        return "timeframe"
    return "status" if status_of(text) else None


def is_tick(text: str) -> bool:
    """Whether a cell holds nothing but a tick, a dot or an arrow; a dash is none."""
    return _TICK.fullmatch(text) is not None


def _is_period(text: str) -> bool:
    return parse_timeframe(text, fiscal_year=_SOME_YEAR).kind in _PERIODS


def status_of(text: str) -> Status | None:
    """The status these words are, as officers write it; None for other words."""
    words = {fold(word): Status.parse(code) for word, code in Status.synonyms().items()}
    words |= {fold(name): status for status in Status for name in (status.value, status.label)}
    return words.get(fold(text))
