"""Reporting rounds: which were promised, which were reported, which are owed or overdue."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.fiscal import round_due

if TYPE_CHECKING:
    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import AgencyFacts, YearFacts
    from ita_site.rules.figures.status import MeasureReports

WHOLE_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Round:
    """One reporting round of one measure; `months` count from 1 October."""

    months: int
    due: BEDate
    reported: bool
    overdue: bool


def rounds(measure: MeasureReports, year: YearFacts, today: BEDate) -> tuple[Round, ...]:
    """The rounds promised or reported, in order. A round is overdue after its last day.

    A report on the whole year keeps the promise of the last round. What is done owes no
    later round.
    """
    promised = promised_rounds(measure.measure, year)
    whole_year = {max(promised)} if promised and measure.tells_of_whole_year else set()
    reported = measure.reported_rounds | whole_year
    still_owed = {months for months in promised if months <= (measure.done_in or WHOLE_YEAR)}
    return tuple(
        Round(
            months,
            due := round_due(year.implementation_year, months),
            months in reported,
            overdue=months not in reported and due < today,
        )
        for months in sorted(still_owed | reported)
    )


def promised_rounds(measure: Measure, year: YearFacts) -> tuple[int, ...]:
    """The rounds of a measure; one that names none has those of its year."""
    return measure.reporting_rounds or year.info.reporting_rounds


def is_over(year: YearFacts, today: BEDate) -> bool:
    """Whether the fiscal year in which the measures are carried out has passed."""
    return round_due(year.implementation_year, WHOLE_YEAR) < today


def owed_rounds(measure: MeasureReports, year: YearFacts, today: BEDate) -> tuple[int, ...]:
    """The overdue rounds, but for those whose lack the agency explains.

    A measure without any promise owes a report of the whole year once that has passed.
    """
    if None in measure.excused_rounds:
        return ()
    if promised_rounds(measure.measure, year):
        found = [entry.months for entry in rounds(measure, year, today) if entry.overdue]
        return tuple(months for months in found if months not in measure.excused_rounds)
    accounted = measure.kept or measure.excused_rounds
    return (WHOLE_YEAR,) if is_over(year, today) and not accounted else ()


def reports_here(agency: AgencyFacts) -> bool:
    """Whether any report of the agency is known: else nobody can say that one is missing."""
    return any(report.is_kept for year in agency.years for report in year.progress.progress)


@dataclass(frozen=True, slots=True)
class Owed:
    """A round that some measures have not reported, nor said why.

    `months` count from 1 October, `due` is its last day; `late` tells whether that has passed.
    `promised` are those of the measures that promised this round; the others promised none.
    """

    year: int
    months: int
    due: BEDate
    measures: int
    promised: int
    late: bool


def owed(reports: tuple[MeasureReports, ...], year: YearFacts, today: BEDate) -> tuple[Owed, ...]:
    """Every round of a fiscal year with a report missing today, also one not yet due."""
    fiscal_year = year.implementation_year
    last = round_due(fiscal_year, WHOLE_YEAR)
    year_over = max(today, BEDate(last.year, last.month + 1, 1))
    missing: Counter[int] = Counter()
    promised: Counter[int] = Counter()
    for entry in reports:
        found = owed_rounds(entry, year, year_over)
        missing.update(found)
        promised.update(found if promised_rounds(entry.measure, year) else ())
    return tuple(
        Owed(
            *(fiscal_year, months, due := round_due(fiscal_year, months)),
            *(count, promised[months]),
            late=due < today,
        )
        for months, count in sorted(missing.items())
    )
