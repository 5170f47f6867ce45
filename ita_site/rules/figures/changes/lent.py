"""What one of two states holds in a form that cannot be read is not compared: both get the same."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.facts.model.publication import AgencyFacts, YearFacts

PARTS = {
    "assessment.yml": "assessment",
    "measures.yml": "measures",
    "progress.yml": "progress",
    "oit.yml": "oit",
    "year.yml": "info",
    "edition.yml": "edition",
}
"""The part of a year's facts that each of its files holds."""


def comparable(
    before: Sequence[AgencyFacts], after: Sequence[AgencyFacts], unread: frozenset[str]
) -> tuple[AgencyFacts, ...]:
    """The former agencies with the newer ones' parts where one of both could not be read.

    `unread` are the files concerned, below the data folder: `tak/2566/measures.yml`.
    """
    news = {agency.slug: agency for agency in after}
    return tuple(_lent(agency, news.get(agency.slug), unread) for agency in before)


def _lent(old: AgencyFacts, new: AgencyFacts | None, unread: frozenset[str]) -> AgencyFacts:
    if new is None or not unread:
        return old
    prefix = new.prefix
    if f"{prefix}agency.yml" in unread:
        old = dataclasses.replace(old, agency=new.agency)
    if f"{prefix}channels.yml" in unread:
        old = dataclasses.replace(old, channels=new.channels)
    news = {year.year: year for year in new.years}
    years = tuple(_lent_year(year, news.get(year.year), unread, prefix) for year in old.years)
    return dataclasses.replace(old, years=years)


def _lent_year(
    old: YearFacts, new: YearFacts | None, unread: frozenset[str], prefix: str
) -> YearFacts:
    if new is None:
        return old
    torn = (part for file, part in PARTS.items() if f"{prefix}{old.year}/{file}" in unread)
    return dataclasses.replace(old, **{part: getattr(new, part) for part in torn})
