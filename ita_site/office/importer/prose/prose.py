"""Measures told in paragraphs: a heading that names one, then what labelled lines say of it.

They become a table with a row for each measure, so that nobody else has to know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING, Final

from ita_site.office.importer.prose.cycles import find_cycles
from ita_site.office.importer.prose.lists import begins_label, goes_on_list, heads_section
from ita_site.office.importer.prose.prose_table import as_grid
from ita_site.office.importer.prose.prose_titles import (
    LIKE_OTHERS,
    find_bands,
    find_titles,
    is_like,
)
from ita_site.office.importer.prose.repeated import (
    find_repeated,
    shared_labels,
    split_label,
)
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.words.alone import find_standing, read_alone
from ita_site.office.importer.words.labels import (
    ODD,
    ProseMeasure,
    continues,
    find_label,
    find_misspelt_label,
    find_unknown_label,
)
from ita_site.office.importer.words.signers import begins_closing, begins_signature, is_formula
from ita_site.office.importer.words.told_lines import role_in, take_round

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.tables import Part

_END: Final = re.compile(r"(?:\(?ตารางที่|ภาคผนวก|เอกสารแนบ)")
_OF_PERSONS: Final = ("unit", "person")
_NEAR: Final = 3
"""So many lines the last measure's next label may be away."""
BODY: Final = (
    *("objective", "steps", "guideline", "unit", "timeframe", "schedule", "monitoring", "target"),
    *("goal", "budget", "budget_source", "start", "end", "risk", "summary", "outcome", "status"),
    *("obstacles", "suggestions", "evidence", "percent", "activity", "audience", "place", "remark"),
    *("background", "benefit", "reported_on"),
)
_FEWEST: Final = 2


