"""A file as lines that keep their own ends, so that what is not changed stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

BOM = "\ufeff"
LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")


class Line(NamedTuple):
    """A line's text, and what ends it; the last one may have no end."""

    text: str
    end: str


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines of a file, and whether it begins with a byte order mark."""

    lines: tuple[Line, ...]
    bom: bool = False

    @classmethod
    def from_bytes(cls, data: bytes) -> Lines:
        """Take a UTF-8 file apart."""
        text = data.decode("utf-8")
        found = (Line(*match.groups()) for match in LINE.finditer(text.removeprefix(BOM)))
        return cls(tuple(line for line in found if line != ("", "")), text.startswith(BOM))

    def to_bytes(self) -> bytes:
        """The file."""
        text = "".join(line.text + line.end for line in self.lines)
        return ((BOM if self.bom else "") + text).encode("utf-8")

    @property
    def texts(self) -> list[str]:
        """The lines as our reader sees them, column by column."""
        return [line.text.replace("\xa0", " ") for line in self.lines]

    def replaced(self, first: int, behind: int, texts: list[str]) -> Lines:
        """With other lines in place of those from `first` to before `behind`.

        They end as the line before them does. Where the file ended without a line end it
        still does.
        """
        end = self._end_near(first)
        new = [Line(text, end) for text in texts]
        before, after = [*self.lines[:first]], [*self.lines[behind:]]
        if not after and self.lines and not self.lines[-1].end:
            before, new = _open_ended(before, new, end)
        return Lines((*before, *new, *after), self.bom)

    def _end_near(self, at: int) -> str:
        near = [*reversed(self.lines[: at + 1]), *self.lines]
        return next((line.end for line in near if line.end), "\n")


def _open_ended(before: list[Line], new: list[Line], end: str) -> tuple[list[Line], list[Line]]:
    """Move a file's missing line end to its new last line."""
    before = [Line(line.text, line.end or end) for line in before]
    last = (new or before)[-1:]
    if last:
        (new or before)[-1] = Line(last[0].text, "")
    return before, new
