"""A repository of an agency's own, written whole or not at all, and never over anything."""

from __future__ import annotations

import dataclasses
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ita_site.facts.problems import DataError
from ita_site.facts.reading.folder import PORTAL_FILE
from ita_site.office.edit_commands.request import request_problem
from ita_site.office.init import lock, record
from ita_site.office.init.data_files import write_data
from ita_site.office.init.portal import write_portal
from ita_site.office.init.settings_files import settings_files
from ita_site.site.load import check_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_site.facts.problems import Problem
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.office.init.answers import Answers
    from ita_site.office.init.portal import Member

SETTINGS: Final = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """The files of a repository by path, and what an officer should know of its facts."""

    files: Mapping[str, bytes]
    warnings: tuple[Problem, ...]
    lock_is_hashed: bool

    def write(self, folder: Path) -> None:
        """Write all files into a folder, or none.

        Raises:
            DataError: ITA710 with every file that is there already.
            OSError: when the folder cannot be written; nothing is left then.
        """
        refuse_existing(folder, self.files)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".ita-site-init-") as made:
            _write_all(Path(made), self.files)
            _move_all(Path(made), folder, self.files)


def refuse_existing(folder: Path, paths: Iterable[str]) -> None:
    """See that nothing would be written over.

    Raises:
        DataError: ITA710 with every file that is there already.
    """
    if there := [path for path in paths if (folder / path).exists()]:
        raise DataError([request_problem("ITA710", "files", choices=", ".join(there))])


def make_project(answers: Answers, day: BEDate, members: Sequence[Member] = ()) -> Project:
    """Work out a repository, of a portal with its first members; nothing is written yet.

    Raises:
        DataError: when an answer is no value of its field, with its place in the file it would
            stand in.
        UnwritableError: when one holds a character no data file may hold.
    """
    facts, warnings = make_facts(answers, day, members)
    made, others = lock.make_lock(), settings_files(answers)
    noted = record.make_record(answers, others).as_json()
    whole = {**facts, **others, lock.NAME: made.text.encode(), record.NAME: noted}
    return Project(whole, warnings, made.is_hashed)


def add_members(answers: Answers, folder: Path, members: Sequence[Member], day: BEDate) -> Project:
    """Work out the files of agencies that join the portal in a folder; raises as `make_project`.

    Raises:
        DataError: ITA714 when no portal is there.
    """
    if missing := [name for name in (SETTINGS, "data") if not (folder / name).exists()]:
        raise DataError([request_problem("ITA714", "files", choices=", ".join(missing))])
    if (folder / "data/agency.yml").exists():
        raise DataError([request_problem("ITA710", "files", choices="data/agency.yml")])
    facts, warnings = make_facts(answers, day, members)
    del facts[f"data/{PORTAL_FILE}"]
    return Project(facts, warnings, lock_is_hashed=True)


def make_facts(
    answers: Answers, day: BEDate, members: Sequence[Member] = ()
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The data files by path, and what there is to warn of.

    Raises:
        DataError: as of `make_project`.
        UnwritableError: likewise.
    """
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        try:
            if members:
                write_portal(root / "data", answers, members, root / "content", day)
            else:
                write_data(root / "data", answers, root / "content", day)
            warnings = _check(root, day)
        except DataError as error:
            raise DataError(_as_written(error.problems, root)) from error
        found = sorted((root / "data").rglob("*.yml"))
        facts = {file.relative_to(root).as_posix(): file.read_bytes() for file in found}
    return facts, tuple(_as_written(warnings, root))


def _check(root: Path, day: BEDate) -> tuple[Problem, ...]:
    """The warnings about the facts; errors are raised."""
    problems = check_site(root / "data", root / "content", day).problems
    if any(problem.is_error for problem in problems):
        raise DataError(problems)
    return problems


def _as_written(problems: tuple[Problem, ...], root: Path) -> list[Problem]:
    """Problems with the names their files will have."""
    before = f"{root.as_posix()}/"
    return [
        dataclasses.replace(found, file=found.file.replace(before, "", 1)) for found in problems
    ]


def _write_all(root: Path, contents: Mapping[str, bytes]) -> None:
    for path, content in contents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def _move_all(made: Path, folder: Path, paths: Mapping[str, bytes]) -> None:
    """Move files that are whole to their places; when one fails, take back those before it."""
    moved: list[Path] = []
    try:
        for path in paths:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (made / path).rename(target)
            moved.append(target)
    except OSError:
        for target in moved:
            target.unlink()
        raise
