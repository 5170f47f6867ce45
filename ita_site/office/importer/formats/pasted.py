"""Text with tables pasted into it: tabs between cells, a line or several for each row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.facts.model.office_names import is_office
from ita_site.office.importer.document.blocks import Block, Blocks, Cell, Paragraph, Table
from ita_site.office.importer.words.looks import is_figure, is_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_TAG: Final = re.compile(
    r"</?(?:p|br|ul|ol|li|div|span|b|i|u|strong|em|table|tbody|thead|tr|td|th)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

_MARKED: Final = re.compile(r"\s*(?:[(]?[0-9๐-๙]{1,2}[.)]|[-–•●▪])\s*\S")
_FIRST: Final = re.compile(r"\s*[(]?[1๑][.)]")
_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")


def read_pasted(text: str) -> Blocks:
    """Read a text file.

    Args:
        text: The decoded file.

    Returns:
        Its paragraphs and tables, each with its line; empty lines only end a table.
    """
    return tuple(_blocks(_LINE_END.split(text.removeprefix("\ufeff"))))


def strip_tags(text: str) -> str:
    """The text with each stray tag as a line end."""
    return _TAG.sub("\n", text) if "<" in text else text


_Line: TypeAlias = tuple[int, list[str]]
"""A row of a pasted table, by the number of its first line."""


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if "\t" in lines[at].strip("\n"):
            rows, at = _read_rows(lines, at)
            yield _table(rows)
            continue
        if text := strip_tags(lines[at]).strip():
            yield Paragraph(text, f"บรรทัด {at + 1}")
        at += 1


def _read_rows(lines: list[str], at: int) -> tuple[list[_Line], int]:
    """The rows of the table that begins here, and where what follows it begins.

    A row has as many cells as the first. Lines without a tab stand between two rows: they end the
    last cell above or begin the first one below, whichever they are like.
    """
    rows: list[_Line] = [(at + 1, lines[at].split("\t"))]
    width, at = len(rows[0][1]), at + 1
    while at < len(lines):
        tabbed = next((n for n in range(at, len(lines)) if "\t" in lines[n]), len(lines))
        between = lines[at:tabbed]
        last = rows[-1][1]
        if tabbed == len(lines) or not all(map(str.strip, between)):
            ending = _count_like(last[-1], between) if len(last) == width else 0
            _add_lines(last, between[:ending])
            return rows, at + ending
        first, *others = lines[tabbed].split("\t")
        ending = _count_ending(last[-1], between, first)
        if ending and len(last) < width:
            return rows, at
        _add_lines(last, between[:ending])
        cells = ["\n".join([*between[ending:], first]), *others]
        number = at + ending + 1
        cells, at = _join_lines(cells, lines, tabbed + 1, width)
        rows.append((number, cells))
    return rows, at


def _add_lines(cells: list[str], further: Sequence[str]) -> None:
    cells[-1] = "\n".join([cells[-1], *further])


def _count_ending(above: str, between: Sequence[str], below: str) -> int:
    """How many of the lines between two cells end the one above; the others begin the one below."""
    before, after = _kind(above.rsplit("\n", maxsplit=1)[-1]), _kind(below)
    if before == after == "list":
        first = (at for at, line in enumerate(between) if _FIRST.match(line))
        return next(first, len(between) if _FIRST.match(below) else 0)
    kinds = [_kind(line) for line in between]
    return max(
        range(len(between) + 1),
        key=lambda at: (kinds[:at].count(before) + kinds[at:].count(after), at),
    )


def _count_like(above: str, further: Sequence[str]) -> int:
    """How many of the lines below a table's last cell are further entries of its list."""
    before = above.rsplit("\n", maxsplit=1)[-1]
    for at, line in enumerate(further):
        if not _kind(line) or _kind(line) != _kind(before) or _FIRST.match(line):
            return at
        before = line
    return len(further)


def _kind(line: str) -> str:
    """What a line is, where that is plain to see; empty for words."""
    if _MARKED.match(line):
        return "list"
    if is_figure(line):
        return "figure"
    if is_time(line):
        return "time"
    return "office" if is_office(line.strip()) else ""


def _join_lines(cells: list[str], lines: list[str], at: int, width: int) -> tuple[list[str], int]:
    """A row whose cells have several lines: what follows goes on with its last cell.

    Only where that makes it just as wide as the table's first row; else it stays as it is.
    """
    joined, after = list(cells), at
    while len(joined) < width and after < len(lines) and lines[after].strip():
        further = lines[after].split("\t")
        if len(joined) + len(further) - 1 > width or len(further) == width:
            break
        _add_lines(joined, further[:1])
        joined += further[1:]
        after += 1
    return (cells, at) if len(joined) < width else (joined, after)


def _table(rows: list[_Line]) -> Table:
    width = max(len(cells) for _, cells in rows)
    return Table(tuple(_row(number, cells, width) for number, cells in rows), f"บรรทัด {rows[0][0]}")


def _row(number: int, cells: list[str], width: int) -> tuple[Cell, ...]:
    padded = cells + [""] * (width - len(cells))
    return tuple(
        Cell(strip_tags(text).strip(), f"บรรทัด {number} ช่อง {column}")
        for column, text in enumerate(padded, 1)
    )
