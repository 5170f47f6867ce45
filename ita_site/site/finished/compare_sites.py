"""Two builds of one site: which pages say something else, and which only look different."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_site.site.finished.document import HtmlDocument
from ita_site.site.search.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DATA: Final = frozenset({".csv", ".json", ".xlsx", ".ics", ".atom"})
OF_THE_BUILD: Final = frozenset({"ita-manifest.json", "search_index.json"})


@dataclass(frozen=True, slots=True)
class SiteDifference:
    """What lies between two builds, by path. `said` has each page's first new or lost line."""

    gone: tuple[str, ...]
    added: tuple[str, ...]
    said: tuple[tuple[str, str], ...]
    looks: tuple[str, ...]
    data: tuple[str, ...]


def compare_sites(before: Path, after: Path) -> SiteDifference:
    """Compare two folders; styles, scripts and fonts count by the pages that use them."""
    old, new = _files(before), _files(after)
    common = [path for path in new if path in old and not _is_same(before, after, path)]
    pages = [path for path in common if path.endswith(".html")]
    said = tuple((path, line) for path in pages if (line := _first_change(before, after, path)))
    named = {path for path, _ in said}
    return SiteDifference(
        tuple(path for path in old if path not in new),
        tuple(path for path in new if path not in old),
        said,
        tuple(path for path in pages if path not in named),
        tuple(path for path in common if not path.endswith(".html")),
    )


def _files(folder: Path) -> list[str]:
    """The pages and the open data."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if (path.suffix == ".html" or path.suffix in DATA) and path.name not in OF_THE_BUILD
    )


def _is_same(before: Path, after: Path, path: str) -> bool:
    return (before / path).read_bytes() == (after / path).read_bytes()


def _first_change(before: Path, after: Path, path: str) -> str:
    old, new = (list(page_lines(folder / path)) for folder in (before, after))
    changed = (line for line in difflib.ndiff(old, new) if line[0] in "+-")
    return next(changed, "")


def page_lines(page: Path) -> Iterator[str]:
    """What a built page says: its title, then its own content line by line."""
    document = HtmlDocument(page.read_text("utf-8"))
    if document.tree.head and (title := document.tree.css_first("title")):
        yield title.text().strip()
    for section in sections(document.article):
        yield section.title
        yield from section.text.split("\n")
