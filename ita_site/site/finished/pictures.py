"""Pictures on pages: their size is known before they come, and they come when they are near."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from PIL import Image, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

_PICTURE: Final = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_SOURCE: Final = re.compile(r"""\ssrc=["']?([^"'\s<>?#]+)""", re.IGNORECASE)
_SIZE: Final = re.compile(r"\s(?:width|height)=", re.IGNORECASE)
_LOADING: Final = re.compile(r"\sloading=", re.IGNORECASE)


def with_sizes(html: str, folder: Path, root: Path) -> str:
    """A page in `folder` of a site at `root`, with what its pictures did not say themselves.

    A picture that is no file of the site, or of no kind that has a size, gets none.
    """
    return _PICTURE.sub(lambda found: _told(found[0], folder, root), html)


def _told(tag: str, folder: Path, root: Path) -> str:
    source = _SOURCE.search(tag)
    size = _size(source[1], folder, root) if source and not _SIZE.search(tag) else ""
    lazy = "" if _LOADING.search(tag) else ' loading="lazy"'
    return f"{tag[:4]}{size}{lazy}{tag[4:]}"


def _size(source: str, folder: Path, root: Path) -> str:
    path = unquote(source)
    file = root / path.lstrip("/") if path.startswith("/") else folder / path
    if not file.is_file() or not file.resolve().is_relative_to(root.resolve()):
        return ""
    try:
        with Image.open(file) as picture:
            return f' width="{picture.width}" height="{picture.height}"'
    except (UnidentifiedImageError, OSError):
        return ""
