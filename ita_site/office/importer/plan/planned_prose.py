"""Lines read as a plan says: measures where the plan has them, what it leaves as found read so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.formats.office_file import RefusedError
from ita_site.office.importer.plan.plan import ON_PURPOSE
from ita_site.office.importer.plan.prose_plan import (
    GOES_ON,
    MEASURE,
    TEXT,
    by_line,
    iter_runs,
    name_lines,
)
from ita_site.office.importer.prose.prose_table import make_grid
from ita_site.office.importer.prose.prose_titles import title_of
from ita_site.office.importer.prose.repeated import cut_label
from ita_site.office.importer.tables.columns import Column
from ita_site.office.importer.tables.grids import Grid
from ita_site.office.importer.tables.plain_row import PlainRow
from ita_site.office.importer.words.alone import find_standing
from ita_site.office.importer.words.labels import ProseMeasure, continues
from ita_site.office.importer.words.roles import RESULT, label_of
from ita_site.office.importer.words.signers import begins_closing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_site.office.importer.plan.prose_plan import ProseFound, ProsePlan
    from ita_site.office.importer.tables.tables import Part


def read_planned_prose(
    parts: Sequence[Part], found: ProseFound, chosen: Sequence[ProsePlan]
) -> tuple[Part, ...]:
    """The document with measures where the plan has them; what it leaves as found is read so."""
    named = name_lines(parts)
    merged = by_line(found.plans) | by_line(chosen)
    runs = iter_runs(parts)
    closing = (run[at] for run in runs for at in range(len(run)) if begins_closing(run, at))
    reader = _Reader(
        {words: merged[name] for words, name in named.items() if name in merged},
        named,
        found,
        frozenset(closing),
    )
    read: list[Part] = []
    for part in parts:
        read += reader.take(part) if isinstance(part, Span) else [*reader.finish(), part]
    read += reader.finish()
    if reader.refused:
        raise RefusedError("ITA939", lines=", ".join(reader.refused))
    return tuple(read)


_IN_TEXT: Final = ("score", "rating", "indicator", "instrument", "subject")
"""What is read of a line outside measures as well."""


def _as_point(words: Span, label: str) -> Grid:
    """A line outside measures that tells a weakness, as a table of one."""
    cut = cut_label(words, label) if label else None
    head, value = cut or (None, words)
    return Grid(
        words.place,
        (Column("to_fix", heading=head),),
        (head or words.cut(0, 0),),
        [PlainRow.of_lines([(value or words,)])],
        form=True,
        head_rows=None,
        told=(ProseMeasure(words),),
        names=("to_fix",),
        is_settled=True,
    )


@dataclass(slots=True)
class _Reader:
    """Reads lines as a plan says. `is_open` tells that a label had nothing behind it."""

    chosen: Mapping[Span, tuple[str | None, str]]
    named: Mapping[Span, str]
    found: ProseFound
    closing: frozenset[Span]
    told: list[ProseMeasure] = field(default_factory=list)
    columns: dict[str, Column] = field(default_factory=dict)
    column: str = ""
    is_paused: bool = True
    is_open: bool = False
    refused: list[str] = field(default_factory=list)

    def finish(self) -> list[Part]:
        """The measures so far as a table; what follows belongs to none of them."""
        grids: list[Part] = (
            [make_grid(self.told, self.columns, is_settled=True)] if self.told else []
        )
        self.told, self.columns, self.is_paused = [], {}, True
        return grids

    def take(self, words: Span) -> list[Part]:
        """The line itself where it is text; nothing where it went to a measure, or to the rest."""
        role, label = self.chosen.get(words, (GOES_ON, ""))
        if role == GOES_ON:
            return self._go_on(words, is_said=words in self.chosen)
        if role == TEXT:
            self.is_paused = True
            return [words]
        if role == MEASURE:
            self._begin_measure(words, label)
        elif self.told:
            self._begin(words, role, label)
        elif role == "to_fix":
            return [_as_point(words, label)]
        elif role in _IN_TEXT:
            return [words]
        elif role:
            self.refused.append(f"{self.named[words]} เป็น “{label_of(role)}”")
        return []

    def _begin_measure(self, words: Span, label: str) -> None:
        cut = cut_label(words, label) if label else None
        head, named = cut if cut and cut[1] else (None, words)
        told = title_of(named)
        told.heads[:0] = [head] if head else []
        if as_found := self.found.titles.get(words):
            told = ProseMeasure(as_found.title, [*as_found.heads], is_guess=as_found.is_guess)
        told.begun.append((words, MEASURE, None))
        self.told.append(told)
        self.column, self.is_paused = "", False
        self._doubt(words)

    def _doubt(self, words: Span) -> None:
        if text := self.found.doubts.get(words):
            self.told[-1].doubts.append((words, text))

    def _go_on(self, words: Span, *, is_said: bool) -> list[Part]:
        if self.is_paused:
            return [words]
        measure = self.told[-1]
        cells = measure.cells.get(self.column, [])
        if not measure.title:
            measure.title = words
        elif any(part.source == words.source for part in measure.title.parts()):
            return []
        elif self.column and (is_said or self._continues(words, cells)):
            cells.append(words)
        elif is_said:
            self._begin(words, None, "")
        else:
            self.is_paused = True
            return [words]
        return []

    def _continues(self, words: Span, cells: Sequence[Span]) -> bool:
        if words in self.found.went_on:
            return True
        return words not in self.closing and continues(words, cells, open_ended=self.is_open)

    def _begin(self, words: Span, role: str | None, label: str) -> None:
        cut = cut_label(words, label) if label else None
        named, value = cut or (None, words)
        if label and not named:
            self.told[-1].doubts.append((words, f"บรรทัดนี้ไม่ได้ขึ้นต้นด้วย “{label}”"))
        column = self._column(words, role, named)
        self.column, self.is_paused = column.key or role or f"?{letters_only(label)}", False
        self.columns.setdefault(self.column, column)
        if self.column == RESULT and not label and (stands := find_standing(words)):
            self.told[-1].take_standing(words, stands)
        else:
            self.told[-1].take_label(words, (self.column, named, value))
        self.is_open = not value

    def _column(self, words: Span, role: str | None, named: Span | None) -> Column:
        """What a line's label tells of: as it was read, with its doubt, where the plan says so."""
        as_found = self.found.columns.get(words)
        if as_found and as_found.role == role:
            self._doubt(words)
            return as_found
        heading = named and named.stripped(":： ")
        months = as_found.round if as_found else ""
        return Column(role, months=months, heading=heading, guess="" if role else ON_PURPOSE)
