"""A page made from facts, finished; as before, where the host gave the same page again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_site.site.finished.built_site import Gathered

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_site.site.build_cache import BuildCache
    from ita_site.site.finished.built_site import BuiltSite

PICTURE = b"<img"
"""Its size is looked up in another file."""


def finish_page(
    site: BuiltSite, name: str, cache: BuildCache, finish: Callable[[BuiltSite], Gathered]
) -> Gathered:
    """Finish a page of the theme's, by its path in the site, and give what was gathered of it.

    `finish` does that in a site of which nothing else is gathered. What it does depends on the
    page, on what the host says of it, and on what all pages of the site depend on.
    """
    from ita_site.site.parts.finished_page import (  # noqa: PLC0415 - only who builds waits for it
        FinishedPage,
        read_finished_page,
    )

    path, page, search = site.folder / name, site.pages[name], site.search
    alone, html = replace(site, gathered=Gathered()), path.read_bytes()
    if page.source or PICTURE in html.lower():
        return finish(alone)

    def made() -> bytes:
        gathered = finish(alone)
        written = path.read_bytes().decode() if path.is_file() else None
        found = search.sections_of(page.address) if search and page.is_searched else []
        return FinishedPage(written, gathered, found).as_json()

    named = search.named(page.address) if search else ""
    asked = (name, repr(page), str(site.has_pdf), named, html)
    finished = read_finished_page(cache.get(asked, made))
    if finished.html is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(finished.html.encode())
    if search:
        search.take_in(page.address, finished.sections)
    return finished.gathered
