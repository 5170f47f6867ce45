"""Columns of a table of measures: what an office calls each, writes into it, and means."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.bench.office_files.desk import MONTHS, OFFSET, calendar_month, year_of
from tests.bench.office_files.key import POINTS, WHOLE_YEAR, Fact, Fate, score_of
from tests.bench.office_files.layout import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.bench.office_files.desk import Desk, Story
from tests.bench.office_files.key import Rounds

INDICATORS = (
    *("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ"),
    *("การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร"),
    *("การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต"),
)
PERSON_TITLE = re.compile("^(?:นางสาว|นาย|นาง|น\\.ส\\.|ดร\\.)\\s*")
MARKS = ("{n}. ", "{n}) ", "- ", "({n}) ")
"""How an office numbers steps; the same throughout a file."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What one measure has in a column, and the facts in it."""

    cell: Cell
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """The headings of a column from the top, and what each measure has in it."""

    heads: tuple[str, ...]
    filled: tuple[Filled, ...]

    def under(self, span: str) -> Column:
        """The same below a heading that stands over several."""
        return replace(self, heads=(span, *self.heads))


def indicator_names(desk: Desk) -> Sequence[str]:
    """The ten indicators as this office writes them."""
    listed: Sequence[str] = desk.words.get("indicators", INDICATORS)
    return listed


def numbers(desk: Desk, count: int) -> Column:
    """Running numbers."""
    cells = tuple(Filled(Cell(str(number))) for number in range(1, count + 1))
    return Column((desk.heading("number"),), cells)


def column(desk: Desk, role: str, told: Sequence[Story], rounds: Rounds = WHOLE_YEAR) -> Column:
    """A column of this role; a column of reports is for these rounds."""
    return named(desk, desk.heading(role), role, told, rounds)


def named(
    desk: Desk, heading: str, role: str, told: Sequence[Story], rounds: Rounds = WHOLE_YEAR
) -> Column:
    """The same under a heading of its own."""
    make = MAKERS[role]
    filled = [make(desk, story, heading, rounds) for story in told]
    return Column((heading,), tuple(filled))


def _simple(role: str, *fields: str) -> Callable[[Desk, Story, str, Rounds], Filled]:
    def make(_: Desk, story: Story, heading: str, __: Rounds) -> Filled:
        text = getattr(story, role)
        return Filled(Cell(text), (Fact(story.title, fields, text, text, heading, None),))

    return make


def _report(role: str, *fields: str) -> Callable[[Desk, Story, str, Rounds], Filled]:
    def make(_: Desk, story: Story, heading: str, rounds: Rounds) -> Filled:
        text = getattr(story, role)
        if isinstance(text, dict):
            text = text[6 if rounds & {3, 6} else 12]
        return Filled(Cell(text), (Fact(story.title, fields, text, text, heading, rounds),))

    return make


def _steps(_: Desk, story: Story, heading: str, __: Rounds) -> Filled:
    mark = MARKS[sum(map(ord, heading)) % len(MARKS)]
    lines = [mark.format(n=n) + step for n, step in enumerate(story.steps, 1)]
    facts = [Fact(story.title, ("steps", "guidelines"), s, s, heading) for s in story.steps]
    return Filled(Cell("\n".join(lines)), tuple(facts))


def _units(desk: Desk, story: Story, heading: str, _: Rounds) -> Filled:
    text = desk.choose(("\n", ", ", "/", " และ")).join(story.units)
    facts = [Fact(story.title, ("units",), unit, unit, heading) for unit in story.units]
    return Filled(Cell(text), tuple(facts))


def _unit_and_person(desk: Desk, story: Story, heading: str, _: Rounds) -> Filled:
    person, phone = desk.choose(desk.words["people"]), desk.choose(desk.words["phones"])
    unit = story.units[0]
    out = left_out(story, heading, person, phone)
    text = f"{unit}\n{person}\n{phone}"
    return Filled(Cell(text), (Fact(story.title, ("units",), unit, unit, heading), *out))


