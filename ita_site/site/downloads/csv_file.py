"""CSV as Excel opens it: known for UTF-8, and no text in it runs as a formula.

Such a text has an apostrophe before it; one that stood there before gets another, so that every
text comes back as it was.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

EXCEL_MARK: Final = "\ufeff"
_RUN: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"''*[=+\-@\t\r]")


def as_csv(names: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A file of these columns and rows; its cells stand in it as they are."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows(rows)
    return (EXCEL_MARK + out.getvalue()).encode()


def guarded(text: str) -> str:
    """Text that a spreadsheet shows rather than runs."""
    return f"'{text}" if is_like_formula(text) else text


def is_like_formula(text: str) -> bool:
    """Whether a spreadsheet would run it, or would not know that an apostrophe is its own."""
    return bool(_RUN.match(text))


def unguarded(text: str) -> str:
    """The text as it was."""
    return text[1:] if _GUARDED.match(text) else text
