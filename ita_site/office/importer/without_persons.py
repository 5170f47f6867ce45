"""Values without the names of persons: these reach no data file, whatever was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.private import cut_out
from ita_site.office.importer.signers import find_named_persons
from ita_site.office.importer.spans import Span, says_something
from ita_site.office.importer.values import Note, Noted, Rewritten, Value, join

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft

TOLD: Final = "ตัดชื่อบุคคลออกจากข้อความนี้ โปรดอ่านว่ายังได้ใจความ"


def without_persons(value: Value, draft: Draft) -> Value:
    """A value without names; each place where one was cut out is told."""
    if isinstance(value, Span):
        return _cut_names(value, draft) or ""
    if isinstance(value, Rewritten):
        return "" if any(find_named_persons(value.words)) else value
    if isinstance(value, Noted):
        return Noted(without_persons(value.value, draft), _notes(value, draft))
    if isinstance(value, dict):
        return {key: without_persons(each, draft) for key, each in value.items()}
    if isinstance(value, list):
        return [without_persons(each, draft) for each in value]
    return value


def _notes(value: Noted, draft: Draft) -> tuple[Note, ...]:
    cut = [(note, note.words and _cut_names(note.words, draft)) for note in value.notes]
    return tuple(replace(note, words=words) for note, words in cut if words or not note.words)


def _cut_names(words: Span, draft: Draft) -> Span | None:
    """What is left beside the names; the words themselves where there is none."""
    parts = [replace(part, then=None) for part in words.parts()]
    named = [[*find_named_persons([part])] for part in parts]
    if not any(named):
        return words
    draft.doubt(words, TOLD)
    left = [
        piece.stripped("()")
        for part, names in zip(parts, named, strict=True)
        for piece in cut_out(part, names)
    ]
    said = [piece for piece in left if says_something(piece.own)]
    return join(said) if said else None
