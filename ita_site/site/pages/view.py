"""One agency seen on one day: what its pages have in common."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.facts.model.agency import Numerals
from ita_site.facts.model.year import Purpose
from ita_site.rules.figures.answers import Answers, answers
from ita_site.rules.figures.covered import asked_by, covered_facts, covered_year
from ita_site.rules.figures.due import Window, due, window
from ita_site.rules.figures.gist import year_gist
from ita_site.rules.figures.headings import group_label, heading
from ita_site.rules.figures.history import history
from ita_site.rules.figures.kept import kept
from ita_site.rules.figures.last_year import last_year
from ita_site.rules.figures.memos import memos_of
from ita_site.rules.figures.numbering import begins_anew, measure_number
from ita_site.rules.figures.oit import index_rows, listed
from ita_site.rules.figures.rounds import owed, rounds
from ita_site.rules.figures.scores import scores
from ita_site.rules.figures.status import measure_reports, tally
from ita_site.rules.figures.timeline import timeline
from ita_site.rules.figures.trend import Direction
from ita_site.rules.figures.updates import a_year_after, has_feed, last_updated
from ita_site.site.pages.page import Frame, Stale, Survey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.content.emblem import Emblem
    from ita_site.facts.content.pictures import Published
    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.grouping import Grouped
    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.portal import Portal
    from ita_site.facts.model.progress import Evidence
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.model.year import Memo
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.log import Log
    from ita_site.rules.figures.history import History, MeasureYear
    from ita_site.rules.figures.kept import Phrase
    from ita_site.rules.figures.last_year import LastYear
    from ita_site.rules.figures.oit import Listed, Row
    from ita_site.rules.figures.rounds import Owed, Round
    from ita_site.rules.figures.scores import ScoredIndicator, Scores
    from ita_site.rules.figures.status import MeasureReports, Tally
    from ita_site.rules.figures.timeline import Timeline

THAI_LISTS = "[dir] .md-typeset ol{list-style-type:thai}\n"


@dataclass(frozen=True)
class YearView:
    """One year of an agency, as its pages show it."""

    agency: AgencyFacts
    facts: YearFacts
    today: BEDate

    @property
    def year(self) -> int:
        """The assessment year."""
        return self.facts.year

    @property
    def edition(self) -> Edition:
        """What that year asks."""
        return self.facts.edition

    @property
    def address(self) -> str:
        """Of the year's own page."""
        return f"{self.agency.prefix}{self.year}/"

    @property
    def measures_address(self) -> str:
        """Of the measures item."""
        return f"{self.address}{self.edition.items.measures.slug}/"

    @property
    def results_address(self) -> str:
        """Of the results item."""
        return f"{self.address}{self.edition.items.results.slug}/"

    @property
    def measures_document(self) -> str:
        """Where the measures item is as a PDF."""
        return f"{self.measures_address.removesuffix('/')}.pdf"

    @property
    def results_document(self) -> str:
        """Where the results item is as a PDF."""
        return f"{self.results_address.removesuffix('/')}.pdf"

    @property
    def picture(self) -> str:
        """Of the year's picture, for messengers."""
        return f"{self.address}share.png"

    def shared_address(self, measure_id: str) -> str:
        """By which one of its own measures is passed on; it leads to where that is told of."""
        return f"{self.address}measures/{measure_id}/"

    def measure_picture(self, measure_id: str) -> str:
        """Of one of its own measures, for messengers."""
        return f"{self.shared_address(measure_id)}share.png"

    @property
    def checklist_address(self) -> str:
        """Of the page that shows each criterion's place."""
        return f"{self.address}checklist/"

    @property
    def oit_address(self) -> str:
        """Of the index of all OIT items, where the agency gives one."""
        return f"{self.address}oit/"

    @cached_property
    def oit_rows(self) -> tuple[Row, ...]:
        """Every row of that index."""
        return index_rows(self.agency, self.facts)

    @property
    def progress_address(self) -> str:
        """Of how far its own measures are, where its results item speaks of another year's."""
        return f"{self.address}progress/"

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

    @property
    def overdue_count(self) -> int:
        """How many of its own measures have a report overdue."""
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


