"""The report of an import: what went where, what did not, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.office.importer.tree import fields_of, listed, places, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.office.importer.draft import Doubt
    from ita_site.office.importer.rest import Kept
    from ita_site.office.importer.tree import Value

NAMES = {
    "measures": "มาตรการ",
    "progress": "รายงานผล",
    "instruments": "คะแนนเครื่องมือ",
    "indicators": "คะแนนตัวชี้วัด",
    "questions": "ข้อคำถาม",
    "summaries": "สรุปรายเครื่องมือ",
    "urgent_fixes": "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน",
    "improvements": "ประเด็นที่จะพัฒนา",
    "findings": "ข้อค้นพบ",
    "recommendations": "ข้อเสนอแนะ",
    "items": "ข้อจำกัด",
    "conflicts": "ค่าที่ขัดกัน",
    "units": "ส่วนราชการ",
}
_MOST_PLACES = 30
INNER = ("analysis", "limitations")


@dataclass(frozen=True, slots=True)
class Went:
    """Facts that went to a file: what they are, how many, and from where."""

    file: str
    what: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """How many cells with words there are, and how many arrived, wholly or in part.

    A cell may be both in the data and in the rest; `lost` are those in neither.
    """

    found: int
    in_data: int
    in_rest: int
    left_out: int
    lost: int


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did. `left_out` are the places of persons' names."""

    document: str
    went: tuple[Went, ...]
    kept: tuple[Kept, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[str, ...]
    cells: Cells
    paragraphs: Cells

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def what_went(trees: Mapping[str, Value]) -> tuple[Went, ...]:
    """The facts of each file, counted."""
    return tuple(went for file, tree in trees.items() for went in _of_file(file, fields_of(tree)))


def _of_file(file: str, fields: dict[str, Value]) -> Iterator[Went]:
    single: dict[str, Value] = {}
    for name, value in fields.items():
        inner = fields_of(value)
        if name in INNER:
            yield from _of_file(file, {k: v for k, v in inner.items() if k in NAMES})
        elif name in NAMES:
            entries = _entries(value)
            yield Went(file, NAMES[name], len(entries), places(entries))
        else:
            single[name] = value
    if single:
        yield Went(file, f"ข้อมูลทั่วไป ({', '.join(single)})", len(single), places(single))


def _entries(value: Value) -> list[Value]:
    inner = getattr(value, "value", value)
    return inner if isinstance(inner, list) else [inner]


def _lines(report: Report) -> Iterator[str]:
    yield f"นำเข้าจาก {report.document}"
    for went in report.went:
        yield f"  {went.file}: {went.what} {went.count}{_from(went.places)}"
    yield f"ตาราง: {_counted(report.cells, 'ช่อง')}"
    yield f"ข้อความนอกตาราง: {_counted(report.paragraphs, 'ย่อหน้า')}"
    if report.left_out:
        where = ", ".join(report.left_out)
        yield f"ไม่ใส่ชื่อผู้ลงนาม {len(report.left_out)} แห่ง ({where}) ถ้าต้องการให้ใช้ --with-names"
    if report.kept:
        yield f"ไม่ได้ใส่ในข้อมูล {len(report.kept)} ข้อความ เก็บไว้ใน import-rest.txt"
        yield from _by_reason(report.kept)
    if report.doubts:
        yield f"โปรดดูเอง {len(report.doubts)} แห่ง"
        yield from (f"  {doubt.place}: {doubt.text}" for doubt in report.doubts)


def _by_reason(kept: tuple[Kept, ...]) -> Iterator[str]:
    for reason in dict.fromkeys(each.reason for each in kept):
        where = dict.fromkeys(row_of(each.place) for each in kept if each.reason == reason)
        yield f"  {reason} ({listed(where, _MOST_PLACES)})"


def _counted(cells: Cells, what: str) -> str:
    return (
        f"พบ {cells.found} {what} อยู่ในข้อมูล {cells.in_data} เก็บไว้ใน import-rest.txt {cells.in_rest}"
        f" หาย {cells.lost}"
    )


def _from(where: tuple[str, ...]) -> str:
    if not where:
        return ""
    return f" (จาก {where[0]})" if len(where) == 1 else f" (จาก {where[0]} ถึง {where[-1]})"
