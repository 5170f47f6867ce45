"""From a number to the measure that answers it, and back."""

from __future__ import annotations

from dataclasses import replace

from ita_site.facts.model.assessment import Assessment
from ita_site.rules.figures.answers import Answers, answers
from tests.unit.rules.figures.facts import year_facts

ASSESSMENT = {
    "questions": [{"code": "i10", "indicator": "4"}],
    "analysis": {
        "urgent_fixes": [{"id": "lapsed", "indicator": "5", "text": "ก"}],
        "findings": [
            {"id": "unkept", "text": "ข", "questions": ["i10"]},
            {"text": "ค", "indicator": "2"},
            {"text": "ง", "instrument": "IIT"},
        ],
    },
}


def found(*measures: dict[str, object]) -> Answers:
    assessment = Assessment.model_validate(ASSESSMENT)
    return answers(replace(year_facts(*measures), assessment=assessment))


def test_a_measure_answers_the_indicators_of_what_it_names():
    told = found({"id": "a", "findings": "unkept", "urgent_fixes": "lapsed"}, {"id": "b"})
    assert told.weak == {"a": (5, 4), "b": ()}
    assert [(no, [measure.id for _, measure in by]) for no, by in told.indicators.items()] == [
        (5, ["a"]),
        (4, ["a"]),
    ]
    assert [(cause.kind, cause.number) for cause in told.causes["a"]] == [
        ("urgent_fixes", 1),
        ("findings", 1),
    ]
    assert set(told.points) == {("urgent_fixes", 1), ("findings", 1)}


def test_what_stands_under_one_indicator_belongs_together_but_not_under_one_instrument():
    told = found({"id": "a", "indicator": "2"}, {"id": "b", "instrument": "IIT"})
    assert {key: [number for number, _ in by] for key, by in told.points.items()} == {
        ("findings", 2): [1]
    }
    assert told.causes == {"a": (), "b": ()}


def test_a_measure_that_names_its_finding_does_not_answer_those_beside_it():
    beside = [{"id": name, "text": name, "indicator": "7"} for name in ("late", "dear", "rude")]
    analysis = {"findings": beside, "improvements": [{"text": "จ", "indicator": "7"}]}
    assessment = Assessment.model_validate({"analysis": analysis})
    of_seven = [
        {"id": "faster", "indicator": "7", "findings": "late"},
        {"id": "cheaper", "indicator": "7", "findings": "dear"},
        {"id": "kinder", "indicator": "7"},
    ]
    told = answers(replace(year_facts(*of_seven), assessment=assessment))
    assert {key: [number for number, _ in by] for key, by in told.points.items()} == {
        ("findings", 1): [1, 3],
        ("findings", 2): [2, 3],
        ("findings", 3): [3],
        ("improvements", 1): [1, 2, 3],
    }
