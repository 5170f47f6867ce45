"""Lines that a margin wrapped: which go on in the next, and how they were typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import (
    begins_unit,
    breaks_off,
    is_office,
    people_in_unit,
)
from ita_site.facts.thai.calendar import ABBREVIATIONS, MONTHS
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.torn import first_phrase, is_torn, is_unfinished
from ita_site.facts.thai.words import words
from ita_site.office.importer.document.labels import counts_on
from ita_site.office.importer.document.spans import Source, Span, parse_item
from ita_site.office.importer.formats.pdf.letters import mend_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.formats.pdf.letters import Line


LABEL: Final = re.compile(r"\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]|[-–•]")
"""A list's number stands apart from its words, be they behind it or below."""
_BEGUN: Final = re.compile(r"\(?[ก-ฮ]\)|[ก-๎ /()]{2,40} ?:(?:\s|$)")
_DASHES: Final = ("-", "–", "—")
_FIGURE_BEGUN: Final = re.compile(r"[0-9๐-๙]{1,9}[.,/][0-9๐-๙.,/]{0,12}$")
_UNCUT: Final = re.compile(
    r"[0-9๐-๙]{1,9}(?:\.[0-9๐-๙]{0,2})?|[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{0,3})+(?:\.[0-9๐-๙]{0,2})?"
)
"""A figure, or the beginning of one."""
_WORD: Final = re.compile(r"\(?[A-Za-z][A-Za-z0-9./:_-]+\)?")
_FIGURE: Final = re.compile(
    r"[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})*(?:\.[0-9๐-๙]{1,2})?|(?:[0-9๐-๙]{1,2}/){2}[0-9๐-๙]{2,4}"
)
"""A number or a date, of which a narrow cell may cut off the end."""
_BESIDE_LATIN: Final = re.compile("[A-Za-z%][ก-ฮเ-ไ]|[ก-๎][A-Za-z]")
_COUNTED: Final = re.compile(r"(?P<word>[ก-๎]{2,20}ที่) ?(?P<number>[0-9]{1,2})(?= )")
_OPEN_BRACKET: Final = re.compile(r"\([^()]*$")
_MONTH: Final = rf"(?:{'|'.join(map(re.escape, (*MONTHS, *ABBREVIATIONS)))})"
_TIME: Final = re.compile(rf"{_MONTH}\s*(?:พ\.ศ\.\s*)?[0-9๐-๙]{{0,4}}$")
_TIME_GOES_ON: Final = re.compile(rf"[-–—]\s*(?:[0-9๐-๙]{{1,2}}\s*)?{_MONTH}")
"""Behind a month, a dash with a month is no sign of a list."""
_HEADS: Final = re.compile(r"(?:ผู้อำนวยการ|หัวหน้า|ผอ\.)$")
"""Behind these an office is theirs."""
_SAID: Final = frozenset(("ไม่", "มี", "ยัง", "ต้อง", "ควร", "แล้ว"))
"""Words that the name of no office has."""
_TAKES_WORK: Final = re.compile(
    r"(?:บริหาร|พัฒนา|ส่งเสริม|สนับสนุน|จัดการ|ประสาน|ปฏิบัติ|ดำเนิน|กำกับ|ควบคุม|ติดตาม|วางแผน)$"
)
"""Behind these งาน is what is done, and no second office, where a line was full."""
_TO_WHOM: Final = ("เสนอ", "แจ้ง", "รายงาน", "ประสาน", "ต่อ", "ถึง")
"""Behind these an office is no second one of a list."""
_MOST_INSET: Final = 6.0
"""Points that office programs keep free within a cell's lines."""
_ENDS_EARLY: Final = 1.6
"""Letters' heights that a line which goes on may leave free in any case."""
_SLACK: Final = 0.3
"""Of a letter's height: so much less would have been room enough."""
_NEARLY_FULL: Final = 4
"""Letters' heights that a line may leave free of which one cannot see why."""
_NARROW: Final = 10
"""Letters' heights: in so narrow a cell long words are cut anywhere."""
LINES_OF_A_WORD: Final = 3
"""So many lines a word may need in a cell."""
_BLANK: Final = 0.3
"""Of a letter's height: the least room between two words that blanks part."""


@dataclass(frozen=True, slots=True)
class Margins:
    """From where to where the lines of a cell or a page may reach, in points."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left

    def room_behind(self, line: Line) -> float:
        """How much more would have found place in a line, be it centred or not."""
        before, behind = line.left - self.left, self.right - line.right
        is_centred = abs(before - behind) < line.size / 2
        return before + behind if is_centred else behind


def margins_of(lines: list[Line], left: float, right: float) -> Margins:
    """Those within a cell's box: at the right it keeps as much free as at the left."""
    if not lines:
        return Margins(left, right)
    inset = max(0.0, min(min(line.left for line in lines) - left, _MOST_INSET))
    return Margins(left + inset, right - inset)


def goes_on(line: Line, below: Sequence[Line], margins: Margins, before: str = "") -> bool:
    """Whether a line goes on in the first of those `below` it, of which a word may need several.

    `before` is what was typed so far, when the line itself goes on from others.
    """
    following, before = below[0], before or line.text
    if following.middle - line.middle > 2.2 * max(line.size, following.size):
        return False
    rest = "".join(each.text for each in below)
    if _begins_entry(following.text, before) or _names_person(following.text, rest):
        return False
    cut = _is_of_time(before, rest) or breaks_off(before) or is_unfinished(before, rest)
    heads = _HEADS.search(before) and is_office(following.text)
    if cut or heads or LABEL.fullmatch(line.text):
        return True
    is_said = line.text.endswith(_TO_WHOM) or not _SAID.isdisjoint(words(before))
    is_verb = _TAKES_WORK.search(before) and following.text.startswith("งาน")
    whole = begins_unit(before) and not (is_said or is_verb)
    if whole and (line.text.endswith("ฯ") or begins_unit(following.text)):
        return False
    return is_full(line, following, rest, margins)


