"""Complaint channels outside the agency."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from ita_site.facts.model.edition import Sourced


class NationalChannel(Sourced):
    """An authority that takes complaints about any agency."""

    name: str
    short: str
    hotline: str
    url: str | None = None
    url_label: str | None = None
    post: str | None = None


class NationalChannels(BaseModel):
    """All of them, and the day they were last looked at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    checked_on: str
    channels: tuple[NationalChannel, ...]
