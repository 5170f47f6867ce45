"""The line by which a data file tells the editor its schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_site.facts.schemas.files import MODELS
from ita_site.facts.schemas.line import MARK, schema_line

REPOSITORY = Path(__file__).parents[4]
PLACES = ("data", "tests/agencies")
SHIPPED = sorted(file for place in PLACES for file in (REPOSITORY / place).rglob("*.yml"))


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("data/agency.yml", "../ita_site/facts/schemas/agency.json"),
        ("data/2570/progress.yml", "../../ita_site/facts/schemas/progress.json"),
        ("progress.yml", "ita_site/facts/schemas/progress.json"),
    ],
)
def test_within_the_project_it_is_the_way_to_the_schema(file, path):
    line = schema_line(REPOSITORY / file)
    assert line == MARK + path
    assert ((REPOSITORY / file).parent / path).resolve().is_relative_to(REPOSITORY)


def test_elsewhere_it_is_the_published_address(tmp_path):
    line = schema_line(tmp_path / "2570/oit.yml", "https://ita.example/portal")
    assert line == f"{MARK}https://ita.example/portal/schemas/oit.json"


def test_it_is_empty_where_nothing_can_be_said(tmp_path):
    assert schema_line(tmp_path / "oit.yml") == ""
    assert schema_line(REPOSITORY / "data/notes.yml", "https://ita.example/") == ""


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.relative_to(REPOSITORY)))
def test_every_data_file_begins_with_it(file):
    assert file.read_text("utf-8").split("\n")[0] == schema_line(file)


def test_every_kind_of_file_has_a_schema():
    folder = REPOSITORY / "ita_site/facts/schemas"
    assert {file.stem for file in folder.glob("*.json")} == {Path(name).stem for name in MODELS}
