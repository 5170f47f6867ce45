"""The weekly workflow's own step, run for real; in place of `gh` a program notes what it hears."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.publish.ftps import servers
from tests.publish.ftps.sites import is_published, site

ROOT = Path(__file__).parents[2]
GH = """#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$GH_LOG"
case "$1 $2" in "issue list") echo "$GH_OPEN" ;; esac
case "$*" in *"--body-file -"*) cat >"$GH_LOG.body" ;; esac
"""
LATE = "measures: [{id: a, title: ก, reporting_rounds: [3]}]\n"


def steps(workflow: str, job: str) -> list[dict]:
    text = (ROOT / ".github/workflows" / workflow).read_text("utf-8")
    return yaml.safe_load(text)["jobs"][job]["steps"]


@pytest.fixture
def week(tmp_path):
    """Runs the step; gives what GitHub was told."""
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/gh").write_text(GH)
    (tmp_path / "bin/gh").chmod(0o755)
    (tmp_path / "data/2569").mkdir(parents=True)
    (tmp_path / "data/agency.yml").write_text("name: ทต.ทดสอบ\nkind: subdistrict_municipality\n")

    def run(measures: str, is_open: str = "") -> list[str]:
        (tmp_path / "data/2569/measures.yml").write_text(measures, "utf-8")
        step = steps("weekly.yml", "look")[-1]
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ITA_")},
            **dict.fromkeys(step["env"], ""),
            "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
            "SOURCE_DATE_EPOCH": "1773964800",
            "GH_LOG": str(tmp_path / "gh.log"),
            "GH_OPEN": is_open,
        }
        subprocess.run(step["run"], shell=True, cwd=tmp_path, env=environment, check=True)  # noqa: S602
        told = (tmp_path / "gh.log").read_text("utf-8").splitlines()
        return [line for line in told if line.startswith("issue ") and "list" not in line]

    return run


def test_what_needs_attention_becomes_an_issue(week, tmp_path):
    (told,) = week(LATE)
    assert told.startswith("issue create --title สิ่งที่ต้องดูแลประจำสัปดาห์ --label weekly --body-file")
    body = (tmp_path / "gh.log.body").read_text("utf-8")
    assert body.startswith("## กำหนดเวลา\n\n`ita-site due`\n\n| กำหนด | หน่วยงาน | เรื่อง |")
    assert "รายงานความก้าวหน้ารอบ 3 เดือน" in body


@pytest.mark.thorough
def test_the_issue_is_renewed(week):
    (told,) = week(LATE, "7")
    assert told.startswith("issue edit 7 --body-file")


def test_when_nothing_needs_attention_it_is_closed(week):
    (told,) = week("measures: []\n", "7")
    assert told.startswith("issue close 7 --comment ไม่มีสิ่งที่ต้องดูแล")
    assert week("measures: []\n") == [told]


@pytest.mark.thorough
def test_faulty_data_is_told_as_well(week, tmp_path):
    week("measures: [{titel: ก}]\n")
    body = (tmp_path / "gh.log.body").read_text("utf-8")
    assert body.startswith("## ข้อมูลมีจุดที่ต้องแก้\n\n`ita-site check`\n\n~~~text\n")


def test_the_publishing_step_for_real(tmp_path):
    """The line of the workflow, with its variables, against a real host."""
    build = site(tmp_path / "site", 1)
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    (step,) = (it for it in steps("deploy.yml", "server") if "ITA_TARGET" in it.get("env", {}))
    with servers.vsftpd(tmp_path, servers.certificates(tmp_path)) as server:
        environment = {
            **os.environ,
            **dict.fromkeys(step["env"], ""),
            **server.environment(),
            "ITA_TARGET": server.address(),
        }
        subprocess.run(step["run"], shell=True, cwd=tmp_path, env=environment, check=True)  # noqa: S602
        assert is_published(server, build)


def test_the_folder_for_pages_is_looked_at(tmp_path):
    (step,) = (it for it in steps("deploy.yml", "build") if it.get("run", "").endswith("pages"))
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    build = site(tmp_path / "site", 1)
    done = subprocess.run(step["run"], shell=True, cwd=tmp_path, check=False)  # noqa: S602
    assert done.returncode == 0
    (build.folder / "index.html").write_text("changed since")
    done = subprocess.run(step["run"], shell=True, cwd=tmp_path, check=False)  # noqa: S602
    assert done.returncode == 1
