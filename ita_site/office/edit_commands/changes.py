"""A draft as changes of `progress.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_site.facts.writing.edit import Add, Put

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.facts.model.progress import Report
    from ita_site.facts.strict_yaml.document import Value
    from ita_site.facts.writing.edit import Change
    from ita_site.office.edit_commands.report_draft import Draft

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


def place_of(reports: Sequence[Report], wanted: Draft) -> tuple[int, bool]:
    """Which entry a report is or will be, and whether it is there already.

    A new one comes behind the last of its round, else at the end.
    """
    rounds = [str(report.round) for report in reports]
    for index, report in enumerate(reports):
        if report.measure == wanted.measure and rounds[index] == wanted.round:
            return index, True
    same = [index for index, of in enumerate(rounds) if of == wanted.round]
    return (same[-1] + 1 if same else len(reports)), False


def new_report(wanted: Draft, index: int) -> Iterator[Change]:
    """A report that is not there yet."""
    yield Add(("progress",), _entry(wanted), index)


def changed_report(
    wanted: Draft, index: int, old: dict[str, Any], report: Report
) -> Iterator[Change]:
    """New words in a report; `old` is as it is written, `report` what that means."""
    here = ("progress", index)
    for name, value in wanted.fields.items():
        if not says_already(name, value, old, report):
            yield Put((*here, name), with_figures(value, old.get(name)), ORDER[: ORDER.index(name)])
    yield from _evidence_changes(wanted, old, (*here, "evidence"))


def says_already(name: str, value: Value, old: dict[str, Any], report: Report) -> bool:
    """Whether a field means that already, in whatever words."""
    if name == "status":
        return report.status is not None and report.status.value == value
    if name == "updated_on":
        return report.updated_on is not None and report.updated_on.short() == value
    return bool(_listed(old.get(name)) == _listed(with_figures(value, old.get(name))))


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _entry(wanted: Draft) -> dict[str, Value]:
    fields: dict[str, Value] = {"measure": wanted.measure, "round": wanted.round, **wanted.fields}
    fields |= {"evidence": [*wanted.evidence]} if wanted.evidence else {}
    return {name: fields[name] for name in ORDER if fields.get(name) is not None}


def with_figures(value: Value, old: Any) -> Value:  # noqa: ANN401 - values of a document
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
