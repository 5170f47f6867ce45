"""A built site whose stylesheets hold what its pages use, and whose pictures wait."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from ita_site.site.minify.pictures import with_sizes
from ita_site.site.minify.stylesheet import cut, without_unread
from ita_site.site.minify.use import use

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_OURS: Final = "assets/stylesheets/ita.css"
_THEMES: Final = "assets/stylesheets/*.min.css"
_HASHED: Final = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.min\.css$)")


def lighten(folder: Path) -> None:
    """Cut the theme's stylesheets and ours to what a finished site's pages use; size pictures.

    It goes by what stands on the pages in the end, whoever put it there, and by the scripts
    beside them. Other stylesheets stay as they are. A name that holds a digest is changed
    with the content, since browsers may keep such a file for a year.
    """
    texts = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.css"))}
    scripts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.js"))]
    used = use((page.read_text("utf-8") for page in folder.rglob("*.html")), scripts)
    ours = {path: cut(texts[path], used) for path in _to_cut(folder)}
    texts |= ours
    renamed = dict(
        _written(path, without_unread(text, [*scripts, *_others(texts, path)]))
        for path, text in ours.items()
    )
    for page in folder.rglob("*.html"):
        _lighten(page, folder, renamed)


def _to_cut(folder: Path) -> Iterator[Path]:
    yield from sorted({*folder.glob(_THEMES), *folder.glob(_OURS)})


def _others(texts: Mapping[Path, str], own: Path) -> Iterator[str]:
    return (text for path, text in texts.items() if path != own)


def _written(path: Path, text: str) -> tuple[str, str]:
    """Its name before and after."""
    content = text.encode()
    path.unlink()
    name = _HASHED.sub(hashlib.sha256(content).hexdigest()[:8], path.name)
    path.with_name(name).write_bytes(content)
    return path.name, name


def _lighten(page: Path, root: Path, names: Mapping[str, str]) -> None:
    before = page.read_bytes().decode()
    after = with_sizes(before, page.parent, root)
    for old, new in names.items():
        after = after.replace(old, new)
    if after != before:
        page.write_bytes(after.encode())
