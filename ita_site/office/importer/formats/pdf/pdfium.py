"""The letters of a PDF page as PDFium tells them, each once and in its place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from math import hypot
from statistics import median
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.formats.pdf.letters import AM, ECHOES, ROOM, Letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfPage, PdfTextPage

_NEXT_LINE: Final = 0.75
"""Times its ink: as far below, a syllable stands in another line."""
_FIGURE_BESIDE: Final = re.compile("[0-9๐-๙][ก-ฮเ-ไ]|[ก-๎][0-9๐-๙]")
"""A figure at the edge of its cell is no part of the word that begins the next."""
_LINE: Final = 150
"""Letters that a line may have."""
_SLACK: Final = 0.06
"""Of its height, a mark stands beside its consonant."""
_LEAST_INK: Final = 0.3
"""Of a letter's height: a consonant has more."""


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
            font=_font_size(text, at),
        )
        add_letter(letters, letter)
    letters = list(begin_words(_without_echoes(letters)))
    text.close()
    return letters


def begin_words(letters: list[Letter]) -> Iterator[Letter]:
    """Each with the place where its word begins: a long word may reach beyond its cell."""
    begun, last = None, None
    for letter in letters:
        size = letter.height
        is_near = last is not None and -size < letter.left - last.right < ROOM * size
        beside = last is not None and _FIGURE_BESIDE.fullmatch(last.text + letter.text)
        if (
            last is None
            or beside
            or not (is_near and abs(letter.middle[1] - last.middle[1]) < size / 2)
        ):
            begun = None
        yield replace(letter, begun=begun)
        if letter.text.strip():
            begun, last = begun or letter.middle, letter
        else:
            begun, last = None, None


def add_letter(letters: list[Letter], letter: Letter) -> None:
    """Put a letter behind those before it; a mark, or ำ of one name with it, into its place."""
    last = letters[-1] if letters else None
    is_mark = _is_mark(letter)
    if last is None or not (is_mark or (letter.text == AM and letter.named and last.named)):
        letters.append(letter)
        return
    at = _place_of(letters, letter) if is_mark else len(letters)
    last = letters[at - 1]
    top, bottom = last.top, last.bottom
    if not is_mark:
        top, bottom = min(top, letter.top), max(bottom, letter.bottom)
    right = last.right if at < len(letters) else max(last.right, letter.right)
    letters.insert(at, replace(letter, left=last.left, top=top, right=right, bottom=bottom))


def _is_mark(letter: Letter) -> bool:
    return unicodedata.category(letter.text) == "Mn"


def _place_of(letters: list[Letter], mark: Letter) -> int:
    """Behind which letter a mark belongs: the last one, unless it stands at another of the line.

    Files draw a mark at the end of a line, or a sign of another font within a syllable.
    """
    middle, size = mark.middle, mark.height
    at = len(letters)
    base = next((each for each in reversed(letters) if not _is_mark(each)), letters[-1])
    if base.named:
        return at
    if letters[-1].left - _SLACK * size <= middle[0] <= letters[-1].right + _SLACK * size:
        return at
    for each in letters[: -_LINE - 1 : -1]:
        is_level = abs(each.middle[1] - middle[1]) < size
        if is_level and each.text.strip() and each.left <= middle[0] <= each.right:
            return at
        at -= 1
    return len(letters)


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
        if not (_is_cut(syllable, least) or _is_echo(kept[-ECHOES:], syllable)):
            kept += syllable
        at = end
    return kept


def _goes_with(first: Letter, letter: Letter) -> bool:
    return _is_mark(letter) or (letter.text == AM and letter.named and first.named)


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


def _font_size(text: PdfTextPage, at: int) -> float:
    """How large a letter's font is set, in points of the page."""
    from pypdfium2 import raw  # noqa: PLC0415

    turned = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, at, turned):
        return 0.0
    return float(raw.FPDFText_GetFontSize(text, at) * hypot(turned.c, turned.d))


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
