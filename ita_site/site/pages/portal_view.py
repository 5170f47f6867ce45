"""A portal seen on one day: what its own pages show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.agency import AgencyKind
from ita_site.rules.figures.comparison import comparable
from ita_site.rules.figures.doubts import doubts
from ita_site.rules.figures.places import by_place
from ita_site.site.pages.page import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.portal import Portal
    from ita_site.rules.figures.changes.log import Log
    from ita_site.rules.figures.comparison import Group
    from ita_site.rules.figures.doubts import Doubt
    from ita_site.rules.figures.places import Province
    from ita_site.site.pages.summary import AgencySummary, YearSummary

FEW = 30
"""So many agencies are listed at once; of more, only the names of their provinces."""
LINKS = (("หน้าแรก", ""), ("เทียบหน่วยงาน", "compare/"), ("แจ้งเรื่องทุจริต", "complaints/"))


def anchored(groups: Iterable[Group[YearSummary]]) -> Iterator[tuple[str, Group[YearSummary]]]:
    """Each group with its place on a page; of one year's groups the largest has the plain one."""
    named: Counter[int] = Counter()
    for group in groups:
        named[group.year] += 1
        again = f"-{named[group.year]}" if named[group.year] > 1 else ""
        yield f"year-{group.year}{again}", group


@dataclass(frozen=True)
class PortalView:
    """A portal with its agencies, those withheld among them, in the order of their folders.

    `log` is what changed of all of them, None where no history is known.
    """

    facts: Portal
    everyone: tuple[AgencySummary, ...]
    log: Log | None = None

    @cached_property
    def agencies(self) -> tuple[AgencySummary, ...]:
        """Those whose data can be published."""
        return tuple(view for view in self.everyone if not view.withheld)

    @cached_property
    def withheld(self) -> tuple[AgencySummary, ...]:
        """The others."""
        return tuple(view for view in self.everyone if view.withheld)

    @cached_property
    def provinces(self) -> tuple[Province[AgencySummary], ...]:
        """Every agency by province and kind."""
        return by_place(self.everyone, lambda agency: agency.who)

    @property
    def unfolded(self) -> bool:
        """Whether the agencies of every province are shown at once."""
        return len(self.provinces) == 1 or len(self.everyone) <= FEW

    @cached_property
    def newest(self) -> tuple[Group[YearSummary], ...]:
        """The newest year of every agency that has one, in groups that can be compared."""
        return comparable(view.current for view in self.agencies if view.current)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every assessment year of any agency, newest first."""
        years = {year.year for view in self.agencies for year in view.years}
        return tuple(sorted(years, reverse=True))

    def of_year(self, year: int) -> tuple[Group[YearSummary], ...]:
        """One assessment year of every agency that has it, likewise."""
        every = (one for view in self.agencies for one in view.years)
        return comparable(one for one in every if one.year == year)

    @cached_property
    def doubts(self) -> dict[int, tuple[Doubt, ...]]:
        """What the manual of each year has to confirm, in anyone's edition."""
        found = {
            year: dict.fromkeys(doubts(edition_for(year), year, year - 1)) for year in self.years
        }
        for agency in self.agencies:
            for year in agency.years:
                found[year.year].update(dict.fromkeys(year.own_doubts))
        return {year: tuple(each) for year, each in found.items()}

    @cached_property
    def silent(self) -> tuple[AgencySummary, ...]:
        """The agencies that have not published any year."""
        return tuple(view for view in self.agencies if not view.years)

    @property
    def abbreviations(self) -> tuple[tuple[str, str], ...]:
        """What people type for a kind of agency, with what its name begins with."""
        return tuple((kind.short, kind.label) for kind in AgencyKind if kind.short)

    @cached_property
    def frame(self) -> Frame:
        """What surrounds each of its own pages."""
        sample = self.facts.sample or any(agency.sample for agency in self.everyone)
        colour = str(self.facts.colour) if self.facts.colour else None
        return Frame(self.facts.name, "", sample, LINKS, styled=bool(colour), colour=colour)

    @property
    def stylesheet(self) -> str:
        """What the portal's own colour changes in the look; empty for nothing."""
        return f":root{{--ita-agency:{self.facts.colour}}}\n" if self.facts.colour else ""
