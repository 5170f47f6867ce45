"""Short lines by themselves within what came of a measure, which may be headings nobody listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.words.roles import RESULT_ROLES
from ita_site.office.importer.words.roots import first_root, weigh_heading
from ita_site.office.importer.words.said_status import find_said_status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.document.spans import Span

MAYBE: Final = "?"
"""What a line is that may be a heading of nobody knows what."""
_SHORT: Final = 40
_FEW: Final = 24
_SPEAKS: Final = 2.5
_TWICE: Final = 2
_NOUN: Final = re.compile(r"^(?:ความ|การ|สิ่ง|เรื่อง|ข้อ)(?:ที่)?")
"""What makes a noun of the word behind it."""
_NOW: Final = re.compile(r"(?:ณ\s*)?(?:ขณะนี้|ปัจจุบัน|บัดนี้|ตอนนี้|เวลานี้)(?:นี้)?\s*(?:ได้|มีการ)?(?=\S)")
_FIGURE: Final = re.compile(r"[0-9๐-๙]")


def read_alone(lines: Sequence[Span], column: str, *, is_open: bool) -> str:
    """What the first of two lines heads, by its words, in a list of results; empty for nothing.

    `is_open` tells that free lines go on with the list.
    """
    here = column.partition(" ")[0]
    if len(lines) < _TWICE or here not in RESULT_ROLES or not _is_bare(lines[0]):
        return ""
    text, below = lines[0].text, lines[1].text
    weights = {role: each for role, each in weigh_heading(text).items() if role in RESULT_ROLES}
    role = max(weights, key=lambda each: weights[each], default="")
    if role and weights[role] >= _SPEAKS and role in first_root(_NOUN.sub("", text)):
        return role if role != here else ""
    is_apart = len(text) <= _FEW and " " not in text and len(below) > _TWICE * len(text)
    return MAYBE if is_open and is_apart and not parse_item(lines[1]).marked else ""


def find_standing(words: Span) -> tuple[Span, Span] | None:
    """The word for now that a line begins with, and what says how far it is, if it does."""
    if parse_item(words).marked:
        return None
    now = _NOW.match(words.own)
    end = now.end() if now else 0
    return (words.cut(0, end), words.cut(end)) if find_said_status(words.own[end:]) else None


def _is_bare(words: Span) -> bool:
    """Whether a line is as short as headings are, without figures, marks or a status."""
    is_short = len(words.text) <= _SHORT and not _FIGURE.search(words.text)
    return is_short and not (parse_item(words).marked or find_said_status(words.own))
