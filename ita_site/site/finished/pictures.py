"""Pictures on pages: their size is known before they come, and they come when they are near."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from PIL import Image, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.site.finished.document import Element, HtmlDocument


def size_pictures(document: HtmlDocument, folder: Path, root: Path) -> None:
    """Add to the pictures of a page in `folder` of a site at `root` what they do not say.

    A picture that is no file of the site, or of no kind that has a size, gets none.
    """
    for element in document.elements:
        if element.tag == "img" and (more := _missing(element, folder, root)):
            for name, value in more.items():
                element.node.attrs[name] = value  # type: ignore[union-attr] # HTML has nodes
            document.is_changed = True


def _missing(element: Element, folder: Path, root: Path) -> dict[str, str]:
    has_size = not element.attributes.keys().isdisjoint({"width", "height"})
    size = {} if has_size else _size(element.get("src") or "", folder, root)
    return size if "loading" in element.attributes else {**size, "loading": "lazy"}


def _size(source: str, folder: Path, root: Path) -> dict[str, str]:
    path = unquote(source.partition("?")[0].partition("#")[0].strip())
    file = root / path.lstrip("/") if path.startswith("/") else folder / path
    try:
        if not path or not file.is_file() or not file.resolve().is_relative_to(root.resolve()):
            return {}
        with Image.open(file) as picture:
            return {"width": str(picture.width), "height": str(picture.height)}
    except (UnidentifiedImageError, OSError, ValueError):
        return {}
