"""The public log: which facts changed when, newest first."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ita_site.facts.thai.calendar import THAILAND, BEDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.compare import AgencyChanges


@dataclass(frozen=True, slots=True)
class Entry:
    """What was published at once: the moment in seconds since 1970, and whose facts changed.

    `url` is where the code host shows it, empty where that is not known. `left` counts the
    changes that are not told, `unread` names the files that could not be read and so were
    not compared.
    """

    epoch: int
    commit: str
    agencies: tuple[AgencyChanges, ...]
    url: str = ""
    left: int = 0
    unread: tuple[str, ...] = ()

    @property
    def moment(self) -> datetime.datetime:
        """When, in Thailand."""
        return datetime.datetime.fromtimestamp(self.epoch, THAILAND)

    @property
    def day(self) -> BEDate:
        """On which day, in Thailand."""
        return BEDate.from_date(self.moment.date())

    @property
    def count(self) -> int:
        """How many changes are told."""
        return sum(len(agency.changes) for agency in self.agencies)


@dataclass(frozen=True, slots=True)
class Log:
    """Entries, newest first.

    `more` tells that older ones are left out; `shallow` that the copy from which the site was
    built does not hold them.
    """

    entries: tuple[Entry, ...]
    more: bool = False
    shallow: bool = False

    def for_agency(self, slug: str) -> Log:
        """What concerns one agency."""
        return dataclasses.replace(self, entries=tuple(_entries_for(self.entries, slug)))

    @property
    def days(self) -> Iterator[tuple[BEDate, tuple[Entry, ...]]]:
        """The entries by day."""
        for day, entries in groupby(self.entries, key=lambda entry: entry.day):
            yield day, tuple(entries)


def _entries_for(entries: Iterable[Entry], slug: str) -> Iterator[Entry]:
    for entry in entries:
        own = tuple(agency for agency in entry.agencies if agency.slug == slug)
        prefix = f"{slug}/" if slug else ""
        unread = tuple(file for file in entry.unread if file.startswith(prefix))
        if own or unread:
            yield dataclasses.replace(entry, agencies=own, unread=unread)


def subjects(changes: Iterable[Change]) -> Iterator[tuple[Change, tuple[Change, ...]]]:
    """The changes by what they belong to, with the first of each as its name and place."""
    for _, grouped in groupby(changes, key=lambda change: change.subject_key):
        own = tuple(grouped)
        yield own[0], own
