"""Tables turned over: the first column holds the headings, several entries stand beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import is_office
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.numerals import to_arabic
from ita_site.office.importer.tables.columns import Column, read_column
from ita_site.office.importer.tables.form import Form
from ita_site.office.importer.tables.form_labels import (
    FEWEST_PAIRS,
    NAMED_BY,
    role_of,
    title_role,
)
from ita_site.office.importer.tables.form_pairs import ONE_PAIR, TWO_PAIRS
from ita_site.office.importer.words.headings import is_name
from ita_site.office.importer.words.looks import is_figure, is_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.rows import Rows

_FEWEST: Final = 2
_MOST_LABELS: Final = 60
_COUNTED_ENTRY: Final = re.compile(r"(?P<words>\D{0,20}?)\s*(?P<number>[0-9]{1,2})\s*[.)]?")


def read_turned(rows: Rows) -> Form | None:
    """A table whose first column holds its headings, several entries beside them."""
    width = len(rows.words[0]) if len(rows) else 0
    if not (width > _FEWEST and len(rows) <= _MOST_LABELS) or any(map(any, rows.covers)):
        return None
    if _is_alike_downwards(rows) or _is_of_two_pairs(rows):
        return None
    labels = [row[0] for row in rows.words]
    roles = [role for label in labels if label and (role := role_of(label))]
    counts = _counts_entries(rows.words[0][1:])
    across = [bool(words and is_name(words.text)) for words in rows.words[0][1:] if not counts]
    scored = {"score", "indicator"} <= {*roles} or {"score", "instrument"} <= {*roles}
    planned = len({*roles}) >= FEWEST_PAIRS and any(name in roles for name in NAMED_BY)
    headings = [bool(words and role_of(words)) for words in rows.words[0] if not counts]
    if sum(headings) * len(labels) >= len(roles) * width and sum(headings) > 1:
        return None
    of_measures = counts and title_role(rows.words[0][1]) and bool(roles)
    if not of_measures and (not (scored or planned) or 2 * len(roles) < len(labels)):
        return None
    if any(across):
        return None
    columns = tuple(read_column([label]) if label else Column() for label in labels)
    if counts:
        columns = (Column("number", heading=labels[0] or None, named=True), *columns[1:])
    entries = [
        {at: [row[entry]] for at, row in enumerate(rows.words) if row[entry]}
        for entry in range(1, width)
    ]
    filled = [entry for entry in entries if entry]
    return Form(columns, tuple(label for label in labels if label), filled, [{}] * len(filled))


def _is_of_two_pairs(rows: Rows) -> bool:
    """Whether labels stand in the third of four columns, or only a pair where a title does."""
    if len(rows.words[0]) != TWO_PAIRS:
        return False
    behind = [row[ONE_PAIR:] for row in rows.words]
    titled = [others for row, others in zip(rows.words, behind, strict=True) if title_role(row[0])]
    if titled and any(map(any, behind)) and not any(map(any, titled)):
        return True
    labels = [others[0] for others in behind if others[0]]
    speaking = sum(bool(role_of(words)) for words in labels)
    said = sum(bool(row[1] and role_of(row[1])) for row in rows.words)
    return speaking > said and 2 * speaking >= len(labels)


def _counts_entries(row: Sequence[Span]) -> bool:
    """Whether cells only count: the same words, or none, before 1, 2, 3."""
    counted = [_COUNTED_ENTRY.fullmatch(to_arabic(words.text)) for words in row]
    if len(counted) < _FEWEST or not all(counted):
        return False
    named = {letters_only(each["words"]) for each in counted if each}
    numbers = [int(each["number"]) for each in counted if each]
    return len(named) == 1 and numbers == [*range(1, len(numbers) + 1)]


def _is_alike_downwards(rows: Rows) -> bool:
    """Whether figures, times or offices stand below each other rather than beside each other."""
    kinds = [[_kind(words.text) for words in row[1:]] for row in rows.words]
    across = sum(_is_one(row) for row in kinds)
    down = sum(_is_one(column) for column in zip(*kinds[1:], strict=True))
    return down > across


def _kind(text: str) -> str:
    checks = (("figure", is_figure), ("time", is_time), ("office", is_office))
    return next((name for name, fits in checks if fits(text)), "")


def _is_one(kinds: Sequence[str]) -> bool:
    return len(kinds) > 1 and bool(kinds[0]) and len({*kinds}) == 1
