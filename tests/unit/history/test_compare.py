"""Which problems a reviewer is told as new, and which as gone."""

from __future__ import annotations

import pytest

from ita_site.facts.problems import Problem
from ita_site.history.review.checkout import State
from ita_site.history.review.compare import compare_states


def problem(field: str, line: int = 5, **details: str) -> Problem:
    return Problem("data/2569/measures.yml", line, 3, "ITA203", field, details)


def compared(before: list[Problem], after: list[Problem]) -> tuple[list[str], list[str]]:
    """The fields of the problems that are new, and of those that are gone."""
    old, new = (
        State(name, (), tuple(problems), frozenset(), built=False)
        for name, problems in (("เดิม", before), ("ใหม่", after))
    )
    review = compare_states(old, new)
    return (
        [found.field for found in review.new_problems],
        [found.field for found in review.gone_problems],
    )


def test_a_problem_of_an_entry_that_moved_is_neither_new_nor_gone():
    """A measure put before it changes every index behind, and every line."""
    assert compared([problem("measures[1].steps")], [problem("measures[2].steps", 17)]) == ([], [])


def test_a_moved_problem_within_a_list_of_lists_is_the_same():
    before, after = problem("measures[0].steps[3].unit"), problem("measures[12].steps[0].unit")
    assert compared([before], [after]) == ([], [])


def test_a_second_problem_of_the_same_kind_is_new():
    known, added = problem("measures[1].steps"), problem("measures[2].steps")
    assert compared([known], [known, added]) == (["measures[2].steps"], [])
    assert compared([known, added], [known]) == ([], ["measures[2].steps"])


@pytest.mark.parametrize(
    "other",
    [
        problem("measures[1].titles"),
        problem("measures.steps"),
        problem("measures[1].steps", value="ก"),
    ],
    ids=["another field", "no entry", "other details"],
)
def test_what_differs_in_more_than_its_place_is_another_problem(other):
    known = problem("measures[1].steps")
    assert compared([known], [other]) == ([other.field], [known.field])
