"""Two pictures of one page, cut to where they differ and marked there."""

from __future__ import annotations

import io
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PIL import Image, ImageChops, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AROUND = 28
"""Rows shown above and below of what differs."""
TOUCHING = 12
"""Rows between two differences that are marked as one."""
NEAR = 90
"""Rows between two differences that are shown as one."""
TALLEST = 2_400
"""Rows shown of one difference, or of a page that has no other side."""
MOST = 12
"""Differences shown of one page."""
GUTTER = 10
"""Columns at the left in which what differs is marked."""
GONE, COME = (179, 38, 30), (20, 108, 46)
PAPER = (255, 255, 255)


class Rows(NamedTuple):
    """What differs: rows of the one picture, and those that stand for them in the other."""

    old: slice
    new: slice


Mark: TypeAlias = "tuple[slice, tuple[int, int] | None]"
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
    shown = tuple(
        Cut(
            _cut(before, [(it.old, _box(before, after, it)) for it in region], GONE),
            _cut(after, [(it.new, _box(after, before, it, turned=True)) for it in region], COME),
        )
        for region in regions[:MOST]
    )
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
    """Each row's own bytes; a row of one colour is that colour alone."""
    data, width = picture.tobytes(), 3 * picture.width
    rows = (data[at : at + width] for at in range(0, len(data), width))
    return [row[:3] if row == row[:3] * picture.width else row for row in rows]


def _differences(old: list[bytes], new: list[bytes]) -> Iterator[Rows]:
    """Rows that moved are none; where many are alike only those that say something are matched."""
    start = _alike(zip(old, new, strict=False))
    end = _alike(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    matcher = SequenceMatcher(lambda row: len(row) == len(PAPER), old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield Rows(slice(i + start, j + start), slice(k + start, m + start))


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


def _box(
    own: Image.Image, other: Image.Image, rows: Rows, *, turned: bool = False
) -> tuple[int, int] | None:
    """The columns that differ, where the rows are as many; else nothing."""
    mine, theirs = (rows.new, rows.old) if turned else (rows.old, rows.new)
    if mine.stop - mine.start != theirs.stop - theirs.start or mine.start == mine.stop:
        return None
    box = ImageChops.difference(_part(own, mine), _part(other, theirs)).getbbox()
    return (box[0], box[2]) if box else None


def _part(picture: Image.Image, rows: slice) -> Image.Image:
    return picture.crop((0, rows.start, picture.width, min(rows.stop, picture.height)))


def _cut(
    picture: Image.Image,
    marked: list[tuple[slice, tuple[int, int] | None]],
    colour: tuple[int, ...],
) -> bytes:
    """The rows of all marks and some around them, with a bar beside each mark and a frame in it."""
    top = max(0, marked[0][0].start - AROUND)
    bottom = min(picture.height, marked[-1][0].stop + AROUND, top + TALLEST)
    shown = Image.new("RGB", (picture.width + GUTTER, max(1, bottom - top)), PAPER)
    shown.paste(_part(picture, slice(top, bottom)), (GUTTER, 0))
    draw = ImageDraw.Draw(shown)
    for rows, columns in marked:
        first, last = rows.start - top, max(rows.stop - top, rows.start - top + 3)
        draw.rectangle((0, first, GUTTER - 5, last - 1), fill=colour)
        if columns:
            left, right = columns[0] + GUTTER - 3, columns[1] + GUTTER + 2
            draw.rectangle((left, first - 3, right, last + 2), outline=colour, width=2)
    return _written(shown)


def _written(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "WEBP", lossless=True, method=4)
    return written.getvalue()
