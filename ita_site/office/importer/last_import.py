"""What the last import of a document wrote, so that the same document may be read otherwise.

A first import, and a plan mended after it: while nobody has touched the files since, they are as
good as the import's own, and are made anew from what was there before it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_RECORD: Final = ".cache/ita-site-import.json"
"""Beside the data folder; git has been told to look past `.cache/`."""


@dataclass(frozen=True, slots=True)
class LastImport:
    """The files that an import wrote, each with its bytes before; None where there was none."""

    before: Mapping[Path, bytes | None]


def find_last(folder: Path, document: Path, year: int) -> LastImport | None:
    """The last import into a folder, if it was of this very document and year and still stands.

    None where another document was imported since, or any of its files is another now.
    """
    record = _read_record(folder)
    if (record.get("document"), record.get("year")) != (_sum(document.read_bytes()), year):
        return None
    files = {folder.parent / name: told for name, told in record["files"].items()}
    stands = all(
        path.resolve().is_relative_to(folder.parent.resolve())  # whoever wrote the record
        and path.is_file()
        and _sum(path.read_bytes()) == told["after"]
        for path, told in files.items()
    )
    if not files or not stands:
        return None
    texts = {path: told["before"] for path, told in files.items()}
    return LastImport(
        {path: None if text is None else text.encode("utf-8") for path, text in texts.items()}
    )


def remember(
    folder: Path, document: Path, year: int, written: Mapping[Path, tuple[bytes | None, bytes]]
) -> None:
    """Write down what an import wrote: each file's bytes before and after."""
    files = {
        path.relative_to(folder.parent).as_posix(): {
            "before": None if before is None else before.decode("utf-8"),
            "after": _sum(after),
        }
        for path, (before, after) in written.items()
        if before != after
    }
    record = {"document": _sum(document.read_bytes()), "year": year, "files": files}
    path = folder.parent / _RECORD
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")


def forget(folder: Path) -> None:
    """What was imported last is no longer to be made anew."""
    (folder.parent / _RECORD).unlink(missing_ok=True)


def _read_record(folder: Path) -> dict[str, Any]:
    try:
        record = json.loads((folder.parent / _RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    is_ours = isinstance(record, dict) and isinstance(record.get("files"), dict)
    return record if is_ours else {}


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()
