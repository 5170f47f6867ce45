"""A folder beside the site's in which the next one is built, and the exchange of the two.

Until the exchange nothing touches the site that stands: a build that is killed, runs out of
disk or is refused leaves it whole. What a killed run left is cleared away by the next one; a
lock tells what is still being built, for process numbers mean nothing to another container.
"""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_site.facts.problems import ItaSiteError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MARK = ".ita-build-"
"""How everything of ours is named that lies beside a site or, for a moment, in it."""
LOCK, SITE, LAST = "lock", "site", "last"
_ARRIVING, _NEXT, _COMING, _LEAVING = (
    f"{MARK}{name}" for name in ("arriving", "next", "coming", "leaving")
)
_TRIES = 5
_RENAME_EXCHANGE, _RENAME_SWAP, _HERE = 2, 2, -100


class BuildFolderError(ItaSiteError):
    """The folder cannot be made or exchanged; the text says why. The old site is whole."""


@dataclass
class BuildFolder:
    """Where a site is being built that will stand at `target`.

    `path` is empty at first but for the hidden files of the old site, which MkDocs leaves
    alone, too: somebody put them there.
    """

    target: Path
    path: Path
    _lock: int | None

    def exchange(self, take_over: Callable[[Path], None]) -> None:
        """Put what was built in the place of what stands there, and remove that.

        Before it is removed, `take_over` may take from it what it has a use for.

        Raises:
            BuildFolderError: when that cannot be done; what stood there still does.
        """
        try:
            _exchange(self.path, self.target)
            take_over(self.path)
        except OSError as error:
            message = (
                f"นำเว็บไซต์ที่สร้างเสร็จไปไว้ที่ {self.target} ไม่ได้ ({error.strerror or error}) "
                "เว็บไซต์เดิมยังอยู่ครบ ปิดโปรแกรมที่เปิดโฟลเดอร์นั้นอยู่ ตรวจเนื้อที่ดิสก์และสิทธิ์เขียน แล้วสร้างใหม่"
            )
            raise BuildFolderError(message) from error
        finally:
            self.discard()

    def discard(self) -> None:
        """Remove it and what is in it; what cannot be removed is left to the next run."""
        if self._lock is not None:
            _remove(self.path.parent, self._lock)
            self._lock = None


def open_build_folder(target: Path, *, keep_old: bool = False) -> BuildFolder:
    """Make a folder to build in; with `keep_old` it begins as a copy of what stands.

    A site that a run left half exchanged is made whole first. A `target` that is a symlink
    stays one: what it leads to is exchanged.

    Raises:
        BuildFolderError: when no folder can be made, or the old one not be read.
    """
    target = target.resolve()
    try:
        if target.exists() and not target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), target)
        target.parent.mkdir(parents=True, exist_ok=True)
        for place in (target.parent, target):
            _clear_leftovers(place, target)
        _move_in(target)
        folder, lock = _make_locked(target)
    except OSError as error:
        raise _unbuildable(target, error) from error
    opened = BuildFolder(target, folder / SITE, lock)
    try:
        _begin(opened.path, target, keep_old=keep_old)
    except (OSError, shutil.Error) as error:
        opened.discard()
        raise _unbuildable(target, error) from error
    return opened


def _unbuildable(target: Path, error: OSError) -> BuildFolderError:
    reason = error.strerror or error
    return BuildFolderError(
        f"เตรียมโฟลเดอร์สำหรับสร้างเว็บไซต์ข้าง {target} ไม่ได้ ({reason}) เว็บไซต์เดิมยังอยู่ครบ"
    )


def _begin(path: Path, target: Path, *, keep_old: bool) -> None:
    path.mkdir()
    if not target.is_dir():
        return
    shutil.copymode(target, path)
    for entry in _entries(target):
        if keep_old or entry.name.startswith("."):
            if entry.is_dir() and not entry.is_symlink():
                shutil.copytree(entry, path / entry.name, symlinks=True)
            else:
                shutil.copy2(entry, path / entry.name, follow_symlinks=False)


def _entries(target: Path) -> Iterator[Path]:
    """What is in a site, without what is ours to build it."""
    return (entry for entry in sorted(target.iterdir()) if not entry.name.startswith(MARK))


# --- The folder, and whether somebody is still at work in it


def _make_locked(target: Path) -> tuple[Path, int]:
    """Beside the site; within it where nothing can be made beside it."""
    try:
        return _make(target.parent / f".{target.name}{MARK}")
    except OSError:  # No right to, a file system that is read only, a quota of its own.
        if not target.is_dir():
            raise
        return _make(target / MARK)


