"""Weaknesses that come back: below the target, among the lowest, or pointed out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.model.grouping import GroupKind
from ita_site.facts.model.labelled import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.model.assessment import Point as Remark
    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.rules.figures.trend import Line, Point, ResultYear, Trend

AT_LEAST = 2
LOWEST = 3


class Sign(Labelled):
    """Why something counts as weak in a year."""

    BELOW = "below", "ต่ำกว่าเกณฑ์"
    LOWEST = "lowest", "ต่ำสุด 3 อันดับ"
    URGENT = "urgent", "จุดอ่อนเร่งด่วน"
    FOUND = "found", "มีข้อค้นพบ"


class Subject(NamedTuple):
    """What can be weak, by its official name: under another name it is another thing."""

    kind: GroupKind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the agency pointed out; `folder` is the assessment year in whose folder it stands."""

    folder: int
    urgent: tuple[Remark, ...]
    findings: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class WeakYear:
    """One result year of a subject. `known` is False for a year of which nothing is known."""

    year: int
    known: bool
    score: Point | None
    signs: tuple[Sign, ...]
    remarks: Remarks | None


@dataclass(frozen=True, slots=True)
class Weakness:
    """A subject over the result years; the missing ones stand among them."""

    subject: Subject
    years: tuple[WeakYear, ...]

    def having(self, *signs: Sign) -> tuple[WeakYear, ...]:
        """The years with one of these signs."""
        return tuple(year for year in self.years if set(signs) & set(year.signs))

    @property
    def below_again(self) -> bool:
        """Whether the target was missed in two years or more."""
        return len(self.having(Sign.BELOW)) >= AT_LEAST

    @property
    def lowest_again(self) -> bool:
        """Whether it was among the lowest in two years that follow each other."""
        years = {entry.year for entry in self.having(Sign.LOWEST)}
        return any(year + 1 in years for year in years)

    @property
    def pointed_out_again(self) -> bool:
        """Whether the agency pointed it out in two years or more."""
        return len(self.having(Sign.URGENT, Sign.FOUND)) >= AT_LEAST

    @property
    def comes_back(self) -> bool:
        """Whether it is weak again in any of these ways."""
        return self.below_again or self.lowest_again or self.pointed_out_again

    @property
    def latest_score(self) -> Point | None:
        """The newest score there is."""
        return next((entry.score for entry in reversed(self.years) if entry.score), None)


def can_show_weakness(facts: YearFacts) -> bool:
    """Whether a year's result holds an indicator's score or a remark, by which one is seen."""
    given = facts.assessment
    if given is None:
        return False
    return bool(given.indicators or given.analysis.urgent_fixes or given.analysis.findings)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Everything that can make something weak; `known` are the result years with any facts."""

    known: frozenset[int]
    lines: Mapping[Subject, Line]
    lowest: Mapping[int, frozenset[Subject]]
    remarks: Mapping[int, Mapping[Subject, Remarks]]

    @property
    def subjects(self) -> Iterator[Subject]:
        """The indicators in their order, then whatever else was pointed out, oldest first."""
        yield from self.lines
        for found in self.remarks.values():
            yield from (subject for subject in found if subject not in self.lines)

    def year(self, year: int, subject: Subject) -> WeakYear:
        line = self.lines.get(subject)
        score = next((point for point in line.known if point.year == year), None) if line else None
        remarks = self.remarks.get(year, {}).get(subject)
        shown = {
            Sign.BELOW: score is not None and score.weak,
            Sign.LOWEST: subject in self.lowest.get(year, ()),
            Sign.URGENT: remarks is not None and bool(remarks.urgent),
            Sign.FOUND: remarks is not None and bool(remarks.findings),
        }
        signs = tuple(sign for sign in Sign if shown[sign])
        return WeakYear(year, year in self.known, score, signs, remarks)


def weaknesses(trend: Trend, agency: AgencyFacts) -> tuple[Weakness, ...]:
    """What comes back: the indicators in their order, then whatever else was pointed out."""
    evidence = _evidence(trend, agency)
    years = evidence.known
    span = range(min(years), max(years) + 1) if years else range(0)
    found = (
        Weakness(subject, tuple(evidence.year(year, subject) for year in span))
        for subject in dict.fromkeys(evidence.subjects)
    )
    return tuple(weakness for weakness in found if weakness.comes_back)


def _evidence(trend: Trend, agency: AgencyFacts) -> _Evidence:
    """Of two folders that analyse the same year's result the newer holds."""
    remarks = {facts.result_year: found for facts in agency.years if (found := _remarks(facts))}
    return _Evidence(
        frozenset(facts.result_year for facts in agency.years if facts.assessment),
        {Subject(GroupKind.INDICATOR, line.code, line.name): line for line in trend.indicators},
        {result.year: _lowest(result) for result in trend.results},
        {year: remarks[year] for year in sorted(remarks)},
    )


def _lowest(result: ResultYear) -> frozenset[Subject]:
    """The lowest three, with all that equal the third, but never the best.

    Only of a year with a score for every indicator: of a part nobody knows the lowest.
    """
    ranked = result.scores.weakest
    if len(ranked) < len(result.edition.indicators) or len(ranked) <= LOWEST:
        return frozenset()
    limit, best = ranked[LOWEST - 1].fact.score, ranked[-1].fact.score
    return frozenset(
        Subject(GroupKind.INDICATOR, str(entry.indicator.no), entry.indicator.name)
        for entry in ranked
        if entry.fact.score <= limit and entry.fact.score < best
    )


def _remarks(facts: YearFacts) -> dict[Subject, Remarks]:
    """What one folder points out. Findings in every group of a kind single out none of them."""
    if facts.assessment is None:
        return {}
    analysis = facts.assessment.analysis
    urgent = _by_subject(analysis.urgent_fixes, facts.edition)
    findings = _telling(_by_subject(analysis.findings, facts.edition), facts.edition)
    return {
        subject: Remarks(facts.year, urgent.get(subject, ()), findings.get(subject, ()))
        for subject in dict.fromkeys([*urgent, *findings])
    }


def _by_subject(remarks: tuple[Remark, ...], edition: Edition) -> dict[Subject, tuple[Remark, ...]]:
    found: dict[Subject, tuple[Remark, ...]] = {}
    for remark in remarks:
        if group := remark.group:
            name = edition.group_name(group.kind.value, group.id) or group.id
            subject = Subject(group.kind, group.id, name)
            found[subject] = (*found.get(subject, ()), remark)
    return found


def _telling(
    findings: dict[Subject, tuple[Remark, ...]], edition: Edition
) -> dict[Subject, tuple[Remark, ...]]:
    everywhere = {
        kind
        for kind in GroupKind
        if edition.group_names[kind.value].keys()
        <= {subject.id for subject in findings if subject.kind is kind}
    }
    return {subject: found for subject, found in findings.items() if subject.kind not in everywhere}
