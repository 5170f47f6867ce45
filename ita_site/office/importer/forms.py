"""Tables whose rows are what other tables have as columns: forms, and tables turned over."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import is_office
from ita_site.facts.thai.likeness import is_similar, letters_only
from ita_site.office.importer.columns import Column, read_column
from ita_site.office.importer.looks import is_figure, is_time
from ita_site.office.importer.roles import FORM_HEADS, is_name, parse_heading
from ita_site.office.importer.roots import KEPT, weigh_heading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ita_site.office.importer.head_rows import Rows
    from ita_site.office.importer.spans import Span

_FEWEST: Final = 2
_LONGEST: Final = 45
_ALIKE: Final = 0.85
_SPOKEN: Final = 1.8
Pair = tuple["Span", "Span"]
"""A form's label and what stands behind it."""
_FEWEST_PAIRS: Final = 3
_MOST_LABELS: Final = 60
_WIDTHS: Final = (2, 4)
_TITLE: Final = re.compile(
    r"(?:ชื่อ)?มาตรการ(?:ที่)?\s*(?:[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]?)?\s*[:：]?\s*"
)
_NAMED_BY: Final = ("measure", "project", "activity", "steps", "guideline")


Form = tuple[tuple[Column, ...], tuple["Span", ...], list[list[list["Span"]]]]
"""The columns, the words of all labels, and for each entry the lines it has of the columns."""


def repeated_in_forms(tables: Iterable[Rows]) -> frozenset[str]:
    """The labels that stand before something in several tables, or several times in one."""
    counts: Counter[str] = Counter()
    for rows in tables:
        pairs = (_pairs(rows) or []) if rows.words and len(rows.words[0]) == _WIDTHS[0] else []
        counts.update(letters_only(label.text) for label, held in pairs if label and held)
    return frozenset(label for label, count in counts.items() if label and count >= _FEWEST)


def read_form(rows: Rows, repeated: Collection[str] = ()) -> Form | None:
    """A table whose rows are what other tables have as columns: a form, or a table turned over.

    Args:
        rows: The table.
        repeated: Labels that the document's forms have in common, in whatever words.

    Returns:
        The columns, the labels, and for each entry what it has; None when it is no form.
    """
    if turned := _turned(rows):
        return turned
    pairs = None if _has_head(rows) else _pairs(rows)
    if pairs is None or not (_is_form(pairs) or _is_repeated(pairs, repeated)):
        return None
    columns: list[Column] = []
    entries: list[dict[int, list[Span]]] = []
    first = next((label for label, _ in pairs if label and _role(label)), pairs[0][0])
    at = 0
    for label, held in pairs:
        at = at if columns and not label else _index(columns, label)
        if not entries or (label and _is_same(label, first) and at in entries[-1]):
            entries.append({})
        if label and at in entries[-1]:
            columns[at] = _joined(columns[at], label)
        entries[-1].setdefault(at, []).extend([held] if held else [])
    width = range(len(columns))
    labels = tuple(label for label, _ in pairs if label)
    return tuple(columns), labels, [[entry.get(at, []) for at in width] for entry in entries]


def _index(columns: list[Column], label: Span) -> int:
    """The column of a label, a new one where there is none."""
    for at, column in enumerate(columns):
        if column.heading and _is_same(column.heading, label):
            return at
    columns.append(read_column([label]) if label else Column())
    return len(columns) - 1


def _joined(column: Column, label: Span) -> Column:
    """A column that takes a second row of the same form: told, where its words are others."""
    if not column.heading:
        return column
    if letters_only(label.text) == letters_only(column.heading.text):
        return column
    guess = f"รวมแถว “{label}” ไว้ด้วยกัน"
    return column if guess in column.guess else replace(column, guess=guess)


def _role(label: Span) -> str | None:
    """What a label names; of one in no list what its words speak for."""
    text = label.text.rstrip(" :：")
    if len(text) > _LONGEST or _is_of_a_cell(text):
        return None
    if found := parse_heading(text):
        return found.role
    if is_office(text):
        return None
    spoken = weigh_heading(text)
    role = max(spoken, key=lambda each: spoken[each], default=KEPT)
    return role if role != KEPT and spoken[role] >= _SPOKEN else None


def _is_same(label: Span, other: Span) -> bool:
    """Whether two labels say the same: names of one role, or like words.

    Words that only speak for one role may be two rows of a form: which has it, is weighed later.
    """
    if _round(label) != _round(other):
        return False
    named, others = _named_role(label), _named_role(other)
    if named and others:
        return named == others
    return is_similar(label.text, other.text, _ALIKE)


def _round(label: Span) -> str:
    found = parse_heading(label.text.rstrip(" :："))
    return found.months if found else ""


def _named_role(label: Span) -> str | None:
    found = parse_heading(label.text.rstrip(" :："))
    return found.role if found and found.named else None


