"""The numbers Word puts before list paragraphs, in each of its number formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.numerals import to_thai

if TYPE_CHECKING:
    from collections.abc import Callable

# Without the letters for kho khuat, kho khon, kho rakhang (ECMA-376, 17.18.59).
_THAI_LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_PRIVATE: Final = range(0xE000, 0xF900)
BULLET: Final = "•"
NO_NUMBER: Final = "none"


def in_format(number: int, form: str) -> str:
    """A number as Word writes it in a format of `w:numFmt`; unknown formats count in decimals."""
    return _FORMATS.get(form, str)(number)


def bullet(text: str) -> str:
    """A bullet's sign; one of a symbol font, which is a letter elsewhere, as a plain bullet."""
    return "".join(BULLET if ord(sign) in _PRIVATE else sign for sign in text)


def _letters(alphabet: str) -> Callable[[int], str]:
    def letter(number: int) -> str:
        if number < 1:
            return str(number)
        times, at = divmod(number - 1, len(alphabet))
        return alphabet[at] * (times + 1)

    return letter


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        while number >= value:
            number -= value
            found += sign
    return found


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02}",
    "thaiNumbers": lambda number: to_thai(str(number)),
    "thaiLetters": _letters(_THAI_LETTERS),
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "numberInDash": lambda number: f"- {number} -",
    NO_NUMBER: lambda _: "",
}
