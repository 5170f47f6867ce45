"""The commit a folder is at, and those that changed it, newest first, across its renames."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.git.command import GitError, git, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that changed a folder: when it came (seconds since 1970), and where that lay.

    `before` is the commit it followed, empty for the first of all and for one whose
    predecessor this copy does not have; `path_before` is where the folder lay there.
    """

    identity: str
    epoch: int
    path: str
    before: str
    path_before: str


def is_shallow(root: Path) -> bool:
    """Whether the copy lacks the beginning of its history."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def head(root: Path) -> str | None:
    """The commit the copy is at; None where there is none yet."""
    try:
        return resolve(root, "HEAD")
    except GitError:
        return None


def resolve(root: Path, revision: str) -> str:
    """The commit that a name stands for.

    Raises:
        GitError: when it stands for none.
    """
    arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options")
    try:
        return git(root, *arguments, f"{revision}^{{commit}}").strip()
    except GitError as error:
        shallow = " (สำเนานี้มีประวัติไม่ครบ: git fetch --unshallow)" if is_shallow(root) else ""
        message = f"ไม่มีรุ่นชื่อ “{revision}” ในประวัติของ git{shallow}"
        raise GitError(message) from error


def folder_commits(root: Path, commit: str, path: str) -> Iterator[Commit]:
    """The commits that changed a folder, newest first.

    Only the line of what was published is followed: a merge counts as one commit, and not
    what was tried on the way to it.
    """
    arguments = ("log", "--first-parent", "--no-show-signature", "--format=%H %ct %P")
    within = ("--", f":(top,literal){path}") if path else ()
    lines = git(root, *arguments, commit, *within).splitlines()
    missing = _cut_off(root)
    for line in lines:
        identity, epoch, *parents = line.split()
        before = parents[0] if parents and identity not in missing else ""
        if line is lines[-1] and before and (former := _former(root, before, identity, path)):
            yield Commit(identity, int(epoch), path, before, former)
            yield from folder_commits(root, before, former)
        else:
            yield Commit(identity, int(epoch), path, before, path)


def _cut_off(root: Path) -> frozenset[str]:
    """The commits at which a shallow copy begins: their parents are named but not there."""
    file = root / git(root, "rev-parse", "--git-path", "shallow").strip()
    return frozenset(file.read_text("ascii").split()) if file.is_file() else frozenset()


def _former(root: Path, before: str, commit: str, path: str) -> str | None:
    """Where most of a folder's files lay before a commit moved them there; None for nowhere."""
    form = ("-r", "-M", "--diff-filter=R", "--name-status", "-z")
    renames = git(root, "diff-tree", *form, before, commit)
    parts = iter(renames.split("\0"))
    places: Counter[str] = Counter()
    for _, old, new in zip(parts, parts, parts, strict=False):
        below = new.removeprefix(f"{path}/")
        if below != new and old.endswith(f"/{below}"):
            places[old.removesuffix(f"/{below}")] += 1
    return places.most_common(1)[0][0] if places else None


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, its moment in seconds since 1970, and whether the files differ from it."""

    commit: str
    epoch: int
    changed: bool


def changed_files(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """The files at or below some paths of a folder that differ from its last commit.

    Untracked ones count, ignored ones do not. None without a repository or git.
    """
    options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
    try:
        status = git(root, "status", *options, "--", *(f":(literal){path}" for path in paths))
    except GitError:
        return ()
    return tuple(sorted(line[3:] for line in status.split("\0") if line))


def is_tracked(folder: Path) -> bool:
    """Whether git has any file of a folder; not without a repository or git.

    Raises:
        GitError: when there is one that git will not read.
    """
    return bool(root_of(folder) and git(folder, "ls-files", "--", "."))


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
