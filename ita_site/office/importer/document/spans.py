"""A span of a document's text that knows where it stands, and the entries within it.

Whatever is recognised stays a span until it is written. What no span covers in the end is
what was not understood, so that nothing can be lost by forgetting it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.strict_yaml.text import UNSEEN
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.text import normalise
from ita_site.office.importer.document.labels import DIGIT, LETTERED, NUMBERED, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINKING: Final = ("และ", "หรือ", "โดย", "เพื่อ", "รวมทั้ง", "พร้อมทั้ง")
_LATIN: Final = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph or a cell: its number in the document, its text and its place in Thai."""

    at: int
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source; `then` is what continues it elsewhere, as on the next page.

    `spaced` tells whether a space stands before what continues it.
    """

    source: Source
    start: int
    end: int
    then: Span | None = None
    spaced: bool = False

    @classmethod
    def whole(cls, source: Source) -> Span:
        """All of a source, without the space around it."""
        return cls(source, 0, len(source.text)).stripped()

    @property
    def own(self) -> str:
        """The stretch as it stands, without what continues it."""
        return self.source.text[self.start : self.end]

    @property
    def text(self) -> str:
        """The words as printed, normalised as our reader does, on one line."""
        said = ""
        for part in reversed([*self._chain()]):
            own = part._plain  # noqa: SLF001 - one of its own
            said = f"{own}{' ' if part.spaced else ''}{said}" if said else own
        return said

    @property
    def place(self) -> str:
        """Where it stands; of one that goes on elsewhere all the places."""
        place = ""
        for own in reversed([part.source.place for part in self.parts()]):
            place = own if place in ("", own) else f"{own} ต่อที่ {place}"
        return place

    def __bool__(self) -> bool:
        return any(part._plain for part in self._chain())  # noqa: SLF001

    def __str__(self) -> str:
        return self.text

    @property
    def _plain(self) -> str:
        return UNSEEN.sub("", " ".join(normalise(self.own).split()))

    def _chain(self) -> Iterator[Span]:
        """It and what continues it; a list joined to one text may be of any length."""
        part: Span | None = self
        while part is not None:
            yield part
            part = part.then

    def parts(self) -> Iterator[Span]:
        """The stretch of each source by itself, as far as something is said."""
        for part in self._chain():
            yield replace(part, then=None)
            if not part.then:
                return

    def cut(self, start: int, end: int | None = None) -> Span:
        """A part of it, counted within its own text; what continues it stays with its end."""
        length = self.end - self.start
        stop = length if end is None else end
        tail = self.then if stop >= length else None
        part = replace(self, start=self.start + start, end=self.start + stop, then=tail)
        return part.stripped()

    def stripped(self, signs: str = "") -> Span:
        """Without the space and these signs around it."""
        unwanted = " \t\n\r\u00a0\u200b\ufeff" + signs
        own = self.own
        start = self.start + len(own) - len(own.lstrip(unwanted))
        end = self.end if self.then else self.end - len(own) + len(own.rstrip(unwanted))
        return replace(self, start=start, end=max(start, end))

    def lines(self) -> tuple[Span, ...]:
        """Its lines that hold something; what continues it stays with the last."""
        pieces = [self.cut(*match.span()) for match in re.finditer(r"[^\n]+", self.own)]
        return tuple(piece for piece in pieces if piece)

    def followed_by(self, other: Span, *, spaced: bool | None = None) -> Span:
        """With another stretch behind its end, the way a torn sentence is mended."""
        *before, last = self.parts()
        if spaced is None:
            latin = _LATIN.search(last.own[-1:]) and _LATIN.match(other.text)
            dashed = last.own.endswith((" -", " –", " —"))
            spaced = bool(latin) or dashed or other.text.startswith(_LINKING)
        whole = replace(last, then=other, spaced=spaced)
        for part in reversed(before):
            whole = replace(part, then=whole)
        return whole

    def within(self, match: re.Match[str], group: int | str = 0) -> Span:
        """The stretch that a pattern found in its own text."""
        return self.cut(*match.span(group))


def says_something(text: str) -> bool:
    """Whether a text holds a letter or a digit, and not only bullets and dots."""
    return any(sign.isalnum() for sign in text)


BULLETS: Final = "-–—•●○◉▪▫■◆◇◦*·∙‣⁃»›➢➤►▶▸❖❑✓\u00b7\uf0b7\uf0a7"
_BULLET: Final = re.compile(rf"(?P<bullet>[{re.escape(BULLETS)}]+)\s*(?=\S)")
_INNER_BULLET: Final = re.compile(r"(?<=\s)[-–•●▪➢]\s?(?=[ก-ฮเ-ไA-Za-z])")
_TIGHT_BULLET: Final = re.compile(r"(?<=\s)[-–•●▪➢](?=[ก-ฮเ-ไA-Za-z])")
_GOES_ON: Final = re.compile(r"\s*(?:และ|หรือ|[,;])")
"""No entry begins so."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: its number as printed, if any, and its words."""

    words: Span
    label: Span | None = None
    bullet: bool = False

    @property
    def marked(self) -> bool:
        """Whether a number or a bullet stood before it."""
        return self.bullet or self.label is not None

    @property
    def number(self) -> str:
        """The digits of its label, in Arabic, such as `2` or `4.1`."""
        return re.sub(r"[^0-9.]", "", to_arabic(self.label.own)).strip(".") if self.label else ""


