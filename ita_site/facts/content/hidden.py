"""What a picture or PDF tells without showing it.

Libraries for pictures and PDFs are loaded when there is a file for them: most sites have none.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
GPS, LATITUDE = 0x8825, 2
MOST_BYTES = 100_000_000
REMEMBERED = 10_000


class Hidden(NamedTuple):
    """Where a picture was taken (whether it says so), and whom a PDF names as its author."""

    has_position: bool = False
    author: str = ""


def hidden_in(path: Path) -> Hidden:
    """What a file tells unseen; nothing where it cannot be read. Unchanged files are remembered."""
    suffix, state = path.suffix.lower(), path.stat()
    if state.st_size > MOST_BYTES or (suffix != ".pdf" and suffix not in PICTURES):
        return Hidden()
    return _hidden_in(path, suffix, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=REMEMBERED)
def _hidden_in(path: Path, suffix: str, _changed: int, _size: int) -> Hidden:
    try:
        return (
            Hidden(author=_author(path))
            if suffix == ".pdf"
            else Hidden(_has_position(path, suffix))
        )
    except Exception:  # noqa: BLE001 - files of anybody's making break libraries in any way
        return Hidden()


def _has_position(path: Path, suffix: str) -> bool:
    """Read from the file's head; the picture itself is never unpacked, however large it is."""
    from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: PLC0415

    kinds = {".png": PngImagePlugin.PngImageFile, ".webp": WebPImagePlugin.WebPImageFile}
    with kinds.get(suffix, JpegImagePlugin.JpegImageFile)(path) as picture:
        exif = Image.Exif()
        exif.load(picture.info.get("exif", b""))
        xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
        return LATITUDE in exif.get_ifd(GPS) or "GPSLatitude" in str(xmp)


def _author(path: Path) -> str:
    from pypdf import PdfReader  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is odd in it is not our question
    with PdfReader(path) as reader:
        if reader.is_encrypted:
            reader.decrypt("")
        named = [(reader.metadata.author if reader.metadata else None) or ""]
        packet = reader.xmp_metadata
        named += [str(name) for name in (packet.dc_creator or [])] if packet else []
        return next((name.strip() for name in named if name.strip()), "")
