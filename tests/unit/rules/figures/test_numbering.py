"""Numbers before entries: those of the document, where it prints others than counting gives."""

from __future__ import annotations

import pytest

from ita_site.facts.model.measures import Guideline
from ita_site.rules.figures.numbering import (
    begins_anew,
    measure_number,
    numbered,
    printed_numbers,
    title_numbers,
)
from tests.unit.rules.figures.facts import year_facts


def listed(*labels: str):
    return [Guideline(text="ก", label_as_printed=label or None) for label in labels]


@pytest.mark.parametrize(
    ("labels", "printed"),
    [
        (("", "", ""), ()),
        (("๑.", "๒)", "(3)"), ()),
        (("๑.", "๒.", ""), ()),
        (("1.", "2.", "2.", "4."), ("1.", "2.", "2.", "4.")),
        (("", "(๒.๑)", ""), ("", "(2.1)", "")),
    ],
)
def test_printed_numbers_are_shown_where_counting_would_give_others(labels, printed):
    assert printed_numbers(listed(*labels)) == printed


def test_a_text_stands_behind_its_number():
    assert numbered(listed("", ""), ["ก", "ข"]) == ("1. ก", "2. ข")
    assert numbered(listed(""), ["ก"]) == ("ก",)
    assert numbered(listed("๒.", "๒."), ["ก", "ข"]) == ("2. ก", "2. ข")
    assert numbered(listed("ก)", ""), ["ก", "ข"]) == ("ก) ก", "ข")


def test_a_measure_is_numbered_as_its_year_is():
    counted = year_facts("a", {"id": "b", "title": ["ก", "ข"]})
    printed = year_facts(
        "a",
        {"id": "b", "label_as_printed": "๔.๑ ๔.๒", "title": ["ก", "ข"]},
        {"id": "c", "label_as_printed": "(๕)", "title": ["ก", "ข"]},
    )
    assert [measure_number(one, 1, counted) for one in counted.measures.measures[:1]] == ["1."]
    assert title_numbers(counted.measures.measures[1], 2, counted) == ("2.1", "2.2")
    first, second, third = printed.measures.measures
    assert measure_number(first, 1, printed) == ""
    assert measure_number(second, 2, printed) == "4.1"
    assert title_numbers(second, 2, printed) == ("4.1", "4.2")
    assert title_numbers(third, 3, printed) == ("5.1", "5.2")


def test_numbers_that_begin_anew_are_known():
    apart = [{"id": name, "label_as_printed": "๑."} for name in "ab"]
    assert begins_anew(year_facts(*apart))
    assert not begins_anew(year_facts("a", "b"))
