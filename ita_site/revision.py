"""Which commit a folder is at, as git says."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, its moment in seconds since 1970, and whether the files differ from it."""

    commit: str
    epoch: int
    changed: bool


def revision(folder: Path) -> Revision | None:
    """The commit a folder's repository is at; None without a repository, a commit or git.

    A shallow clone knows as much as a full one.
    """
    head = _git(folder, "show", "--no-patch", "--no-show-signature", "--format=%H %ct", "HEAD")
    status = _git(folder, "status", "--porcelain")
    if not head or status is None:
        return None
    commit, epoch = head.split()
    return Revision(commit, int(epoch), bool(status))


def _git(folder: Path, *arguments: str) -> str | None:
    command = ["git", "--no-optional-locks", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
