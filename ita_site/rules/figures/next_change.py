"""Until when an agency's pages stay true though none of its facts changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ita_site.facts.model.dates import dates_within
from ita_site.facts.thai.calendar import BEDate, YearMonth
from ita_site.rules.figures.handing_in import SOON
from ita_site.rules.figures.updates import a_year_after

if TYPE_CHECKING:
    from ita_site.facts.model.publication import AgencyFacts


def next_change(agency: AgencyFacts, today: BEDate) -> BEDate:
    """The first day after today on which its pages may tell something else.

    Every date of its facts and editions counts, whatever it stands for: something may begin on
    it, be over on the day after it, be near before it or old a year after it. Rounds and fiscal
    years end with a month; and where a page shows how far a year is, it is renewed each month.
    """
    changes = [YearMonth(today.year, today.month).plus(1).first_day()]
    for day in {*dates_within(agency)}:
        changes += [_later(day, -left) for left in range(-1, SOON + 1)]
        changes.append(_later(a_year_after(day), 1))
    return min(day for day in changes if day > today)


def _later(day: BEDate, days: int) -> BEDate:
    return BEDate.from_date(day.to_date() + dt.timedelta(days))
