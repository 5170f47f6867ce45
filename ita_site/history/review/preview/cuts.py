"""Two pictures of one page, cut to where they differ and marked there."""

from __future__ import annotations

import io
from difflib import SequenceMatcher
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PIL import Image, ImageChops, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AROUND = 44
"""Rows shown above and below of what differs."""
TOUCHING = 12
"""Rows between two differences that are marked as one."""
NEAR = 110
"""Rows between two differences that are shown as one."""
TALLEST = 2_400
"""Rows shown of one difference, or of a page that has no other side."""
MOST = 12
"""Differences shown of one page."""
BESIDE, NARROWEST = 120, 560
"""Columns shown beside what differs, and of a picture at least."""
BAND = 4_000
"""Rows that are in memory twice at a time."""
GUTTER = 10
"""Columns at the left in which what differs is marked."""
GONE, COME = (179, 38, 30), (20, 108, 46)
PAPER = (255, 255, 255)


class Rows(NamedTuple):
    """What differs: rows of the one picture, and those that stand for them in the other."""

    old: slice
    new: slice


Columns: TypeAlias = "tuple[int, int]"
"""From the first on, and before which one it ends."""
Mark: TypeAlias = "tuple[slice, Columns | None]"
"""Rows that differ, and the columns in which they do, where that is known."""


class Cut(NamedTuple):
    """The same place before and after, as pictures; one of them is empty where nothing is."""

    old: bytes
    new: bytes


class Cuts(NamedTuple):
    """The places in which two pictures differ; `more` counts those not shown or not shown whole."""

    cuts: tuple[Cut, ...]
    more: int = 0


def cut_to_differences(before: Image.Image, after: Image.Image) -> Cuts:
    """Where two pictures of one width differ, from the top; none for equal ones."""
    found = _joined(_differences(_digests(before), _digests(after)))
    regions = [*_regions(found)]
    shown = tuple(_cut_pair(before, after, region) for region in regions[:MOST])
    torn = sum(_height(region) > TALLEST for region in regions[:MOST])
    return Cuts(shown, max(0, len(regions) - MOST) + torn)


def cut_alone(picture: Image.Image) -> tuple[bytes, int]:
    """A page that was not there before, or is no more: its top, and whether there is more."""
    is_torn = picture.height > TALLEST
    return _written(_part(picture, slice(0, TALLEST))), int(is_torn)


def _height(region: list[Rows]) -> int:
    first, last = region[0], region[-1]
    rows = max(last.old.stop - first.old.start, last.new.stop - first.new.start)
    return int(rows) + 2 * AROUND


def _joined(differences: Iterable[Rows]) -> list[Rows]:
    """Differences with but a few rows between them are one."""
    joined: list[Rows] = []
    for one in differences:
        last = joined[-1] if joined else None
        if last and 0 <= one.old.start - last.old.stop == one.new.start - last.new.stop <= TOUCHING:
            joined[-1] = Rows(
                slice(last.old.start, one.old.stop), slice(last.new.start, one.new.stop)
            )
        else:
            joined.append(one)
    return joined


def _digests(picture: Image.Image) -> list[bytes]:
    """What tells a row from others; a row of one colour is that colour alone."""
    width = 3 * picture.width
    digests: list[bytes] = []
    for top in range(0, picture.height, BAND):
        data = _part(picture, slice(top, top + BAND)).tobytes()
        rows = (data[at : at + width] for at in range(0, len(data), width))
        digests += (
            row[:3] if row == row[:3] * picture.width else sha256(row).digest() for row in rows
        )
    return digests


def _differences(old: list[bytes], new: list[bytes]) -> Iterator[Rows]:
    """Rows that moved are none; where many are alike only those that say something are matched.

    Matching all would take the square of their number, for which a page could be made.
    """
    start = _alike(zip(old, new, strict=False))
    end = _alike(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    matcher = SequenceMatcher(lambda row: len(row) == len(PAPER), old, new)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if j - i != m - k:
            yield Rows(slice(i + start, j + start), slice(k + start, m + start))
            continue
        for first, beyond in _unequal(old[i:j], new[k:m]):
            yield Rows(
                slice(i + start + first, i + start + beyond),
                slice(k + start + first, k + start + beyond),
            )


def _unequal(old: list[bytes], new: list[bytes]) -> Iterator[tuple[int, int]]:
    """Of as many rows each, the runs of those that are not the same."""
    first = None
    for number, (one, other) in enumerate(zip([*old, b""], [*new, b""], strict=True)):
        if one != other:
            first = number if first is None else first
        elif first is not None:
            yield first, number
            first = None


def _alike(pairs: Iterable[tuple[bytes, bytes]]) -> int:
    """How many pairs from the first on are of equal parts."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _regions(differences: list[Rows]) -> Iterator[list[Rows]]:
    region: list[Rows] = []
    for one in differences:
        if region and one.old.start - region[-1].old.stop > NEAR:
            yield region
            region = []
        region.append(one)
    if region:
        yield region


def _cut_pair(before: Image.Image, after: Image.Image, region: list[Rows]) -> Cut:
    boxes = [_box(before, after, rows) for rows in region]
    window = _window(boxes, before.width)
    old: list[Mark] = [(rows.old, box) for rows, box in zip(region, boxes, strict=True)]
    new: list[Mark] = [(rows.new, box) for rows, box in zip(region, boxes, strict=True)]
    return Cut(_cut(before, old, window, GONE), _cut(after, new, window, COME))


def _box(before: Image.Image, after: Image.Image, rows: Rows) -> Columns | None:
    """The columns that differ, where the rows are as many; else nothing."""
    if rows.old.stop - rows.old.start != rows.new.stop - rows.new.start:
        return None
    box = ImageChops.difference(_part(before, rows.old), _part(after, rows.new)).getbbox()
    return (box[0], box[2]) if box else None


def _window(boxes: list[Columns | None], width: int) -> Columns:
    """The columns of a cut: those that differ and some beside them, all where that is not known."""
    known = [box for box in boxes if box]
    if len(known) < len(boxes):
        return 0, width
    left = max(0, min(first for first, _ in known) - BESIDE)
    right = min(width, max(last for _, last in known) + BESIDE)
    missing = max(0, NARROWEST - (right - left))
    left = max(0, left - missing)
    return left, min(width, max(right, left + NARROWEST))


def _part(picture: Image.Image, rows: slice) -> Image.Image:
    return picture.crop((0, rows.start, picture.width, min(rows.stop, picture.height)))


def _cut(
    picture: Image.Image, marks: list[Mark], window: Columns, colour: tuple[int, ...]
) -> bytes:
    """The rows of all marks and some around them, with a bar beside each mark and a frame in it."""
    top = max(0, marks[0][0].start - AROUND)
    bottom = min(picture.height, marks[-1][0].stop + AROUND, top + TALLEST)
    left, right = window
    shown = Image.new("RGB", (right - left + GUTTER, max(1, bottom - top)), PAPER)
    shown.paste(picture.crop((left, top, right, bottom)), (GUTTER, 0))
    draw = ImageDraw.Draw(shown)
    for rows, columns in marks:
        first, last = rows.start - top, max(rows.stop - top, rows.start - top + 3)
        draw.rectangle((0, first, GUTTER - 5, last - 1), fill=colour)
        if columns:
            start, end = (column - left + GUTTER for column in columns)
            draw.rectangle((start - 3, first - 3, end + 2, last + 2), outline=colour, width=2)
    return _written(shown)


def _written(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "WEBP", lossless=True, method=4)
    return written.getvalue()
