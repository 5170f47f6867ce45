"""A table's rows put together to what they tell of: one measure, with all its rows and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import is_office
from ita_site.facts.thai.numerals import to_arabic
from ita_site.facts.thai.torn import is_cut
from ita_site.office.importer.document.labels import is_next_number, whole_number
from ita_site.office.importer.document.spans import parse_item
from ita_site.office.importer.document.values import join
from ita_site.office.importer.facts.named_groups import find_group
from ita_site.office.importer.facts.rows_alone import find_alone, tell_alone, unit_of_row
from ita_site.office.importer.tables.grids import Row
from ita_site.office.importer.tables.repeated_heads import TORN
from ita_site.office.importer.words.groups import (
    KNOWN,
    Guess,
    find_indicator,
)
from ita_site.office.importer.words.roles import COUNTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_site.office.importer.document.draft import Draft
    from ita_site.office.importer.document.spans import Span
    from ita_site.office.importer.tables.grids import Grid

GROUPS: Final = ("topic", "indicator", "instrument", "subject")
"""Columns that say what an entry belongs to."""
ONCE: Final = ("unit", "timeframe", "schedule", "start")
OF_ONE_STEP: Final = ("unit", "timeframe", "start", "end")
"""Columns a measure fills once: a row without any of them goes on with the one before."""
_COUNT: Final = re.compile(r"[0-9๐-๙]\s*[ก-๎]{0,10}$")
_NOTE: Final = ("หมายเหตุ", "ที่มา")


@dataclass(slots=True)
class Entry:
    """What several rows tell of together.

    `cells` hold the lines by column; `parts` the rows of steps with a unit or time of their
    own; `group` and `band` are the group it stands under and the words that say so, `unit` the
    unit that a row above names. `ticks` are the ticks that were understood.
    """

    cells: dict[str, list[Span]]
    group: Guess | None = None
    band: list[Span] = field(default_factory=list)
    strays: list[Span] = field(default_factory=list)
    unit: Span | None = None
    parts: list[Row] = field(default_factory=list)
    ticks: list[Span] = field(default_factory=list)

    def words(self) -> Iterator[Span]:
        """Every word of it."""
        for lines in self.cells.values():
            yield from lines

    def lines(self, column: str) -> list[Span]:
        """The lines of a column."""
        return self.cells.get(column, [])


def gather_entries(
    grid: Grid, draft: Draft, within: Guess | None, heads: list[Span]
) -> list[Entry]:
    """The entries of a table.

    Args:
        grid: A table of measures, results or findings.
        draft: What is gathered; rows that are notes get their reason there.
        within: The group the text above the table names, such as an instrument.
        heads: The words of that text, for the first entry's remark.

    Returns:
        The entries in order.
    """
    return _Gathering(grid, draft, within, list(heads)).gather()


@dataclass(slots=True)
class _Gathering:
    grid: Grid
    draft: Draft
    group: Guess | None
    band: list[Span]
    gathered: list[Entry] = field(default_factory=list)
    unit: Span | None = None
    """The unit of the last row that names nothing but one."""
    standing: Guess | None = None
    """The group of the text above, or of the last row of a group: that of rows that name none."""

    def __post_init__(self) -> None:
        self.standing = self.group

    def gather(self) -> list[Entry]:
        for row in self.grid.rows:
            if self._is_note(row):
                continue
            if band := self._find_band(row):
                self.group, words = band
                self.standing = self.group
                self.band = [*self.band, words]
            elif alone := find_alone(row, self.grid):
                self._take_alone(alone)
            elif self._has_next_number(row):
                self._start_entry(row)
            elif self._continues_entry(row):
                self._extend(self.gathered[-1], row)
            elif self._is_part(row):
                self.gathered[-1].parts.append(row)
            else:
                self._start_entry(row)
        for entry in self.gathered:
            _give_to_first_step(entry)
            _give_unit_of_row(entry, self.grid)
        return self.gathered

    def _key(self) -> str | None:
        """What tells one entry from the next: the measure, else what it belongs to."""
        return next((name for name in ("measure", *GROUPS) if name in self.grid.keys), None)

    def _start_entry(self, row: Row) -> None:
        cells = {
            column: list(row.lines(column))
            for column in self.grid.keys
            if row.cells.get(column) or _inherits(column, row)
        }
        for column in GROUPS:
            if lines := cells.get(column):
                self._group_by(column, lines)
                break
        else:
            if self.grid.form:
                self.group = self.standing
            self._group_to_fix(cells)
        strays, ticks = list(row.strays), list(row.ticks)
        entry = Entry(cells, self.group, self.band, strays, self.unit, ticks=ticks)
        self.gathered.append(entry)
        self.band = []

    def _group_to_fix(self, cells: dict[str, list[Span]]) -> None:
        """Stand under the indicator when what is to be fixed is only that indicator's name."""
        lines = cells.get("to_fix", [])
        if "measure" not in cells or not lines:
            return
        named = find_indicator(join(lines).text, self.draft.edition)
        if named and named.similarity >= KNOWN:
            self.group = Guess("indicator", str(named.indicator.no), sure=True)
            cells["indicator"] = cells.pop("to_fix")
        else:
            self.group = self.standing

    def _group_by(self, column: str, lines: list[Span]) -> None:
        """Stand under the group a cell names; a name nobody knows stands under none."""
        label = join(lines)
        self.group = find_group(label, self.draft, indicator=column == "indicator")
        if self.group is None:
            field = column if column in ("indicator", "instrument") else "topic"
            self.draft.doubt(label, f"ไม่รู้จักประเด็น “{label}” โปรดใส่ {field} เอง")

    def _continues_entry(self, row: Row) -> bool:
        key = self._key()
        if not self.gathered:
            return False
        if key and key in row:
            return self._is_cut_off(row)
        torn = row.tops_page and not any(entry.parts for entry in self.gathered)
        if any(column in row for column in ONCE) and not torn:
            return False
        return bool(row.cells) and (row.tops_page or not ("question" in row or "finding" in row))

    def _is_cut_off(self, row: Row) -> bool:
        """Whether a page cut a row and this is its rest: words of its cells say so, and no number.

        Where rows have no numbers, those of two cells, or a list that counts on. Told.
        """
        if not row.tops_page or "number" in row:
            return False
        before = self.gathered[-1]
        both = [(before.lines(column), lines) for column, lines in row.cells.items()]
        cut = [lines[0] for above, lines in both if above and is_cut(above[-1].text, lines[0].text)]
        counts = any(_list_counts_on(above, lines) for above, lines in both)
        enough = counts or len(cut) > ("number" not in self.grid.keys)
        if enough:
            self.draft.doubt((cut or row.words())[0], TORN)
        return enough

    def _has_next_number(self, row: Row) -> bool:
        """Whether the number before everything else counts on, and no measure reaches down."""
        if self.grid.columns[0].role != "number" or self._key() in row.covered:
            return False
        numbered = bool(self.gathered) and len(row.cells) > 1 and "number" in row
        return numbered and counts_on(self.gathered[-1].lines("number"), row.cells["number"])

    def _extend(self, entry: Entry, row: Row) -> None:
        """What goes on: a torn line is mended at a page's top, told; else lines follow lines."""
        for column, lines in row.cells.items():
            before = entry.cells.setdefault(column, [])
            whole = parse_item(lines[0]).marked or (column == "unit" and is_office(lines[0].text))
            torn = row.tops_page and before and not whole
            if torn:
                spaced = _ends_phrase(before[-1], lines[0]) or None
                before[-1] = before[-1].followed_by(lines[0], spaced=spaced)
                self.draft.advise(row.words()[0], TORN)
            before.extend(lines[1:] if torn else lines)
        entry.strays.extend(row.strays)
        entry.ticks.extend(row.ticks)

    def _is_part(self, row: Row) -> bool:
        """Whether it is a further step of the measure whose cell is empty here or merged."""
        return (
            bool(self.gathered)
            and self._key() == "measure"
            and "measure" not in row
            and "steps" in row
        )

    def _is_note(self, row: Row) -> bool:
        words = row.words()
        if words and words[0].text.startswith(_NOTE):
            self.draft.note_reason("เป็นหมายเหตุใต้ตาราง", *words)
            return True
        return not words

    def _find_band(self, row: Row) -> tuple[Guess, Span] | None:
        """The group of a row that holds nothing but a group's name; a form has no such row."""
        words = row.words()
        begins = not row.cells or {*COUNTERS, self.grid.first_column} & {*row.cells}
        if self.grid.form or len(words) != 1 or not begins:
            return None
        guess = find_group(words[0], self.draft)
        return (guess, words[0]) if guess else None

    def _take_alone(self, words: Span) -> None:
        """Go on below a row of one cell: with the unit it names, or as before."""
        unit = unit_of_row(words)
        tell_alone(words, unit, self.draft)
        if unit:
            self.unit, self.band = unit, [*self.band, words]


