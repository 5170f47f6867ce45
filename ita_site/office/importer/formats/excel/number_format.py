"""A number format of Excel, taken apart (ECMA-376, 18.8.31), and the dates it shows."""

from __future__ import annotations

import datetime as dt
import operator
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import ABBREVIATIONS, BUDDHIST_ERA, MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|ทั่วไป)|(?P<half>AM/PM|A/P)|(?P<exponent>E[+-]0+)|(?P<digit>[0#?])"
    r"|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<text>@)"
    r"|(?P<date>[dD]+|[mM]+|[yY]+|[bB]+|[eE]+|[hH]+|[sS]+)|(?P<other>.)",
    re.DOTALL,
)
_LOCALE: Final = re.compile(r"\$(?P<sign>[^-]*)(?:-(?P<code>[0-9A-Fa-f]+))?")
_CONDITION: Final = re.compile(r"(?P<sign>[<>]=?|=|<>)(?P<than>-?[0-9.]+)")
_ELAPSED: Final = re.compile(r"[hH]+|[mM]+|[sS]+")
_THAI_DIGITS: Final = re.compile(r"[tT](?=[0#?])")
_SIGNS: Final[dict[str, Callable[[Decimal, Decimal], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_THAI_NUMERALS: Final = 0x0D
_BUDDHIST_CALENDAR: Final = 0x07
LITERAL: Final = "literal"


@dataclass(frozen=True, slots=True)
class Section:
    """One of a format's up to four sections; each piece is its kind and its text."""

    pieces: tuple[tuple[str, str], ...]
    condition: tuple[str, Decimal] | None = None
    thai_digits: bool = False
    buddhist: bool = False

    def has(self, *kinds: str) -> bool:
        """Whether a piece of one of these kinds is there."""
        return any(kind in kinds for kind, _ in self.pieces)

    def holds_for(self, number: Decimal) -> bool:
        """Whether its own condition, such as [>=100], is met."""
        if self.condition is None:
            return False
        sign, than = self.condition
        return _SIGNS[sign](number, than)


@cache
def parse_sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code."""
    parts, start, at = [], 0, 0
    while at < len(code):
        match = _PIECE.match(code, at)
        if match is None:
            break
        if match["other"] == ";":
            parts.append(code[start:at])
            start = match.end()
        at = match.end()
    return tuple(map(_section, [*parts, code[start:]]))


def _section(code: str) -> Section:
    plain = _THAI_DIGITS.sub("", code)
    pieces, condition, locale = [], None, 0
    for match in _PIECE.finditer(plain):
        kind, text = match.lastgroup or LITERAL, match[match.lastgroup or 0]
        if kind == "bracket":
            condition = _condition(text) or condition
            sign, own = _locale(text)
            locale = own or locale
            kind, text = ("elapsed", text) if _ELAPSED.fullmatch(text) else (LITERAL, sign)
        pieces.append(_piece(kind, text))
    return Section(
        tuple(pieces),
        condition,
        locale >> 24 == _THAI_NUMERALS or plain != code,
        locale >> 16 & 0xFF == _BUDDHIST_CALENDAR,
    )


def _piece(kind: str, text: str) -> tuple[str, str]:
    if kind in ("quoted", "escaped", "other"):
        return LITERAL, text
    if kind in ("space", "fill"):
        return LITERAL, " " if kind == "space" else ""
    return kind, text


def _condition(text: str) -> tuple[str, Decimal] | None:
    match = _CONDITION.fullmatch(text)
    return (match["sign"], Decimal(match["than"])) if match else None


def _locale(text: str) -> tuple[str, int]:
    """A currency sign, and numerals, calendar and language as one number: NNCCLLLL."""
    match = _LOCALE.fullmatch(text)
    return (match["sign"], int(match["code"] or "0", 16)) if match else ("", 0)


_DAYS: Final = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_SHORT_DAYS: Final = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")
_ZERO_DAY: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no zones
_SHORT: Final = 2
_NAME, _WHOLE_NAME = 3, 4
_NOON: Final = 12

Moment = dt.datetime | dt.date | dt.time | dt.timedelta


def format_date(value: Moment, section: Section) -> str:
    """A day or time in a section's pieces; in one without any, the day as Thais write it."""
    moment = _moment(value)
    pieces = list(section.pieces)
    if not section.has("date", "elapsed"):
        return f"{moment.day} {ABBREVIATIONS[moment.month - 1]} {moment.year + BUDDHIST_ERA}"
    shown = (_date_piece(at, pieces, moment, section) for at in range(len(pieces)))
    return "".join(shown).strip()


def _moment(value: Moment) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001
    if isinstance(value, dt.time):
        return dt.datetime.combine(_ZERO_DAY, value)
    return _ZERO_DAY + value


def _date_piece(
    at: int, pieces: list[tuple[str, str]], moment: dt.datetime, section: Section
) -> str:
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
    return _short_year(moment.year + BUDDHIST_ERA * section.buddhist, length)


def _buddhist_year(moment: dt.datetime, length: int, _: Section) -> str:
    return _short_year(moment.year + BUDDHIST_ERA, length)


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
