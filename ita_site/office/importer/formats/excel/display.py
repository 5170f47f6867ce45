"""A cell's value as Excel shows it to a Thai officer."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from ita_site.facts.thai.numerals import to_thai
from ita_site.office.importer.formats.excel.number_format import (
    LITERAL,
    Section,
    format_date,
    parse_sections,
)

Value = str | bool | int | float | dt.datetime | dt.date | dt.time | dt.timedelta | None

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_DECIMALS: Final = 10
_TEXT_SECTION: Final = 3
_UP_TO_NEGATIVE, _UP_TO_ZERO = 2, 3


def display_value(value: Value, code: str) -> str:
    """What stands in the cell.

    Args:
        value: The cell's value, as openpyxl gives it.
        code: Its number format.

    Returns:
        The text; numbers rounded half up as their format says, dates in the format's calendar.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _format_text(
            _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value), parse_sections(code)
        )
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _format_number(Decimal(repr(value)), parse_sections(code))
    section = parse_sections(code)[0]
    return _digits(format_date(value, section), section)


def _format_text(text: str, sections: tuple[Section, ...]) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    wanted = sections[_TEXT_SECTION] if len(sections) > _TEXT_SECTION else sections[0]
    if not wanted.has("text"):
        return text
    return "".join(text if kind == "text" else literal.strip() for kind, literal in wanted.pieces)


def _format_number(number: Decimal, sections: tuple[Section, ...]) -> str:
    section, number = _choose_section(number, sections)
    if section.has("general", "text") or not section.pieces:
        text = "".join(
            _format_general(number) if kind in ("general", "text") else literal
            for kind, literal in section.pieces or [("general", "")]
        )
    elif section.has("exponent") or (section.has("digit") and (LITERAL, "/") in section.pieces):
        text = _format_general(number)
    elif not section.has("digit"):
        text = "".join(literal for kind, literal in section.pieces if kind == LITERAL)
    else:
        text = _fill_places(number, section)
    return _digits(text.strip(), section)


def _choose_section(number: Decimal, sections: tuple[Section, ...]) -> tuple[Section, Decimal]:
    """The section for a number; one for negative numbers alone prints its own minus."""
    if any(section.condition for section in sections):
        met = (section for section in sections if section.holds_for(number))
        return next(
            met, next((each for each in sections if not each.condition), sections[-1])
        ), number
    if number < 0 and len(sections) >= _UP_TO_NEGATIVE:
        return sections[1], -number
    if number == 0 and len(sections) >= _UP_TO_ZERO:
        return sections[2], number
    return sections[0], number


def _format_general(number: Decimal) -> str:
    """A number in the format General, with all digits before the point."""
    rounded = round(number, _MOST_DECIMALS)
    text = f"{rounded:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _fill_places(number: Decimal, section: Section) -> str:
    """A number in the places that its section has for digits."""
    pieces = list(section.pieces)
    point = next((at for at, (kind, _) in enumerate(pieces) if kind == "point"), len(pieces))
    places = [at for at, (kind, _) in enumerate(pieces) if kind == "digit"]
    decimals = [at for at in places if at > point]
    scaled = number * 100 ** sum(kind == "percent" for kind, _ in pieces)
    scaled /= 1000 ** _trailing_commas(pieces)
    rounded = abs(scaled).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    whole, _, rest = f"{rounded:f}".partition(".")
    before = [at for at in places if at < point]
    filled = _whole(whole, pieces, before) | _rest(rest, pieces, decimals)
    shows_point = point < len(pieces) and any(filled.get(at) for at in decimals)
    text = "".join(
        filled.get(at, _other(kind, literal, shows_point=shows_point))
        for at, (kind, literal) in enumerate(pieces)
    )
    return f"-{text.strip()}" if scaled < 0 and rounded else text


def _other(kind: str, literal: str, *, shows_point: bool) -> str:
    if kind == "point":
        return "." if shows_point else ""
    return literal if kind in (LITERAL, "percent", "date") else ""


def _whole(digits: str, pieces: list[tuple[str, str]], places: list[int]) -> dict[int, str]:
    """Digits into places from the right; what is left over goes before the first."""
    grouped = bool(places) and ("comma", ",") in pieces[places[0] : places[-1]]
    digits = "" if digits == "0" else digits
    filled, count = {}, 0
    for at in reversed(places):
        last = at == places[0]
        own, digits = (digits, "") if last else (digits[-1:], digits[:-1])
        own = own or {"0": "0", "?": " "}.get(pieces[at][1], "")
        text = ""
        for digit in reversed(own):
            text = digit + ("," if grouped and count and count % 3 == 0 else "") + text
            count += 1
        filled[at] = text
    return filled


def _rest(digits: str, pieces: list[tuple[str, str]], places: list[int]) -> dict[int, str]:
    """Digits behind the point; at the end a # shows no zero."""
    needed = [index for index, at in enumerate(places) if pieces[at][1] == "0"]
    kept = max(len(digits.rstrip("0")), 1 + max(needed, default=-1))
    return {
        at: digit if index < kept else ""
        for index, (at, digit) in enumerate(zip(places, digits, strict=True))
    }


def _trailing_commas(pieces: list[tuple[str, str]]) -> int:
    count = 0
    for kind, _ in reversed(pieces):
        if kind == "digit":
            return count
        count += kind == "comma"
    return 0


def _digits(text: str, section: Section) -> str:
    return to_thai(text) if section.thai_digits else text
