"""The agencies of a portal by where they are and what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.thai.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

PROVINCE = re.compile(r"^(?:จังหวัด|จ\.)\s*")
CAPITAL = "กรุงเทพมหานคร"


class Placed(Protocol):
    """Who an agency is and where."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def kind(self) -> AgencyKind:
        """What it is."""

    @property
    def province(self) -> str | None:
        """Where it lies, as it says."""


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
    def count(self) -> int:
        """How many agencies."""
        return sum(len(kind.members) for kind in self.kinds)


def by_place(entries: Iterable[T], agency_of: Callable[[T], Placed]) -> tuple[Province[T], ...]:
    """Group by province, then kind; all in the order of the dictionary, no province last."""
    provinces: dict[str, list[T]] = {}
    for entry in entries:
        provinces.setdefault(province_of(agency_of(entry)), []).append(entry)
    names = sorted(provinces, key=lambda name: (not name, sort_key(PROVINCE.sub("", name))))
    return tuple(Province(name, _by_kind(provinces[name], agency_of)) for name in names)


def _by_kind(entries: list[T], agency_of: Callable[[T], Placed]) -> tuple[OfOneKind[T], ...]:
    by_name = sorted(entries, key=lambda entry: sort_key(agency_of(entry).name))
    kinds = ((kind, [e for e in by_name if agency_of(e).kind is kind]) for kind in AgencyKind)
    return tuple(OfOneKind(kind, tuple(members)) for kind, members in kinds if members)


def province_of(agency: Placed) -> str:
    """The province in one spelling, such as `จังหวัดตาก`; a province is in itself."""
    named = agency.province or ""
    if not named and agency.kind is AgencyKind.PROVINCE and PROVINCE.match(agency.name):
        named = agency.name
    bare = PROVINCE.sub("", named)
    if bare.startswith(CAPITAL[:7]):
        return CAPITAL
    return f"จังหวัด{bare}" if bare else ""
