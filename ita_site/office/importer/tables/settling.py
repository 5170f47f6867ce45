"""What a table's columns hold after a look at their cells and at each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.likeness import bare_title
from ita_site.office.importer.tables.columns import is_output
from ita_site.office.importer.tables.plan_rows import PLAN_OR_DONE, tells_rows_apart
from ita_site.office.importer.tables.result_rounds import tell_rounds
from ita_site.office.importer.tables.rivals import (
    BESIDE_RESULTS,
    guide_projects,
    recommend,
    take_free_roles,
)
from ita_site.office.importer.tables.series import IN_SERIES, settle_series
from ita_site.office.importer.tables.sides import pair_sides
from ita_site.office.importer.tables.ticked_columns import Cells, TickedColumns
from ita_site.office.importer.tables.weighing import weigh_columns
from ita_site.office.importer.words.groups import KNOWN, find_indicator
from ita_site.office.importer.words.headings import may_be_planned
from ita_site.office.importer.words.looks import is_day, is_figure
from ita_site.office.importer.words.private import is_private
from ita_site.office.importer.words.roles import RESULT, RESULT_ROLES
from ita_site.office.importer.words.roots import weigh_heading

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_site.facts.model.edition import Edition
    from ita_site.office.importer.tables.columns import Column

_MOST: Final = 0.6
_FEWEST: Final = 2
NO_RESULTS: Final = "ตารางไม่มีผลการดำเนินการ"
_ALSO_INDICATORS: Final = ("subject", "indicator_number")
"""Roles of columns that may hold the names of indicators beside measures."""
ANSWERS: Final = "อยู่ถัดจากปัญหาอุปสรรค จึงอ่านเป็นข้อเสนอแนะ ไม่ใช่แนวทางของมาตรการ"
NO_INDICATORS: Final = "ตารางไม่มีตัวชี้วัด ITA ที่ได้คะแนนนี้"
IN_PERCENT: Final = "หัวคอลัมน์มีคำว่าร้อยละหรือ % และในช่องเป็นร้อยละ"
BESIDE_END: Final = "ในช่องเป็นวันเดียว และอยู่ข้างคอลัมน์วันเริ่มหรือวันสิ้นสุด"
_OTHER_END: Final = {"start": "end", "end": "start"}
TOLD_BEFORE: Final = "เป็นชื่อมาตรการเดียวกับในตารางก่อน"
NO_TARGETS: Final = "ตารางไม่มีเป้าหมาย"
BESIDE_OUTCOME: Final = "อยู่ข้างผลลัพธ์"
_HAPPENED: Final = frozenset(("summary", "outcome", "percent", "status"))
_OF_SCORES: Final = re.compile(r"คะแนน|ประเมิน|ITA|IIT|EIT|OIT", re.IGNORECASE)
_NOTHING: Final = re.compile(r"[\s\-–—.…]*")
_PERCENT: Final = re.compile(r"(?:ร้อยละ\s*)?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]+)?\s*%?")
_INDICATOR: Final = re.compile(r"\s*ตัวชี้วัดที่\s*[0-9๐-๙]")


def settle_columns(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    edition: Edition,
    year: int,
    titles: Collection[str] = (),
) -> tuple[Column, ...]:
    """What the columns hold, after a look at their cells and at each other.

    Args:
        columns: As their headings say.
        rows: The texts of the cells below them.
        edition: What the year asks, for the names of its indicators.
        year: The assessment year, for columns that differ by year.
        titles: What measures are called in tables before, as it is compared.
    """
    told = _without_groups(rows)
    places = range(len(columns))
    cells = [tuple(row[at] for row in told if not _NOTHING.fullmatch(row[at])) for at in places]
    return _Settling(list(columns), cells, edition, year, titles, told).settle()


def _without_groups(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows but those whose first cell alone speaks, for the rows below it."""
    filled = [{at for at, text in enumerate(row) if not _NOTHING.fullmatch(text)} for row in rows]
    if max(map(len, filled), default=0) <= _FEWEST:
        return [*rows]
    return [row for row, places in zip(rows, filled, strict=True) if places != {0}]


