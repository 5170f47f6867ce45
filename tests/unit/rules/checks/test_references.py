"""Numbers an agency printed before its entries: where one is missing or there twice."""

from __future__ import annotations

import json

import pytest

from tests.unit.rules.checks.data_folders import coded_in


def steps(*labels: str | None) -> dict[str, str]:
    entries = [{"text": "ก", "label_as_printed": label} if label else "ก" for label in labels]
    return {"2566/measures.yml": json.dumps({"measures": [{"id": "a", "steps": entries}]})}


@pytest.mark.parametrize(
    ("labels", "at"),
    [
        (("1.", "2.", "3."), None),
        (("๑.", "๒.", "๓."), None),
        (("(1)", "ข้อ 2", "ข้อที่ ๓)"), None),
        (("3.", "4."), None),
        (("1.", "2.", "1.", "2."), None),
        (("1.", None, "5."), None),
        (("1.", "ก.", "ข.", "2."), None),
        (("1.", "-", "9."), None),
        (("1.", "1.1", "1.2", "2.", "2.1"), None),
        (("7.9", "7.10", "7.11"), None),
        (("1.", "2.", "4."), 2),
        (("1.", "2.", "2.", "4."), 2),
        (("2.", "1.", "3."), 2),
        (("3.", "2."), 1),
        (("1.", "1.1", "1.3"), 2),
        (("1.", "1.1", "3."), 2),
        (("1.", "3.", "5.", "9."), 1),
    ],
)
def test_the_first_number_that_does_not_follow_is_told(data, labels, at):
    field = f"measures[0].steps[{at}].label_as_printed"
    assert coded_in(data(steps(*labels))) == ([] if at is None else [("ITA339", field)])


@pytest.mark.parametrize(
    ("printed", "labels", "at"),
    [("2.", "1. 2. 2. 4.", None), ("๔", "1. 2. 4. 4. 5.", None), ("2.", "1. 2. 2. 5.", 3)],
)
def test_a_number_declared_counts_as_the_one_expected(data, printed, labels, at):
    conflict = f"conflicts: [{{field: เลขข้อ, values: '{printed}', reason: unresolved}}]"
    files = {**steps(*labels.split()), "2566/assessment.yml": conflict}
    field = f"measures[0].steps[{at}].label_as_printed"
    assert coded_in(data(files)) == ([] if at is None else [("ITA339", field)])
