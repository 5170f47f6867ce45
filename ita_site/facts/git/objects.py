"""A repository's folders and files by their identity, each read once through one process."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from ita_site.facts.git.command import QUIET, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FOLDER = "40000"
FILES = ("100644", "100755", "100664")
"""Modes of what is read; links and other repositories' places are not."""
LINK, REPOSITORY = "120000", "160000"
NOWHERE = "/dev/null/a-link-of-a-commit"
"""What a link leads to once it is laid out: where it led is never asked."""
LEADING_OUT = ("", ".", "..", ".git")
"""Names no honest folder holds: written to a disk they would lead out of it."""


class Entry(NamedTuple):
    """What a name in a folder stands for."""

    identity: str
    is_folder: bool
    mode: str = ""


@dataclass(slots=True)
class Objects:
    """Answers what lies at a commit. Nothing it reads is ever run or followed."""

    _out: IO[bytes]
    _in: IO[bytes]
    _folders: dict[str, dict[str, Entry]] = field(default_factory=dict)

    def folder_at(self, commit: str, path: str) -> str | None:
        """The identity of a folder (POSIX path below the root, empty for the root) at a commit."""
        kind, identity, _ = self._ask(f"{commit}:{path}" if path else f"{commit}^{{tree}}")
        return identity if kind == "tree" else None

    def is_no_folder(self, commit: str, path: str) -> bool:
        """Whether something else stands under a folder's name at a commit, such as a link."""
        return self._ask(f"{commit}:{path}")[0] not in ("", "tree", "missing")

    def entries(self, folder: str) -> Mapping[str, Entry]:
        """What lies in a folder, by name; links are left out."""
        every = self._every(folder)
        return {name: entry for name, entry in every.items() if _is_read(entry)}

    def _every(self, folder: str) -> Mapping[str, Entry]:
        if folder not in self._folders:
            _, _, content = self._ask(folder)
            self._folders[folder] = dict(_entries(content, len(folder) // 2))
        return self._folders[folder]

    def files(self, folder: str, below: str = "") -> Iterator[tuple[str, str]]:
        """Path and identity of every file in a folder and those within it."""
        for name, entry in sorted(self.entries(folder).items()):
            if entry.is_folder:
                yield from self.files(entry.identity, f"{below}{name}/")
            else:
                yield f"{below}{name}", entry.identity

    def content(self, identity: str) -> bytes:
        """A file's bytes."""
        return self._ask(identity)[2]

    def write(self, folder: str, target: Path) -> None:
        """Put everything in a folder of the repository into one on disk.

        A link stands there as a link to nowhere, another repository as an empty one, so that
        who reads the folder says so.
        """
        target.mkdir(parents=True, exist_ok=True)
        for name, entry in sorted(self._every(folder).items()):
            path = target / name
            if entry.is_folder:
                self.write(entry.identity, path)
            elif entry.mode == LINK:
                path.symlink_to(NOWHERE)
            elif entry.mode == REPOSITORY:
                path.mkdir()
                (path / ".git").touch()
            else:
                path.write_bytes(self.content(entry.identity))

    def _ask(self, name: str) -> tuple[str, str, bytes]:
        """Kind, identity and content of an object; empty texts for one that is not there."""
        self._in.write(name.encode("utf-8", "surrogateescape") + b"\n")
        self._in.flush()
        head = self._out.readline().decode("utf-8", "surrogateescape").split()
        if len(head) != 3 or not head[2].isdigit():  # noqa: PLR2004 - identity, kind, size
            return "", "", b""
        content = self._out.read(int(head[2]))
        self._out.read(1)
        return head[1], head[0], content


def _entries(content: bytes, width: int) -> Iterator[tuple[str, Entry]]:
    """Git's own form of a folder: mode, space, name, NUL, identity in `width` bytes."""
    while content:
        head, _, rest = content.partition(b"\0")
        mode, _, name = head.decode("utf-8", "surrogateescape").partition(" ")
        identity, content = rest[:width].hex(), rest[width:]
        if name not in LEADING_OUT and "/" not in name:
            yield name, Entry(identity, mode == FOLDER, mode)


def _is_read(entry: Entry) -> bool:
    return entry.is_folder or entry.mode in FILES


@contextmanager
def objects(root: Path) -> Iterator[Objects]:
    """Open a repository for reading."""
    command = ["git", *QUIET, "-C", str(root), "cat-file", "--batch"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment()) as process:
        yield Objects(cast("IO[bytes]", process.stdout), cast("IO[bytes]", process.stdin))