def _contact(desk: Desk, story: Story, heading: str, _: Rounds) -> Filled:
    person, phone = desk.choose(desk.words["people"]), desk.choose(desk.words["phones"])
    return Filled(Cell(f"{person} {phone}"), left_out(story, heading, person, phone))


def left_out(story: Story, heading: str, person: str, phone: str = "") -> tuple[Fact, ...]:
    """A person and a telephone, of which nothing may stay: no title, surname, bare number."""
    name = PERSON_TITLE.sub("", person)
    number = re.search(r"\d[\d -]+\d", phone)
    told = {person, name, name.split()[-1], phone, number[0] if number else ""}
    kept = sorted(text for text in told if len(text) > 3)
    return tuple(Fact(story.title, (), one, one, heading, fate=Fate.OUT) for one in kept)


def _timeframe(desk: Desk, story: Story, heading: str, _: Rounds) -> Filled:
    text = desk.timeframe(story.months)
    months = (story.months[0], story.months[1])
    return Filled(
        Cell(text), (Fact(story.title, ("timeframe",), text, text, heading, months=months),)
    )


def _target(_: Desk, story: Story, heading: str, __: Rounds) -> Filled:
    words, goal, unit = story.target
    text = f"{words} {_amount(goal, unit)}"
    return Filled(Cell(text), (Fact(story.title, ("targets",), text, text, heading),))


def _target_words(_: Desk, story: Story, heading: str, __: Rounds) -> Filled:
    text = story.target[0]
    return Filled(Cell(text), (Fact(story.title, ("targets",), text, text, heading),))


def _goal(_: Desk, story: Story, heading: str, __: Rounds) -> Filled:
    text = _amount(*story.target[1:])
    return Filled(Cell(text), (Fact(story.title, ("targets",), text, text, heading),))


def _amount(goal: str, unit: str) -> str:
    return f"{unit} {goal}" if unit == "ร้อยละ" else f"{goal} {unit}"


def _budget(desk: Desk, story: Story, heading: str, _: Rounds) -> Filled:
    text = story.budget or desk.choose(desk.words["no_budget"])
    if story.budget and "บาท" not in heading:
        if sums := desk.words.get("sums"):
            text = desk.choose(sums).format(sum=text)
        elif desk.chance.random() < 0.5:
            text = f"{text} บาท"
    also = () if story.budget else ("0",)
    fact = Fact(story.title, ("budget",), story.budget or text, text, heading, also=also)
    return Filled(Cell(text), (fact,))


def _indicator(desk: Desk, story: Story, heading: str, _: Rounds) -> Filled:
    no = story.indicator
    name = indicator_names(desk)[no - 1]
    text = desk.choose((f"{no}. {name}", name, f"ตัวชี้วัดที่ {no} {name}", f"{no} {name}"))
    return Filled(Cell(text), (Fact(story.title, ("indicator",), str(no), text, heading),))


def _score(desk: Desk, story: Story, heading: str, _: Rounds) -> Filled:
    score = desk.score()
    value = score_of(story.indicator, score)
    return Filled(Cell(score), (Fact(None, ("indicators",), value, score, heading),))


def _weakness(_: Desk, story: Story, heading: str, __: Rounds) -> Filled:
    text = story.weakness
    link = Fact(story.title, ("answers",), text, text, heading)
    return Filled(Cell(text), (Fact(None, POINTS, text, text, heading), link))


def _evidence(_: Desk, story: Story, heading: str, rounds: Rounds) -> Filled:
    """With a link in half of the offices; without one, a reader of the site could not open it."""
    title = story.evidence
    if sum(map(ord, heading)) % 2:
        fact = Fact(story.title, (), title, title, heading, fate=Fate.REST)
        return Filled(Cell(title), (fact,))
    link = f"https://office.example/o43/{story.indicator}.pdf"
    fact = Fact(story.title, ("evidence",), title, title, heading, rounds)
    return Filled(Cell(f"{title}\n{link}"), (fact,))


def _percent(_: Desk, story: Story, heading: str, rounds: Rounds) -> Filled:
    value = story.percent[6 if 6 in rounds else 12]
    bare = "%" in heading or "ร้อยละ" in heading
    text = value if bare else f"ร้อยละ {value}"
    return Filled(Cell(text), (Fact(story.title, ("percent_done",), value, text, heading, rounds),))


