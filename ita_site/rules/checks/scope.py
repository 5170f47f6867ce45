"""What a rule may look at, and how it says where something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ita_site.facts.model.assessment import Assessment
from ita_site.facts.thai.text import normalise

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from ita_site.facts.content.folder import Content
    from ita_site.facts.model.edition import Edition
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.sources import Sources
    from ita_site.facts.strict_yaml.document import Path, Value
    from ita_site.facts.thai.calendar import BEDate
LEFT_OUT = frozenset({"url", "file", "website", "site_url", "conflicts"})
LONGEST_LABEL = 20
Find: TypeAlias = "Callable[[str], re.Match[str] | None]"


@dataclass(frozen=True, slots=True)
class AgencyScope:
    """An agency with the lines of its facts.

    `today` is the day of the build. `content` is None where the files beside the pages are
    not known.
    """

    agency: AgencyFacts
    sources: Sources
    today: BEDate
    content: Content | None = None

    def problem(self, code: str, name: str, path: Path, **details: str) -> Problem:
        """A problem at a field of one of the agency's own files. `path` is as in the YAML."""
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

    @property
    def assessment(self) -> Assessment:
        """The result and its analysis; an empty one where the agency gives none."""
        return self.year.assessment or Assessment()

    def file(self, name: str) -> str:
        """A file of this year as the officer knows it."""
        return f"{self.agency.folder}/{self.year.year}/{name}"

    def problem(self, code: str, name: str, path: Path, **details: str) -> Problem:
        """A problem at a field of one of this year's files; at the folder, where it has none.

        `path` names fields as the YAML does (`timeframe`, not `timeframes`): one that is not
        there is told at the line of its nearest parent.
        """
        file = self.file(name)
        there = file if file in self.sources.documents else file.removesuffix(f"/{name}")
        return self.sources.problem(code, there, path, details)

    def is_declared(self, printed: str) -> bool:
        """Whether a conflict in `assessment.yml` says that the document prints it like this."""
        return self.year.assessment is not None and self.year.assessment.keeps(printed)

    def line(self, name: str, path: Path) -> str:
        """The line of a field, for messages that point to a second place."""
        return str(self.sources.documents[self.file(name)].locate(path).line)


class Written(NamedTuple):
    """A text as it stands in the file. `truncated`: its fact says that the print is cut."""

    path: Path
    text: str
    truncated: bool


@dataclass(frozen=True)
class FileScope:
    """One file's texts. Links and what is kept as printed are left out: they stay as they are."""

    file: str
    sources: Sources

    @cached_property
    def texts(self) -> list[Written]:
        """The texts in the order of the file."""
        texts: list[Written] = []
        _gather(texts, (), self.sources.documents[self.file].value)
        return texts

    @cached_property
    def labels(self) -> list[Written]:
        """The texts of a word or two."""
        return [written for written in self.texts if len(written[1]) <= LONGEST_LABEL]

    @cached_property
    def sentences(self) -> list[Written]:
        """The longer ones."""
        return [written for written in self.texts if len(written[1]) > LONGEST_LABEL]

    @cached_property
    def raw(self) -> str:
        """All of them, a line each, to be searched at once."""
        return "\n".join([text for _, text, _ in self.texts])

    @cached_property
    def clean(self) -> str:
        """All of them as they are read."""
        return normalise(self.raw)

    def search_typed(self, find: Find) -> Iterator[tuple[Written, re.Match[str]]]:
        """The texts that, as they are typed, hold something, each with its first place."""
        for written in self.texts if find(self.raw) else ():
            if found := find(written.text):
                yield written, found

    def search_clean(self, find: Find) -> Iterator[tuple[Written, re.Match[str]]]:
        """The texts that, as they are read, hold something, each with its first place."""
        for written in self.texts if find(self.clean) else ():
            if found := find(normalise(written.text)):
                yield written, found

    def problem(self, code: str, path: Path, **details: str) -> Problem:
        """A problem at a field of this file."""
        return self.sources.problem(code, self.file, path, details)


def _gather(texts: list[Written], path: Path, value: Value, truncated: bool = False) -> None:  # noqa: FBT001, FBT002 - it is called for every value
    if isinstance(value, str):
        texts.append(Written(path, value, truncated))
    elif isinstance(value, list):
        for at, entry in enumerate(value):
            _gather(texts, (*path, at), entry)
    elif isinstance(value, dict):
        cut = value.get("truncated") == "true"
        for key, inner in value.items():
            if key not in LEFT_OUT and not key.endswith("as_printed"):
                _gather(texts, (*path, key), inner, cut)