def parse_item(words: Span) -> Item:
    """One line as an entry, without looking for further ones in it."""
    return _labelled(words, NUMBERED)


def _labelled(words: Span, labels: re.Pattern[str]) -> Item:
    own = words.own
    if match := labels.match(own):
        return Item(words.cut(match.end()), words.cut(*match.span("label")))
    if match := _BULLET.match(own):
        rest = words.cut(match.end())
        inner = labels.match(rest.own)
        if inner:
            return Item(rest.cut(inner.end()), rest.cut(*inner.span("label")), bullet=True)
        return Item(rest, bullet=True)
    return Item(words)


def split_items(lines: Iterable[Span]) -> tuple[Item, ...]:
    """The entries of a cell: one a line, or as its numbers, its letters and bullets say.

    A line without a mark goes on with a marked one before it; where no line has a mark each
    is an entry.
    """
    listed = list(lines)
    entries: list[Item] = []
    labels = LETTERED if _are_lettered(listed) else NUMBERED
    by_lines = sum(bool(_BULLET.match(line.own)) for line in listed) > 1
    split = [
        _labelled(piece, labels)
        for line in listed
        for piece in _cut_at(line, _find_starts(line.own, labels, by_lines=by_lines))
    ]
    marked = any(item.marked for item in split)
    for item in split:
        if marked and entries and entries[-1].marked and not item.marked:
            entries[-1] = replace(entries[-1], words=entries[-1].words.followed_by(item.words))
        else:
            entries.append(item)
    return tuple(entries)


def _are_lettered(lines: list[Span]) -> bool:
    """Whether a cell begins with ก and goes on with ข; one letter alone may be a short word."""
    first = LETTERED.match(lines[0].own) if lines else None
    label = Label.parse(first["label"]) if first else None
    if label is None or label.number != 1:
        return False
    return any(_find_sequence(f"\n{line.own}", label.next()) for line in lines)


def _cut_at(words: Span, starts: list[int]) -> Iterator[Span]:
    for start, end in zip([0, *starts], [*starts, None], strict=True):
        if piece := words.cut(start, end):
            yield piece


def _find_starts(own: str, labels: re.Pattern[str], *, by_lines: bool) -> list[int]:
    """Where further entries begin within a line.

    A dash between spaces is a bullet where the line begins with one, unless each line has its
    own: there it joins two words.
    """
    if numbered := _find_numbers(own, labels):
        return numbered
    if _BULLET.match(own) and not by_lines:
        return [match.start() for match in _INNER_BULLET.finditer(own)]
    return [match.start() for match in _TIGHT_BULLET.finditer(own)]


def _find_numbers(own: str, labels: re.Pattern[str]) -> list[int]:
    """Where 2, 3 … stand behind a line that begins with 1, or 1, 2 … behind its first words."""
    first = labels.match(own)
    if first and (label := Label.parse(first["label"])):
        return _find_sequence(own, label.next())
    first_one = re.search(rf"\s(\(?[1๑][.)])(?!{DIGIT})", own)
    begun = Label.parse(first_one[1]) if first_one else None
    starts = _find_sequence(own, begun) if begun else []
    return starts if len(starts) > 1 else []


def _find_sequence(own: str, label: Label) -> list[int]:
    """Where this label stands and those that follow it, as far as they go up one by one."""
    starts: list[int] = []
    at = 0
    while match := re.compile(rf"(?<=\s){re.escape(str(label))}(?![.]?{DIGIT})").search(own, at):
        at = match.end()
        if not _is_of_sentence(own, match):
            starts.append(match.start())
            label = label.next()
    return starts


def _is_of_sentence(own: str, label: re.Match[str]) -> bool:
    """Whether what looks like a label belongs to the words around it: (แบบ 3), ตามข้อ 7) และ."""
    before = own[: label.start()]
    is_open = before.rfind("(") > before.rfind(")")
    closes = is_open and label[0].endswith(")") and not label[0].startswith("(")
    return closes or _GOES_ON.match(own, label.end()) is not None
