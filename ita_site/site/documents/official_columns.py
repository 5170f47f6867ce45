"""The columns of measures and of what came of them, as agencies print them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ita_site.facts.model.measures import CUT_SHORT
from ita_site.facts.thai.decimals import measured
from ita_site.rules.figures.numbering import numbered, title_numbers
from ita_site.rules.figures.targets import reached
from ita_site.site.pages.text import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ita_site.facts.model.measures import Guideline, Measure, Responsible
    from ita_site.facts.model.progress import Metric, Report
    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.thai.timeframe import Timeframe
    from ita_site.site.pages.year_view import YearView

Lines: TypeAlias = "tuple[str, ...]"
LEAD, SUPPORT = "lead", "support"


class Entry(NamedTuple):
    """What one row is about. `report` is None in a table of measures, or where none was made."""

    year: YearView
    facts: YearFacts
    number: int
    measure: Measure
    report: Report | None = None

    @property
    def heading(self) -> str:
        """What the measure is called on the page."""
        return self.year.heading(self.measure, self.number, self.facts)


class Column(NamedTuple):
    """A column: its heading, and what stands in it."""

    heading: str
    lines: Callable[[Entry], Lines]


def _group(entry: Entry) -> Lines:
    """A topic with the number that manuals and papers give it."""
    label = entry.year.group_label(entry.measure)
    if label in entry.measure.titles:
        return ()
    topics = entry.year.edition.topics
    number = next((f"({one.no}) " for one in topics if one.id == entry.measure.topic), "")
    return (f"{number}{label}",) if label else ()


def _titles(entry: Entry) -> Lines:
    """As they are numbered on the page; one without a name is called as there."""
    numbers = title_numbers(entry.measure, entry.number, entry.facts)
    titles = entry.measure.titles
    names = titles if len(titles) > 1 else [entry.heading]
    return tuple(f"{number} {name}".strip() for number, name in zip(numbers, names, strict=True))


def _numbered(texts: Iterable[str]) -> Lines:
    each = tuple(texts)
    if len(each) == 1:
        return each
    return tuple(f"{at}. {text}" for at, text in enumerate(each, 1))


def _printed(entries: Sequence[Guideline]) -> Lines:
    """Guidelines or steps with their numbers, and what is broken off in the document said so."""
    cut = (f"{one.text} {CUT_SHORT}" if one.truncated else one.text for one in entries)
    return numbered(entries, tuple(cut))


def _units(entry: Entry) -> Lines:
    """A line a step where each step has its own, so that they can be read across."""
    steps, measure = entry.measure.steps, entry.measure
    of_steps = [unit for step in steps for unit in step.units]
    if steps and all(step.units for step in steps):
        named = {unit.name for unit in of_steps}
        over_all = (_unit(one, measure.units) for one in measure.units if one.name not in named)
        parts = {unit.name: _unit(unit, measure.units) for unit in measure.units}
        each = (
            " / ".join(parts.get(unit.name) or _unit(unit, step.units) for unit in step.units)
            for step in steps
        )
        return (*each, *over_all)
    return tuple(dict.fromkeys(_unit(unit, measure.units) for unit in (*measure.units, *of_steps)))


def _unit(unit: Responsible, among: tuple[Responsible, ...]) -> str:
    role = unit.role.value if unit.role and len(among) > 1 else ""
    return unit.name + {LEAD: " (หลัก)", SUPPORT: " (ร่วม)"}.get(role, "")


def _times(entry: Entry) -> Lines:
    steps, measure = entry.measure.steps, entry.measure
    if steps and all(step.timeframes for step in steps):
        return tuple(_spoken(step.timeframes) for step in steps)
    of_steps = [time for step in steps for time in step.timeframes]
    return tuple(dict.fromkeys(time.raw for time in (*measure.timeframes, *of_steps)))


def _spoken(times: Iterable[Timeframe]) -> str:
    return ", ".join(time.raw for time in times)


def _all_units(entry: Entry) -> Lines:
    """Each once, where it does not matter which step is whose."""
    measure = entry.measure
    named = measure.units or [unit for step in measure.steps for unit in step.units]
    return tuple(dict.fromkeys(_unit(unit, measure.units) for unit in named))


def _whole_time(entry: Entry) -> Lines:
    """Of the measure, else of its steps."""
    measure = entry.measure
    times = measure.timeframes or [time for step in measure.steps for time in step.timeframes]
    return tuple(dict.fromkeys(time.raw for time in times))


def _targets(entry: Entry) -> Lines:
    texts = (
        one.text + (f" เป้าหมาย {measured(one.goal, one.unit)}" if one.goal else "")
        for one in entry.measure.targets
    )
    return _numbered(texts)


def _budget(entry: Entry) -> Lines:
    budget = entry.measure.budget
    if budget is None:
        return ()
    amount = f"{number(budget.amount)} บาท" if budget.amount is not None else ""
    source = f"จาก{budget.source}" if budget.source else ""
    return tuple(filter(None, (amount, source, budget.note)))


def _monitoring(entry: Entry) -> Lines:
    rounds = entry.measure.reporting_rounds or entry.facts.info.reporting_rounds
    return (*entry.measure.monitoring, *(f"- รอบ {months} เดือน" for months in rounds))


def _report(of_it: Callable[[Entry, Report], Iterable[str]]) -> Callable[[Entry], Lines]:
    """What stands in a column of reports: nothing where none was made."""
    return lambda entry: tuple(of_it(entry, entry.report)) if entry.report else ()


def _status(_: Entry, report: Report) -> Iterator[str]:
    """In the agency's own words where it has some."""
    if report.status_as_printed:
        yield report.status_as_printed
    elif report.status:
        yield report.status.label


