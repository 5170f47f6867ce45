"""The vowel ำ, told to every reader of a PDF in the same place.

Fonts draw it in two parts, around a tone mark; Chromium then states the syllable's text for
all its glyphs together. PDFium, which is in Chrome and Edge, places such a text at the first
glyph and sees a gap where the last one is drawn: กำลัง is read, and searched, as “กำ ลัง”.
Poppler takes the space from the first to the last glyph instead. So the last glyph is drawn
together with the first, and once more, unseen, in its own place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Operator,
    parse_content_stream,
    unparse_content_stream,
)

if TYPE_CHECKING:
    from pikepdf import Object, Page

SARA_AM = "\u0e33"
UNSEEN, FILLED = 3, 0
"""Ways to draw text."""
EM = 1000
"""Units of a glyph's width, and of a move within a line."""
MORE, NO_STEP = 2, 0.01

Instructions = list[Any]


def mend_sara_am(page: Page) -> bytes:
    """Return the page's drawing, mended."""
    widths = {name: _widths(font) for name, font in page.resources.get("/Font", {}).items()}
    out: Instructions = []
    font, size, start = "", 0.0, -1
    for instruction in parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            font, size = str(operands[0]), float(operands[1])
        elif operator == "BDC":
            start = len(out) if _states_sara_am(operands) else -1
        elif operator == "EMC" and start >= 0:
            out[start:] = _joined(out[start:], widths[font], size)
            start = -1
        out.append(instruction)
    return unparse_content_stream(out)


def _states_sara_am(operands: Any) -> bool:  # noqa: ANN401 - whatever stands in the file
    properties = operands[-1]
    return (
        getattr(properties, "_type_name", "") == "dictionary"
        and "/ActualText" in properties
        and SARA_AM in str(properties["/ActualText"])
    )


def _joined(span: Instructions, widths: dict[int, float], size: float) -> Instructions:
    """A syllable's drawing, its last glyph with its first; as it was when it is another shape."""
    shows = [at for at, drawn in enumerate(span) if str(drawn.operator) == "Tj"]
    steps = span[shows[0] :] if len(shows) >= MORE else []
    if not steps or any(str(step.operator) not in ("Tj", "Td") for step in steps):
        return span
    moves = [step.operands for step in steps if str(step.operator) == "Td"]
    if abs(sum(float(move[1]) for move in moves)) > NO_STEP:
        return span
    first, last = (span[at] for at in (shows[0], shows[-1]))
    glyph = first.operands[0]
    back = widths[_code(glyph)] - sum(float(move[0]) for move in moves) * EM / size
    both = ContentStreamInstruction([Array([glyph, round(back, 3), last.operands[0]])], _TJ)
    return [
        *span[: shows[0]],
        both,
        *span[shows[0] + 1 : shows[-1]],
        ContentStreamInstruction([UNSEEN], _TR),
        last,
        ContentStreamInstruction([FILLED], _TR),
    ]


_TJ, _TR = Operator("TJ"), Operator("Tr")


def _code(glyph: Object) -> int:
    return int.from_bytes(bytes(glyph), "big")


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
