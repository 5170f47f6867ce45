"""A table over all its pages, and its rows by what their columns hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import letters_only
from ita_site.office.importer.document.spans import Span
from ita_site.office.importer.tables.columns import Column
from ita_site.office.importer.tables.form_pairs import named_by
from ita_site.office.importer.tables.plan_rows import DONE_WHEN, PLAN_OR_DONE, says_done
from ita_site.office.importer.tables.settling import settle_columns
from ita_site.office.importer.tables.sums import sums_up
from ita_site.office.importer.tables.ticked_columns import find_marked
from ita_site.office.importer.tables.ticked_times import in_place_of, times_of_ticks
from ita_site.office.importer.words.boxes import NONE_TICKED, PLANS, SEVERAL_TICKED, read_boxes
from ita_site.office.importer.words.looks import is_day
from ita_site.office.importer.words.roles import COUNTERS, RESULT_ROLES, tells
from ita_site.office.importer.words.ticks import is_mark, is_tick

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.tables.plain_row import PlainRow
    from ita_site.office.importer.words.labels import ProseMeasure


_FEWEST_LABELS: Final = 3
_OF_SCORES: Final = frozenset(("criteria", "questions", "coded", "indicators", "instruments"))
"""Tables in which a sum is the result, as a total score is."""


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row by what its columns hold.

    `cells` are the lines of each cell of its own, `covered` those of a cell merged from above,
    `strays` what stands under no known heading. `tops_page` tells a page may begin here, `ticks`
    are the ticks that were understood.
    """

    cells: dict[str, tuple[Span, ...]]
    covered: dict[str, tuple[Span, ...]]
    strays: tuple[Span, ...]
    tops_page: bool
    ticks: tuple[Span, ...] = ()

    def __contains__(self, column: str) -> bool:
        return column in self.cells

    def lines(self, column: str) -> tuple[Span, ...]:
        """The lines of a cell, of one merged from above when it has none of its own."""
        return self.cells.get(column) or self.covered.get(column, ())

    def words(self) -> tuple[Span, ...]:
        """Every line of its own."""
        return (*(line for lines in self.cells.values() for line in lines), *self.strays)


