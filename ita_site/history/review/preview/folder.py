"""The folder that a preview is written to: its own, or an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.facts.problems import ItaSiteError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "index.html"
NOT_EMPTY = "โฟลเดอร์ {folder} มีไฟล์อื่นอยู่ เลือกโฟลเดอร์ใหม่หรือโฟลเดอร์ว่างสำหรับภาพก่อนและหลัง"


class PreviewError(ItaSiteError):
    """The folder cannot be written to; the text says why."""


def make_room(folder: Path) -> None:
    """See that a preview can be written to a folder, before anything is built for it.

    Raises:
        PreviewError: when it holds other files, or cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(entry.name != NAME for entry in folder.iterdir()):
            raise PreviewError(NOT_EMPTY.format(folder=folder))
    except OSError as error:
        raise _not_written(folder, error) from error


def write_page(folder: Path, text: str) -> None:
    """Write the preview.

    Raises:
        PreviewError: when the disk refuses.
    """
    try:
        (folder / NAME).write_text(text, "utf-8")
    except OSError as error:
        raise _not_written(folder, error) from error


def _not_written(folder: Path, error: OSError) -> PreviewError:
    return PreviewError(f"เขียน {folder / NAME} ไม่ได้ ({error.strerror or error})")
