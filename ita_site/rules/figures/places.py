"""The agencies of a portal by where they are and what they are."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.thai.provinces import CAPITAL, PREFIX, SLUGS, is_province, province_in
from ita_site.facts.thai.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ita_site.facts.model.agency import Agency

T = TypeVar("T")

DISTRICT = re.compile(r"^(?:อำเภอ|อ\.)\s*")
QUARTER = "เขต"
"""What a district of the capital is called."""
CENTRE = re.compile(r"^(?:อำเภอ|อ\.)\s*เมือง")
"""How the district begins in which a province's seat lies."""
SEATS = (
    AgencyKind.CITY_MUNICIPALITY,
    AgencyKind.TOWN_MUNICIPALITY,
    AgencyKind.PROVINCIAL_ORGANIZATION,
)
"""Kinds of agency that lie in a province when they bear its name: its seat, or all of it."""


class Placed(Protocol):
    """Who an agency is and where."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def kind(self) -> AgencyKind:
        """What it is."""

    @property
    def province(self) -> str:
        """Where it lies, in one spelling; empty where that is not known."""

    @property
    def district(self) -> str:
        """Where in the province, likewise."""


@dataclass(frozen=True, slots=True)
class OfOneKind(Generic[T]):
    """The agencies of one kind within a province, by name."""

    kind: AgencyKind
    members: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Province(Generic[T]):
    """The agencies of one province; `name` is empty for those that name none."""

    name: str
    kinds: tuple[OfOneKind[T], ...]

    @property
    def members(self) -> tuple[T, ...]:
        """All of them, by kind and name."""
        return tuple(member for kind in self.kinds for member in kind.members)

    @property
    def count(self) -> int:
        """How many agencies."""
        return len(self.members)

    @property
    def bare(self) -> str:
        """Its name without จังหวัด."""
        return PREFIX.sub("", self.name)

    @property
    def slug(self) -> str:
        """What stands for it in an address."""
        return place_slug(self.name)


@dataclass(frozen=True, slots=True)
class District(Generic[T]):
    """The agencies of one district by kind and name; `name` is empty for those of none."""

    name: str
    members: tuple[T, ...]

    @property
    def anchor(self) -> str:
        """What stands for it within a page."""
        return "-".join(self.name.split()) or "all"


def by_place(entries: Iterable[T], agency_of: Callable[[T], Placed]) -> tuple[Province[T], ...]:
    """Group by province, then kind; all in the order of the dictionary, no province last."""
    provinces: dict[str, list[T]] = {}
    for entry in entries:
        provinces.setdefault(agency_of(entry).province, []).append(entry)
    names = sorted(provinces, key=lambda name: (not name, sort_key(PREFIX.sub("", name))))
    return tuple(Province(name, _by_kind(provinces[name], agency_of)) for name in names)


def _by_kind(entries: list[T], agency_of: Callable[[T], Placed]) -> tuple[OfOneKind[T], ...]:
    by_name = sorted(entries, key=lambda entry: sort_key(agency_of(entry).name))
    kinds = ((kind, [e for e in by_name if agency_of(e).kind is kind]) for kind in AgencyKind)
    return tuple(OfOneKind(kind, tuple(members)) for kind, members in kinds if members)


def by_district(province: Province[T], agency_of: Callable[[T], Placed]) -> tuple[District[T], ...]:
    """A province's agencies by district, those of none, as of the whole province, first."""
    found: dict[str, list[T]] = {}
    for member in province.members:
        found.setdefault(agency_of(member).district, []).append(member)
    names = sorted(found, key=lambda name: sort_key(DISTRICT.sub("", name)))
    return tuple(District(name, tuple(found[name])) for name in names)


def district_of(agency: Agency) -> str:
    """The district in one spelling, such as `อำเภอนามน`; empty where the agency names none."""
    named = agency.district or ""
    if named.startswith(QUARTER):
        return named
    bare = DISTRICT.sub("", named)
    return f"อำเภอ{bare}" if bare else ""


def told_apart(agency: Agency) -> str:
    """An agency in few words, no two of a province alike: `อบต.โคกมน อ.น้ำหนาว`.

    Names below a district come again in other districts, and those of seats and provinces never.
    A few districts of different provinces share a name too.
    """
    if agency.kind in (*SEATS, AgencyKind.PROVINCE):
        return agency.short_name
    return f"{agency.short_name} {district_of(agency).replace('อำเภอ', 'อ.', 1)}".rstrip()


def province_of(agency: Agency) -> str:
    """The province in one spelling, such as `จังหวัดตาก`; empty where no fact of it tells.

    What an agency does not state follows from its name, its district or its address, where
    these name one province.
    """
    bare = PREFIX.sub("", agency.province or "") or _implied(agency)
    if bare.startswith(CAPITAL[:7]):
        return CAPITAL
    return f"จังหวัด{bare}" if bare else ""


def _implied(agency: Agency) -> str:
    below = agency.name.removeprefix(agency.kind.label)
    if agency.kind is AgencyKind.PROVINCE and PREFIX.match(agency.name):
        return PREFIX.sub("", agency.name)
    if agency.kind in SEATS and is_province(below):
        return below
    of_district = CENTRE.sub("", agency.district or "")
    if of_district != agency.district and is_province(of_district):
        return of_district
    return province_in(agency.name) or province_in(agency.contact.address or "")


def place_slug(province: str) -> str:
    """What stands for a province, as `province_of` gives it, in an address."""
    bare = PREFIX.sub("", province)
    if bare in SLUGS:
        return SLUGS[bare]
    return f"x-{hashlib.sha256(bare.encode()).hexdigest()[:8]}" if bare else "unknown"
