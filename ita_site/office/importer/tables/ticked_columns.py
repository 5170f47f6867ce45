"""Columns whose headings a tick below stands for: months, quarters, statuses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import OFFICE_LIKE, ONLY_OFFICES, is_office
from ita_site.facts.model.progress import Status
from ita_site.office.importer.words.headings import is_name, parse_heading
from ita_site.office.importer.words.roles import RESULT, RESULT_ROLES
from ita_site.office.importer.words.rounds import months_until
from ita_site.office.importer.words.ticks import (
    begins_bar,
    ends_bar,
    guess_status,
    is_check,
    is_cross,
    is_mark,
)
from ita_site.office.importer.words.times import timeframe_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.office.importer.tables.columns import Column

Cells = tuple[str, ...]
"""The texts of one column, without those that say nothing."""
TIMES: Final = ("timeframe", "schedule", "start")
"""The roles of columns that say when."""
TICKED_RESULTS: Final = "ในช่องเป็นเครื่องหมาย บอกได้แต่ว่าทำเมื่อใด"
TICKED_UNIT: Final = "หัวคอลัมน์เป็นชื่อส่วนราชการ และในช่องเป็นเครื่องหมาย"
BESIDE_STATUSES: Final = "อยู่ข้างคอลัมน์สถานะ และในช่องเป็นเครื่องหมาย"
CROSSED: Final = "มีเครื่องหมายกากบาท ซึ่งอ่านเป็นการเลือก ถ้าหมายถึงไม่ได้ทำ โปรดแก้"
_CHECK_ASKED: Final = re.compile(r"[(\[]\s*[/✓✔√☑✅]\s*[)\]]")
"""What a heading shows as the sign for yes."""
_SHORT: Final = 8
_AMOUNT: Final = re.compile(r"[0-9๐-๙][0-9๐-๙,.]*\s*(?:บาท|%)?")


def says_when(text: str) -> bool:
    """Whether a cell is a time."""
    return timeframe_of(" ".join(text.split())).understood


def is_done(column: Column) -> bool:
    """Whether a tick in a column says that something was done."""
    heading = column.heading.text if column.heading else ""
    return column.role == "status" and guess_status(heading) is Status.DONE


def find_marked(columns: Sequence[Column], texts: Sequence[str]) -> tuple[set[int], set[int]]:
    """The ticked columns with a mark in a row, and of its statuses those that are crossed out.

    The bar between two ends is a mark too. Crossed out are crosses beside a tick; crosses alone
    are ticks.
    """
    ticked = [at for at, each in enumerate(columns) if each.tick]
    marked = {at for at in ticked if is_mark(texts[at])} | _barred(ticked, texts)
    of_statuses = {at for at in marked if columns[at].role == "status"}
    checked = {at for at in of_statuses if is_check(texts[at])}
    crossed = of_statuses - checked if checked else set[int]()
    return marked - crossed, crossed


def _barred(ticked: Sequence[int], texts: Sequence[str]) -> set[int]:
    """The ticked columns from each left end of an arrow to the right one."""
    ends = [at for at in ticked if ends_bar(texts[at])]
    barred = set[int]()
    for first in [at for at in ticked if begins_bar(texts[at])]:
        last = next((at for at in ends if at > first), first)
        barred |= {at for at in ticked if first <= at <= last}
    return barred


@dataclass(slots=True)
class TickedColumns:
    """Settles which columns are ticked and which hold words, by their cells."""

    columns: list[Column]
    cells: Sequence[Cells]

    def settle(self) -> None:
        """Change the columns whose cells are not what their headings let expect."""
        self._units_of_ticks()
        self._statuses_of_any_words()
        self._statuses_beside()
        self._checked_or_crossed()
        self._words_below_ticks()
        self._ticks_below_months()

    def _set(self, at: int, **changes: object) -> None:
        self.columns[at] = replace(self.columns[at], **changes)  # type: ignore[arg-type]

    def _units_of_ticks(self) -> None:
        """Headings that name units, over nothing but ticks: who has to do with the measure."""
        places = [at for at in range(len(self.columns)) if self._is_ticked_unit(at)]
        signs = {text.strip() for at in places for text in self.cells[at]}
        guess = f"ใช้เครื่องหมายหลายแบบ ({', '.join(sorted(signs))})" if len(signs) > 1 else ""
        for at in places:
            tick = self.columns[at].heading
            own = guess or ("" if self._role_above(at) == "unit" else TICKED_UNIT)
            self._set(at, role="unit", months="", tick=tick, named=True, guess=own, second=None)

    def _is_ticked_unit(self, at: int) -> bool:
        """Whether a column's heading names a unit, no status, and below it there are only ticks."""
        column = self.columns[at]
        if not (self.cells[at] and column.heading and all(map(is_mark, self.cells[at]))):
            return False
        text = column.heading.text
        if guess_status(text) or is_name(text) or column.tick:
            return False
        of_units = self._role_above(at) == "unit" and OFFICE_LIKE.match(text)
        return bool(of_units or is_office(text) or ONLY_OFFICES.fullmatch(text))

    def _checked_or_crossed(self) -> None:
        """A status by itself over ticks and crosses, or over ไม่ beside ticks: these say no.

        Beside further statuses a cross may be another hand's tick, which is told.
        """
        statuses = [at for at, each in enumerate(self.columns) if each.tick and is_done(each)]
        for at in statuses:
            cells = self.cells[at]
            no = [text for text in cells if is_cross(text) or not is_mark(text)]
            asked = _CHECK_ASKED.search(str(self.columns[at].heading)) is not None
            if not no or not all(map(guess_status, no)):
                continue
            is_drawn = not any(text.strip() in ("x", "X") for text in no)
            checked, alone = any(map(is_check, cells)), not self._has_statuses_beside(at)
            if alone and (checked or (asked and is_drawn)):
                self._set(at, tick=None, named=False)
            elif any(map(is_cross, no)) and (alone or checked):
                self._set(at, guess=CROSSED)

    def _has_statuses_beside(self, at: int) -> bool:
        own = self.columns[at]
        others = [each for each in self.columns if each is not own and each.parents == own.parents]
        return any(each.role == "status" and each.tick for each in others)

    def _statuses_of_any_words(self) -> None:
        """Headings that say a status in words of no list, over nothing but ticks.

        Where no row has a tick, beside such a column below the same heading.
        """
        of_ticks = {
            column.parents
            for at, column in enumerate(self.columns)
            if column.parents and self.cells[at] and all(map(is_mark, self.cells[at]))
        }
        for at, column in enumerate(self.columns):
            ticked = all(map(is_mark, self.cells[at]))
            if not self.cells[at] and column.parents not in of_ticks:
                continue
            if ticked and column.heading and not column.tick and guess_status(column.heading.text):
                guess = f"“{column.heading}” อ่านเป็นสถานะ"
                self._set(at, role="status", tick=column.heading, named=False, guess=guess)

    def _statuses_beside(self) -> None:
        """Ticks below words nobody knows, beside statuses below the same heading, are one too."""
        of_statuses = {each.parents for each in self.columns if each.role == "status" and each.tick}
        for at, column in enumerate(self.columns):
            ticked = self.cells[at] and all(map(is_mark, self.cells[at]))
            if ticked and column.heading and not column.tick and column.parents in of_statuses:
                self._set(
                    at, role="status", tick=column.heading, named=False, guess=BESIDE_STATUSES
                )

    def _words_below_ticks(self) -> None:
        """Below a month or a status that holds words there are results, not ticks."""
        for at, column in enumerate(self.columns):
            texts = [text for text in self.cells[at] if not is_mark(text)]
            if column.tick is None or column.heading is None:
                continue
            if column.role in RESULT_ROLES and column.role != "status":
                self._settle_result(at, texts)
            elif texts and column.role == "timeframe":
                self._words_below_a_period(at, texts)
            elif texts and column.role == "status":
                self._set(at, role=RESULT, tick=None, guess="หัวคอลัมน์เป็นสถานะ แต่ในช่องเป็นข้อความ")

    def _ticks_below_months(self) -> None:
        """Ticks below several months each, such as ต.ค.-ธ.ค., say when, as below one month.

        Below results only where no other column says when; a tick there says no more than that.
        """
        for places in self._months_by_parents().values():
            above = {self._role_above(at) for at in places}
            cells = [text for at in places for text in self.cells[at]]
            of_results = not above.isdisjoint(RESULT_ROLES)
            is_ticked = all(map(is_mark, cells)) and bool(cells or above & {*TIMES})
            if not is_ticked or (of_results and self._others_say_when(places)):
                continue
            guess, second = (TICKED_RESULTS, RESULT) if of_results else ("", None)
            for at in places:
                tick = self.columns[at].heading
                self._set(at, role="timeframe", months="", tick=tick, guess=guess, second=second)

    def _months_by_parents(self) -> dict[tuple[str, ...], list[int]]:
        """The columns headed by several months, by the headings above these."""
        found: dict[tuple[str, ...], list[int]] = {}
        for at, column in enumerate(self.columns):
            if column.heading and not column.tick and months_until(column.heading.text):
                found.setdefault(tuple(each.text for each in column.parents), []).append(at)
        return found

    def _role_above(self, at: int) -> str | None:
        above = (parse_heading(each.text) for each in reversed(self.columns[at].parents))
        return next((each.role for each in above if each), None)

    def _others_say_when(self, places: Sequence[int]) -> bool:
        """Whether a column beside these says when."""
        others = (column.role for at, column in enumerate(self.columns) if at not in places)
        return any(role in TIMES for role in others)

    def _settle_result(self, at: int, texts: list[str]) -> None:
        """Below a month of results ticks tell when; below one that ends no round words are kept."""
        column = self.columns[at]
        if not texts:
            self._set(at, role="timeframe", months="")
        elif column.months:
            self._set(at, tick=None)
        else:
            self._set(at, role=None, tick=None, second=RESULT)

    def _words_below_a_period(self, at: int, texts: list[str]) -> None:
        column = self.columns[at]
        long = any(len(text) > _SHORT and not _AMOUNT.fullmatch(text) for text in texts)
        if long and column.months:
            self._set(
                at, role=RESULT, tick=None, second="timeframe", guess="ในช่องเป็นข้อความ ไม่ใช่เครื่องหมาย"
            )
        elif not all(says_when(text) for text in texts):
            self._set(at, role=None, months="", tick=None, second="timeframe")
        else:
            self._set(at, months="")
