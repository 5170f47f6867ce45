"""Thai and Arabic numerals."""

from __future__ import annotations

from typing import Final

_ARABIC: Final = "0123456789"
_THAI: Final = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC: Final = str.maketrans(_THAI, _ARABIC)
_TO_THAI: Final = str.maketrans(_ARABIC, _THAI)


def to_arabic(text: str) -> str:
    """Return the text with ๐-๙ written as 0-9 and everything else as it was."""
    return text if text.isascii() else text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Return the text with 0-9 written as ๐-๙ and everything else as it was."""
    return text.translate(_TO_THAI)
