"""Shapes of one table: which columns, in which order, under which headings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.bench.office_files.columns import (
    Column,
    Filled,
    column,
    named,
    numbers,
    start_and_end,
    unknown,
)
from tests.bench.office_files.desk import MONTHS, YEAR
from tests.bench.office_files.key import WHOLE_YEAR, Fact
from tests.bench.office_files.layout import Cell, Paragraph, one_sheet
from tests.bench.office_files.tables import draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.office_files.desk import Desk, Story
    from tests.bench.office_files.layout import Document


@dataclass(frozen=True, slots=True)
class Made:
    """A document with its key; `titles` are the measures it states, no more and no fewer."""

    document: Document
    facts: tuple[Fact, ...]
    titles: tuple[str, ...]


def page(desk: Desk, columns: Sequence[Column], told: Sequence[Story], kind: str) -> Made:
    """One table of these columns below the document's title."""
    drawn = draw(columns)
    document = one_sheet((*opening(desk, kind), drawn.table))
    return Made(document, drawn.facts, tuple(story.title for story in told))


def opening(desk: Desk, kind: str) -> tuple[Paragraph, ...]:
    """The title of the document and whose it is."""
    title = desk.choose(desk.words["titles"][kind])
    year = f"ประจำปีงบประมาณ พ.ศ. {YEAR}"
    return Paragraph(f"{title} {year}", heading=True), Paragraph(
        desk.choose(desk.words["agencies"])
    )


def some(desk: Desk, told: Sequence[Story], *roles: str) -> list[Column]:
    """Columns of these roles in any order, the title among them, a number mostly before."""
    columns = [column(desk, role, told) for role in desk.shuffled(roles)]
    return [numbers(desk, len(told)), *columns] if desk.chance.random() < 0.7 else columns


def plain(desk: Desk, _: str) -> Made:
    """Measures, steps, units, time and monitoring."""
    told = desk.stories(4)
    roles = ("title", "steps", "units", "timeframe", desk.choose(("monitoring", "guidelines")))
    return page(desk, some(desk, told, *roles), told, "measures")


def analysis_and_measure(desk: Desk, _: str) -> Made:
    """What was weak and what is done about it, in one table."""
    told = desk.stories(4)
    columns = some(desk, told, "indicator", "weakness", "title", "steps", "units", "timeframe")
    return page(desk, columns, told, "measures")


def score_and_measure(desk: Desk, _: str) -> Made:
    """Indicator, its score, the measure."""
    told = desk.stories(4)
    columns = some(desk, told, "indicator", "score", "title", "units", "timeframe")
    return page(desk, columns, told, "measures")


def kpi_and_budget(desk: Desk, _: str) -> Made:
    """Objective, indicator of success, goal, budget, percent."""
    told = desk.stories(4)
    columns = some(desk, told, "objective", "title", "goal", "budget", "units", "percent")
    at = desk.chance.randrange(1, len(columns))
    columns.insert(at, named(desk, desk.heading("target"), "target_words", told))
    return page(desk, columns, told, "measures")


def target_and_risk(desk: Desk, _: str) -> Made:
    """A target with its goal in one cell, and the risk."""
    told = desk.stories(4)
    columns = some(desk, told, "title", "target", "risk", "budget", "units", "timeframe")
    return page(desk, columns, told, "measures")


def results(desk: Desk, _: str) -> Made:
    """One year's results: what was done, what came of it, what stood in the way."""
    told = desk.stories(4)
    roles = (
        "title",
        "summary",
        "outcome",
        "obstacle",
        "suggestion",
        desk.choose(("evidence", "percent")),
    )
    return page(desk, some(desk, told, *roles), told, "results")


