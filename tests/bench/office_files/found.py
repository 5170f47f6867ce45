"""What an import wrote into a data folder, value by value, read by the program's own reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations
from typing import TYPE_CHECKING

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.text import compact
from tests.bench.office_files.desk import YEAR
from tests.bench.office_files.key import POINTS, score_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.facts.model.assessment import Assessment
    from ita_site.facts.model.measures import Measure, Target
    from ita_site.facts.model.progress import Report
    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.thai.calendar import YearMonth
    from ita_site.facts.thai.timeframe import Timeframe

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: subdistrict_municipality\n"
LABEL = re.compile(r"^\s*(?:[(]?[0-9๐-๙]{1,2}[.)]+(?![0-9๐-๙])|[-–•])\s*")


def bare(text: str) -> str:
    """A text to compare by: no spaces, Arabic digits, one dash, no number or dash before it."""
    return compact(LABEL.sub("", text)).replace(" ", "").replace("–", "-")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the data; `forms` are the ways it may be read, for one in several fields."""

    field: str
    forms: frozenset[str]
    round: int | None = None
    months: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A measure of the data with all that is said of it."""

    titles: frozenset[str]
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Found:
    """All that an import left behind: measures, facts of the agency, raw texts, messages."""

    measures: tuple[Held, ...]
    agency: tuple[Value, ...]
    data: str
    rest: str
    said: str
    code: int
    problems: tuple[str, ...] = field(default=())

    @cached_property
    def rest_bare(self) -> str:
        """The rest, to compare by."""
        return bare(self.rest)

    @cached_property
    def said_bare(self) -> str:
        """What it asked the officer to look at, to compare by."""
        return bare(self.said)


def look(project: Path, said: str, code: int) -> Found:
    """Read what stands in the project after an import."""
    data = project / "data"
    written = [path for path in sorted(project.rglob("*")) if path.is_file()]
    facts = [path for path in written if path.suffix == ".yml" and path.is_relative_to(data)]
    texts = {path: path.read_text("utf-8", "replace") for path in written}
    rest = "\n".join(text for path, text in texts.items() if path not in facts)
    agency = data / "agency.yml"
    if not agency.exists():
        data.mkdir(exist_ok=True)
        agency.write_text(AGENCY, "utf-8")
    reading = read_publication(data)
    year = _year(reading.publication.agencies)
    return Found(
        tuple(_measures(year)) if year else (),
        tuple(_assessment(year.assessment)) if year and year.assessment else (),
        "\n".join(texts[path] for path in facts),
        rest,
        said,
        code,
        tuple(
            f"{problem.file}: {problem.code}" for problem in reading.problems if problem.is_error
        ),
    )


def _year(agencies: tuple) -> YearFacts | None:
    years = (year for agency in agencies for year in agency.years)
    return next((year for year in years if year.year == YEAR), None)


def _measures(year: YearFacts) -> Iterator[Held]:
    texts = _points(year.assessment)
    for measure in year.measures.measures:
        reports = [report for report in year.progress.progress if report.measure in measure.ids]
        values = [*_of_measure(measure, texts), *(v for each in reports for v in _of_report(each))]
        yield Held(frozenset(map(bare, measure.titles)), tuple(values))


def _points(assessment: Assessment | None) -> dict[str, str]:
    if assessment is None:
        return {}
    listed = (getattr(assessment.analysis, name) for name in POINTS)
    return {point.id: point.text for points in listed for point in points if point.id}


def _value(name: str, text: object, round_: int | None = None) -> Value:
    return Value(name, frozenset({bare(str(text))}), round_)


def _of_measure(measure: Measure, points: dict[str, str]) -> Iterator[Value]:
    yield from (_value("title", title) for title in measure.titles)
    for name in ("guidelines", "steps"):
        yield from (_value(name, each.text) for each in getattr(measure, name))
    for name in ("monitoring", "objective", "risk"):
        yield from (_value(name, each) for each in getattr(measure, name, ()))
    units = [*measure.units, *(unit for step in measure.steps for unit in step.units)]
    yield from (_value("units", unit.name) for unit in units)
    times = [*measure.timeframes, *(time for step in measure.steps for time in step.timeframes)]
    yield from _times([_time(time) for time in times])
    if measure.indicator is not None:
        yield _value("indicator", measure.indicator)
    answered = [id_ for name in POINTS for id_ in getattr(measure, name)]
    yield from (_value("answers", points[id_]) for id_ in answered if id_ in points)
    yield from map(_target, measure.targets)
    if (budget := measure.budget) is not None:
        parts = (_plain_amount(budget.amount), budget.note, budget.source)
        yield from (_value("budget", part) for part in parts if part is not None)


def _plain_amount(amount: object) -> str | None:
    return None if amount is None else f"{amount:f}".removesuffix(".00")


def _target(target: Target) -> Value:
    parts = [part for part in (target.text, target.goal, target.unit) if part]
    orders = (order for n in range(1, 4) for order in permutations(parts, n))
    return Value("targets", frozenset(bare("".join(order)) for order in orders))


def _time(time: Timeframe) -> Value:
    ends = (time.start, time.end) if time.start and time.end else None
    if time.points:
        ends = (min(time.points, key=_count), max(time.points, key=_count))
    months = (_count(ends[0]), _count(ends[1])) if ends else None
    return Value("timeframe", frozenset({bare(time.raw)}), None, months)


def _times(times: list[Value]) -> list[Value]:
    """As they are, or as one where several say one unbroken span together."""
    spans = [time.months for time in times if time.months]
    months = {month for first, last in spans for month in range(first, last + 1)}
    if len(times) < 2 or len(spans) < len(times) or len(months) <= max(months) - min(months):
        return times
    forms = frozenset(form for time in times for form in time.forms)
    return [Value("timeframe", forms, None, (min(months), max(months)))]


def _count(month: YearMonth) -> int:
    """Months since October of the year before."""
    return (month.year - YEAR + 1) * 12 + month.month - 10


def _of_report(report: Report) -> Iterator[Value]:
    at = report.round
    for name in ("summary", "obstacles", "suggestions"):
        yield from (_value(name, each, at) for each in getattr(report, name, ()))
    for outcome in report.outcomes:
        yield _value("outcomes", outcome.text, at)
    for evidence in report.evidence:
        yield _value("evidence", evidence.title, at)
    if report.status:
        yield _value("status", report.status.value, at)
    if report.percent_done is not None:
        yield _value("percent_done", f"{report.percent_done:f}", at)
    yield from (_value("reached", each.value, at) for each in report.reached)


def _assessment(assessment: Assessment) -> Iterator[Value]:
    if assessment.total:
        yield _value("total", score_of("total", assessment.total.score))
    yield from (_value("instruments", score_of(i.code, i.score)) for i in assessment.instruments)
    yield from (_value("indicators", score_of(i.no, i.score)) for i in assessment.indicators)
    yield from (
        _value("questions", score_of(q.code, q.score)) for q in assessment.questions if q.score
    )
    for name in (*POINTS, "summaries", "recommendations"):
        yield from (_value(name, point.text) for point in getattr(assessment.analysis, name))
