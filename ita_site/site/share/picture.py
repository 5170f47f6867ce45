"""A picture of 1,200 × 630 with a few words and figures, as messengers show it under a link.

The same words give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.site.theme import LOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT, EDGE = 1200, 630, 64
BAND, FOOT = 104, 48
"""The heights of what is coloured above and below."""
INK, PAPER, SOFT, GOLD = (20, 33, 61), (255, 255, 255), (71, 84, 112), (255, 209, 102)
SHADES: Final = 4
"""Steps from the ground to the letters, of each pair of colours: 16 colours are four bits."""
TITLE, LABEL, VALUE, NOTE = 56, 34, 104, 30
"""Sizes of letters in pixels."""
SMALLEST: Final = 52
"""A figure that does not fit even so is told as a text."""
LINE_HEIGHT: Final = 1.42
MOST_LINES: Final = 3
THAI: Final = range(0x0E01, 0x0E5C)
LATIN: Final = frozenset(
    (*range(0x20, 0x7F), 0xA0, 0xB7, 0xD7, 0x2013, 0x2014, *range(0x2018, 0x201E), 0x2022, 0x2026)
)
"""What the two cuts of the font hold (`ita.css`)."""
REMEMBERED: Final = 2000


class Told(NamedTuple):
    """A figure and what it is; with `before` an arrow leads from that to `value`."""

    label: str
    value: str
    before: str = ""

    @property
    def text(self) -> str:
        """The figure in words."""
        return f"เดิม {self.before} เป็น {self.value}" if self.before else self.value


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a picture. `notice` is said at its foot, `colour` is that of the agency."""

    agency: str
    corner: str
    title: str
    told: tuple[Told, ...]
    note: str
    notice: str
    colour: tuple[int, int, int]


