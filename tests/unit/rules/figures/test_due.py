"""Whether the public's survey can be answered on a day: both ends belong to it."""

from __future__ import annotations

import pytest

from ita_site.facts.model.year import Eit
from ita_site.facts.thai.calendar import BEDate
from ita_site.rules.figures.due import Window, window

URL = "https://itas.nacc.go.th/go/eit/sample66"
FIRST, LAST = "1 ม.ค. 2566", "30 มิ.ย. 2566"


@pytest.mark.parametrize(
    ("fields", "day", "state"),
    [
        ({"opens_on": FIRST, "closes_on": LAST}, (2565, 12, 31), Window.NOT_YET),
        ({"opens_on": FIRST, "closes_on": LAST}, (2566, 1, 1), Window.OPEN),
        ({"opens_on": FIRST, "closes_on": LAST}, (2566, 6, 30), Window.OPEN),
        ({"opens_on": FIRST, "closes_on": LAST}, (2566, 7, 1), Window.CLOSED),
        ({"opens_on": FIRST}, (2565, 12, 31), Window.NOT_YET),
        ({"opens_on": FIRST}, (2599, 1, 1), Window.OPEN),
        ({"closes_on": LAST}, (2560, 1, 1), Window.OPEN),
        ({"closes_on": LAST}, (2566, 7, 1), Window.CLOSED),
        ({"opens_on": FIRST, "closes_on": FIRST}, (2566, 1, 1), Window.OPEN),
        ({}, (2566, 1, 1), Window.UNKNOWN),
    ],
)
def test_the_window_on_the_days_around_its_ends(fields, day, state):
    assert window(Eit.model_validate({"url": URL, **fields}), BEDate(*day)) is state


def test_without_a_link_there_is_nothing_to_answer_whatever_the_day():
    eit = Eit.model_validate({"opens_on": FIRST, "closes_on": LAST})
    assert window(eit, BEDate(2566, 3, 1)) is Window.NOT_GIVEN
