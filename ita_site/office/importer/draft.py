"""What is gathered while a document is read, before it becomes files."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.text import compact
from ita_site.office.importer.tree import Note, fields_of, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.measures import Measures
    from ita_site.office.importer.spans import Words
    from ita_site.office.importer.tree import Value


@dataclass(frozen=True, slots=True)
class Doubt:
    """A decision an officer should look at: where, and what was decided, in Thai."""

    place: str
    text: str


@dataclass(slots=True)
class Draft:
    """Everything recognised so far. Lists keep the document's order.

    `known` are the measures the year has already, `known_findings` its findings' texts by id.
    `round` is that of the results, in months.
    `totals` and `instruments` are scores, each with the sentence or row that tells it; `heads`
    are the headings of the tables by the list they fill, `repeats` those of further pages.
    `reasons` says of a source why it was not understood; `left_out` are names of persons,
    `ticks` those that were understood.
    """

    edition: Edition
    year: int
    known: Measures
    known_findings: Mapping[str, str] = field(default_factory=dict)
    round: str = ""
    agency: dict[str, Value] = field(default_factory=dict)
    info: dict[str, Value] = field(default_factory=dict)
    source: Value = ""
    totals: list[tuple[Words, Words]] = field(default_factory=list)
    ratings: list[Words] = field(default_factory=list)
    instruments: dict[str, list[tuple[Words, Words]]] = field(default_factory=dict)
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
    left_out: list[Words] = field(default_factory=list)
    ticks: list[Words] = field(default_factory=list)
    heads: dict[str, list[Note]] = field(default_factory=dict)
    repeats: list[Words] = field(default_factory=list)

    def remark(self, key: str, said: str, *words: Words) -> None:
        """Say something above a question."""
        self.question_notes.setdefault(key, []).extend(Note(said, each) for each in words)

    def finding_id(self, words: Words) -> str:
        """The id the year's finding of these words has already, else the next that is free."""
        taken = {str(fields_of(each)["id"]) for each in self.findings}
        said = compact(to_arabic(words.text))
        same = [
            name for name, text in self.known_findings.items() if compact(to_arabic(text)) == said
        ]
        if same and same[0] not in taken:
            return same[0]
        taken |= self.known_findings.keys()
        return next(name for at in count(1) if (name := f"f{at}") not in taken)

    def fiscal_year(self, name: str, usual: int) -> int:
        """One of the document's years as far as it was found, else the usual one."""
        return int(str(plain(self.info.get(name, str(usual)))))

    def doubt(self, words: Words, text: str) -> None:
        """Ask the officer to look at a decision."""
        if (found := Doubt(words.place, text)) not in self.doubts:
            self.doubts.append(found)

    def because(self, reason: str, *sources: Words) -> None:
        """Say why these words are not understood, should they be left over."""
        for words in sources:
            for part in words.parts():
                self.reasons.setdefault(part.source.at, reason)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an indicator's score is printed."""

    name: Words
    score: Words
    row: tuple[Words, ...]
