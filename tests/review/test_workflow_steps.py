"""The shell of the workflows, run as it stands there on a clone with a changed fact."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ita_site import __version__
from tests.depth import thorough
from tests.review.proposal import ALONE, git
from tests.site.project import REPOSITORY, environment


def read(name):
    return yaml.safe_load((REPOSITORY / name).read_text("utf-8"))


GITHUB, GITLAB = read(".github/workflows/check.yml"), read(".gitlab-ci.yml")
REVIEW = read(".github/workflows/review.yml")
SETS_UP = {
    ".ci/venv .",
    "make test",
    "apt-get update && apt-get install --yes --no-install-recommends chromium-headless-shell",
}


def runs(job):
    return [step["run"] for step in job["steps"] if "run" in step]


PREVIEW = {
    "github": runs(GITHUB["jobs"]["preview"]),
    "gitlab": [*GITLAB["preview"]["script"], *GITLAB["preview"]["after_script"]],
}
JUDGE = {"github": runs(REVIEW["jobs"]["review"]), "gitlab": GITLAB["review"]["script"]}


@pytest.fixture
def proposed(officer):
    """A clone that is set up, with one commit on top of the one that stands."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy2(REPOSITORY / name, officer.folder)
    shutil.copytree(REPOSITORY / ".ci", officer.folder / ".ci")
    (officer.folder / ".venv").mkdir()
    (officer.folder / ".venv/bin").symlink_to(Path(sys.prefix) / "bin")
    (officer.folder / ".venv/site-ready").touch()
    (officer.folder / ".gitignore").write_text("ita_site\nsite/\n.venv\n", "utf-8")
    officer.commit()
    officer.edit("data/2569/measures.yml", ("ภายใน 1 วันทำการ", "ภายใน 2 วันทำการ"))
    officer.commit()
    return officer


def set_up(folder):
    """The programs that are installed already."""
    if not (folder / ".venv/bin").exists():
        (folder / ".venv").mkdir()
        (folder / ".venv/bin").symlink_to(Path(sys.prefix) / "bin")


def run_steps(steps, folder, **more: str):
    """Every step's code and output; where one goes, the next ones are."""
    summary, at, told = folder / "summary.md", folder, []
    for step in steps:
        if step in SETS_UP:
            set_up(at)
            continue
        where = folder / "where"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", f"{step}\npwd >{where}"],
            cwd=at,
            env={
                **environment(),
                **ALONE,
                "PATH": os.environ["PATH"],
                "GITHUB_STEP_SUMMARY": str(summary),
                **more,
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        told.append((step, done.returncode, done.stdout + done.stderr))
        at = Path(where.read_text("utf-8").strip()) if where.exists() else at
    return told, summary


@pytest.mark.parametrize("host", ["github", *thorough("gitlab")])
def test_a_sound_proposal_passes_every_step(host, proposed):
    told, _ = run_steps(PREVIEW[host], proposed.folder)
    assert [(step, log) for step, code, log in told if code] == []
    assert (proposed.folder / "site/2569/index.html").is_file()


@pytest.mark.thorough
@pytest.mark.parametrize("host", ["gitlab", *thorough("github")])
def test_a_faulty_proposal_fails_its_check(host, proposed):
    proposed.edit("data/2569/measures.yml", ("instrument: IIT", "instrumnt: IIT"))
    proposed.commit()
    told, summary = run_steps(PREVIEW[host], proposed.folder)
    codes = {step.split()[1]: code for step, code, _ in told if step.startswith(".venv/bin/ita")}
    assert codes == {"check": 1}
    if host == "github":
        assert any("::error file=data/2569/measures.yml,line=" in log for _, _, log in told)
        assert "❌" in summary.read_text("utf-8")
    else:
        assert "ITA202" in (proposed.folder / "code-quality.json").read_text("utf-8")


SILENT = 'print("## ข้อมูลที่เผยแพร่ไม่เปลี่ยน")\nraise SystemExit\n'


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_the_base_judges_what_forges_its_own_review(host, proposed, tmp_path):
    """A false phone for complaints, and everything that could say so made to say nothing."""
    folder = proposed.folder
    base = git(folder, "rev-parse", "HEAD").strip()
    git(folder, "checkout", "--quiet", "-b", "forged")
    proposed.edit("data/channels.yml", ("0 0000 0000 ต่อ 101", "0 1111 1111 ต่อ 101"))
    for name in ("sitecustomize.py", "ita_site.py", "click.py", "conftest.py"):
        (folder / name).write_text(SILENT, "utf-8")
    for name in (".ci/venv", "Makefile", ".gitattributes", "mkdocs.yml"):
        (folder / name).write_text(SILENT, "utf-8")
    forged = proposed.commit()
    git(folder, "update-ref", "refs/pull/7/head", forged)
    git(folder, "branch", "--force", "main", base)
    clone = tmp_path / "runner"
    git(tmp_path, "clone", "--quiet", "--no-local", "--branch", "main", str(folder), str(clone))
    if host == "gitlab":  # whose runner has the proposal checked out
        git(clone, "fetch", "--quiet", "origin", "refs/pull/7/head")
        git(clone, "checkout", "--quiet", forged)
    told, summary = run_steps(
        JUDGE[host],
        clone,
        NUMBER="7",
        PROPOSAL=forged,
        TOKEN="none",  # noqa: S106 - a file asks for none
        CI_PROJECT_DIR=str(clone),
        CI_COMMIT_SHA=forged,
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
    )
    assert [(step, log) for step, code, log in told if code] == []
    review = (clone / "review.md").read_text("utf-8")
    assert "ข้อมูลเปลี่ยน 1 จุด ต้องดูก่อน 1 เรื่อง" in review
    assert f"_ตรวจโดย ita-site {__version__} รุ่นของฐาน {base[:7]}_" in review
    if host == "github":
        assert summary.read_text("utf-8") == review
        assert not (clone / "sitecustomize.py").exists()


def test_nothing_that_runs_a_proposals_code_may_write():
    assert GITHUB["jobs"]["preview"]["permissions"] == {"contents": "read"}
    assert "review.yml" not in str(GITHUB)
    for job in GITHUB["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        assert "secrets." not in str(job)
