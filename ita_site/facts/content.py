"""The content folder: which files there are, how large, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.facts.content.hidden import hidden_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_site.facts.content.hidden import Hidden

TEXTS = frozenset({".md", ".html", ".htm", ".txt", ".csv", ".json", ".yml", ".yaml"})
MOST_TEXT = 1_000_000
"""Bytes up to which a text is looked through; a page is never so long."""


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file that will be published.

    `name` is the file as an officer knows it, `size` in bytes; `text` is empty where it
    holds none.
    """

    name: str
    size: int
    hidden: Hidden
    text: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The files by their path within the folder, as evidence names them."""

    files: Mapping[str, ContentFile] = field(default_factory=dict)


def read_content(folder: Path) -> Content:
    """Look at every file but those beginning with a dot, which no generator publishes."""
    return Content({path.relative_to(folder).as_posix(): _look(path) for path in _files(folder)})


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in parts):
            yield path


def _look(path: Path) -> ContentFile:
    size = path.stat().st_size
    is_text = path.suffix.lower() in TEXTS and size <= MOST_TEXT
    text = path.read_bytes().decode("utf-8", errors="replace") if is_text else ""
    return ContentFile(path.as_posix(), size, hidden_in(path), text)
