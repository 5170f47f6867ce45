"""Shapes that clerks of small offices make: boxes to tick, dots, lettered steps, years abreast."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.bench.office_files.columns import (
    Column,
    Filled,
    column,
    indicator_names,
    named,
    numbers,
)
from tests.bench.office_files.desk import THAI_DIGITS, YEAR
from tests.bench.office_files.key import WHOLE_YEAR, Fact, Fate, score_of
from tests.bench.office_files.layout import Cell, Paragraph, Table, one_sheet
from tests.bench.office_files.shapes import Made, opening, page, some
from tests.bench.office_files.tables import draw, heading_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.office_files.desk import Desk, Story
    from tests.bench.office_files.layout import Block

BOXES = (("☑", "☐"), ("( / )", "(   )"), ("[x]", "[ ]"), ("■", "□"))
REMARKS = ("ต่อเนื่องจากปี 67", "ทำร่วมกับ รพ.สต. และโรงเรียน", "ใช้แบบฟอร์มของ สถ.", "เอกสารอยู่ตู้ 3 ชั้นล่าง")
"""What a clerk remarks that is neither a result nor an obstacle: no field is made for it."""
DOTS = ("●", "•", "/", "✓")
LETTERS = "กขคงจ"
COUNTED = ("{n}. ", "({n}) ", "{n}) ", "{n}.")
LETTERED = ("{letter}. ", "{letter}) ", "({letter}) ")
OUTPUT_AND_OUTCOME = (("ผลผลิต (Output)", "ผลลัพธ์ (Outcome)"), ("ผลผลิต", "ผลลัพธ์"))
YEAR_HEADS = ("ปี {year}", "พ.ศ. {year}", "ปีงบ {short}", "{year}")
LAST_SCORED = YEAR - 1
"""The assessment upon whose result the measures of the year rest."""


def checklist(desk: Desk, _: str) -> Made:
    """Every status printed with its box in each row, one box ticked; a remark beside."""
    told = desk.stories(4)
    codes = ("done", "in_progress", "not_started")
    words = [desk.fresh(desk.words["statuses"][code]) for code in codes]
    head, (full, empty) = desk.heading("status"), desk.choose(BOXES)
    between = desk.choose(("\n", "  "))
    filled = list[Filled]()
    for story in told:
        at = desk.chance.randrange(3)
        text = between.join(f"{full if n == at else empty} {it}" for n, it in enumerate(words))
        fact = Fact(story.title, ("status",), codes[at], text, head, WHOLE_YEAR)
        filled.append(Filled(Cell(text), (fact,)))
    boxes = Column((head,), tuple(filled))
    return page(desk, [*some(desk, told, "title", "units"), boxes, _remarks(told)], told, "results")


def _remarks(told: Sequence[Story]) -> Column:
    head, filled = "หมายเหตุ", list[Filled]()
    for story, text in zip(told, REMARKS, strict=True):
        fact = Fact(story.title, (), text, text, head, fate=Fate.REST)
        filled.append(Filled(Cell(text), (fact,)))
    return Column((head,), tuple(filled))


def units_by_dots(desk: Desk, _: str) -> Made:
    """A column a unit, a dot where the unit has to do with the measure."""
    told = desk.stories(4)
    names = list(dict.fromkeys(unit for story in told for unit in story.units))
    shared = [replace(s, units=_and_another(desk, s.units, names)) for s in told]
    over, dot = desk.heading("units"), desk.choose(DOTS)
    dotted = [_dotted(shared, name, over, dot) for name in names]
    return page(desk, [*some(desk, told, "title", "steps", "timeframe"), *dotted], told, "measures")


def _and_another(desk: Desk, units: list[str], names: Sequence[str]) -> list[str]:
    return [*units, desk.choose([name for name in names if name not in units])]


def _dotted(told: Sequence[Story], name: str, over: str, dot: str) -> Column:
    filled = [
        Filled(Cell(dot), (Fact(story.title, ("units",), name, "", name),))
        if name in story.units
        else Filled(Cell())
        for story in told
    ]
    return Column((over, name), tuple(filled))


def lettered_steps(desk: Desk, _: str) -> Made:
    """Number and title in one cell, the steps by letters, on lines or run on."""
    told = desk.stories(4)
    title = column(desk, "title", told)
    counted, thai = desk.choose(COUNTED), desk.chance.random() < 0.5
    cells = list[Filled]()
    for n, filled in enumerate(title.filled, 1):
        mark = counted.format(n=n).translate(THAI_DIGITS) if thai else counted.format(n=n)
        cells.append(replace(filled, cell=Cell(mark + filled.cell.text)))
    head, mark = desk.heading("steps"), desk.choose(LETTERED)
    between = desk.choose(("\n", "\n", " "))
    steps = Column((head,), tuple(_lettered(story, head, mark, between) for story in told))
    others = [column(desk, role, told) for role in desk.shuffled(("units", "timeframe"))]
    columns = [replace(title, filled=tuple(cells)), steps, *others]
    return page(desk, columns, told, "measures")


def _lettered(story: Story, heading: str, mark: str, between: str) -> Filled:
    """A step is right with its letter or without."""
    lines, facts = list[str](), list[Fact]()
    for letter, step in zip(LETTERS, story.steps, strict=False):
        lines.append(line := mark.format(letter=letter) + step)
        fields = ("steps", "guidelines")
        facts.append(Fact(story.title, fields, step, step, heading, also=(line,)))
    return Filled(Cell(between.join(lines)), tuple(facts))


def output_and_outcome(desk: Desk, suffix: str) -> Made:
    """What was put out and what came of it: two columns in a workbook, else labels in one cell.

    What was put out is right as what was done and as an outcome.
    """
    told = desk.stories(4)
    before, heads = some(desk, told, "title", "units"), desk.choose(OUTPUT_AND_OUTCOME)
    if suffix == ".xlsx":
        span = desk.span("results")
        after = [named(desk, heads[1], "outcome", told).under(span)]
        made = named(desk, heads[0], "summary", told).under(span)
        both = [replace(it, facts=tuple(map(_either, it.facts))) for it in made.filled]
        after.insert(0, replace(made, filled=tuple(both)))
    else:
        head = desk.choose(("ผลผลิต/ผลลัพธ์", "ผลผลิตและผลลัพธ์ที่ได้"))
        after = [Column((head,), tuple(_labelled(story, head, heads) for story in told))]
    return page(desk, [*before, *after], told, "results")


def _either(fact: Fact) -> Fact:
    return replace(fact, fields=("summary", "outcomes"))


def _labelled(story: Story, heading: str, labels: Sequence[str]) -> Filled:
    texts = story.summary[12], story.outcome
    lines = [f"{label} : {text}" for label, text in zip(labels, texts, strict=True)]
    facts = tuple(
        Fact(story.title, fields, text, text, heading, WHOLE_YEAR, (line,))
        for fields, text, line in zip(
            (("summary", "outcomes"), ("outcomes",)), texts, lines, strict=True
        )
    )
    return Filled(Cell("\n".join(lines)), facts)


def planned_and_done(desk: Desk, _: str) -> Made:
    """Two rows a measure, planned above done, ticked below quarters: one is done late.

    The plan is the measure's time.
    """
    told = desk.stories(4)
    before = [numbers(desk, 4), column(desk, "title", told), column(desk, "units", told)]
    over, tick = desk.span("period"), desk.choose(desk.words["ticks"])
    manner = desk.choose(("Q{n}", "ไตรมาส {n}", "ไตรมาสที่ {n}"))
    empty = (Filled(Cell()),) * 4
    quarters = [Column((over, manner.format(n=n)), empty) for n in range(1, 5)]
    head = heading_rows([*before, Column(("แผน/ผล",), empty), *quarters])
    late = desk.chance.randrange(4)
    rows, facts = list[tuple[Cell, ...]](), list[Fact]()
    for n, story in enumerate(told):
        first = desk.chance.randrange(3)
        last = desk.chance.randrange(first, 3)
        beside = tuple(replace(each.filled[n].cell, down=2) for each in before)
        rows.append((*beside, Cell("แผน"), *_quarters(first, last, tick)))
        rows.append((Cell("ผล"), *_quarters(first, last + (n == late), tick)))
        facts += [fact for each in before for fact in each.filled[n].facts]
        months = first * 3, last * 3 + 2
        said = desk.timeframe(months)
        facts.append(Fact(story.title, ("timeframe",), said, "", over, months=months))
    blocks: list[Block] = [*opening(desk, "measures"), Table((*head, *rows))]
    return Made(one_sheet(blocks), tuple(facts), tuple(story.title for story in told))


def _quarters(first: int, last: int, tick: str) -> list[Cell]:
    return [Cell(tick if first <= quarter <= last else "") for quarter in range(4)]


def three_years(desk: Desk, _: str) -> Made:
    """Scores of three years abreast with what they rose or fell; only the last year's are data."""
    years, manner = range(LAST_SCORED - 2, LAST_SCORED + 1), desk.choose(YEAR_HEADS)
    heads = [manner.format(year=year, short=year % 100) for year in years]
    top = Cell(desk.heading("indicator"), down=2), Cell("คะแนนย้อนหลัง 3 ปี", across=3)
    rows = [(*top, Cell("เพิ่ม/ลด", down=2)), tuple(map(Cell, heads))]
    facts = list[Fact]()
    names = [f"{no}. {name}" for no, name in enumerate(indicator_names(desk), 1)]
    for no, name in enumerate([*names, "คะแนนรวม ITA"], 1):
        *before, last = scores = [desk.full_score() for _ in years]
        rose = float(last) - float(before[-1])
        rows.append((Cell(name), *map(Cell, scores), Cell(f"{rose:+.2f}")))
        kind, key = ("indicators", no) if no <= len(names) else ("total", "total")
        facts.append(Fact(None, (kind,), score_of(key, last), last, heads[-1]))
        facts += [
            Fact(None, (), score, score, head, fate=Fate.REST)
            for score, head in zip(before, heads[:-1], strict=True)
        ]
    told = desk.stories(3)
    drawn = draw(some(desk, told, "title", "steps", "units", "timeframe"))
    blocks: list[Block] = [*opening(desk, "measures"), Table(tuple(rows))]
    blocks += [Paragraph(""), drawn.table]
    every = (*facts, *drawn.facts)
    return Made(one_sheet(blocks), every, tuple(story.title for story in told))
