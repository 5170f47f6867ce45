"""An agency's folder to its facts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from ita_site.facts.editions.load import edition_for, edition_text
from ita_site.facts.editions.years import with_years
from ita_site.facts.model.agency import Agency, AgencyKind
from ita_site.facts.model.assessment import Assessment
from ita_site.facts.model.channels import Channels
from ita_site.facts.model.edition import Edition
from ita_site.facts.model.labelled import suggestion
from ita_site.facts.model.measures import Measures
from ita_site.facts.model.oit import OitIndex
from ita_site.facts.model.portal import Portal
from ita_site.facts.model.progress import Progress
from ita_site.facts.model.publication import AgencyFacts, YearFacts
from ita_site.facts.model.year import YearInfo
from ita_site.facts.plain_files import is_linked, is_plain_folder, read_plain, reason_of
from ita_site.facts.problems import Problem
from ita_site.facts.reading.decode import decode
from ita_site.facts.reading.sources import Sources
from ita_site.facts.strict_yaml.document import field_name
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.numerals import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.facts.strict_yaml.document import Document, Flaw

ModelT = TypeVar("ModelT", bound=BaseModel)
PORTAL_FILE = "portal.yml"
SAYS_WHO = ("name", "district", "province")
AGENCY_FILES = ("agency.yml", "channels.yml")
YEAR_FILES = (
    "year.yml",
    "edition.yml",
    "assessment.yml",
    "measures.yml",
    "progress.yml",
    "oit.yml",
)
FIRST_YEAR, LAST_YEAR = 2560, 2650


@dataclass(slots=True)
class FolderReader:
    """Reads one agency's folder, gathering problems as it goes.

    `name` is the folder as an officer knows it. `unsound` holds the files that could not
    be read whole; facts in them are not held against others.
    """

    folder: Path
    name: str
    slug: str
    sources: Sources = field(default_factory=Sources)
    problems: list[Problem] = field(default_factory=list)
    unsound: set[str] = field(default_factory=set)
    is_elsewhere: bool = False

    def read(self) -> AgencyFacts:
        """The agency's facts; where its own file could not be read, with the folder's name."""
        agency, channels = self.read_own()
        years = tuple(self.read_year(year) for year in self._years())
        self._look_for_strangers(self.folder, "", AGENCY_FILES)
        return AgencyFacts(self.slug, self.name, agency, channels, years, self.is_elsewhere)

    def read_own(self) -> tuple[Agency, Channels]:
        """What the agency says of itself and of its channels, without its years."""
        agency = self._decode("agency.yml", Agency)
        channels = self._decode("channels.yml", Channels) or Channels()
        return agency or self._who(), channels

    def read_portal(self) -> Portal | None:
        """What the folder says of the site of all agencies in it; None for nothing."""
        return self._decode(PORTAL_FILE, Portal)

    def nameless(self) -> AgencyFacts:
        """An agency of which only its years are known: it has no file of its own."""
        years = tuple(YearFacts(year, edition_for(year)) for year in self._years())
        return AgencyFacts(self.slug, self.name, self._who(), Channels(), years)

    def _who(self) -> Agency:
        """Who the agency is, as far as its faulty file says; else it goes by its folder's name."""
        document = self.sources.documents.get(f"{self.name}/agency.yml")
        values = document.value if document and isinstance(document.value, dict) else {}
        given = {key: text for key, text in values.items() if key in SAYS_WHO and text}
        texts = {key: text for key, text in given.items() if isinstance(text, str)}
        sample = "true" if values.get("sample") == "true" else "false"
        name = {"name": self.slug or self.name}
        return Agency.model_validate(
            name | texts | {"kind": AgencyKind.OTHER.value, "sample": sample}
        )

    def _years(self) -> list[int]:
        names = [entry.name for entry in self.folder.iterdir() if is_plain_folder(entry)]
        return sorted(int(name) for name in names if is_year(name))

    def read_year(self, year: int) -> YearFacts:
        """The facts of one year's folder."""
        self._look_for_strangers(self.folder / str(year), f"{year}/", YEAR_FILES)
        info = self._decode(f"{year}/year.yml", YearInfo, year) or YearInfo()
        time_of = info.implementation_year or year
        return YearFacts(
            year=year,
            edition=self._edition(year, info.result_year),
            info=info,
            assessment=self._decode(f"{year}/assessment.yml", Assessment, time_of),
            measures=self._decode(f"{year}/measures.yml", Measures, time_of) or Measures(),
            progress=self._decode(f"{year}/progress.yml", Progress, time_of) or Progress(),
            oit=self._decode(f"{year}/oit.yml", OitIndex),
        )

    def _edition(self, year: int, result_year: int | None) -> Edition:
        """The year's edition, the agency's own words laid over the one shipped."""
        text = edition_text(year)
        own = self._decode(f"{year}/edition.yml", Edition, over=text | {"year": str(year)})
        return with_years(own or Edition.model_validate(text), year, result_year)

    def _decode(
        self,
        path: str,
        model: type[ModelT],
        fiscal_year: int | None = None,
        over: dict[str, Any] | None = None,
    ) -> ModelT | None:
        file = f"{self.name}/{path}"
        try:
            document = read(read_plain(self.folder / path))
        except FileNotFoundError:
            return None
        except IsADirectoryError:
            self.problems.append(Problem(file, 1, 1, "ITA225", "", {"value": path}))
            return None
        except OSError as error:
            if not is_linked(self.folder / path):  # a link is a problem of its own
                details = {"value": file, "reason": reason_of(error)}
                self.problems.append(Problem(file, 1, 1, "ITA129", "", details))
            self.unsound.add(file)
            return None
        self.sources.documents[file] = document
        self.problems.extend(_flaw_problem(file, flaw, document) for flaw in document.flaws)
        if document.partly_read:
            self.unsound.add(file)
            return None
        decoded = decode(model, self.sources, file, fiscal_year=fiscal_year, over=over)
        torn = {flaw.mark.line for flaw in document.flaws}
        self.problems.extend(found for found in decoded.problems if found.line not in torn)
        if not decoded.whole or any(flaw.code == "ITA127" for flaw in document.flaws):
            self.unsound.add(file)
        return decoded.value

    def _look_for_strangers(self, folder: Path, below: str, known: tuple[str, ...]) -> None:
        for name in _strangers(folder, known, years_allowed=not below):
            choices = [*known, *([] if below else ["โฟลเดอร์ปี พ.ศ. สี่หลัก"])]
            details = {"value": name, "choices": ", ".join(choices)}
            details["suggestion"] = ("" if below else _year_in(name)) or suggestion(
                name, list(known)
            )
            file = f"{self.name}/{below}{name}"
            self.problems.append(Problem(file, 1, 1, "ITA221", "", details))


def _flaw_problem(file: str, flaw: Flaw, document: Document) -> Problem:
    details = flaw.details | ({"rest": "unread"} if document.partly_read else {})
    return Problem(
        file, flaw.mark.line, flaw.mark.column, flaw.code, field_name(flaw.path), details
    )


def _strangers(folder: Path, known: tuple[str, ...], *, years_allowed: bool) -> Iterator[str]:
    """Folders and YAML files that nobody will read; anything else may lie here."""
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith((".", "_")) or entry.name in known or is_linked(entry):
            continue
        year = years_allowed and is_year(entry.name)
        if (entry.is_dir() and not year) or entry.suffix.lower() in (".yml", ".yaml"):
            yield entry.name


def _year_in(name: str) -> str:
    """The year that a folder's name was meant to be, such as 2567 for `๒๕๖๗` or `ปี 2567`."""
    found = re.search(r"25\d\d", to_arabic(name))
    return found[0] if found and "." not in name else ""


def is_year(name: str) -> bool:
    """Whether a folder's name is that of an assessment year."""
    digits = name.isascii() and name.isdigit() and not name.startswith("0")
    return digits and FIRST_YEAR <= int(name) <= LAST_YEAR
