"""What is gathered while a document is read: values that know where they stand, and remarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.text import compact
from ita_site.office.importer.document.values import Note, Value, get_fields, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.measures import Measure, Measures
    from ita_site.office.importer.document.spans import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """A decision an officer should look at: where, and what was decided, in Thai."""

    place: str
    text: str


Before: TypeAlias = "tuple[tuple[int, Measure], ...]"
"""The measures of other years, each with its year."""


@dataclass(slots=True)
class Draft:
    """Everything recognised so far. Lists keep the document's order.

    `known` are the measures the year has already, `known_findings` its findings' texts by id.
    `round` is that of the results, in months, `as_of` their day, `days` the day that stands above
    a source.
    `totals` and `instruments` are scores, each with the sentence or row that tells it; `heads`
    are the headings of the tables by the list they fill, `repeats` those of further pages.
    `reasons` says of a source why it was not understood, `owners` the measure it stands beside,
    `headings` what stands above it and `roles` what that was read as. `left_out` are names of
    persons and their numbers, `read` what was understood without being a value, such as a tick,
    `boxes` lines of which what is ticked is said, `doubted` the sources of doubts.
    `units_alone` are units that have a cell of their own, so that another may be listed before.
    `played` tells of a source the part that the units in it play, from each of its letters on.
    `before` are the measures of other years; `has_agency` tells that the folder names its agency.
    """

    edition: Edition
    year: int
    known: Measures
    known_findings: Mapping[str, str] = field(default_factory=dict)
    round: str = ""
    as_of: Span | None = None
    days: dict[int, Span] = field(default_factory=dict)
    agency: dict[str, Value] = field(default_factory=dict)
    info: dict[str, Value] = field(default_factory=dict)
    source: Value = ""
    totals: list[tuple[Span, Span]] = field(default_factory=list)
    ratings: list[Span] = field(default_factory=list)
    instruments: dict[str, list[tuple[Span, Span]]] = field(default_factory=dict)
    indicators: dict[int, list[Mention]] = field(default_factory=dict)
    questions: list[dict[str, Value]] = field(default_factory=list)
    question_notes: dict[str, list[Note]] = field(default_factory=dict)
    summaries: list[Value] = field(default_factory=list)
    urgent_fixes: list[Value] = field(default_factory=list)
    improvements: list[Value] = field(default_factory=list)
    findings: list[Value] = field(default_factory=list)
    recommendations: list[Value] = field(default_factory=list)
    limitations: dict[str, Value] = field(default_factory=dict)
    unsure_codes: set[str] = field(default_factory=set)
    conflicts: list[dict[str, Value]] = field(default_factory=list)
    measures: list[Value] = field(default_factory=list)
    reports: list[Value] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    owners: dict[int, str] = field(default_factory=dict)
    headings: dict[int, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    played: dict[int, dict[int, str]] = field(default_factory=dict)
    units_alone: set[str] = field(default_factory=set)
    left_out: list[Span] = field(default_factory=list)
    read: list[Span] = field(default_factory=list)
    boxes: list[Span] = field(default_factory=list)
    doubted: set[int] = field(default_factory=set)
    before: Before = ()
    has_agency: bool = False
    heads: dict[str, list[Note]] = field(default_factory=dict)
    repeats: list[Span] = field(default_factory=list)

    def understood(self, values: Iterable[Span]) -> list[Span]:
        """What was understood without being a value: of boxes only where a value came of them."""
        told = {words.source.at for words in values}
        return [*self.read, *(words for words in self.boxes if words.source.at in told)]

    def remark(self, key: str, text: str, *words: Span) -> None:
        """Say something above a question."""
        self.question_notes.setdefault(key, []).extend(
            Note(text, each, said=True) for each in words
        )

    def choose_finding_id(self, words: Span) -> str:
        """The id the year's finding of these words has already, else the next that is free."""
        taken = {str(get_fields(each)["id"]) for each in self.findings}
        wording = compact(to_arabic(words.text))
        same = [
            name
            for name, text in self.known_findings.items()
            if compact(to_arabic(text)) == wording
        ]
        if same and same[0] not in taken:
            return same[0]
        taken |= self.known_findings.keys()
        return next(name for at in count(1) if (name := f"f{at}") not in taken)

    def fiscal_year(self, name: str, usual: int) -> int:
        """One of the document's years as far as it was found, else the usual one."""
        return int(str(to_plain(self.info.get(name, str(usual)))))

    def doubt(self, words: Span, text: str) -> None:
        """Ask the officer to look at a decision."""
        self.doubted |= {part.source.at for part in words.parts()}
        if (new := Doubt(words.place, text)) not in self.doubts:
            self.doubts.append(new)

    def advise(self, words: Span, text: str) -> None:
        """Tell the officer what might be added, where nothing is doubted."""
        if (new := Doubt(words.place, text)) not in self.doubts:
            self.doubts.append(new)

    def part_played(self, words: Span) -> str:
        """The part that a unit plays, by what stands last before it."""
        parts = self.played.get(words.source.at, {})
        before = [start for start in parts if start <= words.start]
        return parts[max(before)] if before else ""

    def keep_with(self, measure: str, *words: Span) -> None:
        """Say which measure words without a field stand beside."""
        for each in words:
            for part in each.parts():
                self.owners.setdefault(part.source.at, measure)

    def declare_conflict(
        self,
        field: str,
        values: Iterable[Value],
        reason: str = "unresolved",
        *,
        holds: Value = "",
        note: str = "",
    ) -> None:
        """Keep the values of what the document prints differently, and which of them holds."""
        conflict: dict[str, Value] = {
            "field": field,
            "values": [*values],
            "holds": holds,
            "reason": reason,
            "note": note,
        }
        self.conflicts.append({name: value for name, value in conflict.items() if value})

    def note_reason(self, reason: str, *sources: Span) -> None:
        """Say why these words are not understood, should they be left over."""
        for words in sources:
            for part in words.parts():
                self.reasons.setdefault(part.source.at, reason)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an indicator's score is printed."""

    name: Span
    score: Span
    row: tuple[Span, ...]
