"""Rows that sum up those above them, and tables that only count: they tell of no measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.words.headings import parse_heading
from ita_site.office.importer.words.looks import is_bare_figure
from ita_site.office.importer.words.roles import SUM_WORDS
from ita_site.office.importer.words.ticks import find_ticked_column

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER: Final = r"[0-9๐-๙][0-9๐-๙,]*(?:\.[0-9๐-๙]+)?"
_SIGNS: Final = r"[\s()/.,:;*=\-–—]"


def _one_of(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_IN_WORDS: Final = r"\([ก-๎\s]+(?:บาท|สตางค์)(?:ถ้วน)?\)"
_SUM: Final = re.compile(
    rf"(?:{_one_of(SUM_WORDS['of'])}|{_SIGNS})*(?:{_one_of(SUM_WORDS['sums'])})"
    rf"(?:{_one_of(SUM_WORDS['sums'])}|{_one_of(SUM_WORDS['of'])}|{_NUMBER}|%|{_IN_WORDS}|{_SIGNS})*",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(rf"{_SIGNS}*{_NUMBER}{_SIGNS}*%?{_SIGNS}*")
_COUNT: Final = re.compile(
    rf"{_SIGNS}*(?:จำนวน|ร้อยละ|เป็นเงิน)?\s*{_NUMBER}\s*(?:%|[ก-๎.]{{0,16}}){_SIGNS}*"
    rf"|{_IN_WORDS}"
)
_NOTHING: Final = re.compile(rf"{_SIGNS}*")


def sums_up(cells: Sequence[str]) -> bool:
    """Whether a row only sums up: its first words say so, beside figures, counts and nothing."""
    filled = [text for text in cells if not _NOTHING.fullmatch(text)]
    worded = [text for text in filled if not _FIGURE.fullmatch(text)]
    if not worded or not _SUM.fullmatch(worded[0]):
        return False
    return all(
        _COUNT.fullmatch(line.strip()) or _SUM.fullmatch(line)
        for text in worded[1:]
        for line in text.splitlines()
    )


def counts_statuses(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table only counts how many measures are done and how many are not."""
    statuses = [head for head in heads if find_ticked_column(head) == "status"]
    numbered = any((found := parse_heading(head)) and found.role == "number" for head in heads)
    cells = [text for row in rows for text in row if text.strip()]
    return len(statuses) > 1 and not numbered and bool(cells) and all(map(is_bare_figure, cells))
