"""Every file of a repository that differs between two states, links and submodules too."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_site.facts.git.command import git
from ita_site.facts.git.objects import objects
from ita_site.facts.model.labelled import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_site.facts.git.objects import Objects

NOTHING = "000000"
RAW = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv")
"""Names, modes and identities alone; no program that the repository names is run for it."""


class FileType(Labelled):
    """What a name of a repository stands for."""

    FILE = "file", "ไฟล์"
    PROGRAM = "program", "ไฟล์ที่สั่งให้ทำงานได้"
    LINK = "link", "ลิงก์ไปที่อื่นในเครื่อง (symlink)"
    SUBMODULE = "submodule", "ที่เก็บอื่น (submodule)"


TYPE_BY_MODE = {
    "100644": FileType.FILE,
    "100664": FileType.FILE,
    "100755": FileType.PROGRAM,
    "120000": FileType.LINK,
    "160000": FileType.SUBMODULE,
}


@dataclass(frozen=True, slots=True)
class FileState:
    """A file at one moment; of a link `content` is where it leads, of a submodule its commit."""

    type: FileType
    content: bytes


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after, by its path below the repository's root; None: not there."""

    path: str
    old: FileState | None
    new: FileState | None


def changed_files(root: Path, base: str, head: str | None) -> tuple[FileChange, ...]:
    """What differs between two commits; without `head`, between one and the files as they are.

    Files that git ignores do not count; new ones that it does not know yet do.

    Raises:
        GitError: when git refuses.
    """
    states = [base] if head is None else [base, head]
    raw = git(root, "diff", *RAW, "--ignore-submodules=dirty", *states, "--")
    with objects(root) as repository:
        told = [*_from_raw(raw, repository, root, is_tree=head is None)]
    if head is None:
        names = git(root, "ls-files", "-z", "--others", "--exclude-standard").split("\0")
        known = {change.path for change in told}
        new = (name for name in names if name and name not in known)
        told += [FileChange(name, None, _on_disk(root, name)) for name in new]
    return tuple(sorted(told, key=lambda change: change.path))


def _from_raw(raw: str, repository: Objects, root: Path, *, is_tree: bool) -> Iterator[FileChange]:
    parts = iter(raw.split("\0"))
    for head, path in zip(parts, parts, strict=False):
        old_mode, new_mode, old, new, _ = head.removeprefix(":").split(" ")
        before = _state(old_mode, old, repository)
        after = _on_disk(root, path) if is_tree else _state(new_mode, new, repository)
        if before != after:
            yield FileChange(path, before, after)


def _state(mode: str, identity: str, repository: Objects) -> FileState | None:
    if mode == NOTHING:
        return None
    kind = TYPE_BY_MODE.get(mode, FileType.FILE)
    is_submodule = kind is FileType.SUBMODULE
    return FileState(kind, identity.encode() if is_submodule else repository.content(identity))


def _on_disk(root: Path, path: str) -> FileState | None:
    """As it lies in the folder; a link is not followed."""
    file = root / path
    try:
        mode = file.lstat().st_mode
        if stat.S_ISLNK(mode):
            return FileState(FileType.LINK, os.fsencode(file.readlink()))
        if stat.S_ISDIR(mode):
            return FileState(FileType.SUBMODULE, b"")
        kind = FileType.PROGRAM if mode & stat.S_IXUSR else FileType.FILE
        return FileState(kind, file.read_bytes())
    except OSError:
        return None


def file_at(root: Path, commit: str | None, path: str) -> bytes:
    """A file's bytes at a commit, without one as it lies in the folder; empty when not there."""
    if commit is None:
        state = _on_disk(root, path)
        return state.content if state else b""
    folder, _, name = path.rpartition("/")
    with objects(root) as repository:
        tree = repository.folder_at(commit, folder)
        entry = repository.entries(tree).get(name) if tree else None
        return b"" if entry is None or entry.is_folder else repository.content(entry.identity)
