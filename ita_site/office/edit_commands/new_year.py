"""A new year's folder from the one before it: what goes on, and what is to be filled in."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.labelled import suggestion
from ita_site.facts.problems import DataError
from ita_site.facts.reading.folder import FIRST_YEAR, LAST_YEAR
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import parse_year
from ita_site.office.edit_commands.new_year_files import new_year_files
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.edit_commands.target import find_agency, refuse_foreign
from ita_site.office.edit_commands.trial import try_out
from ita_site.rules.figures.history import UNFINISHED
from ita_site.rules.figures.status import measure_reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.problems import Problem
    from ita_site.facts.reading.publication import Reading
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.status import MeasureReports

ALL: Final = "all"
UNFINISHED_ONES: Final = "unfinished"
NONE: Final = "none"
LEFT_BEHIND: Final = ("oit.yml", "edition.yml")
"""Files that are made anew each year, from the year's own manual."""


@dataclass(frozen=True, slots=True)
class NewYearBasis:
    """The year that is to begin, and the one before it, None when there is none."""

    data: Path
    agency: AgencyFacts
    year: int
    before: YearFacts | None
    reading: Reading

    @property
    def folder(self) -> Path:
        """Where its files go."""
        return self.data / self.agency.slug / str(self.year)

    @property
    def measures(self) -> tuple[MeasureReports, ...]:
        """The measures that may go on."""
        return measure_reports(self.before) if self.before else ()

    @property
    def left_behind(self) -> list[str]:
        """Files of the year before of which the new one has none."""
        old = self.folder.parent / str(self.before.year if self.before else 0)
        return [name for name in LEFT_BEHIND if (old / name).exists()]


@dataclass(frozen=True, slots=True)
class NewYearPlan:
    """A folder ready to be written, by file name, and what an officer should know of it."""

    folder: Path
    files: dict[str, bytes]
    kept: tuple[MeasureReports, ...]
    dropped: tuple[MeasureReports, ...]
    warnings: tuple[Problem, ...]
    old_errors: int

    def write(self) -> None:
        """Make the folder at one stroke.

        Raises:
            OSError: when it cannot be, or is there by now; then nothing is left of it.
        """
        with tempfile.TemporaryDirectory(dir=self.folder.parent, prefix=".new-year-") as made:
            inner = Path(made) / self.folder.name
            inner.mkdir()
            for name, text in self.files.items():
                (inner / name).write_bytes(text)
            inner.rename(self.folder)


def find_basis(data: Path, year: str, agency: str = "") -> NewYearBasis:
    """Find out what a new year follows.

    Raises:
        DataError: when there is no such agency or year, or the year is there already.
    """
    reading = read_publication(data)
    owner = find_agency(reading.publication, agency)
    refuse_foreign(data, owner)
    number = _parse_new_year(year)
    if (data / owner.slug / str(number)).exists():
        raise DataError([request_problem("ITA707", "new_year", value=f"{owner.folder}/{number}")])
    before = [facts for facts in owner.years if facts.year < number]
    start = NewYearBasis(data, owner, number, before[-1] if before else None, reading)
    _refuse_faulty(start)
    return start


def choose_measures(measures: Sequence[MeasureReports], words: Iterable[str]) -> list[str]:
    """The ids of the measures that go on: `all`, `unfinished`, `none`, or their ids or numbers.

    Raises:
        DataError: ITA708 for each that there is not.
    """
    ids = [entry.measure.id for entry in measures]
    groups = {
        ALL: ids,
        UNFINISHED_ONES: [each.measure.id for each in measures if each.standing in UNFINISHED],
        NONE: [],
    }
    chosen: list[str] = []
    problems = []
    for word in words:
        by_number = ids[int(word) - 1 : int(word)] if word.isdecimal() and word != "0" else []
        meant = groups.get(word) or ([word] if word in ids else by_number)
        chosen += meant
        if not meant and word not in groups:
            near = suggestion(word, ids)
            listed = ", ".join(ids)
            problems.append(
                request_problem("ITA708", "measures", value=word, choices=listed, suggestion=near)
            )
    if problems:
        raise DataError(problems)
    return [name for name in ids if name in chosen]


def plan_new_year(
    start: NewYearBasis, chosen: Sequence[str], content: Path, day: BEDate
) -> NewYearPlan:
    """Work out the new folder's files; nothing is written yet.

    Raises:
        DataError: with the errors they would bring.
    """
    files = new_year_files(start.agency, start.before, start.year, chosen, start.reading.sources)
    within = start.folder.relative_to(start.data).as_posix()
    paths = {f"{within}/{name}": text for name, text in files.items()}
    trial = try_out(start.data, content, day, paths)
    if trial.errors:
        raise DataError(trial.errors)
    kept = tuple(entry for entry in start.measures if entry.measure.id in chosen)
    dropped = tuple(entry for entry in start.measures if entry.measure.id not in chosen)
    return NewYearPlan(start.folder, files, kept, dropped, trial.warnings, trial.old_errors)


def _parse_new_year(text: str) -> int:
    try:
        year = parse_year(text)
    except ValueError:
        year = 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DataError([request_problem("ITA207", "new_year", value=text)])
    return year


def _refuse_faulty(start: NewYearBasis) -> None:
    """See that the year before can be read whole: its values are taken over."""
    if start.before is None:
        return
    folder = f"{start.agency.folder}/{start.before.year}/"
    faulty = {
        name
        for name, document in start.reading.sources.documents.items()
        if name.startswith(folder) and (document.flaws or name in start.reading.unsound)
    }
    problems = [problem for problem in start.reading.problems if problem.file in faulty]
    if problems:
        raise DataError(problems)
