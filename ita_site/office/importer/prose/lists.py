"""Which lines of a measure are entries of its lists, and which begin something else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ita_site.facts.model.office_names import begins_unit
from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.words.labels import (
    LISTS,
    ODD,
    ProseMeasure,
    continues,
    counts_on,
    find_label,
    style_of,
)
from ita_site.office.importer.words.rounds import find_round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span


def find_entries(run: Sequence[Span]) -> set[int]:
    """The lines that are entries of a numbered list: right below the label of one, or each other.

    Where the label has a number of their style, one that is a label itself ends the list.
    """
    entries: set[int] = set()
    style = ""
    for at, (above, words) in enumerate(pairwise(run), 1):
        item, before = parse_item(words), parse_item(above)
        if not item.label:
            continue
        begins = item.number.rpartition(".")[2] == "1" and _is_label_of_list(above)
        if begins:
            style = style_of(before.label) if before.label else ""
        goes_on = begins or (at - 1 in entries and counts_on(before, item))
        if goes_on and not (style_of(item.label) == style and find_label(item.words)):
            entries.add(at)
    return entries


def _is_label_of_list(words: Span) -> bool:
    """Whether a line is the label of a list, with nothing behind it."""
    label = find_label(words)
    return label is not None and label[0] in LISTS and not label[2]


def heads_section(words: Span, told: ProseMeasure, column: str | None) -> bool:
    """Whether a numbered line is no label of a measure whose labels have no numbers.

    It names nothing but a result and its round, and no list goes on with it.
    """
    item = parse_item(words)
    if not item.label or item.number.rpartition(".")[2] == "1" or not column:
        return False
    if _has_numbers(told):
        return False
    label = find_label(item.words)
    listed = continues(words, told.cells.get(column, ()), open_ended=False)
    return (
        label is not None and not listed and (not label[2] or find_round(label[2].text) is not None)
    )


def begins_label(words: Span, told: ProseMeasure, column: str | None) -> bool:
    """Whether a line that begins as one of each measure does is no value and no entry of a list.

    The first line below a known label is what that says, however many measures say the same.
    """
    item = parse_item(words)
    before = told.cells.get(column or "", [])
    if column and not before and not column.startswith(ODD):
        return not continues(words, before, open_ended=True)
    if item.label:
        listed = any(parse_item(each).label for each in before)
        return not (listed and continues(words, before, open_ended=True))
    if column == "unit" and begins_unit(words.own):
        return False
    sign = words.own[:1]
    return not item.bullet or any(line.own[:1] == sign for line, _, named in told.begun if named)


def goes_on_list(words: Span, told: ProseMeasure, column: str) -> bool:
    """Whether a numbered line is an entry of the list above, whatever its words are a name of.

    Labels with numbers may go on where a list ends.
    """
    before = told.cells.get(column, [])
    is_list = bool(before) and parse_item(before[-1]).label is not None
    opens = is_list and column in LISTS and not _has_numbers(told)
    is_entry = parse_item(words).label is not None and (opens or _opens_list(told, column))
    return is_entry and continues(words, before, open_ended=False)


def _opens_list(told: ProseMeasure, column: str | None) -> bool:
    """Whether nothing stands behind the label of a list, and no label has a number."""
    return column in LISTS and not told.cells.get(column) and not _has_numbers(told)


def _has_numbers(told: ProseMeasure) -> bool:
    """Whether a label of the measure has a number."""
    return any(parse_item(line).label for line, role, _ in told.begun if role != "measure")
