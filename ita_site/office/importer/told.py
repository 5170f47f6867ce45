"""Lines of a measure told in paragraphs: the label a line begins with, and what goes on with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.roles import is_name, parse_heading
from ita_site.office.importer.spans import parse_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.spans import Span

_SECTION: Final = re.compile(r"[0-9๐-๙]+(?:\.[0-9๐-๙]+)*\s*[.)]?\s*(?=[ก-ฮเ-ไ])")
_UNKNOWN: Final = re.compile(r"(?P<name>[ก-๎A-Za-z][^:：0-9๐-๙]{1,28}?)\s*[:：]\s*(?=[^\s/])")
_LABEL: Final = 40


@dataclass(slots=True)
class Told:
    """One measure: its title and what each label says, with the words of the labels.

    `begun` are the lines that begin something, each with its column and label. `is_guess` tells
    that no word named it a measure.
    """

    title: Span
    heads: list[Span] = field(default_factory=list)
    cells: dict[str, list[Span]] = field(default_factory=dict)
    labels: dict[str, Span] = field(default_factory=dict)
    begun: list[tuple[Span, str, Span | None]] = field(default_factory=list)
    is_guess: bool = False

    def begin(self, column: str, label: Span | None, value: Span) -> None:
        """Go on with what a line's label says."""
        if label:
            self.labels.setdefault(column, label)
            self.heads.append(label)
        self.cells.setdefault(column, []).extend([value] if value else [])


def continues(words: Span, before: Sequence[Span], *, open_ended: bool) -> bool:
    """Whether a line goes on with a label's list: a bullet, the next number, or free words.

    Free words only where nothing stood behind the label; a number of another style, or out of
    turn, begins something else.
    """
    item = parse_item(words)
    if item.label is None:
        return item.bullet or (open_ended and _SECTION.match(words.own) is None)
    labels = [label for each in before if (label := parse_item(each).label)]
    if not labels:
        return item.number.rpartition(".")[2] == "1"
    same_style = style_of(labels[-1]) == style_of(item.label)
    last = parse_item(before[-1]).number.rpartition(".")[2]
    return same_style and last.isdigit() and item.number.rpartition(".")[2] == str(int(last) + 1)


def style_of(label: Span) -> str:
    """How a number is written, whichever it is: `#.` or `(#)`."""
    return re.sub(r"[0-9๐-๙]+", "#", label.own)


def find_label(words: Span) -> tuple[str, Span, Span] | None:
    """A label at a line's beginning: its role, its words, and what stands behind it."""
    own = parse_item(words).words
    colon = re.match(r"(?P<name>[^:：]{2,40}?)\s*[:：]\s*", own.own)
    if colon and (found := parse_heading(colon["name"])) and found.sure:
        return found.role, own.cut(0, colon.end()), own.cut(colon.end())
    for space in (*reversed([*re.finditer(r"\s+", own.own[:_LABEL])]), None):
        name = own.own if space is None else own.own[: space.start()]
        if _is_name(name):
            end = len(name) if space is None else space.end()
            return _role(name), own.cut(0, end), own.cut(end)
    return None


def find_unknown_label(words: Span) -> tuple[str, Span, Span] | None:
    """A label nobody knows: a few words before a colon, with something behind; kept as such."""
    found = _UNKNOWN.match(words.own)
    if found is None or parse_item(words).marked:
        return None
    name = words.cut(0, found.end("name"))
    return f"?{letters_only(name.text)}", words.cut(0, found.end()), words.cut(found.end())


def _is_name(name: str) -> bool:
    return len(name) <= _LABEL and bool(name) and _exact(name) is not None


def _exact(name: str) -> str | None:
    found = parse_heading(name) if is_name(name) else None
    return found.role if found else None


def _role(name: str) -> str:
    role = _exact(name)
    assert role  # noqa: S101 - asked before
    return role
