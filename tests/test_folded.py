"""A folded test names every case that fails, and none that does not."""

from __future__ import annotations

import pytest

from tests.folded import folded


@folded([2, 4], "number {}".format)
def even(number):
    assert number % 2 == 0


def test_when_every_case_holds_nothing_is_raised():
    even()


def test_every_case_that_fails_is_named():
    asked = []

    @folded([1, 2, 3], "number {}".format)
    def odd_ones_fail(number):
        asked.append(number)
        assert number % 2 == 0

    with pytest.raises(BaseExceptionGroup) as raised:
        odd_ones_fail()
    assert asked == [1, 2, 3]
    notes = [error.__notes__ for error in raised.value.exceptions]
    assert notes == [["case: number 1"], ["case: number 3"]]


def test_a_case_that_says_it_fails_is_named_too():
    @folded(["a"])
    def refused(case):
        pytest.fail(case)

    with pytest.raises(BaseExceptionGroup) as raised:
        refused()
    assert raised.value.exceptions[0].__notes__ == ["case: a"]


def test_fixtures_and_marks_stay():
    @folded([1])
    @pytest.mark.thorough
    def one(number, tmp_path, language):
        assert (number, tmp_path, language) == (1, "folder", "th")

    assert [mark.name for mark in one.pytestmark] == ["thorough"]
    one(tmp_path="folder", language="th")
