"""A portal whose agencies keep their facts in repositories of their own, through every command."""

from __future__ import annotations

import shutil

import pytest

from tests.review.proposal import ALONE, git
from tests.site.project import PORTAL, contents, copy_project, run

SLUGS = ("khok-mon", "roi-et", "tak", "udon-thani", "yot-kaeng")
AT_HOME = "khok-mon"
MEASURES = "data/2568/measures.yml"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Such a portal, brought up to date and committed, with one agency in its own data folder."""
    folder = tmp_path_factory.mktemp("repositories")
    project = copy_project(folder / "project", PORTAL)
    lines = ["name: ทุกหน่วยงาน", "agencies:"]
    for slug in SLUGS:
        if slug != AT_HOME:
            home = folder / "agencies" / slug
            home.mkdir(parents=True)
            (project / "data" / slug).rename(home / "data")
            git(home, "init", "--quiet")
            commit(home)
            lines += [f"  - slug: {slug}", f"    git: file://{home}"]
    (project / "data/portal.yml").write_text("\n".join(lines) + "\n", "utf-8")
    (project / ".gitignore").write_text("/ita_site\n/.cache/\n/site/\n/whole/\n/joined/\n", "utf-8")
    ita_site(project, "portal", "update", "--local")
    git(project, "init", "--quiet")
    commit(project)
    return folder


@pytest.fixture
def folder(made, tmp_path):
    """A copy of all of it, whose repositories are still the first ones."""
    shutil.copytree(made, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


def commit(folder):
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "ก")


def ita_site(project, *arguments: str, code=0, **env: str):
    done = run(project, "ita-site", *arguments, env={**ALONE, **env})
    assert done.code == code, done.log
    return done.log


def pages(folder):
    """All but the list of what the site was made from."""
    return {name: file for name, file in contents(folder).items() if name != "ita-manifest.json"}


@pytest.mark.thorough
def test_the_site_is_the_same_as_if_they_stood_in_the_data_folder(made, folder):
    """But for the links that edit a file: this repository has none of theirs."""
    project = folder / "project"
    settings = (project / "mkdocs.yml").read_text("utf-8").splitlines(keepends=True)
    plain = (line for line in settings if not line.startswith(("repo_url:", "edit_uri:")))
    (project / "mkdocs.yml").write_text("".join(plain), "utf-8")
    ita_site(project, "build", "--site-dir", "whole")
    ours = pages(project / "whole")
    for slug in SLUGS:
        if slug != AT_HOME:
            shutil.copytree(made / "agencies" / slug / "data", project / "data" / slug)
    (project / "data/portal.yml").write_text("name: ทุกหน่วยงาน\n", "utf-8")
    shutil.rmtree(project / ".cache")
    ita_site(project, "build", "--site-dir", "joined")
    theirs = pages(project / "joined")
    assert "tak/2568/o27/index.html" in ours
    assert [name for name in {*ours, *theirs} if ours.get(name) != theirs.get(name)] == []


@pytest.mark.thorough
def test_what_changed_is_told_only_of_those_whose_history_is_here(folder):
    project = folder / "project"
    ita_site(project, "build", ITA_LOG="on")
    history = {name for name in contents(project / "site") if name.endswith("changes/index.html")}
    assert history == {"changes/index.html", "khok-mon/changes/index.html"}
    text = (project / "site/changes/index.html").read_text("utf-8")
    assert "หน่วยงานที่เก็บข้อมูลไว้ในเว็บไซต์นี้" in text


@pytest.mark.thorough
def test_made_apart_and_on_several_machines_it_is_the_same(folder):
    project = folder / "project"
    ita_site(project, "build", "--site-dir", "whole")
    ita_site(project, "build", "--site-dir", "joined", "--jobs", "2")
    assert contents(project / "joined") == contents(project / "whole")
    shutil.rmtree(project / ".cache/ita-site")
    for shard in ("1/2", "2/2"):
        ita_site(project, "build", "--shard", shard)
    ita_site(project, "join", "--site-dir", "joined")
    assert contents(project / "joined") == contents(project / "whole")


@pytest.mark.thorough
def test_without_what_is_locked_every_command_says_so_and_one_brings_it(folder):
    project = folder / "project"
    shutil.rmtree(project / ".cache")
    for command in (("check",), ("build",), ("diff", "HEAD")):
        log = ita_site(project, *command, code=2 if command[0] == "diff" else 1)
        assert "ita-site portal update --locked" in log
    assert not (project / "site").exists()
    ita_site(project, "portal", "update", "--locked", "--local")
    ita_site(project, "check")


@pytest.mark.thorough
def test_a_reviewer_sees_which_facts_an_update_changes(made, folder, tmp_path):
    """Facts alone, not where they were kept; without the former ones nothing is said to be same."""
    project, home = folder / "project", tmp_path / "tak"
    shutil.copytree(made / "agencies/tak", home, symlinks=True)
    file = home / MEASURES
    text = file.read_text("utf-8")
    title = text.partition("title: ")[2].partition("\n")[0]
    file.write_text(text.replace(title, f"{title}ทุกเดือน", 1), "utf-8")
    commit(home)
    portal = project / "data/portal.yml"
    moved = portal.read_text("utf-8").replace(f"{made}/agencies/tak", str(home))
    portal.write_text(moved, "utf-8")
    assert "tak: ย้าย" in ita_site(project, "portal", "update", "--local")
    log = ita_site(project, "diff", "HEAD")
    assert "ทุกเดือน" in log
    assert "ita-agencies" not in log
    commit(project)
    shutil.rmtree(project / ".cache")
    ita_site(project, "portal", "update", "--local")
    refused = ita_site(project, "diff", "HEAD~1", code=2)
    assert "--of" in refused
    ita_site(project, "portal", "update", "--local", "--locked", "--of", "HEAD~1")
    assert "ทุกเดือน" in ita_site(project, "diff", "HEAD~1")


def test_commands_that_write_lead_to_the_agencys_own_repository(folder):
    log = ita_site(folder / "project", "new-year", "2570", "--agency", "tak", code=1)
    assert "agencies/tak@" in log
    assert not (folder / "project/data/tak").exists()


def test_what_one_cannot_have_is_exit_code_one_and_wrong_usage_two(folder):
    project = folder / "project"
    assert "--local" in ita_site(project, "portal", "update", code=1)
    ita_site(project, "portal", "update", "--of", "HEAD", code=2)
