"""Each file that `init` wrote: as it was written, as the agency has it, as this version writes it.

A change of the agency's is never lost: where both sides changed the same lines the file stays
as it is, and what this version would change is shown.
"""

from __future__ import annotations

import difflib
import tempfile
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.facts.git.command import GitError, git
from ita_site.office.init.record import with_plain_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ita_site.office.init.record import Record


class Fate(Enum):
    """What becomes of a file."""

    ADDED = "added"
    UPDATED = "updated"
    MERGED = "merged"
    REMOVED = "removed"
    KEPT = "kept"
    """As the agency has it, although this version has something new in it."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """What becomes of one file, and what there is to see of it.

    `content` is what is to be written; None where nothing is. `new` is what this version
    writes by itself, empty where it writes no such file.
    """

    path: str
    fate: Fate
    content: bytes | None = None
    new: bytes = b""
    difference: str = ""


def plan_changes(folder: Path, record: Record, new: Mapping[str, bytes]) -> list[FileChange]:
    """What becomes of each file of the record and of this version; unchanged ones are left out."""
    paths = dict.fromkeys([*new, *record.files])
    found = (_plan(folder, record, path, new.get(path)) for path in paths)
    return [change for change in found if change]


def next_record(record: Record, new: Mapping[str, bytes], changes: Iterable[FileChange]) -> Record:
    """The record once the changes are made.

    A kept file keeps the note of what it was made from, so that it is looked at again.
    """
    kept = {change.path for change in changes if change.fate is Fate.KEPT}
    files = {path: content.decode() for path, content in new.items() if path not in kept}
    files |= {path: text for path, text in record.files.items() if path in kept}
    return type(record)(record.answers, files)


def _plan(folder: Path, record: Record, path: str, new: bytes | None) -> FileChange | None:
    file, noted = folder / path, record.files.get(path)
    if not file.is_file():
        return FileChange(path, Fate.ADDED, new, new) if new is not None and not noted else None
    mine, base = file.read_bytes(), None if noted is None else noted.encode()
    plain = with_plain_ends(mine)
    if new is None:
        return _plan_removal(path, is_as_written=plain == base)
    if new in (base, plain):
        return None
    if plain == base:
        return FileChange(path, Fate.UPDATED, _ended_like(mine, new), new)
    return _merge(path, mine, base, new)


def _plan_removal(path: str, *, is_as_written: bool) -> FileChange:
    return FileChange(path, Fate.REMOVED if is_as_written else Fate.KEPT)


def _merge(path: str, mine: bytes, base: bytes | None, new: bytes) -> FileChange:
    plain = with_plain_ends(mine)
    merged = None if base is None else _merge_texts(plain, base, new)
    if merged is None:
        return FileChange(path, Fate.KEPT, None, new, _difference(path, base or plain, new))
    if merged == plain:
        return FileChange(path, Fate.MERGED, None, new)
    difference = _difference(path, plain, merged)
    return FileChange(path, Fate.MERGED, _ended_like(mine, merged), new, difference)


def _merge_texts(mine: bytes, base: bytes, new: bytes) -> bytes | None:
    """Both sides' changes in one text; None where they are about the same lines."""
    with tempfile.TemporaryDirectory() as made:
        names = ("mine", "base", "new")
        for name, content in zip(names, (mine, base, new), strict=True):
            (Path(made) / name).write_bytes(content)
        try:
            merged = git(Path(made), "merge-file", "-p", *names)
        except GitError:
            return None
    return merged.encode("utf-8", "surrogateescape")


def _ended_like(mine: bytes, text: bytes) -> bytes:
    return text.replace(b"\n", b"\r\n") if b"\r\n" in mine else text


def _difference(path: str, old: bytes, new: bytes) -> str:
    before, after = (content.decode("utf-8", "replace").splitlines() for content in (old, new))
    return "\n".join(difflib.unified_diff(before, after, path, path, lineterm=""))
