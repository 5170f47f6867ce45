"""The letters of a PDF page with their places, and the lines they stand in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.damage import find_impossible, mend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdfium2 import PdfPage, PdfTextPage

_LOST_AM: Final = re.compile(r"([ก-ฮ][\u0e48-\u0e4b]?)[ \t]+า(?![ะ-ฺ])")
"""Word writes ำ as two glyphs and keeps only า: no Thai word begins with it."""
_DOUBLE_AM: Final = re.compile("\u0e33\u0e32")
_LOOSE_POINT: Final = re.compile(
    r"(?<=[0-9๐-๙])[ \t]+(?=[.,][0-9๐-๙])|(?<=[0-9๐-๙][.,])[ \t]+(?=[0-9๐-๙])"
)
_UNREADABLE: Final = re.compile("[\ufffd\ue000-\uf6ff\uf71b-\uf8ff\x00-\x08\x0e-\x1f\ufffe\uffff]")
_BULLETS: Final = re.compile("[\uf0b7\uf0a7\uf0fc\uf0d8\uf076]")
_BLANKS: Final = re.compile(r"[ \t]{2,}")
_ROOM: Final = 0.12
"""Of a letter's height: less is not a blank."""
_ROOM_AT_FIGURES: Final = 0.07
"""The same between a figure and a Thai letter, which are otherwise written close together."""
_BESIDE_FIGURE: Final = re.compile("[0-9A-Za-z.)][ก-ฮเ-ไ]|[ก-๎][0-9]")
_ROOM_AFTER_AM: Final = 0.7
"""Files give ำ the width of its ring."""
_INKED: Final = 2.0
_ECHOES: Final = 24
"""Letters before, among which an echo's first telling stands."""
_NEXT_LINE: Final = 0.75
"""Times its ink: as far below, a syllable stands in another line."""
_LEAST_INK: Final = 0.3
"""Of a letter's height: a consonant has more."""
_AM: Final = "\u0e33"
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

    @property
    def height(self) -> float:
        """That of its font; of letters named together only what is inked is known."""
        return (self.bottom - self.top) * (_INKED if self.named else 1)

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


def read_letters(page: PdfPage, rotation: int, most: int) -> list[Letter] | None:
    """The letters of a page as the file orders them; None where there are more than `most`.

    Marks stand where their consonant stands. Blanks that PDFium guesses are not taken: the
    room between letters tells more (`gather_lines`).
    """
    text = page.get_textpage()
    count = text.count_chars()
    if count > most:
        return None
    mediabox = page.get_mediabox()
    letters: list[Letter] = []
    for at in range(count):
        if (sign := _sign(text, at)) is None:
            continue
        whole, ink = text.get_charbox(at, loose=True), text.get_charbox(at)
        letter = Letter(
            " " if sign.isspace() else sign,
            *_turn(whole, mediabox, rotation),
            named=whole == ink and not sign.isspace(),
        )
        _add(letters, letter)
    letters = list(_with_beginnings(_without_echoes(letters)))
    text.close()
    return letters


def _with_beginnings(letters: list[Letter]) -> Iterator[Letter]:
    """Each with the place where its word begins: a long word may reach beyond its cell."""
    begun, last = None, None
    for letter in letters:
        size = letter.height
        is_near = last is not None and -size < letter.left - last.right < _ROOM * size
        if last is None or not (is_near and abs(letter.middle[1] - last.middle[1]) < size / 2):
            begun = None
        yield replace(letter, begun=begun)
        if letter.text.strip():
            begun, last = begun or letter.middle, letter
        else:
            begun, last = None, None


def _add(letters: list[Letter], letter: Letter) -> None:
    """Put a letter behind those before it; a mark, or ำ of one name with it, into its place."""
    last = letters[-1] if letters else None
    is_mark = unicodedata.category(letter.text) == "Mn"
    if last is None or not (is_mark or (letter.text == _AM and letter.named and last.named)):
        letters.append(letter)
        return
    top, bottom = last.top, last.bottom
    if not is_mark:
        top, bottom = min(top, letter.top), max(bottom, letter.bottom)
    right = max(last.right, letter.right)
    letters.append(replace(letter, left=last.left, top=top, right=right, bottom=bottom))


