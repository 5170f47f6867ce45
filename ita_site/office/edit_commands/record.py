"""A report into `progress.yml`: a new one, or new words in the one that is there."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.facts.problems import DataError, Problem
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.writing.edit import Add, EditError, Put, TooLargeError, edit
from ita_site.office.edit_commands.report_draft import LISTS, draft_report
from ita_site.office.edit_commands.request import LABELS
from ita_site.office.edit_commands.target import find_target, refuse_foreign
from ita_site.office.edit_commands.trial import try_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from ita_site.facts.model.progress import Report
    from ita_site.facts.reading.publication import Reading
    from ita_site.facts.strict_yaml.document import Value
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.facts.writing.edit import Change
    from ita_site.office.edit_commands.report_draft import ReportDraft
    from ita_site.office.edit_commands.request import Request
    from ita_site.office.edit_commands.target import Target

ORDER = (
    "measure",
    "round",
    "status",
    "status_as_printed",
    "percent_done",
    "summary",
    "outcomes",
    "reached",
    "obstacles",
    "suggestions",
    "evidence",
    "pictures",
    "updated_on",
)


def find_place(reports: Sequence[Report], wanted: ReportDraft) -> tuple[int, bool]:
    """Which entry a report is or will be, and whether it is there already.

    A new one comes behind the last of its round, else at the end.
    """
    rounds = [str(report.round) for report in reports]
    for index, report in enumerate(reports):
        if report.measure == wanted.measure and rounds[index] == wanted.round:
            return index, True
    same = [index for index, months in enumerate(rounds) if months == wanted.round]
    return (same[-1] + 1 if same else len(reports)), False


def add_report(wanted: ReportDraft, index: int) -> Iterator[Change]:
    """A report that is not there yet."""
    fields: dict[str, Value] = {"measure": wanted.measure, "round": wanted.round, **wanted.fields}
    fields |= {"evidence": [*wanted.evidence]} if wanted.evidence else {}
    entry = {name: fields[name] for name in ORDER if fields.get(name) is not None}
    yield Add(("progress",), entry, index)


def change_report(
    wanted: ReportDraft, index: int, old: dict[str, Any], report: Report
) -> Iterator[Change]:
    """New words in a report; `old` is as it is written, `report` what that means."""
    here = ("progress", index)
    for name, value in wanted.fields.items():
        if not means_already(name, value, old, report):
            yield Put((*here, name), keep_figures(value, old.get(name)), ORDER[: ORDER.index(name)])
    yield from _evidence_changes(wanted, old, (*here, "evidence"))


def means_already(name: str, value: Value, old: dict[str, Any], report: Report) -> bool:
    """Whether a field means that already, in whatever words."""
    if name == "status":
        return report.status is not None and report.status.value == value
    if name == "percent_done":
        return report.percent_done is not None and str(report.percent_done) == value
    if name == "updated_on":
        return report.updated_on is not None and report.updated_on.short() == value
    return bool(_listed(old.get(name)) == _listed(keep_figures(value, old.get(name))))


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]


def keep_figures(value: Value, old: Any) -> Value:  # noqa: ANN401 - values of a document
    """Outcomes keep the figures they had where their words stay the same."""
    entries = old if isinstance(old, list) else []
    figures = {entry["text"]: entry for entry in entries if isinstance(entry, dict)}
    if not figures or value is None:
        return value
    listed = value if isinstance(value, list) else [value]
    return [figures.get(str(text), text) for text in listed]


def _evidence_changes(
    wanted: ReportDraft, old: dict[str, Any], path: tuple[str | int, ...]
) -> Iterator[Change]:
    """Evidence is added; what leads to the same place gets its new title."""
    have = old.get("evidence") or []
    places = [entry.get("url") or entry.get("file") for entry in have]
    new = []
    for entry in wanted.evidence:
        place = entry.get("url") or entry.get("file")
        if place in places:
            yield Put((*path, places.index(place), "title"), entry["title"])
        else:
            new.append(entry)
    if new and not have:
        yield Put(path, [*new], ORDER[: ORDER.index("evidence")])
    elif new:
        yield from (Add(path, entry) for entry in new)


@dataclass(frozen=True, slots=True)
class OldText:
    """What stood in a field, by the label an officer knows."""

    label: str
    old: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What an officer should know of a change.

    `warnings` are new ones about this report, `other_warnings` counts those about others.
    `passed_over` are lines of the answer that say nothing.
    """

    replaced: tuple[OldText, ...]
    remaining: tuple[OldText, ...]
    warnings: tuple[Problem, ...]
    other_warnings: int
    old_errors: int
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordedReport:
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


