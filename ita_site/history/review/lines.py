"""The words of a review: lines of spans, each with how it is to be seen."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.model.labelled import Labelled
from ita_site.rules.figures.changes.wording import Fate, mark_changes, shorten_kept

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT = 60
LONGEST = 400
"""Letters shown of a text that was added or removed."""
MOST_LINES = 4000
"""Lines of a file; of longer ones it is only counted how many differ."""
SHOWN = 12
"""Changed lines shown of one file."""


class Style(Labelled):
    """How some words are to be seen."""

    PLAIN = "plain", ""
    STRONG = "strong", ""
    DELETED = "deleted", ""
    INSERTED = "inserted", ""
    CODE = "code", ""


class Span(NamedTuple):
    """Some words of a line."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Span, ...]


def shorten(text: str) -> str:
    """As much of a text as anybody reads."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def reworded(old: str, new: str) -> Line:
    """Both whole where they are short or have little in common; else with marks in the text."""
    words = mark_changes(old, new)
    kept = sum(len(part.text) for part in words if part.fate is Fate.KEPT)
    if max(len(old), len(new)) <= SHORT // 2 or 2 * kept < min(len(old), len(new)):
        return (
            Span(shorten(old), Style.DELETED),
            Span(" → "),
            Span(shorten(new), Style.INSERTED),
        )
    styles = {Fate.KEPT: Style.PLAIN, Fate.GONE: Style.DELETED, Fate.COME: Style.INSERTED}
    spans = [Span(shorten(text), styles[fate]) for fate, text in shorten_kept(words)]
    return tuple(
        part for span, after in zip_longest(spans, spans[1:]) for part in _separated(span, after)
    )


def _separated(span: Span, after: Span | None) -> Line:
    """What went and what came in its place do not stick together."""
    together = after and (span.style, after.style) == (Style.DELETED, Style.INSERTED)
    return (span, Span(" ")) if together else (span,)


def changed_lines(old: str, new: str) -> tuple[Line, ...]:
    """Where two texts differ, line by line, empty lines left out; of many the first."""
    before, after = old.splitlines(), new.splitlines()
    if max(len(before), len(after)) > MOST_LINES:
        return ((Span(f"เดิม {len(before):,} บรรทัด ใหม่ {len(after):,} บรรทัด ดูทั้งไฟล์"),),)
    pairs = list(_changed_pairs(before, after))
    rest = len(pairs) - SHOWN
    more = ((Span(f"และอีก {rest} บรรทัด", Style.STRONG),),) if rest > 0 else ()
    return (*(_changed_line(gone, come) for gone, come in pairs[:SHOWN]), *more)


def _changed_pairs(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    for kind, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        pairs = zip_longest(before[a:b], after[c:d], fillvalue="") if kind != "equal" else ()
        for gone, come in ((gone.strip(), come.strip()) for gone, come in pairs):
            if gone or come:
                yield gone, come


def _changed_line(gone: str, come: str) -> Line:
    if gone and come:
        return reworded(gone, come)
    if come:
        return (Span(shorten(come), Style.INSERTED),)
    return (Span(shorten(gone), Style.DELETED),)
