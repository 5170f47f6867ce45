"""One filter that hides persons, and how they are reached, in all that an import writes or says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import OFFICE, OFFICE_LIKE, people_in_unit
from ita_site.office.importer.document.spans import Span, says_something
from ita_site.office.importer.document.values import Note, Noted, Rewritten, Value, join
from ita_site.office.importer.words.headings import is_name
from ita_site.office.importer.words.persons import (
    cut_out,
    find_accounts,
    find_contacts,
    find_names,
    find_places,
    merge_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.office.importer.document.draft import Draft

HIDDEN: Final = "…"
TOLD: Final = "ตัดชื่อบุคคลหรือที่ติดต่อส่วนตัวออกจากข้อความนี้ โปรดอ่านว่ายังได้ใจความ"
_QUOTED: Final = re.compile("(?<=“)[^“”]+(?=”)")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_LITTLE: Final = 15
"""Letters in brackets around a person that tell nothing without him, where no figure is."""
_DIGIT: Final = re.compile("[0-9๐-๙]")
_SHORT: Final = 80
"""So short is what names an office or heads a column, where a name needs no title."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """The persons and numbers of a document: through here goes all that an import writes or says.

    `names` and `numbers` are those found by where they stand in the document, told once and hidden
    wherever they are said again. With `keeps_names` only numbers are hidden.
    """

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    keeps_names: bool = False

    @classmethod
    def of_persons(cls, names: Iterable[str], numbers: Iterable[str]) -> Hiding:
        """All that was found of persons.

        A name of one word, of a column or of an office is hidden only where it was found.
        """
        full = {name for name in names if _is_full_name(name)}
        return cls(_longest_first(full), _longest_first({*numbers} - full))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where a text tells of a person, or how one is reached; offices' numbers are left."""
        names = [] if self.keeps_names else [*find_names(text), *_find_all(self.names, text)]
        return merge_places([*names, *find_contacts(text)])

    def hide(self, text: str) -> str:
        """A text of the document without them; of a short one also whoever may be named in it."""
        places = [*self.places(text), *_find_all(self.numbers, text)]
        if len(text) <= _SHORT and not self.keeps_names:
            people = people_in_unit(text) if OFFICE.search(text) else ()
            places += [*find_places(text), *((each.start, each.end) for each in people)]
        return _cover(text, places)

    def mask(self, text: str) -> str:
        """A heading or an example without them, and without accounts of any kind."""
        return _cover(hidden := self.hide(text), find_accounts(hidden))

    def say(self, text: str) -> str:
        """A message that quotes the document."""
        quoted = _QUOTED.sub(lambda found: self.mask(found[0]), text)
        return _cover(quoted, [*self.places(quoted), *_find_all(self.numbers, quoted)])

    def clear(self, value: Value, draft: Draft) -> Value:
        """A value of the data without persons; each place where one was cut out is told."""
        if isinstance(value, Span):
            return self._cut(value, draft) or ""
        if isinstance(value, Rewritten):
            return "" if any(map(self.places, (each.own for each in value.words))) else value
        if isinstance(value, Noted):
            return Noted(self.clear(value.value, draft), self._notes(value, draft))
        if isinstance(value, dict):
            return {key: self.clear(each, draft) for key, each in value.items()}
        if isinstance(value, list):
            return [self.clear(each, draft) for each in value]
        return value

    def _notes(self, value: Noted, draft: Draft) -> tuple[Note, ...]:
        cut = [(note, note.words and self._cut(note.words, draft)) for note in value.notes]
        return tuple(
            replace(note, text=self.say(note.text), words=words)
            for note, words in cut
            if words or not note.words
        )

    def _cut(self, words: Span, draft: Draft) -> Span | None:
        """What is left beside the persons; the words themselves where there is none."""
        parts = [*words.parts()]
        found = [
            [part.cut(*place) for place in _whole_brackets(part.own, self.places(part.own))]
            for part in parts
        ]
        if not any(found):
            return words
        for part, persons in zip(parts, found, strict=True):
            if persons:
                draft.doubt(part, TOLD)
        left = [
            _without_half_brackets(piece)
            for part, persons in zip(parts, found, strict=True)
            for piece in cut_out(part, persons)
        ]
        said = [piece for piece in left if says_something(piece.own)]
        return join(said) if said else None


def _whole_brackets(text: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places, and the brackets around them in which little else is told: (สอบถาม…)."""
    around = (
        found.span()
        for found in _BRACKETS.finditer(text)
        if any(found.start() < start and end < found.end() for start, end in places)
        and _tells_little(_told_beside(found, places))
    )
    return merge_places([*places, *around])


def _without_half_brackets(piece: Span) -> Span:
    """What is left beside a person, without a bracket of which the other half is gone."""
    is_whole = piece.own.count("(") == piece.own.count(")")
    return piece if is_whole else piece.stripped("()")


def _tells_little(text: str) -> bool:
    return len(text) <= _LITTLE and not _DIGIT.search(text)


def _told_beside(bracket: re.Match[str], places: Iterable[tuple[int, int]]) -> str:
    """What brackets hold beside the places that lie in them."""
    at, left = bracket.start() + 1, ""
    for start, end in places:
        if bracket.start() < start < bracket.end():
            left, at = left + bracket.string[at:start], end
    return (left + bracket.string[at : bracket.end() - 1]).strip(" .,:;/-")


def _is_full_name(text: str) -> bool:
    return " " in text and not is_name(text) and not OFFICE_LIKE.match(text)


def _longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(says_something, texts), key=len, reverse=True))


def _find_all(wanted: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    for each in wanted:
        at = text.find(each)
        while at >= 0:
            yield at, at + len(each)
            at = text.find(each, at + len(each))


def _cover(text: str, places: Iterable[tuple[int, int]]) -> str:
    """A text with one sign in place of each stretch, and of those that only blanks part."""
    joined: list[tuple[int, int]] = []
    for start, end in merge_places(places):
        goes_on = joined and not text[joined[-1][1] : start].strip()
        joined.append((joined.pop()[0] if goes_on else start, end))
    for start, end in reversed(joined):
        text = f"{text[:start]}{HIDDEN}{text[end:]}"
    return text
