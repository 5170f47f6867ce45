"""A field's one description: what it is called, and how it is reached."""

from __future__ import annotations

import pytest

from ita_site.facts.model.described import group_of, label_of, leaves, values_at
from ita_site.facts.model.measures import Measure, Responsible, Step
from ita_site.facts.model.oit import OitEntry
from ita_site.facts.model.year import YearInfo
from ita_site.facts.schemas.fields import all_fields
from ita_site.facts.schemas.files import MODELS

LEAVES = {leaf.path: leaf for leaf in leaves(Measure)}


@pytest.mark.parametrize(
    ("model", "name", "label"),
    [
        (Measure, "monitoring", "การกำกับติดตามและรายงานผล"),
        (Measure, "id", "รหัสมาตรการ"),
        (Measure, "reporting_rounds", "รอบรายงาน (เดือน)"),
        (Responsible, "as_printed", "ข้อความตามเอกสาร"),
    ],
)
def test_a_field_is_called_by_its_title_or_the_first_words_of_its_description(model, name, label):
    assert label_of(model, name) == label


def test_a_field_within_others_is_named_with_them_and_a_bare_text_for_its_group():
    role = LEAVES["units.role"]
    assert (role.keys, role.column) == (("units", "role"), ("units", "role"))
    assert role.label == "ผู้รับผิดชอบ: บทบาท"
    name = LEAVES["units.name"]
    assert (name.keys, name.column, name.label) == (("units", "name"), ("units",), "ผู้รับผิดชอบ")
    assert LEAVES["titles"].keys == ("title",)
    assert {leaf.column for leaf in leaves(OitEntry)} >= {("url",), ("url", "look")}


def test_what_holds_fields_is_told_from_what_holds_values():
    assert group_of(Measure, "steps") is Step
    assert group_of(YearInfo, "memo") is not None
    assert group_of(Measure, "titles") is None


@pytest.mark.parametrize("file", MODELS)
def test_the_schemas_know_the_same_fields(file):
    known = [entry.name for entry in all_fields() if entry.file == file and not entry.below]
    assert [".".join(leaf.keys) for leaf in leaves(MODELS[file])] == known


def test_values_of_lists_come_one_by_one_with_their_gaps():
    units = [{"name": "กองคลัง", "role": "lead"}, "กองช่าง"]
    step = Step.model_validate({"text": "ก", "units": units})
    assert values_at(step, ("units", "name")) == ("กองคลัง", "กองช่าง")
    assert values_at(step, ("units", "role"))[1] is None
    assert values_at(None, ("units", "name")) is None
    assert values_at(step, ("unknown",)) is None
