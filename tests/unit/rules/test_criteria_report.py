"""What a terminal is write of the criteria of many years: not more than can be read."""

from __future__ import annotations

import pytest

from ita_site.facts.editions.load import edition_for
from ita_site.rules.criteria_report import MANY, summary, text_for_check
from ita_site.rules.figures.criteria import Outcome, Verdict, Verdicts

ITEM = edition_for(2566).items.measures


def judged(*outcomes: Outcome) -> Verdicts:
    return Verdicts(
        tuple(Verdict(ITEM, ITEM.criteria[0], one, "เพราะ", ("a/",), "") for one in outcomes)
    )


def years(count: int) -> dict[str, Verdicts]:
    """All but the first with a criterion that is not met."""
    fine, poor = judged(Outcome.MET, Outcome.BY_HAND), judged(Outcome.NOT_MET)
    return {f"agency-{number}/2566/": poor if number else fine for number in range(count)}


@pytest.mark.parametrize("write", [text_for_check, summary])
def test_of_many_years_only_the_total_is_told(write):
    few, many = write(years(MANY)), write(years(MANY + 1))
    assert len(few.splitlines()) >= MANY
    assert "1 จาก 21" in many
    assert len(many.splitlines()) == 1
    assert "1 of 21" in write(years(MANY + 1), "en")
