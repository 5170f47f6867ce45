"""The whole that is published: one agency or many, each with its years."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from ita_site.facts.model.agency import Agency
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.edition import Edition
from ita_site.facts.model.measures import Measure, Measures
from ita_site.facts.model.oit import OitIndex
from ita_site.facts.model.portal import Portal
from ita_site.facts.model.progress import Progress
from ita_site.facts.model.year import YearInfo

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an agency's folder must be called to be part of an address."""


@dataclass(frozen=True)
class YearFacts:
    """Everything the agency published for one assessment year.

    `assessment` is None when the agency gave no result (its file is absent), `oit` when it
    gave no index of all items. `edition` is what the year asks.
    """

    year: int
    edition: Edition
    info: YearInfo = field(default_factory=YearInfo)
    assessment: Assessment | None = None
    measures: Measures = field(default_factory=Measures)
    progress: Progress = field(default_factory=Progress)
    oit: OitIndex | None = None

    @property
    def implementation_year(self) -> int:
        """The fiscal year in which the measures are carried out."""
        return self.info.implementation_year or self.year

    @property
    def result_year(self) -> int:
        """The year of the assessment result that was analysed."""
        return self.info.result_year or self.year - 1

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        """The measures by their identifier, in order; of two alike the last."""
        return {measure.id: measure for measure in self.measures.measures}


@dataclass(frozen=True)
class AgencyFacts:
    """One agency with its years, oldest first.

    `slug` is empty when the publication is this agency alone. `folder` is the data folder
    as the officer knows it, for messages and edit links (POSIX, relative where possible).
    `is_elsewhere` tells that it lies in a repository of the agency's own, with its own history.
    """

    slug: str
    folder: str
    agency: Agency
    channels: Channels
    years: tuple[YearFacts, ...]
    is_elsewhere: bool = False

    @property
    def prefix(self) -> str:
        """What stands before its addresses: empty, or `<slug>/`."""
        return f"{self.slug}/" if self.slug else ""

    @property
    def has_address(self) -> bool:
        """Whether its folder's name can stand in an address."""
        return not self.slug or bool(SLUG.fullmatch(self.slug))

    @property
    def current(self) -> YearFacts | None:
        """The newest year."""
        return self.years[-1] if self.years else None

    @property
    def surveyed(self) -> YearFacts | None:
        """The newest year whose survey has a link; the newest of all where none has."""
        linked = (year for year in reversed(self.years) if year.info.eit.url)
        return next(linked, self.current)


@dataclass(frozen=True)
class Publication:
    """What one site is made of. A single agency is a portal of one without the prefix.

    `portal` is None when the publication is a single agency alone. `withheld` are agencies
    whose data cannot be published, with whatever could be read of them: a notice takes the
    place of their pages.
    """

    agencies: tuple[AgencyFacts, ...]
    portal: Portal | None = None
    withheld: tuple[AgencyFacts, ...] = ()
