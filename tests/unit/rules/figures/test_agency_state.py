"""What holds of an agency at a glance."""

from __future__ import annotations

import pytest

from ita_site.rules.figures.agency_state import AgencyState, states
from ita_site.rules.figures.status import Standing, Tally


def counted(**counts: int) -> Tally:
    return Tally(tuple((standing, counts.get(standing.value, 0)) for standing in Standing))


NOTHING = counted()
SILENT = counted(not_reported=3)
BEGUN = counted(not_reported=2, in_progress=1)


@pytest.mark.parametrize(
    ("tallies", "overdue", "expected"),
    [
        ((NOTHING, NOTHING), 0, {AgencyState.EMPTY}),
        ((SILENT, NOTHING), 0, {AgencyState.SILENT}),
        ((SILENT, BEGUN), 0, {AgencyState.REPORTED}),
        ((NOTHING, SILENT), 3, {AgencyState.SILENT, AgencyState.OVERDUE}),
        ((BEGUN, BEGUN), 1, {AgencyState.REPORTED, AgencyState.OVERDUE}),
    ],
)
def test_an_agency_reports_or_not_and_may_be_late_besides(tallies, overdue, expected):
    assert set(states(tallies, overdue)) == expected