def record(data: Path, content: Path, request: Request, day: BEDate) -> RecordedReport:
    """Work out what a request changes; nothing is written yet.

    Raises:
        DataError: with everything that is wrong with the request, the file, or the result.
    """
    reading = read_publication(data)
    target, wanted = _understand(reading, request, day)
    refuse_foreign(data, target.agency)
    folder = f"{target.year.year}/progress.yml"
    file, path = f"{target.agency.folder}/{folder}", data / target.agency.slug / folder
    _refuse_faulty(reading, file)
    before = path.read_bytes() if path.exists() else b""
    reports = target.year.progress.progress
    index, is_there = find_place(reports, wanted)
    old = _as_written(reading, file, index) if is_there else {}
    changes = (
        change_report(wanted, index, old, reports[index]) if is_there else add_report(wanted, index)
    )
    after = _edit(before, changes, file)
    trial = try_out(data, content, day, {path.relative_to(data).as_posix(): after})
    if trial.errors:
        raise DataError(trial.errors)
    own = tuple(problem for problem in trial.warnings if _is_about(problem, file, index))
    replaced = [*_replaced(old, wanted, reports[index])] if is_there else []
    others = len(trial.warnings) - len(own)
    effect = Effect(
        tuple(replaced),
        tuple(_remaining(old, wanted)),
        own,
        others,
        trial.old_errors,
        wanted.passed_over,
    )
    return RecordedReport(target, wanted.round, file, path, before, after, not is_there, effect)


def _edit(before: bytes, changes: Iterable[Change], file: str) -> bytes:
    try:
        return edit(before, changes)
    except TooLargeError as error:
        raise DataError([Problem(file, 1, 1, "ITA111", "", error.sizes)]) from error
    except EditError as error:
        raise DataError([Problem(file, 1, 1, "ITA709", "", {"value": file})]) from error


def _is_about(problem: Problem, file: str, index: int) -> bool:
    """Whether it is about that report."""
    return problem.file == file and f"{problem.field}.".startswith(f"progress[{index}].")


def _understand(reading: Reading, request: Request, day: BEDate) -> tuple[Target, ReportDraft]:
    """Both halves of a request, or everything that is wrong with either."""
    problems: list[Problem] = []
    target, wanted = None, None
    try:
        target = find_target(reading.publication, request)
    except DataError as error:
        problems += error.problems
    try:
        wanted = draft_report(request, target.measure.id if target else "unknown", day)
    except DataError as error:
        problems += error.problems
    if target is None or wanted is None:
        raise DataError(problems)
    return target, wanted


def _refuse_faulty(reading: Reading, file: str) -> None:
    """See that the file's lines mean what they say before one is changed."""
    faults = [problem for problem in reading.problems if problem.file == file and problem.is_error]
    if faults:
        raise DataError(faults)


def _as_written(reading: Reading, file: str, index: int) -> dict[str, Any]:
    """A report's fields as they stand in the file."""
    value: Any = reading.sources.documents[file].value
    report: dict[str, Any] = value["progress"][index]
    return report


def _replaced(old: dict[str, Any], wanted: ReportDraft, report: Report) -> Iterator[OldText]:
    for name, value in wanted.fields.items():
        if name in old and not means_already(name, value, old, report):
            status = report.status.label if name == "status" and report.status else ""
            yield OldText(LABELS[name], status or _as_words(old[name]))


def _remaining(old: dict[str, Any], wanted: ReportDraft) -> Iterator[OldText]:
    """What a report said before and still says; it may be out of date."""
    for name in LISTS:
        if old.get(name) and name not in wanted.fields:
            yield OldText(LABELS[name], _as_words(old[name]))


def _as_words(value: Any) -> str:  # noqa: ANN401 - values of a document
    if isinstance(value, dict):
        return str(value.get("text") or value.get("title") or "")
    return " / ".join(map(_as_words, value)) if isinstance(value, list) else str(value)
