"""The official table as a page sets it on paper: few columns that fill, what repeats said once."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ita_site.site.documents.official_columns import GROUP, MEASURE, Lines
from ita_site.site.pages.text import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.site.documents.official_table import OfficialTable

ROUND = re.compile(r"- รอบ (\d+) เดือน")
NUMBER, DITTO = re.compile(r"\(?\d+(?:\.\d+)*[.)]*(?=\s)"), "”"
MOST = 7
"""Columns that a sheet which lies has room for."""
JOINED = (
    ("รอบ", "สถานะ", ""),
    ("สถานะ", "ร้อยละความสำเร็จ", "ร้อยละ"),
    ("ปัญหาอุปสรรค", "ข้อเสนอแนะ", "ข้อเสนอแนะ"),
    ("ตัวชี้วัดความสำเร็จ/เป้าหมาย", "งบประมาณ", "งบประมาณ"),
    ("การกำกับติดตาม", "ความเสี่ยง", "ความเสี่ยง"),
    ("ขั้นตอน/วิธีการปฏิบัติ", "แนวทาง", "แนวทาง"),
    ("การกำกับติดตาม", "ตัวชี้วัดความสำเร็จ/เป้าหมาย", "ตัวชี้วัดความสำเร็จ"),
    ("มาตรการ", "วัตถุประสงค์", "วัตถุประสงค์"),
    ("ผู้รับผิดชอบ", "ระยะเวลา", "ระยะเวลา"),
)
"""Columns that stand under one heading where there are too many or the second is mostly empty,
and how the second begins."""


class Block(NamedTuple):
    """The rows of one measure, under the topic that begins with it."""

    band: str
    rows: tuple[tuple[Lines, ...], ...]


class PrintedTable(NamedTuple):
    """Headings, and the rows measure by measure."""

    headings: Lines
    blocks: tuple[Block, ...]


def printed(table: OfficialTable) -> PrintedTable:
    """The same facts, set for paper."""
    if not table.rows:
        return PrintedTable((), ())
    columns = dict(zip(table.headings, zip(*table.rows, strict=True), strict=True))
    bands = columns.pop(GROUP.heading, ((),) * len(table.rows))
    if _mostly_alone(bands, columns[MEASURE.heading]):
        columns[MEASURE.heading] = tuple(map(_with_topic, bands, columns[MEASURE.heading]))
        bands = ((),) * len(table.rows)
    columns = _joined({name: tuple(map(_rounds, cells)) for name, cells in columns.items()})
    rows = list(zip(*columns.values(), strict=True))
    return PrintedTable(tuple(columns), tuple(_blocks(list(columns), bands, rows)))


def _mostly_alone(bands: Iterable[Lines], measures: Iterable[Lines]) -> bool:
    """Whether most topics have one measure, so that a row for each topic would only take room."""
    each = [band for band, _ in groupby(zip(bands, measures, strict=True))]
    topics = {band for band, _ in each if band}
    return len(topics) > len(each) / 2


def _with_topic(band: Lines, measure: Lines) -> Lines:
    """A measure and below it its topic, where its own name does not say that."""
    said = " ".join(measure)
    topics = (line for line in band if NUMBER.sub("", line, count=1).strip() not in said)
    return (*measure, *(f"{GROUP.heading} {one}" if NUMBER.match(one) else one for one in topics))


def _rounds(lines: Lines) -> Lines:
    """Reporting rounds, a line each in the official table, on one."""
    months = [found[1] for line in lines if (found := ROUND.fullmatch(line))]
    if not months:
        return lines
    rest = tuple(line for line in lines if not ROUND.fullmatch(line))
    return (*rest, f"รอบ {listed(months)} เดือน")


Columns = dict[str, tuple[Lines, ...]]


def _joined(columns: Columns) -> Columns:
    """Two columns under one heading, one pair after the other, until there are few enough."""
    renamed: dict[str, str] = {}
    for first, after, word in JOINED:
        own, second = renamed.get(first, first), renamed.get(after, after)
        if own not in columns or second not in columns:
            continue
        if len(columns) <= MOST and not _is_mostly_empty(columns[second]):
            continue
        both = tuple(
            (*one, *_begun(word, other))
            for one, other in zip(columns[own], columns[second], strict=True)
        )
        heading = f"{own}/{second}"
        renamed |= {first: heading, after: heading}
        columns = {
            heading if name == own else name: both if name == own else cells
            for name, cells in columns.items()
            if name != second
        }
    return columns


def _is_mostly_empty(cells: tuple[Lines, ...]) -> bool:
    return sum(map(bool, cells)) < len(cells) / 2


def _begun(word: str, lines: Lines) -> Lines:
    return (f"{word} {lines[0]}".strip(), *lines[1:]) if lines else ()


def _blocks(
    headings: list[str], bands: Iterable[Lines], rows: list[tuple[Lines, ...]]
) -> Iterator[Block]:
    own = next((at for at, name in enumerate(headings) if MEASURE.heading in name), 0)
    before: Lines = ()
    for _, same in groupby(zip(bands, rows, strict=True), key=lambda each: each[1][own]):
        of_one = list(same)
        band = of_one[0][0]
        said = "" if band == before else " ".join(band)
        before = band
        yield Block(said, tuple(_said_once([row for _, row in of_one])))


def _said_once(rows: list[tuple[Lines, ...]]) -> Iterator[tuple[Lines, ...]]:
    """What is the same in all rows of a measure, from its name on, stands in the first alone.

    The others have the measure's number, or a ditto: no cell spans rows, for a browser would
    keep all of those on one sheet.
    """
    same = 0
    while same < len(rows[0]) and len({row[same] for row in rows}) == 1:
        same += 1
    first, *others = rows
    yield first
    number = NUMBER.match(" ".join(first[0]))
    again = ((number[0] if number else DITTO,), *((),) * (same - 1))[:same]
    for row in others:
        yield (*again, *row[same:])
