"""Small charts as SVG.

Each stands beside its figures in words, so who hears the page is spared the drawing.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from ita_site.rules.figures.status import Tally
    from ita_site.rules.figures.trend import Line, Point, Trend

GAP = 0.6
SLOT, HEIGHT, ROOM = 10, 40, 6
"""A year's width, a line's height, and what is left free above and below it."""
STEP = 5
RING = ("before", "hole")


def bar(
    score: Decimal, target: Decimal | None, *, weak: bool, before: Decimal | None = None
) -> Markup:
    """A score of 0 to 100 as a bar, a line at the target and a ring at the score before.

    Rings are strokes without length, so that they stay round however wide the bar becomes.
    """
    kind = " ita-bar--weak" if weak else ""
    mark = f'<path class="ita-bar__target" d="M{target} 0v10"/>' if target is not None else ""
    if before is not None:
        mark += "".join(f'<path class="ita-bar__{part}" d="M{before} 5h0"/>' for part in RING)
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="ita-bar{kind}" viewBox="0 0 100 10" preserveAspectRatio="none"'
        ' aria-hidden="true" focusable="false"><path class="ita-bar__track" d="M0 2h100v6H0z"/>'
        f'<path class="ita-bar__value" d="M0 2h{score}v6H0z"/>{mark}</svg>'
    )


def meter(tally: Tally) -> Markup:
    """The measures by standing as one bar, each part as wide as its share."""
    parts: list[str] = []
    at = 0.0
    for standing, count in tally.present:
        width = 100 * count / tally.total
        drawn = max(width - GAP, 0.4)
        parts.append(f'<path class="ita-meter__{standing.value}" d="M{at:.2f} 5h{drawn:.2f}"/>')
        at += width
    return Markup(  # noqa: S704 - numbers and our own codes only
        '<svg class="ita-meter" viewBox="0 0 100 10" preserveAspectRatio="none"'
        f' aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )


def floor(trend: Trend) -> int:
    """The score at the foot of every line: the next multiple of five below the lowest."""
    return max(0, STEP * math.ceil(trend.lowest / STEP) - STEP)


def trend_line(line: Line, trend: Trend, *, changes: bool = False) -> Markup:
    """A score over the years, each year as wide as the next; a year without a score is a gap.

    Dots are strokes without length, so that they stay round however wide the drawing becomes.
    `changes` marks the years from which on results are rated by other levels.
    """
    foot, first = floor(trend), trend.years[0]
    marks = [*_gaps(line), *_targets(line, foot), *_stretches(line, first, foot)]
    turns = [change.year - first for change in trend.changes if changes]
    marks += [_path("change", f"M{SLOT * turn} 0V{HEIGHT}") for turn in turns]
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="ita-line" viewBox="0 0 {SLOT * len(line.points)} {HEIGHT}"'
        ' preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{''.join(marks)}</svg>"
    )


KEYS = {
    "dot": ("value", "M0 10h20"),
    "weak": ("value", "M0 10h20"),
    "target": ("target", "M0 10h20"),
    "gap": ("gap", "M3 1h14v18h-14z"),
    "change": ("change", "M10 0v20"),
}
"""What each sign of a line looks like by itself."""


def line_key(sign: str) -> Markup:
    """One sign of `trend_line`, to stand before the word that explains it."""
    drawn = _path(*KEYS[sign])
    if sign in ("dot", "weak"):
        drawn += "".join(_dot("M10 10h0", weak=sign == "weak"))
    return Markup(  # noqa: S704 - constants only
        '<svg class="ita-line ita-line--key" viewBox="0 0 20 20" aria-hidden="true"'
        f' focusable="false">{drawn}</svg>'
    )


def _path(kind: str, d: str) -> str:
    return f'<path class="ita-line__{kind}" d="{d}"/>'


def _height(score: Decimal, foot: int) -> str:
    share = (100 - float(score)) / (100 - foot)
    return f"{ROOM + share * (HEIGHT - 2 * ROOM):.2f}"


def _gaps(line: Line) -> Iterator[str]:
    for place, point in enumerate(line.points):
        if point.score is None:
            yield _path("gap", f"M{SLOT * place} 0h{SLOT}v{HEIGHT}h-{SLOT}z")


def _targets(line: Line, foot: int) -> Iterator[str]:
    """A level for each stretch of years with the same target."""
    places = enumerate(point.target for point in line.points)
    for target, years in groupby(places, key=lambda entry: entry[1]):
        spots = [place for place, _ in years]
        if target is not None:
            start = f"M{SLOT * spots[0]} {_height(target, foot)}"
            yield _path("target", f"{start}h{SLOT * len(spots)}")


def _stretches(line: Line, first: int, foot: int) -> Iterator[str]:
    """The lines between neighbours first, for the dots lie on them."""
    for stretch in (found for found in line.stretches if len(found) > 1):
        yield _path("value", "M" + "L".join(_spot(point, first, foot) for point in stretch))
    for point in line.known:
        yield from _dot(f"M{_spot(point, first, foot)}h0", weak=point.weak)


def _dot(spot: str, *, weak: bool) -> Iterator[str]:
    """A dot, or a ring that is told from it without any colour."""
    yield _path("weak" if weak else "dot", spot)
    if weak:
        yield _path("hole", spot)


def _spot(point: Point, first: int, foot: int) -> str:
    assert point.score is not None  # noqa: S101 - only years with a score are drawn
    return f"{SLOT * (point.year - first) + SLOT // 2} {_height(point.score, foot)}"
