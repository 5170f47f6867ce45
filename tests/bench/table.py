"""What a benchmark prints, as it comes."""

from __future__ import annotations

import sys


def in_columns(rows: list[tuple[str, ...]]) -> None:
    """Print rows of as many cells each, the first one the heads."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        say("  " + "   ".join(cells))


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
