"""Names of offices as their first word tells them: กองคลัง, งานพัสดุ, ปลัดเทศบาล."""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = "สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย|โรงเรียน|สถานี|คณะ|แผนก"
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
