"""Sections of a text: what stands below a heading, until a heading of its rank or higher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import Item, parse_item
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.labels import style_of
from ita_site.office.importer.words.signers import begins_closing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span

_SHORT: Final = 60
_LONGEST: Final = 100
_FROM: Final = "จาก"
"""Behind it stands only where points come from."""
_LIMITS: Final = re.compile(r".{0,30}ข้อจำกัด")
_END: Final = re.compile(r"\(?ตารางที่|ภาคผนวก|เอกสารแนบ|หมายเหตุ|มาตรการ(?:ที่|ส่งเสริม|/|\s|$)")


def read_list(listed: Sequence[Span], at: int) -> list[Item]:
    """The bullets, or the entries numbered from 1, below the line before; of one style."""
    head = parse_item(listed[at - 1])
    entries: list[Item] = []
    for below in range(at, len(listed)):
        item = parse_item(listed[below])
        if not item.marked or begins_closing(listed, below):
            break
        if not entries and item.label and _last(item) != 1:
            break
        if entries and not _goes_on(entries, item):
            break
        follows = bool(entries) and _last(item) == _last(entries[-1]) + 1
        if outranks(head, item) and (not follows or names_section(listed, below)) and entries:
            break
        entries.append(item)
    return entries


def read_lines(listed: Sequence[Span], at: int) -> list[Item]:
    """The lines without marks below a heading that has a number or a colon."""
    head = listed[at - 1]
    if not (parse_item(head).label or head.text.endswith((":", "："))):
        return []
    end = find_end(listed, at)
    entries = [parse_item(words) for words in listed[at:end]]
    return [] if any(item.marked for item in entries) else entries


def find_end(listed: Sequence[Span], at: int) -> int:
    """Where the section ends whose heading is the line before: at a heading of its rank."""
    head = parse_item(listed[at - 1])
    before: Item | None = None
    for below in range(at, len(listed)):
        item = parse_item(listed[below])
        follows = before is not None and _last(item) == _last(before) + 1
        is_head = names_section(listed, below) if follows else True
        if begins_closing(listed, below) or _END.match(item.words.text):
            return below
        if is_head and (outranks(head, item) or is_section(listed[below])):
            return below
        before = item if item.label else before
    return len(listed)


def outranks(head: Item, item: Item) -> bool:
    """Whether a numbered line may stand beside a heading or above it: ๒.๓ and ๓. below ๒.๒."""
    if not (head.label and item.label) or _brackets(head.label) != _brackets(item.label):
        return False
    mine, other = _numbers(head), _numbers(item)
    if not other or len(other) > len(mine) or other[:-1] != mine[: len(other) - 1]:
        return False
    return other[-1] > mine[len(other) - 1]


def is_section(words: Span) -> bool:
    """Whether a line is the heading of weaknesses, of points to improve, or of limitations."""
    return names_points(words) or names_limits(words)


def names_points(words: Span) -> bool:
    """Whether a line is a short heading such as จุดที่ต้องพัฒนา."""
    return _names(words, "to_fix")


def names_findings(words: Span) -> bool:
    """Whether a line is a short heading such as ข้อค้นพบ."""
    return _names(words, "finding")


def _names(words: Span, role: str) -> bool:
    item = parse_item(words)
    text = item.words.stripped(" :：").text
    if len(text) > (_LONGEST if item.label else _SHORT):
        return False
    listed = (parse_heading(text), parse_heading(text.partition(_FROM)[0]))
    return any(found is not None and found.role == role and found.sure for found in listed)


def names_limits(words: Span) -> bool:
    """Whether a line is the heading of limitations, and no sentence that speaks of one."""
    item = parse_item(words)
    longest = 2 * _LONGEST if item.label else _SHORT
    return len(words.text) <= longest and _LIMITS.match(item.words.text) is not None


def names_section(listed: Sequence[Span], at: int) -> bool:
    """Whether a numbered line is a heading: of a known section, or with a list from 1 below it."""
    below = parse_item(listed[at + 1]) if at + 1 < len(listed) else None
    begins = below is not None and below.label is not None and _last(below) == 1
    return is_section(listed[at]) or begins


def _goes_on(entries: Sequence[Item], item: Item) -> bool:
    """Whether an entry is marked as those before, and does not begin anew."""
    first, last = entries[0], entries[-1]
    if not (first.label and item.label):
        return bool(first.label) == bool(item.label) and item.marked
    same = style_of(first.label) == style_of(item.label)
    return same and not (_last(item) == 1 and _last(last) > 1)


def _brackets(label: Span) -> str:
    return re.sub(r"[^()]", "", label.own)


def _numbers(item: Item) -> tuple[int, ...]:
    return tuple(int(each) for each in item.number.split(".") if each)


def _last(item: Item) -> int:
    return (_numbers(item) or (0,))[-1]
