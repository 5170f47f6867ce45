"""Makes everything a site consists of, or a part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_site.facts.content.emblem import emblem
from ita_site.facts.content.pictures import published
from ita_site.facts.problems import Problem
from ita_site.rules.checks.criteria import ItemPage, judge
from ita_site.rules.figures.criteria import Verdicts
from ita_site.rules.figures.handing_in import notices
from ita_site.rules.figures.pictures import pictures_of
from ita_site.site.artifact import Artifact, address_of
from ita_site.site.downloads.build import build_downloads, build_schemas
from ita_site.site.downloads.changes_feed import changes_feed
from ita_site.site.downloads.dataset.build import build_beside_joined, build_dataset
from ita_site.site.downloads.dataset.joined import joined_files
from ita_site.site.downloads.dataset.publisher import Publisher
from ita_site.site.outputs import Outputs
from ita_site.site.pages.blocks import marker_problems
from ita_site.site.pages.build import build_pages, fact_pages
from ita_site.site.pages.hand_written import inner_link_problems, link_problems
from ita_site.site.pages.portal_view import PortalView
from ita_site.site.pages.summary import summary_of
from ita_site.site.pages.view import AgencyView
from ita_site.site.parts.part import WHOLE, Part
from ita_site.site.share.build import build_shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_site.facts.content.emblem import Emblem
    from ita_site.facts.content.folder import Content, ContentFile
    from ita_site.facts.content.pictures import Published
    from ita_site.facts.model.agency import Agency
    from ita_site.facts.model.publication import Publication
    from ita_site.facts.thai.calendar import BEDate
    from ita_site.rules.figures.changes.log import Log
    from ita_site.rules.figures.criteria import Verdict
    from ita_site.site.pages.page import Page
    from ita_site.site.pages.year_view import YearView


def build(  # noqa: PLR0913 - what is made, and how
    publication: Publication,
    today: BEDate,
    content: Content | None = None,
    log: Log | None = None,
    part: Part = WHOLE,
    *,
    told: Publication | None = None,
) -> Outputs:
    """Make everything a site consists of, or a part of it, as seen on a day.

    `log` is what changed when; without it no page tells of that. `told` are agencies of which no
    page is made here, but of which hand-written pages tell.

    `content` are the hand-written pages and files, checked for blocks that do not exist
    and for pages at generated addresses.
    """
    files = content.files if content else {}
    pictures = _pictures(files, publication)
    everyone = _views(publication, today, log, pictures, files)
    spoken_of = _views(told, today, log, pictures, files) if told else ()
    views = tuple(view for view in everyone if not view.withheld)
    facts = fact_pages(views)
    verdicts = _verdicts(views, facts)
    portal = _portal(publication, everyone, verdicts, log, part)
    pages = build_pages(everyone, facts, verdicts, portal, shared=part.shared)
    downloads = (artifact for view in views for artifact in build_downloads(view.facts, view.today))
    made_pages = (page.artifact() for page in pages.pages)
    artifacts = (
        *made_pages,
        *pages.files,
        *downloads,
        *(artifact for view in views for artifact in _dataset(view)),
        *(artifact for view in views for artifact in build_shared(view)),
        *_feeds(views, portal if part.shared else None),
        *(build_schemas() if part.shared else ()),
        *(build_beside_joined(portal.publisher) if portal and part.shared else ()),
    )
    joined = joined_files(portal.publisher) if portal and part.shared else ()
    made = frozenset(address_of(artifact.path) for artifact in artifacts)
    taken = made | {document.path for document in pages.documents} | {*joined}
    problems = [*_twice(artifacts), *_taken_addresses(files, taken)]
    if part.shared:
        problems += _content_problems(files, (*everyone, *spoken_of), portal)
    return Outputs(
        artifacts,
        pages.navigation,
        portal.frame if portal else views[0].frame,
        everyone,
        tuple(problems),
        verdicts,
        made
        | {address_of(path) for path in files}
        | {it.rstrip("/") for it in pages.beside}
        | {*joined},
        pages.documents,
        portal,
        {path: files[path].path for path in {*pictures, *part.pictures} & files.keys()},
        spoken_of,
    )


def _dataset(view: AgencyView) -> Iterator[Artifact]:
    publisher = Publisher.of_agency(view.facts, view.url_of(view.facts.prefix), view.today)
    return build_dataset(view.facts, publisher)


def _portal(
    publication: Publication,
    everyone: tuple[AgencyView, ...],
    verdicts: Mapping[str, Verdicts],
    log: Log | None,
    part: Part,
) -> PortalView | None:
    if publication.portal is None:
        return None
    summaries = [*(summary_of(view, verdicts) for view in everyone), *part.elsewhere]
    summaries.sort(key=lambda summary: summary.slug)
    return PortalView(publication.portal, tuple(summaries), log, cache=part.cache)


def _pictures(files: Mapping[str, ContentFile], publication: Publication) -> dict[str, Published]:
    """The files that reports of agencies made here show as pictures, as they are published."""
    named = pictures_of(publication.agencies) & files.keys()
    return {path: published(files[path].path) for path in sorted(named)}


def _feeds(views: tuple[AgencyView, ...], portal: PortalView | None) -> Iterator[Artifact]:
    """What changed, to be followed: of each agency, and in a portal of all."""
    for view in views:
        agency, below = view.facts.agency, view.changes_address.removeprefix(view.facts.prefix)
        if view.log and (atom := changes_feed(view.log, agency.name, agency.site_url, below)):
            yield Artifact(f"{view.changes_address}changes.atom", atom)
    if portal and portal.log:
        facts = portal.facts
        if atom := changes_feed(portal.log, facts.name, facts.site_url, "changes/"):
            yield Artifact("changes/changes.atom", atom)


def _views(
    publication: Publication,
    today: BEDate,
    log: Log | None,
    pictures: Mapping[str, Published],
    files: Mapping[str, ContentFile],
) -> tuple[AgencyView, ...]:
    portal = publication.portal
    views = [
        AgencyView(
            *(agency, today, portal),
            log=log.for_agency(agency.slug) if log and not agency.is_elsewhere else None,
            pictures=pictures,
            emblem=_emblem(agency.agency, files),
        )
        for agency in publication.agencies
    ]
    views += [AgencyView(agency, today, portal, withheld=True) for agency in publication.withheld]
    return tuple(sorted(views, key=lambda view: view.facts.slug))


def _emblem(agency: Agency, files: Mapping[str, ContentFile]) -> Emblem | None:
    file = files.get(agency.emblem or "")
    return emblem(file.path) if file else None


def _verdicts(
    views: tuple[AgencyView, ...], pages: Mapping[str, tuple[Page, ...]]
) -> dict[str, Verdicts]:
    """Each year's criteria, judged by what stands on its two item pages."""
    found = {page.address: page for own in pages.values() for page in own}
    return {
        year.address: Verdicts(
            tuple(_judged(year, found)),
            notices(view.facts.agency, year.facts, view.published_at(""), view.today),
        )
        for view in views
        for year in reversed(view.years)
    }


