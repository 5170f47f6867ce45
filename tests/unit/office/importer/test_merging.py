"""Import and review know an entry of a list by the same fields, though each reads it its own way.

Review compares facts; import adds to a file as it is written, which may not be whole yet.
"""

from __future__ import annotations

import pytest

from ita_site.facts.model.agency import Unit
from ita_site.facts.model.assessment import IndicatorScore, InstrumentScore, Point, Question
from ita_site.facts.model.measures import Measure
from ita_site.facts.model.progress import Report
from ita_site.facts.strict_yaml.parse import read
from ita_site.facts.writing.emit import emit
from ita_site.office.importer.merging import merge
from ita_site.rules.figures.changes.fields import pairs

REPORT = {"measure": "a", "round": "6", "summary": "ก"}
QUESTION = {"code": "i1", "score": "80"}
POINT = {"id": "f1", "text": "แผนการใช้จ่ายงบประมาณ"}
ENTRIES = {
    "measures": (Measure, {"id": "a", "timeframe": "2567"}, {"timeframe": "2568"}, {"id": "b"}),
    "progress": (Report, REPORT, {"summary": "ข"}, {"measure": "b"}),
    "progress of a round": (Report, REPORT, {"summary": "ข"}, {"round": "12"}),
    "instruments": (
        InstrumentScore,
        {"code": "IIT", "score": "80"},
        {"score": "9"},
        {"code": "EIT"},
    ),
    "indicators": (IndicatorScore, {"no": "1", "score": "80"}, {"score": "9"}, {"no": "2"}),
    "questions": (Question, QUESTION, {"score": "9"}, {"code": "e1"}),
    "questions of one code": (Question, QUESTION | {"id": "i1-2"}, {"score": "9"}, {"id": "i1-3"}),
    "findings": (Point, POINT, {"topic": "b"}, {"id": "f2", "text": "เว็บ"}),
    "units": (Unit, {"name": "กองคลัง"}, {"short": "คลัง"}, {"name": "สำนักปลัด"}),
}
"""The type of a list's entries, one of them, what may change of it, and what makes it another."""
every_list = pytest.mark.parametrize("name", ENTRIES)


def is_same_to_import(old, new):
    """Whether the file has still one entry when the other was added."""
    merged = merge(emit({"units": [old]}).encode(), {"units": [new]}, {})
    return len(read(merged.data).value["units"]) == 1


def is_same_to_review(kind, old, new):
    return len([*pairs((kind.model_validate(old),), (kind.model_validate(new),))]) == 1


@every_list
def test_an_entry_stays_the_same_whatever_else_changes(name):
    kind, entry, change, _ = ENTRIES[name]
    assert is_same_to_import(entry, entry | change)
    assert is_same_to_review(kind, entry, entry | change)


@every_list
def test_another_key_is_another_entry(name):
    kind, entry, _, key = ENTRIES[name]
    assert not is_same_to_import(entry, entry | key)
    assert not is_same_to_review(kind, entry, entry | key)


def merged(file: object, document: object):
    return merge(
        emit({"measures": [{"id": "a", **file}]}).encode(),
        {"measures": [{"id": "a", **document}]},
        {},
    )


@pytest.mark.parametrize(
    ("file", "document"),
    [
        ({"targets": ["1. มีป้าย", "๒) ใช้ทัน"]}, {"targets": ["มีป้าย", "ใช้ทัน"]}),
        ({"steps": ["1. สำรวจ"]}, {"steps": [{"label_as_printed": "1.", "text": "สำรวจ"}]}),
        ({"objective": "ลดเวลารอ"}, {"objective": "(1) ลดเวลารอ"}),
    ],
)
def test_the_number_before_an_entry_makes_no_difference(file, document):
    made = merged(file, document)
    assert not made.differences
    assert read(made.data).value["measures"] == [{"id": "a", **file}]


def test_figures_that_only_look_like_a_list_number_do():
    assert merged({"targets": ["1.5 ล้านบาท"]}, {"targets": ["2.5 ล้านบาท"]}).differences


def test_of_a_list_only_the_entries_that_the_file_has_not_are_offered():
    (differing,) = merged(
        {"targets": ["มีป้าย", "ใช้ทัน"]}, {"targets": ["1. ใช้ทัน", "มีแผนที่"]}
    ).differences
    assert differing.missing == ["มีแผนที่"]