def _begins_entry(text: str, before: str) -> bool:
    """Whether a line begins an entry of a list: a sign behind an open bracket does not."""
    if counts_on(before, text):
        return True
    if _OPEN_BRACKET.search(before) or _is_of_time(before, text):
        return False
    return is_marked(text) or LABEL.fullmatch(text) is not None


def _names_person(text: str, rest: str) -> bool:
    """Whether a line begins with a name: behind other words nobody would know it for one."""
    return all(any(each.start == 0 for each in people_in_unit(said)) for said in (text, rest))


def _is_of_time(before: str, text: str) -> bool:
    """Whether a line goes on from one month to another."""
    return _TIME.search(before) is not None and _TIME_GOES_ON.match(text) is not None


def is_full(line: Line, following: Line, rest: str, margins: Margins) -> bool:
    """Whether the first words of what follows had no more room in a line, or were cut."""
    room, width = margins.room_behind(line), margins.width
    blank = _BLANK * line.size if line.raw.endswith(" ") else 0.0
    needed = _room_for(first_phrase(rest), following) + blank + _SLACK * line.size
    if room < max(needed, _ENDS_EARLY * line.size):
        return True
    nearly = width if width < _NARROW * line.size else _NEARLY_FULL * line.size
    return room < nearly and is_torn(line.text, rest)


def _room_for(phrase: str, line: Line) -> float:
    """What the words with which a line begins would have needed behind the line before."""
    letters = line.inked
    texts = ("".join(each.text for each in letters[:at]) for at in range(1, len(letters)))
    enough = (at for at, text in enumerate(texts, 1) if len(mend_text(text)) >= len(phrase))
    count = next(enough, len(letters))
    blank = _BLANK * line.size if phrase.isascii() else 0
    return letters[count - 1].right - letters[0].left + blank


def is_marked(text: str) -> bool:
    """Whether a line begins as an entry of a list, or with a label before a colon."""
    return bool(_BEGUN.match(text)) or parse_item(Span.whole(Source(0, text, ""))).marked


def counted_titles(lines: Sequence[Line]) -> set[str]:
    """Lines that begin with a word and a number, where others count on."""
    found = {line.text: _COUNTED.match(to_arabic(line.text)) for line in lines}
    begun = {text: (each["word"], int(each["number"])) for text, each in found.items() if each}
    return {
        text
        for text, (word, number) in begun.items()
        if {(word, number - 1), (word, number + 1)} & {*begun.values()}
    }


def join_wrapped(lines: list[Line], margins: Margins) -> Iterator[str]:
    """The lines as they were typed: one that filled its width goes on in the next."""
    joined = ""
    for at, line in enumerate(lines):
        if at and goes_on(lines[at - 1], lines[at : at + LINES_OF_A_WORD], margins, joined):
            joined += _blank(joined, lines[at - 1], line, margins) + line.text
        else:
            if joined:
                yield joined
            joined = line.text
    if joined:
        yield joined


def join_paragraph(lines: Sequence[Line], margins: Margins) -> str:
    """Lines that are one paragraph, as they were typed."""
    joined = lines[0].text
    for line, below in pairwise(lines):
        joined += _blank(joined, line, below, margins) + below.text
    return joined


def _blank(joined: str, line: Line, below: Line, margins: Margins) -> str:
    """What stood between two lines that go on: the blank that a file keeps at a line's end."""
    if _cuts(joined, line, below, margins):
        return ""
    kept = line.raw.endswith(" ") and not is_torn(line.text, below.text)
    return " " if kept or _needs_space(joined, below.text) else ""


def _cuts(joined: str, line: Line, below: Line, margins: Margins) -> bool:
    """Whether a figure or a Latin word is wider than its cell, which cuts it between two lines."""
    last, first = line.text.split(" ")[-1], below.text.split(" ")[0]
    whole = joined.rsplit(" ", maxsplit=1)[-1] + first
    if line.raw.endswith(" ") or not (_UNCUT.fullmatch(whole) or _WORD.fullmatch(whole)):
        return False
    wide = _width_of(last, line, -1) + _width_of(first, below, 1)
    return wide > margins.width and margins.room_behind(line) < _width_of(first[0], below, 1)


def _width_of(word: str, line: Line, way: int) -> float:
    letters = line.inked[::way][: len(word)]
    return max(each.right for each in letters) - min(each.left for each in letters)


def _needs_space(before: str, behind: str) -> bool:
    """Whether lines that a blank parted go on here: Thai is parted without one.

    Beside Latin letters it is not. A dash that a blank stands before has one behind it, and a
    dash within a number has none.
    """
    begun, first = _FIGURE_BEGUN.search(before), behind.split(" ", maxsplit=1)[0]
    if begun and _FIGURE.fullmatch(begun[0] + first):
        return False
    last, first = before[-1:], behind[:1]
    if first == "(" and (last.isalnum() or unicodedata.category(last) == "Mn"):
        return True
    if last in _DASHES and first.isdigit():
        return not before[-2:-1].isdigit()
    if last in _DASHES and before[-2:-1] == " ":
        return True
    if _BESIDE_LATIN.fullmatch(last + first):
        return True
    return (last.isascii() and first.isascii()) or last.isdigit() or last == "." or first.isdigit()
