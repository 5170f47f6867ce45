"""Text with tables pasted into it: tabs between cells, a line or several for each row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.office.importer.blocks import Block, Blocks, Cell, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator


_TAG: Final = re.compile(
    r"</?(?:p|br|ul|ol|li|div|span|b|i|u|strong|em|table|tbody|thead|tr|td|th)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

_MARKED: Final = re.compile(r"\s*(?:[(]?[0-9๐-๙]{1,2}[.)]|[-–•●▪])\s*\S")
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
    rows: list[_Line] = []
    at = 0
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        if "\t" in line.strip("\n"):
            cells = line.split("\t")
            whole, at = _join_lines(cells, lines, at, len(rows[0][1])) if rows else (cells, at)
            rows.append((number, whole))
            continue
        if rows and (begun := _begins_row(lines, at - 1)):
            cells = lines[begun].split("\t")
            cells[0] = "\n".join([*lines[at - 1 : begun], cells[0]])
            whole, at = _join_lines(cells, lines, begun + 1, len(rows[0][1]))
            rows.append((number, whole))
            continue
        if rows:
            yield _table(rows)
            rows = []
        if strip_tags(line).strip():
            yield Paragraph(strip_tags(line).strip(), f"บรรทัด {number}")
    if rows:
        yield _table(rows)


def _begins_row(lines: list[str], at: int) -> int | None:
    """The line with a row's cells, where this and what follows are entries of its first cell.

    Only where each has a mark and the one with the cells goes on with it.
    """
    end = at
    while end < len(lines) and "\t" not in lines[end] and _MARKED.match(lines[end]):
        end += 1
    goes_on = end < len(lines) and "\t" in lines[end] and _MARKED.match(lines[end])
    return end if goes_on and end > at else None


def _join_lines(cells: list[str], lines: list[str], at: int, width: int) -> tuple[list[str], int]:
    """A row whose cells have several lines: what follows goes on with its last cell.

    Only where that makes it just as wide as the table's first row; else it stays as it is.
    """
    joined, after = list(cells), at
    while len(joined) < width and after < len(lines) and lines[after].strip():
        further = lines[after].split("\t")
        if len(joined) + len(further) - 1 > width or len(further) == width:
            break
        joined = [*joined[:-1], f"{joined[-1]}\n{further[0]}", *further[1:]]
        after += 1
    if len(joined) < width or after == at:
        return cells, at
    while after < len(lines) and _is_last_lines(lines, after) and _begins_row(lines, after) is None:
        joined[-1] = f"{joined[-1]}\n{lines[after]}"
        after += 1
    return joined, after


def _is_last_lines(lines: list[str], at: int) -> bool:
    """Whether a line without cells stands between two rows: it ends the one above."""
    if not lines[at].strip() or "\t" in lines[at]:
        return False
    further = next((line for line in lines[at + 1 :] if "\t" in line or not line.strip()), "")
    return "\t" in further


def _table(rows: list[_Line]) -> Table:
    width = max(len(cells) for _, cells in rows)
    return Table(tuple(_row(number, cells, width) for number, cells in rows), f"บรรทัด {rows[0][0]}")


def _row(number: int, cells: list[str], width: int) -> tuple[Cell, ...]:
    padded = cells + [""] * (width - len(cells))
    return tuple(
        Cell(strip_tags(text).strip(), f"บรรทัด {number} ช่อง {column}")
        for column, text in enumerate(padded, 1)
    )
