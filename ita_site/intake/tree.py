"""What will be written: values that know where they stand in the document, and remarks on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ita_site.intake.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL = re.compile(r" ช่อง(?:ที่)? [0-9๐-๙]+$")


@dataclass(frozen=True, slots=True)
class Note:
    """A remark above a value: what is said, and the words of the document it is said of."""

    said: str
    words: Words | None = None

    def __str__(self) -> str:
        if not self.words:
            return self.said
        return f"{self.said}: {self.words} ({row_of(self.words.place)})".removeprefix(": ")


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with remarks above it."""

    value: Value
    notes: tuple[Note, ...]


Value: TypeAlias = "str | Words | list[Value] | dict[str, Value] | Noted"


def row_of(place: str) -> str:
    """A place without its column, for a remark about a whole row."""
    return _CELL.sub("", place)


def words_in(value: Value) -> Iterator[Words]:
    """Every stretch of the document within a value and its remarks, each source's by itself."""
    if isinstance(value, Words):
        yield from value.parts()
    elif isinstance(value, Noted):
        for note in value.notes:
            if note.words:
                yield from note.words.parts()
        yield from words_in(value.value)
    elif not isinstance(value, str):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from words_in(entry)


def places(value: Value) -> tuple[str, ...]:
    """The rows and paragraphs a value comes from, in the document's order."""
    found = {words.source.at: row_of(words.source.place) for words in words_in(value)}
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))


def plain(value: Value) -> str | list[object] | dict[str, object]:
    """The value alone, as our reader will read it back."""
    if isinstance(value, Noted):
        return plain(value.value)
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    return str(value)


def joined(entries: list[Words]) -> Words:
    """Several stretches as one value, a space between."""
    first, *others = entries
    for other in others:
        first = first.followed_by(other, spaced=True)
    return first


def one_or_many(entries: list[Value]) -> Value:
    """A single value as itself, several as a list."""
    return entries[0] if len(entries) == 1 else entries
