"""What a built page promises, whoever wrote it: a broken promise is told and ends the build.

`cases/finished/<name>` holds hand-written files and parts of a look that are put over a copy of
this project, and `expected.txt`, what the build says of them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ita_site.site.finished.code import digest
from tests.site.project import copy_project, mkdocs
from tests.site.reader import DESK
from tests.site.server import serving

CASES = Path(__file__).parents[1] / "cases/finished"
BROKEN = CASES / "broken_promises"
PROBLEM = re.compile(
    r"^(?:WARNING -  ita_site: )?(\S+:\d+:\d+: (?:error|warning) ITA5.*)$", re.MULTILINE
)
PAGES = {".html", ".htm", ".xhtml"}
RAW = sorted(path for path in (BROKEN / "content/raw").iterdir() if path.suffix.lower() in PAGES)
PROTECTED = [path.name for path in RAW if path.stem != "torn"]
KEEP = """
import shutil
from pathlib import Path

import mkdocs.plugins

FOLDERS = []


def on_env(env, config, files):
    FOLDERS.append(config.site_dir)
    return env


def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "bare.md":
        page.meta["template"] = "bare.html"


@mkdocs.plugins.event_priority(100)
def on_build_error(error):
    shutil.copytree(FOLDERS[-1], Path(__file__).parent / "refused")
"""
"""A hook that gives a page a template without the frame, and keeps what the build throws away."""


@pytest.fixture(scope="module")
def broken(once):
    """The project of the case, built as far as it gets, and what the build said."""

    def make(folder):
        copy_project(folder)
        shutil.copytree(BROKEN, folder, dirs_exist_ok=True)
        (folder / "keep.py").write_text(KEEP, "utf-8")
        with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write("\nhooks: [keep.py]\n")
        done = mkdocs(folder, folder / "site", "--no-strict")
        assert done.code == 1
        return done.log

    return once("broken-promises", make)


def test_every_broken_promise_of_every_page_is_told_at_once(broken, expect):
    _, log = broken
    problems = sorted(PROBLEM.findall(log))
    expect(BROKEN / "expected.txt", "\n".join(problems) + "\n")
    count = sum(" error " in problem for problem in problems)
    assert f"ต้องแก้ {count} จุด" in log


def test_what_was_built_is_thrown_away_and_lacks_the_list_of_files(broken):
    folder, _ = broken
    assert not (folder / "site").exists()
    assert (folder / "refused/index.html").is_file()
    assert not (folder / "refused/ita-manifest.json").exists()


def asked_elsewhere(window, home):
    """What leaves for another host from now on; what the policy stops never leaves."""
    asked = []

    def refuse(route):
        asked.append(route.request.url)
        route.abort()

    window.page.route(lambda url: not url.startswith(home), refuse)
    return asked


def test_what_can_carry_no_policy_is_not_there(broken):
    folder, _ = broken
    kept = {path.name for path in (folder / "refused/raw").iterdir()}
    assert kept == {*PROTECTED, "plain", "colours.css"}


@pytest.mark.parametrize("path", [*(f"raw/{name}" for name in PROTECTED), "own/", "bare/"])
def test_no_code_of_a_refused_document_runs_and_nobody_else_is_asked(visit, broken, path):
    """Even if somebody published it, and on a server that says nothing of its own."""
    folder, _ = broken
    site = folder / "refused"
    with serving(site / "raw" if path.startswith("raw/") else site) as home:
        window = visit(home, DESK)
        asked = asked_elsewhere(window, home)
        window.page.goto(home + path.removeprefix("raw/"))
        window.page.wait_for_load_state("networkidle")
        assert "PWN" not in window.page.title()
        assert window.page.title() != "taken"
        assert asked == []


@pytest.mark.parametrize("name", PROTECTED)
def test_as_they_came_each_of_these_documents_takes_over_and_asks_another_host(visit, name):
    with serving(BROKEN / "content/raw") as home:
        window = visit(home, DESK)
        asked = asked_elsewhere(window, home)
        window.page.goto(home + name)
        window.page.wait_for_load_state("networkidle")
        assert window.page.title().startswith("PWN")
        assert len(asked) == 1


@pytest.mark.thorough
def test_a_script_that_a_reviewer_allowed_runs_and_asks_nobody_else(visit, tmp_path):
    project = copy_project(tmp_path / "project")
    code = 'document.title = "ran"; new Image().src = "https://evil.example/"'
    (project / "content/own.md").write_text(f"# หน้า\n\n<script>{code}</script>\n", "utf-8")
    settings = project / "mkdocs.yml"
    listed = f"  - ita-site:\n      allow_scripts: [{digest(code)}]\n"
    text = settings.read_text("utf-8")
    assert "  - ita-site\n" in text
    settings.write_text(text.replace("  - ita-site\n", listed), "utf-8")
    mkdocs(project, project / "site").succeeded()
    with serving(project / "site") as home:
        window = visit(home, DESK)
        asked = asked_elsewhere(window, home)
        window.page.goto(f"{home}own/")
        assert window.page.title() == "ran"
        assert asked == []


def test_what_is_no_digest_is_refused_in_the_settings(tmp_path):
    project = copy_project(tmp_path / "project")
    settings = project / "mkdocs.yml"
    listed = "  - ita-site:\n      allow_scripts: [unsafe-inline]\n"
    text = settings.read_text("utf-8").replace("  - ita-site\n", listed)
    settings.write_text(text, "utf-8")
    done = mkdocs(project, project / "site")
    assert done.code == 1
    assert "“unsafe-inline” ไม่ใช่ sha256-" in done.log


def test_a_look_that_lost_its_banner_or_notice_fails_on_every_page(tmp_path):
    project = copy_project(tmp_path / "project")
    look = "{% extends 'base.html' %}{% block announce %}{% endblock %}"
    (project / "overrides/main.html").write_text(look, "utf-8")
    done = mkdocs(project, project / "site")
    assert done.code == 1
    for page in ("index.html", "404.html", "content/about.md", "2566/o42/index.html"):
        for code in ("ITA506", "ITA507"):
            assert f"{page}:1:1: error {code}" in done.log
