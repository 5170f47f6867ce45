"""Sums of money as Thai offices write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from ita_site.facts.thai.decimals import parse_decimal

_PLACES: Final = {"พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6}
_SUM: Final = re.compile(
    r"(?:(?:ใช้)?งบประมาณ|จำนวน|วงเงิน)?\s*(?P<number>[0-9๐-๙.,]*[0-9๐-๙])\s*"
    rf"(?P<scale>{'|'.join(_PLACES)})?\s*(?:(?:\.?[-–])?\s*(?:บาท(?:ถ้วน)?|บ\.)?)"
)


def parse_baht(text: str) -> Decimal:
    """Read a sum in baht.

    Args:
        text: Thai or Arabic digits, as in "50000", "50,000 บาท", "๕๐,๐๐๐.-" or "1.5 ล้านบาท".

    Returns:
        The sum, never negative, with the decimals it was written with.

    Raises:
        ValueError: The text is not one sum.
    """
    found = _SUM.fullmatch(text.strip())
    if not found:
        message = f"not a sum of money: {text!r}"
        raise ValueError(message)
    number, places = parse_decimal(found["number"]), _PLACES.get(found["scale"], 0)
    return Decimal(f"{number.scaleb(places):f}")
