"""Which measure a title means: one that is known by nearly the same title, or a new one."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.draft import get_fields, to_plain
from ita_site.office.importer.likeness import letters_only, similarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_site.facts.model.measures import Measure
    from ita_site.office.importer.draft import Draft, Value
    from ita_site.office.importer.spans import Span

SAME: Final = 0.9
NEAR: Final = 0.72
_APART: Final = 0.05
_SHORT: Final = 60
_LED_BY: Final = re.compile(r"(?:มาตรการ|โครงการ|กิจกรรม|การ|ด้าน|เรื่อง|ในการ)+(?=[ก-ฮเ-ไ])")


def bare_title(title: str) -> str:
    """A title for comparing: without มาตรการ, การ and the like before it."""
    letters = letters_only(title)
    bare = _LED_BY.sub("", letters, count=1) if _LED_BY.match(letters) else letters
    return bare or letters


def likeness(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1; none is like a title that is not there."""
    mine, yours = bare_title(one), bare_title(other)
    return similarity(mine, yours) if mine and yours else 0


def choose_id(title: str, words: Span | None, draft: Draft) -> str:
    """The id a measure of that title has already in this year or another, else a free one.

    A title that is only near is told: this year's measure is taken, another year's is not.
    """
    taken = {str(get_fields(each)["id"]) for each in draft.measures}
    free = [each for each in draft.known.measures if each.id not in taken]
    if title and words:
        if known := _likest(title, free):
            if bare_title(title) != bare_title(_title(known)):
                text = (
                    f"“{_shown(title)}” อ่านเป็นมาตรการเดียวกับ “{_shown(_title(known))}” ({known.id})"
                )
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
        ((likeness(title, _title(each)), each.id, each) for each in known), reverse=True
    )
    if not ranked or ranked[0][0] < NEAR:
        return None
    if len(ranked) > 1 and ranked[0][0] < SAME and ranked[0][0] - ranked[1][0] < _APART:
        return None
    return ranked[0][2]


def _of_another_year(title: str, words: Span, taken: set[str], draft: Draft) -> str | None:
    for year, measure in sorted(draft.before, key=lambda each: abs(each[0] - draft.year)):
        if measure.id in taken:
            continue
        alike = likeness(title, _title(measure))
        if alike >= SAME:
            return measure.id
        if alike >= NEAR:
            text = f"“{_shown(title)}” คล้าย “{_shown(_title(measure))}” ของปี {year}"
            draft.doubt(words, f"{text} ถ้าเป็นมาตรการเดียวกัน ให้ใช้ id: {measure.id}")
            return None
    return None


def find_in_draft(title: str, draft: Draft) -> Value | None:
    """A measure of this document that has the same title already."""
    for measure in draft.measures:
        if title and likeness(title, drafted_title(measure)) >= SAME:
            return measure
    return None


def drafted_title(measure: Value) -> str:
    """The title of a measure that was read from the document."""
    value = to_plain(get_fields(measure).get("title", ""))
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _title(measure: Measure) -> str:
    return " ".join(measure.titles)


def _shown(title: str) -> str:
    return title if len(title) <= _SHORT else f"{title[:_SHORT]}…"
