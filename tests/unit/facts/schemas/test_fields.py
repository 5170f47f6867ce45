"""Every field has a meaning and an example that our reader reads."""

from __future__ import annotations

import pytest

from ita_site.facts.reading.publication import read_publication
from ita_site.facts.schemas.fields import all_fields
from ita_site.facts.schemas.files import MODELS
from ita_site.facts.writing.emit import emit
from tests.folded import folded

OF_A_PORTAL = "portal.yml"
BY_NAME = {(entry.file, entry.name): entry for entry in all_fields()}


def test_a_field_is_known_with_all_that_a_reader_asks():
    steps = BY_NAME["measures.yml", "measures.steps"]
    assert steps.label == "ขั้นตอนหรือวิธีการปฏิบัติ"
    assert steps.is_list
    assert not steps.is_required
    assert steps.below[0] == "text"
    assert BY_NAME["measures.yml", "measures.id"].is_required
    assert BY_NAME["progress.yml", "progress.updated_on"].problem == "ITA206"
    assert BY_NAME["progress.yml", "progress.status"].choices["done"] == "แล้วเสร็จ"


@folded(all_fields(), lambda entry: f"{entry.file}-{entry.name}")
def test_every_field_has_an_example(entry):
    assert "…" not in str(entry.example)
    assert not entry.label.isascii()


@pytest.mark.parametrize("file", [name for name in MODELS if name != OF_A_PORTAL])
def test_the_examples_are_read_without_a_complaint(file, data):
    top = {
        entry.name: entry.example
        for entry in all_fields()
        if entry.file == file and not entry.path[1:]
    }
    place = file if file in ("agency.yml", "channels.yml") else f"2566/{file}"
    found = read_publication(data({place: emit(top)})).problems
    assert [problem for problem in found if problem.code != "ITA219"] == []
