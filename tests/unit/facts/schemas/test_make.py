"""The schemas agree with the model, and with what our reader accepts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import check_jsonschema
import pytest
from click.testing import CliRunner

from ita_site.cli import main
from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.model.assessment import ConflictReason
from ita_site.facts.model.channels import ChannelKind
from ita_site.facts.model.edition import Sight
from ita_site.facts.model.measures import Role
from ita_site.facts.model.progress import Status
from ita_site.facts.reading.folder import AGENCY_FILES, PORTAL_FILE, YEAR_FILES
from ita_site.facts.reading.publication import read_publication
from ita_site.facts.schemas.files import MODELS, schema_name
from ita_site.facts.schemas.make import as_file, make_schema

REPOSITORY = Path(__file__).parents[4]
FOLDER = REPOSITORY / "ita_site/facts/schemas"
GOOD = ("data", "tests/agencies", "tests/cases/valid", "tests/cases/agencies")
every_file = pytest.mark.parametrize("file", MODELS)


def check(*arguments: str | Path):
    """What a widely used checker of schemas says."""
    return CliRunner().invoke(check_jsonschema.main, [str(argument) for argument in arguments])


def check_documents(file: str, *documents: Path):
    """What it says of documents held against our schema for files of this name."""
    return check("--schemafile", FOLDER / schema_name(file), *documents)


def documents(file: str) -> list[Path]:
    """Everything of this name that our reader reads without a complaint."""
    return [path for place in GOOD for path in sorted((REPOSITORY / place).rglob(file))]


def nodes(schema):
    """Every schema within a schema."""
    yield schema
    for key in ("anyOf", "oneOf", "allOf"):
        for inner in schema.get(key, ()):
            yield from nodes(inner)
    for inner in [*schema.get("properties", {}).values(), schema.get("items")]:
        if inner is not None:
            yield from nodes(inner)


def test_every_data_file_has_a_model():
    assert set(MODELS) == {*AGENCY_FILES, *YEAR_FILES, PORTAL_FILE}


@every_file
def test_the_file_is_what_the_model_says(file, expect):
    expect(FOLDER / schema_name(file), as_file(file).decode())


def test_they_are_schemas_as_draft_07_has_them():
    files = [FOLDER / schema_name(file) for file in MODELS]
    done = check("--check-metaschema", *files)
    assert done.exit_code == 0, done.output
    assert {json.loads(path.read_text("utf-8"))["$schema"] for path in files} == {
        "http://json-schema.org/draft-07/schema#"
    }


@every_file
def test_every_field_is_described_in_thai(file):
    for node in nodes(make_schema(file)):
        for name, field in node.get("properties", {}).items():
            assert not field["description"].isascii(), name
            assert not field.get("title", "ก").isascii(), name


@every_file
def test_every_group_refuses_what_it_does_not_know(file):
    groups = [node for node in nodes(make_schema(file)) if "properties" in node]
    assert groups
    assert all(group["additionalProperties"] is False for group in groups)


@pytest.mark.parametrize("kind", [AgencyKind, ChannelKind, ConflictReason, Role, Sight, Status])
def test_every_choice_is_offered_with_its_label(kind):
    offered = [
        dict(zip(node["enum"], node["enumDescriptions"], strict=True))
        for file in MODELS
        for node in nodes(make_schema(file))
        if "enumDescriptions" in node
    ]
    assert {member.value: member.label for member in kind} in offered


@pytest.mark.parametrize("file", [name for name in MODELS if documents(name)])
def test_what_our_reader_accepts_the_schema_accepts(file):
    done = check_documents(file, *documents(file))
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("progress.yml", "progress:\n  - measure: a\n    statuss: done\n"),
        ("progress.yml", "progress:\n  - status: done\n"),
        ("progress.yml", "progress:\n  - measure: a\n    status: finished\n"),
        ("progress.yml", "progress:\n  - measure: a\n    round: 18\n"),
        ("progress.yml", "progress:\n  - measure: มาตรการ 1\n"),
        ("progress.yml", "progress:\n  - measure: a\n    updated_on: วันนี้\n"),
        ("measures.yml", "measures: ใช้งบประมาณ\n"),
        ("measures.yml", "measures:\n  - id: a\n    steps:\n      - ประกาศ: ฉบับที่ 1\n"),
        ("assessment.yml", "total:\n  score: 91.81 คะแนน\n"),
        ("assessment.yml", "total:\n  score: 9181\n"),
        ("agency.yml", "name: ก\nkind: province\nsample:\n"),
        ("agency.yml", "name:\nkind: province\n"),
        ("channels.yml", "handling_days: สิบห้าวัน\n"),
        ("year.yml", "result_year: 2022\n"),
        ("portal.yml", "name: ก\ncolour: น้ำเงิน\n"),
        ("oit.yml", "items:\n  - code: O1\n    url:\n      - look: ท้ายหน้า\n"),
        ("edition.yml", "topics:\n  - id: only-an-id\n"),
    ],
)
def test_what_is_wrong_the_schema_refuses(file, text, tmp_path):
    document = tmp_path / file
    document.write_text(text, "utf-8")
    done = check_documents(file, document)
    assert done.exit_code == 1
    assert "Schema validation errors were encountered" in done.output


WRITTEN = [
    ("year.yml", "result_year", ["2566", "66", "๒๕๖๖", '"2566"', "พ.ศ. 2566", "ปี ๖๖"]),
    ("year.yml", "as_of", ["2565-10-01", "1 ต.ค. 65", "๑ ตุลาคม ๒๕๖๕", "1/10/2565", "2567-02-29"]),
    ("year.yml", "reporting_rounds", ["[6, 12]", "6", "6, 12", "6 และ 12", "[รอบ ๖ เดือน]"]),
    (
        "assessment.yml",
        "total",
        ["{score: 91.81}", "{score: ๙๑.๘๑}", "{score: 100.00}"],
    ),
    ("channels.yml", "handling_days", ["15", "๑๕", "15 วัน", '"15"', "", "~"]),
    ("agency.yml", "sample", ["true", "false", '"true"']),
    ("agency.yml", "units", ["กองคลัง", "[กองคลัง, 102]", "[{name: กองคลัง}]", "true", ""]),
    ("agency.yml", "district", ["021234567", "18:30", "NO", "1.10", "true", "", "''"]),
    ("progress.yml", "progress", ["[{measure: a, status: แล้วเสร็จ}]", "[{measure: 12, round: ๖}]"]),
    ("oit.yml", "items", ["[{code: ๐๑, url: complaints/}]", "[{code: 1, url: [files/a.pdf]}]"]),
]
"""Values as officers write them, by file and field."""
EVERY_VALUE = [(file, key, value) for file, key, values in WRITTEN for value in values]


@pytest.mark.parametrize(("file", "key", "value"), EVERY_VALUE)
def test_a_value_may_be_written_as_our_reader_reads_it(file, key, value, data):
    start = "name: ก\nkind: other\n" if file == "agency.yml" else ""
    text = f"{start}{key}: {value}\n"
    place = file if file in AGENCY_FILES else f"2566/{file}"
    folder = data({place: text})
    assert read_publication(folder).problems == ()
    done = check_documents(file, folder / place)
    assert done.exit_code == 0, done.output


REFUSED = {
    "true where a required text belongs": ("agency.yml", "name: true\nkind: other\n"),
    "unseen characters beside a number": ("channels.yml", "handling_days: \u200b15\n"),
}
"""What our reader accepts and an editor underlines all the same; nobody means to write it."""


@pytest.mark.parametrize("case", REFUSED)
def test_the_exceptions_are_still_exceptions(case, data):
    name, text = REFUSED[case]
    folder = data({name: text})
    assert read_publication(folder).problems == ()
    assert check_documents(name, folder / name).exit_code == 1


def test_a_new_years_files_are_as_their_schemas_say(tmp_path):
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    begun = CliRunner().invoke(
        main, ["new-year", "2570", "--measures", "all", "--data", str(tmp_path / "data")]
    )
    assert begun.exit_code == 0, begun.output
    for file in sorted((tmp_path / "data/2570").glob("*.yml")):
        done = check_documents(file.name, file)
        assert done.exit_code == 0, done.output
