"""New values into several files that name each other's entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ita_site.facts.writing.merge import Merged, merge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_site.facts.strict_yaml.document import Path
    from ita_site.facts.writing.emit import Tree

NAMED_BY = {
    "assessment.yml": ("findings", "urgent_fixes", "improvements", "questions"),
    "measures.yml": ("measure",),
}
"""The fields by which other files name the entries of a file."""


class Offered(NamedTuple):
    """A file's new values, and remarks for what is added of them."""

    value: Tree
    remarks: Mapping[Path, str]


def merge_files(files: Mapping[str, bytes], offered: Mapping[str, Offered]) -> dict[str, Merged]:
    """Merge each file, by path; a file that is not there yet counts as empty.

    Where an entry is known under another id, the new values of the files behind it name it by
    that one: give assessment, measures and progress in this order.

    Raises:
        FlawedFileError, EditError, UnwritableError: as `merge`.
    """
    known: dict[str, dict[str, str]] = {}
    merged = {}
    for path, new in offered.items():
        done = merge(files.get(path, b""), _renamed(new.value, known), new.remarks)
        merged[path] = done
        for field in NAMED_BY.get(path.rpartition("/")[2], ()):
            known.setdefault(field, {}).update(done.ids)
    return merged


def _renamed(value: Any, known: Mapping[str, Mapping[str, str]], field: str = "") -> Any:  # noqa: ANN401 - values of a document
    """With the files' own ids in the fields that name entries."""
    if isinstance(value, dict):
        return {key: _renamed(part, known, key) for key, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part, known, field) for part in value]
    return known.get(field, {}).get(value, value)
