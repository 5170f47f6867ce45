"""What a document tells, added to a file that is there: what is there stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ita_site.facts.strict_yaml.document import field_name
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.thai.calendar import parse_date
from ita_site.facts.thai.decimals import parse_decimal
from ita_site.facts.thai.likeness import NEAR_TITLE, title_likeness
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.text import compact
from ita_site.facts.writing.edit import Add, EditError, Put, edit
from ita_site.office.importer.blank_scores import remove_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.strict_yaml.document import Path, Value
    from ita_site.facts.writing.edit import Change

_IDS: Final = (("measure", "round"), ("id",), ("no",), ("code",), ("field",))
_LABELS: Final = ("title", "text", "name")
_GROWING: Final = (("units",),)
"""Lists of names to which those that are missing are added."""
_LIST_NUMBER: Final = re.compile(r"\s*\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]+\s*(?=[^\s0-9])")
_AS_PRINTED: Final = {"text", "label_as_printed"}
_LONGEST: Final = 60
_USUAL_ROUND: Final = "12"


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that the file has already, in other words than the document's."""

    path: Path
    old: Value
    new: Value

    @property
    def place(self) -> str:
        """The field's name, as messages write it."""
        return field_name(self.path)

    @property
    def missing(self) -> Value:
        """What the file does not have of it: of a list the entries that are not there."""
        if not isinstance(self.new, list):
            return self.new
        old = _listed(self.old)
        others = [each for each in self.new if not any(_is_same(had, each) for had in old)]
        return others or self.new

    def __str__(self) -> str:
        return f"{self.place}: ไฟล์ “{_short(self.old)}” เอกสาร “{_short(self.new)}”"


@dataclass(slots=True)
class _Merger:
    remarks: Mapping[Path, str]
    changes: list[Change] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    filled: dict[Path, Difference] = field(default_factory=dict)

    def group(self, old: dict[str, Any], new: dict[str, Any], path: Path, source: Path) -> None:
        """Fields that are missing are put in; of others, blank as they may be, what is inside."""
        before: list[str] = []
        for name, value in new.items():
            is_blank = old.get(name) == {} and isinstance(value, dict)
            if old.get(name) in (None, [], {}) and not is_blank:
                self._put((*path, name), value, (*source, name), tuple(before))
            else:
                self.value(old[name], value, (*path, name), (*source, name))
            before.append(name)

    def value(self, old: Value, new: Value, path: Path, source: Path) -> None:
        """Whatever both have; `path` is its place in the file, `source` among the new values."""
        if isinstance(old, dict) and isinstance(new, dict):
            self.group(old, new, path, source)
        elif isinstance(new, list) and isinstance(old, list) and any(map(_key, new)):
            self._entries(old, new, path, source)
        elif pairs := _same_texts(_listed(old), _listed(new)):
            self._fill_each(pairs, path, source, is_list=isinstance(old, list))
        elif path in _GROWING:
            self._grow(_listed(old), _listed(new), path, source)
        elif not (_is_same(old, new) or (path[-1:] == ("score",) and _is_same_number(old, new))):
            self.differences.append(Difference(path, old, new))

    def _entries(self, old: list[Value], new: list[Value], path: Path, source: Path) -> None:
        behind = len(old)
        for at, entry in enumerate(new):
            match _find_same(old, entry):
                case None:
                    self._add((*path, behind), entry, (*source, at))
                    behind += 1
                case int(place):
                    self.value(old[place], entry, (*path, place), (*source, at))
                case _:
                    self.differences.append(Difference((*path, at), None, entry))

    def _fill_each(
        self,
        pairs: list[tuple[int, Value, Value]],
        path: Path,
        source: Path,
        *,
        is_list: bool,
    ) -> None:
        """What is missing beside each text; a single one, written bare, becomes a list of one."""
        for at, (place, had, given) in enumerate(pairs):
            if not is_list and isinstance(had, str) and isinstance(given, dict) and len(given) > 1:
                self._put(path, [{**given, "text": had}], source, ())
            else:
                self._fill(had, given, (*path, place) if is_list else path, (*source, at))

    def _fill(self, old: Value, new: Value, path: Path, source: Path) -> None:
        """What is missing beside a text; a bare one gets the fields that go with it."""
        if isinstance(old, dict) and isinstance(new, dict):
            self.group(old, new, path, source)
        elif isinstance(new, dict) and len(new) > 1:
            self.filled[path] = Difference(path, old, new)
            self._put(path, {**new, "text": old}, source, ())

    def _grow(self, old: list[Value], new: list[Value], path: Path, source: Path) -> None:
        behind = len(old)
        for at, entry in enumerate(new):
            if not any(_is_same(_label(each), _label(entry)) for each in old):
                self._add((*path, behind), entry, (*source, at))
                behind += 1

    def _add(self, path: Path, entry: Value, source: Path) -> None:
        self.changes.append(Add(path[:-1], entry, None, self._remarks(path, source)))

    def _put(self, path: Path, value: Value, source: Path, after: tuple[str, ...]) -> None:
        self.changes.append(Put(path, value, after, self._remarks(path, source)))

    def _remarks(self, target: Path, source: Path) -> dict[Path, str]:
        """The remarks on a value of the document, under its place in the file."""
        size = len(source)
        remarks = self.remarks.items()
        return {(*target, *path[size:]): text for path, text in remarks if path[:size] == source}


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The file afterwards, and what the document says otherwise."""

    data: bytes
    differences: tuple[Difference, ...]


def merge(data: bytes, new: Value, remarks: Mapping[Path, str]) -> MergeResult:
    """Add to a file what it does not have.

    Entries of lists are the same when their ids are, and their titles or texts do not speak
    against it. A value that is there stays; where the document's is another, that is a difference.

    Raises:
        FlawedFileError: when the file has flaws.
        EditError: when the file is written in a way that needs a hand.
    """
    old = read(data).value
    merger = _Merger(remarks)
    merger.value(old if isinstance(old, dict) else {}, new, (), ())
    return _changed(data, merger)


def _changed(data: bytes, merger: _Merger) -> MergeResult:
    """The file after the changes; where one line holds a whole list, its texts stay bare."""
    try:
        changed = edit(data, merger.changes)
        filled = [each.path[0] for each in merger.changes if len(each.path) == 1]
        return MergeResult(remove_blank(changed, map(str, filled)), tuple(merger.differences))
    except EditError as error:
        if error.path not in merger.filled:
            raise
        merger.differences.append(merger.filled.pop(error.path))
        merger.changes = [each for each in merger.changes if each.path != error.path]
        return _changed(data, merger)


def _find_same(old: list[Value], entry: Value) -> int | str | None:
    """The place of the same entry; None when it is new; a word when its id is another's."""
    key = _key(entry)
    taken = [at for at, each in enumerate(old) if _key(each) == key]
    same = [at for at in taken if _labels_agree(old[at], entry)]
    if same:
        return same[0]
    return "taken" if taken and key and key[0] != "code" else None


