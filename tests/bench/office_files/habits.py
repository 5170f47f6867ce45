"""Shapes with the habits of real offices, on which readers that know plain tables went wrong."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from tests.bench.office_files.columns import (
    Column,
    Filled,
    column,
    indicator_names,
    left_out,
    named,
    numbers,
)
from tests.bench.office_files.desk import YEAR
from tests.bench.office_files.key import POINTS, Fact, score_of
from tests.bench.office_files.layout import Cell, Document, Paragraph, Sheet, Table, one_sheet
from tests.bench.office_files.shapes import Made, opening, some
from tests.bench.office_files.tables import draw, heading_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.office_files.desk import Desk, Story
    from tests.bench.office_files.layout import Block

NOT_SAID = "-"
QUARTERS = ((0, 2), (3, 5), (6, 8), (9, 11))


def rounds_in_tables(desk: Desk, suffix: str) -> Made:
    """A table a round, its round above it; in a workbook a sheet a round."""
    told = desk.stories(4)
    title = desk.choose(desk.words["titles"]["results"])
    heads = {role: desk.heading(role) for role in ("number", "title", "summary", "percent")}
    sheets, facts = [], list[Fact]()
    for said, each in zip(desk.rounds(6, 12), (6, 12), strict=True):
        columns = [replace(numbers(desk, 4), heads=(heads["number"],))]
        columns += [
            named(desk, heads[role], role, told, frozenset({each}))
            for role in ("title", "summary", "percent")
        ]
        drawn = draw(columns)
        facts += [it for it in drawn.facts if each == 6 or it.fields != ("title",)]
        blocks = (Paragraph(f"{title} {said} ปีงบประมาณ พ.ศ. {YEAR}", heading=True), drawn.table)
        sheets.append(Sheet(f"ตาราง {each // 6}", blocks))
    document = Document(tuple(sheets))
    if suffix != ".xlsx":
        document = one_sheet([*opening(desk, "results"), *document.blocks])
    return Made(document, tuple(facts), tuple(story.title for story in told))


def shared_cells(desk: Desk, _: str) -> Made:
    """A unit and a time over the rows of two measures each, below numbered columns."""
    told = desk.stories(4)
    pairs = [replace(told[n], **_of_both(told[n - n % 2])) for n in range(4)]
    before = [numbers(desk, 4), column(desk, "title", pairs), column(desk, "steps", pairs)]
    after = [_over_two(desk, role, pairs) for role in ("units", "timeframe")]
    columns = [*before, *after]
    facts = [fact for each in columns for filled in each.filled for fact in filled.facts]
    body = [
        tuple(each.filled[n].cell for each in columns if n % 2 == 0 or each not in after)
        for n in range(4)
    ]
    counted = tuple(Cell(f"({n})") for n in range(1, len(columns) + 1))
    table = Table((*heading_rows(columns), counted, *body))
    blocks = (*opening(desk, "measures"), table)
    return Made(one_sheet(blocks), tuple(facts), tuple(story.title for story in told))


def _of_both(first: Story) -> dict[str, list]:
    return {"units": first.units[:1], "months": first.months}


def _over_two(desk: Desk, role: str, told: Sequence[Story]) -> Column:
    """What stands for a measure and the one below it is said once."""
    made, filled = column(desk, role, told), list[Filled]()
    for n, story in enumerate(told):
        first = made.filled[n - n % 2]
        facts = [replace(fact, measure=story.title) for fact in first.facts]
        filled.append(Filled(replace(first.cell, down=2), tuple(facts)))
    return replace(made, filled=tuple(filled))


def groups_with_scores(desk: Desk, _: str) -> Made:
    """Rows over the whole width: an indicator with its score, and the measures it has."""
    alone, *pairs = desk.stories(5)
    told = [
        alone,
        *(replace(it, indicator=pairs[n - n % 2].indicator) for n, it in enumerate(pairs)),
    ]
    columns = [*some(desk, told, "title", "weakness", "steps", "units"), _number_again(desk, told)]
    drawn = draw(columns[-1:] + columns[:-1])
    width, rows, facts = len(columns), list[tuple[Cell, ...]](), [*drawn.facts]
    lead = desk.choose(("ตัวชี้วัดที่ {no} {name} ได้ {score} คะแนน", "{no}. {name} ({score} คะแนน)"))
    for no, members in groupby(enumerate(told), lambda at: at[1].indicator):
        score = desk.score()
        text = lead.format(no=no, name=indicator_names(desk)[no - 1], score=score)
        rows.append((Cell(text, across=width),))
        facts.append(Fact(None, ("indicators",), score_of(no, score), score, text))
        for n, story in members:
            rows.append(drawn.body[n])
            facts.append(Fact(story.title, ("indicator",), str(no), text, text))
    blocks = (*opening(desk, "measures"), Table((*drawn.head, *rows)))
    return Made(one_sheet(blocks), tuple(facts), tuple(story.title for story in told))


def _number_again(desk: Desk, told: Sequence[Story]) -> Column:
    """Numbers that begin again in each group."""
    groups = [list(members) for _, members in groupby(story.indicator for story in told)]
    cells = [Filled(Cell(str(n))) for members in groups for n in range(1, len(members) + 1)]
    return Column((desk.heading("number"),), tuple(cells))


def persons_in_brackets(desk: Desk, _: str) -> Made:
    """Who is responsible, in brackets below the unit; signatures at the end."""
    told = desk.stories(4)
    columns = some(desk, told, "title", "steps", "timeframe")
    heading = desk.heading("units")
    filled = [_with_person(desk, story, heading) for story in told]
    drawn = draw([*columns, Column((heading,), tuple(filled))])
    signer = desk.choose(desk.words["people"])
    facts = (*drawn.facts, *left_out(told[0], "ลงชื่อ", signer))
    signed = (Paragraph("ลงชื่อ ........................................"), Paragraph(f"({signer})"))
    blocks = (*opening(desk, "measures"), drawn.table, *signed, Paragraph("หัวหน้าสำนักปลัด"))
    return Made(one_sheet(blocks), facts, tuple(story.title for story in told))


def _with_person(desk: Desk, story: Story, heading: str) -> Filled:
    person, unit = desk.choose(desk.words["people"]), story.units[0]
    facts = (Fact(story.title, ("units",), unit, unit, heading), *left_out(story, heading, person))
    return Filled(Cell(f"{unit}\n({person})"), facts)


def times_in_words(desk: Desk, _: str) -> Made:
    """Times that name no first and last month; steps that run on in one paragraph."""
    told = desk.stories(4)
    columns = some(desk, told, "title", "units", "monitoring")
    times, steps = desk.heading("timeframe"), desk.heading("steps")
    first = desk.chance.randrange(3)
    words = {
        "ตลอดปีงบประมาณ": (0, 11),
        f"ไตรมาสที่ {first + 1} - {first + 2}": (QUARTERS[first][0], QUARTERS[first + 1][1]),
        f"ตลอดปีงบประมาณ พ.ศ. {YEAR}": (0, 11),
        f"ไตรมาสที่ 4 ปีงบประมาณ {YEAR}": QUARTERS[3],
    }
    timed = [
        Filled(Cell(text), (Fact(story.title, ("timeframe",), text, text, times, months=months),))
        for story, (text, months) in zip(told, desk.shuffled([*words.items()]), strict=True)
    ]
    columns += [Column((times,), tuple(timed))]
    columns += [Column((steps,), tuple(_run_on(story, steps) for story in told))]
    drawn = draw(columns)
    document = one_sheet((*opening(desk, "measures"), drawn.table))
    return Made(document, drawn.facts, tuple(story.title for story in told))


def _run_on(story: Story, heading: str) -> Filled:
    text = " ".join(f"{n}. {step}" for n, step in enumerate(story.steps, 1))
    fields = ("steps", "guidelines")
    facts = [Fact(story.title, fields, step, step, heading) for step in story.steps]
    return Filled(Cell(text), tuple(facts))


def nothing_said(desk: Desk, _: str) -> Made:
    """A dash where there is nothing to say, and links in brackets behind what they lead to."""
    told = desk.stories(4)
    columns = [numbers(desk, 4), column(desk, "title", told), column(desk, "summary", told)]
    for role, empty in (("obstacle", {0, 2, 3}), ("suggestion", {1, 2})):
        made = column(desk, role, told)
        filled = [Filled(Cell(NOT_SAID)) if n in empty else it for n, it in enumerate(made.filled)]
        columns.append(replace(made, filled=tuple(filled)))
    head = desk.heading("evidence")
    columns.append(Column((head,), tuple(_linked(story, head) for story in told)))
    drawn = draw(columns)
    document = one_sheet((*opening(desk, "results"), drawn.table))
    return Made(document, drawn.facts, tuple(story.title for story in told))


def _linked(story: Story, heading: str) -> Filled:
    text = f"{story.evidence} (https://office.example/o43/{story.indicator}.pdf)"
    rounds = frozenset({None, 12})
    fact = Fact(story.title, ("evidence",), story.evidence, story.evidence, heading, rounds)
    return Filled(Cell(text), (fact,))


def siblings_in_prose(desk: Desk, _: str) -> Made:
    """Numbered headings: the result in a sentence, what was weak in a list, the measures' table."""
    told = desk.stories(3)
    values = {name: desk.score() for name in ("total", "iit", "eit", "oit")}
    sentence = desk.choose(desk.words["prose"]["score"]).format(**values)
    code = "total", "instruments"
    facts = [Fact(None, code[:1], score_of("total", values["total"]), values["total"], sentence)]
    facts += [
        Fact(None, code[1:], score_of(name.upper(), values[name]), values[name], sentence)
        for name in ("iit", "eit", "oit")
    ]
    weak, next_heading = desk.heading("weakness"), desk.span("plan")
    lines: list[Block] = [Paragraph("1. ผลการประเมิน", heading=True), Paragraph(f"1.1 {sentence}")]
    lines.append(Paragraph(f"2. {weak}", heading=True))
    for n, story in enumerate(told, 1):
        lines.append(Paragraph(f"2.{n} {story.weakness}"))
        facts.append(Fact(None, POINTS, story.weakness, story.weakness, weak))
    lines.append(Paragraph(f"3. {next_heading}", heading=True))
    drawn = draw(some(desk, told, "title", "steps", "units", "timeframe"))
    blocks = (*opening(desk, "measures"), *lines, drawn.table)
    every = (*facts, *drawn.facts)
    return Made(one_sheet(blocks), every, tuple(story.title for story in told))
