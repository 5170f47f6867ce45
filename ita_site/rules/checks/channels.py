"""Rules about the complaint channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.model.channels import ChannelKind
from ita_site.rules.figures.telephone import dialled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import AgencyScope

FILE = "channels.yml"


def leads_somewhere(scope: AgencyScope) -> Iterator[Problem]:
    """A channel tells where to go."""
    for index, channel in enumerate(scope.agency.channels.channels):
        if not channel.value and not channel.url:
            yield scope.problem("ITA313", FILE, ("channels", index), value=channel.label)


def can_be_dialled(scope: AgencyScope) -> Iterator[Problem]:
    """A telephone channel holds one number, an extension behind it if need be."""
    for index, channel in enumerate(scope.agency.channels.channels):
        if channel.kind is ChannelKind.PHONE and channel.value and not dialled(channel.value):
            path = ("channels", index, "value")
            yield scope.problem("ITA314", FILE, path, value=channel.value)