def _without_echoes(letters: list[Letter]) -> list[Letter]:
    """Without what PDFium tells twice: letters that a file names for several glyphs at once.

    Nor what it tells of a line that a page cuts off, of which only a tone mark is inked.
    """
    kept: list[Letter] = []
    least = _LEAST_INK * median([each.height for each in letters if not each.named] or [0.0])
    at = 0
    while at < len(letters):
        end = at + 1
        while end < len(letters) and _goes_with(letters[at], letters[end]):
            end += 1
        syllable = letters[at:end]
        if not (_is_cut(syllable, least) or _is_echo(kept[-_ECHOES:], syllable)):
            kept += syllable
        at = end
    return kept


def _goes_with(first: Letter, letter: Letter) -> bool:
    return unicodedata.category(letter.text) == "Mn" or (
        letter.text == _AM and letter.named and first.named
    )


def _is_cut(syllable: Sequence[Letter], least: float) -> bool:
    """Whether of letters named together next to nothing is inked."""
    first, right = syllable[0], max(each.right for each in syllable)
    inked = max(first.bottom - first.top, right - first.left)
    return first.named and len(syllable) > 1 and inked < least


def _is_echo(before: list[Letter], syllable: list[Letter]) -> bool:
    """Whether the same syllable stands in the same place already, and not a line above."""
    said, first = "".join(each.text for each in syllable), syllable[0]
    if len(syllable) == 1 or not first.named:
        return False
    right = max(each.right for each in syllable)
    for at, each in enumerate(before):
        same = "".join(one.text for one in before[at : at + len(syllable)]) == said
        if same and each.named:
            reach = max(one.right for one in before[at : at + len(syllable)])
            beside = min(reach, right) - max(each.left, first.left)
            apart = max(each.top, first.top) - min(each.bottom, first.bottom)
            ink = max(each.bottom - each.top, first.bottom - first.top)
            if beside > (right - first.left) / 2 and apart < _NEXT_LINE * ink:
                return True
    return False


def _sign(text: PdfTextPage, at: int) -> str | None:
    """The letter at a place; None where PDFium has made it up.

    For a hyphen at the end of a line PDFium has a letter of its own.
    """
    from pypdfium2 import raw  # noqa: PLC0415 - of the extra [import]

    if raw.FPDFText_IsGenerated(text, at):
        return None
    code = raw.FPDFText_GetUnicode(text, at)
    if code == _HYPHEN:
        return "-"
    return "\ufffd" if not code or code in _SURROGATES else chr(code)


_HYPHEN: Final = 2
_SURROGATES: Final = range(0xD800, 0xE000)
_Box = tuple[float, float, float, float]


def _turn(box: _Box, page: _Box, rotation: int) -> _Box:
    """A box of the unturned page, from below, as one of the page as it is seen, from above."""
    x0, y0, x1, y1 = box
    left, bottom, right, top = page
    if rotation == 90:  # noqa: PLR2004 - degrees
        return y0 - bottom, x0 - left, y1 - bottom, x1 - left
    if rotation == 180:  # noqa: PLR2004
        return right - x1, y0 - bottom, right - x0, y1 - bottom
    if rotation == 270:  # noqa: PLR2004
        return top - y1, right - x1, top - y0, right - x0
    return x0 - left, top - y1, x1 - left, top - y0


def gather_lines(letters: Iterable[Letter]) -> list[Line]:
    """Lines from top to bottom: letters whose heights overlap, as the file orders them."""
    lines: list[Line] = []
    current = Line()
    for letter in letters:
        if not letter.text.strip():
            current.letters.append(letter)
        elif current.inked and not _same_line(current, letter):
            lines.append(current)
            current = Line([letter])
        else:
            current.letters += _room_before(current, letter)
            current.letters.append(letter)
    merged = _merge_level([line for line in [*lines, current] if line.inked])
    return sorted(merged, key=lambda line: line.middle)


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
    least = _ROOM_AFTER_AM if last.text in _AM else _ROOM
    if last.text not in _AM and _BESIDE_FIGURE.fullmatch(last.text + letter.text):
        least = _ROOM_AT_FIGURES
    is_wide = last.text.strip() and room > least * max(
        each.height for each in [letter, *line.letters[-_ECHOES:]]
    )
    return [Letter(" ", last.right, letter.top, letter.left, letter.bottom)] if is_wide else []


def _merge_level(lines: list[Line]) -> list[Line]:
    """Pieces that stand on one level, as words written one by one do, are one line."""
    merged: list[Line] = []
    for line in sorted(lines, key=lambda each: (round(each.middle / 2), each.left)):
        last = merged[-1] if merged else None
        if last and abs(last.middle - line.middle) < 0.35 * max(last.size, line.size):
            room = _room_before(last, line.letters[0])
            merged[-1] = Line([*last.letters, *room, *line.letters])
        else:
            merged.append(line)
    return merged
