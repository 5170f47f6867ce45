"""A measure's way through the fiscal year as SVG; it stands beside the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ita_site.rules.figures.timeline import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.rules.figures.timeline import Course, Timeline

MONTH, HEIGHT = 10, 20
QUARTER = 3 * MONTH
MIDDLE = HEIGHT // 2


def course(way: Course, year: Timeline) -> Markup:
    """The months it runs in as a bar, its reporting rounds as dots, today as a line.

    A dot is filled when the report is there, else a ring: told apart without any colour.
    """
    marks = [_path("grid", _quarters()), *_spans(way, year), *_today(year), *_rounds(way)]
    return _drawn("ita-course", MONTH * MONTHS, marks)


KEYS = {
    "span": [("span", "M0 10h20")],
    "reported": [("reported", "M10 10h0")],
    "missing": [("missing", "M10 10h0"), ("hole", "M10 10h0")],
    "today": [("today", "M10 0v20")],
}
"""What each sign looks like by itself."""


def key(sign: str) -> Markup:
    """One sign of `course`, to stand before the word that explains it."""
    marks = [_path(kind, drawn) for kind, drawn in KEYS[sign]]
    return _drawn("ita-course ita-course--key", HEIGHT, marks)


def _drawn(names: str, width: int, marks: list[str]) -> Markup:
    return Markup(  # noqa: S704 - numbers and our own codes only
        f'<svg class="{names}" viewBox="0 0 {width} {HEIGHT}" preserveAspectRatio="none"'
        f' aria-hidden="true" focusable="false">{"".join(marks)}</svg>'
    )


def _path(kind: str, drawn: str) -> str:
    return f'<path class="ita-course__{kind}" d="{drawn}"/>'


def _quarters() -> str:
    return "".join(f"M{at} 0v{HEIGHT}" for at in range(0, MONTH * MONTHS + 1, QUARTER))


def _spans(way: Course, year: Timeline) -> Iterator[str]:
    for span in way.spans:
        start, end = year.months_to(span.first), year.months_to(span.last.plus(1))
        if end > start:
            yield _path("span", f"M{MONTH * start} {MIDDLE}h{MONTH * (end - start)}")


def _today(year: Timeline) -> Iterator[str]:
    if year.is_running:
        yield _path("today", f"M{MONTH * year.months_to_today:.1f} 0v{HEIGHT}")


def _rounds(way: Course) -> Iterator[str]:
    for round_ in way.rounds:
        spot = f"M{MONTH * round_.months} {MIDDLE}h0"
        yield _path("reported" if round_.reported else "missing", spot)
        if not round_.reported:
            yield _path("hole", spot)
