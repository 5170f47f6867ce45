"""A site as a host has built it, and what finishing its documents gathers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_site.facts.problems import Problem  # noqa: TC001 - read at run time, as all types here
from ita_site.site.finished.code import Inline
from ita_site.site.finished.use import UseOfStyles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_site.site.build_cache import BuildCache
    from ita_site.site.finished.promises import BuiltPage
    from ita_site.site.search.search import Search


@dataclass(frozen=True)
class Gathered:
    """What is gathered from document to document, and settled after the last.

    `written` are the documents, by their path in the site, in which names of stylesheets stand
    that may change with what all pages use.
    """

    problems: tuple[Problem, ...] = ()
    use: UseOfStyles = field(default_factory=UseOfStyles)
    inline: Inline = field(default_factory=Inline)
    written: tuple[str, ...] = ()


@dataclass(frozen=True)
class BuiltSite:
    """A site as a host has built it, and what the host knows of it.

    `folder` is where it lies, `address` where it will stand, or nothing when that is not known;
    `content` the folder of hand-written files, `pages` the theme's pages by their path below
    `folder`. `allowed_scripts` are the digests of scripts that may run, `listed` the files that
    the settings name as scripts and styles of every page; `search` takes in
    the pages; `has_pdf` says whether PDF files will be there. A preview is built often and
    published never: it is neither minified nor protected. `gathered` is what was gathered from
    files that come to it finished, `cache` what was made of the site's own ones before.
    """

    folder: Path
    address: str
    content: Path
    pages: Mapping[str, BuiltPage]
    allowed_scripts: frozenset[str]
    search: Search | None
    has_pdf: bool
    is_preview: bool = False
    listed: frozenset[str] = frozenset()
    gathered: Gathered = field(default_factory=Gathered)
    cache: BuildCache | None = None
