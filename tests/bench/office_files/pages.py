"""Shapes of whole documents: prose, forms, tables over pages, pasted text, scores, workbooks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.bench.office_files.columns import column, indicator_names, named, numbers
from tests.bench.office_files.key import Fact, Fate, score_of
from tests.bench.office_files.layout import (
    Break,
    Cell,
    Document,
    Paragraph,
    Sheet,
    Table,
    one_sheet,
)
from tests.bench.office_files.shapes import Made, opening, some
from tests.bench.office_files.tables import broken_row, draw, grouped, row_a_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.office_files.columns import Column
    from tests.bench.office_files.desk import Desk, Story
    from tests.bench.office_files.layout import Block

LETTERS = "กขคงจฉช"
HIDDEN = "ซ่อน"
"""What a message must say of a row that is not shown."""


def prose(desk: Desk, _: str) -> Made:
    """No table: a heading a measure, a heading a part of it."""
    told = desk.stories(3)
    roles = ("objective", "steps", "units", "timeframe", "monitoring")
    parts = {role: column(desk, role, told) for role in roles}
    opener, part = (
        desk.choose(desk.words["prose"]["measure"]),
        desk.choose(desk.words["prose"]["part"]),
    )
    blocks: list[Block] = list(opening(desk, "measures"))
    facts: list[Fact] = []
    for n, story in enumerate(told):
        text = opener.format(n=n + 1, title=story.title)
        blocks.append(Paragraph(text, heading=True))
        also = (f"มาตรการ{story.title}",) if f"มาตรการ{story.title}" in text else ()
        facts.append(Fact(story.title, ("title",), story.title, story.title, also=also))
        for letter, made in zip(LETTERS, parts.values(), strict=False):
            blocks.extend(
                _part(part.format(heading=made.heads[0], letter=letter, n=n + 1), made, n)
            )
            facts.extend(made.filled[n].facts)
    return Made(one_sheet(blocks), tuple(facts), tuple(story.title for story in told))


def _part(heading: str, made: Column, n: int) -> list[Paragraph]:
    """A short value stands on the line of its heading, a longer one below it."""
    lines = made.filled[n].cell.text.split("\n")
    if len(lines) == 1:
        return [Paragraph(f"{heading} {lines[0]}")]
    return [Paragraph(heading, heading=True), *map(Paragraph, lines)]


def form_each(desk: Desk, suffix: str) -> Made:
    """One form a measure, several on a page, with a row nobody foresaw."""
    told = desk.stories(3)
    roles = ["steps", "units", "timeframe", "target", "budget", "summary", "obstacle"]
    columns = [column(desk, "title", told), *(column(desk, role, told) for role in roles)]
    heading, values = desk.choose(desk.words["unknown"])
    blocks: list[Block] = list(opening(desk, "results"))
    facts: list[Fact] = []
    for n, story in enumerate(told):
        value = values[n % len(values)]
        rows = [(Cell(each.heads[0]), each.filled[n].cell) for each in columns]
        rows.insert(4, (Cell(heading), Cell(value)))
        blocks += [Paragraph(f"แบบที่ {n + 1}"), Table(tuple(rows))]
        blocks += [Break()] if n % 2 else []
        facts += [fact for each in columns for fact in each.filled[n].facts]
        facts.append(Fact(story.title, (), value, value, heading, fate=Fate.REST))
    document = (
        _forms_on_sheets(blocks) if suffix == ".xlsx" and desk.chance.random() < 0.5 else None
    )
    made = document or one_sheet(blocks)
    return Made(made, tuple(facts), tuple(story.title for story in told))


def _forms_on_sheets(blocks: Sequence[Block]) -> Document:
    tables = [block for block in blocks if isinstance(block, Table)]
    sheets = (Sheet(f"แบบ {n}", (table,)) for n, table in enumerate(tables, 1))
    return Document(tuple(sheets))


def over_pages(desk: Desk, _: str) -> Made:
    """A table over two pages: its headings and a caption again, a row cut between its lines."""
    told = desk.stories(4)
    columns = some(desk, told, "title", "steps", "units", "timeframe")
    drawn = draw(columns)
    upper, lower = broken_row(drawn.body[1], desk.choose((1, 2)))
    first = Table((*drawn.head, drawn.body[0], upper))
    second = Table((*drawn.head, lower, *drawn.body[2:]))
    titles = desk.words["titles"]
    blocks = (
        *opening(desk, "measures"),
        *(Paragraph(desk.choose(titles["caption"])), first, Break()),
        *(Paragraph(desk.choose(titles["continued"])), second),
    )
    return Made(one_sheet(blocks), drawn.facts, tuple(story.title for story in told))


def grouped_rows(desk: Desk, _: str) -> Made:
    """A row over the whole width says to which indicator the measures below it belong."""
    told = desk.stories(4)
    drawn = draw(some(desk, told, "title", "steps", "units", "timeframe"))
    called = indicator_names(desk)
    names = [f"ตัวชี้วัดที่ {s.indicator} {called[s.indicator - 1]}" for s in told]
    pairs = zip(told, names, strict=True)
    groups = [Fact(s.title, ("indicator",), str(s.indicator), name, name) for s, name in pairs]
    blocks = (*opening(desk, "measures"), grouped(drawn, names))
    every = (*drawn.facts, *groups)
    return Made(one_sheet(blocks), every, tuple(story.title for story in told))


def row_a_step(desk: Desk, _: str) -> Made:
    """Each step in a row of its own, what belongs to all of them in cells that stand beside."""
    told = desk.stories(3)
    drawn = draw(some(desk, told, "title", "steps", "units", "timeframe"))
    rows = [row for each in drawn.body for row in row_a_line(each)]
    blocks = (*opening(desk, "measures"), Table((*drawn.head, *rows)))
    return Made(one_sheet(blocks), drawn.facts, tuple(story.title for story in told))


def pasted(desk: Desk, _: str) -> Made:
    """A table copied into a plain text: lines within a cell broke their row."""
    told = desk.stories(4)
    columns = some(desk, told, "title", "steps", "units", "timeframe")
    drawn = draw(columns)
    made = one_sheet((*opening(desk, "measures"), drawn.table))
    return Made(made, drawn.facts, tuple(story.title for story in told))


def scores_in_prose(desk: Desk, _: str) -> Made:
    """The result in sentences, then the measures in a table."""
    told = desk.stories(3)
    values = {name: desk.score() for name in ("total", "iit", "eit", "oit")}
    words = desk.words["prose"]
    sentence = desk.choose(words["score"]).format(**values)
    facts = [Fact(None, ("total",), score_of("total", values["total"]), values["total"], sentence)]
    facts += [
        Fact(None, ("instruments",), score_of(code.upper(), values[code]), values[code], sentence)
        for code in ("iit", "eit", "oit")
    ]
    lines, more = _indicator_lines(desk, desk.choose(words["indicator"]))
    drawn = draw(some(desk, told, "title", "steps", "units", "timeframe"))
    blocks = (*opening(desk, "measures"), Paragraph(sentence), *lines, drawn.table)
    every = (*facts, *more, *drawn.facts)
    return Made(one_sheet(blocks), every, tuple(story.title for story in told))


def _indicator_lines(desk: Desk, pattern: str) -> tuple[list[Paragraph], list[Fact]]:
    lines, facts = [], []
    for no, name in enumerate(indicator_names(desk), 1):
        score = desk.score()
        text = pattern.format(no=no, name=name, score=score)
        lines.append(Paragraph(text))
        facts.append(Fact(None, ("indicators",), score_of(no, score), score, text))
    return lines, facts


def scores_transposed(desk: Desk, _: str) -> Made:
    """A column an indicator, the scores in one row."""
    told = desk.stories(3)
    names = [f"{no}. {name}" for no, name in enumerate(indicator_names(desk), 1)]
    scores = [desk.score() for _ in names]
    top = (Cell(desk.heading("indicator")), *map(Cell, names))
    low = (Cell(head := desk.heading("score")), *map(Cell, scores))
    facts = [
        Fact(None, ("indicators",), score_of(no, score), score, head)
        for no, score in enumerate(scores, 1)
    ]
    drawn = draw(some(desk, told, "title", "steps", "units", "timeframe"))
    blocks = (*opening(desk, "measures"), Table((top, low)), Paragraph(""), drawn.table)
    every = (*facts, *drawn.facts)
    return Made(one_sheet(blocks), every, tuple(story.title for story in told))


def workbook(desk: Desk, _: str) -> Made:
    """A cover, the measures with a row hidden, the results by title on a sheet of their own."""
    told = desk.stories(5)
    *shown, dropped = told
    plan = draw(some(desk, told, "title", "steps", "units", "timeframe"))
    table = replace(plan.table, hidden=frozenset({len(plan.head) + len(told) - 1}))
    results = draw([numbers(desk, 4), _again(desk, shown), *some_results(desk, shown)])
    document = Document(
        (
            Sheet("ปก", opening(desk, "measures")),
            Sheet("มาตรการ", (*opening(desk, "measures"), table)),
            Sheet("ผล", (*opening(desk, "results"), results.table)),
        )
    )
    facts = [fact for fact in plan.facts if fact.measure != dropped.title]
    facts.append(Fact(dropped.title, (), dropped.title, dropped.title, HIDDEN, fate=Fate.REST))
    every = (*facts, *(fact for fact in results.facts if fact.fields != ("title",)))
    return Made(document, every, tuple(story.title for story in shown))


def _again(desk: Desk, told: Sequence[Story]) -> Column:
    return named(desk, desk.heading("title"), "title", told)


def some_results(desk: Desk, told: Sequence[Story]) -> list[Column]:
    """What was done and what stood in the way."""
    return [column(desk, role, told) for role in ("summary", "obstacle")]
