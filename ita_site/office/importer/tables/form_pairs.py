"""A form's rows as labels with what stands behind them, and the rows that are titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.values import join
from ita_site.office.importer.words.headings import is_name, parse_heading
from ita_site.office.importer.words.roles import FORM_HEADS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.rows import Rows

Pair: TypeAlias = "tuple[Span, Span]"
"""A form's label and what stands behind it."""
ONE_PAIR: Final = 2
TWO_PAIRS: Final = 4
_WITH_PART: Final = 3
"""A label, a part of it such as a round, and the value."""
_BEGINS: Final = re.compile(
    r"(?:(?:ชื่อ)?มาตรการ(?:ที่)?|ประเด็น(?:ที่)?(?=\s*[0-9๐-๙]))"
    r"\s*(?:[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]?)?\s*[:：]?\s*"
)
"""The label of a row of one cell that says what it is and which."""
_NUMBER: Final = re.compile(
    r"\s*(?:ที่|ลำดับที่|ข้อที่|ข้อ)?\s*[0-9๐-๙]+(?:[./][0-9๐-๙]+)*[.)]?\s*[:：]?\s*$"
)
_LONGEST_LABEL: Final = 45
_LONGEST_NUMBERED: Final = 2 * _LONGEST_LABEL


@dataclass(slots=True)
class Pairs:
    """A form's pairs; `bands` are the rows between them that are neither label nor value.

    `joined` are values of several cells, of which nobody knows whether they are one.
    """

    pairs: list[Pair] = field(default_factory=list)
    bands: list[Span] = field(default_factory=list)
    joined: list[Span] = field(default_factory=list)
    opened: Span | None = None
    """A label whose value may stand in the row below."""

    def take_whole_row(self, words: Span) -> None:
        """A row of one cell: what it says it is, a label for the row below, its value, a band."""
        begins = _BEGINS.match(words.own)
        if self.opened and not (begins or is_label(words)):
            self.pairs.append((self.opened, words))
            self.opened = None
            return
        self.close()
        if begins:
            self.pairs.append((words.cut(0, begins.end()), words.cut(begins.end())))
        elif is_label(words):
            self.opened = words
        elif words:
            self.bands.append(words)

    def take(self, own: Sequence[Span]) -> None:
        """A row of labels, each with its value."""
        self.close()
        if not all(letters_only(words.text) in FORM_HEADS for words in own):
            self.pairs += [(own[at], own[at + 1]) for at in range(0, len(own), ONE_PAIR)]

    def take_told(self, own: Sequence[Span]) -> None:
        """A row that is no pairs: labels each with what stands up to the next."""
        self.close()
        starts = [0, *(at for at in range(ONE_PAIR, len(own)) if is_label(own[at]))]
        for start, end in zip(starts, [*starts[1:], len(own)], strict=True):
            held = [words for words in own[start + 1 : end] if words]
            nothing = own[start].cut(0, 0)
            self.pairs.append((own[start], join(held) if held else nothing))
            self.joined += self.pairs[-1][1:] if len(held) > 1 else ()

    def go_on(self, label: Span, nothing: Span, own: Sequence[Span]) -> None:
        """A row below a label that reaches down: one more value, or a part of it with its own."""
        self.close()
        if len(own) == ONE_PAIR:
            self.pairs.append((label.followed_by(own[0], spaced=True), own[1]))
        else:
            self.pairs += [(nothing, words) for words in own]

    def close(self) -> None:
        """What was taken for a label and has no value is a band."""
        self.bands += [self.opened] if self.opened else []
        self.opened = None


def without_number(label: Span) -> Span:
    """A label without the number that counts it: มาตรการที่ 2 is มาตรการ."""
    found = _NUMBER.search(label.own) if len(label.own) <= _LONGEST_NUMBERED else None
    return label.cut(0, found.start()) if found and found.start() else label


def count_titles(rows: Rows) -> int:
    """How many rows on top are one cell over the whole width, or nothing but a first cell."""
    for at in range(len(rows)):
        own = _own(rows, at)
        is_title = len(own) == 1 or (not any(own[1:]) and not is_label(own[0]))
        if not is_title or (own[0] and _BEGINS.match(own[0].own)):
            return at if at < len(rows) else 0
    return 0


def read_pairs(rows: Rows, *, told: bool = False) -> Pairs | None:
    """The labels with what stands behind them; None where the rows are no pairs.

    A row below a label that reaches down goes on with it. A row of one cell is the label of what
    it says it is, of the row below where its words are a label, else a band. With `told` any row
    is labels with what stands behind them.
    """
    found = Pairs()
    for at in range(len(rows)):
        own = _own(rows, at)
        if not own:
            continue
        if _goes_on(rows, at):
            found.go_on(rows.covering(at, 0), rows.words[at][0], own)
        elif len(own) == 1:
            found.take_whole_row(own[0])
        elif _has_part(own) and is_label(own[0]) and _reaches_down(rows, at):
            found.take([own[0].followed_by(own[1], spaced=True), own[2]])
        elif len(own) in (ONE_PAIR, TWO_PAIRS):
            found.take(own)
        elif told:
            found.take_told(own)
        else:
            return None
    found.close()
    return found


def _goes_on(rows: Rows, at: int) -> bool:
    """Whether the label of a row is the one above, whose cell reaches down to it."""
    cover = rows.covers[at][0]
    return cover is not None and cover[0] < at


def _reaches_down(rows: Rows, at: int) -> bool:
    return at + 1 < len(rows) and _goes_on(rows, at + 1)


def _has_part(own: Sequence[Span]) -> bool:
    """Whether a row is a label, a part of it and the value; a cell behind them is empty."""
    return len([*filter(None, own)]) == _WITH_PART and all(own[:_WITH_PART])


def _own(rows: Rows, at: int) -> list[Span]:
    """The cells of a row that nothing covers, without empty ones at its end.

    Where they are pairs, the last label keeps its empty answer.
    """
    own = [words for words, cover in zip(rows.words[at], rows.covers[at], strict=True) if not cover]
    filled = max((at for at, words in enumerate(own, 1) if words), default=0)
    is_unanswered = len(own) % ONE_PAIR == 0 and filled > ONE_PAIR
    return own[: max(ONE_PAIR, filled + filled % ONE_PAIR if is_unanswered else filled)]


def is_label(words: Span) -> bool:
    """Whether words are a heading by themselves."""
    return named_by(words.text) is not None


def named_by(text: str) -> str | None:
    """The role that a text is a heading of, where it is one by itself."""
    text = text.rstrip(" :：")
    found = parse_heading(text) if text and len(text) <= _LONGEST_LABEL else None
    return found.role if found and (found.sure or is_name(text)) else None
