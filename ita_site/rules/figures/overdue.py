"""Reports a year still owes, round by round: late already, or late after a day to come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.thai.calendar import BEDate
from ita_site.facts.thai.fiscal import round_due
from ita_site.rules.figures.rounds import WHOLE_YEAR, owed_rounds

if TYPE_CHECKING:
    from ita_site.facts.model.publication import YearFacts
    from ita_site.rules.figures.status import MeasureReports


@dataclass(frozen=True, slots=True)
class Owed:
    """A round that some measures have not reported, nor said why.

    `months` count from 1 October, `due` is its last day; `late` tells whether that has passed.
    """

    year: int
    months: int
    due: BEDate
    measures: int
    late: bool


def owed(reports: tuple[MeasureReports, ...], year: YearFacts, today: BEDate) -> tuple[Owed, ...]:
    """Every round of a fiscal year with a report missing today, also one not yet due."""
    of = year.implementation_year
    last = round_due(of, WHOLE_YEAR)
    year_over = max(today, BEDate(last.year, last.month + 1, 1))
    missing = Counter(months for entry in reports for months in owed_rounds(entry, year, year_over))
    return tuple(
        Owed(of, months, due := round_due(of, months), count, late=due < today)
        for months, count in sorted(missing.items())
    )
