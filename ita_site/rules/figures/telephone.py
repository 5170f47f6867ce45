"""The number to dial in a telephone channel's words."""

from __future__ import annotations

import re

from ita_site.facts.thai.numerals import to_arabic

NUMBER = re.compile(r"(?:0\d{8,9}|\+66\d{8,9}|1\d{2,3})")


def dialled(value: str) -> str:
    """The number a telephone dials, without spaces and extension; empty when there is none."""
    if re.search(r"-\s*\d{1,2}$", to_arabic(value)):  # a second number, told by its last digits
        return ""
    number = re.sub(r"[\s().-]", "", re.split(r"ต่อ|#|ext", to_arabic(value))[0])
    return number if NUMBER.fullmatch(number) else ""
