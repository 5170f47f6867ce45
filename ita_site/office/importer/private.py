"""Persons and telephone numbers in the cells of tables, and the offices that stand beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.office_names import OFFICE, ONLY_OFFICES
from ita_site.office.importer.persons import (
    A_NAME,
    POSITION,
    cut_out,
    find_beside_offices,
    find_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ita_site.office.importer.spans import Span

_OPEN: Final = re.compile(r"\([^()]*$")
_SURNAME: Final = re.compile(rf"(?P<name>{A_NAME})\s*(?=\)|โทร|[0๐])\)?")
"""What ends a name that a narrow column broke."""
_LETTERS: Final = re.compile(r"[A-Za-zก-ฮ]")
_FEW: Final = 3
_SIGNS: Final = "(),:-–/"
_BESIDE_NUMBERS: Final = re.compile(
    r"(?:ตำแหน่ง|ผู้ประสานงาน|ประสานงาน|ติดต่อ|เบอร์|มือถือ|โทร\S*|ต่อ|ชื่อ|และ|หรือ|ที่|อีเมล์?|E-?mail|ID|[\s.:ๆ])*",
    re.IGNORECASE,
)
"""What is left where a person or a number was, and says nothing."""


def read_offices(lines: Iterable[Span], private: list[Span]) -> Iterator[Span]:
    """The offices that a cell's lines name; see `_read_line` for what is added to `private`."""
    is_open = False
    for line in lines:
        surname = _SURNAME.match(line.own) if is_open else None
        if surname:
            private.append(line.within(surname, "name"))
        rest = line.cut(surname.end()) if surname else line
        before = len(private)
        yield from _read_line(rest, private)
        last = private[-1] if len(private) > before else None
        is_open = bool(last and last.end == line.end and _OPEN.search(line.own))


def _read_line(line: Span, private: list[Span]) -> list[Span]:
    """The line, or of one that tells of a person the offices it names.

    The person, the number, and the position beside them are added to `private`. Offices in the
    brackets of a person count where none stands outside.
    """
    found = [line.cut(start, end) for start, end in find_beside_offices(line.own)]
    if not found:
        return [line]
    outside, inside = _pieces(line, found)
    offices = _offices(outside) or _offices(inside) or _positions(outside) or _positions(inside)
    named = {each.text for each in offices}
    beside = [piece for pieces in _pieces(line, [*found, *offices]) for piece in pieces]
    private.extend((*found, *(each for each in beside if _is_of_a_person(each, named))))
    return offices


def _pieces(line: Span, taken: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """What stands beside stretches of a line: outside of brackets, and within them."""
    sides: tuple[list[Span], list[Span]] = ([], [])
    depth = 0
    for each in cut_out(line, taken):
        for piece in re.finditer(r"[()]|[^()]+", each.own):
            if piece[0] in "()":
                depth = 1 if piece[0] == "(" else 0
            elif words := each.within(piece).stripped(_SIGNS):
                sides[depth].append(words)
    return sides


def _offices(pieces: list[Span]) -> list[Span]:
    """The offices that pieces name, each once; a piece that names nothing else as a whole."""
    named = [
        office
        for each in pieces
        for office in ([each] if ONLY_OFFICES.fullmatch(each.own) else _find_offices(each))
    ]
    return [*{each.text: each for each in reversed(named)}.values()][::-1]


def _positions(pieces: list[Span]) -> list[Span]:
    return [each for each in pieces if _says(each) or POSITION.match(each.own)]


def _find_offices(words: Span) -> list[Span]:
    return [words.within(match) for match in OFFICE.finditer(words.own)]


def _is_of_a_person(beside: Span, named: set[str]) -> bool:
    """Whether words beside a person say nothing, or only once more which office it is."""
    return not _says(beside) or any(name in beside.text for name in named)


def _says(words: Span) -> bool:
    is_idle = _BESIDE_NUMBERS.fullmatch(words.own) is not None
    return not is_idle and len(_LETTERS.findall(words.own)) > _FEW


def is_private(cell: str, *, with_position: bool) -> bool:
    """Whether a cell tells of a person and of nothing else; of the position too, if so wanted."""
    places = find_places(cell)
    if not places:
        return False
    starts, ends = [0, *(end for _, end in places)], [*(start for start, _ in places), None]
    rest = " ".join(cell[start:end] for start, end in zip(starts, ends, strict=True))
    if with_position:
        return not OFFICE.search(rest)
    return len(_LETTERS.findall(rest)) <= _FEW and not OFFICE.search(rest)
