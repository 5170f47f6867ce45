"""What an import did: what went where, what no fact took, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.blocks import Paragraph
from ita_site.office.importer.draft import get_fields, join_places, list_places, strip_column
from ita_site.office.importer.headings import is_tick
from ita_site.office.importer.spans import Source, Span, says_something

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_site.office.importer.blocks import Blocks
    from ita_site.office.importer.draft import Doubt, Value

SHORT: Final = "หัวข้อหรือข้อความสั้นที่ไม่มีช่องในข้อมูล"
PROSE: Final = "ข้อความบรรยายที่ไม่มีช่องในข้อมูล"
CELL: Final = "ช่องของตารางที่ไม่พบว่าเป็นข้อมูลใด"
PARTLY: Final = "ประโยคที่มีบางส่วนอยู่ในข้อมูลแล้ว"
REPEATED: Final = "หัวตารางที่พิมพ์ซ้ำ"
_PROSE_LENGTH: Final = 100


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text that is in no data file: where it stands, what it says, and why it was kept."""

    at: int
    place: str
    texts: tuple[str, ...]
    reason: str


@dataclass(slots=True)
class TakenSpans:
    """The stretches of each source that went to the data, and those left out on purpose."""

    data: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    persons: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def from_spans(cls, data: Iterable[Span], persons: Iterable[Span]) -> TakenSpans:
        """Both, by source."""
        return cls(_by_source(data), _by_source(persons))

    def holds(self, words: Span) -> bool:
        """Whether the data has all of a stretch."""
        spans = self.data.get(words.source.at, [])
        return any(start <= words.start and words.end <= end for start, end in spans)


