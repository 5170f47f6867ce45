"""The shell of the workflows, run as it stands there on a clone with a changed fact."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.depth import thorough
from tests.review.proposal import ALONE
from tests.site.project import REPOSITORY, environment

GITHUB = yaml.safe_load((REPOSITORY / ".github/workflows/check.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((REPOSITORY / ".gitlab-ci.yml").read_text("utf-8"))
SETS_UP = {".ci/venv .", "make test"}
STEPS = {
    "github": [step["run"] for step in GITHUB["jobs"]["facts"]["steps"] if "run" in step],
    "gitlab": [*GITLAB["facts"]["script"], *GITLAB["facts"]["after_script"]],
}


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


def run_steps(host, officer):
    """Every step's code and output; one that failed stops the rest, as on the host."""
    summary = officer.folder / "summary.md"
    base = {"GITHUB_STEP_SUMMARY": str(summary), "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD^1"}
    told = []
    for step in STEPS[host]:
        if step in SETS_UP:
            continue
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step],
            cwd=officer.folder,
            env={**environment(), **ALONE, **base, "PATH": os.environ["PATH"]},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        told.append((step, done.returncode, done.stdout + done.stderr))
    return told, summary


@pytest.mark.parametrize("host", ["github", *thorough("gitlab")])
def test_a_sound_proposal_passes_every_step(host, proposed):
    told, _ = run_steps(host, proposed)
    assert [(step, log) for step, code, log in told if code] == []
    review = (proposed.folder / "review.md").read_text("utf-8")
    assert "<del>1</del> <ins>2</ins>" in review
    assert (proposed.folder / "site/2569/index.html").is_file()


@pytest.mark.thorough
def test_the_summary_has_the_change_and_the_problems(proposed):
    _, summary = run_steps("github", proposed)
    assert summary.read_text("utf-8").startswith("## ข้อมูลเปลี่ยน 1 จุด")


@pytest.mark.parametrize("host", ["gitlab", *thorough("github")])
def test_a_faulty_proposal_fails_its_check_and_is_still_told(host, proposed):
    proposed.edit("data/2569/measures.yml", ("instrument: IIT", "instrumnt: IIT"))
    proposed.commit()
    told, summary = run_steps(host, proposed)
    codes = {step.split()[1]: code for step, code, _ in told if step.startswith(".venv/bin/ita")}
    assert codes == {"diff": 0, "check": 1}
    assert "ITA202" in (proposed.folder / "review.md").read_text("utf-8")
    if host == "github":
        assert any("::error file=data/2569/measures.yml,line=" in log for _, _, log in told)
        assert "❌" in summary.read_text("utf-8")
    else:
        assert "ITA202" in (proposed.folder / "code-quality.json").read_text("utf-8")


def test_nothing_that_runs_a_proposals_code_may_write():
    assert GITHUB["jobs"]["facts"]["permissions"] == {"contents": "read"}
    comment = GITHUB["jobs"]["comment"]
    assert not any("checkout" in step.get("uses", "") for step in comment["steps"])
    assert "head.repo.full_name == github.repository" in comment["if"]