def read_prose(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts with measures told in paragraphs as tables, where they stood."""
    read: list[Part] = []
    for is_table, run in groupby(parts, lambda part: isinstance(part, Grid)):
        listed = list(run)
        read += listed if is_table else _read_run(listed)  # type: ignore[arg-type]
    return tuple(read)


def _read_run(run: list[Span]) -> list[Part]:
    found = find_measures(run)
    if not found:
        return [*run]
    inside = {at for first, _, end in found for at in range(first, end)}
    first = found[0][0]
    heads = [at for at, _, _ in found]
    bands = [at for at in find_bands(run, heads) if at not in inside]
    read: list[Part] = [words for at, words in enumerate(run[:first]) if at not in inside]
    for begin, end in pairwise((-1, *bands, len(run))):
        read += [run[begin]] if begin >= 0 else []
        read.append(as_grid([told for at, told, _ in found if begin < at < end]))
    after = [at for at in range(first, len(run)) if at not in {*inside, *bands}]
    return [*read, *(run[at] for at in after)]


def find_measures(run: list[Span]) -> list[tuple[int, ProseMeasure, int]]:
    """The measures told in lines, each with where it begins and what follows it begins.

    Headings that name measures with labels that are known below one of them; else numbered ones,
    or any, with the same labels each; else any that name measures.
    """
    titles = find_titles(run)
    labels = shared_labels(run, [*titles])
    bands = {at + 1: at for at in find_bands(run, [*titles])}
    ends = {
        at: bands.get(end, end) for at, end in zip(titles, [*titles, len(run)][1:], strict=True)
    }
    taken = {at: _take_measure(run, titles[at], end, labels) for at, end in ends.items()}
    known = [at for at, (told, _) in taken.items() if _tells_enough(told, labels, surely=True)]
    if not known and (repeated := find_repeated(run) or find_cycles(run)):
        return repeated
    known = [at for at, (told, _) in taken.items() if _tells_enough(told, labels)]
    alike = [
        at
        for at, (told, _) in taken.items()
        if at not in known and is_like(run, at, known, tells=_tells_something(told))
    ]
    for at in alike:
        taken[at] = _take_alike(run, at, taken[at], ends[at])
    return [(at, *taken[at]) for at in sorted([*known, *alike])]


def _take_alike(
    run: list[Span], first: int, taken: tuple[ProseMeasure, int], end: int
) -> tuple[ProseMeasure, int]:
    """A measure by its heading alone: what stands below it up to the next is kept beside it."""
    told, at = taken
    told.doubts.append((run[first], LIKE_OTHERS.format(told.title)))
    while at < end < len(run) and not _ends(run, at, None, ()):
        told.take_odd(run[at])
        at += 1
    return told, at


def _tells_enough(told: ProseMeasure, labels: Mapping[int, str], *, surely: bool = False) -> bool:
    """Whether labels tell of a measure, known ones or such as each of several has.

    Surely, where they do so above any doubted line.
    """
    doubted = {words for words, _ in told.doubts} if surely else ()
    sure = takewhile(lambda each: each[0] not in doubted, told.begun)
    names = {name for _, name, _ in sure if told.cells.get(name) and name != ODD}
    return len([name for name in names if labels or role_in(name) in BODY]) >= _FEWEST


def _tells_something(told: ProseMeasure) -> bool:
    return any(cells and role_in(name) in BODY for name, cells in told.cells.items())


def _take_measure(
    run: list[Span], title: tuple[ProseMeasure, int], end: int, labels: Mapping[int, str]
) -> tuple[ProseMeasure, int]:
    """The measure of a heading, and where what follows it begins: no later than `end`."""
    told, at = title
    column: str | None = None
    open_ended = False
    ahead = _Ahead(run, end)
    while at < end:
        words = run[at]
        if heads_section(words, told, column):
            break
        is_end = _ends(run, at, column, told.cells.get(column or "", ()))
        if is_end and not (is_formula(words) and ahead.goes_on(at)):
            break
        below = run[at + 1 : end] if open_ended or end < len(run) else []
        if of_round := take_round(told, words, column):
            column, open_ended = of_round, not told.cells[of_round]
        elif column and goes_on_list(words, told, column):
            told.cells[column].append(words)
        elif begun := _begin([words, *below[:1]], labels.get(at), told, column, open_ended):
            column, open_ended = begun
        elif column and continues(words, told.cells[column], open_ended=open_ended):
            told.cells[column].append(words)
        elif ahead.goes_on(at) and (column or ahead.at <= at + _NEAR):
            column, open_ended = told.take_odd(words), False
        elif column and (stands := find_standing(words)):
            column, open_ended = told.take_standing(words, stands), False
        else:
            break
        at += 1
    return told, at


def _begin(
    lines: Sequence[Span],
    shared: str | None,
    told: ProseMeasure,
    column: str | None,
    open_ended: bool,  # noqa: FBT001 - as it is kept
) -> tuple[str, bool] | None:
    """Go on with the label of the first of two lines: its column, and whether it goes on freely."""
    words = lines[0]
    if label := _find_label(words, shared, told, column):
        return told.take_label(words, label), not label[2]
    if column and (alone := read_alone(lines, column, is_open=open_ended)):
        return told.take_alone(words, alone, column), True
    if misspelt := find_misspelt_label(words):
        return told.take_misspelt(words, misspelt), not misspelt[2]
    return None


def _find_label(
    words: Span, shared: str | None, told: ProseMeasure, column: str | None
) -> tuple[str, Span, Span] | None:
    """The label a line begins with: a name, or the words that one line of each measure begins with.

    Where those say more than the name, such as ได้แก่ behind it, the value stands behind all.
    """
    found = find_label(words) or find_unknown_label(words, told, column)
    if not shared or not (found or begins_label(words, told, column)):
        return found
    name, label, value = split_label(words, shared)
    if found is None:
        return name, label, value
    return (found[0], label, value) if len(found[1].text) < len(label.text) else found


def _ends(run: list[Span], at: int, column: str | None, cells: Sequence[Span]) -> bool:
    """Whether something else begins; the name below a label of persons is no signature."""
    if _END.match(run[at].text):
        return True
    if column in _OF_PERSONS:
        return is_formula(run[at]) or (bool(cells) and begins_signature(run, at))
    return begins_closing(run, at)


@dataclass(slots=True)
class _Ahead:
    """Looks ahead from line after line of a measure that ends before `end`, at each line once."""

    run: list[Span]
    end: int
    at: int = 0

    def goes_on(self, at: int) -> bool:
        """Whether a measure goes on below a line nobody knows: a label stands there."""
        last = self.end if self.end < len(self.run) else min(self.end, at + _NEAR)
        self.at = max(self.at, at + 1)
        while self.at < last and not (self._ends() or self._is_labelled()):
            self.at += 1
        return self.at < last and not self._ends()

    def _ends(self) -> bool:
        return _ends(self.run, self.at, None, ())

    def _is_labelled(self) -> bool:
        label = find_label(self.run[self.at])
        return label is not None and label[0] in BODY
