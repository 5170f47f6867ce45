"""Results of several rounds in one cell, or below one label: each line under its own round."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.office.importer.words.roles import RESULT_ROLES, result_key
from ita_site.office.importer.words.round_leads import doubt_round, find_lead, parted_by_round

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.facts.entries import Entry


def with_rounds(entry: Entry, draft: Draft) -> Entry:
    """A row whose results stand each under the round that its line begins with.

    What stands before the first such line stays where it is.
    """
    cells: dict[str, list[Span]] = {}
    for key, lines in entry.cells.items():
        role, _, months = key.partition(" ")
        if role in RESULT_ROLES:
            _part(role, months, lines, cells, draft)
        else:
            cells[key] = lines
    return replace(entry, cells=cells)


def _part(
    role: str, months: str, lines: list[Span], cells: dict[str, list[Span]], draft: Draft
) -> None:
    led = False
    for line in parted_by_round(lines):
        lead = find_lead(line)
        if lead:
            months, led = lead.months, True
            draft.read.append(lead.label)
        value = lead.value if lead else line
        cells.setdefault(result_key(role, months), []).extend([value] if value else [])
        for words, text in doubt_round(value, months) if led else ():
            draft.doubt(words, text)
