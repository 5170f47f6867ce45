"""Boxes on a page: which letters stand within them, and what these say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.office.importer.formats.pdf.letters import Letter

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
NEAR: Final = 3.0
"""Points: edges of lines that stand no farther apart are one."""


def covers(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def within(letter: Letter, box: Box) -> bool:
    """Whether a letter belongs into a box: as its word does, wherever that ends."""
    return covers(box, letter.begun or letter.middle)


def within_any(letter: Letter, boxes: Iterable[Box]) -> bool:
    """Whether a letter belongs into one of the boxes."""
    return any(within(letter, box) for box in boxes)


def bare(text: str) -> str:
    """A line without its blanks."""
    return "".join(text.split())


def apart(places: Iterable[float], least: float) -> list[float]:
    """Places that stand farther apart than that, from the least."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > least:
            kept.append(place)
    return kept