@dataclass(slots=True)
class Grid:
    """A table over all its pages. `heads` are its headings, `repeats` those of further pages.

    `columns` are settled by `settle`, which makes `rows` of the `plain` ones; `ticks` are the ticks
    that were understood, `boxes` the lines of which what is ticked is said, `coloured` the first
    place whose colour was one, `times` what ticks below columns say. `kinds`
    is what its rows tell; empty where nobody knows. `head_rows` are the rows of its first table
    that are headings, as the file counts them; None where that is no question, as in a form.
    `goes_on` are the places of further tables that are the same. `aside` are the places of rows
    that are no data, `doubts` lines to look at, and why.
    `told` are the measures told in paragraphs that it is made of, `names` what these call its
    columns, `is_settled` tells that a plan says what these hold, `reshaped` that a plan says what
    its rows are. `said` are the columns that a plan has otherwise than found, with its lines.
    """

    place: str
    columns: tuple[Column, ...]
    heads: tuple[Span, ...] = ()
    plain: list[PlainRow] = field(default_factory=list)
    repeats: list[Span] = field(default_factory=list)
    form: bool = False
    head_rows: tuple[int, ...] | None = ()
    goes_on: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    ticks: list[Span] = field(default_factory=list)
    boxes: list[Span] = field(default_factory=list)
    coloured: str = ""
    kinds: tuple[str, ...] = ()
    aside: frozenset[str] = frozenset()
    doubts: list[tuple[Span, str]] = field(default_factory=list)
    told: tuple[ProseMeasure, ...] = ()
    names: tuple[str, ...] = ()
    is_settled: bool = False
    reshaped: bool = False
    said: dict[int, int] = field(default_factory=dict)
    times: dict[int, Span] = field(default_factory=dict)

    @property
    def is_prose(self) -> bool:
        """Whether it is made of paragraphs."""
        return bool(self.told)

    @property
    def keys(self) -> tuple[str, ...]:
        """What its rows call the cells of the columns that have a field."""
        return tuple(dict.fromkeys(column.key for column in self.columns if column.key))

    @property
    def first_column(self) -> str | None:
        """What the leftmost known column holds, numbers aside."""
        return next((name for name in self.keys if name not in COUNTERS), None)

    @property
    def wordings(self) -> frozenset[str]:
        """Its headings as they are compared."""
        return frozenset(letters_only(words.text) for words in self.heads)

    @property
    def labels(self) -> tuple[str, ...]:
        """The headings of its columns as they are compared, from the left."""
        return tuple(letters_only(column.words) for column in self.columns)

    @property
    def idle_heads(self) -> list[Span]:
        """The headings nobody knows that nothing stands below: they may be values themselves."""
        return [
            column.heading
            for at, column in enumerate(self.columns)
            if column.heading and (column.role is None or is_day(column.heading.text))
            if not any(row.words[at].source.text.strip() for row in self.plain)
        ]

    def words(self) -> Iterator[Span]:
        """Every word of it."""
        yield from self.heads
        for row in self.plain:
            for at in range(len(row.words)):
                yield from row.lines(at)

    def texts(self) -> list[list[str]]:
        """The texts of its cells, ticks among them."""
        return [
            [_text(row, at) for at in range(len(row.words))]
            for row in self.plain
            if row.place not in self.aside
        ]

    @property
    def rows_aside(self) -> list[PlainRow]:
        """The rows that are no data."""
        return [row for row in self.plain if row.place in self.aside]

    def _find_sums(self) -> frozenset[str]:
        """The places of the rows that only sum up; none in a form."""
        if self.head_rows is None or not self.heads:
            return frozenset()
        return frozenset(row.place for row in self.plain if sums_up([*map(str, row.words)]))

    def settle(self, edition: Edition, year: int, titles: Collection[str] = ()) -> None:
        """Settle what the columns hold by their cells and neighbours.

        Args:
            edition: What the year asks.
            year: The assessment year.
            titles: What measures are called in tables before, as it is compared.
        """
        self.aside = self._find_sums()
        self.columns = settle_columns(self.columns, self.texts(), edition, year, titles)
        if _OF_SCORES.issuperset(self._kinds()):
            self.aside = frozenset()

    @property
    def lists_labels(self) -> bool:
        """Whether its first column mostly says what stands beside it, as a form's does."""
        first = [row[0] for row in self.texts() if row and row[0]] if not self.form else []
        roles = [role for text in first if (role := named_by(text))]
        return len({*roles}) >= _FEWEST_LABELS and 2 * len(roles) >= len(first)

    def lay_out(self, year: int) -> None:
        """Put the cells under what the columns hold; under nothing where they are labels.

        `year` is the assessment year, in which months without a year lie.
        """
        if self.lists_labels and not (self.is_prose or self.said or self.reshaped):
            self.columns = tuple(Column(heading=each.heading) for each in self.columns)
        self.kinds = self._kinds()
        self.times = times_of_ticks(self.columns, year, self.doubts)
        self.rows = [self._row(row) for row in self.plain if row.place not in self.aside]

    def _kinds(self) -> tuple[str, ...]:
        return tells({name.split()[0] for name in self.keys}) if self.heads else ()

    def _row(self, plain: PlainRow) -> Row:
        cells: dict[str, tuple[Span, ...]] = {}
        covered: dict[str, tuple[Span, ...]] = {}
        strays: list[Span] = []
        before = len(self.ticks)
        ticked = self._ticked(plain)
        done = self._is_done(plain)
        for at, column in enumerate(self.columns):
            words, name = plain.words[at], column.key
            if name and at in ticked and column.tick:
                name = DONE_WHEN if done and name == "timeframe" else name
                said = in_place_of(self.times[at], words.place)
                cells[name] = (*cells.get(name, ()), said)
                if words.source.text:
                    self.ticks.append(Span.whole(words.source))
            elif words and column.role == PLAN_OR_DONE:
                self.ticks.append(words)
            elif words and name and not (column.tick and is_mark(words.text)):
                listed, left = self._read_cell(plain.lines(at), column)
                if done is False and column.role in RESULT_ROLES:
                    listed, left = (), (*listed, *left)
                name = DONE_WHEN if done and name == "timeframe" else name
                cells[name] = (*cells.get(name, ()), *listed)
                strays.extend(left)
            elif column.role == "status" and not column.tick and is_tick(words.source.text):
                cells[str(name)] = (*cells.get(str(name), ()), Span.whole(words.source))
                self.ticks.append(Span.whole(words.source))
            elif words:
                strays.extend(plain.lines(at))
            elif name and (above := plain.above[at]):
                covered[name] = above.lines()
        cells = {name: lines for name, lines in cells.items() if lines}
        return Row(cells, covered, tuple(strays), plain.tops_page, tuple(self.ticks[before:]))

    def _is_done(self, plain: PlainRow) -> bool | None:
        """Whether a row of two a measure tells what was done, not what is planned; else None."""
        at = next((at for at, each in enumerate(self.columns) if each.role == PLAN_OR_DONE), None)
        return None if at is None or not plain.words[at] else says_done(plain.words[at].text)

    def _read_cell(
        self, lines: tuple[Span, ...], column: Column
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """What a cell says: of boxes what is ticked; and what of it is only to be kept."""
        boxes = read_boxes(lines) if column.role not in PLANS else None
        is_result = column.role in RESULT_ROLES
        is_unticked = boxes is not None and not boxes.ticked and boxes.is_asked and is_result
        if boxes is None or not (boxes.is_choice or is_unticked):
            return lines, ()
        if not boxes.ticked or (is_result and boxes.of_statuses and len(boxes.ticked) > 1):
            self.doubts.append((lines[0], SEVERAL_TICKED if boxes.ticked else NONE_TICKED))
            return (), lines
        self.boxes.extend(lines)
        return boxes.ticked, ()

    def _ticked(self, row: PlainRow) -> set[int]:
        """The columns that a tick, a colour or the bar between two ends stands in."""
        marked, crossed = find_marked(self.columns, [words.source.text for words in row.words])
        self.ticks += [Span.whole(row.words[at].source) for at in crossed]
        plain = {fill for at, fill in enumerate(row.fills) if at not in self.times}
        coloured = {
            at
            for at in self.times
            if row.fills[at] and row.fills[at] not in plain and not row.words[at]
        }
        self.coloured = self.coloured or "".join(row.words[at].place for at in sorted(coloured)[:1])
        return marked | coloured


def _text(row: PlainRow, at: int) -> str:
    sign = row.words[at].source.text
    if is_tick(sign):
        return sign.strip()
    lines = row.lines(at)
    boxes = read_boxes(lines)
    if boxes and (status := boxes.progress):
        return status.label
    lines = boxes.ticked if boxes and boxes.is_choice else lines
    return "\n".join(map(str, lines))
