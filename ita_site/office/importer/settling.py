"""What a table's columns hold after a look at their cells and at each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.model.office_names import is_office
from ita_site.facts.thai.timeframe import parse_timeframe
from ita_site.office.importer.groups import KNOWN, find_indicator
from ita_site.office.importer.private import is_private
from ita_site.office.importer.roles import RESULT, RESULT_ROLES, ROLES
from ita_site.office.importer.ticks import guess_status, is_mark
from ita_site.office.importer.weighing import weigh_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.columns import Column

_SOME_YEAR: Final = 2568


_MOST: Final = 0.6

_FEWEST: Final = 2

SAME_HEADING: Final = "มีหัวนี้มากกว่า 1 คอลัมน์ แต่ไม่รู้ว่าเป็นรอบใด จึงรวมเป็นรายงานเดียว"

ROUND_BESIDE: Final = "อ่านเป็นของรอบ {} เดือน ตามคอลัมน์ผลทางซ้าย"

NO_ROUND: Final = "ไม่บอกรอบ จึงรวมกับรอบล่าสุด"

_SHORT: Final = 8

_NOTHING: Final = re.compile(r"[\s\-–—.…]*")

_PERCENT: Final = re.compile(r"(?:ร้อยละ\s*)?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]+)?\s*%?")

_AMOUNT: Final = re.compile(r"[0-9๐-๙][0-9๐-๙,.]*\s*(?:บาท|%)?")

_INDICATOR: Final = re.compile(r"\s*ตัวชี้วัดที่\s*[0-9๐-๙]")

Cells = tuple[str, ...]
"""The texts of one column, without those that say nothing."""


def settle_columns(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], edition: Edition, year: int
) -> tuple[Column, ...]:
    """What the columns hold, after a look at their cells and at each other.

    Args:
        columns: As their headings say.
        rows: The texts of the cells below them.
        edition: What the year asks, for the names of its indicators.
        year: The assessment year, for columns that differ by year.
    """
    told = _without_groups(rows)
    cells = [_filled_cells(told, at) for at in range(len(columns))]
    return _Settling(list(columns), cells, edition, year).settle()


def _without_groups(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows but those whose first cell alone speaks, for the rows below it."""
    filled = [{at for at, text in enumerate(row) if not _NOTHING.fullmatch(text)} for row in rows]
    if max(map(len, filled), default=0) <= _FEWEST:
        return [*rows]
    return [row for row, places in zip(rows, filled, strict=True) if places != {0}]


def _filled_cells(rows: Sequence[Sequence[str]], at: int) -> Cells:
    return tuple(row[at] for row in rows if not _NOTHING.fullmatch(row[at]))


