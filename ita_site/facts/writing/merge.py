"""New values into a file that has some already: what is missing is added, what is there stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ita_site.facts.model.assessment import same_value
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.text import fold
from ita_site.facts.writing.edit import Add, FlawedFileError, Put, edit
from ita_site.facts.writing.emit import is_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.facts.strict_yaml.document import Document, Path, Value
    from ita_site.facts.writing.edit import Change
    from ita_site.facts.writing.emit import Tree

IDENTITIES = (
    ("measure", "round"),
    ("id",),
    ("no",),
    ("code",),
    ("url",),
    ("title",),
    ("name",),
    ("kind", "label"),
    ("field",),
    ("text",),
)
"""Fields by which two entries of a list are the same thing, the surest first."""
MAIN_FIELDS = ("text", "name")
"""The field a bare text stands for."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a file says otherwise than the new values. `line` is where, from 1."""

    path: Path
    line: int
    kept: Value
    offered: Value


@dataclass(frozen=True, slots=True)
class Merged:
    """A file with what was missing, where that stands, and what it says otherwise.

    `ids` tells for entries known under another id which that is: new id to the file's.
    """

    data: bytes
    added: tuple[Path, ...]
    differences: tuple[Difference, ...]
    ids: Mapping[str, str]


@dataclass(slots=True)
class _Comparison:
    """Compares a document with new values; paths are those of the document."""

    document: Document
    remarks: Mapping[Path, str]
    changes: list[Change] = field(default_factory=list)
    added: list[Path] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)

    def fields(self, old: dict[str, Any], new: dict[str, Any], path: Path, source: Path) -> None:
        """Two groups of fields; `source` is the path within the new values."""
        above: tuple[str, ...] = ()
        for key, value in new.items():
            if key in old:
                self.values(old[key], value, (*path, key), (*source, key))
            elif not is_nothing(value):
                remarks = self._remarks((*source, key), (*path, key))
                self.changes.append(Put((*path, key), value, above, remarks))
                self.added.append((*path, key))
            above = (*above, key)

    def values(self, old: Value, new: Value, path: Path, source: Path) -> None:
        """Two values of one field."""
        if is_nothing(new) or _same(old, new):
            return
        if isinstance(old, dict) and isinstance(new, dict):
            self._note_id(old, new)
            self.fields(old, new, path, source)
        elif _are_things(old) and _are_things(new):
            self._entries(old, new, path, source)  # type: ignore[arg-type]
        else:
            line = self.document.locate(path).line
            self.differences.append(Difference(path, line, old, new))

    def _entries(self, old: list[Any], new: list[Any], path: Path, source: Path) -> None:
        partners = _partners(old, new)
        count = len(old)
        for index, entry in enumerate(new):
            partner = partners[index]
            if partner is not None:
                self.values(old[partner], entry, (*path, partner), (*source, index))
            else:
                remarks = self._remarks((*source, index), (*path, count))
                self.changes.append(Add(path, entry, remarks=remarks))
                self.added.append((*path, count))
                count += 1

    def _note_id(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        if "id" in old and "id" in new and old["id"] != new["id"]:
            self.ids[new["id"]] = old["id"]

    def _remarks(self, source: Path, path: Path) -> dict[Path, str]:
        """The remarks of a new value, at the paths where it will stand."""
        inner = {at: text for at, text in self.remarks.items() if at[: len(source)] == source}
        return {(*path, *at[len(source) :]): text for at, text in inner.items()}


def merge(data: bytes, value: Tree, remarks: Mapping[Path, str] | None = None) -> Merged:
    """Add to a file what it lacks of the new values.

    Fields that are there keep their values. Entries of a list are the same thing when they
    have one id, number, code, address or title; lists of texts, and of entries that have no
    such mark, are whole values: they stay as they are. Remarks come with what is added.

    Raises:
        FlawedFileError: when the file has flaws.
        EditError, UnwritableError: as `edit`.
    """
    document = read(data)
    if document.flaws:
        raise FlawedFileError(document.flaws)
    compared = _Comparison(document, remarks or {})
    old: Any = {} if document.value is None else document.value
    compared.values(old, value, (), ())
    after = edit(data, compared.changes)
    return Merged(after, tuple(compared.added), tuple(compared.differences), compared.ids)


def _same(old: Value, new: Value) -> bool:
    """Whether two values say the same, however they are written."""
    one, other = _plain(old), _plain(new)
    if isinstance(one, str) and isinstance(other, str):
        return one == other or fold(one) == fold(other) or same_value(one, other)
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(_same(*pair) for pair in pairs)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    return False


def _plain(value: Value) -> Value:
    """Without what may be left out: a list of one is its entry, a group of one field its text."""
    if isinstance(value, list) and len(value) == 1:
        return _plain(value[0])
    if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in MAIN_FIELDS:
        return _plain(next(iter(value.values())))
    return value


def _are_things(value: Value) -> bool:
    """Whether it is a list of entries that can each be recognised."""
    return isinstance(value, list) and all(_identities(entry) for entry in value)


def _identities(entry: Value) -> list[tuple[str, ...]]:
    """What an entry can be recognised by, the surest first."""
    if not isinstance(entry, dict):
        return []
    found = [keys for keys in IDENTITIES if all(isinstance(entry.get(key), str) for key in keys)]
    named = [(*keys, *(fold(str(entry[key])) for key in keys)) for keys in found]
    return named[:1] if "measure" in entry else named


def _partners(old: list[Value], new: list[Value]) -> list[int | None]:
    """For each new entry the old one it is; each old one is taken once, by the surest mark."""
    partners: list[int | None] = [None] * len(new)
    for keys in IDENTITIES:
        known = [_marked(entry, keys) for entry in old]
        for index, entry in enumerate(new):
            mark = _marked(entry, keys)
            free = (at for at, of in enumerate(known) if of == mark and at not in partners)
            if mark and partners[index] is None:
                partners[index] = next(free, None)
    return partners


def _marked(entry: Value, keys: tuple[str, ...]) -> tuple[str, ...] | None:
    named: Iterable[tuple[str, ...]] = _identities(entry)
    return next((mark for mark in named if mark[: len(keys)] == keys), None)
