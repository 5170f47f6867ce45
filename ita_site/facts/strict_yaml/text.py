"""A file's bytes to lines that can be parsed, and what is wrong before any YAML is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.strict_yaml.document import Flaw, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 256_000
MOST_UNSEEN = 3
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf6ff\uf71b-\uf8ff\ufeff\ufffd-\uffff]"
)
"""Characters that are not seen, turn the text around, or stand for a glyph nobody knows.

Old Thai fonts' glyphs (U+F700 to U+F71A) are known: `ita_site.facts.thai.text` reads them.
"""
MERGE_MARK = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
TAB = re.compile(r"^ *(?:- *)*\t", re.MULTILINE)


class UnreadableError(Exception):
    """A file that cannot be taken for YAML at all."""

    def __init__(self, *flaws: Flaw) -> None:
        """Carry what is wrong."""
        super().__init__(*flaws)
        self.flaws = flaws


def decode(data: bytes) -> str:
    """The text, its line ends and odd spaces made plain; columns stay as they are.

    Raises:
        UnreadableError: when it is too large, not UTF-8, or holds what nobody can see.
    """
    if len(data) > MOST_BYTES:
        sizes = {"size": f"{len(data):,}", "most": f"{MOST_BYTES:,}"}
        raise UnreadableError(Flaw("ITA111", Mark(1, 1), (), sizes))
    if b"\x00" in data:
        raise UnreadableError(Flaw("ITA115", Mark(1, 1)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError(Flaw("ITA115", Mark(line, 1))) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if flaws := [*_unseen(text), *_merge_marks(text)]:
        raise UnreadableError(*flaws)
    return text


def without_tabs(text: str) -> tuple[str, list[Flaw], set[int]]:
    """The text with two spaces for each tab of an indent, a flaw that tells, and the lines."""
    places = [_mark(text, found.end() - 1) for found in TAB.finditer(text)]
    if not places:
        return text, [], set()
    lines = ", ".join(str(mark.line) for mark in places[:5]) + (" …" if len(places) > 5 else "")  # noqa: PLR2004
    flaw = Flaw("ITA103", places[0], (), {"lines": lines})
    expanded = "\n".join(_expanded(line) for line in text.split("\n"))
    return expanded, [flaw], {mark.line for mark in places}


def _expanded(line: str) -> str:
    body = line.lstrip(" \t")
    indent = line[: len(line) - len(body)].replace("\t", "  ")
    return indent + re.sub(r"^-\t+", "- ", body)


def _unseen(text: str) -> Iterator[Flaw]:
    for count, found in enumerate(UNSEEN.finditer(text)):
        if count < MOST_UNSEEN:
            value = f"U+{ord(found[0]):04X}"
            yield Flaw("ITA114", _mark(text, found.start()), (), {"value": value})


def _merge_marks(text: str) -> Iterator[Flaw]:
    if found := MERGE_MARK.search(text):
        yield Flaw("ITA116", _mark(text, found.start()), (), {"value": found[1]})


def _mark(text: str, at: int) -> Mark:
    return Mark(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
