"""Names of offices as their first word tells them: กองคลัง, งานพัสดุ, ปลัดเทศบาล."""

from __future__ import annotations

import re
from typing import Final

from ita_site.facts.model.agency import SHORT

_KINDS: Final = "สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย|โรงเรียน|สถานี|คณะ|แผนก"
_NO_OFFICES: Final = ("ผอ", "ผช", "หน", "จนท", "รก", "นวก", "จพง", "ดร", "นส", "พศ", "คศ", "สต")
"""What is written for short before a dot and is a position, a title, a year, or part of รพ.สต."""
_AGENCIES: Final = tuple(short.rstrip(".") for short in SHORT.values())
SHORT_OFFICE: Final = (
    r"(?:(?<![ก-๎A-Za-z.])|(?<=[ก-ฮ]{2}\.))"
    rf"(?!(?:{'|'.join((*_NO_OFFICES, *_AGENCIES))})\.)[ก-ฮ]{{2,5}}\."
)
"""An office for short, such as สป. or กค., which may follow another without a space."""
RUN_TOGETHER: Final = re.compile(rf"{SHORT_OFFICE}(?={SHORT_OFFICE})")
"""Offices for short with nothing between: สป.กค."""
OFFICE: Final = re.compile(rf"(?<![ก-ฮเ-ไ])(?:{_KINDS})[^\s/,()]{{2,}}|{SHORT_OFFICE}")
"""An office within words, by the first word of its name or for short."""
ONLY_OFFICES: Final = re.compile(
    rf"(?:{OFFICE.pattern})(?:\s*(?:[/,]|และ)?\s*(?:{OFFICE.pattern}))*"
)
_LONGEST: Final = 60
NAME: Final = re.compile(
    rf"(?:ทุก)?(?:{_KINDS})[^0-9]{{0,80}}|นิติกร|ปลัด[^0-9]{{0,30}}|ผู้บริหาร[^0-9]{{0,20}}"
)
_BROKEN: Final = re.compile(rf"(?:.*[\s,/])?(?:{_KINDS})")


def is_office(text: str) -> bool:
    """Whether a text begins as names of offices do, and holds little more."""
    return len(text) <= _LONGEST and NAME.fullmatch(text) is not None


def breaks_off(line: str) -> bool:
    """Whether a line ends within the name of an office: behind the word for its kind."""
    return _BROKEN.fullmatch(line) is not None
