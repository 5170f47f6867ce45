"""A portal seen on one day: what its own pages show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic_core import to_json

from ita_site.facts.editions.load import edition_for
from ita_site.facts.model.agency import AgencyKind
from ita_site.rules.figures.agency_state import AgencyState
from ita_site.rules.figures.comparison import comparable
from ita_site.rules.figures.doubts import doubts
from ita_site.rules.figures.places import by_district, by_place
from ita_site.site.downloads.dataset.publisher import Publisher
from ita_site.site.pages.page import Frame
from ita_site.site.search.index import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ita_site.facts.model.portal import Portal
    from ita_site.rules.figures.changes.log import Log
    from ita_site.rules.figures.comparison import Group
    from ita_site.rules.figures.doubts import Doubt
    from ita_site.rules.figures.places import District, Province
    from ita_site.site.build_cache import BuildCache
    from ita_site.site.pages.summary import AgencySummary, YearSummary

FEW = 30
"""So many agencies are listed at once; of more, only the provinces, each with pages of its own."""
MANY = 10
"""From so many on they can be chosen by kind and place as well."""
PROVINCES = "provinces/"
LINKS = (("ทุกหน่วยงาน", ""), ("เทียบหน่วยงาน", "compare/"), ("แจ้งเรื่องทุจริต", "complaints/"))
OFFERS = (
    ("มาตรการและผล: หาหน่วยงาน", ""),
    *LINKS[1:],
    ("แบบวัด EIT: เลือกหน่วยงาน", "#agencies"),
    ("ข้อมูลเปิดของทุกหน่วยงาน", "api/"),
)
"""What people come for, as far as a portal has it: most of it stands with each agency."""


def anchored(groups: Iterable[Group[YearSummary]]) -> Iterator[tuple[str, Group[YearSummary]]]:
    """Each group with its place on a page; of one year's groups the largest has the plain one."""
    named: Counter[int] = Counter()
    for group in groups:
        named[group.year] += 1
        again = f"-{named[group.year]}" if named[group.year] > 1 else ""
        yield f"year-{group.year}{again}", group


@dataclass(frozen=True, slots=True)
class Whole:
    """What pages of a province show of all of the portal: no more than this."""

    is_large: bool
    is_divided: bool
    sample: bool


@dataclass(frozen=True)
class PortalView:
    """A portal with its agencies, those withheld among them, in the order of their folders.

    `log` is what changed of all of them, None where no history is known. `place` is the
    province whose agencies these are alone, and `whole` the portal it is part of; both are None
    for all of them. `cache` has what the pages of provinces were filled with before.
    """

    facts: Portal
    everyone: tuple[AgencySummary, ...]
    log: Log | None = None
    place: Province[AgencySummary] | None = None
    whole: Whole | None = None
    cache: BuildCache | None = None

    @property
    def root(self) -> Whole:
        """All of the portal."""
        return self.whole or Whole(self.is_large, self.is_divided, self.sample)

    @cached_property
    def sample(self) -> bool:
        """Whether any of its data is made up."""
        return self.facts.sample or any(agency.sample for agency in self.everyone)

    def once(self, address: str, fill: Callable[[], str]) -> Callable[[], str]:
        """What fills a page; that of a province as before, where its agencies tell the same.

        A part holds nothing that `_made_from` does not give, and so nothing else can be shown.
        """
        cache = self.cache
        if cache is None or self.place is None:
            return fill
        return lambda: cache.get((address, *self._made_from), lambda: fill().encode()).decode()

    @cached_property
    def _made_from(self) -> tuple[str, str, bytes]:
        return repr(self.facts), repr(self.whole), to_json(self.everyone)

    @property
    def publisher(self) -> Publisher:
        """Who publishes the open data of all agencies."""
        return Publisher.of_portal(self.facts)

    @property
    def address(self) -> str:
        """Of its first page: a province has its own below the portal's."""
        return f"{PROVINCES}{self.place.slug}/" if self.place else ""

    @cached_property
    def parts(self) -> tuple[PortalView, ...]:
        """The same of each province alone."""
        return tuple(
            replace(self, everyone=province.members, log=None, place=province, whole=self.root)
            for province in self.provinces
        )

    @property
    def is_large(self) -> bool:
        """Whether its front page leads to its agencies without listing them."""
        return self.whole is None and len(self.everyone) > FEW

    @property
    def is_divided(self) -> bool:
        """Whether its other pages lead to those of its provinces as well."""
        return self.is_large and len(self.provinces) > 1

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

    @cached_property
    def districts(self) -> tuple[District[AgencySummary], ...]:
        """The agencies of its only province by district."""
        return by_district(self.provinces[0], lambda agency: agency.who)

    @cached_property
    def choices(self) -> dict[str, list[tuple[str, str]]]:
        """By what a reader can choose among many: each value with its words; of few, nothing."""
        if len(self.everyone) < MANY:
            return {name: [] for name in ("province", "district", "kind", "state")}
        kinds = {agency.who.kind for agency in self.everyone}
        states = {state for agency in self.everyone for state in agency.states}
        districts = self.districts if self.place else ()
        return {
            "province": [(one.slug, one.name or "ไม่ระบุจังหวัด") for one in self.provinces],
            "district": [(one.name, one.name) for one in districts if one.name],
            "kind": [(kind.value, kind.label) for kind in AgencyKind if kind in kinds],
            "state": [(state.value, state.label) for state in AgencyState if state in states],
        }

    def with_year(self, year: int) -> PortalView:
        """The same of those agencies alone that published a year."""
        having = (it for it in self.everyone if any(one.year == year for one in it.years))
        return replace(self, everyone=tuple(having))

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
    def index(self) -> str:
        """Where all of them are listed for the finder's script."""
        return AGENCIES

    @property
    def abbreviations(self) -> tuple[tuple[str, str], ...]:
        """What people type for a kind of agency, with what its name begins with."""
        return tuple((kind.short, kind.label) for kind in AgencyKind if kind.short)

    @cached_property
    def frame(self) -> Frame:
        """What surrounds each of its own pages."""
        colour = str(self.facts.colour) if self.facts.colour else None
        return Frame(
            self.facts.name,
            "",
            self.root.sample,
            LINKS,
            styled=bool(colour),
            colour=colour,
            searched=self._searched,
            offers=OFFERS,
        )

    @property
    def _searched(self) -> str:
        if not self.root.is_large:
            return ""
        if self.place is None:
            return "ค้นหาชื่อหน่วยงาน"
        return f"ค้นหาใน{self.place.name}" if self.place.name else "ค้นหา"

    @property
    def stylesheet(self) -> str:
        """What the portal's own colour changes in the look; empty for nothing."""
        return f":root{{--ita-agency:{self.facts.colour}}}\n" if self.facts.colour else ""
