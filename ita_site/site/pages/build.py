"""A publication's pages, with the navigation between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from ita_site.site.artifact import Artifact, Document
from ita_site.site.pages import qr
from ita_site.site.pages.address import markdown_path
from ita_site.site.pages.agency_pages import agency_pages, checklist_page
from ita_site.site.pages.changes_pages import changes_page, portal_changes_page
from ita_site.site.pages.common_pages import accessibility_page, help_page
from ita_site.site.pages.portal_pages import notices, portal_pages
from ita_site.site.pages.running import print_stylesheets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.rules.figures.criteria import Verdicts
    from ita_site.site.pages.page import Page
    from ita_site.site.pages.portal_view import PortalView
    from ita_site.site.pages.view import AgencyView

NavEntry: TypeAlias = "dict[str, str | list[NavEntry]]"
LISTED = 3
"""So many of a portal's own pages stand in its navigation: whatever else, it never grows."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages, the files that go with them, and the navigation in MkDocs' own form.

    `documents` are those of the pages that are offered as PDF.
    """

    pages: tuple[Page, ...]
    files: tuple[Artifact, ...]
    navigation: tuple[NavEntry, ...]
    documents: tuple[Document, ...]


def fact_pages(views: tuple[AgencyView, ...]) -> tuple[Page, ...]:
    """The pages that show the agencies' facts; on these the criteria are judged."""
    return tuple(page for view in views for page in agency_pages(view))


def build_pages(
    views: tuple[AgencyView, ...],
    facts: tuple[Page, ...],
    verdicts: Mapping[str, Verdicts],
    portal: PortalView | None = None,
) -> Pages:
    """Everything a reader opens. A portal's navigation does not grow with its agencies.

    `facts` are the pages of `fact_pages`, `verdicts` those of each year by its address;
    `portal` is None for a single agency alone.
    """
    lists = [
        checklist_page(view, year, verdicts[year.address]) for view in views for year in view.years
    ]
    logs = [replace(changes_page(view, view.log), searchable=False) for view in views if view.log]
    own = [*facts, *lists, *logs]
    files = [artifact for view in views for artifact in _files(view)]
    documents = tuple(document for view in views for document in _documents(view))
    if portal is None:
        frame = views[0].frame
        statement = accessibility_page(frame, views[0].facts.agency)
        pages = (*own, statement, help_page(views, frame))
        return Pages(pages, tuple(files), tuple(_agency_navigation(views[0], own)), documents)
    common = tuple(_common(portal, verdicts))
    last = (accessibility_page(portal.frame), help_page(views, portal.frame))
    pages = (*common, *own, *_notices(portal), *last)
    listed = tuple(map(_entry, common[:LISTED]))
    return Pages(pages, (*_portal_files(portal), *files), listed, documents)


def _common(portal: PortalView, verdicts: Mapping[str, Verdicts]) -> Iterator[Page]:
    yield from portal_pages(portal, verdicts)
    if portal.log:
        yield portal_changes_page(portal, portal.log)


def _notices(portal: PortalView) -> Iterator[Page]:
    for view in portal.withheld:
        if view.facts.has_address:
            yield from notices(view)


def _portal_files(portal: PortalView) -> Iterator[Artifact]:
    if portal.stylesheet:
        yield Artifact("assets/agency.css", portal.stylesheet.encode())


def _files(view: AgencyView) -> Iterator[Artifact]:
    prefix = view.facts.prefix
    if view.stylesheet:
        yield Artifact(f"{prefix}assets/agency.css", view.stylesheet.encode())
    yield from print_stylesheets(view)
    if view.surveyed and (url := view.surveyed.facts.info.eit.url):
        name = f"คิวอาร์โค้ดแบบวัด EIT {view.surveyed.year}"
        yield Artifact(f"{prefix}eit/qr.svg", lambda: qr.svg(url, name).encode())
        yield Artifact(f"{prefix}eit/qr.png", partial(qr.png_image, url))


def _documents(view: AgencyView) -> Iterator[Document]:
    name, prefix = view.facts.agency.name, view.facts.prefix
    for year in view.years:
        yield Document(year.measures_address, year.measures_document, name)
        yield Document(year.results_address, year.results_document, name)
    if view.surveyed and view.surveyed.facts.info.eit.url:
        yield Document(f"{prefix}eit/", f"{prefix}eit/poster.pdf", name)


def _agency_navigation(view: AgencyView, pages: list[Page]) -> Iterator[NavEntry]:
    by_address = {page.address: page for page in pages}
    yield _entry(by_address[view.facts.prefix])
    for year in view.years:
        addresses = (
            year.address,
            year.measures_address,
            year.results_address,
            year.progress_address,
            year.oit_address,
            year.checklist_address,
        )
        pages_of_year = (by_address.get(address) for address in addresses)
        yield {f"ปี {year.year}": [_entry(page) for page in pages_of_year if page]}
    if view.history:
        yield _entry(by_address[view.history_address])
    yield _entry(by_address[f"{view.facts.prefix}eit/"])
    yield _entry(by_address[f"{view.facts.prefix}complaints/"])
    if view.log:
        yield _entry(by_address[view.changes_address])


def _entry(page: Page) -> NavEntry:
    return {page.nav_title: markdown_path(page.address)}
