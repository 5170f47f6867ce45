"""Two wordings of one text: which words went, which came. Thai is cut into words first."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.model.labelled import Labelled
from ita_site.facts.thai.words import words as thai_words

if TYPE_CHECKING:
    from collections.abc import Iterable

ISLAND = 4
"""So few letters that stayed between two changes are told with them: nobody reads confetti."""
LONGEST = 4000
"""Of longer texts only the beginnings are compared."""
PIECES = re.compile(
    r"https?://[^\s\u0e00-\u0e7f]+|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"
    r"|[\u0e00-\u0e7f]+|[^\W\u0e00-\u0e7f]+|\s+|.",
    re.DOTALL,
)
"""An address is one word: nobody types a part of it."""


class Fate(Labelled):
    """What became of some words."""

    KEPT = "kept", "คงเดิม"
    GONE = "gone", "ตัดออก"
    COME = "come", "เพิ่ม"


class Words(NamedTuple):
    """Some words and what became of them."""

    fate: Fate
    text: str


def mark_changes(old: str, new: str) -> tuple[Words, ...]:
    """The two texts as one: what stayed, what went, what came, in the order of reading."""
    before, after = cut_words(old[:LONGEST]), cut_words(new[:LONGEST])
    matcher = SequenceMatcher(None, before, after)
    runs = [
        ("".join(before[a:b]), "".join(after[c:d]), kind == "equal")
        for kind, a, b, c, d in matcher.get_opcodes()
    ]
    found: list[Words] = []
    for gone, come, same in _joined(runs):
        parts = [(Fate.KEPT, gone)] if same else [(Fate.GONE, gone), (Fate.COME, come)]
        found += [Words(fate, text) for fate, text in parts if text]
    return tuple(found)


def shorten_kept(words: Iterable[Words], beside: int = 40) -> tuple[Words, ...]:
    """The same with long stretches that stayed cut down to what stands beside a change."""
    listed = list(words)
    last = len(listed) - 1
    return tuple(
        Words(fate, _middle_out(text, beside, first=at == 0, last=at == last))
        if fate is Fate.KEPT
        else Words(fate, text)
        for at, (fate, text) in enumerate(listed)
    )


def _middle_out(text: str, beside: int, *, first: bool, last: bool) -> str:
    if len(text) <= 2 * beside + 10:
        return text
    head, tail = _head(text, beside), _tail(text, beside)
    return f"{'' if first else head}…{'' if last else tail}"


def _head(text: str, length: int) -> str:
    """Whole words of the beginning."""
    kept = ""
    for piece in cut_words(text[: 2 * length]):
        if len(kept) + len(piece) > length:
            break
        kept += piece
    return kept


def _tail(text: str, length: int) -> str:
    kept = ""
    for piece in reversed(cut_words(text[-2 * length :])):
        if len(kept) + len(piece) > length:
            break
        kept = piece + kept
    return kept


def _joined(runs: Iterable[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """Changes that stand close together as one, with the little that stayed between them."""
    found: list[tuple[str, str, bool]] = []
    for gone, come, same in runs:
        if len(found) > 1 and not same and _is_island(found[-1]):
            island, before = found.pop()[0], found.pop()
            found.append((before[0] + island + gone, before[1] + island + come, False))
        else:
            found.append((gone, come, same))
    return found


def _is_island(run: tuple[str, str, bool]) -> bool:
    text, _, same = run
    return same and len(text.strip()) < ISLAND


def cut_words(text: str) -> list[str]:
    cut: list[str] = []
    for piece in PIECES.findall(text):
        cut += thai_words(piece) if "\u0e00" <= piece[0] <= "\u0e7f" else [piece]
    return cut