def _key(entry: Value) -> tuple[str, ...]:
    """What an entry is known by; steps and sentences have nothing of the kind."""
    if not isinstance(entry, dict):
        return ()
    for names in _IDS:
        if names[0] in entry:
            values = (str(entry.get(name) or _USUAL_ROUND) for name in names)
            return (names[0], *map(to_arabic, values))
    return ()


def _labels_agree(old: Value, new: Value) -> bool:
    """Whether their titles or texts are the same, or one has none; titles may be nearly so."""
    mine, other = (compact(to_arabic(_label(each))) for each in (old, new))
    if not mine or not other or mine == other:
        return True
    titled = all(isinstance(each, dict) and "title" in each for each in (old, new))
    return titled and title_likeness(_label(old), _label(new)) >= NEAR_TITLE


def _same_texts(old: list[Value], new: list[Value]) -> list[tuple[int, Value, Value]]:
    """Where each new text stands in the file, when all do and one has fields beside it."""
    texts = [compact(to_arabic(_label(each))) for each in old]
    places = [_place_of(compact(to_arabic(_label(each))), texts) for each in new]
    known = {at for at in places if at is not None}
    if len(known) < len(new) or not any(isinstance(each, dict) and "text" in each for each in new):
        return []
    return [(at, old[at], each) for at, each in zip(places, new, strict=True) if at is not None]


def _place_of(text: str, texts: list[str]) -> int | None:
    return texts.index(text) if text in texts else None


def _label(entry: Value) -> str:
    if not isinstance(entry, dict):
        return str(entry or "")
    named = (entry[name] for name in _LABELS if entry.get(name))
    value = next(named, "")
    return "".join(map(_label, value)) if isinstance(value, list) else str(value)


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _is_same(old: Value, new: Value) -> bool:
    """Whether two values say the same, whatever their numerals, spaces and writing of days.

    The number before an entry of a list says nothing, be it in its text or beside it.
    """
    return list(_texts(old)) == list(_texts(new))


def _is_same_number(old: Value, new: Value) -> bool:
    try:
        return parse_decimal(str(old)) == parse_decimal(str(new))
    except ValueError:
        return False


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, dict) and "text" in value and value.keys() <= _AS_PRINTED:
        yield from _texts(value["text"])
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from (f"{name}:{text}" for text in _texts(part))
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif value is not None:
        yield _as_day(value) or compact(_LIST_NUMBER.sub("", to_arabic(value), count=1))


def _as_day(text: str) -> str:
    """A day however it is written; nothing where it is none."""
    try:
        return str(parse_date(text))
    except ValueError:
        return ""


def _short(value: Value) -> str:
    if isinstance(value, dict):
        value = value.get("title") or value.get("text") or " ".join(map(_short, value.values()))
    text = " / ".join(map(_short, value)) if isinstance(value, list) else str(value or "–")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
