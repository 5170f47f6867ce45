"""The number to dial in a telephone channel's words."""

from __future__ import annotations

import re

from ita_site.facts.thai.numerals import to_arabic

NUMBER = re.compile(r"(?:0\d{8,9}|\+66\d{8,9}|1\d{2,3})")


EXTENSION = re.compile(r"(?:ต่อ|#|ext\.?)\s*", re.IGNORECASE)
PAUSE = ","
"""Between a number and its extension: a telephone waits until it is answered, then goes on."""


def dialled(value: str) -> str:
    """What a telephone dials: the number, and its extension after a pause; empty for none."""
    written = to_arabic(value)
    if re.search(r"-\s*\d{1,2}$", written):  # a second number, told by its last digits
        return ""
    first, *rest = EXTENSION.split(written, maxsplit=1)
    number, extension = re.sub(r"[\s().-]", "", first), "".join(rest).strip()
    if not NUMBER.fullmatch(number):
        return ""
    return f"{number}{PAUSE}{extension}" if re.fullmatch(r"\d{1,6}", extension) else number
