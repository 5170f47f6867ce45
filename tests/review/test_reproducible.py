"""Two builds of one commit are the same bytes, wherever and by whomever they are made."""

from __future__ import annotations

import subprocess

import pytest

from tests.review.proposal import ALONE, git
from tests.site.project import command, contents, environment

pytestmark = pytest.mark.thorough  # three builds with their documents

LOG = ("changes/", "ita-manifest.json")
"""What a clone's depth may change: the log, and the list of all files with their hashes."""


def built(folder, **env: str):
    done = subprocess.run(
        ["bash", "-c", f"umask {env.pop('umask')}; exec {command('mkdocs')} build --strict"],
        cwd=folder,
        env={**environment(ITA_PDF="on", ITA_LOG="on"), **ALONE, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return contents(folder / "site"), done.stdout


def test_builds_of_one_commit_are_equal(officer, tmp_path):
    officer.edit("data/channels.yml", ("acknowledge_days: 5", "acknowledge_days: 3"))
    officer.commit()
    source = officer.folder.as_uri()
    git(tmp_path, "clone", "--quiet", source, "full")
    git(tmp_path, "clone", "--quiet", source, "elsewhere/สำเนา อีกชุด")
    git(tmp_path, "clone", "--quiet", "--depth=1", source, "shallow")
    one, _ = built(tmp_path / "full", umask="022", TZ="Asia/Bangkok", PYTHONHASHSEED="1")
    two, _ = built(
        tmp_path / "elsewhere/สำเนา อีกชุด",
        umask="077",
        TZ="America/Los_Angeles",
        LC_ALL="C",
        PYTHONHASHSEED="2",
    )
    three, log = built(tmp_path / "shallow", umask="022", TZ="UTC", PYTHONHASHSEED="3")
    assert [path for path in one if one[path] != two.get(path)] == []
    assert one.keys() == two.keys()
    differing = {path for path in one.keys() | three.keys() if one.get(path) != three.get(path)}
    assert {path for path in differing if not path.startswith(LOG)} == set()
    assert {"2569/data.xlsx", "2569/o25.pdf", "changes/index.html"} <= one.keys()
    assert "รายการนี้ไม่ครบ".encode() in three["changes/index.html"]
    assert "ประวัติของ git ในสำเนานี้ไม่ครบ" in log
