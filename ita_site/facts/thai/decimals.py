"""Decimal numbers: exactly as written, rounded the way people round."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER: Final = re.compile(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_MEAN: Final = Context(prec=60)
PER_CENT: Final = "ร้อยละ"
_DIGIT: Final = re.compile(r"\s*[0-9๐-๙]")


def parse_decimal(text: str) -> Decimal:
    """Read a number, keeping the digits it was written with.

    Args:
        text: Thai or Arabic digits, e.g. "๙๗.๗๓", "1,250,000" or "-0.50"; spaces around are
            ignored.

    Returns:
        The number; "100.00" keeps its two decimals.

    Raises:
        ValueError: The text is not a plain number.
    """
    written = to_arabic(text).strip()
    if not _NUMBER.fullmatch(written):
        message = f"not a number: {text!r}"
        raise ValueError(message)
    return Decimal(written.replace(",", ""))


def round_half_up(value: Decimal, places: int = 2) -> Decimal:
    """Round to so many decimals, halves away from zero: 97.725 → 97.73.

    Args:
        value: A finite number of any length.
        places: How many decimals to keep.

    Returns:
        The number with exactly that many decimals, never a negative zero.

    Raises:
        ValueError: The value is infinite or not a number.
    """
    if not value.is_finite():
        message = f"cannot round {value}"
        raise ValueError(message)
    roomy = Context(prec=max(value.adjusted(), 0) + max(places, 0) + 2)
    unit = Decimal(1).scaleb(-places)
    return roomy.plus(value.quantize(unit, rounding=ROUND_HALF_UP, context=roomy))


def mean(values: Iterable[Decimal]) -> Decimal:
    """Return the arithmetic mean, not rounded (to 60 digits where it never ends).

    Args:
        values: One or more finite numbers.

    Returns:
        Their sum divided by how many they are.

    Raises:
        ValueError: There are no values.
    """
    total, count = Decimal(0), 0
    for value in values:
        total, count = _MEAN.add(total, value), count + 1
    if not count:
        message = "no values to take the mean of"
        raise ValueError(message)
    return _MEAN.divide(total, Decimal(count))


def format_number(value: Decimal | int) -> str:
    """Write a number with thousands separators and the decimals it has: "1,250.50"."""
    return f"{Decimal(value):,f}"


def measured(value: str, unit: str | None) -> str:
    """A value with its unit, as Thai is written: `ไม่น้อยกว่าร้อยละ 95`, `18 นาที`."""
    if unit is None or unit in value:
        return value
    if unit != PER_CENT:
        return f"{value} {unit}"
    return _DIGIT.sub(lambda digit: f"{PER_CENT} {digit[0].strip()}", value, count=1)
