"""Text with pasted tables: lines with tabs are rows, everything else is a paragraph.

Stray tags that copying leaves behind are line ends and nothing more; they are never parsed,
for they are as good as never closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.blocks import Block, Blocks, Cell, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG: Final = re.compile(
    r"</?(?:p|br|ul|ol|li|div|span|b|i|u|strong|em|table|tbody|thead|tr|td|th)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LINE_END: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")


def read_pasted(text: str) -> Blocks:
    """Read a text file.

    Args:
        text: The decoded file.

    Returns:
        Its paragraphs and tables, each with its line; empty lines only end a table.
    """
    return tuple(_blocks(_LINE_END.split(text.removeprefix("\ufeff"))))


def without_tags(text: str) -> str:
    """The text with each stray tag as a line end."""
    return _TAG.sub("\n", text) if "<" in text else text


def _blocks(lines: list[str]) -> Iterator[Block]:
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines, 1):
        if "\t" in line.strip("\n"):
            rows.append((number, line.split("\t")))
            continue
        if rows:
            yield _table(rows)
            rows = []
        if without_tags(line).strip():
            yield Paragraph(without_tags(line).strip(), f"บรรทัด {number}")
    if rows:
        yield _table(rows)


def _table(rows: list[tuple[int, list[str]]]) -> Table:
    width = max(len(cells) for _, cells in rows)
    return Table(tuple(_row(number, cells, width) for number, cells in rows), f"บรรทัด {rows[0][0]}")


def _row(number: int, cells: list[str], width: int) -> tuple[Cell, ...]:
    padded = cells + [""] * (width - len(cells))
    return tuple(
        Cell(without_tags(text).strip(), f"บรรทัด {number} ช่อง {column}")
        for column, text in enumerate(padded, 1)
    )
