"""How far each measure is, from its reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ita_site.facts.model.labelled import Labelled
from ita_site.facts.model.progress import Report, Status

if TYPE_CHECKING:
    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import YearFacts


class Standing(Labelled):
    """A measure's standing as a reader sees it, in the order in which it is counted."""

    DONE = "done", "แล้วเสร็จ"
    IN_PROGRESS = "in_progress", "กำลังดำเนินการ"
    NOT_STARTED = "not_started", "ยังไม่เริ่ม"
    UNSTATED = "unstated", "รายงานแล้ว ไม่ระบุสถานะ"
    NOT_REPORTED = "not_reported", "ไม่มีรายงานในเว็บไซต์นี้"

    @property
    def stated(self) -> bool:
        """Whether the agency says how far it is."""
        return self not in (Standing.UNSTATED, Standing.NOT_REPORTED)


@dataclass(frozen=True)
class MeasureReports:
    """A measure with its reports, oldest first, and the standing that follows."""

    measure: Measure
    reports: tuple[Report, ...]

    @cached_property
    def nonempty(self) -> tuple[Report, ...]:
        """The reports that say something; an empty one counts as not made."""
        return tuple(report for report in self.reports if not report.is_empty)

    @property
    def latest(self) -> Report | None:
        """The newest report that says something."""
        return self.nonempty[-1] if self.nonempty else None

    @cached_property
    def standing(self) -> Standing:
        """An empty report is no report: it never counts as done.

        A measure not yet started has nothing to tell but its status and what hinders it.
        """
        latest = self.reports[-1] if self.reports else None
        if latest and latest.is_empty and latest.status is Status.NOT_STARTED:
            return Standing.NOT_STARTED
        if self.latest is None:
            return Standing.NOT_REPORTED
        status = self.latest.status
        return Standing.parse(status.value) if status else Standing.UNSTATED

    @property
    def kept(self) -> tuple[Report, ...]:
        """The reports that count as made, those of a measure not yet started among them."""
        return tuple(report for report in self.reports if report.is_kept)

    @property
    def reported_rounds(self) -> frozenset[int]:
        """The rounds for which a report was made."""
        return frozenset(report.round for report in self.kept if report.round)

    @property
    def tells_of_whole_year(self) -> bool:
        """Whether a report names no round, and so speaks of the whole year."""
        return any(report.round is None for report in self.kept)

    @property
    def excused_rounds(self) -> frozenset[int | None]:
        """The rounds whose report is missing for a reason given; None for the whole year."""
        return frozenset(report.round for report in self.reports if report.is_excused)

    @property
    def done_in(self) -> int | None:
        """The first round in which it was told to be done."""
        done = (report.round for report in self.nonempty if report.status is Status.DONE)
        return min((months for months in done if months), default=None)


def measure_reports(year: YearFacts) -> tuple[MeasureReports, ...]:
    """Every measure of a year with its reports, in the year's order."""
    by_measure: dict[str, list[Report]] = {}
    for report in year.progress.progress:
        by_measure.setdefault(report.measure, []).append(report)
    return tuple(
        MeasureReports(measure, _in_time(by_measure.get(measure.id, [])))
        for measure in year.measures.measures
    )


def _in_time(reports: list[Report]) -> tuple[Report, ...]:
    """By round; a report without one speaks of the whole year."""
    return tuple(sorted(reports, key=lambda report: report.round or 99))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many measures have each standing."""

    counts: tuple[tuple[Standing, int], ...]

    @property
    def total(self) -> int:
        """All measures."""
        return sum(count for _, count in self.counts)

    def count(self, standing: Standing) -> int:
        """Those with this standing."""
        return dict(self.counts)[standing]

    @property
    def present(self) -> tuple[tuple[Standing, int], ...]:
        """Only the standings that occur."""
        return tuple((standing, count) for standing, count in self.counts if count)


def tally(measures: tuple[MeasureReports, ...]) -> Tally:
    """Count the measures by standing, in the order of `Standing`."""
    found = Counter(measure.standing for measure in measures)
    return Tally(tuple((standing, found[standing]) for standing in Standing))
