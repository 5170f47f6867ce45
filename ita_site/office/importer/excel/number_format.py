"""A number format of Excel, taken apart: sections, and the pieces of each (ECMA-376, 18.8.31)."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

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
_THAI_LANGUAGE: Final = 0x1E
LITERAL: Final = "literal"


@dataclass(frozen=True, slots=True)
class Section:
    """One of a format's up to four sections; each piece is its kind and its text."""

    pieces: tuple[tuple[str, str], ...]
    condition: tuple[str, Decimal] | None = None
    thai_digits: bool = False
    buddhist: bool = False
    thai_names: bool = False

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
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code."""
    parts, start, at = [], 0, 0
    while at < len(code):
        found = _PIECE.match(code, at)
        if found is None:
            break
        if found["other"] == ";":
            parts.append(code[start:at])
            start = found.end()
        at = found.end()
    return tuple(map(_section, [*parts, code[start:]]))


def _section(code: str) -> Section:
    plain = _THAI_DIGITS.sub("", code)
    pieces, condition, locale = [], None, 0
    for found in _PIECE.finditer(plain):
        kind, text = found.lastgroup or LITERAL, found[found.lastgroup or 0]
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
        locale & 0xFF == _THAI_LANGUAGE,
    )


def _piece(kind: str, text: str) -> tuple[str, str]:
    if kind in ("quoted", "escaped", "other"):
        return LITERAL, text
    if kind in ("space", "fill"):
        return LITERAL, " " if kind == "space" else ""
    return kind, text


def _condition(text: str) -> tuple[str, Decimal] | None:
    found = _CONDITION.fullmatch(text)
    return (found["sign"], Decimal(found["than"])) if found else None


def _locale(text: str) -> tuple[str, int]:
    """A currency sign, and numerals, calendar and language as one number: NNCCLLLL."""
    found = _LOCALE.fullmatch(text)
    return (found["sign"], int(found["code"] or "0", 16)) if found else ("", 0)
