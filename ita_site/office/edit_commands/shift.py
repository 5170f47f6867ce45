"""Last year's words of time, moved on to another year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ita_site.facts.thai.calendar import ABBREVIATIONS, MONTHS
from ita_site.facts.thai.numerals import to_arabic, to_thai

if TYPE_CHECKING:
    from ita_site.facts.strict_yaml.document import Value

DIGIT = "[0-9๐-๙]"
NAMES = "|".join(re.escape(name) for name in (*MONTHS, *ABBREVIATIONS, "ปีงบประมาณ", "ปี"))
YEAR = re.compile(
    rf"(?P<before>(?:{NAMES})\s*(?:พ\.?ศ\.?\s*)?)(?P<short>{DIGIT}{{2}})(?!{DIGIT})"
    rf"|(?<!{DIGIT})(?P<full>(?:25|๒๕){DIGIT}{{2}})(?!{DIGIT})"
)
"""A Buddhist year of four digits, or of two behind a month."""
TIMES = "timeframe"


def shifted(text: str, years: int) -> str:
    """A timeframe's words so many years later, in the digits they are written in."""
    return YEAR.sub(lambda found: _later(found, years), text)


def shift_times(value: Value, years: int) -> Value:
    """Every timeframe in a measure's values so many years later; all else as it is."""
    later: Value = _walk(value, years, times=False)
    return later


def _walk(value: Any, years: int, *, times: bool) -> Any:  # noqa: ANN401 - values of a document
    if isinstance(value, dict):
        return {key: _walk(part, years, times=key == TIMES) for key, part in value.items()}
    if isinstance(value, list):
        return [_walk(part, years, times=times) for part in value]
    return shifted(value, years) if times and isinstance(value, str) else value


def _later(found: re.Match[str], years: int) -> str:
    digits = found["full"] or found["short"]
    later = str(int(to_arabic(digits)) + years)[-len(digits) :]
    return (found["before"] or "") + (later if digits.isascii() else to_thai(later))
