"""The settings for VS Code: a new file knows its schema, and nothing rewrites it."""

from __future__ import annotations

import json
import shutil
from pathlib import PurePosixPath

import pytest

from ita_site.facts.schemas.files import MODELS, schema_name
from tests.editor.document import Document
from tests.editor.server import REPOSITORY, LanguageServer

SETTINGS = json.loads((REPOSITORY / ".vscode/settings.json").read_text("utf-8"))
SCHEMAS = SETTINGS["yaml.schemas"]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(REPOSITORY / "ita_site/facts/schemas", folder / "ita_site/facts/schemas")
    return folder


@pytest.fixture(scope="module")
def server(project):
    own = {key.removeprefix("yaml."): SETTINGS[key] for key in SETTINGS if key.startswith("yaml.")}
    running = LanguageServer(project, {"schemas": own["schemas"]})
    yield running
    running.close()


@pytest.mark.parametrize("file", MODELS)
def test_every_data_file_is_mapped_to_its_schema(file):
    [patterns] = [
        patterns for path, patterns in SCHEMAS.items() if path.endswith(f"/{schema_name(file)}")
    ]
    assert patterns
    assert {PurePosixPath(pattern).name for pattern in patterns} == {file}


@pytest.mark.parametrize("name", ["data/2570/progress.yml", "data/khok-mon/2570/progress.yml"])
def test_a_new_file_without_its_first_line_is_helped_too(server, project, name):
    offered = Document(server, project / name, "progress:\n  - measure: a\n    status: ‸\n")
    assert set(offered.completions()) == {"done", "in_progress", "not_started"}


def test_nothing_is_rewritten_when_a_file_is_saved():
    assert SETTINGS["yaml.format.enable"] is False
    assert SETTINGS["[yaml]"]["editor.formatOnSave"] is False
    extensions = json.loads((REPOSITORY / ".vscode/extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]