def _by_source(listed: Iterable[Span]) -> dict[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for words in listed:
        spans.setdefault(words.source.at, []).append((words.start, words.end))
    return {at: sorted(stretches) for at, stretches in spans.items()}


def iter_sources(blocks: Blocks) -> Iterator[tuple[Source, bool]]:
    """Every paragraph and cell, numbered as `tables.read_parts` numbers them; True for a cell."""
    at = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Source(at, block.text, block.place), False
            at += 1
            continue
        for cell in (cell for row in block.rows for cell in row):
            yield Source(at, cell.text, cell.place), True
            at += 1


def iter_meaningful(blocks: Blocks) -> Iterator[tuple[Source, bool]]:
    """Those sources that tell something: words, or in a cell a tick."""
    for source, is_cell in iter_sources(blocks):
        if says_something(source.text) or (is_cell and is_tick(source.text)):
            yield source, is_cell


def find_leftovers(
    blocks: Blocks, taken: TakenSpans, reasons: Mapping[int, str]
) -> tuple[Leftover, ...]:
    """What is left beside the stretches taken; bullets and dots by themselves are nothing.

    Of a cell it is what the data does not have; a sentence that has something left is kept
    whole, to be read.
    """
    return tuple(
        kept
        for source, is_cell in iter_meaningful(blocks)
        if (kept := _find_leftover(source, taken, reasons.get(source.at, ""), is_cell=is_cell))
    )


def _find_leftover(
    source: Source, taken: TakenSpans, reason: str, *, is_cell: bool
) -> Leftover | None:
    data, persons = taken.data.get(source.at, []), taken.persons.get(source.at, [])
    left = _gaps(source.text, sorted([*data, *persons]))
    if not left:
        return None
    texts = left if is_cell else _gaps(source.text, persons)
    why = reason or (CELL if is_cell else PARTLY if data else _reason_by_length(source.text))
    return Leftover(source.at, source.place, tuple(texts), why)


def _reason_by_length(text: str) -> str:
    return PROSE if len(text) > _PROSE_LENGTH else SHORT


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[str]:
    gaps, at = [], 0
    for start, end in [*spans, (len(text), len(text))]:
        if start > at and (says_something(text[at:start]) or is_tick(text)):
            gaps.append(text[at:start].strip())
        at = max(at, end)
    return gaps


def format_rest(kept: Iterable[Leftover], document: str) -> str:
    """The rest file: each text under its place and the reason, the cells of a row together."""
    lines = [
        f"ข้อความใน {document} ที่ไม่ได้อยู่ในไฟล์ข้อมูล",
        "อ่านทีละข้อ ถ้าเป็นข้อมูลให้คัดลอกไปใส่ในไฟล์ที่ถูก แล้วลบไฟล์นี้ได้",
    ]
    for (place, reason), group in groupby(
        kept, lambda each: (strip_column(each.place), each.reason)
    ):
        row = list(group)
        lines += ["", f"[{place if len(row) > 1 else row[0].place}] {reason}"]
        texts = (line.strip() for each in row for text in each.texts for line in text.splitlines())
        lines += filter(None, texts)
    return "\n".join([*lines, ""])


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
class WrittenFacts:
    """Facts that went to a file: what they are, how many, and from where."""

    file: str
    what: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cells with words there are, and how many arrived, wholly or in part.

    A cell may be both in the data and in the rest; `lost` are those in neither.
    """

    total: int
    in_data: int
    in_rest: int
    left_out: int
    lost: int


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did. `left_out` are the places of persons' names."""

    document: str
    written: tuple[WrittenFacts, ...]
    leftovers: tuple[Leftover, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[str, ...]
    cells: Counts
    paragraphs: Counts

    def __str__(self) -> str:
        return "\n".join(_report_lines(self))


def count_facts(trees: Mapping[str, Value]) -> tuple[WrittenFacts, ...]:
    """The facts of each file, counted."""
    return tuple(
        went for file, tree in trees.items() for went in _count_in_file(file, get_fields(tree))
    )


def count_sources(
    blocks: Blocks,
    in_data: Iterable[Span],
    kept: Iterable[Leftover],
    left_out: Iterable[Span],
    *,
    cells: bool,
) -> Counts:
    """How many cells, or paragraphs outside tables, went where."""
    wanted = {source.at for source, is_cell in iter_meaningful(blocks) if is_cell is cells}
    data = {words.source.at for words in in_data} & wanted
    rest = {each.at for each in kept} & wanted
    persons = {words.source.at for words in left_out} & wanted
    return Counts(
        len(wanted), len(data), len(rest), len(persons), len(wanted - data - rest - persons)
    )


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
    for went in report.written:
        yield f"  {went.file}: {went.what} {went.count}{_format_range(went.places)}"
    yield f"ตาราง: {_format_counts(report.cells, 'ช่อง')}"
    yield f"ข้อความนอกตาราง: {_format_counts(report.paragraphs, 'ย่อหน้า')}"
    if report.left_out:
        where = ", ".join(report.left_out)
        yield f"ไม่ใส่ชื่อผู้ลงนาม {len(report.left_out)} แห่ง ({where}) ถ้าต้องการให้ใช้ --with-names"
    if report.leftovers:
        yield f"ไม่ได้ใส่ในข้อมูล {len(report.leftovers)} ข้อความ เก็บไว้ใน import-rest.txt"
        yield from _format_reasons(report.leftovers)
    if report.doubts:
        yield f"โปรดดูเอง {len(report.doubts)} แห่ง"
        yield from (f"  {doubt.place}: {doubt.text}" for doubt in report.doubts)


def _format_reasons(kept: tuple[Leftover, ...]) -> Iterator[str]:
    for reason in dict.fromkeys(each.reason for each in kept):
        where = dict.fromkeys(strip_column(each.place) for each in kept if each.reason == reason)
        yield f"  {reason} ({join_places(where, _MOST_PLACES)})"


def _format_counts(cells: Counts, what: str) -> str:
    return (
        f"พบ {cells.total} {what} อยู่ในข้อมูล {cells.in_data} เก็บไว้ใน import-rest.txt {cells.in_rest}"
        f" หาย {cells.lost}"
    )


def _format_range(where: tuple[str, ...]) -> str:
    if not where:
        return ""
    return f" (จาก {where[0]})" if len(where) == 1 else f" (จาก {where[0]} ถึง {where[-1]})"
