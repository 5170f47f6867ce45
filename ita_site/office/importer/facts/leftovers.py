"""What no fact took: where it stands, and beside which measure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.blocks import Paragraph
from ita_site.office.importer.document.spans import Source, says_something
from ita_site.office.importer.words.ticks import is_tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.office.importer.document.blocks import Blocks
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.words.hiding import Hiding

SHORT: Final = "หัวข้อหรือข้อความสั้นที่ไม่มีช่องในข้อมูล"
PROSE: Final = "ข้อความบรรยายที่ไม่มีช่องในข้อมูล"
CELL: Final = "ช่องของตารางที่ไม่พบว่าเป็นข้อมูลใด"
NUMBERED: Final = "เลขข้อหน้าหัวข้อที่อ่านแล้ว ไม่ต้องใส่ที่ใด"
PARTLY: Final = "ประโยคที่มีบางส่วนอยู่ในข้อมูลแล้ว"
REPEATED: Final = "หัวตารางที่พิมพ์ซ้ำ"
_ONLY_NUMBER: Final = re.compile(r"[0-9๐-๙.()\s]+")
_PROSE_LENGTH: Final = 100


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text that is in no data file: where it stands, what it says, and why it was kept.

    `measure` is the id of the measure it stands beside, `heading` what stands above it, `role`
    what that heading was read as; `in_table` tells that it is a cell.
    """

    at: int
    place: str
    texts: tuple[str, ...]
    reason: str
    measure: str = ""
    heading: str = ""
    role: str = ""
    in_table: bool = True

    def hidden_by(self, hide: Hiding) -> Leftover:
        """The same without persons."""
        texts = tuple(map(hide.hide, self.texts))
        return replace(
            self, place=hide.say(self.place), texts=texts, heading=hide.mask(self.heading)
        )


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
    for words in (part for each in listed for part in each.parts()):
        spans.setdefault(words.source.at, []).append((words.start, words.end))
    return {at: sorted(stretches) for at, stretches in spans.items()}


def iter_sources(blocks: Blocks) -> Iterator[tuple[Source, bool, str]]:
    """Every paragraph and cell, numbered as `tables.read_parts` numbers them.

    Yields:
        The source, True for a cell, and why its text is doubted, if it is.
    """
    at = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Source(at, block.text, block.place), False, block.doubt
            at += 1
            continue
        for cell in (cell for row in block.rows for cell in row):
            yield Source(at, cell.text, cell.place), True, cell.doubt
            at += 1


def iter_meaningful(blocks: Blocks) -> Iterator[tuple[Source, bool]]:
    """Those sources that tell something: words, or in a cell a tick; True for a cell."""
    for source, is_cell, _ in iter_sources(blocks):
        if says_something(source.text) or (is_cell and is_tick(source.text)):
            yield source, is_cell


def iter_doubts(blocks: Blocks) -> Iterator[tuple[Source, str]]:
    """The sources whose text the file's reader doubts, and why."""
    yield from ((source, doubt) for source, _, doubt in iter_sources(blocks) if doubt)


def find_leftovers(blocks: Blocks, taken: TakenSpans, draft: Draft) -> tuple[Leftover, ...]:
    """What is left beside the stretches taken; bullets and dots by themselves are nothing.

    Of a cell, and of a line that a measure's label begins, it is what the data does not have; a
    sentence that has something left is kept whole, to be read.
    """
    return tuple(
        kept
        for source, is_cell in iter_meaningful(blocks)
        if (kept := _find_leftover(source, taken, draft, is_cell=is_cell))
    )


def _find_leftover(
    source: Source, taken: TakenSpans, draft: Draft, *, is_cell: bool
) -> Leftover | None:
    data, persons = taken.data.get(source.at, []), taken.persons.get(source.at, [])
    left = _gaps(source.text, sorted([*data, *persons]))
    if not left:
        return None
    owner, heading = draft.owners.get(source.at, ""), draft.headings.get(source.at, "")
    texts = left if is_cell or (owner and heading) else _gaps(source.text, persons)
    why = draft.reasons.get(source.at) or (
        CELL if is_cell else _reason_beside(left) if data else _reason_by_length(source.text)
    )
    role = draft.roles.get(source.at, "")
    return Leftover(source.at, source.place, tuple(texts), why, owner, heading, role, is_cell)


def _reason_beside(left: list[str]) -> str:
    """Why a sentence was kept that is in the data but for these parts."""
    return NUMBERED if all(map(_ONLY_NUMBER.fullmatch, left)) else PARTLY


def _reason_by_length(text: str) -> str:
    return PROSE if len(text) > _PROSE_LENGTH else SHORT


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[str]:
    gaps, at, ticked = [], 0, is_tick(text)
    for start, end in [*spans, (len(text), len(text))]:
        if start > at and (ticked or says_something(text[at:start])):
            gaps.append(text[at:start].strip())
        at = max(at, end)
    return gaps
