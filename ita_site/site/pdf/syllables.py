"""Each Thai syllable of a PDF, where every reader of the file looks for it.

Chromium states a syllable's text for its letter and marks together. Readers differ on where
such a text stands, and where they see a gap they read, and search, a space:

- PDFium, which is in Chrome and Edge, takes the glyph that is drawn first. Of กำ, whose ำ is
  drawn in two parts, that is ก alone: กำลัง is read as “กำ ลัง”.
- Poppler takes all from the first to the last glyph drawn. A tone above a high vowel can lie
  far to the left: ฝั่ง is read as “ฝั่ ง”.

So the first glyph is drawn together with the one that ends the syllable, and that one again,
unseen, as the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Operator,
    parse_content_stream,
    unparse_content_stream,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Page

UNSEEN, FILLED = 3, 0
"""Ways to draw text."""
EM = 1000
"""Units of a glyph's width, and of a move within a line."""
GAP = 0.09
"""What is narrower is no space, in em."""
LEVEL = 0.01
ONE_LETTER = 1

Instructions = list[Any]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph drawn at `x`; it ends at `end`."""

    code: Object
    x: float
    y: float
    end: float


def mend_syllables(page: Page) -> bytes:
    """Return the page's drawing, mended."""
    widths = {name: _widths(font) for name, font in page.resources.get("/Font", {}).items()}
    out: Instructions = []
    font, size, start = "", 0.0, -1
    for instruction in parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            font, size = str(operands[0]), float(operands[1])
        elif operator == "BDC":
            start = len(out) if _states_syllable(operands[-1]) else -1
        elif operator == "EMC" and start >= 0:
            out[start:] = _mended(out[start:], widths[font], size) if font else out[start:]
            start = -1
        out.append(instruction)
    return unparse_content_stream(out)


def _states_syllable(properties: Object) -> bool:
    return (
        getattr(properties, "_type_name", "") == "dictionary"
        and "/ActualText" in properties
        and len(str(properties["/ActualText"])) > ONE_LETTER
    )


def _mended(span: Instructions, widths: dict[int, float], size: float) -> Instructions:
    """A syllable's drawing; as it was when it is of another shape."""
    first = next((at for at, step in enumerate(span) if str(step.operator) == "Tj"), len(span))
    steps = span[first:]
    if not steps or any(str(step.operator) not in ("Tj", "Td") for step in steps):
        return span
    glyphs = list(_glyphs(steps, widths, size))
    first_drawn, last_drawn = glyphs[0], glyphs[-1]
    ending = max(glyphs, key=lambda glyph: glyph.end)
    if ending is first_drawn and ending.end - last_drawn.end > GAP * size:
        steps += _again(ending, last_drawn)
    elif ending is last_drawn is not first_drawn and abs(ending.y) < LEVEL * size:
        steps = [_together(first_drawn, ending, size), *steps[1:-1], *_unseen(ending)]
    return span[:first] + steps


def _glyphs(steps: Instructions, widths: dict[int, float], size: float) -> Iterator[Glyph]:
    x = y = 0.0
    for step in steps:
        if str(step.operator) == "Td":
            x, y = x + float(step.operands[0]), y + float(step.operands[1])
            continue
        code = step.operands[0]
        width = widths.get(int.from_bytes(bytes(code), "big"), 0)
        yield Glyph(code, x, y, x + width * size / EM)


def _together(first: Glyph, last: Glyph, size: float) -> ContentStreamInstruction:
    back = round((first.end - last.x) * EM / size, 3)
    return ContentStreamInstruction([Array([first.code, back, last.code])], Operator("TJ"))


def _unseen(glyph: Glyph) -> Instructions:
    return [_step("Tr", UNSEEN), _step("Tj", glyph.code), _step("Tr", FILLED)]


def _again(glyph: Glyph, last: Glyph) -> Instructions:
    """Back to the glyph, and to where the next syllable counts from."""
    across, down = round(glyph.x - last.x, 4), round(glyph.y - last.y, 4)
    return [_step("Td", across, down), *_unseen(glyph), _step("Td", -across, -down)]


def _step(operator: str, *operands: Object | float) -> ContentStreamInstruction:
    return ContentStreamInstruction(operands, Operator(operator))


def _widths(font: Object) -> dict[int, float]:
    """The width of each of a font's glyphs, in thousandths of its size."""
    found: dict[int, float] = {}
    if "/DescendantFonts" not in font:
        return found
    entries = list(font.DescendantFonts[0].get("/W", []))
    while entries:
        start, given = int(entries[0]), entries[1]
        if isinstance(given, Array):
            found |= {start + place: float(width) for place, width in enumerate(given)}
            del entries[:2]
        else:
            found |= dict.fromkeys(range(start, int(given) + 1), float(entries[2]))
            del entries[:3]
    return found
