"""The same site built by plain MkDocs and through the plugin."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ita_site.site import manifest
from tests.bench.clock import figures, in_turn, run

if TYPE_CHECKING:
    from tests.bench.clock import Figures, Pair, Run


OF_THE_WHOLE = {*map(Path, (".htaccess", "_headers", "headers.nginx.conf", manifest.NAME))}


@dataclass(frozen=True, slots=True)
class Built:
    """A site of so many pages; of each pair plain MkDocs is the first, the plugin the second."""

    pages: int
    pairs: list[Pair]

    def seconds(self, side: int) -> Figures:
        """Of all runs of one side."""
        return figures(pair[side].seconds for pair in self.pairs)

    def processor(self, side: int) -> Figures:
        """Likewise, in seconds of the processor."""
        return figures(pair[side].processor for pair in self.pairs)

    def megabytes(self, side: int) -> float:
        """Of one side, at its peak."""
        return max(pair[side].megabytes for pair in self.pairs)


def build(project: Path, rounds: int) -> Built:
    """Build both of a project's folders so often, in turn."""
    markdown, yaml = project / "markdown", project / "yaml"
    pairs = in_turn(partial(_mkdocs, markdown), partial(_mkdocs, yaml), rounds)
    return Built(_pages(markdown / "site", yaml / "site"), pairs)


def _mkdocs(folder: Path) -> Run:
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run("-m", "mkdocs", "build", "--strict", folder=folder)


def _pages(one: Path, other: Path) -> int:
    """How many pages both sites have; ends the benchmark when they differ in other files.

    What the theme adds differs, for each site has its own search; a server's settings and the
    manifest are made of the whole site, so that only the plugin can.
    """
    files, others = (
        {path.relative_to(site) for path in site.rglob("*") if not _is_theme(path, site)}
        for site in (one, other)
    )
    if found := files ^ others ^ OF_THE_WHOLE:
        sys.exit(f"not the same site: {sorted(map(str, found))[:10]}")
    return sum(path.name == "index.html" for path in files)


def _is_theme(path: Path, site: Path) -> bool:
    parts = path.relative_to(site).parts
    return parts[0] == "assets" or "search" in parts
