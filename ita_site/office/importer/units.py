"""Who is responsible, from the words in a cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.office.importer.spans import Words
    from ita_site.office.importer.tree import Value

_UNIT: Final = "(?:สำนัก|กอง|ฝ่าย|งาน|หน่วย|ศูนย์|ส่วน|คณะ|กลุ่ม|ปลัด|ผู้|โรงเรียน|สถาน)"
_SEVERAL: Final = re.compile(rf"\s*(?:/|,|และ)\s*(?={_UNIT})")
_ALL: Final = re.compile(r"ทุก|ทก(?=สำนัก|กอง|ส่วน|หน่วย)")
_ALL_LED: Final = re.compile(r"(?P<all>ทุก.+?)\s*โดย(?:มี)?(?P<lead>.+?)เป็น(?:ผู้รับผิดชอบ|หลัก)\S*")
_TORN: Final = re.compile(
    r"(?<=[ก-๎]) (?=ฯ)|(?<=^สำนัก) (?=[ก-๎])|(?<=[ก-๎]) (?=และ|ภูมิภาค|ประมาณ|ศาสตร์|ทั่วไป)"
)
"""A space where a narrow column broke a name."""


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
        return [_named(line, line, role="all")]
    parts = _split(line)
    if len(parts) == 1 or not all(re.match(_UNIT, part.text) for part in parts):
        return [_named(line, line)]
    return [_named(part, line) for part in parts]


def _named(part: Words, line: Words, role: str = "") -> Value:
    """A unit: its name mended where a column's edge tore it, the words kept beside it."""
    mended = _TORN.sub("", part.text)
    name: Value = part if mended == part.text else mended
    unit: dict[str, Value] = {"name": name}
    if role:
        unit["role"] = role
    if mended != line.text:
        unit["as_printed"] = line
    return unit if len(unit) > 1 else name


def _split(line: Words) -> list[Words]:
    cuts = list(_SEVERAL.finditer(line.own))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), None]
    return [part for start, end in zip(starts, ends, strict=True) if (part := line.cut(start, end))]


def unit_names(units: Iterable[Value]) -> list[Value]:
    """The names among them that are one unit's, for the agency's own list."""
    found: list[Value] = []
    for unit in units:
        if not isinstance(unit, dict):
            found.append(unit)
        elif unit.get("role") != "all":
            found.append(unit["name"])
    return found
