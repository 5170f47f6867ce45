"""Results of several rounds in one cell, or below one label: each line under its own round."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.words.roles import RESULT_ROLES, result_key
from ita_site.office.importer.words.round_leads import doubt_round, find_lead, parted_by_round

if TYPE_CHECKING:
    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.facts.entries import Entry


SAID_ROUND: Final = "said_round"
"""Where a row keeps the words that name a round, beside what they are of."""
ONLY_ROUND: Final = "บอกแต่รอบ ไม่มีผลของรอบ"


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
    parted = [*parted_by_round(lines)]
    leads = [find_lead(line) for line in parted]
    led = False
    for at, (line, lead) in enumerate(zip(parted, leads, strict=True), 1):
        if lead and not lead.value and (at == len(leads) or leads[at]):
            draft.note_reason(ONLY_ROUND, line)
            continue
        if lead:
            months, led = lead.months, True
            cells.setdefault(result_key(SAID_ROUND, months), []).append(lead.label)
        value = lead.value if lead else line
        cells.setdefault(result_key(role, months), []).extend([value] if value else [])
        for words, text in doubt_round(value, months) if led else ():
            draft.doubt(words, text)
