"""An agency over the years: scores, weaknesses that come back, measures taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.rules.figures.carried import carried, measure_years, unfinished
from ita_site.rules.figures.recurring import weaknesses
from ita_site.rules.figures.status import Standing
from ita_site.rules.figures.trend import trend

if TYPE_CHECKING:
    from ita_site.facts.model.publication import AgencyFacts
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.carried import CarriedMeasure, MeasureYear, Unfinished
    from ita_site.rules.figures.recurring import Weakness
    from ita_site.rules.figures.trend import Trend

AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class History:
    """What several years tell together; result years and fiscal years each oldest first.

    `analysed` are the result years of which the agency gave scores or an analysis.
    """

    trend: Trend
    analysed: tuple[int, ...]
    weaknesses: tuple[Weakness, ...]
    measure_years: tuple[MeasureYear, ...]
    carried: tuple[CarriedMeasure, ...]
    unfinished: tuple[Unfinished, ...]

    @property
    def below_again(self) -> tuple[Weakness, ...]:
        """The indicators that missed the target in two years or more."""
        return tuple(weakness for weakness in self.weaknesses if weakness.below_again)

    @property
    def taken_up(self) -> tuple[Unfinished, ...]:
        """The unfinished measures that stand in the following year as well."""
        return tuple(entry for entry in self.unfinished if entry.taken_up)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The standings that occur in any year, in the order in which they are counted."""
        found = {standing for year in self.measure_years for standing, _ in year.tally.present}
        return tuple(standing for standing in Standing if standing in found)

    @property
    def span(self) -> range:
        """Every fiscal year from the first with measures to the last."""
        years = self.measure_years
        return range(years[0].year, years[-1].year + 1) if years else range(0)

    def measure_year(self, year: int) -> MeasureYear | None:
        """The measures of a fiscal year, None when they are not known."""
        return next((entry for entry in self.measure_years if entry.year == year), None)

    @property
    def unknown_years(self) -> tuple[int, ...]:
        """The fiscal years in between whose measures are not known."""
        return tuple(year for year in self.span if self.measure_year(year) is None)


def history(agency: AgencyFacts, today: BEDate) -> History | None:
    """What the years tell together; None until there are two years of results or of measures."""
    if len(agency.years) < AT_LEAST:
        return None
    scored, years = trend(agency), measure_years(agency, today)
    if max(len(scored.results), len(years)) < AT_LEAST:
        return None
    return History(
        scored,
        tuple(sorted({facts.result_year for facts in agency.years if facts.assessment})),
        weaknesses(scored, agency),
        years,
        carried(years),
        tuple(unfinished(years)),
    )
