"""Letters with their places, and the lines they stand in: what they say in Thai."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.damage import find_impossible, mend

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOST_AM: Final = re.compile(r"([ก-ฮ][\u0e48-\u0e4b]?)[ \t]+า(?![ะ-ฺ])")
"""Word writes ำ as two glyphs and keeps only า: no Thai word begins with it."""
_DOUBLE_AM: Final = re.compile("\u0e33\u0e32")
_LOOSE_POINT: Final = re.compile(
    r"(?<=[0-9๐-๙])[ \t]+(?=[.,][0-9๐-๙])|(?<=[0-9๐-๙][.,])[ \t]+(?=[0-9๐-๙])"
)
_UNREADABLE: Final = re.compile("[\ufffd\ue000-\uf6ff\uf71b-\uf8ff\x00-\x08\x0e-\x1f\ufffe\uffff]")
_BULLETS: Final = re.compile("[\uf0b7\uf0a7\uf0fc\uf0d8\uf076]")
_BLANKS: Final = re.compile(r"[ \t]{2,}")
ROOM: Final = 0.12
"""Of a letter's height: less is not a blank."""
_ROOM_AT_FIGURES: Final = 0.07
"""The same between a figure and a Thai letter, which are otherwise written close together."""
_BESIDE_FIGURE: Final = re.compile("[0-9A-Za-z.)][ก-ฮเ-ไ]|[ก-๎][0-9]")
_ROOM_AT_SCRIPTS: Final = 0.185
"""The same between a Latin letter and a Thai figure, which office programs set apart: i๘."""
_BETWEEN_SCRIPTS: Final = re.compile("[A-Za-z][๐-๙]")
_ROOM_AT_INK: Final = 0.14
"""The same at letters named together, of which only what is inked is known."""
_ROOM_AFTER_AM: Final = 0.7
"""Files give ำ the width of its ring."""
_BASE: Final = re.compile("[ก-ฮ0-9๐-๙]")
_MOST_OVERLAP: Final = 0.4
"""Of the narrower letter's width, two may share."""
_INKED: Final = 2.0
_LEADING: Final = 1.25
"""Times its size, a font's letters are high with their marks."""
ECHOES: Final = 24
"""Letters before, among which an echo's first telling stands."""
AM: Final = "\u0e33"
_TO_LOOK_AT: Final = "อ่านจาก PDF โปรดเทียบกับต้นฉบับ"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and its box in points, `top` and `bottom` counted from the page's top."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    named: bool = False
    """Whether the file names the letters of several glyphs together (ActualText)."""
    begun: tuple[float, float] | None = None
    """The middle of the letter with which its word begins, where that is another one."""
    font: float = 0.0
    """The size its font is set in; 0 where nobody tells."""

    @property
    def height(self) -> float:
        """That of its font, of which many a file tells only what is inked."""
        if not self.font:
            return (self.bottom - self.top) * (_INKED if self.named else 1)
        return max(_LEADING * self.font, 0.0 if self.named else self.bottom - self.top)

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(slots=True)
class Line:
    """Letters that stand side by side, in the order they are read."""

    letters: list[Letter] = field(default_factory=list)

    @property
    def raw(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def text(self) -> str:
        return mend_text(self.raw)

    @property
    def inked(self) -> list[Letter]:
        return [letter for letter in self.letters if letter.text.strip()]

    @property
    def left(self) -> float:
        return min(letter.left for letter in self.inked)

    @property
    def right(self) -> float:
        return max(letter.right for letter in self.inked)

    @property
    def middle(self) -> float:
        return median(letter.middle[1] for letter in self.inked)

    @property
    def size(self) -> float:
        """The height of its letters."""
        return max(letter.height for letter in self.inked)


def mend_text(raw: str) -> str:
    """What a PDF's letters say in Thai: marks in their order, glyphs of old fonts as letters."""
    text = _BULLETS.sub("•", raw)
    text = mend(_DOUBLE_AM.sub("\u0e33", _LOST_AM.sub("\\1\u0e33", text)))
    text = _LOOSE_POINT.sub("", _DOUBLE_AM.sub("\u0e33", text))
    return _BLANKS.sub(" ", text).strip()


def doubt_of(raw: Iterable[str]) -> str:
    """Why a text read from a PDF may not be what stands there; never empty."""
    said = list(raw)
    if any(_UNREADABLE.search(_BULLETS.sub("", text)) for text in said):
        return f"{_TO_LOOK_AT} มีตัวอักษรที่ไฟล์ไม่บอกว่าเป็นตัวใด"
    if any(_LOST_AM.search(text) for text in said):
        return f"{_TO_LOOK_AT} ใส่ ำ ที่หายไปกลับให้"
    if any(find_impossible(mend_text(text)) for text in said):
        return f"{_TO_LOOK_AT} มีสระหรือวรรณยุกต์ผิดที่"
    return _TO_LOOK_AT


def count_unreadable(text: str) -> int:
    """Glyphs of which the file does not say what letters they are."""
    return len(_UNREADABLE.findall(_BULLETS.sub("", text)))


def is_overprinted(line: Line) -> bool:
    """Whether other letters stand over those of a line: nobody can tell what it says.

    Not where one is drawn twice, nor where a file names letters together.
    """
    bases = [each for each in line.letters if _BASE.fullmatch(each.text) and not each.named]
    return any(
        each.text != beside.text
        and each.right - beside.left > _MOST_OVERLAP * min(_width(each), _width(beside))
        for each, beside in pairwise(sorted(bases, key=lambda one: one.left))
    )


def _width(letter: Letter) -> float:
    return letter.right - letter.left


def gather_lines(letters: Iterable[Letter]) -> list[Line]:
    """Lines from top to bottom: letters whose heights overlap, from left to right."""
    lines: list[Line] = []
    current = Line()
    for letter in letters:
        if letter.text.strip() and current.inked and not _same_line(current, letter):
            lines.append(current)
            current = Line()
        current.letters.append(letter)
    merged = _merge_level([line for line in [*lines, current] if line.inked])
    return sorted(map(_spaced, merged), key=lambda line: line.middle)


def _spaced(line: Line) -> Line:
    """A line in the order it is read, with a blank where letters stand apart."""
    spaced = Line()
    for letter in _in_order(line.letters):
        if letter.text.strip():
            spaced.letters += _room_before(spaced, letter)
        spaced.letters.append(letter)
    return spaced


def _in_order(letters: list[Letter]) -> list[Letter]:
    """From left to right, where a file tells a letter behind others that stand right of it."""
    syllables: list[list[Letter]] = []
    for letter in letters:
        if syllables and unicodedata.category(letter.text) == "Mn":
            syllables[-1].append(letter)
        else:
            syllables.append([letter])
    inked = [each[0] for each in syllables if each[0].text.strip()]
    if all(behind.left > before.left - before.height / 2 for before, behind in pairwise(inked)):
        return letters
    return [letter for each in sorted(syllables, key=lambda one: one[0].left) for letter in each]


def _same_line(line: Line, letter: Letter) -> bool:
    inked = line.inked
    top, bottom = min(each.top for each in inked[-40:]), max(each.bottom for each in inked[-40:])
    overlap = min(bottom, letter.bottom) - max(top, letter.top)
    return overlap > 0.3 * min(bottom - top, max(letter.height, 0.1)) and (
        letter.left > inked[-1].left - 3 * (bottom - top)
    )


def _room_before(line: Line, letter: Letter) -> list[Letter]:
    """A blank where letters stand apart and the file has none."""
    last = line.letters[-1] if line.letters else letter
    room = letter.left - last.right
    least = _ROOM_AT_INK if last.named or letter.named else ROOM
    least = _ROOM_AFTER_AM if last.text in AM else least
    if last.text not in AM and _BESIDE_FIGURE.fullmatch(last.text + letter.text):
        least = _ROOM_AT_FIGURES
    if _BETWEEN_SCRIPTS.fullmatch(last.text + letter.text):
        least = _ROOM_AT_SCRIPTS
    is_wide = last.text.strip() and room > least * max(
        each.height for each in [letter, *line.letters[-ECHOES:]]
    )
    return [Letter(" ", last.right, letter.top, letter.left, letter.bottom)] if is_wide else []


def _merge_level(lines: list[Line]) -> list[Line]:
    """Pieces that stand on one level, as words written one by one do, are one line."""
    merged: list[Line] = []
    for line in sorted(lines, key=lambda each: (round(each.middle / 2), each.left)):
        last = merged[-1] if merged else None
        if last and abs(last.middle - line.middle) < 0.35 * max(last.size, line.size):
            merged[-1] = Line([*last.letters, *line.letters])
        else:
            merged.append(line)
    return merged