def by_round(desk: Desk, _: str) -> Made:
    """Results in a column a round."""
    told = desk.stories(4)
    rounds = desk.choose(((6, 12), (3, 6, 9, 12), (6, 12)))
    heads = desk.rounds(*rounds)
    spoken = [
        _round_column(desk, head, each, told) for head, each in zip(heads, rounds, strict=True)
    ]
    return page(desk, [*some(desk, told, "title", "units"), *spoken], told, "results")


def _round_column(desk: Desk, head: str, each: int, told: Sequence[Story]) -> Column:
    """What the rounds between say is said anew, so that no two reports are alike."""
    made = named(desk, head, "summary", told, frozenset({each}))
    if each in (6, 12):
        return made
    filled = [_said_anew(filled, f"ไตรมาสนี้ครั้งที่ {each // 3} ") for filled in made.filled]
    return replace(made, filled=tuple(filled))


def _said_anew(filled: Filled, before: str) -> Filled:
    text = before + filled.cell.text
    facts = [replace(fact, value=text, printed=text) for fact in filled.facts]
    return Filled(Cell(text), tuple(facts))


def round_over(desk: Desk, _: str) -> Made:
    """Rounds over several columns each."""
    told = desk.stories(3)
    spoken: list[Column] = []
    roles = desk.choose((("summary", "percent"), ("percent", "summary")))
    words = [desk.heading(role) for role in roles]
    for head, each in zip(desk.rounds(6, 12), (6, 12), strict=True):
        made = [
            named(desk, word, role, told, frozenset({each})).under(head)
            for word, role in zip(words, roles, strict=True)
        ]
        spoken.extend(made)
    return page(desk, [*some(desk, told, "title", "units"), *spoken], told, "results")


def results_over_rounds(desk: Desk, _: str) -> Made:
    """One heading over the rounds, another over the plan."""
    told = desk.stories(4)
    plan, over = desk.span("plan"), desk.span("results")
    before = [each.under(plan) for each in some(desk, told, "title", "steps", "units")]
    spoken = [
        named(desk, head, "summary", told, frozenset({each})).under(over)
        for head, each in zip(desk.rounds(6, 12), (6, 12), strict=True)
    ]
    return page(desk, [*before, *spoken], told, "results")


def ticked_status(desk: Desk, _: str) -> Made:
    """A tick below one of three headings that a fourth spans, beside a time that is spanned too."""
    told = desk.stories(4)
    over, tick = desk.heading("status"), desk.choose(desk.words["ticks"])
    codes = {story.title: desk.choose(("done", "in_progress", "not_started")) for story in told}
    ticked = []
    for code in ("done", "in_progress", "not_started"):
        head = desk.fresh(desk.words["statuses"][code])
        cells = [_ticked(story, head, code, codes[story.title] == code, tick) for story in told]
        ticked.append(Column((over, head), tuple(cells)))
    columns = [*some(desk, told, "title", "units"), *ticked, column(desk, "summary", told)]
    return page(desk, columns, told, "results")


def _ticked(story: Story, head: str, code: str, here: bool, tick: str) -> Filled:  # noqa: FBT001
    if not here:
        return Filled(Cell())
    return Filled(Cell(tick), (Fact(story.title, ("status",), code, "", head, WHOLE_YEAR),))


def yes_or_no(desk: Desk, _: str) -> Made:
    """A column that says done or not."""
    told = desk.stories(4)
    return page(desk, some(desk, told, "title", "yes_no", "summary", "units"), told, "results")


def spoken_status(desk: Desk, _: str) -> Made:
    """The status in words, beside what was done and the percent."""
    told = desk.stories(4)
    columns = some(desk, told, "title", "status", "summary", "percent", "obstacle")
    return page(desk, columns, told, "results")


def first_and_last_day(desk: Desk, suffix: str) -> Made:
    """Two columns of days, of the Christian calendar in half of the files."""
    told = desk.stories(4)
    christian = suffix == ".xlsx" or desk.chance.random() < 0.5
    days = start_and_end(desk, told, christian=christian, real=suffix == ".xlsx")
    over = desk.span("period") if desk.chance.random() < 0.5 else None
    days = [day.under(over) for day in days] if over else days
    return page(desk, [*some(desk, told, "title", "steps", "units"), *days], told, "measures")


