"""One year of an agency seen on one day: what its pages have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.facts.model.year import Purpose
from ita_site.rules.figures.answers import Answers, answers
from ita_site.rules.figures.covered import asked_by, covered_facts, covered_year
from ita_site.rules.figures.due import Window, window
from ita_site.rules.figures.gist import year_gist
from ita_site.rules.figures.headings import group_label, heading
from ita_site.rules.figures.kept import kept
from ita_site.rules.figures.last_year import last_year
from ita_site.rules.figures.memos import memos_of
from ita_site.rules.figures.numbering import begins_anew, measure_number
from ita_site.rules.figures.oit import index_rows
from ita_site.rules.figures.rounds import owed, reports_here, rounds
from ita_site.rules.figures.scores import scores
from ita_site.rules.figures.status import measure_reports, tally
from ita_site.rules.figures.timeline import timeline
from ita_site.rules.figures.trend import Direction
from ita_site.site.pages.year_addresses import YearAddresses

if TYPE_CHECKING:
    from ita_site.facts.model.grouping import Grouped
    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.model.year import Memo
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.kept import Phrase
    from ita_site.rules.figures.last_year import LastYear
    from ita_site.rules.figures.oit import Row
    from ita_site.rules.figures.rounds import Owed, Round
    from ita_site.rules.figures.scores import ScoredIndicator, Scores
    from ita_site.rules.figures.status import MeasureReports, Tally
    from ita_site.rules.figures.timeline import Timeline


@dataclass(frozen=True)
class YearView(YearAddresses):
    """One year of an agency, as its pages show it."""

    today: BEDate

    @cached_property
    def oit_rows(self) -> tuple[Row, ...]:
        """Every row of that index."""
        return index_rows(self.agency, self.facts)

    @property
    def has_progress(self) -> bool:
        """Whether it has a page of how far its own measures are."""
        return self.runs_on and any(entry.reports for entry in self.own_reports)

    @property
    def told_address(self) -> str:
        """Where the reports on its own measures are told in full."""
        if asked := asked_by(self.agency, self.facts):
            return replace(self, facts=asked[0]).results_address
        return self.progress_address if self.has_progress else self.measures_address

    @property
    def addresses(self) -> tuple[str, ...]:
        """Of its pages."""
        items = (self.measures_address, self.results_address)
        progress = (self.progress_address,) if self.has_progress else ()
        index = (self.oit_address,) if self.facts.oit else ()
        return (self.address, *items, *progress, *index, self.checklist_address)

    @cached_property
    def scores(self) -> Scores | None:
        """The result that was analysed, None when the agency gave none."""
        assessment = self.facts.assessment
        if assessment is None or not assessment.has_scores:
            return None
        return scores(assessment, self.edition, self.facts.result_year)

    @cached_property
    def last_year(self) -> LastYear | None:
        """That result against the one before, None where the agency did not give both."""
        return last_year(self.agency, self.facts)

    @cached_property
    def indicator_by_no(self) -> dict[int, ScoredIndicator]:
        """The indicators of that result which have a score."""
        return (
            {entry.indicator.no: entry for entry in self.scores.indicators} if self.scores else {}
        )

    @property
    def fallen(self) -> tuple[ScoredIndicator, ...]:
        """Those that are lower than the year before, where that can be said."""
        moves = self.last_year.indicators if self.last_year else {}
        down = (no for no, move in moves.items() if move.direction is Direction.DOWN)
        return tuple(self.indicator_by_no[no] for no in down if no in self.indicator_by_no)

    @property
    def covered_year(self) -> int:
        """The fiscal year the results item speaks of."""
        return covered_year(self.facts)

    @cached_property
    def covered(self) -> YearFacts | None:
        """The facts of that year, None when the agency gave none."""
        return covered_facts(self.agency, self.facts)

    @cached_property
    def reports(self) -> tuple[MeasureReports, ...]:
        """The measures the results item speaks of, with what was reported."""
        return measure_reports(self.covered) if self.covered else ()

    @cached_property
    def own_reports(self) -> tuple[MeasureReports, ...]:
        """This year's own measures with what was reported so far."""
        return measure_reports(self.facts)

    @cached_property
    def tally(self) -> Tally:
        """Of the measures the results item speaks of."""
        return tally(self.reports)

    @property
    def kept(self) -> tuple[Phrase, ...]:
        """How far the promises are kept of which the results item speaks."""
        return kept(self.reports, self.covered_year)

    @property
    def own_kept(self) -> tuple[Phrase, ...]:
        """How far this year's own promises are kept."""
        return kept(self.own_reports, self.facts.implementation_year)

    @cached_property
    def answers(self) -> Answers:
        """Which of its measures answers which part of the result."""
        return answers(self.facts)

    @property
    def any_reported(self) -> bool:
        """Whether anything was reported of the measures the results item speaks of."""
        return any(entry.reports for entry in self.reports)

    @cached_property
    def own_tally(self) -> Tally:
        """Of this year's own measures."""
        return tally(self.own_reports)

    @property
    def runs_on(self) -> bool:
        """Whether its own measures are reported apart from those of the results item."""
        return bool(self.own_reports) and self.covered is not self.facts

    @cached_property
    def gist(self) -> tuple[str, ...]:
        """What the year comes to, in at most three sentences."""
        return year_gist(self.agency, self.facts)

    @cached_property
    def timeline(self) -> Timeline | None:
        """When its own measures run and report, None where no time is known."""
        return timeline(self.own_reports, self.facts, self.today)

    @property
    def memos(self) -> tuple[Memo, ...]:
        """Every memo of the year."""
        return memos_of(self.facts.info, *Purpose)

    @property
    def measures_memos(self) -> tuple[Memo, ...]:
        """The memos of what the measures item shows; and of reports where no page tells them."""
        alone = self.runs_on and not self.has_progress
        shown = (Purpose.MEASURES, Purpose.REPORT) if alone else (Purpose.MEASURES,)
        return memos_of(self.facts.info, *shown)

    @property
    def progress_memos(self) -> tuple[Memo, ...]:
        """The memos of the reports on its own measures."""
        return memos_of(self.facts.info, Purpose.REPORT)

    @property
    def results_memos(self) -> tuple[Memo, ...]:
        """The memos of the reports that the results item shows; none where it shows nothing."""
        return memos_of(self.covered.info, Purpose.REPORT) if self.covered else ()

    @property
    def window(self) -> Window:
        """Whether the survey can be answered today."""
        return window(self.facts.info.eit, self.today)

    def rounds(self, entry: MeasureReports, facts: YearFacts) -> tuple[Round, ...]:
        """A measure's reporting rounds as of today; `facts` is the year it belongs to."""
        return rounds(entry, facts, self.today)

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """The rounds missing of the measures the results item speaks of."""
        return owed(self.reports, self.covered, self.today) if self.covered else ()

    @cached_property
    def own_owed(self) -> tuple[Owed, ...]:
        """The rounds missing of its own measures."""
        return owed(self.own_reports, self.facts, self.today)

    @cached_property
    def reports_here(self) -> bool:
        """Whether the agency's reports are brought here at all."""
        return reports_here(self.agency)

    @property
    def overdue_count(self) -> int:
        """How many of its own measures have a report overdue, as far as that is known."""
        if not self.reports_here:
            return 0
        each = (self.rounds(entry, self.facts) for entry in self.own_reports)
        return sum(any(round_.overdue for round_ in of_measure) for of_measure in each)

    def place(self, measure_id: str) -> str:
        """Where this year tells how far one of its own measures is."""
        return f"{self.told_address}#measure-{measure_id}"

    def group_label(self, fact: Grouped) -> str:
        """What it belongs to, in the edition's words; empty for nothing."""
        return group_label(fact, self.edition)

    def words_of(self, measure: Measure) -> str:
        """The words of the finding an untitled measure answers, where they are not its name."""
        findings = [cause.point.text for cause in self.answers.causes[measure.id]]
        number = self.facts.measures.measures.index(measure) + 1
        return next((text for text in findings if text not in self.heading(measure, number)), "")

    @property
    def told_elsewhere(self) -> bool:
        """Whether an earlier round's page tells the results that this one's item asks for."""
        covered = self.covered
        return covered is not None and asked_by(self.agency, covered)[0] is not self.facts

    def by_instrument(self, entries: tuple[MeasureReports, ...]) -> bool:
        """Whether all of them belong to an instrument, and so stand in sections."""
        return all(entry.measure.instrument for entry in entries)

    def heading(self, measure: Measure, number: int, facts: YearFacts | None = None) -> str:
        """What a measure is called: its title, else what it answers, else its first step.

        `facts` is the year it belongs to, when that is not this one.
        """
        return heading(measure, number, facts or self.facts, self.edition)

    def number(self, measure: Measure, at: int, facts: YearFacts | None = None) -> str:
        """The measure's number, as its document prints it where it prints one."""
        return measure_number(measure, at, facts or self.facts)

    def called(self, measure: Measure, at: int) -> str:
        """What a link of few words calls it: by its number, where no other has the same."""
        number = "" if begins_anew(self.facts) else self.number(measure, at).rstrip(".")
        return f"มาตรการที่ {number}" if number else self.heading(measure, at)

    def numbered(self, measure: Measure, at: int, facts: YearFacts | None = None) -> str:
        """That heading behind the measure's number."""
        number = measure_number(measure, at, facts or self.facts)
        return f"{number} {self.heading(measure, at, facts)}".strip()

    def listed(self, measure: Measure, at: int, facts: YearFacts | None = None) -> str:
        """The same for a list of all measures, in which no number may stand twice."""
        called = self.heading if begins_anew(facts or self.facts) else self.numbered
        return called(measure, at, facts)