@dataclass(slots=True)
class _Settling:
    columns: list[Column]
    cells: list[Cells]
    edition: Edition
    year: int
    titles: Collection[str] = ()
    rows: Sequence[Sequence[str]] = ()

    def settle(self) -> tuple[Column, ...]:
        self._persons()
        self._plan_or_done()
        self._titles_told_before()
        before = self.columns
        self.columns = settle_series(self.columns, self.cells)
        serial = [at for at, each in enumerate(before) if each.months != self.columns[at].months]
        TickedColumns(self.columns, self.cells).settle()
        self.columns = list(weigh_columns(self.columns, self.cells, self.edition))
        self.columns = pair_sides(self.columns, self.cells)
        self._other_end()
        self._scores_or_targets()
        self.columns = take_free_roles(guide_projects(self.columns))
        self._money_of_plans()
        self._one_year_of_several()
        self._percentages()
        self._outputs_beside_outcomes()
        self._reached_without_targets()
        self._answers_to_obstacles()
        self.columns = recommend(self.columns)
        for at in serial:
            self._doubt_series(at)
        return tuple(tell_rounds(self.columns, self.rows))

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

    def _plan_or_done(self) -> None:
        """A column that only tells apart rows of what is planned and of what was done."""
        for at, column in enumerate(self.columns):
            if column.heading and not column.tick and tells_rows_apart(self.cells[at]):
                self._set(at, role=PLAN_OR_DONE, months="", guess="", second=None, named=True)
                return

    def _other_end(self) -> None:
        """Single days of which nothing tells the end, beside the other end alone, are that end."""
        ends = self.roles & {*_OTHER_END}
        times = [at for at, column in enumerate(self.columns) if column.role == "timeframe"]
        if len(ends) != 1 or len(times) != 1 or self.columns[times[0]].tick:
            return
        other, at = _OTHER_END[next(iter(ends))], times[0]
        if not self.cells[at] or not all(map(is_day, self.cells[at])):
            return
        words = self.columns[at].heading
        is_told = words is not None and weigh_heading(words.text).get(other, 0) > 0
        self._set(at, role=other, second="timeframe", guess="" if is_told else BESIDE_END)

    def _titles_told_before(self) -> None:
        """Below words nobody knows, where no column names them: titles of measures told before."""
        if any(column.role == "measure" and column.named for column in self.columns):
            return
        for at, column in enumerate(self.columns):
            told = [text for text in self.cells[at] if bare_title(text) in self.titles]
            mostly = len(told) >= max(_FEWEST, _MOST * len(self.cells[at]))
            if column.heading and (column.role is None or column.guess) and mostly:
                self._set(at, role="measure", months="", named=True, guess=TOLD_BEFORE)
                return

    def _scores_or_targets(self) -> None:
        """ตัวชี้วัด beside a measure whose cells name no indicator of ITA is the measure's own."""
        planned = bool(self.roles & {"measure", "steps", "project", "activity", "objective"})
        for at, column in enumerate(self.columns):
            if column.role == "indicator" and planned and not self._names_indicators(at):
                self._set(at, role="target", second="indicator")
            scored = column.role == "topic" and "score" in self.roles
            may_name = (column.role in _ALSO_INDICATORS or scored) and planned
            if may_name and self._names_indicators(at) and "indicator" not in self.roles:
                self._set(at, role="indicator", second=column.role)
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
            if called or (each and (each.is_by_core or each.similarity >= KNOWN))
        ]
        return 2 * len(known) >= max(1, len(guesses))

    def _money_of_plans(self) -> None:
        """Money that is “used” in a table of plans alone is what is set aside for them; told."""
        of_plans = self.roles & {"measure", "steps"} and not self.roles & {*RESULT_ROLES, "budget"}
        for at, column in enumerate(self.columns):
            if of_plans and column.heading and may_be_planned(column.role, column.heading.text):
                self._set(at, role="budget", second=column.role, guess=NO_RESULTS)

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
                aside = planned and role == "score" and not self._is_of_result(column)
                if column.year != wanted or aside:
                    self._set(at, role=None, guess="", second=role)

    def _is_of_result(self, column: Column) -> bool:
        """Whether scores beside measures are those of indicators in the year that is answered."""
        return bool(self.roles & {"indicator", "question"}) and column.year == self.year - 1

    def _percentages(self) -> None:
        reported = bool(self.roles & {"measure", "steps"}) and not self.roles & {"question"}
        named = bool(self.roles & {"indicator", "indicator_number", "instrument", "subject"})
        for at, column in enumerate(self.columns):
            cells = self.cells[at]
            percents = bool(cells) and all(_PERCENT.fullmatch(text) for text in cells)
            if column.role == "score" and reported and not named and column.year is None:
                guess = NO_INDICATORS if _OF_SCORES.search(column.words) else ""
                self._set(at, role="percent", second="score", guess=guess)
            elif column.role == "score" and percents and self._is_of_work(column):
                self._set(at, role="percent", second="score", guess=BESIDE_RESULTS)
            elif column.role in ("summary", "outcome", "status") and percents and not column.tick:
                self._set(at, role="percent", second=column.role)
            elif column.role is None and percents and self._counts_in_percent(column):
                self._set(at, role="percent", guess=IN_PERCENT)
            elif column.role == "percent" and cells and not any(map(_PERCENT.match, cells)):
                self._set(at, role="outcome", second="percent", guess="ในช่องไม่ใช่ร้อยละ")

    def _is_of_work(self, column: Column) -> bool:
        """Whether a heading of percent beside results speaks of no assessment."""
        in_percent = "ร้อยละ" in column.words or "%" in column.words
        return in_percent and bool(self.roles & _HAPPENED) and not _OF_SCORES.search(column.words)

    def _counts_in_percent(self, column: Column) -> bool:
        """Whether a heading nobody knows has the sign of percent, beside results without any."""
        words = column.heading.text if column.heading else ""
        beside = self.roles & _HAPPENED and "percent" not in self.roles
        return bool(beside) and any(sign in words for sign in ("%", "ร้อยละ")) and not column.year

    def _outputs_beside_outcomes(self) -> None:
        """ผลผลิต beside what came of measures, and no other words of what was done, is that."""
        if "outcome" not in self.roles or self.roles & {"summary"}:
            return
        for at, column in enumerate(self.columns):
            if column.role == "target" and column.heading and is_output(column.heading.text):
                self._set(at, role="summary", second="target", guess=BESIDE_OUTCOME)

    def _reached_without_targets(self) -> None:
        """What was reached, where nothing was promised and no other words say what was done."""
        summaries = {each.months for each in self.columns if each.role == RESULT}
        if self.roles & {"target", "goal"}:
            return
        for at, column in enumerate(self.columns):
            if column.role != "reached" or column.months in summaries or column.heading is None:
                continue
            if not _mostly(is_figure, self.cells[at]):
                self._set(at, role=RESULT, second="reached")
                self._doubt(at, NO_TARGETS)

    def _answers_to_obstacles(self) -> None:
        """How to mend what stands right before it, beside results: no guideline of the plan."""
        for at, column in enumerate(self.columns[1:], 1):
            before = self.columns[at - 1]
            mends = column.role == "guideline" and "แก้" in (
                column.heading.own if column.heading else ""
            )
            if mends and before.role == "obstacles" and self.roles & _HAPPENED:
                months = before.months
                self._set(at, role="suggestions", second="guideline", months=months)
                self._doubt(at, ANSWERS)

    def _doubt_series(self, at: int) -> None:
        """Keep told that only the row of columns says of which round a result is."""
        column = self.columns[at]
        told = IN_SERIES.format(column.months)
        if column.role and column.months and told not in column.guess:
            self._doubt(at, told)

    def _doubt(self, at: int, text: str) -> None:
        self.columns[at] = self.columns[at].doubted(text)


def _mostly(fits: object, cells: Cells) -> bool:
    fitting = [text for text in cells if fits(text)]  # type: ignore[operator]
    return len(fitting) >= min(_FEWEST, max(1, len(cells))) and len(fitting) >= _MOST * len(cells)