def _pairs(rows: Rows) -> list[Pair] | None:
    """The labels with what stands behind them; None where the rows are no pairs."""
    pairs: list[Pair] = []
    for at, row in enumerate(rows.words):
        own = [words for words, cover in zip(row, rows.covers[at], strict=True) if not cover]
        while len(own) > _WIDTHS[0] and not own[-1]:
            own.pop()
        if len(own) == 1 and own[0] and (title := _TITLE.match(own[0].own)) and title.end():
            pairs.append((own[0].cut(0, title.end()), own[0].cut(title.end())))
        elif len(own) not in _WIDTHS:
            return None
        elif not all(letters_only(words.text) in FORM_HEADS for words in own):
            pairs.extend((own[index], own[index + 1]) for index in range(0, len(own), 2))
    return pairs


def _has_head(rows: Rows) -> bool:
    """Whether the first of several rows of four cells is headings: it speaks, what is below not.

    In a form of two pairs a row the labels below speak as well, and what they are of does not.
    """
    first, *others = rows.words
    if not others or len(first) != _WIDTHS[1]:
        return False
    labels = [row[at] for row in others if len(row) == len(first) for at in (0, 2)]
    speaking = sum(bool(words and _role(words)) for words in first)
    below = sum(bool(words and _role(words)) for words in labels)
    return all(first) and speaking >= len(first) - 1 and 2 * below <= len(labels)


def _is_form(pairs: Sequence[Pair]) -> bool:
    headings = sum(is_name(held.text) for _, held in pairs)
    if len(pairs) < _FEWEST_PAIRS or headings > 1 or is_name(pairs[0][1].text):
        return False
    if any(_is_of_a_cell(label.text) for label, _ in pairs):
        return False
    roles = [role for label, _ in pairs if label and (role := _role(label))]
    is_named = any(name in roles for name in _NAMED_BY)
    return (
        is_named
        and _speaks_downwards(pairs)
        and len({*roles}) >= _FEWEST_PAIRS
        and 2 * len(roles) >= len(pairs)
    )


def _is_repeated(pairs: Sequence[Pair], repeated: Collection[str]) -> bool:
    """Whether most of the labels stand in further forms as well, and are no values."""
    labels = [label for label, _ in pairs if label]
    common = {
        label.text
        for label in labels
        if letters_only(label.text) in repeated and len(label.text) <= _LONGEST
        if not (_is_of_a_cell(label.text) or is_office(label.text))
    }
    return len(common) > _FEWEST_PAIRS and 2 * len(common) > len(labels)


def _is_of_a_cell(text: str) -> bool:
    """Whether no label says so: a figure, or a time."""
    return is_figure(text) or is_time(text)


def _speaks_downwards(pairs: Sequence[Pair]) -> bool:
    """Whether more of the labels name something than of what stands behind them."""
    labels = sum(bool(label and _role(label)) for label, _ in pairs)
    return labels > sum(bool(held and _role(held)) for _, held in pairs)


def _turned(rows: Rows) -> Form | None:
    """A table whose first column holds its headings, several entries beside them."""
    width = len(rows.words[0]) if len(rows) else 0
    if not (width > _FEWEST and len(rows) <= _MOST_LABELS) or any(map(any, rows.covers)):
        return None
    if _is_alike_downwards(rows):
        return None
    labels = [row[0] for row in rows.words]
    roles = [role for label in labels if label and (role := _role(label))]
    across = [bool(words and is_name(words.text)) for words in rows.words[0][1:]]
    scored = {"score", "indicator"} <= {*roles} or {"score", "instrument"} <= {*roles}
    planned = len({*roles}) >= _FEWEST_PAIRS and any(name in roles for name in _NAMED_BY)
    headings = [bool(words and _role(words)) for words in rows.words[0]]
    if sum(headings) * len(labels) >= len(roles) * width and sum(headings) > 1:
        return None
    if any(across) or not (scored or planned) or 2 * len(roles) < len(labels):
        return None
    columns = tuple(read_column([label]) if label else Column() for label in labels)
    entries = [[row[at] for row in rows.words] for at in range(1, width)]
    return (
        columns,
        tuple(label for label in labels if label),
        [[[words] if words else [] for words in entry] for entry in entries if any(entry)],
    )


def _is_alike_downwards(rows: Rows) -> bool:
    """Whether figures, times or offices stand below each other rather than beside each other."""
    kinds = [[_kind(words.text) for words in row[1:]] for row in rows.words]
    across = sum(_is_one(row) for row in kinds)
    down = sum(_is_one(column) for column in zip(*kinds[1:], strict=True))
    return down > across


def _kind(text: str) -> str:
    checks = (("figure", is_figure), ("time", is_time), ("office", is_office))
    return next((name for name, fits in checks if fits(text)), "")


def _is_one(kinds: Sequence[str]) -> bool:
    return len(kinds) > 1 and bool(kinds[0]) and len({*kinds}) == 1
