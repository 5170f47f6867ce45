"""Days as office files write them, in the words of Thai officers: 2024-10-01 is 1 ต.ค. 2567."""

from __future__ import annotations

import re
from typing import Final

from ita_site.facts.thai.calendar import ABBREVIATIONS, BUDDHIST_ERA
from ita_site.facts.thai.numerals import to_arabic

_FIRST: Final = 2400
_ISO: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?!\d)"
)
_SLASHED: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)"
)
_CHRISTIAN: Final = re.compile(r"(?<![0-9.,])(?P<year>(?:19[5-9]|20[0-9])[0-9])(?![0-9,])")


def has_christian_year(text: str) -> bool:
    """Whether a year of the Christian era stands in it."""
    return _CHRISTIAN.search(to_arabic(text)) is not None


def in_thai(text: str) -> str:
    """The text with its days and years as Thai officers write them; as it is where it has none."""
    plain = to_arabic(text)
    if not (_ISO.search(plain) or _SLASHED.search(plain) or _CHRISTIAN.search(plain)):
        return text
    for pattern in (_ISO, _SLASHED):
        plain = pattern.sub(_as_thai_day, plain)
    return _CHRISTIAN.sub(lambda found: str(int(found["year"]) + BUDDHIST_ERA), plain)


def _as_thai_day(found: re.Match[str]) -> str:
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    if not 1 <= month <= len(ABBREVIATIONS):
        return found[0]
    return f"{day} {ABBREVIATIONS[month - 1]} {year if year >= _FIRST else year + BUDDHIST_ERA}"


def span_of_days(start: str, end: str) -> str:
    """From one day until another, as one timeframe; of one alone that one."""
    days = [in_thai(day) for day in (start, end) if day]
    return " - ".join(dict.fromkeys(days))
