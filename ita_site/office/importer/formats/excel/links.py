"""Where the cells of a sheet lead on the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

_WEB: Final = ("http://", "https://")
_HYPERLINK: Final = re.compile(r'=\s*HYPERLINK\(\s*"(?P<address>[^"]+)"', re.IGNORECASE)


def with_address(text: str, cell: Cell, formula: object) -> str:
    """A cell's text with the address on the web that it leads to, where it shows none."""
    led = _HYPERLINK.match(formula) if isinstance(formula, str) else None
    linked = cell.hyperlink.target if cell.hyperlink else led["address"] if led else None
    hides = linked and linked.startswith(_WEB) and "//" not in text
    return f"{text} ({linked})" if hides else text
