"""Rules about what an agency says of itself: its complaint channels, and when it looked at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.content.emblem import emblem
from ita_site.facts.content.pictures import PictureError
from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.model.channels import ChannelKind
from ita_site.facts.model.labelled import suggestion
from ita_site.rules.figures.places import province_of
from ita_site.rules.figures.telephone import dialled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.rules.checks.scope import AgencyScope

FILE = "channels.yml"


def channels_lead_somewhere(scope: AgencyScope) -> Iterator[Problem]:
    """A channel tells where to go."""
    for index, channel in enumerate(scope.agency.channels.channels):
        if not channel.value and not channel.url:
            yield scope.problem("ITA313", FILE, ("channels", index), value=channel.label)


def phones_can_be_dialled(scope: AgencyScope) -> Iterator[Problem]:
    """A telephone channel holds one number, an extension behind it if need be."""
    for index, channel in enumerate(scope.agency.channels.channels):
        if channel.kind is ChannelKind.PHONE and channel.value and not dialled(channel.value):
            path = ("channels", index, "value")
            yield scope.problem("ITA314", FILE, path, value=channel.value)


def looked_at_by_today(scope: AgencyScope) -> Iterator[Problem]:
    """The agency's facts were not looked at in the future."""
    day = scope.agency.agency.updated_on
    if day and day > scope.today:
        details = {"value": day.short(), "today": scope.today.short()}
        yield scope.problem("ITA332", "agency.yml", ("updated_on",), **details)


def found_by_its_province(scope: AgencyScope) -> Iterator[Problem]:
    """In a portal it is known where a local agency lies."""
    agency = scope.agency.agency
    if scope.agency.slug and agency.kind is not AgencyKind.OTHER and not province_of(agency):
        yield scope.problem("ITA398", "agency.yml", ("province",), value=agency.name)


def emblem_can_be_shown(scope: AgencyScope) -> Iterator[Problem]:
    """The emblem lies beside the pages, and is a drawing or picture fit for every page."""
    named = scope.agency.agency.emblem
    if scope.content is None or not named:
        return
    known = scope.content.files
    if named not in known:
        details = {"value": named, "suggestion": suggestion(named, list(known))}
        yield scope.problem("ITA374", "agency.yml", ("emblem",), **details)
        return
    try:
        emblem(known[named].path)
    except PictureError as error:
        details = {**error.details, "value": named}
        yield scope.problem(error.code, "agency.yml", ("emblem",), **details)
