"""A picture as it is published: small enough for a phone, and telling nothing unseen.

A file is looked at before it is unpacked: what is too large in bytes or in pixels, moves, or
is no picture never is. The library for pictures is loaded when there is one.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ita_site.facts.content.file_types import HEAD, type_of
from ita_site.facts.plain_files import open_plain

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

LONGEST_SIDE: Final = 1024
MOST_PIXELS: Final = 50_000_000
MOST_BYTES: Final = 20_000_000
QUALITY: Final = 74
COLOURS: Final = 256
REMEMBERED: Final = 500
FORMATS: Final = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""What a picture becomes, by its name: its address stays."""
_READ: Final = ("jpeg", "png", "webp")
_OF_PHONES: Final = {"iso": "HEIC"}
"""What files are called in which telephones keep pictures, often under the name of a JPEG."""


class PictureError(ValueError):
    """A file that cannot be shown as a picture: a problem's code and details."""

    def __init__(self, code: str, **details: str) -> None:
        """Of a code of the catalogue."""
        super().__init__(code)
        self.code, self.details = code, details


class Published(NamedTuple):
    """What stands at a picture's address, and how large it is in pixels."""

    content: bytes
    width: int
    height: int


def published(path: Path) -> Published:
    """A picture as it is published. Unchanged files are remembered.

    Its longer side has at most `LONGEST_SIDE` pixels, it is turned as the camera was held,
    and holds neither position nor anything else than what it shows.

    Raises:
        PictureError: ITA395 when it is no still picture or not whole; ITA396 when it is too
            large to be unpacked.
    """
    made = _published(path, *_state(path))
    if isinstance(made, Refusal):
        raise PictureError(made.code, **dict(made.details))
    return made


class Refusal(NamedTuple):
    """Why a file cannot be shown."""

    code: str
    details: tuple[tuple[str, str], ...]


def _state(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_mtime_ns, state.st_size


@lru_cache(maxsize=REMEMBERED)
def _published(path: Path, _changed: int, size: int) -> Published | Refusal:
    try:
        return _made(path, size)
    except PictureError as error:
        return Refusal(error.code, tuple(error.details.items()))


def _made(path: Path, size: int) -> Published:
    form = FORMATS.get(PurePath(path).suffix.lower())
    if size > MOST_BYTES:
        raise _too_large(size, MOST_BYTES, "MB")
    with open_plain(path) as opened:
        kind = type_of(opened.read(HEAD))
        if form is None or kind not in _READ:
            raise PictureError("ITA395", kind=_OF_PHONES.get(kind, kind) or "?")
        opened.seek(0)
        try:
            return _encoded(_opened(opened, kind), form)
        except PictureError:
            raise
        except Exception as error:  # files of anybody's making break libraries in any way
            raise PictureError("ITA395", kind=f"{kind}, damaged") from error


def _too_large(size: int, most: int, unit: str) -> PictureError:
    return PictureError("ITA396", size=f"{size / 1e6:.1f} {unit}", most=f"{most / 1e6:.0f} {unit}")


def _opened(file: Any, kind: str) -> Image:  # noqa: ANN401 - a file opened to be read
    """The picture, nothing of it unpacked yet; asked by its own reader, which warns of nothing."""
    from PIL import JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: PLC0415

    readers: dict[str, Any] = {
        "jpeg": JpegImagePlugin.JpegImageFile,
        "png": PngImagePlugin.PngImageFile,
        "webp": WebPImagePlugin.WebPImageFile,
    }
    picture: Image = readers[kind](file)
    if getattr(picture, "is_animated", False):
        raise PictureError("ITA395", kind=f"{kind}, animated")
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS:
        raise _too_large(pixels, MOST_PIXELS, "MP")
    return picture


def _encoded(picture: Image, form: str) -> Published:
    from PIL import ImageOps  # noqa: PLC0415

    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a photograph is unpacked no larger
    upright = ImageOps.exif_transpose(picture)
    upright = upright.convert("RGB" if form == "JPEG" or not _is_clear(upright) else "RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = BytesIO()
    if form == "PNG":
        few = upright.quantize(COLOURS)
        few.info.clear()
        few.save(out, "PNG", optimize=True)
    else:
        upright.info.clear()
        upright.save(out, form, quality=QUALITY)
    return Published(out.getvalue(), *upright.size)


def _is_clear(picture: Image) -> bool:
    """Whether anything can be seen through it."""
    return "A" in picture.getbands() or "transparency" in picture.info
