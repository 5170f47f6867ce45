"""`ita-site record` and `ita-site new-year` as an officer types them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import Done, ita_site
from tests.unit.office.edit_commands.test_issue import rendered, unanswered

MEASURES = "measures:\n  - {id: links, title: ตรวจลิงก์}\n"


@pytest.fixture
def folder(data):
    return data({"2569/measures.yml": MEASURES})


@pytest.fixture
def run(tmp_path):
    """Calls the command beside `data/`."""

    def run(*arguments: str) -> Done:
        return ita_site(tmp_path, *arguments, SOURCE_DATE_EPOCH="1775000000")

    return run


def progress(folder: Path) -> str:
    file = folder / "2569/progress.yml"
    return file.read_text("utf-8") if file.exists() else ""


def test_the_diff_is_the_result_and_the_rest_is_said_beside_it(run, folder):
    done = run(
        "record",
        "links",
        "--round",
        "6",
        "--status",
        "เสร็จแล้ว",
        "--summary",
        "ก",
        "--on",
        "1/4/2569",
    )
    assert done.returncode == 0
    assert done.stdout.startswith("--- data/2569/progress.yml\n+++ data/2569/progress.yml\n")
    assert "เพิ่มรายงาน “ตรวจลิงก์”" in done.stderr
    assert progress(folder).endswith("    summary: ก\n    updated_on: 1 เม.ย. 2569\n")


def test_a_dry_run_writes_nothing(run, folder):
    done = run("record", "links", "--round", "6", "--status", "done", "--summary", "ก", "--dry-run")
    assert (done.returncode, progress(folder)) == (0, "")
    assert "+    status: done" in done.stdout


def test_everything_wrong_is_said_at_once(run, folder):
    done = run("record", "link", "--status", "เสด", "--evidence", "ก")
    assert (done.returncode, done.stdout, progress(folder)) == (1, "", "")
    said = done.stderr.splitlines()
    assert [line.split(":")[0] for line in said] == [
        "มาตรการ (MEASURE)", "รอบรายงาน (--round)", "สถานะ (--status)", "หลักฐาน (--evidence)",
    ]  # fmt: skip


def test_an_issue_is_recorded_and_answered(run, folder, tmp_path):
    body = rendered(unanswered(measure="links", round="6 เดือน", status="แล้วเสร็จ", summary="ก"))
    (tmp_path / "issue.md").write_text(body, "utf-8")
    assert run("record", "--from-issue", "issue.md", "--answer", "answer.md").returncode == 0
    assert "status: done" in progress(folder)
    assert (tmp_path / "answer.md").read_text("utf-8").startswith("**เพิ่มรายงาน")


def test_a_file_without_the_form_is_wrong_usage(run, folder, tmp_path):
    (tmp_path / "issue.md").write_text("สวัสดี", "utf-8")
    assert run("record", "--from-issue", "issue.md").returncode == 2
    assert progress(folder) == ""


def test_a_year_begins_and_says_what_next(run, folder):
    done = run("new-year", "2570", "--measures", "all")
    assert (done.returncode, done.stdout) == (0, "")
    assert "มาตรการที่ทำต่อ 1 เรื่อง: links" in done.stderr
    assert (folder / "2570/year.yml").exists()
    again = run("new-year", "2570", "--measures", "all")
    assert again.returncode == 1
    assert "มีโฟลเดอร์ data/2570 อยู่แล้ว" in again.stderr
    assert run("check").returncode == 0


def test_without_a_terminal_the_measures_must_be_said(run, folder):
    assert run("new-year", "2570").returncode == 2
    assert not (folder / "2570").exists()


def test_in_a_terminal_they_are_chosen_from_a_list(folder, tmp_path):
    ours, theirs = pty.openpty()
    os.write(ours, b"1\n")
    done = subprocess.run(
        [Path(sys.executable).with_name("ita-site"), "new-year", "2570", "--dry-run"],
        cwd=tmp_path,
        stdin=theirs,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    os.close(ours)
    os.close(theirs)
    assert "  1. ตรวจลิงก์ (ไม่มีรายงานในเว็บไซต์นี้)" in done.stderr
    assert "==> data/2570/measures.yml <==" in done.stdout
    assert "  - id: links" in done.stdout
    assert not (folder / "2570").exists()


def issue(folder: Path, **answers: str) -> None:
    body = rendered(unanswered(**{"measure": "links", "round": "6 เดือน", **answers}))
    event = {"action": "opened", "issue": {"number": 1, "body": body}}
    (folder / "event.json").write_text(json.dumps(event), "utf-8")


def test_half_a_character_is_answered(run, folder, tmp_path):
    issue(tmp_path, summary="ประชุม \ud800 แล้ว", measure="links\udfff")
    done = run("record", "--from-issue", "event.json", "--answer", "answer.md")
    assert (done.returncode, progress(folder)) == (1, "")
    assert "ยังบันทึกไม่ได้" in (tmp_path / "answer.md").read_text("utf-8")
    assert "\ufffd" in (tmp_path / "answer.md").read_text("utf-8") + done.stderr


def test_a_line_that_says_nothing_among_others_is_told(run, folder, tmp_path):
    issue(tmp_path, status="แล้วเสร็จ", summary="ประชุมชี้แจง\n---\nอบรม 20 คน\n...")
    assert run("record", "--from-issue", "event.json", "--answer", "answer.md").returncode == 0
    assert "      - ประชุมชี้แจง\n      - อบรม 20 คน\n" in progress(folder)
    answer = (tmp_path / "answer.md").read_text("utf-8")
    assert "ไม่ได้บันทึกบรรทัด “---”" in answer
    assert "ไม่ได้บันทึกบรรทัด “...”" in answer


def test_a_report_that_makes_the_file_too_large_is_refused_before_it_is_written(run, folder):
    words = [part for at in range(60) for part in ("--summary", f"{at} " + "ก" * 1500)]
    done = run("record", "links", "--round", "6", "--status", "done", *words)
    assert (done.returncode, progress(folder)) == (1, "")
    assert "ITA111" in done.stderr
