"""What a rule may look at, and how it says where something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_site.facts.content.folder import Content
    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.sources import Sources
    from ita_site.facts.strict_yaml.document import Path
    from ita_site.facts.thai.calendar import BEDate


@dataclass(frozen=True, slots=True)
class AgencyScope:
    """An agency with the lines of its facts. `today` is the day of the build."""

    agency: AgencyFacts
    sources: Sources
    today: BEDate

    def problem(self, code: str, name: str, path: Path, **details: str) -> Problem:
        """A problem at a field of one of the agency's own files."""
        return self.sources.problem(code, f"{self.agency.folder}/{name}", path, details)


@dataclass(frozen=True, slots=True)
class Scope:
    """One year of one agency, with the lines of its facts.

    `today` is the day of the build. `content` is None where the files beside the pages are
    not known.
    """

    agency: AgencyFacts
    year: YearFacts
    sources: Sources
    today: BEDate
    content: Content | None = None

    @property
    def edition(self) -> Edition:
        """What the year asks."""
        return self.year.edition

    def file(self, name: str) -> str:
        """A file of this year as the officer knows it."""
        return f"{self.agency.folder}/{self.year.year}/{name}"

    def problem(self, code: str, name: str, path: Path, **details: str) -> Problem:
        """A problem at a field of one of this year's files; at the folder, where it has none."""
        file = self.file(name)
        there = file if file in self.sources.documents else file.removesuffix(f"/{name}")
        return self.sources.problem(code, there, path, details)

    def declared(self, printed: str) -> bool:
        """Whether a conflict in `assessment.yml` says that the document prints it like this."""
        return self.year.assessment is not None and self.year.assessment.keeps(printed)

    def line(self, name: str, path: Path) -> str:
        """The line of a field, for messages that point to a second place."""
        return str(self.sources.documents[self.file(name)].locate(path).line)
