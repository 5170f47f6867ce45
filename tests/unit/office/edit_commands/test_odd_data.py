"""Whatever the data hold: a change is made or refused, never half made, and the program stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_site.facts.problems import DataError
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.thai.calendar import BEDate
from ita_site.office.edit_commands import new_year
from ita_site.office.edit_commands.record import record
from ita_site.office.edit_commands.request import Request
from tests.depth import thorough

CASES = Path(__file__).parents[3] / "cases"
EVERY = sorted([*(CASES / "invalid").iterdir(), *(CASES / "valid").iterdir()])
SOME = EVERY[::4]
"""Those of every run."""
DATA, CONTENT, DAY = Path("data"), Path("content"), BEDate(2569, 11, 27)


def reports():
    for agency in read_publication(DATA).publication.agencies:
        for year in agency.years:
            named = {"year": str(year.year), "agency": agency.slug}
            for measure in year.measures.measures[:1]:
                yield Request(measure.id, "12", "done", ("ก",), obstacles=("ไม่มี",), **named)


def made_or_refused(make):
    """What was made; None when it was refused, with a reason."""
    try:
        return make()
    except DataError as error:
        return None if error.problems else pytest.fail("refused without a word")


@pytest.mark.parametrize(
    "case",
    [*SOME, *thorough(*(each for each in EVERY if each not in SOME))],
    ids=lambda case: case.name,
)
def test_a_report_and_a_new_year_are_made_or_refused(case, monkeypatch):
    monkeypatch.chdir(case)
    for request in reports():
        recorded = made_or_refused(lambda asked=request: record(DATA, CONTENT, asked, DAY))
        assert not recorded or "    status: done" in recorded.after.decode("utf-8-sig")
    for agency in read_publication(DATA).publication.agencies:
        start = made_or_refused(lambda slug=agency.slug: new_year.find_basis(DATA, "2600", slug))
        made = start and made_or_refused(
            lambda of=start: new_year.plan_new_year(of, [], CONTENT, DAY)
        )
        assert not made or len(made.files) == 4
