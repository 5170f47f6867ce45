"""Which measure a title means: one that is known by nearly the same title, or a new one."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import (
    NEAR_TITLE,
    SAME_TITLE,
    bare_title,
    title_likeness,
)
from ita_site.office.importer.document.values import get_fields, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.model.measures import Measure
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.document.values import Value

_APART: Final = 0.05
_SHORT: Final = 60


def choose_id(title: str, words: Span | None, draft: Draft) -> str:
    """The id a measure of that title has already in this year or another, else a free one.

    A title that is only near is told: this year's measure is taken, another year's is not.
    """
    taken = {str(get_fields(each)["id"]) for each in draft.measures}
    free = [each for each in draft.known.measures if each.id not in taken]
    if title and words:
        if known := _likest(title, free):
            if bare_title(title) != bare_title(_title(known)):
                other = f"“{shorten(_title(known))}” ({known.id})"
                text = f"“{shorten(title)}” อ่านเป็นมาตรการเดียวกับ {other}"
                draft.doubt(words, f"{text} ถ้าเป็นคนละมาตรการ ให้เปลี่ยน id")
            return known.id
        in_year = taken | {each.id for each in draft.known.measures}
        if earlier := _of_another_year(title, words, in_year, draft):
            return earlier
    taken |= {each.id for each in draft.known.measures} | {each.id for _, each in draft.before}
    return next(name for at in count(1) if (name := f"measure-{at}") not in taken)


def _likest(title: str, known: Iterable[Measure]) -> Measure | None:
    """The one that is near enough, and nearer than any other."""
    ranked = sorted(
        ((title_likeness(title, _title(each)), each.id, each) for each in known), reverse=True
    )
    if not ranked or ranked[0][0] < NEAR_TITLE:
        return None
    if len(ranked) > 1 and ranked[0][0] < SAME_TITLE and ranked[0][0] - ranked[1][0] < _APART:
        return None
    return ranked[0][2]


def _of_another_year(title: str, words: Span, taken: set[str], draft: Draft) -> str | None:
    for year, measure in sorted(draft.before, key=lambda each: abs(each[0] - draft.year)):
        if measure.id in taken:
            continue
        alike = title_likeness(title, _title(measure))
        if alike >= SAME_TITLE:
            return measure.id
        if alike >= NEAR_TITLE:
            text = f"“{shorten(title)}” คล้าย “{shorten(_title(measure))}” ของปี {year}"
            draft.doubt(words, f"{text} ถ้าเป็นมาตรการเดียวกัน ให้ใช้ id: {measure.id}")
            return None
    return None


def drafted_title(measure: Value) -> str:
    """The title of a measure that was read from the document."""
    value = to_plain(get_fields(measure).get("title", ""))
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _title(measure: Measure) -> str:
    return " ".join(measure.titles)


def shorten(title: str) -> str:
    """A title as messages write it."""
    return title if len(title) <= _SHORT else f"{title[:_SHORT]}…"
