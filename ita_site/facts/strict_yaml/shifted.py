"""Which line is shifted against its neighbours, where the parser stumbles over it or later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from ita_site.facts.strict_yaml.builder import Builder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.facts.strict_yaml.document import Flaw

_BLANK: Final = re.compile(r"\s*(?:#.*)?$")
_DASHES: Final = re.compile(r"\s*(?:- +)*")
_BEFORE: Final = 3
"""So many lines above the one where parsing ends may be the shifted one."""
_FARTHEST: Final = 6
_SEVERAL: Final = 2
_AHEAD: Final = 40
"""So many lines are parsed behind the one where parsing ends."""


class Shift(NamedTuple):
    """A line by its index, the columns it is off by, and the line behind those that go with it."""

    line: int
    by: int
    end: int

    def applied(self, lines: list[str]) -> list[str]:
        """The lines with this one, and what belongs to it, where they should be."""
        moved = (self._moved(line) for line in lines[self.line : self.end])
        return [*lines[: self.line], *moved, *lines[self.end :]]

    def _moved(self, line: str) -> str:
        indent = _indent(line)
        return line if not line.strip() else " " * max(0, indent + self.by) + line[indent:]


def find_shift(lines: list[str], at: int) -> Shift | None:
    """The one shift with which parsing goes on beyond a line, as far as any would let it.

    Args:
        lines: The file.
        at: The index of the line where parsing ends.
    """
    numbers = _numbers_near(lines, at)
    near, here = [lines[number] for number in numbers], numbers.index(at)
    found = [(_reach(each.applied(near)), each) for each in _possible(near, here)]
    going_on = [(reach, each) for reach, each in found if reach[0] > here]
    if not going_on:
        return None
    _, best = max(going_on, key=lambda it: (*it[0], _plainness(it[1], here)))
    line = numbers[best.line]
    return best._replace(line=line, end=line + best.end - best.line)


def _numbers_near(lines: list[str], at: int) -> list[int]:
    """The lines about one, from an entry's beginning on, and those that the entry stands under."""
    first = min(_suspects(lines, at), default=at)
    start = next((line for line in range(first, -1, -1) if lines[line].lstrip()[:1] == "-"), 0)
    over: list[int] = []
    indent = _indent(lines[start])
    for line in range(start - 1, -1, -1):
        if not _BLANK.match(lines[line]) and _indent(lines[line]) < indent:
            over.insert(0, line)
            indent = _indent(lines[line])
    return [*over, *range(start, min(len(lines), at + 1 + _AHEAD))]


def find_mending_shift(lines: list[str], flaws: Sequence[Flaw]) -> Shift | None:
    """The one shift that is behind several flaws of lines that can be parsed."""
    if len(flaws) < _SEVERAL:
        return None
    shift = find_shift(lines, min(flaw.mark.line for flaw in flaws) - 1)
    return shift if shift and _reach(shift.applied(lines)) == (len(lines), 0) else None


def _plainness(shift: Shift, at: int) -> tuple[bool, bool, int]:
    """What speaks for one of several that go as far: the line itself, alone, by little."""
    return shift.line == at, shift.end == shift.line + 1, -abs(shift.by)


def _possible(lines: list[str], at: int) -> Iterator[Shift]:
    columns = _columns(lines)
    for line in _suspects(lines, at):
        indent = _indent(lines[line])
        dashes = _behind_dashes(lines[line]) - indent
        end = line + 1
        while end < len(lines) and (_BLANK.match(lines[end]) or _indent(lines[end]) > indent):
            end += 1
        for column in columns | {each - dashes for each in columns}:
            if 0 < abs(column - indent) <= _FARTHEST:
                yield from (Shift(line, column - indent, last) for last in {line + 1, end})


def _suspects(lines: list[str], at: int) -> list[int]:
    """The line itself, those right above it, and the one that it stands under."""
    above = [line for line in range(at, -1, -1) if not _BLANK.match(lines[line])]
    over = [line for line in above if _indent(lines[line]) < _indent(lines[at])]
    return list(dict.fromkeys([*above[: 1 + _BEFORE], *over[:1]]))


def _columns(lines: list[str]) -> set[int]:
    """Where lines begin, before and behind their dashes."""
    spoken = [line for line in lines if not _BLANK.match(line)]
    return {column for line in spoken for column in (_indent(line), _behind_dashes(line))}


def _behind_dashes(line: str) -> int:
    return len(_DASHES.match(line)[0])  # type: ignore[index]


def _reach(lines: list[str]) -> tuple[int, int]:
    """How far lines can be parsed, and (less is more) what is wrong with them until there."""
    builder = Builder(lines)
    try:
        builder.build("\n".join(lines))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return (mark.line if mark else 0), -len(builder.flaws)
    return len(lines), -len(builder.flaws)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
