"""Tables whose rows are what other tables have as columns: forms, and tables turned over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import is_office
from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.values import join
from ita_site.office.importer.tables.columns import Column, read_column
from ita_site.office.importer.tables.form import Form
from ita_site.office.importer.tables.form_labels import (
    FEWEST_PAIRS,
    LONGEST,
    NAMED_BY,
    is_of_a_cell,
    is_same,
    role_of,
    title_role,
)
from ita_site.office.importer.tables.form_pairs import (
    ONE_PAIR,
    TWO_PAIRS,
    count_titles,
    read_pairs,
    without_number,
)
from ita_site.office.importer.tables.turned import read_turned
from ita_site.office.importer.words.headings import is_name
from ita_site.office.importer.words.roles import TITLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.form_pairs import Pair
    from ita_site.office.importer.tables.rows import Rows

_FEWEST: Final = 2
_COUNTED: Final = (*TITLES, "topic")
ONE_OF_SEVERAL: Final = "แบบนี้มีหลายมาตรการ อ่าน “{}” ขึ้นต้นมาตรการใหม่ โปรดตรวจว่าแบ่งถูก"
JOINED: Final = "“{}” มาจากหลายช่องในแถวเดียวกัน อ่านเป็นคำตอบเดียว โปรดตรวจ"
FOR_ALL: Final = "“{}” อยู่เหนือหลายมาตรการในแบบเดียวกัน จึงใช้กับทุกมาตรการ โปรดตรวจ"


def repeated_in_forms(tables: Iterable[Rows]) -> frozenset[str]:
    """The labels that stand before something in several tables, or several times in one."""
    counts: Counter[str] = Counter()
    for table in tables:
        rows = table.below(count_titles(table))
        is_narrow = bool(rows.words) and len(rows.words[0]) == ONE_PAIR
        listed = read_pairs(rows) if is_narrow else None
        pairs = listed.pairs if listed else []
        counts.update(letters_only(label.text) for label, held in pairs if label and held)
    return frozenset(label for label, count in counts.items() if label and count >= _FEWEST)


def read_form(rows: Rows, repeated: Collection[str] = (), *, told: bool = False) -> Form | None:
    """A table whose rows are what other tables have as columns: a form, or a table turned over.

    Args:
        rows: The table's.
        repeated: Labels that the document's forms have in common, in whatever words.
        told: Whether an officer says that it is a form.

    Returns:
        None when it is no form. Of several measures below each other each is an entry.
    """
    first = count_titles(rows)
    titles = tuple(words for row in rows.words[:first] for words in row if words)
    below = rows.below(first)
    form = read_turned(below) or _read_pairs(below, repeated, told=told)
    return replace(form, titles=titles) if form else None


def _read_pairs(rows: Rows, repeated: Collection[str], *, told: bool) -> Form | None:
    listed = None if _has_head(rows) and not told else read_pairs(rows, told=told)
    if listed is None or not listed.pairs:
        return None
    if not (told or _is_form(listed.pairs) or _is_repeated(listed.pairs, repeated)):
        return None
    form = _Filling(_words(_title_label(listed.pairs)), _first_label(listed.pairs))
    for label, held in listed.pairs:
        form.take(label, held)
    labels = (*listed.bands, *(label for label, _ in listed.pairs if label))
    doubts = (*form.doubts, *((words, JOINED.format(words)) for words in listed.joined))
    return Form(tuple(form.columns), labels, form.entries, form.shared, doubts=doubts)


def _first_label(pairs: Sequence[Pair]) -> Span | None:
    named = (_counted(label) for label, _ in pairs if label and role_of(label))
    return next(named, pairs[0][0] or None)


def _title_label(pairs: Sequence[Pair]) -> Span | None:
    """The first label of the kind that names measures here."""
    titled = [(role, label) for label, _ in pairs if label and (role := title_role(label))]
    return next((label for name in TITLES for role, label in titled if role == name), None)


def _counted(label: Span) -> Span:
    """A label of what forms number, a measure or what it belongs to, without its number."""
    bare = without_number(label)
    return bare if role_of(bare) in _COUNTED else label


@dataclass(slots=True)
class _Filling:
    """Puts pair after pair under the columns, an entry for each measure."""

    title: str
    first: Span | None
    columns: list[Column] = field(default_factory=list)
    entries: list[dict[int, list[Span]]] = field(default_factory=list)
    shared: list[dict[int, Span]] = field(default_factory=list)
    doubts: list[tuple[Span, str]] = field(default_factory=list)
    above: dict[int, Span] = field(default_factory=dict)
    at: int = 0

    def take(self, label: Span, held: Span) -> None:
        """Put what stands behind a label where it belongs; without label it goes on."""
        name = _counted(label)
        self.at = self.at if self.columns and not label else _index(self.columns, name)
        is_there = bool(self.entries) and self.at in self.entries[-1]
        if not self.entries:
            self._begin({})
        elif is_there and label and _words(label) == self.title:
            self._begin_below(label)
        elif is_there and self.first and is_same(name, self.first):
            self._begin({})
        elif is_there and label:
            self.columns[self.at] = _joined(self.columns[self.at], name)
        self.entries[-1].setdefault(self.at, []).extend([held] if held else [])

    def _begin(self, above: dict[int, Span]) -> None:
        self.entries.append({})
        self.shared.append(above)
        self.above = above

    def _begin_below(self, label: Span) -> None:
        """Begin a measure whose first rows are those above the measure before it."""
        before = self.entries[-1]
        leading = takewhile(lambda at: at != self.at, before)
        above = {**self.above, **{at: join(before[at]) for at in leading if before[at]}}
        if len(before) - len(above) <= 1:
            self.doubts.append((label, ONE_OF_SEVERAL.format(label)))
        new = (words for at, words in above.items() if at not in self.above)
        self.doubts += [(words, FOR_ALL.format(words)) for words in new]
        self._begin(above)


def _words(label: Span | None) -> str:
    return letters_only(without_number(label).text) if label else ""


def _index(columns: list[Column], label: Span) -> int:
    """The column of a label, a new one where there is none."""
    for at, column in enumerate(columns):
        if column.heading and is_same(column.heading, label):
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
    return column if guess in column.guess else column.doubted(guess)


def _has_head(rows: Rows) -> bool:
    """Whether the first of several rows of four cells is headings: it speaks, what is below not.

    In a form of two pairs a row the labels below speak as well, and what they are of does not.
    """
    first, *others = rows.words
    if not others or len(first) != TWO_PAIRS:
        return False
    labels = [row[at] for row in others if len(row) == len(first) for at in (0, 2)]
    speaking = sum(bool(words and role_of(words)) for words in first)
    below = sum(bool(words and role_of(words)) for words in labels)
    return all(first) and speaking >= len(first) - 1 and 2 * below <= len(labels)


def _is_form(pairs: Sequence[Pair]) -> bool:
    headings = sum(is_name(held.text) for _, held in pairs)
    if len(pairs) < FEWEST_PAIRS or headings > 1 or is_name(pairs[0][1].text):
        return False
    if any(is_of_a_cell(label.text) for label, _ in pairs):
        return False
    roles = [role for label, _ in pairs if label and (role := role_of(label))]
    is_named = any(name in roles for name in NAMED_BY)
    return (
        is_named
        and _speaks_downwards(pairs)
        and len({*roles}) >= FEWEST_PAIRS
        and 2 * len(roles) >= len(pairs)
    )


def _is_repeated(pairs: Sequence[Pair], repeated: Collection[str]) -> bool:
    """Whether most of the labels stand in further forms as well, and are no values."""
    labels = [label for label, _ in pairs if label]
    common = {
        label.text
        for label in labels
        if letters_only(label.text) in repeated and len(label.text) <= LONGEST
        if not (is_of_a_cell(label.text) or is_office(label.text))
    }
    return len(common) > FEWEST_PAIRS and 2 * len(common) > len(labels)


def _speaks_downwards(pairs: Sequence[Pair]) -> bool:
    """Whether more of the labels name something than of what stands behind them."""
    labels = sum(bool(label and role_of(label)) for label, _ in pairs)
    return labels > sum(bool(held and role_of(held)) for _, held in pairs)
