"""Two states of an agency's facts, or of a whole publication, to their changes."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.rules.figures.changes.change import About, Noun, loud_first
from ita_site.rules.figures.changes.difference import Kind
from ita_site.rules.figures.changes.fields import as_text, differences, pairs
from ita_site.rules.figures.changes.year import year_added, year_changes, year_removed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.facts.model.channels import Channel
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.change import Change

PARTS = {
    "assessment.yml": "assessment",
    "measures.yml": "measures",
    "progress.yml": "progress",
    "oit.yml": "oit",
    "year.yml": "info",
    "edition.yml": "edition",
}
"""The part of a year's facts that each of its files holds."""


@dataclass(frozen=True, slots=True)
class AgencyChanges:
    """What changed of one agency. `kind` is ADDED or REMOVED when all of it came or went."""

    slug: str
    name: str
    kind: Kind
    changes: tuple[Change, ...]


def compare_agencies(
    old: Sequence[AgencyFacts], new: Sequence[AgencyFacts], today: BEDate | None = None
) -> tuple[AgencyChanges, ...]:
    """Agency by agency, as its folder says which is which; those without a change left out.

    By `today` it is known which rounds are over, so that a report must not be written anew.
    An agency whose folder is new is the one that had the same name, if that one's is gone.
    """
    before, after = _by_slug(old), _by_slug(new)
    moved = _moved(before, after)
    found = [
        _changed_agency(before.get(moved.get(slug, slug)), after[slug], today)
        for slug in sorted(after)
    ]
    gone = sorted(before.keys() - after.keys() - set(moved.values()))
    found += [_removed_agency(before[slug]) for slug in gone]
    return tuple(changed for changed in found if changed.changes)


def compare(old: AgencyFacts, new: AgencyFacts, today: BEDate | None = None) -> tuple[Change, ...]:
    """Every change of one agency, in the order of reading."""
    return loud_first(_compare(old, new, today))


def _compare(old: AgencyFacts, new: AgencyFacts, today: BEDate | None) -> Iterator[Change]:
    if old.slug != new.slug:
        about = About(Noun.AGENCY, new.agency.name, place=new.prefix)
        renamed = about.added(f"/{new.prefix}", loud=True)
        yield dataclasses.replace(
            renamed, kind=Kind.CHANGED, field="ที่อยู่ทุกหน้าของหน่วยงาน", old=f"/{old.prefix}"
        )
    yield from _agency_changes(old, new)
    yield from _channel_changes(old, new)
    before, after = _by_year(old), _by_year(new)
    for year in sorted(before.keys() | after.keys(), reverse=True):
        if year not in before:
            yield from year_added(after[year], new)
        elif year not in after:
            yield year_removed(before[year], old)
        elif before[year] != after[year]:
            yield from year_changes(before[year], after[year], new, today)


def _changed_agency(
    old: AgencyFacts | None, new: AgencyFacts, today: BEDate | None
) -> AgencyChanges:
    name = new.agency.name
    if old is not None:
        return AgencyChanges(new.slug, name, Kind.CHANGED, compare(old, new, today))
    about = About(Noun.AGENCY, name, place=new.prefix)
    come = [about.added(_holds(new)), *(c for year in new.years for c in year_added(year, new))]
    return AgencyChanges(new.slug, name, Kind.ADDED, loud_first(come))


def _removed_agency(old: AgencyFacts) -> AgencyChanges:
    about = About(Noun.AGENCY, old.agency.name, place=old.prefix)
    gone = (about.removed(_holds(old), loud=True),)
    return AgencyChanges(old.slug, old.agency.name, Kind.REMOVED, gone)


def _holds(agency: AgencyFacts) -> str:
    years = ", ".join(str(year.year) for year in agency.years)
    return f"ข้อมูลปี {years}" if years else "ยังไม่มีข้อมูลของปีใด"


def _moved(before: dict[str, AgencyFacts], after: dict[str, AgencyFacts]) -> dict[str, str]:
    """The former folder of each agency that has another one now."""
    gone = {before[slug].agency.name: slug for slug in before.keys() - after.keys()}
    come = sorted(after.keys() - before.keys())
    names = {slug: after[slug].agency.name for slug in come}
    return {slug: gone[name] for slug, name in names.items() if name in gone}


def _by_slug(agencies: Sequence[AgencyFacts]) -> dict[str, AgencyFacts]:
    return {agency.slug: agency for agency in agencies}


def _by_year(agency: AgencyFacts) -> dict[int, YearFacts]:
    return {year.year: year for year in agency.years}


def _agency_changes(old: AgencyFacts, new: AgencyFacts) -> Iterator[Change]:
    """What the agency says of itself."""
    about = About(Noun.AGENCY, new.agency.name, place=new.prefix)
    yield from about.changes(differences(old.agency, new.agency))


def _channel_changes(old: AgencyFacts, new: AgencyFacts) -> Iterator[Change]:
    """The channels one by one, then what is said of all of them."""
    place = f"{new.prefix}complaints/"
    for before, after, _ in pairs(old.channels.channels, new.channels.channels):
        yield from _channel(before, after, place)
    about = About(Noun.CHANNEL, "การรับเรื่องและการคุ้มครองผู้แจ้ง", place=place)
    protection = differences(old.channels, new.channels, "channels")
    yield from about.changes(protection)


def _channel(before: Channel | None, after: Channel | None, place: str) -> Iterator[Change]:
    shown = after or before
    assert shown  # noqa: S101 - a pair has at least one
    about = About(Noun.CHANNEL, shown.label, key=shown.kind.value, place=place)
    if before and after:
        yield from about.changes(differences(before, after))
    else:
        yield about.entry(before, after, as_text(shown))


def share_unread_parts(
    before: Sequence[AgencyFacts], after: Sequence[AgencyFacts], unread: frozenset[str]
) -> tuple[AgencyFacts, ...]:
    """The former agencies with the newer ones' parts where one of both could not be read.

    `unread` are the files concerned, below the data folder: `tak/2566/measures.yml`.
    """
    news = {agency.slug: agency for agency in after}
    return tuple(_share(agency, news.get(agency.slug), unread) for agency in before)


def _share(old: AgencyFacts, new: AgencyFacts | None, unread: frozenset[str]) -> AgencyFacts:
    if new is None or not unread:
        return old
    prefix = new.prefix
    if f"{prefix}agency.yml" in unread:
        old = dataclasses.replace(old, agency=new.agency)
    if f"{prefix}channels.yml" in unread:
        old = dataclasses.replace(old, channels=new.channels)
    news = {year.year: year for year in new.years}
    years = tuple(_share_year(year, news.get(year.year), unread, prefix) for year in old.years)
    return dataclasses.replace(old, years=years)


def _share_year(
    old: YearFacts, new: YearFacts | None, unread: frozenset[str], prefix: str
) -> YearFacts:
    if new is None:
        return old
    torn = (part for file, part in PARTS.items() if f"{prefix}{old.year}/{file}" in unread)
    return dataclasses.replace(old, **{part: getattr(new, part) for part in torn})
