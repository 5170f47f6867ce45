"""One agency seen on one day: what its pages have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.facts.model.agency import Numerals
from ita_site.rules.figures.due import Window, due
from ita_site.rules.figures.history import history
from ita_site.rules.figures.oit import listed
from ita_site.rules.figures.places import told_apart
from ita_site.rules.figures.updates import a_year_after, has_feed, last_updated
from ita_site.site.pages.page import Frame, Stale, Survey
from ita_site.site.pages.year_view import YearView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.content.emblem import Emblem
    from ita_site.facts.content.pictures import Published
    from ita_site.facts.model.portal import Portal
    from ita_site.facts.model.progress import Evidence
    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.log import Log
    from ita_site.rules.figures.history import History, MeasureYear
    from ita_site.rules.figures.oit import Listed

THAI_LISTS = "[dir] .md-typeset ol{list-style-type:thai}\n"


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
        """The OIT item of the newest index that lists a piece of evidence, if any."""
        indexes = ((year.year, year.oit_rows) for year in self.years)
        found = listed(indexes, evidence.url) if evidence.url else None
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
    def whose(self) -> str:
        """Whose pages these are, where those of other agencies stand beside them; else empty."""
        return told_apart(self.facts.agency) if self.portal else ""

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
