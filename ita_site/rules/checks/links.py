"""Rules about links: each leads where it says, complaints into good hands; one for all fields."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.editions.load import complaint_hosts
from ita_site.facts.links import has_odd_port, host_of, reveal, shows_another
from ita_site.facts.model.base import Fact
from ita_site.facts.reading.folder import PORTAL_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.publication import Reading
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.rules.checks.scope import AgencyScope, Scope

LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
FILES = frozenset({"emblem"})
"""Their names are shown to nobody, least of all as what a link says."""


class FieldLink(NamedTuple):
    """A link of a fact, where it stands, and the texts that are shown with it."""

    path: Path
    address: str
    shown: tuple[str, ...]


def links_of(fact: Fact, path: Path = ()) -> Iterator[FieldLink]:
    """Every link of a fact and of those within it, whatever its field is called."""
    model = type(fact)
    named = (getattr(fact, name) for name in model.model_fields if name not in FILES)
    texts = [value for value in named if isinstance(value, str)]
    shown = tuple(text for text in texts if not LINK.match(text))
    for name, field in model.model_fields.items():
        value, here = getattr(fact, name), (*path, field.alias or name)
        if isinstance(value, Fact):
            yield from links_of(value, here)
        elif isinstance(value, tuple):
            for at, entry in enumerate(value):
                yield from links_of(entry, (*here, at)) if isinstance(entry, Fact) else ()
        elif isinstance(value, str) and LINK.match(value):
            yield FieldLink(here, value, shown)


def agency_links(scope: AgencyScope) -> Iterator[Problem]:
    """Those of what an agency says of itself, and of its channels."""
    agency = scope.agency
    for file, facts in (("agency.yml", agency.agency), ("channels.yml", agency.channels)):
        for link in links_of(facts):
            for code, details in link_flaws(link.address, link.shown):
                yield scope.problem(code, file, link.path, **details)


def portal_links(reading: Reading) -> Iterator[Problem]:
    """Those of what a portal says of itself."""
    portal = reading.publication.portal
    files = [name for name in reading.sources.documents if PurePosixPath(name).name == PORTAL_FILE]
    for link in links_of(portal) if portal else ():
        for code, details in link_flaws(link.address, link.shown):
            yield reading.sources.problem(code, files[0], link.path, details)


def year_links(scope: Scope) -> Iterator[Problem]:
    """Those of a year's evidence, index and settings."""
    year = scope.year
    files = {"year.yml": year.info, "progress.yml": year.progress, "oit.yml": year.oit}
    for file, facts in files.items():
        for link in links_of(facts) if facts else ():
            for code, details in link_flaws(link.address, link.shown):
                yield scope.problem(code, file, link.path, **details)


def link_flaws(address: str, shown: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """What a reader should be warned of: an odd door, or a text that shows another address."""
    if has_odd_port(address):
        yield "ITA390", {"value": address}
    others = [shows_another(text, address) for text in shown]
    if other := next(filter(None, others), ""):
        yield "ITA391", {"value": address, "shown": reveal(other)}


def complaints_in_good_hands(scope: AgencyScope) -> Iterator[Problem]:
    """Complaint links lead to the agency's own host or to one of the country's."""
    agency = scope.agency.agency
    own = {host_of(url).removeprefix("www.") for url in (agency.website, agency.site_url) if url}
    known = own | {entry.host for entry in complaint_hosts()}
    for index, channel in enumerate(scope.agency.channels.channels):
        host = host_of(channel.url or "")
        if host and not any(host == one or host.endswith(f".{one}") for one in known):
            details = {"value": host, "own": ", ".join(sorted(own)) or "-"}
            yield scope.problem("ITA392", "channels.yml", ("channels", index, "url"), **details)
