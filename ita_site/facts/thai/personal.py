"""Numbers and addresses that belong to one person, and what may be shown of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.facts.thai.numerals import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator


class Found(NamedTuple):
    """Something personal: where it stands in the text, what it is, and how it may be shown."""

    start: int
    end: int
    value: str
    masked: str


_GAP: Final = r"[ \u00a0.\-\u2010-\u2014]{0,3}"
_ID: Final = re.compile(rf"[1-8๑-๘](?<!\d.){_GAP}\d{{4}}{_GAP}\d{{5}}{_GAP}\d{{2}}{_GAP}\d(?!\d)")
_FIVE_DIGITS: Final = re.compile(r"[0-9๐-๙]{5}")
_MOBILE: Final = re.compile(
    r"[0๐+(](?:(?<=[0๐])(?<!\d.)(?<!\d[.,/-].)|(?<=[+(])\+?[6๖]{2}\)?)"
    rf"(?P<rest>[ -]?[689๖๘๙](?:\)?{_GAP}\d){{8}})(?!\d|[.,/-]\d)"
)
_MOST_GROUPS: Final = 4
_HOST: Final = re.compile(
    r"@(?:gmail|googlemail|hotmail|outlook|live|windowslive|msn|yahoo|ymail|rocketmail|icloud|me"
    r"|protonmail|proton|aol|thaimail|chaiyo)\.(?:com|co\.th|net|me)(?![\w-]|\.\w)",
    re.IGNORECASE | re.ASCII,
)
_LONGEST_NAME: Final = 64
_NAME: Final = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*$", re.ASCII)
_ADDRESS: Final = re.compile(
    r"://|^www\.|\.(?:pdf|jpe?g|png|docx?|xlsx?|zip|html?)$", re.IGNORECASE
)


def citizen_ids(text: str) -> Iterator[Found]:
    """Numbers of Thai identity cards, told by their check digit; not within links and file names.

    A number that begins with 0 is a taxpayer's that is no person, such as an agency's.
    """
    for found in _ID.finditer(text) if _FIVE_DIGITS.search(text) else ():
        digits = re.sub(r"\D", "", to_arabic(found[0]))
        if is_citizen_id(digits) and not _in_address(found):
            yield Found(*found.span(), digits, f"{digits[0]}-xxxx-xxxxx-xx-x")


def is_citizen_id(digits: str) -> bool:
    """Whether 13 digits are the number of an identity card.

    The check digit is (11 - Σ digit × weight mod 11) mod 10 with the weights 13 to 2.
    """
    if len(digits) != 13 or not "1" <= digits[0] <= "8":  # noqa: PLR2004 - the number's length
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False)
    )
    return (11 - total % 11) % 10 == int(digits[-1])


def mobile_numbers(text: str) -> Iterator[Found]:
    """Telephone numbers of mobiles (06, 08, 09), however they are written."""
    for found in _MOBILE.finditer(text):
        groups = re.findall(r"\d+", to_arabic(found["rest"]))
        if len(groups) <= _MOST_GROUPS and not _in_address(found):
            digits = "0" + "".join(groups)
            yield Found(*found.span(), digits, f"{digits[:2]}x xxx xx{digits[-2:]}")


def free_mail(text: str) -> Iterator[Found]:
    """Mail addresses at providers where anybody may have one."""
    for found in _HOST.finditer(text):
        before = text[max(found.start() - _LONGEST_NAME, 0) : found.start()]
        if name := _NAME.search(before):
            start, value = found.start() - len(name[0]), f"{name[0]}{found[0]}".lower()
            yield Found(start, found.end(), value, f"{value[0]}…{found[0].lower()}")


def _in_address(found: re.Match[str]) -> bool:
    """Whether it is part of a link or of a file's name."""
    before = re.split(r"[\s<>\"'(]", found.string[: found.start()][-300:])[-1]
    after = re.split(r"[\s<>\"')]", found.string[found.end() :][:300])[0]
    return bool(_ADDRESS.search(f"{before}{found[0]}{after}"))
