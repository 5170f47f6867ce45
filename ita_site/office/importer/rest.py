"""What no fact took: kept with its place and why, so that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.blocks import Paragraph
from ita_site.office.importer.spans import Source, Words, says_something
from ita_site.office.importer.ticks import is_tick
from ita_site.office.importer.tree import row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_site.office.importer.blocks import Blocks

SHORT: Final = "หัวข้อหรือข้อความสั้นที่ไม่มีช่องในข้อมูล"
PROSE: Final = "ข้อความบรรยายที่ไม่มีช่องในข้อมูล"
CELL: Final = "ช่องของตารางที่ไม่พบว่าเป็นข้อมูลใด"
PARTLY: Final = "ประโยคที่มีบางส่วนอยู่ในข้อมูลแล้ว"
REPEATED: Final = "หัวตารางที่พิมพ์ซ้ำ"
_PROSE_LENGTH: Final = 100


@dataclass(frozen=True, slots=True)
class Kept:
    """Text that is in no data file: where it stands, what it says, and why it was kept."""

    at: int
    place: str
    texts: tuple[str, ...]
    reason: str


@dataclass(slots=True)
class Taken:
    """The stretches of each source that went to the data, and those left out on purpose."""

    data: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    persons: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Iterable[Words], persons: Iterable[Words]) -> Taken:
        """Both, by source."""
        return cls(_by_source(data), _by_source(persons))

    def holds(self, words: Words) -> bool:
        """Whether the data has all of a stretch."""
        spans = self.data.get(words.source.at, [])
        return any(start <= words.start and words.end <= end for start, end in spans)


def _by_source(listed: Iterable[Words]) -> dict[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for words in listed:
        spans.setdefault(words.source.at, []).append((words.start, words.end))
    return {at: sorted(found) for at, found in spans.items()}


def sources(blocks: Blocks) -> Iterator[tuple[Source, bool]]:
    """Every paragraph and cell, numbered as `tables.parts` numbers them; True for a cell."""
    at = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Source(at, block.text, block.place), False
            at += 1
            continue
        for cell in (cell for row in block.rows for cell in row):
            yield Source(at, cell.text, cell.place), True
            at += 1


def told(blocks: Blocks) -> Iterator[tuple[Source, bool]]:
    """Those sources that tell something: words, or in a cell a tick."""
    for source, is_cell in sources(blocks):
        if says_something(source.text) or (is_cell and is_tick(source.text)):
            yield source, is_cell


def leftovers(blocks: Blocks, taken: Taken, reasons: Mapping[int, str]) -> tuple[Kept, ...]:
    """What is left beside the stretches taken; bullets and dots by themselves are nothing.

    Of a cell it is what the data does not have; a sentence that has something left is kept
    whole, to be read.
    """
    return tuple(
        kept
        for source, is_cell in told(blocks)
        if (kept := _kept(source, taken, reasons.get(source.at, ""), is_cell=is_cell))
    )


def _kept(source: Source, taken: Taken, reason: str, *, is_cell: bool) -> Kept | None:
    data, persons = taken.data.get(source.at, []), taken.persons.get(source.at, [])
    left = _gaps(source.text, sorted([*data, *persons]))
    if not left:
        return None
    texts = left if is_cell else _gaps(source.text, persons)
    why = reason or (CELL if is_cell else PARTLY if data else _length(source.text))
    return Kept(source.at, source.place, tuple(texts), why)


def _length(text: str) -> str:
    return PROSE if len(text) > _PROSE_LENGTH else SHORT


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[str]:
    found, at = [], 0
    for start, end in [*spans, (len(text), len(text))]:
        if start > at and (says_something(text[at:start]) or is_tick(text)):
            found.append(text[at:start].strip())
        at = max(at, end)
    return found


def as_text(kept: Iterable[Kept], document: str) -> str:
    """The rest file: each text under its place and the reason, the cells of a row together."""
    lines = [
        f"ข้อความใน {document} ที่ไม่ได้อยู่ในไฟล์ข้อมูล",
        "อ่านทีละข้อ ถ้าเป็นข้อมูลให้คัดลอกไปใส่ในไฟล์ที่ถูก แล้วลบไฟล์นี้ได้",
    ]
    for (place, reason), group in groupby(kept, lambda each: (row_of(each.place), each.reason)):
        row = list(group)
        lines += ["", f"[{place if len(row) > 1 else row[0].place}] {reason}"]
        lines += [line for each in row for text in each.texts for line in _lines(text)]
    return "\n".join([*lines, ""])


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