def _make(prefix: Path) -> tuple[Path, int]:
    tries = _TRIES
    while True:
        tries -= 1
        folder = prefix.with_name(prefix.name + secrets.token_hex(4))
        folder.mkdir()
        try:
            lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
            with suppress(OSError):  # Where locks are unknown, leftovers stay.
                _try_lock(lock)
            (folder / ".gitignore").write_text("*\n", "utf-8")
        except FileNotFoundError:  # Another run took it for a leftover before it was locked.
            if not tries:
                raise
        else:
            return folder, lock


def _try_lock(lock: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _clear_leftovers(place: Path, target: Path) -> None:
    """Remove what dead runs left for this site, after giving back what they had taken away."""
    name = MARK if place == target else f".{target.name}{MARK}"
    for folder in sorted(place.glob(f"{name}{'[0-9a-f]' * 8}")) if place.is_dir() else ():
        try:
            lock = os.open(folder / LOCK, os.O_RDWR)
        except OSError:
            with suppress(OSError):
                folder.rmdir()
            continue
        try:
            _try_lock(lock)
        except OSError:
            os.close(lock)
            continue
        if (folder / LAST).is_dir() and not target.exists():
            (folder / LAST).rename(target)
        _remove(folder, lock)


def _remove(folder: Path, lock: int) -> None:
    """The lock goes last, so that what is left stays known as ours."""
    for name in (SITE, LAST):
        shutil.rmtree(folder / name, ignore_errors=True)
    if any((folder / name).exists() for name in (SITE, LAST)):
        os.close(lock)
        return
    if sys.platform == "win32":  # which deletes no open file
        os.close(lock)
    shutil.rmtree(folder, ignore_errors=True)
    if sys.platform != "win32":
        os.close(lock)


# --- The exchange


def _exchange(new: Path, target: Path) -> None:
    """At one stroke where the system can; else by two renames, else entry by entry."""
    if target.parent != new.parent.parent:
        _exchange_entries(new, target)
        return
    for _ in range(_TRIES):
        try:
            if not target.exists():
                new.rename(target)
            elif not _swap(new, target):
                _rename_both(new, target)
        except FileExistsError:
            continue  # Another build came first, or left.
        except OSError:
            if not target.is_dir() or not new.is_dir():
                raise
            _exchange_entries(new, target)
        return
    raise FileExistsError(target)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two names at once; False where the system or its file system cannot."""
    names = (os.fsencode(one), os.fsencode(other))
    library: Any = None if sys.platform == "win32" else ctypes.CDLL(None)
    if hasattr(library, "renameat2"):
        return int(library.renameat2(_HERE, names[0], _HERE, names[1], _RENAME_EXCHANGE)) == 0
    if hasattr(library, "renamex_np"):
        return int(library.renamex_np(*names, _RENAME_SWAP)) == 0
    return False


def _rename_both(new: Path, target: Path) -> None:
    """What stood there is kept until the new one does; the next run gives it back otherwise."""
    last = new.parent / LAST
    target.rename(last)
    try:
        new.rename(target)
    except OSError:
        last.rename(target)
        raise


def _exchange_entries(new: Path, target: Path) -> None:
    """For a folder that cannot be renamed: a mount, an open one of Windows."""
    arriving = target / _ARRIVING
    try:
        try:
            new.rename(target / _NEXT)
        except OSError:
            shutil.rmtree(arriving, ignore_errors=True)
            shutil.copytree(new, arriving, symlinks=True)
            arriving.rename(target / _NEXT)
    except OSError:
        shutil.rmtree(arriving, ignore_errors=True)
        raise
    _move_in(target)


def _move_in(target: Path) -> None:
    """Exchange the entries with those that arrived, or end what a killed run began."""
    coming, leaving = target / _COMING, target / _LEAVING
    if (target / _NEXT).is_dir():
        leaving.mkdir(exist_ok=True)
        try:
            for entry in _entries(target):
                entry.rename(leaving / entry.name)
        except OSError:
            for entry in leaving.iterdir():
                entry.rename(target / entry.name)
            shutil.rmtree(target / _NEXT, ignore_errors=True)
            leaving.rmdir()
            raise
        (target / _NEXT).rename(coming)
    if coming.is_dir():
        for entry in sorted(coming.iterdir()):
            entry.rename(target / entry.name)
        coming.rmdir()
    for name in (_ARRIVING, _LEAVING):
        shutil.rmtree(target / name, ignore_errors=True)