def _ends_phrase(line: Span, following: Span) -> bool:
    """Whether a line ends with a count, behind which Thai has a space, and no word is torn."""
    return bool(_COUNT.search(line.text)) and not is_cut(line.text, following.text)


def _give_unit_of_row(entry: Entry, grid: Grid) -> None:
    """The unit of the row above is the entry's, where it surely has none of its own."""
    own = entry.lines("unit")
    is_open = any(each.role == "unit" and not each.named for each in grid.columns)
    if entry.unit and (is_open or not (own or any("unit" in row for row in entry.parts))):
        entry.cells["unit"] = [entry.unit, *own]


def _give_to_first_step(entry: Entry) -> None:
    """Where each further step has its own unit or time, that of the first row is its step's."""
    shared = {key for key in OF_ONE_STEP if all(key in row for row in entry.parts)}
    own = {key: tuple(lines) for key, lines in entry.cells.items() if key in shared and lines}
    if entry.parts and own and entry.lines("steps"):
        cells = {"steps": tuple(entry.cells.pop("steps")), **own}
        entry.parts.insert(0, Row(cells, {}, (), tops_page=False))
        for key in own:
            del entry.cells[key]


def counts_on(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """Whether a cell holds the number behind that of another."""
    one, other = number_of(before), number_of(after)
    return one is not None and other == one + 1


def _list_counts_on(above: Sequence[Span], lines: Sequence[Span]) -> bool:
    """Whether the rest of an entry stands before the next number of a list."""
    numbers = [parse_item(line).number for line in above]
    last = next((each for each in reversed(numbers) if each.isdigit()), "")
    first, *further = (parse_item(line).number for line in lines)
    following = next(filter(None, further), "")
    return not first and is_next_number(last, following)


def number_of(lines: Sequence[Span]) -> int | None:
    """The whole number that a cell holds; None where it holds anything else."""
    text = to_arabic(" ".join(map(str, lines))).strip(" .)")
    return whole_number(text)


def _inherits(column: str, row: Row) -> bool:
    return column in row.covered and column not in ("measure", "steps", "guideline")
