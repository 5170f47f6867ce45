"""What a year and each of its measures come to, in plain sentences: by rule, from facts alone.

Nothing is judged and nothing left to taste: the same facts give the same words, and what an
agency does not say is not said for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ita_site.facts.thai.decimals import PER_CENT, format_number, measured
from ita_site.rules.figures.covered import covered_facts
from ita_site.rules.figures.headings import heading
from ita_site.rules.figures.last_year import last_year
from ita_site.rules.figures.scores import scores
from ita_site.rules.figures.status import Standing, measure_reports, tally
from ita_site.rules.figures.targets import reached
from ita_site.rules.figures.trend import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_site.facts.model.progress import Metric, Report
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.rules.figures.status import MeasureReports

MOST_NAMED: Final = 3
"""So many unfinished measures are named; more are only counted."""
LONGEST_NAME: Final = 60
LONGEST: Final = 120
"""Letters of a text as reported; a longer one ends at a space, and says that it does."""
COUNTED: Final = (
    (Standing.DONE, "ทำเสร็จแล้ว"),
    (Standing.IN_PROGRESS, "กำลังทำ"),
    (Standing.NOT_STARTED, "ยังไม่เริ่ม"),
    (Standing.UNSTATED, "รายงานแล้วแต่ไม่บอกว่าเสร็จหรือยัง"),
    (Standing.NOT_REPORTED, "ยังไม่มีรายงานในเว็บไซต์นี้"),
)
LEFT: Final = (Standing.IN_PROGRESS, Standing.NOT_STARTED)


class Moved(NamedTuple):
    """A figure before and after, as the agency reported it; which way is better is not known."""

    name: str
    before: str
    after: str
    unit: str

    @property
    def text(self) -> str:
        """`เวลารอคิว เดิม 34 เป็น 18 นาที`, `เที่ยวที่บันทึกไม่ครบ เดิมร้อยละ 23 เป็นร้อยละ 5`."""
        was = measured(self.before, self.unit) if self.unit == PER_CENT else self.before
        told = f"{self.name} เดิม {was} เป็น {measured(self.after, self.unit or None)}"
        return told.replace(f" {PER_CENT}", PER_CENT)


class Gist(NamedTuple):
    """A measure in one line; `moved` is the figure it tells, where it tells one."""

    text: str
    moved: Moved | None = None


def measure_gist(entry: MeasureReports) -> Gist:
    """The first of what its newest report tells: a figure, a target, an outcome, what was done."""
    report = entry.latest
    if report is None:
        return Gist(_of_no_report(entry))
    if moved := next(_moved(report), None):
        return Gist(moved.text, moved)
    return Gist(next(filter(None, _texts(entry, report)), "รายงานแล้ว ไม่มีรายละเอียด"))


def _of_no_report(entry: MeasureReports) -> str:
    if entry.standing is Standing.NOT_STARTED:
        hindered = entry.reports[-1].obstacles
        return f"ยังไม่เริ่ม เพราะ{_cut(hindered[0])}" if hindered else "ยังไม่เริ่ม"
    return "เว็บไซต์นี้ยังไม่มีรายงานผล"


def _texts(entry: MeasureReports, report: Report) -> Iterator[str]:
    for found in reached(entry.measure, report):
        told, goal = measured(found.value, found.target.unit), found.target.goal
        aim = f" จากเป้าหมาย {measured(goal, found.target.unit)}" if goal else ""
        yield f"{_cut(found.target.text)} ทำได้ {told}{aim}"
    for metric in _metrics(report):
        if metric.after:
            yield f"{metric.name} {measured(metric.after, metric.unit)}"
    yield from (_cut(outcome.text) for outcome in report.outcomes)
    yield from map(_cut, report.summary)


def _metrics(report: Report) -> Iterator[Metric]:
    return (metric for outcome in report.outcomes for metric in outcome.metrics)


def _moved(report: Report) -> Iterator[Moved]:
    for metric in _metrics(report):
        if metric.before and metric.after:
            yield Moved(metric.name, metric.before, metric.after, metric.unit or "")


def _cut(text: str) -> str:
    """The first line of a text, up to a space."""
    line = re.sub(r"^- ", "", next(filter(None, map(str.strip, text.splitlines())), ""))
    if len(line) <= LONGEST:
        return line
    head = line[:LONGEST].rpartition(" ")[0] or line[:LONGEST]
    return f"{head} …"


def year_gist(agency: AgencyFacts, year: YearFacts) -> tuple[str, ...]:
    """At most three sentences: what came of what was promised, a figure that moved, the result.

    Where other measures run meanwhile, they are told in the place of the figure.
    """
    covered = covered_facts(agency, year)
    shown = covered or year
    runs = year if covered and covered is not year and year.measures.measures else None
    sentences = (
        _promised(shown),
        _promised(runs) if runs else _figures(measure_reports(shown)),
        _result(agency, year),
    )
    return tuple(filter(None, sentences))


def _promised(year: YearFacts) -> str:
    reports = measure_reports(year)
    if not reports:
        return ""
    start = f"ปี {year.implementation_year} สัญญาไว้ {len(reports)} เรื่อง"
    counts = tally(reports)
    if counts.count(Standing.NOT_REPORTED) == len(reports):
        return f"{start} เว็บไซต์นี้ยังไม่มีรายงานผลของเรื่องใด"
    if counts.count(Standing.DONE) == len(reports):
        return f"{start} ทำเสร็จแล้วทุกเรื่อง"
    told = (
        f"{words} {count} เรื่อง{_named(year, reports, standing)}"
        for standing, words in COUNTED
        if (count := counts.count(standing))
    )
    return " ".join((start, *told))


def _named(year: YearFacts, reports: Iterable[MeasureReports], standing: Standing) -> str:
    """The unfinished by name, where few enough are short enough to be read in a sentence."""
    if standing not in LEFT:
        return ""
    names = [
        heading(entry.measure, number, year, year.edition)
        for number, entry in enumerate(reports, start=1)
        if entry.standing is standing
    ]
    if len(names) > MOST_NAMED or any(len(name) > LONGEST_NAME for name in names):
        return ""
    return " คือ " + ", ".join(names)


def _figures(reports: Iterable[MeasureReports]) -> str:
    """How many figures were told before and after, with the first of each measure's."""
    latest = [report for entry in reports if (report := entry.latest)]
    moved = [entry for report in latest for entry in _moved(report)]
    if not moved:
        return ""
    others = f"รายงานตัวเลขก่อนและหลังไว้ {len(moved)} ตัว เช่น " if len(moved) > 1 else ""
    return others + moved[0].text


def _result(agency: AgencyFacts, year: YearFacts) -> str:
    given = year.assessment
    if given is None or not given.has_scores:
        return ""
    found = scores(given, year.edition, year.result_year)
    told = []
    if found.total is not None:
        told.append(f"ผลประเมิน ITA ปี {year.result_year} ได้ {format_number(found.total)} คะแนน")
        told.append(_move(agency, year))
    if found.weakest:
        lowest = found.weakest[0]
        start = "ต่ำที่สุดคือ" if told else f"ผลประเมิน ITA ปี {year.result_year} ต่ำที่สุดคือ"
        told.append(f"{start}{lowest.indicator.name} {format_number(lowest.fact.score)}")
    return " ".join(filter(None, told))


def _move(agency: AgencyFacts, year: YearFacts) -> str:
    before = last_year(agency, year)
    if before is None or before.total is None:
        return ""
    if before.total.direction is Direction.SAME:
        return f"เท่ากับปี {before.year}"
    return f"{before.total.direction.label} {format_number(before.total.amount)} จากปี {before.year}"
