"""Two states of the data to everything a reviewer should know of the way between them.

The survey's link is shown as a citizen meets it: the host, and what the printed code says.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image

from ita_site.facts.editions.load import national_channels
from ita_site.facts.links import host_in_ascii, host_of
from ita_site.rules.figures.changes.compare import compare_agencies, share_unread_parts
from ita_site.rules.figures.criteria import Outcome
from ita_site.site.pages.qr import png_image

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.problems import Problem
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.history.review.built import BuiltSites
    from ita_site.history.review.checkout import State
    from ita_site.history.review.project import ProjectChange
    from ita_site.rules.figures.changes.change import Change
    from ita_site.rules.figures.changes.compare import AgencyChanges
    from ita_site.rules.figures.criteria import Verdict


@dataclass(frozen=True, slots=True)
class Link:
    """A survey's address, its host, and what a telephone reads from the site's code for it."""

    url: str
    host: str
    decoded: str

    @property
    def ascii_host(self) -> str:
        """Its host as machines write it: another only where its letters are not plain ones."""
        return host_in_ascii(self.host)

    @property
    def agrees(self) -> bool:
        """Whether the code leads where the link does."""
        return self.decoded == self.url


@dataclass(frozen=True, slots=True)
class Survey:
    """A year's link before and after; None where there is none."""

    agency: str
    year: int
    old: Link | None
    new: Link | None

    @property
    def other_host(self) -> bool:
        """Whether it leads to another server than before."""
        return bool(self.old and self.new and self.old.host != self.new.host)


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer should know.

    `unread` are the files that one of the states has in a form that could not be read whole;
    they are not compared. `vanished` are published addresses that would be no more. Where
    one of the states cannot be built, criteria and addresses are not compared. `project` are the
    files beside the facts, None where only data folders were compared; `sites` are the built
    ones, None where nobody asked.
    """

    before: State
    after: State
    agencies: tuple[AgencyChanges, ...]
    surveys: tuple[Survey, ...]
    unread: tuple[str, ...]
    vanished: tuple[str, ...]
    met: tuple[Verdict, ...]
    lost: tuple[Verdict, ...]
    new_problems: tuple[Problem, ...]
    gone_problems: tuple[Problem, ...]
    project: tuple[ProjectChange, ...] | None = None
    sites: BuiltSites | None = None

    @property
    def count(self) -> int:
        """How many facts changed."""
        return sum(len(agency.changes) for agency in self.agencies)

    @property
    def has_changes(self) -> bool:
        """Whether there is anything to report."""
        sites = self.sites and not self.sites.are_equal
        others = (self.unread, self.vanished, self.met, self.lost, self.project, sites)
        return bool(self.count or self.new_problems or self.gone_problems or any(others))


def known_hosts(state: State) -> frozenset[str]:
    """The hosts to which an agency's pages may lead without a word: its own and national ones."""
    own = (
        url
        for facts in state.agencies
        for url in (facts.agency.website, facts.agency.site_url)
        if url
    )
    national = (channel.url for channel in national_channels().channels if channel.url)
    return frozenset(map(host_of, (*own, *national)))


def compare_states(before: State, after: State, today: BEDate | None = None) -> Review:
    """Compare two states, as seen on a day: by it the rounds that are over are known."""
    unread = before.unread | after.unread
    agencies = compare_agencies(
        share_unread_parts(before.agencies, after.agencies, unread), after.agencies, today
    )
    surveys = (
        _survey_change(agency.name, change) for agency in agencies for change in agency.changes
    )
    built = before.built and after.built
    return Review(
        before,
        after,
        agencies,
        tuple(survey for survey in surveys if survey),
        tuple(sorted(unread)),
        tuple(_vanished(before, after)) if built else (),
        tuple(_met_only_in(after, before)) if built else (),
        tuple(_met_only_in(before, after)) if built else (),
        tuple(_not_among(after.problems, before.problems)),
        tuple(_not_among(before.problems, after.problems)),
    )


def _vanished(before: State, after: State) -> Iterator[str]:
    """The addresses that would be no more; a withheld agency's come back with its data."""
    for address in sorted(before.addresses - after.addresses):
        if not any(address.startswith(prefix) for prefix in after.withheld):
            yield address
    for anchor in sorted(before.anchors - after.anchors):
        if anchor.partition("/#")[0] in after.addresses:
            yield anchor


def _met_only_in(state: State, other: State) -> Iterator[Verdict]:
    """The criteria that are met in a state and, where the other has them too, are not there.

    One that nobody asks any more is told as a change of the edition.
    """
    for key, verdict in state.verdicts.items():
        there = other.verdicts.get(key)
        if there and verdict.outcome is Outcome.MET and there.outcome is not Outcome.MET:
            yield there if there.outcome is Outcome.NOT_MET else verdict


def _not_among(problems: Iterable[Problem], others: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that are not among the others, wherever in their file they stand."""
    known = Counter(map(_identity, others))
    for problem in problems:
        if known[_identity(problem)]:
            known[_identity(problem)] -= 1
        else:
            yield problem


def _identity(problem: Problem) -> tuple[str, ...]:
    details = (f"{name}={value}" for name, value in sorted(problem.details.items()))
    return (problem.file, problem.code, re.sub(r"\[\d+\]", "[]", problem.field), *details)


def _survey_change(agency: str, change: Change) -> Survey | None:
    """A changed link before and after; None when the change is of another kind."""
    if not change.is_survey_link or change.year is None:
        return None
    return Survey(agency, change.year, _link(change.old), _link(change.new))


def _link(url: str) -> Link | None:
    return read_link(url) if url else None


def read_link(url: str) -> Link:
    """A survey's address with what the site's own code for it says."""
    return Link(url, urlsplit(url).hostname or "", _read_own_code(url))


def _read_own_code(url: str) -> str:
    """What is read from the picture that the site publishes for an address; empty for nothing."""
    try:
        image = png_image(url)
    except ValueError:  # longer than any code can hold
        return ""
    with Image.open(io.BytesIO(image)) as picture:
        codes = zxingcpp.read_barcodes(picture.convert("L"))
    return codes[0].text if codes else ""
