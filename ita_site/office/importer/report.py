"""What an import did: what went where, what no fact took, and what to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.content.folder import REST
from ita_site.office.importer.document.values import (
    get_fields,
    iter_noted,
    iter_values,
    join_places,
    list_places,
    strip_column,
)
from ita_site.office.importer.facts.leftovers import iter_meaningful

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_site.office.importer.document.blocks import Blocks
    from ita_site.office.importer.document.draft import Doubt, Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.document.values import Value
    from ita_site.office.importer.facts.leftovers import Leftover

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
    "memos": "บันทึกข้อความ",
    "channels": "ช่องทางร้องเรียน",
}
_MOST_PLACES = 30
_LAST_NUMBER = re.compile(r"(?P<name>.*\D)(?P<at>[0-9]{1,4})")
NOTED = "อยู่แต่ในหมายเหตุ (#) ข้างข้อมูล ไม่แสดงบนเว็บไซต์: {} ถ้าเป็นข้อมูล ใส่ในช่องของข้อมูลเอง"
FROM_PDF = "ถ้ามีไฟล์ Word หรือ Excel ของเอกสารนี้ ให้นำเข้าไฟล์นั้นแทน PDF จะได้ครบและตรงกว่า"
INNER = ("analysis", "limitations")


@dataclass(frozen=True, slots=True)
class WrittenFacts:
    """Facts that went to a file: what they are, how many, and from where."""

    file: str
    what: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cells with words there are, and where each went.

    A cell is counted once: what is doubted or partly kept is not among those in the data for
    certain. `noted` are those of which a remark beside the data is all there is, `only_noted` the
    places of those among them that hold words of which no field says all; `with_measure` are those
    in the rest beside their measure; `lost` are nowhere.
    """

    total: int
    in_data: int
    doubted: int
    noted: int
    in_rest: int
    with_measure: int
    left_out: int
    lost: int
    only_noted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did.

    `left_out` are the places of persons' names, `remarks` what else is told.
    """

    document: str
    written: tuple[WrittenFacts, ...]
    leftovers: tuple[Leftover, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[str, ...]
    cells: Counts
    paragraphs: Counts
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n".join(_report_lines(self))


def count_facts(trees: Mapping[str, Value]) -> tuple[WrittenFacts, ...]:
    """The facts of each file, counted."""
    return tuple(
        went for file, tree in trees.items() for went in _count_in_file(file, get_fields(tree))
    )


def count_sources(
    blocks: Blocks,
    files: Mapping[str, Value],
    kept: Iterable[Leftover],
    draft: Draft,
    *,
    cells: bool,
) -> Counts:
    """How many cells, or paragraphs outside tables, went where."""
    sources = [source for source, is_cell in iter_meaningful(blocks) if is_cell is cells]
    wanted = {source.at for source in sources}
    left = [each for each in kept if each.at in wanted]
    rest = {each.at for each in left}
    values = [words for tree in files.values() for words in iter_values(tree)]
    data = _cells_of((*values, *draft.understood(values))) & wanted - rest
    remarks = _cells_of(words for tree in files.values() for words in iter_noted(tree))
    noted = remarks & wanted - rest - data
    unsaid = _cells_of(words for tree in files.values() for words in iter_noted(tree, unsaid=True))
    persons = _cells_of(draft.left_out) & wanted - rest - data - noted
    return Counts(
        total=len(wanted),
        in_data=len(data - draft.doubted),
        doubted=len(data & draft.doubted),
        noted=len(noted),
        in_rest=len(rest),
        with_measure=sum(bool(each.measure) for each in left),
        left_out=len(persons),
        lost=len(wanted - data - noted - rest - persons),
        only_noted=tuple(
            strip_column(each.place)
            for each in sources
            if each.at in noted & unsaid and any(map(str.isalpha, each.text))
        ),
    )


def _cells_of(words: Iterable[Span]) -> set[int]:
    return {part.source.at for each in words for part in each.parts()}


def _count_in_file(file: str, fields: dict[str, Value]) -> Iterator[WrittenFacts]:
    single: dict[str, Value] = {}
    for name, value in fields.items():
        inner = get_fields(value)
        if name in INNER:
            yield from _count_in_file(file, {k: v for k, v in inner.items() if k in NAMES})
        elif name in NAMES:
            entries = _entries(value)
            yield WrittenFacts(file, NAMES[name], len(entries), list_places(entries))
        else:
            single[name] = value
    if single:
        yield WrittenFacts(
            file, f"ข้อมูลทั่วไป ({', '.join(single)})", len(single), list_places(single)
        )


def _entries(value: Value) -> list[Value]:
    inner = getattr(value, "value", value)
    return inner if isinstance(inner, list) else [inner]


def _report_lines(report: Report) -> Iterator[str]:
    yield f"นำเข้าจาก {report.document}"
    if report.document.lower().endswith(".pdf"):
        yield FROM_PDF
    for went in report.written:
        yield f"  {went.file}: {went.what} {went.count}{_format_range(went.places)}"
    yield f"ตาราง: {_format_counts(report.cells, 'ช่อง')}"
    yield f"ข้อความนอกตาราง: {_format_counts(report.paragraphs, 'ย่อหน้า')}"
    if noted := dict.fromkeys((*report.cells.only_noted, *report.paragraphs.only_noted)):
        yield NOTED.format(join_places(span_places(noted), _MOST_PLACES))
    yield from report.remarks
    if report.left_out:
        where = ", ".join(report.left_out)
        yield (
            f"ไม่ใส่ชื่อบุคคล เบอร์โทรศัพท์ อีเมล และเลขประจำตัวประชาชน {len(report.left_out)} แห่ง ({where})"
            " ถ้าต้องการเก็บชื่อให้ใช้ --with-names"
        )
    if report.leftovers:
        yield f"ไม่ได้ใส่ในข้อมูล {len(report.leftovers)} ข้อความ เก็บไว้ใน {REST}"
        yield from _format_reasons(report.leftovers)
    if report.doubts:
        yield f"โปรดดูเอง {len(report.doubts)} แห่ง"
        for text in dict.fromkeys(doubt.text for doubt in report.doubts):
            places = [each.place for each in report.doubts if each.text == text]
            yield f"  {join_places(places)}: {text}"


def _format_reasons(kept: tuple[Leftover, ...]) -> Iterator[str]:
    for reason in dict.fromkeys(each.reason for each in kept):
        where = dict.fromkeys(strip_column(each.place) for each in kept if each.reason == reason)
        yield f"  {reason} ({join_places(span_places(where), _MOST_PLACES)})"


def span_places(places: Iterable[str]) -> list[str]:
    """Places, those that follow each other as one: `ตาราง 1 แถว 2 ถึง 5`."""
    runs: list[tuple[str, int, int]] = []
    for place in places:
        found = _LAST_NUMBER.fullmatch(place)
        name, at = (found["name"], int(found["at"])) if found else (place, 0)
        if runs and runs[-1][0] == name and at == runs[-1][2] + 1 > 1:
            runs[-1] = (name, runs[-1][1], at)
        else:
            runs.append((name, at, at))
    return [_format_run(*run) for run in runs]


def _format_run(name: str, first: int, last: int) -> str:
    if not first:
        return name
    return f"{name}{first}" if first == last else f"{name}{first} ถึง {last}"


def _format_counts(counts: Counts, what: str) -> str:
    beside = f" (รู้มาตรการ {counts.with_measure})" if counts.with_measure else ""
    return (
        f"พบ {counts.total} {what} ใส่ในข้อมูล {counts.in_data} ใส่แล้วแต่ต้องดู {counts.doubted}"
        f" อยู่แต่ในหมายเหตุข้างข้อมูล {counts.noted}"
        f" เก็บไว้ใน {REST} {counts.in_rest}{beside} ไม่ใส่ {counts.left_out} หาย {counts.lost}"
    )


def _format_range(where: tuple[str, ...]) -> str:
    if not where:
        return ""
    return f" (จาก {where[0]})" if len(where) == 1 else f" (จาก {where[0]} ถึง {where[-1]})"
