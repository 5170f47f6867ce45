"""What a site was built from, held against what is there now."""

from __future__ import annotations

import dataclasses
from itertools import product

import pytest

from ita_site.site.inputs import KINDS, PROGRAM, changed_kinds, read_inputs
from ita_site.site.manifest import Identity, manifest_of, read_manifest
from ita_site.site.write_manifest import About, write_manifest

FILES = ("data/agency.yml", "content/about.md", "overrides/main.html", "mkdocs.yml", "hooks.py")


@pytest.fixture
def project(tmp_path):
    for name in FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


def read(project, data="data"):
    look, settings = [project / "overrides"], [project / "mkdocs.yml", project / "hooks.py"]
    return read_inputs(project, project / data, project / "content", look, settings)


def test_nothing_changed(project):
    built = read(project)
    assert tuple(built) == KINDS
    assert changed_kinds(project, built, None) == ()
    (project / "data/.agency.yml.swp").touch()
    (project / "data/agency.yml~").touch()
    assert changed_kinds(project, built, None) == ()


NEW = ("requirements.txt", "data/2570/year.yml", "content/.well-known/own.js")


@pytest.mark.parametrize(
    ("name", "how"),
    [*product((*FILES, *NEW), ("write", "link")), *product(FILES, ("remove",))],
)
def test_every_kind_of_change_is_named(project, name, how):
    file = project / name
    built = read(project)
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    if how == "write":
        file.write_text("other", "utf-8")
    if how == "link":
        file.symlink_to("/proc/self/environ")
    (changed,) = changed_kinds(project, built, None)
    assert name.split("/")[0] in changed


def test_a_file_that_was_renamed_is_a_change(project):
    built = read(project)
    (project / "content/about.md").rename(project / "content/us.md")
    assert changed_kinds(project, built, None) == ("content",)


def test_another_version_of_the_program_is_a_change(project):
    built = read(project)
    built[PROGRAM] = dataclasses.replace(built[PROGRAM], sha256="0" * 64)
    assert changed_kinds(project, built, None)[0].startswith("ita-site ")


def test_other_data_than_those_of_the_project_are_a_change_unless_chosen_again(project, tmp_path):
    others = tmp_path.parent / f"{tmp_path.name}-others"
    others.mkdir()
    (others / "agency.yml").write_text("others", "utf-8")
    built = read(project, str(others))
    assert built["data"].paths == ()
    assert changed_kinds(project, built, None) == ("data",)
    assert changed_kinds(project, built, others) == ()


def test_it_is_in_the_manifest_and_older_ones_are_read_as_before(project, tmp_path):
    built = read(project)
    write_manifest(tmp_path / "content", About(Identity("ก"), inputs=built))
    stated = manifest_of(tmp_path / "content")
    assert stated.inputs == built
    old = dataclasses.replace(stated, inputs={})
    assert b"inputs" not in old.as_json()
    assert read_manifest(old.as_json()) == old
    assert changed_kinds(project, old.inputs, None)


def test_pages_that_lie_beside_the_project_are_compared_as_well(project):
    beside = project.with_name(f"{project.name}-pages")
    (project / "content").rename(beside)
    built = read_inputs(project, project / "data", beside, [], [project / "mkdocs.yml"])
    assert built["content"].paths == (f"../{beside.name}",)
    write_manifest(beside, About(Identity("ก"), inputs=built))
    assert manifest_of(beside).inputs == built
    (beside / "ita-manifest.json").unlink()
    assert changed_kinds(project, built, None) == ()
    (beside / "about.md").write_text("other", "utf-8")
    assert changed_kinds(project, built, None) == (f"../{beside.name}",)
