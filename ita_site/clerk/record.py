"""A report into `progress.yml`: a new one, or new words in the one that is there."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.clerk.draft import LISTS, draft
from ita_site.clerk.request import LABELS
from ita_site.clerk.target import find_target
from ita_site.clerk.trial import try_out
from ita_site.model.progress import Status
from ita_site.problems import DataError
from ita_site.reading.publication import read_publication
from ita_site.writing.edit import Add, Put, edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.clerk.draft import Draft
    from ita_site.clerk.request import Request
    from ita_site.clerk.target import Target
    from ita_site.model.progress import Report
    from ita_site.problems import Problem
    from ita_site.reading.publication import Reading
    from ita_site.source.document import Value
    from ita_site.thai.calendar import BEDate
    from ita_site.writing.edit import Change

ORDER = (
    "measure",
    "round",
    "status",
    "status_as_printed",
    "summary",
    "outcomes",
    "obstacles",
    "evidence",
    "updated_on",
)


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stood in a field, by the label an officer knows."""

    label: str
    old: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A file as it was and as it will be, and what an officer should know of it.

    `file` is its name as the officer knows it, `path` where it is written.
    """

    target: Target
    round: str
    file: str
    path: Path
    before: bytes
    after: bytes
    is_new: bool
    replaced: tuple[Replaced, ...]
    remaining: tuple[Replaced, ...]
    warnings: tuple[Problem, ...]
    old_errors: int

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
        EditError: when the file is written in a way that needs a hand.
    """
    reading = read_publication(data)
    target, wanted = _understood(reading, request, day)
    file = f"{target.agency.folder}/{target.year.year}/progress.yml"
    _refuse_faulty(reading, file)
    path = data / target.agency.slug / str(target.year.year) / "progress.yml"
    before = path.read_bytes() if path.exists() else b""
    index = _place_of(target.year.progress.progress, wanted)
    old = _old_report(reading, file, index)
    after = edit(before, _changes(wanted, index, old, target))
    trial = try_out(data, content, day, {path.relative_to(data).as_posix(): after})
    if trial.errors:
        raise DataError(trial.errors)
    replaced = tuple(_replaced(old, wanted)) if index is not None else ()
    return Recorded(
        target,
        wanted.round,
        file,
        path,
        before,
        after,
        index is None,
        replaced,
        tuple(_remaining(old, wanted)),
        trial.warnings,
        trial.old_errors,
    )


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
    document = reading.sources.documents.get(file)
    if file in reading.unsound or (document and document.flaws):
        raise DataError(found for found in reading.problems if found.file == file)


def _place_of(reports: tuple[Report, ...], wanted: Draft) -> int | None:
    for index, report in enumerate(reports):
        if report.measure == wanted.measure and str(report.round) == wanted.round:
            return index
    return None


def _old_report(reading: Reading, file: str, index: int | None) -> dict[str, Any]:
    if index is None:
        return {}
    value: Any = reading.sources.documents[file].value
    found: dict[str, Any] = value["progress"][index]
    return found


def _changes(
    wanted: Draft, index: int | None, old: dict[str, Any], target: Target
) -> Iterator[Change]:
    if index is None:
        yield Add(("progress",), _entry(wanted), _behind_its_round(target, wanted.round))
        return
    here = ("progress", index)
    for name, value in wanted.fields.items():
        new = _with_figures(value, old.get(name)) if name == "outcomes" else value
        if new is not None or name in old:
            yield Put((*here, name), new, ORDER[: ORDER.index(name)])
    yield from _evidence_changes(wanted, old, (*here, "evidence"))


def _entry(wanted: Draft) -> dict[str, Value]:
    fields: dict[str, Value] = {"measure": wanted.measure, "round": wanted.round, **wanted.fields}
    fields |= {"evidence": [*wanted.evidence]} if wanted.evidence else {}
    return {name: fields[name] for name in ORDER if fields.get(name) is not None}


def _behind_its_round(target: Target, wanted: str) -> int | None:
    """Behind the last report of the same round; else at the end."""
    rounds = [str(report.round) for report in target.year.progress.progress]
    same = [index for index, of in enumerate(rounds) if of == wanted]
    return same[-1] + 1 if same else None


def _with_figures(value: Value, old: Any) -> Value:  # noqa: ANN401 - values of a document
    """Outcomes keep the figures they had where their words stay the same."""
    entries = old if isinstance(old, list) else []
    figures = {entry["text"]: entry for entry in entries if isinstance(entry, dict)}
    if not figures or value is None:
        return value
    listed = value if isinstance(value, list) else [value]
    return [figures.get(str(text), text) for text in listed]


def _evidence_changes(
    wanted: Draft, old: dict[str, Any], path: tuple[str | int, ...]
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


def _replaced(old: dict[str, Any], wanted: Draft) -> Iterator[Replaced]:
    for name, value in wanted.fields.items():
        was = old.get(name)
        if was is not None and was != _with_figures(value, was):
            label = next((of.label for of in Status if name == "status" and of.value == was), "")
            yield Replaced(LABELS[name], label or _as_words(was))


def _remaining(old: dict[str, Any], wanted: Draft) -> Iterator[Replaced]:
    """What a report said before and still says; it may be out of date."""
    for name in LISTS:
        if old.get(name) and name not in wanted.fields:
            yield Replaced(LABELS[name], _as_words(old[name]))


def _as_words(value: Any) -> str:  # noqa: ANN401 - values of a document
    if isinstance(value, dict):
        return str(value.get("text") or value.get("title") or "")
    return " / ".join(map(_as_words, value)) if isinstance(value, list) else str(value)
