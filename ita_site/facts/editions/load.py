"""Editions from their files: `nacc.yml` holds what the years share, `nacc-<year>.yml` the rest."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from ita_site.facts.editions.years import with_years
from ita_site.facts.model.edition import Edition
from ita_site.facts.model.sourced import Sourced

SHARED = "nacc.yml"
OF_THAT_YEAR = ("calendar", "reporting_rounds")
"""What a year's edition says of its own days, and lends to no other."""
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def edition_years() -> tuple[int, ...]:
    """The years for which an edition is shipped, oldest first."""
    names = [entry.name for entry in files(__package__).iterdir()]
    return tuple(sorted(int(name[5:9]) for name in names if name.startswith("nacc-")))


@cache
def edition_for(year: int) -> Edition:
    """The edition of an assessment year, its years named as that year counts them.

    A year without one borrows; compare the edition's `year` to learn from which.
    """
    return with_years(Edition.model_validate(edition_text(year)), year)


@cache
def edition_text(year: int) -> dict[str, Any]:
    """What `edition_for` is made from, for an agency's own edition to be laid over it.

    A year without an edition borrows that of the nearest year. Days and the number of items
    are not borrowed, and nothing borrowed is sure.
    """
    known = edition_years()
    found = min(known, key=lambda other: abs(other - year))
    own = _read_file(f"nacc-{found}.yml")
    return _read_file(SHARED) | (own if found == year else _borrowed(own))


def _borrowed(own: dict[str, Any]) -> dict[str, Any]:
    kept = {name: part for name, part in own.items() if name not in OF_THAT_YEAR}
    lent: dict[str, Any] = _unconfirmed(kept, f"ใช้ของปี {own['year']} ไปก่อน ยังไม่เห็นคู่มือของปีนี้")
    return lent


def _unconfirmed(value: Any, source: str) -> Any:  # noqa: ANN401 - any part of an edition
    if isinstance(value, list):
        return [_unconfirmed(part, source) for part in value]
    if not isinstance(value, dict):
        return value
    lent = {name: _unconfirmed(part, source) for name, part in value.items()}
    return lent | ({"source": source, "certainty": "unconfirmed"} if "source" in value else {})


@cache
def national_channels() -> NationalChannels:
    """The country's own complaint channels, the same for every agency."""
    return NationalChannels.model_validate(_read_file("national-channels.yml"))


@cache
def complaint_hosts() -> tuple[ComplaintHost, ...]:
    """Hosts beside an agency's own at which a complaint is in good hands."""
    listed = _read_file("complaint-hosts.yml")["hosts"]
    return tuple(ComplaintHost.model_validate(entry) for entry in listed)


def _read_file(name: str) -> dict[str, Any]:
    text = (files(__package__) / name).read_text("utf-8")
    return dict(yaml.load(text, Loader=LOADER))  # noqa: S506 - it makes text only


class NationalChannel(Sourced):
    """An authority that takes complaints about any agency."""

    name: str
    short: str
    hotline: str
    url: str | None = None
    url_label: str | None = None
    post: str | None = None


class ComplaintHost(Sourced):
    """A host, with all below it, and whose it is."""

    host: str
    whose: str


class NationalChannels(BaseModel):
    """All of them, and the day they were last looked at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    checked_on: str
    channels: tuple[NationalChannel, ...]
