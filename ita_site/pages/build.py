"""A publication's pages, with the navigation between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ita_site.artifact import Artifact
from ita_site.pages import qr
from ita_site.pages.address import markdown_path
from ita_site.pages.agency_pages import agency_pages
from ita_site.pages.common_pages import help_page, portal_complaints, portal_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_site.pages.page import Page
    from ita_site.pages.view import AgencyView

NavEntry: TypeAlias = "dict[str, str | list[NavEntry]]"


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages, the files that go with them, and the navigation in MkDocs' own form."""

    pages: tuple[Page, ...]
    files: tuple[Artifact, ...]
    navigation: tuple[NavEntry, ...]


def build_pages(views: tuple[AgencyView, ...], portal: PortalView | None) -> Pages:
    """The pages of every agency, and those that every site has.

    `portal` is None for a single agency alone. A portal's navigation does not grow with
    its agencies: see `portal_navigation`.
    """
    own = [page for view in views for page in agency_pages(view)]
    files = [artifact for view in views for artifact in _files(view)]
    if portal is None:
        common = help_page(views, views[0].frame)
        return Pages((*own, common), tuple(files), tuple(_agency_navigation(views[0], own)))
    files = [*_colour("", portal.frame), *files]
    held = (page for view in portal.withheld if view.facts.has_address for page in notices(view))
    return Pages((*own, *held, help_page(views, portal.frame)), tuple(files), ())


def portal_navigation(pages: tuple[Page, ...]) -> tuple[NavEntry, ...]:
    """The first few of a portal's own pages."""
    return tuple(_entry(page) for page in pages[:PORTAL_ENTRIES])


def _files(view: AgencyView) -> Iterator[Artifact]:
    prefix = view.facts.prefix
    yield from _colour(prefix, view.frame)
    if view.current and (url := view.current.facts.info.eit.url):
        name = f"คิวอาร์โค้ดแบบวัด EIT {view.current.year}"
        yield Artifact(f"{prefix}eit/qr.svg", qr.svg(url, name).encode())
        yield Artifact(f"{prefix}eit/qr.png", qr.png_image(url))


def _colour(prefix: str, frame: Frame) -> Iterator[Artifact]:
    if frame.colour:
        css = f":root{{--ita-agency:{frame.colour}}}\n"
        yield Artifact(f"{prefix}assets/agency.css", css.encode())


def _agency_navigation(view: AgencyView, pages: list[Page]) -> Iterator[NavEntry]:
    by_address = {page.address: page for page in pages}
    yield _entry(by_address[view.facts.prefix])
    for year in view.years:
        addresses = (year.address, year.measures_address, year.results_address)
        yield {f"ปี {year.year}": [_entry(by_address[address]) for address in addresses]}
    yield _entry(by_address[f"{view.facts.prefix}eit/"])
    yield _entry(by_address[f"{view.facts.prefix}complaints/"])


def _entry(page: Page) -> NavEntry:
    return {page.nav_title: markdown_path(page.address)}
