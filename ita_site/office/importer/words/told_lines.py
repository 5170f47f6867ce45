"""What lines tell of a measure, each under its label and, of results, its round."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.roles import RESULT, RESULT_ROLES, result_key
from ita_site.office.importer.words.round_leads import doubt_round, find_lead

if TYPE_CHECKING:
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.words.round_leads import RoundLead


@dataclass(slots=True)
class ToldLines:
    """What lines tell of one measure: its title and what each label says, with the labels.

    `begun` are the lines that begin something, each with its column and label. `is_guess` tells
    that no word named it a measure. `doubts` are lines to look at, and why. `months` is the round
    of the results that are told now, `of_rounds` what a line tells that begins with a round alone,
    `led_by` the label above such lines, `above` that of each column of theirs.
    """

    title: Span
    heads: list[Span] = field(default_factory=list)
    cells: dict[str, list[Span]] = field(default_factory=dict)
    labels: dict[str, Span] = field(default_factory=dict)
    begun: list[tuple[Span, str, Span | None]] = field(default_factory=list)
    is_guess: bool = False
    doubts: list[tuple[Span, str]] = field(default_factory=list)
    months: str = ""
    of_rounds: str = RESULT
    led_by: Span | None = None
    above: dict[str, Span] = field(default_factory=dict)

    def begin(self, column: str, label: Span | None, value: Span) -> None:
        """Go on with what a line's label says."""
        if label:
            self.labels.setdefault(column, label)
            self.heads.append(label)
        self.cells.setdefault(column, []).extend([value] if value else [])

    def take_label(self, words: Span, label: tuple[str, Span | None, Span]) -> str:
        """Go on with what a line begins; its column."""
        column, named, value = label
        column = of_round(self, column, named)
        self.begin(column, named, value)
        self.begun.append((words, column, named))
        return column


def of_round(told: ToldLines, column: str, named: Span | None) -> str:
    """A column of results with the round its label names, else with that of those above."""
    if column not in RESULT_ROLES:
        return column
    _head_block(told)
    found = parse_heading(named.text.strip(":： ")) if named else None
    told.months = found.months if found and found.months else told.months
    return result_key(column, told.months)


def _head_block(told: ToldLines) -> None:
    """A round alone on the line before a label of results is theirs, whatever list it ended."""
    before = told.cells.get(told.begun[-1][1], []) if told.begun else []
    lead = find_lead(before[-1]) if before else None
    if lead and not lead.value:
        told.heads.append(before.pop())
        told.months = lead.months


def take_round(told: ToldLines, words: Span, column: str | None) -> str | None:
    """Go on with a line that begins with a round of results; None where it does not."""
    lead = find_lead(words)
    if lead is None or not _may_be_results(told, words, lead, column):
        return None
    role, told.months = role_in(column), lead.months
    if column and role in RESULT_ROLES and not told.cells[column]:
        told.of_rounds, told.led_by = role, told.labels.get(column)
        _forget(told, column)
    elif role not in RESULT_ROLES:
        told.doubts.append((words, f"“{lead.label}” อ่านเป็นผลรอบ {lead.months} เดือน โปรดตรวจ"))
    told.doubts += doubt_round(lead.value, lead.months)
    taken = told.take_label(words, (told.of_rounds, lead.label, lead.value))
    if told.led_by:
        told.above.setdefault(taken, told.led_by)
    return taken


def _may_be_results(told: ToldLines, words: Span, lead: RoundLead, column: str | None) -> bool:
    """Whether a line that begins with a round tells results, where what stands above does not.

    Of times and of what is planned by rounds are those below their label, and those in a list.
    """
    if role_in(column) in RESULT_ROLES:
        return True
    above = told.cells.get(column, []) if column else []
    is_open = bool(column) and not above
    is_listed = parse_item(words).marked or any(map(find_lead, above))
    return lead.is_label and not (lead.is_quarter or is_open or is_listed)


def _forget(told: ToldLines, column: str) -> None:
    """Forget an empty column whose label only leads to lines that name their rounds."""
    del told.cells[column]
    told.labels.pop(column, None)
    key = result_key(told.of_rounds, told.months)
    told.begun = [
        (line, key if name == column else name, named) for line, name, named in told.begun
    ]


def role_in(column: str | None) -> str:
    """The role of a column's lines, without the round of results."""
    return (column or "").partition(" ")[0]
