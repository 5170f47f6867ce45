"""Days and times as a number format shows them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import ABBREVIATIONS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.office.importer.excel.number_format import Section

_BUDDHIST_ERA: Final = 543
_DAYS: Final = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_SHORT_DAYS: Final = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")
_ZERO_DAY: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no zones
_SHORT: Final = 2
_NAME, _WHOLE_NAME = 3, 4
_NOON: Final = 12

Moment = dt.datetime | dt.date | dt.time | dt.timedelta


def shown_date(value: Moment, section: Section) -> str:
    """A day or time in a section's pieces; in one without any, the day as Thais write it."""
    moment = _moment(value)
    pieces = list(section.pieces)
    if not section.has("date", "elapsed"):
        return f"{moment.day} {ABBREVIATIONS[moment.month - 1]} {moment.year + _BUDDHIST_ERA}"
    said = (_piece(at, pieces, moment, section) for at in range(len(pieces)))
    return "".join(said).strip()


def _moment(value: Moment) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001
    if isinstance(value, dt.time):
        return dt.datetime.combine(_ZERO_DAY, value)
    return _ZERO_DAY + value


def _piece(at: int, pieces: list[tuple[str, str]], moment: dt.datetime, section: Section) -> str:
    kind, text = pieces[at]
    if kind == "elapsed":
        return str(int((moment - _ZERO_DAY).total_seconds() // _SECONDS[text[0].lower()]))
    if kind == "half":
        return "PM" if moment.hour >= _NOON else "AM"
    if kind != "date":
        return {"comma": ",", "point": ".", "digit": ""}.get(kind, text)
    letter, length = text[0].lower(), len(text)
    if letter == "m" and _are_minutes(at, pieces):
        return _padded(moment.minute, length)
    if letter == "h" and any(kind == "half" for kind, _ in pieces):
        return _padded(moment.hour % _NOON or _NOON, length)
    return _LETTERS[letter](moment, length, section)


_SECONDS: Final = {"h": 3600, "m": 60, "s": 1}


def _are_minutes(at: int, pieces: list[tuple[str, str]]) -> bool:
    dates = [index for index, (kind, _) in enumerate(pieces) if kind in ("date", "elapsed")]
    own = dates.index(at)
    before = pieces[dates[own - 1]][1][0].lower() if own else ""
    after = pieces[dates[own + 1]][1][0].lower() if own + 1 < len(dates) else ""
    return before == "h" or after == "s"


def _padded(number: int, length: int) -> str:
    return f"{number:02}" if length >= _SHORT else str(number)


def _day(moment: dt.datetime, length: int, _: Section) -> str:
    if length < _NAME:
        return _padded(moment.day, length)
    return (_SHORT_DAYS if length == _NAME else _DAYS)[moment.weekday()]


def _month(moment: dt.datetime, length: int, _: Section) -> str:
    if length < _NAME:
        return _padded(moment.month, length)
    return (ABBREVIATIONS if length == _NAME else MONTHS)[moment.month - 1]


def _year(moment: dt.datetime, length: int, section: Section) -> str:
    return _short_year(moment.year + _BUDDHIST_ERA * section.buddhist, length)


def _buddhist_year(moment: dt.datetime, length: int, _: Section) -> str:
    return _short_year(moment.year + _BUDDHIST_ERA, length)


def _short_year(year: int, length: int) -> str:
    return f"{year % 100:02}" if length <= _SHORT else str(year)


_LETTERS: Final[dict[str, Callable[[dt.datetime, int, Section], str]]] = {
    "d": _day,
    "m": _month,
    "y": _year,
    "e": lambda moment, _, section: _year(moment, _WHOLE_NAME, section),
    "b": _buddhist_year,
    "h": lambda moment, length, _: _padded(moment.hour, length),
    "s": lambda moment, length, _: _padded(moment.second, length),
}