def _outcomes(entry: Entry, report: Report) -> Iterator[str]:
    yield from _numbered(_outcome(one.text, one.metrics) for one in report.outcomes)
    for one in reached(entry.measure, report):
        goal = (
            f" จากเป้าหมาย {measured(one.target.goal, one.target.unit)}" if one.target.goal else ""
        )
        yield f"{one.target.text} ทำได้ {measured(one.value, one.target.unit)}{goal}"


def _outcome(text: str, metrics: Iterable[Metric]) -> str:
    told = "; ".join(_metric(one) for one in metrics)
    return f"{text} ({told})" if told else text


def _metric(metric: Metric) -> str:
    """`ผู้เข้าร่วมประชุม 96 คน (ปี 2565) เป็น 142 คน (ปี 2566)`."""
    both = ((metric.before, metric.year_before), (metric.after, metric.year_after))
    told = " เป็น ".join(
        _with_unit(value, metric.unit) + (f" (ปี {year})" if year else "")
        for value, year in both
        if value
    )
    note = f" {metric.note}" if metric.note else ""
    return f"{metric.name} {told or 'เอกสารเว้นตัวเลขไว้'}{note}"


def _with_unit(value: str, unit: str | None) -> str:
    """A value that says its own unit needs no other."""
    return value if re.search("[A-Za-zก-ฮ]", value) else measured(value, unit)


def _evidence(entry: Entry, report: Report) -> Iterator[str]:
    """Each with its address, for who reads it on paper."""
    site = entry.year.agency.agency.site_url
    for one in report.evidence:
        own = f"{site.rstrip('/')}/{one.file}" if site and one.file else ""
        yield f"{one.title} {one.url or own}".strip()


ROUND = "รอบ"
GROUP = Column("ประเด็น", _group)
MEASURE = Column("มาตรการ", _titles)
MEASURES = (
    GROUP,
    MEASURE,
    Column("วัตถุประสงค์", lambda entry: _numbered(entry.measure.objective)),
    Column("แนวทาง", lambda entry: _printed(entry.measure.guidelines)),
    Column("ขั้นตอน/วิธีการปฏิบัติ", lambda entry: _printed(entry.measure.steps)),
    Column("ผู้รับผิดชอบ", _units),
    Column("ระยะเวลา", _times),
    Column("ตัวชี้วัดความสำเร็จ/เป้าหมาย", _targets),
    Column("งบประมาณ", _budget),
    Column("ความเสี่ยง", lambda entry: _numbered(entry.measure.risk)),
    Column("การกำกับติดตาม", _monitoring),
)
RESULTS = (
    MEASURE,
    Column("ผู้รับผิดชอบ", _all_units),
    Column("ระยะเวลา", _whole_time),
    Column(ROUND, _report(lambda _, one: [f"{one.round} เดือน"] if one.round else [])),
    Column("สถานะ", _report(_status)),
    Column(
        "ร้อยละความสำเร็จ",
        _report(lambda _, one: [] if one.percent_done is None else [number(one.percent_done)]),
    ),
    Column("สรุปผลการดำเนินการ", _report(lambda _, one: one.summary)),
    Column("ผลลัพธ์หรือความสำเร็จในการดำเนินการ", _report(_outcomes)),
    Column("ปัญหาอุปสรรค", _report(lambda _, one: _numbered(one.obstacles))),
    Column("ข้อเสนอแนะ", _report(lambda _, one: _numbered(one.suggestions))),
    Column("หลักฐาน", _report(_evidence)),
)
