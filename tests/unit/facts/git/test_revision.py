"""Which commit a folder is at."""

from __future__ import annotations

import subprocess

from ita_site.facts.git.commits import revision

OWN = ("-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false")


def git(folder, *arguments: str):
    subprocess.run(["git", *OWN, "-C", folder, *arguments], check=True, capture_output=True)


def repository(folder):
    git(folder.parent, "init", "--quiet", folder)
    for text in ("one", "two"):
        (folder / "a.txt").write_text(text, "utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", text, "--date", "2001-01-01T00:00:00Z")
    return folder


def test_a_clone_says_its_commit_and_whether_it_was_changed(tmp_path):
    folder = repository(tmp_path / "whole")
    found = revision(folder)
    assert found
    assert (len(found.commit), found.changed) == (40, False)
    (folder / "b.txt").touch()
    assert revision(folder).changed


def test_a_shallow_clone_says_the_same(tmp_path):
    folder = repository(tmp_path / "whole")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{folder}", str(tmp_path / "part"))
    assert revision(tmp_path / "part") == revision(folder)


def test_there_may_be_no_repository_no_commit_no_folder(tmp_path, monkeypatch):
    assert revision(tmp_path) is None
    assert revision(tmp_path / "none") is None
    git(tmp_path, "init", "--quiet", "new")
    assert revision(tmp_path / "new") is None
    monkeypatch.setenv("PATH", "")
    assert revision(repository_path := tmp_path) is None
    assert repository_path.exists()