@dataclass(slots=True)
class _Settling:
    columns: list[Column]
    cells: list[Cells]
    edition: Edition
    year: int

    def settle(self) -> tuple[Column, ...]:
        self._persons()
        self._statuses_of_any_words()
        self._words_below_ticks()
        self.columns = list(weigh_columns(self.columns, self.cells, self.edition))
        self._scores_or_targets()
        self._take_free_roles()
        self._one_year_of_several()
        self._percentages()
        self._unknown_by_cells()
        self._results_beside_a_round()
        self._results_of_unknown_rounds()
        return tuple(self.columns)

    @property
    def roles(self) -> set[str]:
        return {column.role for column in self.columns if column.role}

    def _set(self, at: int, **changes: object) -> None:
        self.columns[at] = replace(self.columns[at], **changes)  # type: ignore[arg-type]

    def _persons(self) -> None:
        """A column that holds persons and telephone numbers and nothing else, whatever its head."""
        for at, column in enumerate(self.columns):
            known = column.role is not None
            cells = self.cells[at]
            if cells and all(is_private(text, with_position=not known) for text in cells):
                self._set(at, role="person", tick=None, months="", guess="")

    def _statuses_of_any_words(self) -> None:
        """Headings that say a status in words of no list, over nothing but ticks."""
        for at, column in enumerate(self.columns):
            ticked = self.cells[at] and all(map(is_mark, self.cells[at]))
            if ticked and column.heading and not column.tick and guess_status(column.heading.text):
                guess = f"“{column.heading}” อ่านเป็นสถานะ"
                self._set(at, role="status", tick=column.heading, named=False, guess=guess)

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
        elif not all(_is_time(text) for text in texts):
            self._set(at, role=None, months="", tick=None, second="timeframe")
        else:
            self._set(at, months="")

    def _scores_or_targets(self) -> None:
        """ตัวชี้วัด beside a measure whose cells name no indicator of ITA is the measure's own."""
        planned = bool(self.roles & {"measure", "steps", "project", "activity", "objective"})
        for at, column in enumerate(self.columns):
            if column.role == "indicator" and planned and not self._names_indicators(at):
                self._set(at, role="target", second="indicator")
            if column.role == "subject" and planned and self._names_indicators(at):
                self._set(at, role="indicator", second="subject")
            if column.role == "goal" and "target" not in self.roles | self._indicators(
                planned=planned
            ):
                self._set(at, role="target", second="goal")

    def _indicators(self, *, planned: bool) -> set[str]:
        """The targets that are still called indicators."""
        own = [
            at
            for at, column in enumerate(self.columns)
            if planned and column.role == "indicator" and not self._names_indicators(at)
        ]
        return {"target"} if own else set()

    def _names_indicators(self, at: int) -> bool:
        guesses = [find_indicator(text, self.edition) for text in self.cells[at]]
        named = (_INDICATOR.match(text) for text in self.cells[at])
        known = [
            each
            for each, called in zip(guesses, named, strict=True)
            if called or (each and each.similarity >= KNOWN)
        ]
        return 2 * len(known) >= max(1, len(guesses))

    def _take_free_roles(self) -> None:
        for at, column in enumerate(self.columns):
            listed = ROLES[column.role].get("takes") if column.role else None
            if listed and column.role not in listed:
                free = [role for role in listed if role not in self.roles]
                self._set(at, role=(free or listed[-1:])[0])

    def _one_year_of_several(self) -> None:
        """Of scores of several years the newest are this result's; of budgets this year's."""
        planned = bool(self.roles & {"measure", "steps"})
        for role in {column.role for column in self.columns if column.year}:
            years = {column.year for column in self.columns if column.role == role and column.year}
            newest = max(each for each in years if each)
            wanted = self.year if self.year in years and role != "score" else newest
            for at, column in enumerate(self.columns):
                if column.role != role or column.year is None:
                    continue
                if column.year != wanted or (planned and role == "score"):
                    self._set(at, role=None, guess="", second=role)

    def _percentages(self) -> None:
        reported = bool(self.roles & {"measure", "steps"}) and not self.roles & {"question"}
        named = bool(self.roles & {"indicator", "indicator_number", "instrument", "subject"})
        for at, column in enumerate(self.columns):
            cells = self.cells[at]
            percents = bool(cells) and all(_PERCENT.fullmatch(text) for text in cells)
            if column.role == "score" and reported and not named and column.year is None:
                self._set(at, role="percent", second="score")
            elif column.role in ("summary", "outcome", "status") and percents and not column.tick:
                self._set(at, role="percent", second=column.role)
            elif column.role == "percent" and cells and not any(map(_PERCENT.match, cells)):
                self._set(at, role="outcome", second="percent", guess="ในช่องไม่ใช่ร้อยละ")

    def _unknown_by_cells(self) -> None:
        """A column nobody knows by its heading is told by cells that look like nothing else."""
        if not self.roles & {"measure", "steps", "guideline", "summary"}:
            return
        for at, column in enumerate(self.columns):
            if column.role or column.heading is None or column.year:
                continue
            if "unit" not in self.roles and _mostly(is_office, self.cells[at]):
                self._set(at, role="unit", guess="หัวคอลัมน์ไม่รู้จัก อ่านจากชื่อส่วนราชการในช่อง")
            elif not self.roles & {"timeframe", "schedule", "start"} and _mostly(
                _is_time, self.cells[at]
            ):
                self._set(at, role="timeframe", guess="หัวคอลัมน์ไม่รู้จัก อ่านจากวันเดือนในช่อง")

    def _results_beside_a_round(self) -> None:
        """Columns with the same heading are each of the round whose result stands left of them."""
        for places in self._without_round().values():
            rounds = {at: self._round_left_of(at) for at in places}
            if len(places) > 1 and all(rounds.values()) and len({*rounds.values()}) == len(places):
                for at, months in rounds.items():
                    self._doubt(at, ROUND_BESIDE.format(months), months=months)

    def _without_round(self) -> dict[str, list[int]]:
        """The columns of results whose round nobody knows, by their heading."""
        found: dict[str, list[int]] = {}
        for at, column in enumerate(self.columns):
            if column.role in RESULT_ROLES and column.heading and not column.months:
                found.setdefault(column.heading.text, []).append(at)
        return found

    def _round_left_of(self, at: int) -> str:
        left = reversed(self.columns[:at])
        return next((it.months for it in left if it.months and it.role in RESULT_ROLES), "")

    def _results_of_unknown_rounds(self) -> None:
        """Told: a heading twice, of rounds nobody knows; no round, beside the same with rounds."""
        for places in self._without_round().values():
            for at in places:
                role = self.columns[at].role
                of_rounds = any(each.months and each.role == role for each in self.columns)
                self._doubt(at, SAME_HEADING if len(places) > 1 else NO_ROUND if of_rounds else "")

    def _doubt(self, at: int, text: str, **changes: object) -> None:
        """Tell of a column beside what is told of it already."""
        self._set(at, guess=" ".join(filter(None, (self.columns[at].guess, text))), **changes)


def _is_time(text: str) -> bool:
    return parse_timeframe(" ".join(text.split()), fiscal_year=_SOME_YEAR).understood


def _mostly(fits: object, cells: Cells) -> bool:
    fitting = [text for text in cells if fits(text)]  # type: ignore[operator]
    return len(fitting) >= min(_FEWEST, max(1, len(cells))) and len(fitting) >= _MOST * len(cells)
