"""The workflow's own steps for an issue, run for real: a repository, its origin, the program.

Only `gh`, which talks to GitHub, is not here: in its place a program notes what it was told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.unit.office.edit_commands.test_issue import rendered, unanswered

ROOT = Path(__file__).parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/progress.yml").read_text("utf-8"))
STEP = WORKFLOW["jobs"]["record"]["steps"][-1]
MEASURES = "measures:\n  - {id: links, title: ตรวจลิงก์ทุกเดือน}\n"
PROGRESS = (
    "# หัวไฟล์\r\nprogress:\r\n  - measure: links\r\n    round: 3 # แรก\r\n    status: done\r\n"
)
OPENED = "https://github.example/pull/1"
GH = """#!/usr/bin/env bash
set -e
printf '%s\\n' "$*" >>"$GH_LOG"
case "$1 $2" in
"pr create") echo "$GH_PR"; [[ $GH_PR == https://* ]] ;;
"issue comment") cat >"$GH_ANSWER" ;;
esac
"""
ANSWERS = {
    "measure": "ตรวจลิงก์",
    "round": "6 เดือน",
    "status": "กำลังดำเนินการ",
    "summary": "ตรวจแล้ว 2 ครั้ง",
}


class Host:
    """A repository with its origin, and what GitHub is told."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.repository = folder, folder / "work"
        self.log, self.answer = folder / "gh.log", folder / "answer.md"
        self._write("work/data/agency.yml", "name: ทต.ทดสอบ\nkind: subdistrict_municipality\n")
        self._write("work/data/2569/measures.yml", MEASURES)
        self._write("work/data/2569/progress.yml", PROGRESS)
        self._write("work/.gitignore", ".venv\n")
        self._write("bin/gh", GH).chmod(0o755)
        (self.repository / ".venv").symlink_to(Path(sys.prefix))
        self.git("init", "--quiet", "--bare", "--initial-branch=main", "../origin")
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("remote", "add", "origin", "../origin")
        self.commit()

    def _write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
        return path

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@t.example", *arguments]
        done = subprocess.run(command, cwd=self.repository, capture_output=True, check=True)
        return done.stdout.decode()

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "facts")
        self.git("push", "--quiet", "origin", "HEAD:main")

    def run(self, body: str, pull_request: str = OPENED, issue: object = 12):
        """What the workflow runs for an issue, in a checkout of main."""
        self.git("switch", "--quiet", "main")
        event = self._write("event.json", json.dumps({"issue": {"number": issue, "body": body}}))
        environment = {
            **os.environ,
            **dict.fromkeys(STEP["env"], "secret"),
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "SOURCE_DATE_EPOCH": "1775000000",
            "GITHUB_EVENT_PATH": str(event),
            "GH_LOG": str(self.log),
            "GH_ANSWER": str(self.answer),
            "GH_PR": pull_request,
        }
        return subprocess.run(
            ["bash", "-e", "-c", STEP["run"]],
            cwd=self.repository,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def told(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []

    def branches(self) -> list[str]:
        return self.git("ls-remote", "--heads", "origin").split()[1::2]


@pytest.fixture
def host(tmp_path):
    return Host(tmp_path)


def test_an_issue_becomes_a_branch_that_changes_that_reports_lines(host):
    done = host.run(rendered(unanswered(**ANSWERS), "\r\n"))
    assert done.returncode == 0, done.stderr
    changed = host.git("diff", "origin/main", "origin/progress/issue-12")
    assert [line for line in changed.splitlines() if line[:1] in "+-"][2:] == [
        "+",
        "+  - measure: links",
        "+    round: 6",
        "+    status: in_progress",
        "+    summary: ตรวจแล้ว 2 ครั้ง",
        "+    updated_on: 1 เม.ย. 2569",
    ]
    create, comment = host.told()
    assert create.startswith("pr create --head progress/issue-12 --title รายงานความก้าวหน้าจาก #12")
    assert comment.startswith("issue comment 12 --body-file ")
    assert "เพิ่มรายงาน “ตรวจลิงก์ทุกเดือน” รอบ 6 เดือน ปี 2569" in host.answer.read_text("utf-8")
    message = host.git("log", "-1", "--format=%an%n%B", "origin/progress/issue-12")
    assert message.split("\n")[0] == "github-actions[bot]"
    assert "Closes #12" in message


@pytest.mark.thorough
def test_an_edit_renews_the_same_branch(host):
    host.run(rendered(unanswered(**ANSWERS)))
    done = host.run(
        rendered(unanswered(**ANSWERS | {"summary": "ตรวจแล้ว 3 ครั้ง"})),
        'a pull request for branch "progress/issue-12" already exists:\nhttps://github.example/pull/1',
    )
    assert done.returncode == 0, done.stderr
    text = host.git("show", "origin/progress/issue-12:data/2569/progress.yml")
    assert "3 ครั้ง" in text
    assert "2 ครั้ง" not in text
    assert host.git("rev-list", "--count", "origin/main..origin/progress/issue-12").strip() == "1"
    assert "ยังเปิดคำขอรวมเองไม่ได้" not in host.answer.read_text("utf-8")


def test_bad_answers_are_answered_all_at_once_and_nothing_is_pushed(host):
    done = host.run(rendered(unanswered(measure="ไม่มี", round="13 เดือน", evidence="ก")))
    assert done.returncode == 0, done.stderr
    answer = host.answer.read_text("utf-8")
    assert answer.startswith("ยังบันทึกไม่ได้ มี 3 จุดที่ต้องแก้")
    assert answer.count("\n- **") == 3
    assert host.branches() == ["refs/heads/main"]
    assert [line.split(" --")[0] for line in host.told()] == ["issue comment 12"]


@pytest.mark.thorough
def test_what_is_there_already_is_said(host):
    body = rendered(unanswered(measure="links", round="3 เดือน", status="แล้วเสร็จ"))
    (host.repository / "data/2569/progress.yml").write_text(
        PROGRESS + "    updated_on: 1 เม.ย. 2569\r\n", "utf-8", newline=""
    )
    host.commit()
    assert host.run(body).returncode == 0
    assert host.answer.read_text("utf-8") == "ข้อมูลตรงกับที่มีอยู่แล้ว จึงไม่มีบรรทัดใดเปลี่ยน\n"
    assert host.branches() == ["refs/heads/main"]


def test_hostile_answers_are_only_words(host):
    mark = host.folder / "owned"
    hostile = f'"; touch {mark}; $(touch {mark}) `touch {mark}` \n--body x\n${{{{ github.token }}}}'
    answers = dict.fromkeys(("summary", "outcomes", "obstacles"), hostile)
    done = host.run(rendered(unanswered(**ANSWERS | answers)))
    assert done.returncode == 0, done.stderr
    assert not mark.exists()
    assert f"$(touch {mark})" in host.git("show", "origin/progress/issue-12:data/2569/progress.yml")
    assert host.run(rendered(unanswered(measure=hostile, status=hostile))).returncode == 0
    assert not mark.exists()
    assert not any("touch" in line for line in host.told())


@pytest.mark.thorough
def test_where_no_pull_request_may_be_opened_the_answer_says_so(host):
    done = host.run(
        rendered(unanswered(**ANSWERS)), "GitHub Actions is not permitted to create one"
    )
    assert done.returncode == 0, done.stderr
    assert "ให้ผู้ดูแลเปิดจากกิ่ง `progress/issue-12`" in host.answer.read_text("utf-8")


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("body", "issue"),
    [("### ไม่ใช่แบบฟอร์ม", 12), ("", 12), (rendered(unanswered(**ANSWERS)), "12; true")],
)
def test_what_is_no_report_fails_without_a_word(host, body, issue):
    assert host.run(body, issue=issue).returncode == 2
    assert host.told() == []


def test_only_the_token_comes_from_outside():
    text = (ROOT / ".github/workflows/progress.yml").read_text("utf-8")
    assert STEP["env"] == {"GH_TOKEN": "${{ github.token }}"}
    assert all("${{" not in step.get("run", "") for step in WORKFLOW["jobs"]["record"]["steps"])
    assert "pull_request_target" not in text
