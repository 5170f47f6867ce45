"""What is built of a proposal where nothing of it may run: only what cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_site.history.review.checkout import project_range
from ita_site.history.review.passive import why_not_passive
from tests.review.proposal import git

SETTINGS = "site_name: ก\nplugins: [ita-site]\ndocs_dir: content\n"
PAGE = {"content/about.md": "ข้อความใหม่\n"}


@pytest.fixture
def reason(tmp_path, monkeypatch):
    """Why a change upon some files is not built; empty where it is."""

    def write(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def compare(changed, settings=SETTINGS, project=""):
        base = {"mkdocs.yml": settings, "data/agency.yml": "name: ก\n", "content/about.md": "ก\n"}
        write({f"{project}{name}": text for name, text in base.items()})
        git(tmp_path, "init", "--quiet")
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message", "ก")
        write({f"{project}{name}": text for name, text in changed.items()})
        monkeypatch.chdir(tmp_path / project)
        found = project_range("HEAD", None, Path("data"))
        assert found
        return why_not_passive(found)

    return compare


@pytest.mark.parametrize("project", ["", "web/"])
def test_facts_and_pages_are_built(reason, project):
    changed = {**PAGE, "data/agency.yml": "name: ข\n", "content/files/a.html": "<p>ก</p>"}
    assert reason(changed, project=project) == ""


@pytest.mark.parametrize(
    "path",
    [
        "mkdocs.yml",
        "overrides/main.html",
        "hooks.py",
        "requirements.txt",
        "ita_site/__init__.py",
        "sitecustomize.py",
        "overrides",
    ],
)
def test_what_runs_is_not_built_when_it_is_proposed(reason, path):
    assert path in reason({path: "x\n"})


@pytest.mark.parametrize(
    "settings",
    [
        "hooks: [content/a.txt]\n",
        '"ho\\x6fks": [content/a.txt]\n',
        "extra_templates: [a.html]\n",
        "INHERIT: content/base.txt\n",
        "<<: {hooks: [content/a.txt]}\n",
        "---\nhooks: [content/a.txt]\n",
        "x: &x [macros]\n",
        "hooks: !ENV [HOOKS]\n",
        "nobody_foresaw: [this]\n",
        "markdown_extensions: [pymdownx.snippets]\n",
        "markdown_extensions: [{pymdownx.b64: {base_path: /}}]\n",
        "markdown_extensions: {their.own: {}}\n",
        "theme: {name: material, custom_dir: content/look}\n",
        "theme: {custom_dir: data}\n",
        "theme: {custom_dir: .}\n",
        "theme: {custom_dir: [look]}\n",
    ],
)
def test_settings_by_which_a_page_could_run_are_not_built(reason, settings):
    assert "ที่นี่จึงไม่สร้างให้" in reason(PAGE, SETTINGS + settings)


@pytest.mark.parametrize(
    "plugins",
    ["[ita-site, macros]", "[{ita-site: {}}, {gen-files: {scripts: [a]}}]", "{macros: {}}"],
)
def test_plugins_by_which_a_page_could_run_are_not_built(reason, plugins):
    assert "plugins: " in reason(PAGE, f"site_name: ก\nplugins: {plugins}\n")


def test_pages_among_templates_are_not_built(reason):
    settings = "docs_dir: look/pages\ntheme: {name: material, custom_dir: look}\n"
    assert "ซ้อน" in reason({"look/pages/a.html": "{{ 7 * 7 }}"}, settings)


@pytest.mark.parametrize(
    "theme",
    [
        "theme: {name: material, custom_dir: theme}\n",
        'theme: {"name": "material", "custom_dir": "theme"}\n',
        "theme:\n  name: material\n  custom_dir: ./theme/\n",
        "theme:\n  name: material\n  custom_dir:\n    theme\n",
        "theme: &t {name: material, custom_dir: theme}\n",
    ],
)
def test_the_look_is_found_however_it_is_written(reason, theme):
    assert "theme/main.html" in reason({"theme/main.html": "{{ 7 * 7 }}"}, SETTINGS + theme)


def test_a_look_beside_the_project_is_found(reason):
    settings = f"{SETTINGS}theme: {{name: material, custom_dir: ../look}}\n"
    assert "look/main.html" in reason({"../look/main.html": "ก"}, settings, project="web/")


def test_what_is_known_to_take_pages_as_text_is_built(reason):
    settings = (
        "site_name: ก\nplugins:\n  - search: {lang: th}\n  - ita-site\n"
        "markdown_extensions: [tables, {toc: {permalink: true}}]\n"
        "theme: {name: material, custom_dir: overrides}\nextra: {a: b}\n"
    )
    assert reason(PAGE, settings) == ""
