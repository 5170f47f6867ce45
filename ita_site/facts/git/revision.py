"""Which commit a folder is at, as git says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.git.command import GitError, git

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
    try:
        head = git(folder, "show", "--no-patch", "--no-show-signature", "--format=%H %ct", "HEAD")
        status = git(folder, "status", "--porcelain")
    except GitError:
        return None
    commit, epoch = head.split()
    return Revision(commit, int(epoch), bool(status))
