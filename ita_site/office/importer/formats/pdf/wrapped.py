"""Lines that a margin wrapped: which go on in the next, and how they were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import breaks_off, is_office
from ita_site.office.importer.document.spans import Source, Span, parse_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.office.importer.formats.pdf.letters import Line


_DASHES: Final = ("-", "–", "—")
_FREE: Final = 0.5
_MOST_FREE: Final = 4
_ENDS_EARLY: Final = 1.6
"""Letters' heights that a line which goes on may leave free at its right."""


def goes_on(line: Line, following: Line, right: float, width: float = 0) -> bool:
    """Whether a line that reaches the right edge goes on in the next.

    In a narrow cell, of a `width`, words leave more room free.
    """
    if following.middle - line.middle > 2.2 * max(line.size, following.size):
        return False
    free = max(_ENDS_EARLY * line.size, min(_FREE * width, _MOST_FREE * line.size))
    if is_marked(following.text):
        return False
    if breaks_off(line.text):
        return True
    offices = is_office(line.text) and (line.text.endswith("ฯ") or is_office(following.text))
    return right - line.right < free and not offices


def is_marked(text: str) -> bool:
    """Whether a line begins as an entry of a list."""
    return parse_item(Span.whole(Source(0, text, ""))).marked


def join_wrapped(lines: list[Line], right: float, width: float = 0) -> Iterator[str]:
    """The lines as they were typed: one that filled its width goes on in the next."""
    joined = ""
    for at, line in enumerate(lines):
        whole = is_office(joined) and is_office(line.text)
        if at and not whole and goes_on(lines[at - 1], line, right, width):
            joined += (" " if _needs_space(joined, line.text) else "") + line.text
        else:
            if joined:
                yield joined
            joined = line.text
    if joined:
        yield joined


def _needs_space(before: str, behind: str) -> bool:
    """Whether lines that a blank parted go on here: Thai is parted without one.

    A dash that a blank stands before has one behind it.
    """
    last, first = before[-1:], behind[:1]
    if last in _DASHES and before[-2:-1] == " ":
        return True
    return (last.isascii() and first.isascii()) or last.isdigit() or last == "." or first.isdigit()