@lru_cache(maxsize=REMEMBERED)
def draw(card: Card) -> bytes:
    """The picture as PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    masks = {part: Image.new("L", (WIDTH, HEIGHT)) for part in ("band", "ink", "soft")}
    pens = {part: ImageDraw.Draw(mask) for part, mask in masks.items()}
    _draw_band(pens["band"], card)
    _draw_body(pens["ink"], pens["soft"], card)
    return _encoded(masks, card)


def _draw_band(pen: ImageDraw, card: Card) -> None:
    corner = Line(card.corner, NOTE)
    corner.draw(pen, WIDTH - EDGE - corner.width, BAND - 38)
    room = WIDTH - 2 * EDGE - corner.width - EDGE
    _fitting(card.agency, 42, room).draw(pen, EDGE, BAND - 36)


def _draw_body(ink: ImageDraw, soft: ImageDraw, card: Card) -> None:
    room = WIDTH - 2 * EDGE
    y = _draw_lines(ink, _lines(card.title, TITLE, room), EDGE, BAND + 32 + TITLE)
    if card.told:
        _draw_figures(ink, soft, card, (y + HEIGHT - FOOT) // 2)
    elif card.note:
        _draw_lines(soft, _lines(card.note, LABEL + 4, room), EDGE, y + 8)
    Line(card.notice, NOTE - 2).draw(ink, EDGE, HEIGHT - 14)


def _draw_figures(ink: ImageDraw, soft: ImageDraw, card: Card, middle: int) -> None:
    """Each in a column of its own: what it is, and below it the figure."""
    width = (WIDTH - EDGE) // len(card.told) - EDGE
    for at, told in enumerate(card.told):
        x = EDGE + at * (width + EDGE)
        label = _lines(told.label, LABEL, width, most=2)
        _draw_lines(soft, label, x, middle - round(LABEL * LINE_HEIGHT * (len(label) - 1)) - 50)
        _draw_figure(ink, told, x, middle + 88, width)


def _draw_figure(pen: ImageDraw, told: Told, x: int, y: int, room: int) -> None:
    for size in range(VALUE, SMALLEST, -4):
        before, value = Line(told.before, size), Line(told.value, size)
        gap = size if told.before else 0
        if before.width + 1.6 * gap + value.width <= room:
            break
    else:
        _draw_lines(pen, _lines(told.text, LABEL, room, most=2), x, y - LABEL)
        return
    before.draw(pen, x, y)
    if told.before:
        x += round(before.width + 0.3 * gap)
        _arrow(pen, x, y - round(size * 0.3), size)
        x += round(1.3 * gap)
    value.draw(pen, x, y)


def _draw_lines(pen: ImageDraw, lines: list[Line], x: int, y: int) -> int:
    """One below the other; returns where the next would stand."""
    for line in lines:
        line.draw(pen, x, y)
        y += round(line.size * LINE_HEIGHT)
    return y


def _arrow(pen: ImageDraw, x: int, y: int, size: int) -> None:
    """The font has none."""
    end, head, stroke = x + size, size // 4, max(4, size // 12)
    pen.line([(x, y), (end, y)], fill=255, width=stroke)
    pen.line([(end - head, y - head), (end, y), (end - head, y + head)], 255, stroke, "curve")


class Line:
    """One line of text, in the cut of the font that each part needs."""

    def __init__(self, text: str, size: int) -> None:
        self.size = size
        runs = groupby(text, lambda letter: ord(letter) in THAI)
        self._parts = [
            ("".join(run), _font("thai" if thai else "latin", size)) for thai, run in runs
        ]
        self.width = sum(font.getlength(part, language="th") for part, font in self._parts)

    def draw(self, pen: ImageDraw, x: float, y: int) -> None:
        """With its base line at `y`."""
        for part, font in self._parts:
            pen.text((x, y), part, fill=255, font=font, anchor="ls", language="th")
            x += font.getlength(part, language="th")


@lru_cache(maxsize=64)
def _font(cut: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415

    file = LOOK / f"assets/fonts/sarabun-{cut}-700-normal.woff2"
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.RAQM)


def _fitting(text: str, size: int, room: float) -> Line:
    """As large as it fits."""
    return next(
        (one for at in range(size, size // 2, -2) if (one := Line(text, at)).width <= room),
        Line(text, size // 2),
    )


def _lines(text: str, size: int, room: int, most: int = MOST_LINES) -> list[Line]:
    """Broken between words; what does not fit into the lines there are ends in an ellipsis."""
    lines = [""]
    for word in _words(text):
        if lines[-1] and Line(f"{lines[-1]}{word}".rstrip(), size).width > room:
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
    if len(lines) > most:
        lines = [*lines[: most - 1], _ended(lines[most - 1], size, room)]
    return [Line(line.rstrip(), size) for line in lines]


def _ended(line: str, size: int, room: int) -> str:
    """Says that there would be more."""
    words = list(_words(line))
    while words and Line(f"{''.join(words).rstrip()}…", size).width > room:
        words.pop()
    return f"{''.join(words).rstrip()}…"


def _words(text: str) -> Iterator[str]:
    """Figures stay with what they count."""
    from ita_site.rules.figures.changes.wording import cut_words  # noqa: PLC0415 - loads a model

    held = ""
    for word in cut_words(text):
        held += word
        if not held.rstrip()[-1:].isdigit():
            yield held
            held = ""
    if held:
        yield held


def is_drawable(text: str) -> bool:
    """Whether the font has all its letters; a sign left out would change what is said."""
    return all(ord(letter) in THAI or ord(letter) in LATIN for letter in text)


def _encoded(masks: dict[str, Image], card: Card) -> bytes:
    """Sixteen colours: of three pairs the steps between ground and letters, and gold."""
    from PIL import Image  # noqa: PLC0415

    picture = Image.new("P", (WIDTH, HEIGHT), SHADES)
    step = 256 // SHADES
    band, ink, soft = (
        masks[part].point([start + value // step for value in range(256)])
        for part, start in (("band", 0), ("ink", SHADES), ("soft", 2 * SHADES))
    )
    picture.paste(ink)
    picture.paste(soft, mask=masks["soft"].point([255 * (value >= step) for value in range(256)]))
    picture.paste(band.crop((0, 0, WIDTH, BAND)))
    below = (0, HEIGHT - FOOT, WIDTH, HEIGHT)
    gold = masks["ink"].crop(below).point([3 * SHADES + value // step for value in range(256)])
    picture.paste(gold, below)
    picture.putpalette(_palette(card.colour))
    out = BytesIO()
    picture.save(out, "PNG", bits=4)
    return out.getvalue()


def _palette(colour: tuple[int, int, int]) -> list[int]:
    pairs = ((colour, PAPER), (PAPER, INK), (PAPER, SOFT), (GOLD, INK))
    steps = range(SHADES)
    return [
        round(ground + (letter - ground) * step / (SHADES - 1))
        for one, other in pairs
        for step in steps
        for ground, letter in zip(one, other, strict=True)
    ]
