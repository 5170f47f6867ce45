"""A stretch of a document's text that knows where it stands.

Whatever is recognised stays a stretch until it is written. What no stretch covers in the
end is what was not understood, so that nothing can be lost by forgetting it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.strict_yaml.text import UNSEEN
from ita_site.facts.thai.text import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINKING: Final = ("และ", "หรือ", "โดย", "เพื่อ", "รวมทั้ง", "พร้อมทั้ง")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph or a cell: its number in the document, its text and its place in Thai."""

    at: int
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a source; `then` is what continues it elsewhere, as on the next page.

    `spaced` tells whether a space stands before what continues it.
    """

    source: Source
    start: int
    end: int
    then: Words | None = None
    spaced: bool = False

    @classmethod
    def whole(cls, source: Source) -> Words:
        """All of a source, without the space around it."""
        return cls(source, 0, len(source.text)).stripped()

    @property
    def own(self) -> str:
        """The stretch as it stands, without what continues it."""
        return self.source.text[self.start : self.end]

    @property
    def text(self) -> str:
        """The words as printed, normalised as our reader does, on one line."""
        own = UNSEEN.sub("", " ".join(normalise(self.own).split()))
        if not self.then:
            return own
        return f"{own}{' ' if self.spaced else ''}{self.then.text}"

    @property
    def place(self) -> str:
        """Where it stands; of one that goes on elsewhere all the places."""
        own = self.source.place
        return f"{own} ต่อที่ {self.then.place}" if self.then else own

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def parts(self) -> Iterator[Words]:
        """The stretch of each source."""
        yield self
        if self.then:
            yield from self.then.parts()

    def cut(self, start: int, end: int | None = None) -> Words:
        """A part of it, counted within its own text; what continues it stays with its end."""
        length = self.end - self.start
        stop = length if end is None else end
        tail = self.then if stop >= length else None
        part = replace(self, start=self.start + start, end=self.start + stop, then=tail)
        return part.stripped()

    def stripped(self, signs: str = "") -> Words:
        """Without the space and these signs around it."""
        unwanted = " \t\n\r\u00a0\u200b\ufeff" + signs
        own = self.own
        start = self.start + len(own) - len(own.lstrip(unwanted))
        end = self.end if self.then else self.end - len(own) + len(own.rstrip(unwanted))
        return replace(self, start=start, end=max(start, end))

    def lines(self) -> tuple[Words, ...]:
        """Its lines that hold something; what continues it stays with the last."""
        pieces = [self.cut(*found.span()) for found in re.finditer(r"[^\n]+", self.own)]
        return tuple(piece for piece in pieces if piece)

    def followed_by(self, other: Words, *, spaced: bool | None = None) -> Words:
        """With another stretch behind its end, the way a torn sentence is mended."""
        if self.then:
            return replace(self, then=self.then.followed_by(other, spaced=spaced))
        if spaced is None:
            latin = _LATIN.search(self.own[-1:]) and _LATIN.match(other.text)
            spaced = bool(latin) or other.text.startswith(_LINKING)
        return replace(self, then=other, spaced=spaced)

    def within(self, found: re.Match[str], group: int | str = 0) -> Words:
        """The stretch that a pattern found in its own text."""
        return self.cut(*found.span(group))


def says_something(text: str) -> bool:
    """Whether a text holds a letter or a digit, and not only bullets and dots."""
    return any(sign.isalnum() for sign in text)
