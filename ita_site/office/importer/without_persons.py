"""Texts without persons: in no data file, in no plan, in no rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import OFFICE, people_in_unit
from ita_site.office.importer.leftovers import TakenSpans
from ita_site.office.importer.persons import (
    cut_out,
    find_accounts,
    find_named_persons,
    find_numbers,
    find_places,
    merge_places,
)
from ita_site.office.importer.roles import is_name
from ita_site.office.importer.signers import find_plain_signatures, find_signers
from ita_site.office.importer.spans import Span, says_something
from ita_site.office.importer.values import Note, Noted, Rewritten, Value, join

if TYPE_CHECKING:
    from ita_site.office.importer.draft import Draft
    from ita_site.office.importer.grids import Grid

HIDDEN: Final = "…"
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


@dataclass(frozen=True, slots=True)
class Hiding:
    """The persons and numbers of a document, so that no example shows them."""

    texts: tuple[str, ...]

    @classmethod
    def of_document(cls, parts: tuple[Span | Grid, ...]) -> Hiding:
        """All that an import would leave out of it; the name of a column is no person."""
        listed = {each.text for each in find_persons(parts, [], with_names=False)}
        found = {text for text in listed if not is_name(text)}
        return cls(tuple(sorted(found, key=len, reverse=True)))

    def mask(self, text: str) -> str:
        """A text without them, and without whoever else may be named in it."""
        for each in self.texts:
            text = text.replace(each, HIDDEN)
        named = people_in_unit(text) if OFFICE.search(text) else ()
        people = ((each.start, each.end) for each in named)
        for start, end in reversed(
            merge_places([*find_places(text), *find_accounts(text), *people])
        ):
            text = f"{text[:start]}{HIDDEN}{text[end:]}"
        return text


def find_persons(
    parts: tuple[Span | Grid, ...], in_data: list[Span], *, with_names: bool
) -> list[Span]:
    """What tells of persons and is in no fact: their numbers, and names if not wanted."""
    listed = [
        words for part in parts for words in ((part,) if isinstance(part, Span) else part.words())
    ]
    taken = TakenSpans.from_spans(in_data, ())
    lines = [line for words in listed for line in words.lines()]
    paragraphs = [part for part in parts if isinstance(part, Span)]
    signers = [*find_signers(lines), *find_plain_signatures(paragraphs)]
    names = [] if with_names else [*find_named_persons(listed), *signers]
    found = {(words.source.at, words.start): words for words in [*find_numbers(listed), *names]}
    return [words for _, words in sorted(found.items()) if not taken.holds(words)]
