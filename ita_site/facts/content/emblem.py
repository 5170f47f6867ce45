"""An agency's emblem as every page shows it: cut to what is drawn, light, and a drawing alone.

A drawing in SVG could bring a script or ask another server; what it is made of is held against
a list, and what programs for drawing leave in it for themselves is left out.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from xml.etree import ElementTree as ET

from ita_site.facts.content.pictures import PictureError, published
from ita_site.facts.plain_files import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIDE: Final = 128
"""Pixels of the longer side: three times as many as a page shows."""
MOST_BYTES: Final = 12_000
"""Compressed, as it is sent with the first page that somebody opens."""
MOST_READ: Final = 1_000_000
_COLOURS: Final = (64, 32, 16)
_FAINT: Final = 12
"""How much a pixel differs from the paper around before it belongs to what is drawn."""
_SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_DRAWN: Final = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern"),
    )
)
_LEFT_OUT: Final = frozenset({"metadata", "title", "desc"})
_OUTSIDE: Final = re.compile(
    r"url\(\s*['\"]?(?!#)|@import|javascript:|expression\(|//|\\", re.IGNORECASE
)
"""What asks for something or runs it; `\\` could spell any of these in another way."""


class Emblem(NamedTuple):
    """What stands at its address, the ending of that, and how large it is, in pixels or units."""

    content: bytes
    suffix: str
    width: int
    height: int


def emblem(path: Path) -> Emblem:
    """An emblem as it is published. Unchanged files are remembered.

    Raises:
        PictureError: ITA570 when it is neither SVG nor PNG, or not whole; ITA571 when a
            drawing would run something or ask for something; ITA572 when it is too heavy.
    """
    state = path.stat()
    return _emblem(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=100)
def _emblem(path: Path, _changed: int, size: int) -> Emblem:
    suffix = path.suffix.lower()
    if suffix not in (".svg", ".png"):
        raise PictureError("ITA570", kind=suffix.removeprefix(".") or "?")
    if size > MOST_READ:
        raise _too_heavy(size)
    made = _drawing(path) if suffix == ".svg" else _picture(path)
    if (weight := len(zlib.compress(made.content))) > MOST_BYTES:
        raise _too_heavy(weight)
    return made


def _too_heavy(size: int) -> PictureError:
    return PictureError("ITA572", size=f"{size / 1000:.0f}", most=f"{MOST_BYTES / 1000:.0f}")


def _drawing(path: Path) -> Emblem:
    content = read_plain(path)
    if b"<!ENTITY" in content.replace(b"\0", b""):  # in UTF-16 as well
        raise PictureError("ITA571", part="<!ENTITY")
    try:
        root = ET.fromstring(content)  # noqa: S314 - of a megabyte at most, without entities
    except ET.ParseError as error:
        raise PictureError("ITA570", kind="SVG ไม่สมบูรณ์") from error
    if root.tag != f"{_SVG}svg":
        raise PictureError("ITA570", kind="ไม่ใช่ SVG")
    if part := next(_brought(root), ""):
        raise PictureError("ITA571", part=part)
    _strip(root)
    size = _size(root)
    ET.register_namespace("", _SVG[1:-1])
    return Emblem(ET.tostring(root), ".svg", *size)


def _brought(root: ET.Element) -> Iterator[str]:
    """What a drawing holds beside a drawing."""
    for part in root.iter():
        name = str(part.tag).removeprefix(_SVG)
        if "}" in name:
            continue  # of another language: left out
        if name not in _DRAWN:
            yield f"<{name}>"
        if name == "style" and _OUTSIDE.search("".join(part.itertext())):
            yield "<style>"
        for attribute, value in part.attrib.items():
            if _is_foreign(attribute):
                continue
            leads = attribute in ("href", _XLINK) and not value.startswith("#")
            if leads or attribute.lower().startswith("on") or _OUTSIDE.search(value):
                yield f"{attribute.rpartition('}')[2]}=…"


def _is_foreign(attribute: str) -> bool:
    """Whether an attribute is of another language than a drawing's, and so left out."""
    return "}" in attribute and attribute != _XLINK


def _strip(part: ET.Element) -> None:
    """Leave out what is nothing to see."""
    for name in [*filter(_is_foreign, part.attrib)]:
        del part.attrib[name]
    for inner in list(part):
        name = str(inner.tag)
        if not name.startswith(_SVG) or name.removeprefix(_SVG) in _LEFT_OUT:
            part.remove(inner)
        else:
            _strip(inner)
    if part.text and not part.text.strip():
        part.text = None
    for inner in part:
        inner.tail = None if not (inner.tail or "").strip() else inner.tail


def _size(root: ET.Element) -> tuple[int, int]:
    """Its width and height in units of its own.

    Raises:
        PictureError: ITA570 when it does not say them.
    """
    numbers = re.findall(r"[\d.]+", root.get("viewBox", ""))[2:]
    stated = numbers or [re.sub(r"[^\d.]", "", root.get(name, "")) for name in ("width", "height")]
    try:
        width, height = (round(float(number)) for number in stated)
    except ValueError as error:
        raise PictureError("ITA570", kind="SVG ไม่บอกขนาด (viewBox)") from error
    if not numbers:
        root.set("viewBox", f"0 0 {width} {height}")
    return max(width, 1), max(height, 1)


def _picture(path: Path) -> Emblem:
    try:
        whole = published(path).content
    except PictureError as error:
        raise PictureError("ITA570", kind=error.details.get("kind", "PNG")) from error
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(whole)) as opened:
        drawn = _cut(opened.convert("RGBA"))
    drawn.thumbnail((SIDE, SIDE))
    for colours in _COLOURS:
        out = BytesIO()
        drawn.quantize(colours).save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES:
            break
    return Emblem(out.getvalue(), ".png", *drawn.size)


def _cut(picture: Any) -> Any:  # noqa: ANN401 - the library is loaded when there is a picture
    """Without the empty paper around what is drawn, whether clear or of one colour."""
    from PIL import Image, ImageChops  # noqa: PLC0415

    box = picture.getchannel("A").getbbox()
    if box == (0, 0, *picture.size):
        paper = Image.new("RGBA", picture.size, picture.getpixel((0, 0)))
        apart = ImageChops.difference(picture, paper).convert("RGB").convert("L")
        box = apart.point([255 * (level > _FAINT) for level in range(256)]).getbbox()
    return picture.crop(box) if box else picture
