"""Facts as tables: a row a measure, a report, a score, an item, a complaint channel.

What is one of a few choices is a `Labelled`: a code as text, with Thai words for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ita_site.facts.model.fields import Labelled
from ita_site.rules.figures.oit import index_rows
from ita_site.rules.figures.status import measure_reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.channels import Channels
    from ita_site.facts.model.grouping import Grouped
    from ita_site.facts.model.measures import Responsible
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.facts.thai.timeframe import Timeframe
    from ita_site.rules.figures.trend import Trend

Row: TypeAlias = "tuple[object, ...]"
BETWEEN = " | "

MEASURES = (
    "assessment_year",
    "implementation_year",
    "measure_id",
    "order",
    "title",
    "group_kind",
    "group_id",
    "step_order",
    "step",
    "units",
    "timeframe",
    "monitoring",
    "reporting_rounds_months",
)
PROGRESS = (
    "implementation_year",
    "measure_id",
    "title",
    "standing",
    "round_months",
    "status",
    "summary",
    "outcomes",
    "obstacles",
    "evidence",
    "updated_on",
)
SCORES = ("result_year", "level", "code", "name", "score")
OIT = (
    "assessment_year",
    "code",
    "title",
    "group",
    "url",
    "look",
    "note",
    "updated_on",
    "filled_in_by_program",
)
HISTORY = ("result_year", "level", "code", "name", "score", "target")

CHANNELS = ("kind", "label", "value", "url", "unit", "hours", "corruption_only")


class Level(Labelled):
    """What a score is of."""

    TOTAL = "total", "คะแนนรวม"
    INSTRUMENT = "instrument", "เครื่องมือ"
    INDICATOR = "indicator", "ตัวชี้วัด"
    QUESTION = "question", "ข้อคำถาม"
    SUB_ITEM = "sub_item", "ข้อย่อย"


class Flag(Labelled):
    """Whether something is so."""

    YES = "true", "ใช่"
    NO = "false", "ไม่ใช่"


def measure_rows(year: YearFacts) -> Iterator[Row]:
    """A row a step; a measure without steps has one row."""
    for order, measure in enumerate(year.measures.measures, start=1):
        head = (year.year, year.implementation_year, measure.id, order)
        named = (*head, _joined(measure.titles), *_group(measure))
        tail = (_joined(measure.monitoring), _joined(measure.reporting_rounds))
        whole = (_units(measure.units), _times(measure.timeframes))
        for number, step in enumerate(measure.steps, start=1):
            units = _units(step.units) or whole[0]
            times = _times(step.timeframes) or whole[1]
            yield (*named, number, step.text, units, times, *tail)
        if not measure.steps:
            yield (*named, "", "", *whole, *tail)


def progress_rows(year: YearFacts) -> Iterator[Row]:
    """A row a report; a measure without a report has one row that says so."""
    for entry in measure_reports(year):
        measure = entry.measure
        head = (year.implementation_year, measure.id, _joined(measure.titles), entry.standing)
        for report in entry.reports:
            yield (
                *head,
                report.round,
                report.status or "",
                _joined(report.summary),
                _joined(outcome.text for outcome in report.outcomes),
                _joined(report.obstacles),
                _joined(item.url or item.file or item.title for item in report.evidence),
                report.updated_on or "",
            )
        if not entry.reports:
            yield (*head, *[""] * 7)


def score_rows(year: YearFacts) -> Iterator[Row]:
    """A row a score, from the total down to the questions' parts."""
    assessment, of = year.assessment, year.result_year
    if assessment is None:
        return
    if assessment.total:
        yield (
            of,
            Level.TOTAL,
            "",
            assessment.total.rating_as_printed or "",
            assessment.total.score,
        )
    for instrument in assessment.instruments:
        yield (of, Level.INSTRUMENT, instrument.code, "", instrument.score)
    for indicator in assessment.indicators:
        yield (of, Level.INDICATOR, indicator.no, indicator.name_as_printed or "", indicator.score)
    for question in assessment.questions:
        yield (of, Level.QUESTION, question.key, question.text or "", _score(question.score))
        for part in question.sub_items:
            yield (of, Level.SUB_ITEM, question.key, part.text, _score(part.score))


def history_rows(found: Trend) -> Iterator[Row]:
    """A row a score of any year, line by line; a year without one has no row."""
    levels = (Level.TOTAL, [found.total]), (Level.INSTRUMENT, found.instruments)
    for level, lines in (*levels, (Level.INDICATOR, found.indicators)):
        for line in lines:
            for point in line.known:
                target = _score(point.target)
                yield (point.year, level, line.code, line.name, point.score, target)


def oit_rows(agency: AgencyFacts, year: YearFacts) -> Iterator[Row]:
    """A row an item of the index, our own two among them."""
    for row in index_rows(agency, year):
        yield (
            year.year,
            row.code,
            row.title,
            row.group,
            _joined(place.url for place in row.places),
            _joined(look for look in (row.look, *(place.look for place in row.places)) if look),
            row.note,
            row.updated_on or "",
            _flag(row.filled_in),
        )


def channel_rows(channels: Channels) -> Iterator[Row]:
    """A row a complaint channel, in the agency's order."""
    for channel in channels.channels:
        yield (
            channel.kind,
            channel.label,
            channel.value or "",
            channel.url or "",
            channel.unit or "",
            channel.hours or "",
            _flag(channel.corruption_only),
        )


def _flag(is_so: bool) -> Flag:  # noqa: FBT001 - the one thing it is about
    return Flag.YES if is_so else Flag.NO


def _score(score: object) -> object:
    return "" if score is None else score


def _joined(values: Iterable[object]) -> str:
    return BETWEEN.join(str(value) for value in values)


def _units(units: Iterable[Responsible]) -> str:
    return _joined(unit.name for unit in units)


def _times(timeframes: Iterable[Timeframe]) -> str:
    return _joined(timeframe.raw for timeframe in timeframes)


def _group(fact: Grouped) -> tuple[str, str]:
    return (fact.group.kind, fact.group.id) if fact.group else ("", "")
