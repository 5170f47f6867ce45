"""Headings of a table that its following pages repeat, be their boxes too low for them or not."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise, takewhile
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.formats.pdf.boxes import NEAR, bare, within
from ita_site.office.importer.formats.pdf.letters import gather_lines, mend_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.formats.pdf.boxes import Box
    from ita_site.office.importer.formats.pdf.layout import PageLayout
    from ita_site.office.importer.formats.pdf.letters import Line

_MOST_HEADS: Final = 3


def mend_heads(pages: Sequence[PageLayout]) -> None:
    """Let repeated headings say what they said the page before.

    Office programs repeat a heading in boxes of the height that most of its cells need: what is
    more stands out of them, or is cut off.
    """
    for page, following in pairwise(pages):
        if page.tables and following.tables:
            for own, again in _pairs(last_table(page), first_table(following)):
                if not _is_begun(page, own, following, again):
                    break
                for box, other in zip(own, again, strict=True):
                    _mend(page, box, following, other)


def find_repeated_head(
    page: PageLayout, table: list[Box], following: PageLayout, rest: list[Box]
) -> tuple[list[Box], list[Box]]:
    """The boxes of the headings that a page repeats: on the page before, and on it."""
    pairs = [
        *takewhile(
            lambda pair: (
                [_says(page, box) for box in pair[0]] == [_says(following, box) for box in pair[1]]
            ),
            _pairs(table, rest),
        )
    ]
    own, again = ([box for pair in pairs for box in pair[at]] for at in (0, 1))
    return (own, again) if len(again) < len(rest) else ([], [])


def first_table(page: PageLayout) -> list[Box]:
    """The table that stands highest."""
    return min(page.tables, key=top)


def last_table(page: PageLayout) -> list[Box]:
    """The table that reaches lowest."""
    return max(page.tables, key=bottom)


def top(table: Sequence[Box]) -> float:
    return min(box[1] for box in table)


def bottom(table: Sequence[Box]) -> float:
    return max(box[3] for box in table)


def _pairs(table: list[Box], rest: list[Box]) -> Iterator[tuple[list[Box], list[Box]]]:
    """First rows of two tables, as long as they have the same columns."""
    for pair in list(zip(_rows(table), _rows(rest), strict=False))[:_MOST_HEADS]:
        if not are_level(*pair):
            return
        yield pair


def are_level(last: Sequence[Box], first: Sequence[Box]) -> bool:
    """Whether two rows have the same columns."""
    return len(last) == len(first) > 0 and all(
        abs(above[0] - below[0]) <= NEAR and abs(above[2] - below[2]) <= NEAR
        for above, below in zip(last, first, strict=True)
    )


def lines_in(page: PageLayout, box: Box) -> list[Line]:
    return gather_lines(each for each in page.letters if within(each, box))


def _is_begun(
    page: PageLayout, own: Sequence[Box], following: PageLayout, again: Sequence[Box]
) -> bool:
    """Whether a row says what another does, last lines of some cells apart."""
    said, repeated = [_says(page, box) for box in own], [_says(following, box) for box in again]
    begun = [
        {*accumulate(bare(line.text) for line in lines_in(page, box)), words}
        for box, words in zip(own, said, strict=True)
    ]
    return any(words and words == each for words, each in zip(said, repeated, strict=True)) and all(
        each in lines for each, lines in zip(repeated, begun, strict=True)
    )


def _mend(page: PageLayout, box: Box, following: PageLayout, other: Box) -> None:
    """Put a heading's letters into the box that repeats only their beginning."""
    missing = _says(page, box).removeprefix(_says(following, other))
    if not missing:
        return
    own = [letter for letter in page.letters if within(letter, box)]
    right, down = other[0] - box[0], other[1] - box[1]
    middle = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    first, end = _reach(following, other, missing)
    following.letters[first:end] = [
        replace(
            each,
            left=each.left + right,
            right=each.right + right,
            top=each.top + down,
            bottom=each.bottom + down,
            begun=middle,
        )
        for each in own
    ]


def _reach(page: PageLayout, box: Box, missing: str) -> tuple[int, int]:
    """From where to where a file writes a heading: with what of the missing stands below it."""
    places = [at for at, letter in enumerate(page.letters) if within(letter, box)]
    end = begun = places[-1] + 1
    for at, letter in enumerate(page.letters[begun : begun + 3 * len(missing)], begun + 1):
        below = box[0] <= letter.middle[0] <= box[2] and letter.middle[1] > box[3] - NEAR
        if letter.text.strip() and not below:
            break
        if missing.startswith(bare(mend_text("".join(x.text for x in page.letters[begun:at])))):
            end = at
    return places[0], end


def _rows(table: list[Box]) -> Iterator[list[Box]]:
    """Its boxes, those together that begin at one height."""
    row: list[Box] = []
    for box in sorted(table, key=lambda each: each[1]):
        if row and box[1] - row[0][1] > NEAR:
            yield sorted(row)
            row = []
        row.append(box)
    if row:
        yield sorted(row)


def _says(page: PageLayout, box: Box) -> str:
    return bare("".join(line.text for line in lines_in(page, box)))
