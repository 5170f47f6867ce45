"""Reporting rounds: which were promised, which were reported, which are overdue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.thai.fiscal import round_due

if TYPE_CHECKING:
    from ita_site.figures.status import MeasureReports
    from ita_site.model.publication import YearFacts
    from ita_site.thai.calendar import BEDate


@dataclass(frozen=True, slots=True)
class Round:
    """One reporting round of one measure; `months` count from 1 October."""

    months: int
    due: BEDate
    reported: bool
    overdue: bool


def rounds(measure: MeasureReports, year: YearFacts, today: BEDate) -> tuple[Round, ...]:
    """The rounds promised or reported, in order. A round is overdue after its last day.

    A measure that names no rounds has those of its year. A report on the whole year keeps
    the promise of the last round.
    """
    promised = measure.measure.reporting_rounds or year.info.reporting_rounds
    whole_year = {max(promised)} if promised and measure.tells_of_whole_year else set()
    reported = measure.reported_rounds | whole_year
    wanted = sorted({*promised, *reported})
    return tuple(
        Round(
            months,
            due := round_due(year.implementation_year, months),
            months in reported,
            overdue=months not in reported and due < today,
        )
        for months in wanted
    )
