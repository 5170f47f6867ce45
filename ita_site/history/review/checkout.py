"""What is compared: each side a folder, or a commit whose folder is put into a temporary place."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_site.facts.git.command import root_of
from ita_site.facts.git.commits import resolve
from ita_site.facts.git.objects import objects
from ita_site.facts.problems import ItaSiteError
from ita_site.history.review.state import state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.thai.calendar import BEDate
    from ita_site.history.review.state import State

BEFORE, AFTER = "ข้อมูลเดิม", "ข้อมูลใหม่"


class NoSideError(ItaSiteError):
    """What should be compared is not there; the text says what."""


def states(
    base: str, head: str | None, data: Path, content: Path, day: BEDate
) -> tuple[State, State]:
    """Both sides, as seen on one day.

    `base` and `head` are each a data folder or a commit; without `head` it is the data folder
    as it is now. A commit's hand-written pages are read as well, for evidence lies with them.

    Raises:
        NoSideError, GitError: when one of them is neither.
    """
    with ExitStack() as opened:
        old = opened.enter_context(_side(base, data, content))
        new = opened.enter_context(_side(head or str(data), data, content))
        called = data.as_posix()
        return (
            state_of(*old, day, BEFORE, called),
            state_of(*new, day, AFTER, called),
        )


def _within(folder: Path, root: Path) -> str | None:
    """A folder's path in the repository, empty for its root; None when it lies outside."""
    inside = folder.resolve().is_relative_to(root.resolve())
    path = folder.resolve().relative_to(root.resolve()).as_posix() if inside else None
    return "" if path == "." else path


@contextmanager
def _side(name: str, data: Path, content: Path) -> Iterator[tuple[Path, Path | None]]:
    if Path(name).is_dir():
        yield Path(name), content if content.is_dir() else None
        return
    nearest = next(folder for folder in (data, *data.parents, Path()) if folder.is_dir())
    if (root := root_of(nearest)) is None:
        message = f"“{name}” ไม่ใช่โฟลเดอร์ และข้อมูลนี้ไม่ได้อยู่ใน git"
        raise NoSideError(message)
    with TemporaryDirectory(prefix="ita-") as temporary, objects(root) as repository:
        commit = resolve(root, name)
        folders = []
        for folder, target in ((data, "data"), (content, "content")):
            path = _within(folder, root)
            there = None if path is None else repository.folder_at(commit, path)
            if there:
                repository.write(there, Path(temporary, target))
            folders.append(Path(temporary, target) if there else None)
        if folders[0] is None:
            message = f"ไม่มีโฟลเดอร์ {data.as_posix()} ใน {name}"
            raise NoSideError(message)
        yield folders[0], folders[1]
