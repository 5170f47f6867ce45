"""Shapes in which offices arrange tables otherwise: turned, abreast, told twice, under units."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, islice
from typing import TYPE_CHECKING

from tests.bench.office_files.columns import (
    Column,
    Filled,
    column,
    indicator_names,
    numbers,
)
from tests.bench.office_files.key import Fact, score_of
from tests.bench.office_files.layout import Cell, Paragraph, Table, one_sheet
from tests.bench.office_files.shapes import Made, opening, some
from tests.bench.office_files.tables import Row, draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.office_files.desk import Desk, Story
    from tests.bench.office_files.layout import Block
    from tests.bench.office_files.tables import Drawn

CORNERS = ("รายการ", "หัวข้อ", "รายละเอียด")
"""What stands over the names of the rows where each measure has a column."""
COUNTED = ("มาตรการที่ {n}", "ลำดับที่ {n}", "({n})")
OVERVIEWS = (
    ("สรุปภาพรวม", "รายละเอียดรายมาตรการ"),
    ("1. สรุปผลสำหรับผู้บริหาร", "2. รายละเอียดผลการดำเนินงาน"),
    ("ตารางสรุป", "ตารางแสดงรายละเอียด"),
)
"""What stands over a short table, and over the long one that says the same and more."""
UNIT_ROWS = ("{unit}", "ส่วนงาน : {unit}", "{n}. {unit}", "{unit} (จำนวน {count} มาตรการ)")


def turned(desk: Desk, _: str) -> Made:
    """A table on its side: a column a measure, a row for each thing that is said of it."""
    told = desk.stories(3)
    title = column(desk, "title", told)
    more = desk.choose((("summary", "obstacle"), ("target", "monitoring"), ("budget", "summary")))
    said = [column(desk, role, told) for role in desk.shuffled(("steps", "units", "timeframe"))]
    columns = [title, *said, *(column(desk, role, told) for role in more)]
    rows = [(Cell(each.heads[0]), *(it.cell for it in each.filled)) for each in columns]
    if desk.chance.random() < 0.5:
        counted = desk.choose(COUNTED)
        heads = [Cell(counted.format(n=n)) for n in range(1, len(told) + 1)]
        rows.insert(0, (Cell(desk.choose(CORNERS)), *heads))
    kind = "results" if "summary" in more else "measures"
    blocks: list[Block] = [*opening(desk, kind), Table(tuple(rows))]
    return Made(one_sheet(blocks), draw(columns).facts, tuple(story.title for story in told))


def abreast(desk: Desk, _: str) -> Made:
    """Two tables of a sheet side by side, an empty column between.

    Scores and measures; or the plan and, in another order, its results.
    """
    told = desk.stories(4)
    plan = draw(some(desk, told, "title", "units", "timeframe"))
    if desk.chance.random() < 0.5:
        kind, other = "measures", _scores(desk)
        left, right = desk.shuffled((plan, other))
    else:
        kind, other = "results", _results_again(desk, desk.shuffled(told))
        left, right = plan, other
    blocks: list[Block] = [*opening(desk, kind), _side_by_side(left, right)]
    facts = (*plan.facts, *other.facts)
    return Made(one_sheet(blocks), facts, tuple(story.title for story in told))


def _scores(desk: Desk) -> Drawn:
    """Every indicator with its score."""
    named, over = desk.heading("indicator"), desk.heading("score")
    names, scores = list[Filled](), list[Filled]()
    for no, name in enumerate(indicator_names(desk), 1):
        score = desk.full_score()
        fact = Fact(None, ("indicators",), score_of(no, score), score, over)
        names.append(Filled(Cell(f"{no}. {name}")))
        scores.append(Filled(Cell(score), (fact,)))
    return draw([Column((named,), tuple(names)), Column((over,), tuple(scores))])


def _results_again(desk: Desk, told: Sequence[Story]) -> Drawn:
    """What came of measures, whose titles are said a second time."""
    title = column(desk, "title", told)
    again = replace(title, filled=tuple(Filled(it.cell) for it in title.filled))
    return draw([again, column(desk, "summary", told), column(desk, "percent", told)])


def _side_by_side(left: Drawn, right: Drawn) -> Table:
    """The shorter of the two ends where the other goes on."""
    rows = list[Row]()
    tables = [(*each.head, *each.body) for each in (left, right)]
    for n in range(max(map(len, tables))):
        first, second = (each[n] if n < len(each) else (Cell(),) * len(each[0]) for each in tables)
        rows.append((*first, Cell(), *second))
    return Table(tuple(rows))


def told_twice(desk: Desk, _: str) -> Made:
    """A short table for those who have no time, and below it the long one that says it again."""
    told = desk.stories(4)
    first, title = numbers(desk, 4), column(desk, "title", told)
    units, percent = column(desk, "units", told), column(desk, "percent", told)
    details = [column(desk, role, told) for role in desk.shuffled(("summary", "obstacle"))]
    short, long = draw([first, title, percent]), draw([first, title, units, *details, percent])
    over, below = desk.choose(OVERVIEWS)
    blocks: list[Block] = [*opening(desk, "results"), Paragraph(over, heading=True), short.table]
    blocks += [Paragraph(below, heading=True), long.table]
    return Made(one_sheet(blocks), long.facts, tuple(story.title for story in told))


def under_units(desk: Desk, _: str) -> Made:
    """Rows over the whole width name the unit whose measures stand below it, which no column says.

    Numbers run on from unit to unit.
    """
    alone, *pairs = desk.stories(5)
    told = [alone, *(replace(it, units=pairs[n - n % 2].units) for n, it in enumerate(pairs))]
    told.sort(key=_first_unit)
    roles = desk.shuffled(("title", "steps", "timeframe", "monitoring"))
    drawn = draw([numbers(desk, 5), *(column(desk, role, told) for role in roles)])
    manner, body = desk.choose(UNIT_ROWS), iter(drawn.body)
    rows, facts = list[Row](), [*drawn.facts]
    for n, (unit, each) in enumerate(groupby(told, _first_unit), 1):
        members = list(each)
        text = manner.format(n=n, unit=unit, count=len(members))
        rows += [(Cell(text, across=len(drawn.head[0])),), *islice(body, len(members))]
        facts += [Fact(story.title, ("units",), unit, unit, text) for story in members]
    blocks: list[Block] = [*opening(desk, "measures"), Table((*drawn.head, *rows))]
    return Made(one_sheet(blocks), tuple(facts), tuple(story.title for story in told))


def _first_unit(story: Story) -> str:
    return story.units[0]
