"""A report into `progress.yml`: a new one, or new words in the one that is there."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.facts.problems import DataError, Problem
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.writing.edit import EditError, edit
from ita_site.office.edit_commands.changes import changed_report, new_report, place_of, says_already
from ita_site.office.edit_commands.report_draft import LISTS, draft
from ita_site.office.edit_commands.request import LABELS
from ita_site.office.edit_commands.target import find_target
from ita_site.office.edit_commands.trial import try_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ita_site.facts.model.progress import Report
    from ita_site.facts.reading.publication import Reading
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.facts.writing.edit import Change
    from ita_site.office.edit_commands.report_draft import Draft
    from ita_site.office.edit_commands.request import Request
    from ita_site.office.edit_commands.target import Target


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stood in a field, by the label an officer knows."""

    label: str
    old: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What an officer should know of a change.

    `warnings` are new ones about this report, `other_warnings` counts those about others.
    """

    replaced: tuple[Replaced, ...]
    remaining: tuple[Replaced, ...]
    warnings: tuple[Problem, ...]
    other_warnings: int
    old_errors: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """A file as it was and as it will be.

    `file` is its name as the officer knows it, `path` where it is written.
    """

    target: Target
    round: str
    file: str
    path: Path
    before: bytes
    after: bytes
    is_new: bool
    effect: Effect

    @property
    def diff(self) -> str:
        """The lines that change, as git shows them; empty when there are none."""
        old, new = (text.decode("utf-8-sig").splitlines() for text in (self.before, self.after))
        lines = difflib.unified_diff(old, new, self.file, self.file, lineterm="")
        return "\n".join(lines)

    def write(self) -> None:
        """Put the file in its place."""
        if self.after != self.before:
            self.path.write_bytes(self.after)


def record(data: Path, content: Path, request: Request, day: BEDate) -> Recorded:
    """Work out what a request changes; nothing is written yet.

    Raises:
        DataError: with everything that is wrong with the request, the file, or the result.
    """
    reading = read_publication(data)
    target, wanted = _understood(reading, request, day)
    folder = f"{target.year.year}/progress.yml"
    file, path = f"{target.agency.folder}/{folder}", data / target.agency.slug / folder
    _refuse_faulty(reading, file)
    before = path.read_bytes() if path.exists() else b""
    reports = target.year.progress.progress
    index, is_there = place_of(reports, wanted)
    old = _as_written(reading, file, index) if is_there else {}
    changes = (
        changed_report(wanted, index, old, reports[index])
        if is_there
        else new_report(wanted, index)
    )
    after = _edited(before, changes, file)
    trial = try_out(data, content, day, {path.relative_to(data).as_posix(): after})
    if trial.errors:
        raise DataError(trial.errors)
    own = tuple(found for found in trial.warnings if _is_about(found, file, index))
    told = [*_replaced(old, wanted, reports[index])] if is_there else []
    others = len(trial.warnings) - len(own)
    effect = Effect(tuple(told), tuple(_remaining(old, wanted)), own, others, trial.old_errors)
    return Recorded(target, wanted.round, file, path, before, after, not is_there, effect)


def _edited(before: bytes, changes: Iterable[Change], file: str) -> bytes:
    try:
        return edit(before, changes)
    except EditError as error:
        raise DataError([Problem(file, 1, 1, "ITA709", "", {"value": file})]) from error


def _is_about(problem: Problem, file: str, index: int) -> bool:
    """Whether it is about that report."""
    return problem.file == file and f"{problem.field}.".startswith(f"progress[{index}].")


def _understood(reading: Reading, request: Request, day: BEDate) -> tuple[Target, Draft]:
    """Both halves of a request, or everything that is wrong with either."""
    problems: list[Problem] = []
    target, wanted = None, None
    try:
        target = find_target(reading.publication, request)
    except DataError as error:
        problems += error.problems
    try:
        wanted = draft(request, target.measure.id if target else "unknown", day)
    except DataError as error:
        problems += error.problems
    if target is None or wanted is None:
        raise DataError(problems)
    return target, wanted


def _refuse_faulty(reading: Reading, file: str) -> None:
    """See that the file's lines mean what they say before one is changed."""
    faults = [found for found in reading.problems if found.file == file and found.is_error]
    if faults:
        raise DataError(faults)


def _as_written(reading: Reading, file: str, index: int) -> dict[str, Any]:
    """A report's fields as they stand in the file."""
    value: Any = reading.sources.documents[file].value
    found: dict[str, Any] = value["progress"][index]
    return found


def _replaced(old: dict[str, Any], wanted: Draft, report: Report) -> Iterator[Replaced]:
    for name, value in wanted.fields.items():
        if name in old and not says_already(name, value, old, report):
            status = report.status.label if name == "status" and report.status else ""
            yield Replaced(LABELS[name], status or _as_words(old[name]))


def _remaining(old: dict[str, Any], wanted: Draft) -> Iterator[Replaced]:
    """What a report said before and still says; it may be out of date."""
    for name in LISTS:
        if old.get(name) and name not in wanted.fields:
            yield Replaced(LABELS[name], _as_words(old[name]))


def _as_words(value: Any) -> str:  # noqa: ANN401 - values of a document
    if isinstance(value, dict):
        return str(value.get("text") or value.get("title") or "")
    return " / ".join(map(_as_words, value)) if isinstance(value, list) else str(value)
