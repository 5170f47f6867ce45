"""Changes of who publishes, and of where to complain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.rules.figures.changes.alignment import pairs
from ita_site.rules.figures.changes.change import About, Noun
from ita_site.rules.figures.changes.fields import differences
from ita_site.rules.figures.changes.values import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.model.channels import Channel
    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.rules.figures.changes.change import Change

LOUD_AGENCY = ("name", "website", "site_url", "sample")
LOUD_CHANNEL = ("kind", "label", "value", "url", "corruption_only")
LOUD_PROTECTION = ("receiver", "protection")


def agency_changes(old: AgencyFacts, new: AgencyFacts) -> Iterator[Change]:
    """What the agency says of itself."""
    about = About(Noun.AGENCY, new.agency.name, place=new.prefix)
    yield from about.changes(differences(old.agency, new.agency), *LOUD_AGENCY)


def channel_changes(old: AgencyFacts, new: AgencyFacts) -> Iterator[Change]:
    """The channels one by one, then what is said of all of them."""
    place = f"{new.prefix}complaints/"
    for before, after, _ in pairs(old.channels.channels, new.channels.channels):
        yield from _channel(before, after, place)
    about = About(Noun.CHANNEL, "การรับเรื่องและการคุ้มครองผู้แจ้ง", place=place)
    said = differences(old.channels, new.channels, "channels")
    yield from about.changes(said, *LOUD_PROTECTION)


def _channel(before: Channel | None, after: Channel | None, place: str) -> Iterator[Change]:
    shown = after or before
    assert shown  # noqa: S101 - a pair has at least one
    about = About(Noun.CHANNEL, shown.label, key=shown.kind.value, place=place)
    if before is None:
        yield about.added(as_text(after), loud=True)
    elif after is None:
        yield about.removed(as_text(before), loud=True)
    else:
        yield from about.changes(differences(before, after), *LOUD_CHANNEL)
