"""Which line is shifted against its neighbours, where the parser stumbles over it or a later one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from ita_site.facts.strict_yaml.builder import Builder

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK: Final = re.compile(r"\s*(?:#.*)?$")
_DASHES: Final = re.compile(r"\s*(?:- +)*")
_BEFORE: Final = 3
"""So many lines above the one where parsing ends may be the shifted one."""
_NEIGHBOURS: Final = 12
_FARTHEST: Final = 6
_LONGEST: Final = 3000


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
    if len(lines) > _LONGEST:
        return None
    found = [(_reach(each.applied(lines)), each) for each in _possible(lines, at)]
    going_on = [(reach, each) for reach, each in found if reach[0] > at]
    return max(going_on, key=lambda it: (*it[0], _plainness(it[1], at)), default=(None, None))[1]


def _plainness(shift: Shift, at: int) -> tuple[bool, bool, int]:
    """What speaks for one of several that go as far: the line itself, alone, by little."""
    return shift.line == at, shift.end == shift.line + 1, -abs(shift.by)


def _possible(lines: list[str], at: int) -> Iterator[Shift]:
    above = [line for line in range(at, -1, -1) if not _BLANK.match(lines[line])]
    for line in above[: 1 + _BEFORE]:
        indent = _indent(lines[line])
        end = line + 1
        while end < len(lines) and (_BLANK.match(lines[end]) or _indent(lines[end]) > indent):
            end += 1
        for column in _columns_near(lines, line):
            if 0 < abs(column - indent) <= _FARTHEST:
                yield from (Shift(line, column - indent, last) for last in {line + 1, end})


def _columns_near(lines: list[str], at: int) -> set[int]:
    """Where the neighbours of a line begin, before and behind their dashes."""
    near = lines[max(0, at - _NEIGHBOURS) : at] + lines[at + 1 : at + 1 + _NEIGHBOURS]
    spoken = [line for line in near if not _BLANK.match(line)]
    return {column for line in spoken for column in (_indent(line), _DASHES.match(line).end())}  # type: ignore[union-attr]


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
