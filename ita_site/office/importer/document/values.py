"""Values that know where they stand in the document, and remarks above them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.office.importer.document.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ita_site.facts.strict_yaml.document import Path
    from ita_site.office.importer.document.spans import Item


_MOST_PLACES = 6

_CELL = re.compile(r" ช่อง(?:ที่)? [0-9๐-๙]+$")

_SHEET_CELL = re.compile(r" เซลล์ [A-Z]+(?=[0-9]+$)")


HEADINGS: Final = "หัวตาราง"
"""The remark that tells under which headings a table's values stood."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark above a value: what is said, and the words of the document it is said of.

    `shown` are words that stand beside a value only to be looked at: nothing was read from them.
    `said` are those of which a field says all, such as a group's name or a number that counts.
    """

    text: str
    words: Span | None = None
    shown: bool = False
    said: bool = False

    def __str__(self) -> str:
        if not self.words:
            return self.text
        where = ", ".join(list_places(self.words))
        return f"{self.text}: {self.words} ({where})".removeprefix(": ")


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with remarks above it."""

    value: Value
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A value in other words than the document's, and the words it was read from."""

    text: str
    words: tuple[Span, ...]

    def __str__(self) -> str:
        return self.text


Value: TypeAlias = "str | Span | Rewritten | list[Value] | dict[str, Value] | Noted"


def strip_column(place: str) -> str:
    """A place without its column, for a remark about a whole row."""
    return _SHEET_CELL.sub(" แถว ", _CELL.sub("", place))


def iter_spans(value: Value) -> Iterator[Span]:
    """Every stretch of the document within a value and its remarks, each source's by itself."""
    yield from iter_values(value)
    yield from iter_noted(value)


def iter_values(value: Value) -> Iterator[Span]:
    """The same of values alone, and of the headings that say what they are."""
    if isinstance(value, Span):
        yield from value.parts()
    elif isinstance(value, Rewritten):
        for words in value.words:
            yield from words.parts()
    elif isinstance(value, Noted):
        yield from _parts(note for note in value.notes if note.text == HEADINGS)
        yield from iter_values(value.value)
    else:
        for entry in _entries(value):
            yield from iter_values(entry)


def iter_noted(value: Value, *, unsaid: bool = False) -> Iterator[Span]:
    """The same of remarks alone, which are no data; `unsaid` those that no field says."""
    if isinstance(value, Noted):
        notes = (note for note in value.notes if note.text != HEADINGS)
        yield from _parts(note for note in notes if not (unsaid and note.said))
        yield from iter_noted(value.value, unsaid=unsaid)
    else:
        for entry in _entries(value):
            yield from iter_noted(entry, unsaid=unsaid)


def _parts(notes: Iterable[Note]) -> Iterator[Span]:
    for note in notes:
        if note.words and not note.shown:
            yield from note.words.parts()


def _entries(value: Value) -> Iterable[Value]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def list_places(value: Value) -> tuple[str, ...]:
    """The rows and paragraphs a value comes from, in the document's order.

    A row's last source tells where it stands: what is read from a heading has the heading's
    number, and the place of the cell that is ticked below it.
    """
    ends: dict[str, int] = {}
    for words in iter_spans(value):
        place = strip_column(words.source.place)
        ends[place] = max(words.source.at, ends.get(place, 0))
    return tuple(sorted(ends, key=ends.__getitem__))


def to_plain(value: Value) -> str | list[object] | dict[str, object]:
    """The value alone, as our reader will read it back."""
    if isinstance(value, Noted):
        return to_plain(value.value)
    if isinstance(value, dict):
        return {key: to_plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [to_plain(entry) for entry in value]
    return str(value)


def prune(value: Value) -> Value:
    """The value without anything that holds no words."""
    if isinstance(value, Noted):
        inner = prune(value.value)
        return Noted(inner, value.notes) if inner else ""
    if isinstance(value, dict):
        return {key: inner for key, entry in value.items() if (inner := prune(entry))}
    if isinstance(value, list):
        return [inner for entry in value if (inner := prune(entry))]
    return value


def join(entries: Sequence[Span]) -> Span:
    """Several stretches as one value, a space between."""
    first, *others = entries
    whole: Span | None = None
    for other in reversed([*filter(None, others)]):
        whole = other.followed_by(whole, spaced=True) if whole else other
    return first.followed_by(whole, spaced=True) if whole else first


def one_or_many(entries: Sequence[Value]) -> Value:
    """A single value as itself, several as a list."""
    return entries[0] if len(entries) == 1 else list(entries)


def with_label(item: Item) -> Value:
    """An entry's words, with the number printed before them."""
    return {"label_as_printed": item.label, "text": item.words} if item.label else item.words


def get_text(value: Value) -> str:
    """The main words of an entry."""
    value_text = to_plain(value)
    return str(value_text.get("text", "")) if isinstance(value_text, dict) else str(value_text)


def get_fields(value: Value) -> dict[str, Value]:
    """The fields of an entry, with or without remarks."""
    inner = value.value if isinstance(value, Noted) else value
    return inner if isinstance(inner, dict) else {}


def collect_remarks(
    value: Value, path: Path = (), *, inside_entry: bool = False
) -> dict[Path, str]:
    """What stands above each value: the remarks on it, and where in the document it is.

    Fields of the file itself and entries of its lists tell their place; what is within an
    entry does not, for it stands in the same row.
    """
    notes = [str(note) for note in value.notes] if isinstance(value, Noted) else []
    inner = value.value if isinstance(value, Noted) else value
    shows_place = (
        not inside_entry
        and bool(path)
        and (isinstance(inner, Span | Rewritten) or isinstance(path[-1], int))
    )
    where = join_places(list_places(inner)) if shows_place else ""
    if where and not any(note.endswith(f"({where})") for note in notes):
        notes.append(f"ที่มา {where}")
    remarks = {path: "\n".join(notes)} if notes else {}
    if isinstance(inner, dict | list):
        keys = inner.items() if isinstance(inner, dict) else enumerate(inner)
        for key, entry in keys:
            remarks |= collect_remarks(
                entry, (*path, key), inside_entry=inside_entry or shows_place
            )
    return remarks


def join_places(where: Collection[str], most: int = _MOST_PLACES) -> str:
    """Places as a text, no more of them than a reader wants."""
    shown = ", ".join([*where][:most])
    return shown if len(where) <= most else f"{shown} และอีก {len(where) - most} แห่ง"


def agree(one: Value, other: Value) -> bool:
    """Whether neither entry says of a field what the other says otherwise, blanks aside."""
    mine, yours = get_fields(one), get_fields(other)
    return all(_tight(mine[name]) == _tight(yours[name]) for name in mine.keys() & yours.keys())


def _tight(value: Value) -> str:
    """What a value says, without blanks: where lines end nobody sees them."""
    return "".join(repr(to_plain(value)).split())


def join_entries(one: Value, other: Value) -> Value:
    """Two entries that agree as one; what both say is noted once more."""
    mine, yours = get_fields(one), get_fields(other)
    notes = [note for each in (one, other) if isinstance(each, Noted) for note in each.notes]
    again = [words for name in mine.keys() & yours.keys() for words in iter_spans(yours[name])]
    notes += [Note("ซ้ำในเอกสาร", words, said=True) for words in again]
    return Noted({**yours, **mine}, tuple(notes))
