"""A folder's own files: walked without following a link, read without following one.

What a link leads to was reviewed by nobody, and may be anything on the machine that builds.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ita_site.facts.problems import DataError, Problem
from ita_site.facts.thai.invisible import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path
    from typing import BinaryIO

UNSEEN = re.compile(rf"{INVISIBLE.pattern}|[\x00-\x1f\x7f-\x9f\u2028\u2029]")
MOST_DEPTH = 12
"""Folders within folders; a web address is never so deep."""
REPOSITORY = ".git"
NO_FILE = "ไม่ใช่ไฟล์หรือโฟลเดอร์"
WELL_KNOWN = ".well-known"


class Kind(Enum):
    """What stands under a name. A folder that holds a `.git` is another repository's."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    SPECIAL = "special"
    CLOSED = "closed"
    DEEP = "deep"
    REPOSITORY = "repository"


class Entry(NamedTuple):
    """Something that lies in a folder. `name` is its path within that folder, with `/`."""

    path: Path
    name: str
    kind: Kind
    reason: str = ""


def walk(root: Path, apart: Collection[str] = ()) -> Iterator[Entry]:
    """Everything in a folder and the folders within it, by name; but nothing in those `apart`.

    A link, what cannot be read, and what lies too deep is named and not entered. Folders
    whose name begins with a dot, as programs keep them, are not entered either; only
    `.well-known` is published.
    """
    waiting = [Entry(root, "", Kind.FOLDER)]
    while waiting:
        entry = waiting.pop()
        if entry.name:
            yield entry
        if entry.name in apart or not _is_entered(entry):
            continue
        try:
            within = sorted(entry.path.iterdir(), key=lambda path: path.name, reverse=True)
        except OSError as error:
            yield entry._replace(kind=Kind.CLOSED, reason=reason_of(error))
            continue
        waiting += [_entry(path, f"{entry.name}/{path.name}".lstrip("/")) for path in within]


def _is_entered(entry: Entry) -> bool:
    is_folder = entry.kind in (Kind.FOLDER, Kind.REPOSITORY)
    return is_folder and not is_private(entry.name.rpartition("/")[2])


def is_private(name: str) -> bool:
    """Whether a program keeps something under such a name, which nobody publishes."""
    return name.startswith(".") and name != WELL_KNOWN


def _entry(path: Path, name: str) -> Entry:
    try:
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode) and os.path.lexists(path / REPOSITORY):
            return Entry(path, name, Kind.REPOSITORY)
    except OSError as error:
        return Entry(path, name, Kind.CLOSED, reason_of(error))
    if stat.S_ISDIR(mode):
        return Entry(path, name, Kind.DEEP if name.count("/") >= MOST_DEPTH else Kind.FOLDER)
    plain = Kind.FILE if stat.S_ISREG(mode) else Kind.SPECIAL
    return Entry(path, name, Kind.LINK if stat.S_ISLNK(mode) else plain)


def files_below(folder: Path) -> Iterator[tuple[str, int]]:
    """All that is no folder below one, hidden or not: its path there, POSIX, and its inode.

    One by one in the order of paths, and as texts, for a portal's site has hundreds of thousands.
    A link is itself, wherever it leads.
    """
    yield from _below(os.fspath(folder), "")


def _below(folder: str, above: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        within = sorted((_as_in_path(entry), entry.inode()) for entry in entries)
    for name, inode in within:
        if name.endswith("/"):
            yield from _below(f"{folder}/{name}", f"{above}{name}")
        else:
            yield f"{above}{name}", inode


def _as_in_path(entry: os.DirEntry[str]) -> str:
    return f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name


def is_linked(path: Path) -> bool:
    """Whether the name itself is a link's, wherever that leads."""
    return path.is_symlink()


def is_taken(path: Path) -> bool:
    """Whether anything has this name, were it a link to nowhere."""
    return os.path.lexists(path)


def is_plain_folder(path: Path) -> bool:
    """Whether it is a folder, and not a link to one."""
    return path.is_dir() and not path.is_symlink()


def is_plain_file(root: Path, name: str) -> bool:
    """Whether a path within a folder is an ordinary file that no link leads to."""
    path = root / name
    above = list(path.parents)[: name.count("/")]
    return path.is_file() and not any(map(is_linked, (path, *above)))


def open_plain(path: Path) -> BinaryIO:
    """An ordinary file, to be read.

    Raises:
        OSError: ELOOP for a link, EINVAL for what is no ordinary file, or what the disk says.
    """
    return open(path, "rb", opener=lambda _, flags: _open_descriptor(path, flags))


def _open_descriptor(path: Path, flags: int) -> int:
    """Neither follows a link nor waits for whoever should fill a pipe."""
    quiet = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | quiet)
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return handle
    os.close(handle)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def read_plain(path: Path) -> bytes:
    """The bytes of an ordinary file.

    Raises:
        OSError: see `open_plain`.
    """
    with open_plain(path) as file:
        return file.read()


def readable(name: str) -> str:
    """A name as it can be printed: what is no UTF-8, or not seen, stands by its number."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return UNSEEN.sub(lambda found: f"U+{ord(found[0]):04X}", text)


def reason_of(error: OSError) -> str:
    """What the system says, without the path."""
    return error.strerror or type(error).__name__


def entry_problems(entry: Entry, file: str) -> Iterator[Problem]:
    """What is wrong with an entry whatever it holds; `file` is what an officer calls it."""
    details = {"value": file, "most": str(MOST_DEPTH), "reason": entry.reason or NO_FILE}
    codes = {
        Kind.LINK: "ITA128",
        Kind.SPECIAL: "ITA129",
        Kind.CLOSED: "ITA129",
        Kind.DEEP: "ITA522",
        Kind.REPOSITORY: "ITA537",
    }
    if code := codes.get(entry.kind):
        yield Problem(file, 1, 1, code, "", details)


def links_within(folder: Path) -> tuple[Problem, ...]:
    """Every link in a folder that others copy from, and whatever else is no file or folder.

    A link would bring in what it leads to. A folder that is not there holds none.
    """
    if not is_taken(folder):
        return ()
    entries = [Entry(folder, "", Kind.LINK)] if is_linked(folder) else list(walk(folder))
    files = ((readable(f"{folder.name}/{entry.name}".rstrip("/")), entry) for entry in entries)
    problems = (problem for name, entry in files for problem in entry_problems(entry, name))
    return tuple(problem for problem in problems if problem.is_error)


def refuse_links(folder: Path) -> None:
    """Hold such a folder to plain files.

    Raises:
        DataError: with everything that is none.
    """
    if problems := links_within(folder):
        raise DataError(problems)