@dataclass(frozen=True)
class AgencyView:
    """An agency with its years, newest first; within a portal, or alone.

    With `withheld` its data cannot be published, and a notice stands for its pages. `log` is
    what changed of it, None where no history is known; `pictures` those of the site by path.
    """

    facts: AgencyFacts
    today: BEDate
    portal: Portal | None = None
    withheld: bool = False
    log: Log | None = None
    pictures: Mapping[str, Published] = field(default_factory=dict)
    emblem: Emblem | None = None

    @cached_property
    def years(self) -> tuple[YearView, ...]:
        """Every year, newest first."""
        return tuple(YearView(self.facts, year, self.today) for year in reversed(self.facts.years))

    @property
    def current(self) -> YearView | None:
        """The newest year that tells of measures, its own or those its results item covers."""
        telling = (year for year in self.years if year.own_reports or year.reports)
        return next(telling, self.years[0] if self.years else None)

    @cached_property
    def planned(self) -> YearView | None:
        """The newest year with measures of its own: one may begin with its result alone."""
        return next((year for year in self.years if year.own_reports), self.current)

    @cached_property
    def newest_result(self) -> YearView | None:
        """The year that gives the newest result, which may have no measures yet."""
        scored = (year for year in self.years if year.scores)
        return max(scored, key=lambda year: year.facts.result_year, default=self.current)

    @cached_property
    def surveyed(self) -> YearView | None:
        """The newest year whose survey has a link."""
        facts = self.facts.surveyed
        return self.year(facts.year) if facts else None

    @cached_property
    def history(self) -> History | None:
        """What the years tell together, None for a single one."""
        return history(self.facts, self.today)

    @property
    def history_address(self) -> str:
        """Of the page that looks back; it is made only when there is a history."""
        return f"{self.facts.prefix}history/"

    @property
    def english_address(self) -> str:
        """Of the page in English."""
        return f"{self.facts.prefix}en/"

    @property
    def changes_address(self) -> str:
        """Of the page that tells what changed; it is made only when there is a log."""
        return f"{self.facts.prefix}changes/"

    def year(self, year: int) -> YearView:
        """The year of one of its folders."""
        return next(entry for entry in self.years if entry.year == year)

    def listed(self, evidence: Evidence) -> tuple[Listed, ...]:
        """The OIT item that lists a piece of evidence, if any."""
        found = listed(self.facts, evidence.url) if evidence.url else None
        return (found,) if found else ()

    def measure_heading(self, year: MeasureYear, measure_id: str) -> str:
        """What a measure is called in one of its years."""
        measure = year.facts.measure_by_id[measure_id]
        return self.year(year.facts.year).heading(measure, year.number(measure_id))

    @cached_property
    def updated(self) -> BEDate | None:
        """When any of its facts was last dated."""
        return last_updated(self.facts, self.today)

    @property
    def stale(self) -> Stale | None:
        """From when the site has to say that it is a year old; None where nothing is dated."""
        if self.updated is None:
            return None
        after = a_year_after(self.updated)
        return Stale(self.updated, after, shown=after < self.today)

    @cached_property
    def has_changes_feed(self) -> bool:
        """Whether what changes of it can be followed."""
        return bool(self.log and self.log.entries and self.facts.agency.site_url)

    @cached_property
    def has_feed(self) -> bool:
        """Whether its reports can be followed."""
        return has_feed(self.facts)

    @cached_property
    def has_deadlines(self) -> bool:
        """Whether there are days to keep in mind."""
        return bool(due(self.facts, self.today))

    @property
    def site_url(self) -> str | None:
        """Where the site it is part of will stand."""
        return self.portal.site_url if self.portal else self.facts.agency.site_url

    @property
    def is_shared(self) -> bool:
        """Whether its pages can be passed on: messengers are told addresses in full."""
        return bool(self.site_url) and not self.withheld

    def url_of(self, address: str) -> str:
        """An address on the very site that is built, in full; empty where nobody says where."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else ""

    def published_at(self, address: str) -> str:
        """An address of its own in full: on its own site where it has one, else on this one.

        Only the part below the site where nobody says where that will stand.
        """
        below = address.removeprefix(self.facts.prefix)
        if own := self.facts.agency.site_url:
            return f"{own.rstrip('/')}/{below}"
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else below

    @property
    def landmarks(self) -> dict[str, str]:
        """The pages people look for, of its newest year, by what they are about."""
        prefix, newest = self.facts.prefix, self.current
        places = {"complaints": f"{prefix}complaints/", "survey": f"{prefix}eit/"}
        if newest:
            places |= {"measures": newest.measures_address, "results": newest.results_address}
        if newest and newest.facts.oit:
            places["oit"] = newest.oit_address
        others = {"history": self.history_address, "changes": self.changes_address}
        there = self.addresses
        return places | {name: address for name, address in others.items() if address in there}

    @property
    def addresses(self) -> tuple[str, ...]:
        """Of all its pages; with several years also of the one that looks back."""
        prefix = self.facts.prefix
        of_years = (address for year in self.years for address in year.addresses)
        history = (self.history_address,) if len(self.years) > 1 else ()
        changes = (self.changes_address,) if self.log else ()
        last = (f"{prefix}eit/", f"{prefix}complaints/", self.english_address)
        return (prefix, *of_years, *history, *changes, *last)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The pages a reader wants from anywhere."""
        prefix, current, planned = self.facts.prefix, self.current, self.planned
        items: tuple[tuple[str, str], ...] = ()
        if current and planned:
            measures, results = planned.edition.items.measures, current.edition.items.results
            items = (
                (f"มาตรการ ({measures.code})", planned.measures_address),
                (f"ผลการดำเนินการ ({results.code})", current.results_address),
            )
        home, complaints = ("หน้าแรก", prefix), ("แจ้งเรื่องทุจริต", f"{prefix}complaints/")
        survey = ("แบบวัด EIT", f"{prefix}eit/")
        return (home, complaints) if self.withheld else (home, *items, survey, complaints)

    @cached_property
    def frame(self) -> Frame:
        """What surrounds each of its pages."""
        agency = self.facts.agency
        colour = str(agency.colour) if agency.colour else None
        protects = bool(self.facts.channels.protection)
        return Frame(
            agency.name,
            self.facts.prefix,
            agency.sample,
            self.links,
            styled=bool(self.stylesheet),
            colour=colour,
            protects=protects,
            numerals=agency.numerals,
            stale=self.stale,
            has_feed=self.has_feed,
            portal=self.portal.name if self.portal else "",
            survey=self._survey,
            emblem=self.emblem,
            has_english=not self.withheld,
        )

    @property
    def _survey(self) -> Survey | None:
        year = self.current
        if self.withheld or year is None or year.window is not Window.OPEN:
            return None
        return Survey(year.year, year.facts.info.eit.closes_on)

    @property
    def stylesheet(self) -> str:
        """What the agency's own choices change in the look; empty for nothing."""
        agency = self.facts.agency
        if self.withheld:
            return ""
        colour = f":root{{--ita-agency:{agency.colour}}}\n" if agency.colour else ""
        return colour + (THAI_LISTS if agency.numerals is Numerals.THAI else "")