def _judged(year: YearView, pages: Mapping[str, Page]) -> Iterator[Verdict]:
    items = year.edition.items
    addresses = (items.measures, year.measures_address), (items.results, year.results_address)
    for item, address in addresses:
        page = pages[address]
        yield from judge(ItemPage(item, address, page.body, page.edit_uri or "", year.facts))


def _twice(artifacts: Iterable[Artifact]) -> Iterator[Problem]:
    seen: set[str] = set()
    for artifact in artifacts:
        if artifact.path in seen:
            yield Problem(artifact.edit_uri or "", 1, 1, "ITA504", "", {"value": artifact.path})
        seen.add(artifact.path)


def _taken_addresses(files: Mapping[str, ContentFile], taken: frozenset[str]) -> Iterator[Problem]:
    folded = {address.casefold() for address in taken}
    for path, file in files.items():
        places = (address_of(path), re.sub(r"(^|/)index\.html?$", "", path, flags=re.IGNORECASE))
        if not folded.isdisjoint(place.casefold() for place in places):
            yield Problem(file.name, 1, 1, "ITA502", "", {"value": file.name})


def _content_problems(
    files: Mapping[str, ContentFile], views: tuple[AgencyView, ...], portal: PortalView | None
) -> Iterator[Problem]:
    for file in files.values():
        yield from marker_problems(file.text, file.name, views, portal)
        yield from inner_link_problems(file)
        yield from link_problems(file)
