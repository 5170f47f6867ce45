"""What stands within a cell or paragraph: numbers, bullets, and several entries in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.thai.numerals import to_arabic, to_thai

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.intake.words import Words

BULLETS: Final = "-–—•●▪■◦*·➢✓\u00b7\uf0b7\uf0a7"
_DIGIT: Final = "[0-9๐-๙]"
_LABEL: Final = re.compile(
    rf"(?P<label>\(?{_DIGIT}{{1,2}}(?:\.{_DIGIT}{{1,2}})*[.)]+(?!{_DIGIT})"
    rf"|{_DIGIT}{{1,2}}\.{_DIGIT}{{1,2}}(?=\s*[ก-ฮเ-ไ]))\s*(?=\S)"
)
_BULLET: Final = re.compile(rf"(?P<bullet>[{re.escape(BULLETS)}]+)\s*(?=\S)")
_INNER_BULLET: Final = re.compile(r"(?<=\s)[-–•●▪➢]\s?(?=[ก-ฮเ-ไA-Za-z])")
_TIGHT_BULLET: Final = re.compile(r"(?<=\s)[-–•●▪➢](?=[ก-ฮเ-ไA-Za-z])")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: its number as printed, if any, and its words."""

    words: Words
    label: Words | None = None
    bullet: bool = False

    @property
    def marked(self) -> bool:
        """Whether a number or a bullet stood before it."""
        return self.bullet or self.label is not None

    @property
    def number(self) -> str:
        """The digits of its label, in Arabic, such as `2` or `4.1`."""
        return re.sub(r"[^0-9.]", "", to_arabic(self.label.own)).strip(".") if self.label else ""


def first_mark(words: Words) -> Item:
    """One line as an entry, without looking for further ones in it."""
    own = words.own
    if found := _LABEL.match(own):
        return Item(words.cut(found.end()), words.cut(*found.span("label")))
    if found := _BULLET.match(own):
        rest = words.cut(found.end())
        inner = _LABEL.match(rest.own)
        if inner:
            return Item(rest.cut(inner.end()), rest.cut(*inner.span("label")), bullet=True)
        return Item(rest, bullet=True)
    return Item(words)


def items(lines: Iterable[Words]) -> tuple[Item, ...]:
    """The entries of a cell: one a line, or as its numbers and bullets say.

    A line without a mark goes on with a marked one before it; where no line has a mark each
    is an entry.
    """
    listed = list(lines)
    found: list[Item] = []
    by_lines = sum(bool(_BULLET.match(line.own)) for line in listed) > 1
    split = [piece for line in listed for piece in _split(line, by_lines=by_lines)]
    marked = any(item.marked for item in split)
    for item in split:
        if marked and found and found[-1].marked and not item.marked:
            found[-1] = _continued(found[-1], item.words)
        else:
            found.append(item)
    return tuple(found)


def _continued(item: Item, words: Words) -> Item:
    return Item(item.words.followed_by(words), item.label, item.bullet)


def _split(line: Words, *, by_lines: bool) -> Iterator[Item]:
    for piece in _at(line, _starts(line.own, by_lines=by_lines)):
        yield first_mark(piece)


def _at(words: Words, starts: list[int]) -> Iterator[Words]:
    for start, end in zip([0, *starts], [*starts, None], strict=True):
        if piece := words.cut(start, end):
            yield piece


def _starts(own: str, *, by_lines: bool) -> list[int]:
    """Where further entries begin within a line.

    A dash between spaces is a bullet where the line begins with one, unless each line has its
    own: there it joins two words.
    """
    if numbered := _next_numbers(own):
        return numbered
    if _BULLET.match(own) and not by_lines:
        return [found.start() for found in _INNER_BULLET.finditer(own)]
    return [found.start() for found in _TIGHT_BULLET.finditer(own)]


def _next_numbers(own: str) -> list[int]:
    """Where 2, 3 … stand behind a line that begins with 1, or 1, 2 … behind its first words."""
    first = _LABEL.match(own)
    sign = re.fullmatch(rf"(\(?)({_DIGIT}+)([.)]+)", first["label"]) if first else None
    if sign:
        return _sequence(own, sign[1], int(to_arabic(sign[2])) + 1, sign[3], sign[2])
    found = re.search(rf"\s(\(?)([1๑])([.)])(?!{_DIGIT})", own)
    starts = _sequence(own, found[1], 1, found[3], found[2]) if found else []
    return starts if len(starts) > 1 else []


def _sequence(own: str, opening: str, number: int, closing: str, digits: str) -> list[int]:
    starts: list[int] = []
    at = 0
    write = str if digits.isascii() else lambda value: to_thai(str(value))
    while True:
        label = re.escape(f"{opening}{write(number)}{closing}")
        found = re.compile(rf"(?<=\s){label}(?!{_DIGIT})").search(own, at)
        if not found:
            return starts
        starts.append(found.start())
        at, number = found.end(), number + 1
