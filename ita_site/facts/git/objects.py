"""A repository's folders and files by their identity, each read once through one process."""

from __future__ import annotations

import stat
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from ita_site.facts.git.command import QUIET, GitError, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

FOLDER, FILE, PROGRAM, LINK, REPOSITORY = "40000", "100644", "100755", "120000", "160000"
"""Modes of what a name stands for. Links and other repositories' places are not read."""
NOWHERE = "/dev/null/a-link-of-a-commit"
"""What a link leads to once it is laid out: where it led is never asked."""
LEADING_OUT = ("", ".", "..", ".git")
"""Names no honest folder holds: written to a disk they would lead out of it."""
SHOWN = 80
"""Letters of a path that are told."""
DEEPEST = 64
"""Folders within folders; beyond it and the bounds no folder is of facts: one that holds itself
many times over is small in git."""


class Bounds(NamedTuple):
    """How many files of a repository are read, and how many bytes of all or of one."""

    files: int = 100_000
    bytes: int = 4_000_000_000


WIDE = Bounds()


class Entry(NamedTuple):
    """What a name in a folder stands for."""

    identity: str
    mode: str

    @property
    def is_folder(self) -> bool:
        """Whether others lie within."""
        return self.mode == FOLDER


@dataclass(slots=True)
class Objects:
    """Answers what lies at a commit. Nothing it reads is ever run or followed."""

    _out: IO[bytes]
    _in: IO[bytes]
    _bounds: Bounds
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

    def files(self, folder: str) -> Iterator[tuple[str, str]]:
        """Path and identity of every file in a folder and those within it.

        Raises:
            GitError: when there is no end to them.
        """
        walk = self._bounded(self._walk(folder, "", DEEPEST))
        yield from ((path, entry.identity) for path, entry in walk if _is_read(entry))

    def _walk(self, folder: str, below: str, deepest: int) -> Iterator[tuple[str, Entry]]:
        if not deepest:
            message = f"โฟลเดอร์ใน git ซ้อนกันลึกกว่า {DEEPEST} ชั้น"
            raise GitError(message)
        for name, entry in sorted(self._every(folder).items()):
            if entry.is_folder:
                yield from self._walk(entry.identity, f"{below}{name}/", deepest - 1)
            else:
                yield f"{below}{name}", entry

    def content(self, identity: str) -> bytes:
        """A file's bytes.

        Raises:
            GitError: when this copy of the repository lacks it.
        """
        kind, _, content = self._ask(identity)
        if not kind:
            message = f"สำเนานี้ของ git ไม่มีไฟล์ {identity}"
            raise GitError(message)
        return content

    def write(
        self, folder: str, target: Path, wanted: Callable[[str], bool] = lambda _: True
    ) -> None:
        """Put everything in a folder of the repository into one on disk.

        Of the files only those that are wanted by their path. A link stands there as a link to
        nowhere, another repository as an empty one, so that who reads the folder says so.

        Raises:
            GitError: when there is no end to it, or the disk cannot hold such a name.
        """
        left = self._bounds.bytes
        path = ""
        try:
            target.mkdir(parents=True, exist_ok=True)
            for path, entry in self._bounded(self._walk(folder, "", DEEPEST)):
                if entry.mode in (FILE, PROGRAM) and not wanted(path):
                    continue
                left -= self._put(entry, target / path)
                if left < 0:
                    message = f"โฟลเดอร์ใน git ใหญ่กว่า {self._bounds.bytes} ไบต์"
                    raise GitError(message)
        except OSError as error:
            message = f"วางไฟล์จาก git ลงเครื่องไม่ได้: {path[:SHOWN]!r} ({error.strerror})"
            raise GitError(message) from error

    def _put(self, entry: Entry, file: Path) -> int:
        """Lay out one entry; how many bytes it has."""
        file.parent.mkdir(parents=True, exist_ok=True)
        if entry.mode == LINK:
            file.symlink_to(NOWHERE)
        elif entry.mode == REPOSITORY:
            file.mkdir()
            (file / ".git").touch()
        else:
            content = self.content(entry.identity)
            file.write_bytes(content)
            return len(content)
        return 0

    def _bounded(self, entries: Iterator[tuple[str, Entry]]) -> Iterator[tuple[str, Entry]]:
        for count, entry in enumerate(entries):
            if count == self._bounds.files:
                message = f"โฟลเดอร์ใน git มีไฟล์มากกว่า {self._bounds.files} ไฟล์"
                raise GitError(message)
            yield entry

    def _ask(self, name: str) -> tuple[str, str, bytes]:
        """Kind, identity and content of an object; empty texts for one that is not there."""
        self._in.write(name.encode("utf-8", "surrogateescape") + b"\n")
        self._in.flush()
        head = self._out.readline().decode("utf-8", "surrogateescape").split()
        if len(head) != 3 or not head[2].isdigit():  # noqa: PLR2004 - identity, kind, size
            return "", "", b""
        if int(head[2]) > self._bounds.bytes:  # whatever comes after it is not read either
            message = f"ไฟล์ใน git ใหญ่กว่า {self._bounds.bytes} ไบต์: {name[:SHOWN]!r}"
            raise GitError(message)
        content = self._out.read(int(head[2]))
        self._out.read(1)
        return head[1], head[0], content


def _entries(content: bytes, width: int) -> Iterator[tuple[str, Entry]]:
    """Git's own form of a folder: mode, space, name, NUL, identity in `width` bytes.

    Who makes such a folder by hand can write anything into it: names that lead out, the same
    name twice, of which one program sees the first and another the last.

    Raises:
        GitError: when it is no folder that git itself would have made.
    """
    before, names = b"", set[bytes]()
    while content:
        head, _, rest = content.partition(b"\0")
        mode, _, name = head.partition(b" ")
        identity, content = rest[:width].hex(), rest[width:]
        entry = Entry(identity, _canonical(mode))
        place = name + b"/" * entry.is_folder
        if place <= before or name in names:
            message = f"โฟลเดอร์ใน git มีชื่อซ้ำหรือไม่เรียงลำดับ: {name[:SHOWN]!r}"
            raise GitError(message)
        before = place
        names.add(name)
        text = name.decode("utf-8", "surrogateescape")
        if text in LEADING_OUT or "/" in text or "\\" in text:
            message = f"ชื่อใน git ชี้ออกนอกโฟลเดอร์: {text!r}"
            raise GitError(message)
        yield text, entry


def _canonical(mode: bytes) -> str:
    """A mode as git takes it: by its kind, whatever rights are written beside."""
    try:
        number = int(mode, 8)
    except ValueError:
        number = 0
    if stat.S_ISREG(number):
        return PROGRAM if number & stat.S_IXUSR else FILE
    kinds = ((stat.S_ISLNK, LINK), (stat.S_ISDIR, FOLDER))
    return next((kind for is_kind, kind in kinds if is_kind(number)), REPOSITORY)


def _is_read(entry: Entry) -> bool:
    return entry.mode in (FOLDER, FILE, PROGRAM)


@contextmanager
def objects(root: Path, bounds: Bounds = WIDE) -> Iterator[Objects]:
    """Open a repository for reading."""
    command = ["git", *QUIET, "-C", str(root), "cat-file", "--batch"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment()) as process:
        pipes = cast("IO[bytes]", process.stdout), cast("IO[bytes]", process.stdin)
        yield Objects(*pipes, bounds)
