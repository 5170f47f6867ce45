"""Rules about names that are the site's own: its look, its search, its server's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_site.facts.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.facts.content.folder import Content
    from ita_site.rules.checks.scope import AgencyScope

OF_THE_SITE: Final = frozenset(
    {"assets", "data", "help", "provinces", "schemas", "search", "tags", "templates"}
)
"""Folders of every site that no agency's can be; pages are compared when they are made."""
OF_THE_LOOK: Final = tuple(
    f"{folder}/"
    for folder in (
        *("assets/fonts", "assets/ita", "assets/javascripts", "assets/stylesheets"),
        "search",
    )
)
"""A file here would take the place of the theme's own, and be what every page runs."""
OF_AN_AGENCY: Final = "/search/search_index.json"
"""What an agency of a portal is searched by."""
OF_THE_ROOT: Final = frozenset(
    (
        *("404.html", "404.md", "sitemap.xml", "sitemap.xml.gz", "ita-manifest.json"),
        *("_headers", "_redirects", "headers.nginx.conf"),
        *("assets/favicon.svg", "assets/share.png", "assets/images/favicon.png"),
    )
)


def agencies_of_their_own(scope: AgencyScope) -> Iterator[Problem]:
    """No agency of a portal is called like a folder of the site."""
    if scope.agency.slug.lower() in OF_THE_SITE:
        details = {"value": scope.agency.slug}
        yield Problem(scope.agency.folder, 1, 1, "ITA533", "", details)


def of_their_own(content: Content) -> Iterator[Problem]:
    """No file takes the place of one that the look or the server needs."""
    for path, file in content.files.items():
        low = path.lower()
        if low.startswith(OF_THE_LOOK) or low in OF_THE_ROOT or low.endswith(OF_AN_AGENCY):
            yield Problem(file.name, 1, 1, "ITA534", "", {"value": path})
