"""A publication's pages, with the navigation between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from ita_site.rules.figures.doubts import doubts
from ita_site.site.artifact import Artifact, Document
from ita_site.site.downloads.dataset.publisher import Publisher
from ita_site.site.pages import qr
from ita_site.site.pages.address import markdown_path
from ita_site.site.pages.agency_index import agency_index
from ita_site.site.pages.agency_pages import agency_pages, checklist_page
from ita_site.site.pages.api_page import API, COLUMNS, Example, api_page, columns_page
from ita_site.site.pages.changes_pages import changes_page, portal_changes_page
from ita_site.site.pages.common_pages import LAST, accessibility_page, help_page
from ita_site.site.pages.english import english_page
from ita_site.site.pages.portal_pages import notices, portal_pages
from ita_site.site.pages.running import print_stylesheets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_site.facts.model.agency import Agency
    from ita_site.rules.figures.criteria import Verdicts
    from ita_site.rules.figures.doubts import Doubt
    from ita_site.site.pages.page import Frame, Page
    from ita_site.site.pages.portal_view import PortalView
    from ita_site.site.pages.view import AgencyView

NavEntry: TypeAlias = "dict[str, str | list[NavEntry]]"
LISTED = 3
"""So many of a portal's own pages stand in its navigation: whatever else, it never grows."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages, the files that go with them, and the navigation in MkDocs' own form.

    `documents` are those of the pages that are offered as PDF; `beside` are the addresses of the
    portal's own pages, where these are made elsewhere.
    """

    pages: tuple[Page, ...]
    files: tuple[Artifact, ...]
    navigation: tuple[NavEntry, ...]
    documents: tuple[Document, ...]
    beside: tuple[str, ...] = ()


def fact_pages(views: tuple[AgencyView, ...]) -> dict[str, tuple[Page, ...]]:
    """The pages that show each agency's facts, by its prefix; on these the criteria are judged."""
    return {view.facts.prefix: tuple(agency_pages(view)) for view in views}


def build_pages(
    views: tuple[AgencyView, ...],
    facts: Mapping[str, tuple[Page, ...]],
    verdicts: Mapping[str, Verdicts],
    portal: PortalView | None,
    *,
    shared: bool,
) -> Pages:
    """Everything a reader opens. A portal's navigation does not grow with its agencies.

    `views` are all agencies, for which pages or a notice stand; `facts` the pages of
    `fact_pages`, `verdicts` those of each year by its address; `portal` is None for a single
    agency alone. Without `shared` the portal's own pages are not there but in the navigation.
    """
    sound = [view for view in views if not view.withheld]
    own = [page for view in sound for page in _of_agency(view, facts[view.facts.prefix], verdicts)]
    files = tuple(artifact for view in sound for artifact in _files(view))
    documents = tuple(document for view in sound for document in _documents(view))
    if portal is None:
        last = _last(views[0].frame, _doubts(views[0]), views[0].facts.agency)
        last = (_api(views[0]), columns_page(views[0].frame), *last)
        return Pages((*own, *last), files, tuple(_agency_navigation(views[0], own)), documents)
    common = tuple(_common(portal))
    listed = tuple(map(_entry, common[:LISTED]))
    of_agencies = (*own, *_notices(views))
    if not shared:
        beside = (*(page.address for page in common), API, COLUMNS, *LAST)
        return Pages(of_agencies, files, listed, documents, beside)
    last = (_api_of_all(portal), columns_page(portal.frame))
    last = (*last, *_last(portal.frame, portal.doubts))
    files = (*_portal_files(portal), *files)
    return Pages((*common, *of_agencies, *last), files, listed, documents)


def _of_agency(
    view: AgencyView, facts: tuple[Page, ...], verdicts: Mapping[str, Verdicts]
) -> Iterator[Page]:
    yield from facts
    yield english_page(view)
    for year in view.years:
        yield checklist_page(view, year, verdicts[year.address])
    if view.log:
        yield replace(changes_page(view, view.log), searchable=False)


def _last(
    frame: Frame, doubts: Mapping[int, tuple[Doubt, ...]], agency: Agency | None = None
) -> tuple[Page, ...]:
    return accessibility_page(frame, agency), help_page(doubts, frame)


def _api(view: AgencyView) -> Page:
    facts, year = view.facts, view.facts.current
    number = year.year if year else None
    has_oit = bool(year and year.oit)
    example = Example(facts.agency.name, facts.prefix, number, has_oit=has_oit)
    publisher = Publisher.of_agency(facts, view.url_of(""), view.today)
    return api_page(view.frame, publisher, example, of_all=False)


def _api_of_all(portal: PortalView) -> Page:
    """With addresses of the first agency that has a year, or of the first."""
    found = sorted(portal.agencies, key=lambda agency: not agency.years)
    examples = (
        Example(it.who.name, it.prefix, it.years[0].year if it.years else None, has_oit=False)
        for it in found
    )
    return api_page(portal.frame, portal.publisher, next(examples, None), of_all=True)


def _doubts(view: AgencyView) -> dict[int, tuple[Doubt, ...]]:
    return {
        year.year: doubts(year.edition, year.year, year.facts.result_year) for year in view.years
    }


def _common(portal: PortalView) -> Iterator[Page]:
    yield from portal_pages(portal)
    if portal.log:
        yield portal_changes_page(portal, portal.log)


def _notices(views: tuple[AgencyView, ...]) -> Iterator[Page]:
    for view in views:
        if view.withheld and view.facts.has_address:
            yield from notices(view)


def _portal_files(portal: PortalView) -> Iterator[Artifact]:
    if portal.stylesheet:
        yield Artifact("assets/agency.css", portal.stylesheet.encode())
    if portal.is_large:
        yield Artifact(portal.index, partial(agency_index, portal))


def _files(view: AgencyView) -> Iterator[Artifact]:
    prefix = view.facts.prefix
    if view.stylesheet:
        yield Artifact(f"{prefix}assets/agency.css", view.stylesheet.encode())
    if shown := view.emblem:
        yield Artifact(f"{prefix}assets/emblem{shown.suffix}", shown.content)
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
    yield _entry(by_address[view.english_address])
    if view.log:
        yield _entry(by_address[view.changes_address])


def _entry(page: Page) -> NavEntry:
    return {page.nav_title: markdown_path(page.address)}
