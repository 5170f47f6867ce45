"""Who is responsible, from the words in a cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.intake.tree import Value
    from ita_site.intake.words import Words

_UNIT: Final = "(?:สำนัก|กอง|ฝ่าย|งาน|หน่วย|ศูนย์|ส่วน|คณะ|กลุ่ม|ปลัด|ผู้|โรงเรียน|สถาน)"
_SEVERAL: Final = re.compile(rf"\s*(?:/|,|และ)\s*(?={_UNIT})")
_ALL: Final = re.compile(r"ทุก|ทก(?=สำนัก|กอง|ส่วน|หน่วย)")
_ALL_LED: Final = re.compile(r"(?P<all>ทุก.+?)\s*โดย(?:มี)?(?P<lead>.+?)เป็น(?:ผู้รับผิดชอบ|หลัก)\S*")


def responsible(lines: Iterable[Words]) -> list[Value]:
    """The units a cell names, each as a text or with its role and the words as printed."""
    return [unit for line in lines for unit in _units(line)]


def _units(line: Words) -> list[Value]:
    if led := _ALL_LED.fullmatch(line.own):
        return [
            {"name": line.within(led, "all"), "role": "all", "as_printed": line},
            {"name": line.within(led, "lead"), "role": "lead", "as_printed": line},
        ]
    if _ALL.search(line.text):
        return [{"name": line, "role": "all"}]
    parts = _split(line)
    if len(parts) == 1 or not all(re.match(_UNIT, part.text) for part in parts):
        return [line]
    return [{"name": part, "as_printed": line} for part in parts]


def _split(line: Words) -> list[Words]:
    cuts = list(_SEVERAL.finditer(line.own))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), None]
    return [part for start, end in zip(starts, ends, strict=True) if (part := line.cut(start, end))]


def unit_names(units: Iterable[Value]) -> list[Words]:
    """The names among them that are one unit's, for the agency's own list."""
    found: list[Words] = []
    for unit in units:
        if isinstance(unit, dict):
            name = unit["name"]
            if unit.get("role") != "all" and not isinstance(name, str | list | dict):
                found.append(name)  # type: ignore[arg-type]
        else:
            found.append(unit)  # type: ignore[arg-type]
    return found
