"""The day of which a heading speaks: ความก้าวหน้า ณ 31 มี.ค. 68, and the round that it ends."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import parse_date
from ita_site.office.importer.words.rounds import round_ended_in

if TYPE_CHECKING:
    from ita_site.office.importer.document.spans import Span

_YEAR: Final = r"(?:พ\.?\s*ศ\.?\s*)?(?:[0-9๐-๙]{4}|[0-9๐-๙]{2})(?![0-9๐-๙])"
_AS_OF: Final = re.compile(
    r"(?:[(（]\s*(?:สถานะ|ผล)?\s*)?(?:ข้อมูล\s*)?(?:สิ้นสุด\s*)?"
    r"(?<![ก-๎])(?<!ประกาศ )(?<!ให้ไว้ )ณ\s*(?:วันที่)?\s*"
    rf"(?P<day>[0-9๐-๙]{{1,2}}(?:\s*(?:เดือน)?\s*[ก-๎][ก-๎.]+\s*|[/-][0-9๐-๙]{{1,2}}[/-]){_YEAR})"
    r"\s*[)）]?"
)


@dataclass(frozen=True, slots=True)
class AsOf:
    """A day within a text: where it stands, what is left beside it, the round that it ends.

    `months` is empty where it is not the last day of a reporting round.
    """

    start: int
    end: int
    rest: str
    months: str


def find_as_of(text: str) -> AsOf | None:
    """The day of which a heading says that it tells how things stood."""
    found = _AS_OF.search(text)
    if found is None:
        return None
    try:
        day = parse_date(found["day"].replace("เดือน", ""))
    except ValueError:
        return None
    rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
    is_last = day.day == monthrange(day.to_date().year, day.month)[1]
    months = round_ended_in(day.month) if is_last else ""
    return AsOf(*found.span("day"), rest, months)


def day_in(words: Span) -> Span | None:
    """The same as a stretch of the heading."""
    found = find_as_of(words.own)
    return words.cut(found.start, found.end) if found else None