def _gantt(desk: Desk, *, coloured: bool) -> Made:
    """A column a month, ticked or coloured from the first to the last."""
    told = desk.stories(4)
    tick = "" if coloured else desk.choose(desk.words["ticks"])
    spans = desk.choose(((desk.span("period"),) * 2, (f"พ.ศ. {YEAR - 1}", f"พ.ศ. {YEAR}")))
    months = [_month(told, month, spans[month > 2], tick) for month in range(12)]
    before = some(desk, told, "title", "units")
    made = page(desk, [*before, *months], told, "measures")
    times = [
        Fact(
            s.title,
            ("timeframe",),
            desk.timeframe(s.months),
            "",
            spans[0],
            months=(s.months[0], s.months[1]),
        )
        for s in told
    ]
    return replace(made, facts=(*made.facts, *times))


def gantt_ticks(desk: Desk, _: str) -> Made:
    """A Gantt chart of ticks."""
    return _gantt(desk, coloured=False)


def gantt_colours(desk: Desk, _: str) -> Made:
    """A Gantt chart of coloured cells."""
    return _gantt(desk, coloured=True)


def _month(told: Sequence[Story], month: int, span: str, tick: str) -> Column:
    cells = [
        Cell(tick, filled=not tick) if s.months[0] <= month <= s.months[1] else Cell() for s in told
    ]
    return Column((span, MONTHS[month]), tuple(map(Filled, cells)))


def ticked_quarters(desk: Desk, _: str) -> Made:
    """A tick below each quarter in which a measure runs."""
    told = desk.stories(4)
    over, tick = desk.span("period"), desk.choose(desk.words["ticks"])
    quarters = []
    for number in range(4):
        cells = [Cell(tick if s.months[0] // 3 <= number <= s.months[1] // 3 else "") for s in told]
        quarters.append(Column((over, f"ไตรมาส {number + 1}"), tuple(map(Filled, cells))))
    made = page(desk, [*some(desk, told, "title", "steps", "units"), *quarters], told, "measures")
    spans = [(s, (s.months[0] // 3 * 3, s.months[1] // 3 * 3 + 2)) for s in told]
    times = [Fact(s.title, ("timeframe",), desk.timeframe(m), "", over, months=m) for s, m in spans]
    return replace(made, facts=(*made.facts, *times))


def unforeseen(desk: Desk, _: str) -> Made:
    """Two columns no field is made for, among others."""
    told = desk.stories(3)
    columns = some(desk, told, "title", "steps", "units", "timeframe")
    which = desk.chance.sample(range(len(desk.words["unknown"])), 2)
    for each in which:
        columns.insert(desk.chance.randrange(1, len(columns)), unknown(desk, told, each))
    return page(desk, columns, told, "measures")


def with_persons(desk: Desk, _: str) -> Made:
    """Names and telephones of persons, with the unit or in a column of their own."""
    told = desk.stories(3)
    columns = some(desk, told, "title", "steps", "timeframe")
    columns.append(named(desk, desk.heading("units"), "unit_and_person", told))
    if desk.chance.random() < 0.5:
        columns.append(column(desk, "contact", told))
    return page(desk, columns, told, "measures")


def everything(desk: Desk, _: str) -> Made:
    """All that an office can put into one table."""
    told = desk.stories(3)
    roles = (
        "indicator",
        "score",
        "weakness",
        "title",
        "steps",
        "target",
        "budget",
        "units",
        "timeframe",
    )
    spoken = [
        named(desk, head, "summary", told, frozenset({each}))
        for head, each in zip(desk.rounds(6, 12), (6, 12), strict=True)
    ]
    return page(desk, [*some(desk, told, *roles), *spoken], told, "measures")
