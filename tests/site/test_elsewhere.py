"""A project built by who stands in another folder: `mkdocs build -f path/to/mkdocs.yml`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from mkdocs.config import load_config

from tests.site.project import contents, run
from tests.site.small_project import NOTHING_DUE, small_project

LOGGED = {**NOTHING_DUE, "ITA_LOG": "on"}
FAULTY = {"data/2566/measures.yml": "measures:\n  - id: a\n    titel: ก\n"}


@pytest.fixture
def elsewhere(tmp_path):
    """A folder beside the project, with another agency's data in it."""
    folder = tmp_path / "elsewhere"
    (folder / "data/2566").mkdir(parents=True)
    (folder / "data/2566/year.yml").write_text("implementation_year: 2566\n", "utf-8")
    (folder / "data/agency.yml").write_text("name: อื่น\nkind: subdistrict_municipality\n", "utf-8")
    return folder


def build(at: Path, project: Path, site: Path, **env: str):
    settings = os.path.relpath(project / "mkdocs.yml", at)
    options = ("build", "--strict", "-f", settings, "--site-dir", str(site))
    return run(at, "mkdocs", *options, env={**LOGGED, **env})


@pytest.mark.thorough
def test_where_one_stands_changes_no_byte(tmp_path, elsewhere):
    project = small_project(tmp_path / "project")
    for at, name in ((project, "here"), (elsewhere, "there"), (project / "content", "within")):
        build(at, project, tmp_path / name).succeeded()
    here = contents(tmp_path / "here")
    assert {"2566/o42/index.html", "changes/index.html", "about/index.html"} <= here.keys()
    assert b"/_edit/main/data/2566/measures.yml" in here["2566/o42/index.html"]
    assert "เทศบาลตำบลทดสอบ".encode() in here["index.html"]
    assert contents(tmp_path / "there") == here
    assert contents(tmp_path / "within") == here


@pytest.mark.thorough
def test_data_dir_is_relative_to_the_settings(tmp_path, elsewhere):
    plugins = "[search, ita-site: {data_dir: ../facts}]"
    project = small_project(tmp_path / "project", plugins=plugins)
    (project / "data").rename(tmp_path / "facts")
    build(elsewhere, project, tmp_path / "site").succeeded()
    assert "เทศบาลตำบลทดสอบ" in (tmp_path / "site/index.html").read_text("utf-8")


@pytest.mark.thorough
def test_ita_data_is_relative_to_where_one_stands(tmp_path, elsewhere):
    project = small_project(tmp_path / "project")
    build(elsewhere, project, tmp_path / "site", ITA_DATA="data").succeeded()
    assert "อื่น" in (tmp_path / "site/index.html").read_text("utf-8")


def test_messages_name_files_as_seen_from_where_one_stands(tmp_path, elsewhere):
    project = small_project(tmp_path / "project", FAULTY)
    named = {elsewhere: f"{project}/data", tmp_path: "project/data", project: "data"}
    for at, data in named.items():
        result = build(at, project, tmp_path / "site")
        assert result.code == 1
        assert f"\n{data}/2566/measures.yml:3:5: error ITA202" in result.log


def test_serving_watches_the_projects_own_folders(tmp_path, elsewhere, monkeypatch):
    project = small_project(tmp_path / "project")
    monkeypatch.chdir(elsewhere)
    config = load_config(str(project / "mkdocs.yml"))
    watched = config.plugins.on_config(config).watch
    assert {Path(path).resolve() for path in watched} == {project / "data", project / "overrides"}
