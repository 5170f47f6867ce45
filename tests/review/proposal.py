"""A clone with a proposed change of the facts."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.commands import everything_said
from tests.site.project import Run, copy_project, environment

if TYPE_CHECKING:
    from pathlib import Path

WHO = {
    f"GIT_{role}_{part}": value
    for role in ("AUTHOR", "COMMITTER")
    for part, value in (("NAME", "ผู้ทดสอบ"), ("EMAIL", "tester@test.example"))
}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **WHO}


def git(folder: Path, *arguments: str, day: str = "2026-11-20") -> str:
    """Run git as nobody in particular, on a day, without this machine's settings."""
    moment = f"{day}T10:00:00+07:00"
    dated = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        env={**os.environ, **ALONE, **dated},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True)
class Clone:
    """A repository of an officer's."""

    folder: Path

    def edit(self, file: str, *changes: tuple[str, str]) -> None:
        """Replace texts that are there."""
        path = self.folder / file
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")

    def cut(self, file: str, first: str, beyond: str) -> None:
        """Take out what stands from one text to another."""
        text = (self.folder / file).read_text("utf-8")
        start = text.index(first)
        end = text.index(beyond, start) if beyond else len(text)
        (self.folder / file).write_text(text[:start] + text[end:], "utf-8")

    def commit(self, *, day: str = "2026-11-20") -> str:
        """Commit everything; gives the commit."""
        git(self.folder, "add", "--all", day=day)
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", "แก้ข้อมูล", day=day)
        return git(self.folder, "rev-parse", "HEAD").strip()

    def ita_site(self, *arguments: str) -> Run:
        """Run a command of ours in it."""
        return Run(*everything_said(self.folder, *arguments, **environment(**ALONE)))

    def diff(self, *arguments: str) -> str:
        """What changed since the last commit."""
        return self.ita_site("diff", "HEAD", *arguments).succeeded().log


def clone(folder: Path, data: str = "data") -> Clone:
    """A project with some data folder, all of it in one commit."""
    copy_project(folder, data)
    (folder / ".gitignore").write_text("ita_site\nsite/\n", "utf-8")
    git(folder, "init", "--quiet")
    made = Clone(folder)
    made.commit(day="2026-11-18")
    return made
