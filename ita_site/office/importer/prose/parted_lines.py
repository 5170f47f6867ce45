"""Lines on which several labels stand, each with its value: ผู้รับผิดชอบ : กองคลัง   งบประมาณ : -."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import Span, parse_item
from ita_site.office.importer.prose.prose_titles import names_measure
from ita_site.office.importer.words.headings import is_name, parse_heading
from ita_site.office.importer.words.labels import find_label, find_unknown_label
from ita_site.office.importer.words.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.office.importer.tables.tables import Part

_WIDE: Final = re.compile(r"[ \u00a0]{2,}|\t[\s]*|\s*;\s+")
_COLON: Final = re.compile(r"\s*[:：](?!//)")
_WORDS: Final = re.compile(r"(?<![^\s,])[^\s,:：0-9๐-๙]+")
_MOST_WORDS: Final = 3
_LONGEST: Final = 40
_NEAR: Final = 2 * _LONGEST
_JOINTS: Final = ",;"
_NO_LABELS: Final = ("round", "number", "score", "before", "after")


def part_lines(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts, lines of several labels as a line for each."""
    return tuple(each for part in parts for each in _pieces(part))


def _pieces(part: Part) -> Iterator[Part]:
    if not isinstance(part, Span) or part.then:
        yield part
        return
    cuts = _cuts(part)
    starts = [0, *cuts]
    for start, end in zip(starts, [*cuts, None], strict=True):
        if piece := part.cut(start, end).stripped(_JOINTS) if cuts else part:
            yield piece


def _cuts(line: Span) -> list[int]:
    """Where further labels begin: behind a wide blank, or known ones with a colon anywhere."""
    found = {*_behind_wide_blanks(line), *_before_colons(line)}
    first = min(found, default=0)
    return sorted(found) if first and _begins_label(line.cut(0, first)) else []


def _begins_label(first: Span) -> bool:
    """Whether what stands before the second label is a label with its value, or a heading."""
    return bool(find_label(first) or find_unknown_label(first)) or names_measure(first)


def _behind_wide_blanks(line: Span) -> Iterator[int]:
    for blank in _WIDE.finditer(line.own):
        behind = line.cut(blank.end())
        if parse_item(behind).marked:
            continue
        known = find_label(behind)
        if (known and known[0] not in _NO_LABELS and known[2]) or find_unknown_label(behind):
            yield blank.end()


def _before_colons(line: Span) -> Iterator[int]:
    """Where the longest name of a role stands that ends at a colon."""
    for colon in _COLON.finditer(line.own):
        words = _WORDS.finditer(line.own, max(0, colon.start() - _NEAR), colon.start())
        starts = [each.start() for each in words][-_MOST_WORDS:]
        named = (start for start in starts if _is_label(line.own[start : colon.start()]))
        if start := next(named, 0):
            yield start


def _is_label(name: str) -> bool:
    if len(name) > _LONGEST or not is_name(name):
        return False
    found = parse_heading(name)
    return found is not None and found.role in ROLES and found.role not in _NO_LABELS
