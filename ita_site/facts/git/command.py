"""Running git, and what it says when it will not."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ita_site.facts.problems import ItaSiteError

QUIET = ("--no-optional-locks", "--no-replace-objects", "-c", "core.quotePath=false")
NO_REPOSITORY = "not a git repository"
ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What a hook of git sets, which would lead to its repository instead of the folder's."""


class GitError(ItaSiteError):
    """Git refused; its text says why."""


class NoGitError(GitError):
    """There is no git on this machine."""


def environment() -> dict[str, str]:
    """The environment in which git speaks English and looks where it is told to."""
    return {name: value for name, value in os.environ.items() if name not in ELSEWHERE} | {
        "LC_ALL": "C.UTF-8"
    }


def git(folder: Path, *arguments: str) -> str:
    """What git prints when run in a folder.

    Raises:
        NoGitError: when there is no git.
        GitError: with git's own words.
    """
    command = ["git", *QUIET, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment())
    except OSError as error:
        message = "ไม่พบโปรแกรม git ในเครื่องนี้"
        raise NoGitError(message) from error
    if done.returncode:
        stderr = done.stderr.decode("utf-8", "replace").strip()
        raise GitError(stderr.removeprefix("fatal: ") or f"git {arguments[0]}")
    return done.stdout.decode("utf-8", "surrogateescape")


def root_of(folder: Path) -> Path | None:
    """The top folder of the repository that holds a folder; None without one, or without git.

    Raises:
        GitError: when there is one that git will not read, as when it is somebody else's.
    """
    if not folder.is_dir():
        return None
    try:
        return Path(git(folder, "rev-parse", "--show-toplevel").removesuffix("\n"))
    except NoGitError:
        return None
    except GitError as error:
        if NO_REPOSITORY in str(error):
            return None
        raise
