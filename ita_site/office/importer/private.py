"""Persons and telephone numbers in the cells of tables, and the offices that stand beside them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.personal import names_by_title, persons, telephones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.spans import Span

_OFFICE: Final = re.compile(r"(?<![ก-ฮเ-ไ])(?:สำนัก|กอง|ฝ่าย|งาน|ศูนย์|ส่วน|กลุ่ม|หน่วย)[^\s/,()]{2,}")
_LETTERS: Final = re.compile(r"[A-Za-zก-ฮ]")
_FEW: Final = 3


def _places(text: str) -> list[tuple[int, int]]:
    """Where a text that should name an office tells of a person, without overlaps."""
    found: list[tuple[int, int]] = []
    listed = chain(persons(text), names_by_title(text), telephones(text))
    for start, end in sorted((each.start, each.end) for each in listed):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def find_private(line: Span) -> list[Span]:
    """The persons and telephone numbers of a line that should name an office."""
    return [line.cut(start, end) for start, end in _places(line.own)]


def cut_out(line: Span, private: Sequence[Span]) -> list[Span]:
    """What stands before, between and behind stretches of a line."""
    starts = [0, *(each.end - line.start for each in private)]
    ends = [*(each.start - line.start for each in private), None]
    return [line.cut(start, end) for start, end in zip(starts, ends, strict=True)]


def find_offices(words: Span) -> list[Span]:
    """The offices that words beside a person name."""
    return [words.within(match) for match in _OFFICE.finditer(words.own)]


def is_private(cell: str, *, with_position: bool) -> bool:
    """Whether a cell tells of a person and of nothing else; of the position too, if so wanted."""
    places = _places(cell)
    if not places:
        return False
    starts, ends = [0, *(end for _, end in places)], [*(start for start, _ in places), None]
    rest = " ".join(cell[start:end] for start, end in zip(starts, ends, strict=True))
    if with_position:
        return not _OFFICE.search(rest)
    return len(_LETTERS.findall(rest)) <= _FEW
