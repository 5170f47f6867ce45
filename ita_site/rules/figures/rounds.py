"""Reporting rounds: which were promised, which were reported, which are overdue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.facts.thai.fiscal import round_due

if TYPE_CHECKING:
    from ita_site.facts.model.measures import Measure
    from ita_site.facts.model.publication import YearFacts
    from ita_site.facts.thai.calendar import BEDate
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
    told = measure.kept or measure.excused_rounds
    return (WHOLE_YEAR,) if is_over(year, today) and not told else ()