def _status(desk: Desk, story: Story, heading: str, rounds: Rounds) -> Filled:
    code = desk.choose(("done", "in_progress", "not_started"))
    text = desk.choose(desk.words["statuses"][code])
    return Filled(Cell(text), (Fact(story.title, ("status",), code, text, heading, rounds),))


def _yes_no(desk: Desk, story: Story, heading: str, rounds: Rounds) -> Filled:
    manner = _manner(desk, heading)
    code = desk.choose(("done", "not_started"))
    text = desk.words["yes" if code == "done" else "no"][manner]
    also = () if code == "done" else ("in_progress",)
    fact = Fact(story.title, ("status",), code, text, heading, rounds, also)
    return Filled(Cell(text), (fact,))


def _manner(desk: Desk, heading: str) -> int:
    return sum(map(ord, heading)) % len(desk.words["yes"])


def start_and_end(
    desk: Desk, told: Sequence[Story], *, christian: bool, real: bool
) -> list[Column]:
    """Two columns of days: the first and the last of each measure's time."""
    heads = desk.heading("start"), desk.heading("end")
    style = desk.chance.randrange(2)
    firsts, lasts = [], []
    for story in told:
        first, last = (
            _day(month, ends=ends) for month, ends in zip(story.months, (False, True), strict=True)
        )
        texts = [_written(day, christian=christian, style=style) for day in (first, last)]
        months = (story.months[0], story.months[1])
        printed = " - ".join(texts)
        fact = Fact(story.title, ("timeframe",), printed, texts[0], heads[0], months=months)
        days = (first, last) if real else (None, None)
        firsts.append(Filled(Cell(texts[0], day=days[0]), (fact,)))
        lasts.append(Filled(Cell(texts[1], day=days[1])))
    return [Column((heads[0],), tuple(firsts)), Column((heads[1],), tuple(lasts))]


def _day(month: int, *, ends: bool) -> datetime.date:
    year, number = year_of(month) - OFFSET, calendar_month(month)
    return datetime.date(year, number, monthrange(year, number)[1] if ends else 1)


def _written(day: datetime.date, *, christian: bool, style: int) -> str:
    year = day.year if christian else day.year + OFFSET
    if style:
        return f"{day.day:02}/{day.month:02}/{year}"
    return f"{day.day} {MONTHS[(day.month + 2) % 12]} {year}"


def unknown(desk: Desk, told: Sequence[Story], which: int) -> Column:
    """A column no data field is made for."""
    heading, values = desk.words["unknown"][which]
    texts = [f"{values[n % len(values)]}" for n in range(len(told))]
    facts = [
        Fact(story.title, (), text, text, heading, fate=Fate.REST)
        for story, text in zip(told, texts, strict=True)
    ]
    desk.taken.add(heading)
    pairs = zip(texts, facts, strict=True)
    return Column((heading,), tuple(Filled(Cell(text), (fact,)) for text, fact in pairs))


MAKERS: dict[str, Callable[[Desk, Story, str, Rounds], Filled]] = {
    "title": _simple("title", "title"),
    "guidelines": _simple("guideline", "guidelines", "steps"),
    "steps": _steps,
    "units": _units,
    "unit_and_person": _unit_and_person,
    "contact": _contact,
    "timeframe": _timeframe,
    "monitoring": _simple("monitoring", "monitoring"),
    "objective": _simple("objective", "objective"),
    "target": _target,
    "target_words": _target_words,
    "goal": _goal,
    "budget": _budget,
    "risk": _simple("risk", "risk"),
    "indicator": _indicator,
    "score": _score,
    "weakness": _weakness,
    "summary": _report("summary", "summary"),
    "outcome": _report("outcome", "outcomes"),
    "obstacle": _report("obstacle", "obstacles"),
    "suggestion": _report("suggestion", "suggestions"),
    "evidence": _evidence,
    "percent": _percent,
    "status": _status,
    "yes_no": _yes_no,
}
