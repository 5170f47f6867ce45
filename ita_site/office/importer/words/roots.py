"""What the parts of a heading's words speak for, where no name of a role fits; `roots.yml`."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ita_site.facts.strict_yaml.shipped import read_shipped
from ita_site.facts.thai.likeness import letters_only
from ita_site.facts.thai.words import THAI, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEPT: Final = "kept"
"""Speaks for a column no field is made for."""
_LATER: Final = 0.6
"""The first word of a Thai heading says what it is, those behind it which one."""
_THAT: Final = "ที่"
"""Behind it stands what the first word is: เรื่องที่ขัดข้อง is of what is wrong, not of matters."""
_OF: Final = "ของ"
_WHOSE: Final = 0.3
"""Behind ของ stands only whose it is."""
_IN_BRACKETS: Final = re.compile(r"[(（][^()（）]*[)）]")
_LONGEST: Final = 80
_SHORT: Final = 2
_WORDS: Final = read_shipped(__package__, "roots.yml")


def _by_root() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for role, roots in _WORDS["roots"].items():
        for root, weight in roots.items():
            found[letters_only(root)][role] = float(weight)
    return dict(found)


_ROOTS: Final = _by_root()
_MOST: Final = max(map(len, _ROOTS))
LOOKS: Final[dict[str, dict[str, float]]] = {
    role: {look: float(weight) for look, weight in looks.items() if look != "needs"}
    for role, looks in _WORDS["looks"].items()
}
NEEDS: Final[dict[str, tuple[str, ...]]] = {
    role: tuple(looks["needs"]) for role, looks in _WORDS["looks"].items() if "needs" in looks
}


@lru_cache(maxsize=4096)
def weigh_heading(text: str) -> Mapping[str, float]:
    """How strongly a heading's words speak for each role; none where no root is in them."""
    if len(text) > _LONGEST:
        return {}
    weights: dict[str, float] = defaultdict(float)
    bare = _IN_BRACKETS.sub(" ", text)
    inside = " ".join(_IN_BRACKETS.findall(text))
    for part, share in ((bare, 1.0), (inside, _LATER / 2)):
        letters = letters_only(part.replace("%", "ร้อยละ").replace("ตชว.", "ตัวชี้วัด"))
        head, _, whose = letters.partition(_OF)
        before = _THAT
        for root in _roots_in(head):
            leads = before.endswith(_THAT)
            for role, weight in _ROOTS[root].items():
                weights[role] += weight * share * (1.0 if leads else _LATER)
            before = root if leads else ""
        for root in _roots_in(whose):
            for role, weight in _ROOTS[root].items():
                weights[role] += weight * share * _WHOSE
    return dict(weights)


def first_root(text: str) -> Mapping[str, float]:
    """What the word speaks for that a heading begins with; nothing where that is no root."""
    letters = letters_only(_IN_BRACKETS.sub(" ", text))
    root = next(_roots_in(letters), None)
    return _ROOTS[root] if root and letters.startswith(root) else {}


def _beginnings(run: re.Match[str]) -> Iterator[int]:
    """Where the words of Thai letters begin."""
    return accumulate(map(len, words(run[0])), initial=run.start())


def _roots_in(letters: str) -> Iterator[str]:
    """The roots from left to right, the longest where several begin; short ones as words only.

    In ยังบกพร่อง is no งบ.
    """
    begins = {at for run in THAI.finditer(letters) for at in _beginnings(run)}
    at = 0
    while at < len(letters):
        root = next(
            (
                letters[at : at + length]
                for length in range(min(_MOST, len(letters) - at), 0, -1)
                if letters[at : at + length] in _ROOTS and (length > _SHORT or at in begins)
            ),
            None,
        )
        if root:
            yield root
        at += len(root) if root else 1
