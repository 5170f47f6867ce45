"""Paragraphs that the end of a page cuts in two: put together again where they begin."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Self

from ita_site.office.importer.formats.pdf.boxes import bare, within_any
from ita_site.office.importer.formats.pdf.letters import Line, gather_lines
from ita_site.office.importer.formats.pdf.over_pages import moved_line
from ita_site.office.importer.formats.pdf.paragraphs import Setting
from ita_site.office.importer.formats.pdf.wrapped import (
    LINES_OF_A_WORD,
    Margins,
    counted_titles,
    goes_on,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.formats.pdf.layout import PageLayout

_FULL: Final = 3
"""So many lines may be free below the last one of a page whose text goes on."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The lines of a page that no table holds, how they are set, and where its tables stand."""

    lines: list[Line]
    setting: Setting
    tops: list[float]
    bottoms: list[float]

    @classmethod
    def of_page(cls, page: PageLayout, unwanted: frozenset[str], margins: Margins) -> Self:
        boxes = [box for cells in page.tables for box in cells]
        free = gather_lines(each for each in page.letters if not within_any(each, boxes))
        lines = [line for line in free if bare(line.text) not in unwanted]
        tops, bottoms = [box[1] for box in boxes], [box[3] for box in boxes]
        return cls(lines, Setting.of_page(lines, margins), tops, bottoms)

    @property
    def last(self) -> Line | None:
        """The line that ends the page, if one does and no table."""
        end = max(self.bottoms, default=0.0)
        return self.lines[-1] if self.lines and self.lines[-1].middle > end else None

    @property
    def first(self) -> Line | None:
        """The line that begins the page, if one does and no table."""
        is_first = self.lines and all(self.lines[0].middle < top for top in self.tops)
        return self.lines[0] if is_first else None

    @property
    def end(self) -> float:
        """How far down it reaches."""
        return max([*self.bottoms, *(line.middle for line in self.lines)], default=0.0)


def join_cut_paragraphs(
    pages: Sequence[PageLayout], unwanted: frozenset[str], margins: Margins
) -> None:
    """Give each page the rest of its last paragraph, where that goes on in the next page.

    Args:
        pages: All of a file.
        unwanted: Lines that pages repeat, which are of no paragraph.
        margins: From where to where the lines of all pages reach.
    """
    end = max((_Text.of_page(page, unwanted, margins).end for page in pages), default=0.0)
    for page, following in reversed([*pairwise(pages)]):
        text = _Text.of_page(page, unwanted, margins)
        rest = [*_rest(text, _Text.of_page(following, unwanted, margins), end)]
        if rest:
            _move(page, following, rest, text)


def _rest(text: _Text, following: _Text, end: float) -> Iterator[Line]:
    """The lines with which a page's last paragraph goes on in the next page."""
    last, first = text.last, following.first
    if last is None or first is None or text.setting.pitch <= 0:
        return
    is_full = end - last.middle < _FULL * text.setting.pitch
    begins = text.setting.stands_in(first) or following.setting.stands_in(first)
    if not is_full or begins or first.text in counted_titles([*text.lines, *following.lines]):
        return
    before = last
    for at, line in enumerate(following.lines):
        apart = at and following.setting.begins(following.lines[at - 1], line)
        down = before.middle + text.setting.pitch - line.middle
        below = [moved_line(each, down) for each in following.lines[at : at + LINES_OF_A_WORD]]
        if apart or not goes_on(before, below, text.setting.reach(before)):
            return
        yield line
        before = below[0]


def _move(page: PageLayout, following: PageLayout, rest: list[Line], text: _Text) -> None:
    """Put lines below the last one of a page, and what a page repeats below them."""
    pitch, last = text.setting.pitch, text.lines[-1]
    below = Line([each for each in page.letters if each.middle[1] > last.middle + last.size / 2])
    kept = [each for each in page.letters if each not in below.letters]
    page.letters = [*kept, *moved_line(below, len(rest) * pitch).letters]
    for at, line in enumerate(rest, 1):
        page.letters += moved_line(line, last.middle + at * pitch - line.middle).letters
    moved = {id(letter) for line in rest for letter in line.letters}
    following.letters = [each for each in following.letters if id(each) not in moved]
