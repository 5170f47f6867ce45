"""What a tick below a month says: the month, and the year that stands above it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import full_year
from ita_site.office.importer.words.dates import in_thai
from ita_site.office.importer.words.times import timeframe_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.columns import Column

FISCAL: Final = "“{}” เหนือเดือนหรือไตรมาสอ่านเป็นปีงบประมาณ แต่นำเข้าลงปี {} โปรดใส่ปีในระยะเวลาเอง"
_YEAR: Final = re.compile(
    r"[^0-9๐-๙]*(?P<year>(?:25|20|๒๕|๒๐)[0-9๐-๙]{2}"
    r"|(?:(?<=ปี)|(?<=ปี )|(?<=ศ\.)|(?<=ศ\. ))[0-9๐-๙]{2})\s*"
)
_FISCAL: Final = "ปีงบ"
_ITS_OWN: Final = re.compile(r"[0-9๐-๙]{2}")


def times_of_ticks(
    columns: Sequence[Column], year: int, doubts: list[tuple[Span, str]]
) -> dict[int, Span]:
    """What ticks below columns stand for, each month with the year above it.

    Args:
        columns: A table's columns.
        year: The fiscal year whose folder the facts go to, which goes without saying.
        doubts: Takes the headings whose year has no place behind what is below them.
    """
    times = {at: each.tick for at, each in enumerate(columns) if each.tick}
    below: dict[Span, list[int]] = {}
    for at, tick in times.items():
        above = (each for each in reversed(columns[at].parents) if _YEAR.fullmatch(each.own))
        heading = next(above, None)
        if heading and _starts_in(tick) and not _ITS_OWN.search(tick.own):
            below.setdefault(heading, []).append(at)
    for heading, places in below.items():
        behind = _year_behind([times[at] for at in places], heading, year, doubts)
        if behind:
            times |= {at: times[at].followed_by(behind, spaced=True) for at in places}
    return times


def in_place_of(tick: Span, place: str) -> Span:
    """What a tick says, as if it stood where the tick does."""
    then = in_place_of(tick.then, place) if tick.then else None
    return replace(tick, source=replace(tick.source, place=place), then=then)


def _year_behind(
    ticks: Sequence[Span], heading: Span, year: int, doubts: list[tuple[Span, str]]
) -> Span | None:
    """What of a heading belongs behind the months below it: a calendar's year, else nothing.

    Months that go over the end of a year, and quarters, are of a fiscal year.
    """
    found = _YEAR.fullmatch(heading.own)
    months = [_starts_in(tick) for tick in ticks]
    is_fiscal = _FISCAL in heading.own or any("ไตรมาส" in tick.own for tick in ticks)
    if not (is_fiscal or any(after < one for one, after in pairwise(months))):
        return heading.within(found, "year") if found else None
    named = full_year(in_thai(heading.within(found, "year").text)) if found else year
    if named != year:
        doubts.append((heading, FISCAL.format(heading, year)))
    return None


def _starts_in(tick: Span) -> int:
    """The month that a time begins in; 0 for what is no time."""
    start = timeframe_of(tick.text).start
    return start.month if start else 0
