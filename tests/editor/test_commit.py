"""Before a commit: facts that cannot be published are refused, by the real pre-commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent
GOOD = "name: เทศบาลตำบลทดสอบ\nkind: subdistrict_municipality\n"


@pytest.fixture
def project(tmp_path):
    """A clone with a data folder of its own, and this environment as its `.venv`."""
    shutil.copy(REPOSITORY / ".pre-commit-config.yaml", tmp_path)
    (tmp_path / ".venv").symlink_to(SCRIPTS.parent, target_is_directory=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "content").mkdir()
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = {"PRE_COMMIT_HOME": str(project / "cache"), "PRE_COMMIT_COLOR": "never"}
    return subprocess.run(
        [SCRIPTS / "pre-commit", *arguments],
        cwd=project,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )


def hook(project: Path, agency: str) -> subprocess.CompletedProcess[str]:
    """The hook on an agency's file about to be committed."""
    (project / "data/agency.yml").write_text(agency, "utf-8")
    subprocess.run(["git", "add", "data", ".pre-commit-config.yaml"], cwd=project, check=True)
    return run(project, "run", "ita-site-check")


def test_a_commit_of_sound_facts_passes(project):
    done = hook(project, GOOD)
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_a_commit_of_faulty_facts_is_refused_with_the_checks_message(project):
    done = hook(project, GOOD + "kindd: province\n")
    assert done.returncode == 1
    assert "data/agency.yml:3:1: error ITA202 kindd: ไม่รู้จักช่อง" in done.stdout


def test_the_hook_for_other_repositories_is_as_pre_commit_wants_it(project):
    done = run(project, "validate-manifest", str(REPOSITORY / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout
