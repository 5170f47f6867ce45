"""Files of delimited values, as Excel and other programs export them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.blocks import Blocks, Cell
from ita_site.office.importer.refused import RefusedError
from ita_site.office.importer.sheets import sheet_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS: Final = "\t;,|"
_SAMPLE: Final = 50
_LONGEST_FIELD: Final = 10_000_000
_SEP_LINE: Final = 5


def read_delimited(text: str, name: str, *, tabs: bool = False) -> Blocks:
    """Read delimited text.

    Args:
        text: The decoded file.
        name: What it is called.
        tabs: Whether tabs are known to delimit it.

    Returns:
        Its blocks; a place names the line a row begins on.

    Raises:
        RefusedError: ITA911, when its quotes never end.
    """
    lines = list(_rows(text, "\t" if tabs else _delimiter(text), name))
    width = max((len(cells) for _, cells in lines), default=0)
    rows = [
        tuple(
            Cell(cell.strip(), f"บรรทัด {line} ช่อง {at}")
            for at, cell in enumerate([*cells, *[""] * (width - len(cells))], 1)
        )
        for line, cells in lines
    ]
    return tuple(sheet_blocks(rows))


def _rows(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with its first line; "sep=;" in the first, for Excel, is not one."""
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            is_sep = begins == 1 and _names_delimiter(text)
            if not is_sep:
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError("ITA911", file=name) from error


def _names_delimiter(text: str) -> bool:
    first = text.partition("\n")[0].strip()
    return first.lower().startswith("sep=") and len(first) == _SEP_LINE


def _delimiter(text: str) -> str:
    """The sign that parts the most rows into the same number of cells, several of them."""
    if _names_delimiter(text):
        return text[4]
    return max(_DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        widths = [len(row) for _, row in zip(range(_SAMPLE), reader, strict=False)]
    except csv.Error:
        return 0, 0
    several = [width for width in widths if width > 1]
    usual = max(several, key=several.count, default=1)
    return several.count(usual), usual
