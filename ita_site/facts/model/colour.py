"""The agency's colour and whether white text can be read on it."""

from __future__ import annotations

import re
from dataclasses import dataclass

READABLE = 7.0
"""Contrast asked of white on the agency's colour: WCAG 2.2 level AAA for body text."""


@dataclass(frozen=True, slots=True)
class Colour:
    """An sRGB colour; channels are 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Colour:
        """Read `#16325c`.

        Raises:
            ValueError: when it is not six hexadecimal digits after `#`.
        """
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
            raise ValueError(text)
        red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
        return cls(red, green, blue)

    def __str__(self) -> str:
        """Write `#16325c`."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.2)."""
        linear = [_linear(channel / 255) for channel in (self.red, self.green, self.blue)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    @property
    def contrast_with_white(self) -> float:
        """1 to 21 (WCAG 2.2)."""
        return 1.05 / (self.luminance + 0.05)

    @property
    def readable_under_white(self) -> bool:
        """Whether white text on it reaches `READABLE`."""
        return self.contrast_with_white >= READABLE

    def nearest_readable(self) -> Colour:
        """The same hue, darkened no more than needed."""
        for percent in range(100, -1, -1):
            darker = Colour(*(c * percent // 100 for c in (self.red, self.green, self.blue)))
            if darker.readable_under_white:
                return darker
        raise AssertionError  # black is readable


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's constants
